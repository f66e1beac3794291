using Milestones.Features.Teaching;
using Milestones.School;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>
/// A week in a world that is not as it should be: a slow connector, one that refuses half-way, people with two roles,
/// a whole class of one name, days off that overlap.
/// </summary>
public class BadWeekJourneys : Journey
{
    private const StringComparison Ordinal = StringComparison.Ordinal;

    [StoreFact]
    public async Task While_the_connector_is_slow_nobody_waits_for_another_and_everything_arrives_once()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana", "Bo");
        var slow = new TaskCompletionSource();
        Bot.Connector.Answer(
            new StubAnswer(200, Until: slow.Task, Usual: true),
            when: call => call.IsMessage && call.ConversationId == course["Sam"].Conversation
        );
        Bot.Clock.Advance(Course.Friday - Bot.Clock.Now);
        await Bot.RingAsync();

        // Sam's prompt hangs; the others' arrive, are answered, and Sam's own words are taken.
        foreach (var name in (string[])["Ana", "Bo"])
        {
            await Bot.SentAsync(course[name].Key);
            var student = course[name];
            student.Screen.Take(await student.ArrivedAsync(), null);
            await student.TapsAsync("🙂 Good", new Dictionary<string, string> { ["sharing"] = "MyTeacher" });
        }

        using (var taken = await course["Sam"].PostAsync(course["Sam"].Message("my goals")))
            Assert.True(taken.IsSuccessStatusCode);
        slow.SetResult();
        await course.SettleAsync();

