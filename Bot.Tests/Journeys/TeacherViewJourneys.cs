using Milestones.Tests.Storage;
using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>
/// What a teacher asks for opens the right card: who is missing, one student over time, the question now.
/// </summary>
public class TeacherViewJourneys : Journey
{
    private const StringComparison Ordinal = StringComparison.Ordinal;

    [StoreFact]
    public async Task Who_has_not_reflected_is_named_from_week_one_and_nudged_at_once()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana", "Bo");
        var lee = course.Teacher;
        await course.AtAsync(Course.Friday);
        await course.ReflectsAsync("Sam", 4);
        await course.NewAsync(lee);
        await course.AtAsync(Course.Monday);
        var digest = Assert.Single(await course.NewAsync(lee)).Card!;
        Assert.Equal(
            ["Not reflected yet (2)", "Ana Rivera [Nudge]", "Bo Rivera [Nudge]", "No goal yet (3)"],
            digest.Lines().SkipWhile(line => !line.StartsWith("Not reflected", Ordinal)).Take(4)
        );

        var missing = (await course.AsksAsync(lee, "who hasn't reflected")).Card!;
        Assert.Equal("7B Math: 2 not reflected yet", missing.Lines().First());
        await course.NewAsync(course["Ana"]);
        await course.NewAsync(course["Bo"]);
        await course.AtAsync(Course.Monday.AddDays(1)); // a day without another message
        await course.NewAsync(course["Ana"]);
        await course.NewAsync(course["Bo"]);
        Assert.StartsWith(
            "A friendly nudge is on its way to 2",
            Assert.Single(await lee.TapsAsync("Nudge all 2", missing)).Text,
            Ordinal
        );
        Assert.Equal("Lee Rivera is thinking of you", (await course.NewAsync(course["Ana"]))[0].Card!.Lines().First());
        Assert.Single(await course.NewAsync(course["Bo"]));
        Assert.Empty(await course.NewAsync(course["Sam"]));
        await lee.TapsAsync("Nudge all 2", missing); // twice is once
        Assert.Empty(await course.NewAsync(course["Ana"]));
    }

    [StoreFact]
    public async Task How_is_a_student_opens_their_weeks_and_what_was_kept_private_stays_so()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var lee = course.Teacher;
        await course.AtAsync(Course.Friday);
        await course.ReflectsAsync("Sam", 2, words: "the quiz was hard and i had no time");
        await course.ReflectsAsync("Ana", 1, shares: false, words: "nobody may read this");
        await course.NewAsync(lee);

        var sam = (await course.AsksAsync(lee, "how is sam")).Card!;
        Assert.Equal(
            ["Sam Rivera", "shared a hard week on Fri, Sep 18", "Reflected this week and shared it with you:"],
            sam.Lines().Take(3)
        );
        Assert.Contains("“the quiz was hard and i had no time”", sam.Lines());
        Assert.Contains("[Reply] [Read] [Class overview]", sam.Lines());

        var ana = (await course.AsksAsync(lee, "how is ana")).Card!;
        Assert.Equal(
            ["Ana Rivera", "Ana reflected this week and kept it private.", "[Reply] [Class overview]"],
            ana.Lines()
        );
    }

    [StoreFact]
    public async Task The_question_can_be_sent_before_its_time_once_and_the_week_is_the_one_that_is_shown()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var (lee, sam) = (course.Teacher, course["Sam"]);
        await course["Ana"].SaysAsync("stop prompts");
        await course.AtAsync(Course.Friday.AddDays(-2)); // Wednesday
        await course.NewAsync(sam);
        var card = (await course.AsksAsync(lee, "send the prompt now")).Card!;
        Assert.Contains("2 students were not asked this week yet. Send them the question now?", card.Lines());
        var done = Assert.Single(await lee.TapsAsync("Send it now", card)).Card!;
        Assert.Equal("The question is on its way to 2.", done.Lines().First());
        Assert.Equal("Your week in 7B Math", Assert.Single(await course.NewAsync(sam)).Card!.Lines().First());
        Assert.Empty(await course.NewAsync(course["Ana"]));

        await course.ReflectsAsync("Sam", 4);
        await course.NewAsync(sam);
        Assert.Contains("1 of 2 reflected.", (await course.AsksAsync(lee, "my class")).Card!.Lines());
        await course.AtAsync(Course.Friday);
        Assert.Empty(await course.NewAsync(sam));
        await course.AtAsync(Course.Friday.AddDays(7));
        Assert.Single(await course.NewAsync(sam));
    }

    [StoreFact]
    public async Task A_class_invites_to_share_in_one_line_and_only_me_stays_chosen_until_the_student_chooses()
    {
        const string Line = "Your teacher would like to read your week, to help and to answer. You choose, every week.";
        var course = await Course.StartAsync(
            Bot,
            Bot.Student("Lee"),
            [Bot.Student("Sam")],
            settings: new Dictionary<string, string> { ["share"] = "yes" }
        );
        var sam = course["Sam"];
        await course.AtAsync(Course.Friday);
        var card = Assert.Single(await course.NewAsync(sam)).Card!;
        Assert.Contains(Line, card.Lines());
        Assert.Equal("OnlyMe", card.Fields["sharing"]);
        await course.ReflectsAsync("Sam", 4);

        await course.AtAsync(Course.Friday.AddDays(7));
        var next = (await course.NewAsync(sam))[^1].Card!;
        Assert.Equal("MyTeacher", next.Fields["sharing"]);

        await course.AsksAsync(course.Teacher, "set up class");
        await course.Teacher.TapsAsync("Save class settings", new Dictionary<string, string> { ["share"] = "no" });
        await course.SettleAsync();
        Assert.DoesNotContain(Line, (await course.AsksAsync(sam, "reflect")).Card!.Lines());
    }

    [StoreFact]
    public async Task A_student_cannot_have_the_question_sent_or_look_at_another()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        await course.AtAsync(Course.Friday.AddDays(-2));
        var data = new System.Text.Json.Nodes.JsonObject
        {
            ["class"] = course.Team.Key.Partition,
            ["student"] = course["Ana"].ObjectId,
        };
        foreach (
            var verb in new[]
            {
                Milestones.Features.Teaching.TeacherVerbs.SendPrompt,
                Milestones.Features.Teaching.TeacherVerbs.Student,
                Milestones.Features.Teaching.TeacherVerbs.Missing,
                Milestones.Features.Teaching.TeacherVerbs.NudgeAll,
            }
        )
        {
            var refused = await course["Sam"].AnswersAsync(course["Sam"].Invoke(verb, data.DeepClone()), null);
            Assert.StartsWith("That's for a teacher of this class.", Assert.Single(refused).Text, Ordinal);
        }

        Assert.Empty(await course.NewAsync(course["Ana"]));
    }
}
