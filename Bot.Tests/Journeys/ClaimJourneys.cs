using System.Text.Json.Nodes;
using Milestones.Features.Teaching;
using Milestones.School;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>
/// An adult taken for a student says so; a teacher taken for one is not: what the class does about it.
/// </summary>
public class ClaimJourneys : Journey
{
    [StoreFact]
    public async Task Who_is_asked_as_a_student_and_teaches_says_so_and_a_teacher_confirms_it()
    {
        var course = await Course.StartAsync(Bot, "Kim", "Sam", "Ana");
        var (lee, kim) = (course.Teacher, course["Kim"]);
        await course.AtAsync(Course.Friday);
        await course.NewAsync(kim);

        var told = await course.AsksAsync(kim, "I'm a teacher");
        Assert.StartsWith(
            "Thank you for telling me. I've asked Lee Rivera to confirm",
            told.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(
            [course["Sam"].ObjectId, course["Ana"].ObjectId],
            (await course.Team.ReadAsync())!.Students.Select(member => member.ObjectId)
        );
        Assert.StartsWith(
            "That's for a teacher of this class",
            (await LookAsync(kim, course)).Text,
            StringComparison.Ordinal
        );
        var asked = Assert.Single(await course.NewAsync(lee), shown => shown.Card is not null);
        Assert.Contains(
            "Kim Rivera says they teach 7B Math too.",
            string.Join('\n', asked.Lines()),
            StringComparison.Ordinal
        );

        await lee.TapsAsync("Yes, they teach here", asked.Card!);
        Assert.StartsWith(
            "It's confirmed: you teach 7B Math.",
            Assert.Single(await course.NewAsync(kim)).Text,
            StringComparison.Ordinal
        );
        Assert.NotNull((await LookAsync(kim, course)).Card);
        Assert.Equal(
            ["Lee Rivera", "Kim Rivera"],
            Assert.Single((await Bot.PersonAsync(course["Sam"]))!.Classes).Readers
        );
    }

    [StoreFact]
    public async Task A_student_who_says_so_is_watched_over_still_and_is_a_student_again_when_a_teacher_says_no()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var (lee, sam) = (course.Teacher, course["Sam"]);
        await course.AsksAsync(sam, "i am a teacher");
        await course.AsksAsync(sam, "i am a teacher");
        var asked = Assert.Single(await course.NewAsync(lee));

        await course.AsksAsync(sam, "i want to kill myself");
        Assert.Contains(
            await course.NewAsync(lee),
            shown => shown.Text?.StartsWith("Please talk to Sam", StringComparison.Ordinal) == true
        );
        // A card of one teacher is of no use to anybody else.
        Assert.StartsWith(
            "That's for a teacher of this class",
            Assert.Single(await sam.TapsAsync("Yes, they teach here", asked.Card!)).Text,
            StringComparison.Ordinal
        );

        await lee.TapsAsync("No, a student", asked.Card!);
        Assert.Contains(
            "you are a student there",
            Assert.Single(await course.NewAsync(sam)).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(MemberRole.Student, Assert.Single((await Bot.PersonAsync(sam))!.Classes).Role);
        Assert.StartsWith(
            "A teacher of 7B Math has told me",
            (await course.AsksAsync(sam, "i am a teacher")).Text,
            StringComparison.Ordinal
        );
        Assert.Empty(await course.NewAsync(lee));
    }

    [StoreFact]
    public async Task A_student_who_added_the_bot_first_is_unmasked_by_anybody_in_the_channel()
    {
        var (lee, sam, ana) = (Bot.Student("Lee"), Bot.Student("Sam"), Bot.Student("Ana"));
        var team = new Team(Bot, "7B Math", lee, sam, ana);
        await team.AddBotAsync(sam);
        var welcome = team.Channel[0];
        Assert.Contains(
            "I take Sam Rivera for the teacher here",
            string.Join('\n', welcome.Lines()),
            StringComparison.Ordinal
        );

        var said = await team.TapsAsync(ana, "That's not our teacher", welcome.Card!);
        await team.SettleAsync();

        Assert.StartsWith("Thank you. This class is locked now", said.Text, StringComparison.Ordinal);
        Assert.Contains(
            team.Channel,
            shown => shown.Text?.StartsWith("This class is locked", StringComparison.Ordinal) == true
        );
        await team.RemoveBotAsync(sam);
        await team.AddBotAsync(sam);
        Assert.StartsWith(
            "No teacher of this class is known to me now",
            (await team.TapsAsync(sam, "Set up class", welcome.Card!)).Text,
            StringComparison.Ordinal
        );
        await lee.SaysAsync(await Bot.TeacherCodeAsync(team));
        await team.SettleAsync();
        Assert.NotNull((await team.TapsAsync(lee, "Set up class", welcome.Card!)).Card);
        Assert.StartsWith(
            "There is nothing to lock",
            (await team.TapsAsync(sam, "That's not our teacher", welcome.Card!)).Text,
            StringComparison.Ordinal
        );
    }

    [StoreFact]
    public async Task With_Graph_a_co_teacher_who_owns_nothing_is_confirmed_by_the_owner()
    {
        using var graph = new StubGraph();
        await using var bot = await BotFixture.StartAsync(change: graph.Put, settings: "--Graph:Enabled=true");
        var lee = bot.Student("Lee");
        graph.Owners.Add(lee);
        var course = await Course.StartAsync(bot, lee, [bot.Student("Kim"), bot.Student("Sam")]);

        await course.AsksAsync(course["Kim"], "i teach here");
        var form = Assert.Single(await course.NewAsync(lee)).Card!;
        await lee.TapsAsync("Yes, they teach here", form);
        await course.AtAsync(bot.Clock.Now + TimeSpan.FromDays(2));

        Assert.Equal(
            [lee.ObjectId, course["Kim"].ObjectId],
            Teachers.Reading((await course.Team.ReadAsync())!).Select(member => member.ObjectId)
        );
        Assert.NotNull((await LookAsync(course["Kim"], course)).Card);
    }

    [StoreFact]
    public async Task Two_students_who_look_the_same_are_told_apart_in_the_call_for_help()
    {
        var (lee, sam, twin) = (Bot.Student("Lee"), Bot.Student("Sam"), Bot.Student("Twin"));
        var course = await Course.StartAsync(Bot, lee, [sam, twin]);
        course.Team.Roster[1] = course.Team.Roster[1] with
        {
            Name = "Sam\u200B Rivera",
            UserPrincipalName = "srivera1@school.example",
        };
        course.Team.Roster[2] = course.Team.Roster[2] with
        {
            Name = "S\u0430m Rivera",
            UserPrincipalName = "srivera2@school.example",
        };
        await course.Team.HappensAsync(lee, "teamMemberAdded");
        await course.NewAsync(lee);

        await course.AsksAsync(twin, "i want to kill myself");

        Assert.Contains(await course.NewAsync(lee), shown => shown.Text == "Please talk to S\u0430m Rivera (srivera2)");
    }

    [StoreFact]
    public async Task A_counselor_of_the_school_can_be_chosen_on_the_card_and_is_called_at_once()
    {
        await using var bot = await BotFixture.StartAsync(
            settings: "--Safety:TenantContacts:0=aaaaaaaa-0000-0000-0000-000000000001"
        );
        var counselor = bot.Student("Pat");
        await counselor.SaysAsync("hi");
        var course = await Course.StartAsync(
            bot,
            bot.Student("Lee"),
            [bot.Student("Sam")],
            settings: new Dictionary<string, string>
            {
                ["contacts"] = $"aaaaaaaa-0000-0000-0000-000000000002,{counselor.ObjectId}",
            }
        );
        await counselor.ArrivedAsync();

        await course.AsksAsync(course["Sam"], "i want to kill myself");
        await course.SettleAsync();

        var call = Assert.Single(await counselor.ArrivedAsync());
        counselor.Screen.Take([call], null);
        Assert.StartsWith("Please talk to Sam", call.Text, StringComparison.Ordinal);
        await counselor.TapsAsync("I'm on it");
        await bot.QuietAsync();
        Assert.Empty((await course.Team.ReadAsync())!.Alerts);
    }

    [StoreFact]
    public async Task Who_would_like_help_before_there_is_a_teacher_is_told_the_truth_and_the_first_teacher_gets_it()
    {
        await using var bot = await BotFixture.StartAsync(settings: "--Classes:InstallerIsTeacher=false");
        var (lee, sam) = (bot.Student("Lee"), bot.Student("Sam"));
        var team = new Team(bot, "7B Math", lee, sam);
        await team.AddBotAsync(lee);

        Assert.StartsWith(
            "I keep it that you'd like help. I know no class of yours yet",
            (await sam.SaysAsync("i'd like help"))[^1].Text,
            StringComparison.Ordinal
        );
        await lee.SaysAsync(await bot.TeacherCodeAsync(team));
        await team.SetUpAsync(lee);
        await team.SettleAsync();
        Assert.Contains(await lee.ArrivedAsync(), shown => shown.Text == "Sam Rivera would like help");

        await team.LeavesAsync(lee);
        await team.SettleAsync();
        Assert.StartsWith(
            "I keep it that you'd like help. Right now I know no teacher of 7B Math",
            (await sam.SaysAsync("i'd like help"))[^1].Text,
            StringComparison.Ordinal
        );
    }

    private static async Task<Shown> LookAsync(Student person, Course course) =>
        Assert.Single(
            await person.AnswersAsync(
                person.Invoke(TeacherVerbs.Class, new JsonObject { ["class"] = course.Team.Key.Partition }),
                null
            ),
            shown => shown.InPlace
        );
}