        Assert.Equal(
            [1, 1, 1],
            course.Students.Select(student =>
                Bot.Connector.Messages.Count(call =>
                    call.ConversationId == student.Conversation
                    && call.Body.GetRawText().Contains("Your week in 7B Math", Ordinal)
                )
            )
        );
        await course.AtAsync(Course.Monday);
        var digest = Assert.Single(await course.NewAsync(course.Teacher)).Card!;
        Assert.Contains("2 of 3 reflected.", digest.Lines());
        Assert.Contains("Sam Rivera [Nudge]", digest.Lines());
    }

    [StoreFact]
    public async Task A_403_half_way_stops_nobody_else_is_in_the_report_with_its_word_and_ends_when_they_write()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana", "Bo", "Eli");
        await course.SettleAsync();
        string[] refused = [course["Ana"].Conversation, course["Eli"].Conversation];
        Bot.Connector.Answer(
            StubAnswer.Error(403, "BotDisabledByAdmin"),
            when: call => call.IsMessage && refused.Contains(call.ConversationId)
        );
        await course.AtAsync(Course.Friday);
        await course.ReflectsAsync("Sam", 4);
        await course.ReflectsAsync("Bo", 4);
        await course.AtAsync(Course.Monday);
        var digest = Assert.Single(await course.NewAsync(course.Teacher)).Card!;
        Assert.Contains("2 of 4 reflected.", digest.Lines());
        var report = Assert.Single(await course.Teacher.TapsAsync("Delivery report", digest)).Card!;
        foreach (var name in (string[])["Ana Rivera", "Eli Rivera"])
        {
            Assert.Contains(
                report.Lines(),
                line => line.StartsWith(name, Ordinal) && line.Contains("administrator", Ordinal)
            );
        }

        // A reply to one of them says so, and nothing of it is lost.
        var refusal = Assert.Single(
            await course.Teacher.AnswersAsync(
                course.Teacher.Invoke(
                    TeacherVerbs.Nudge,
                    new System.Text.Json.Nodes.JsonObject
                    {
                        ["class"] = course.Team.Key.Partition,
                        ["student"] = course["Ana"].ObjectId,
                    }
                ),
                null
            )
        );
        Assert.StartsWith("I can't reach Ana", refusal.Text, Ordinal);

        Bot.Connector.Forget();
        await course["Ana"].SaysAsync("hi");
        await course.NewAsync(course["Ana"]);
        await course.AtAsync(Course.Friday.AddDays(7));
        Assert.Contains(
            await course.NewAsync(course["Ana"]),
            shown => shown.Card?.Lines().First() == "Your week in 7B Math"
        );
    }

    [StoreFact]
    public async Task Who_teaches_two_classes_and_learns_in_a_third_has_each_in_its_place()
    {
        var (lee, kim, sam, ana) = (Bot.Student("Lee"), Bot.Student("Kim"), Bot.Student("Sam"), Bot.Student("Ana"));
        var seven = await Course.StartAsync(Bot, lee, [sam], "7B Math");
        var eight = await Course.StartAsync(Bot, lee, [ana], "8A Math");
        var pottery = await Course.StartAsync(Bot, kim, [lee], "Evening pottery");
        await seven.AtAsync(Course.Friday);
        await SettleAsync();

        // Asked as a student, of the one class alone, and Kim may read it.
        var prompt = Assert.Single(await pottery.NewAsync(lee), shown => shown.Card?.Find("🙂 Good") is not null).Card!;
        Assert.Equal("Your week in Evening pottery", prompt.Lines().First());
        await lee.TapsAsync("😕 Not great", prompt, new Dictionary<string, string> { ["sharing"] = "MyTeacher" });
        await lee.SaysAsync("the glaze cracked");
        await seven.ReflectsAsync("Sam", 2, words: "fractions are hard");
        await eight.ReflectsAsync("Ana", 4, words: "graphs went well");
        await seven.AtAsync(Course.Monday);
        await SettleAsync();

        var digests = (await seven.NewAsync(lee)).Select(shown => shown.Card!.Lines().First()).Order().ToList();
        Assert.Equal(["7B Math · week of Mon, Sep 14", "8A Math · week of Mon, Sep 14"], digests);
        var kims = Assert.Single(await pottery.NewAsync(kim)).Card!;
        Assert.Contains("Lee Rivera · shared a hard week on Fri, Sep 18 [Reply]", kims.Lines());

        // Asked in words it is asked which class, of the two.
        var which = (await seven.AsksAsync(lee, "my class")).Card!;
        Assert.Equal(["7B Math", "8A Math"], which.Titles);
        foreach (var (course, mine, other) in new[] { (seven, "Sam", "Ana"), (eight, "Ana", "Sam") })
        {
            var shown = (await ReadAsync(lee, course, course.Students[0])).Card!;
            var all = string.Join('\n', shown.Lines());
            Assert.Contains(mine, all, Ordinal);
            Assert.DoesNotContain(other, all, Ordinal);
            Assert.DoesNotContain("glaze", all, Ordinal);
        }

        // Of the third Lee sees nothing as a teacher, and Kim nothing of the two.
        Assert.StartsWith("That's for a teacher", (await ReadAsync(lee, pottery, lee)).Text, Ordinal);
        Assert.StartsWith("That's for a teacher", (await ReadAsync(kim, seven, sam)).Text, Ordinal);

        async Task SettleAsync()
        {
            foreach (var course in (Course[])[seven, eight, pottery])
                await course.SettleAsync();
        }
    }

    [StoreFact]
    public async Task In_a_class_of_250_with_look_alike_names_everybody_is_told_apart_where_it_matters()
    {
        var (lee, kim) = (Bot.Student("Lee"), Bot.Student("Kim"));
        var team = new Team(Bot, "7B Math", lee, kim);
        // Half of them write the name with another script's letter.
        team.Roster.AddRange(
            Enumerable
                .Range(0, 248)
                .Select(n => new StubMember(
                    $"29:many{n}",
                    n % 2 == 0 ? "Sam Rivera" : "S\u0430m  Rivera",
                    $"cccccccc-0000-4000-8000-{n:d12}",
                    Tests.Support.Student.Tenant,
                    UserPrincipalName: $"srivera{n}@elm.example"
                ))
        );
        await lee.SaysAsync("hi");
        await team.AddBotAsync(lee);
        var form = await team.TapsAsync(lee, "Set up class", team.Channel.First(shown => shown.Card is not null).Card!);
        var asked = await team.TapsAsync(
            lee,
            "Save class settings",
            form.Card!,
            new Dictionary<string, string> { ["teachers"] = "Sam Rivera" }
        );
        Assert.Contains(asked.Card!.Lines(), line => line.Contains("Sam Rivera", Ordinal));
        Assert.Null((await team.ReadAsync())!.Settings);
        await team.TapsAsync(
            lee,
            "Save class settings",
            asked.Card!,
            new Dictionary<string, string> { ["teachers"] = "Kim Rivera" }
        );
        await team.SettleAsync();

        var classroom = (await team.ReadAsync())!;
        Assert.Equal(250, classroom.Members.Count);
        Assert.Equal(MemberRole.Teacher, classroom.Find(kim.ObjectId)!.Role);
        Assert.Distinct(classroom.Members.Select(member => member.Name));
        Assert.All(
            classroom.Members.Where(member => member.Role == MemberRole.Student),
            member => Assert.Contains("(srivera", member.Name, Ordinal)
        );
        var stored = (await Bot.Store.GetAsync(team.Key, CancellationToken.None))!;
        Assert.InRange(stored.Document.Json.Length, 1, 64 * 1024);
    }

    [StoreFact]
    public async Task Days_off_that_overlap_are_one_stretch_and_those_that_end_too_early_are_refused()
    {
        var course = await Course.StartAsync(Bot, "Sam");
        await course.Teacher.SaysAsync("set up class");
        await course.NewAsync(course.Teacher);
        var days = new Dictionary<string, string>
        {
            ["off0From"] = "2026-09-17",
            ["off0To"] = "2026-09-28",
            ["off0Name"] = "Fall break",
            ["off1From"] = "2026-09-25",
            ["off1To"] = "2026-10-02",
            ["off1Name"] = "Staff week",
            ["off2From"] = "2026-11-27",
            ["off2To"] = "2026-11-26",
        };
        var form = course.Teacher.Screen.With("Save class settings");
        var wrong = Assert.Single(await course.Teacher.TapsAsync("Save class settings", form, days)).Card!;
        Assert.Contains("The last day is before the first.", wrong.Lines());
        days["off2To"] = "2026-11-27";
        await course.Teacher.TapsAsync("Save class settings", wrong, days);
        await course.SettleAsync();
        Assert.Equal(3, (await course.Team.ReadAsync())!.Settings!.Schedule.Holidays.Count);

        for (var week = 0; week < 3; week++)
        {
            await course.AtAsync(Course.Friday.AddDays(7 * week));
            Assert.Empty(await course.NewAsync(course["Sam"]));
        }

        await course.AtAsync(Course.Friday.AddDays(21));
        Assert.Equal("Your week in 7B Math", Assert.Single(await course.NewAsync(course["Sam"])).Card!.Lines().First());
    }

    /// <summary>What a teacher's tap on somebody's words shows.</summary>
    private static async Task<Shown> ReadAsync(Student by, Course course, Student about) =>
        (
            await by.AnswersAsync(
                by.Invoke(
                    TeacherVerbs.Read,
                    new System.Text.Json.Nodes.JsonObject
                    {
                        ["class"] = course.Team.Key.Partition,
                        ["student"] = about.ObjectId,
                    }
                ),
                null
            )
        )[^1];
}
