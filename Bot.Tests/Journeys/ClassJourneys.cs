using System.Text.Json;
using Milestones.Conversations;
using Milestones.School;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>A team becomes a class, and stays one while people come and go.</summary>
public class ClassJourneys : Journey
{
    [StoreFact]
    public async Task Adding_the_bot_to_a_team_brings_one_welcome_that_names_who_added_it()
    {
        var lee = Bot.Student("Lee");
        var team = new Team(Bot, "7B Math", lee, Bot.Student("Sam"));

        await team.AddBotAsync(lee);

        var welcome = Assert.Single(team.Channel);
        Assert.Contains(
            "Lee Rivera added me to this team.",
            string.Join('\n', welcome.Lines()),
            StringComparison.Ordinal
        );
        Assert.Contains("Set up class", welcome.Card!.Titles);
        var classroom = (await team.ReadAsync())!;
        Assert.Equal(["Lee Rivera", "Sam Rivera"], classroom.Members.Select(member => member.Name));
        Assert.Equal([MemberRole.Teacher, MemberRole.Student], classroom.Members.Select(member => member.Role));
        Assert.All(
            Bot.Connector.Messages,
            call => Assert.StartsWith(team.Id, call.ConversationId, StringComparison.Ordinal)
        );
    }

    [StoreFact]
    public async Task Setting_up_brings_every_student_the_class_and_the_teacher_a_report_and_writes_to_nobody_else()
    {
        var (lee, sam, ana) = (Bot.Student("Lee"), Bot.Student("Sam"), Bot.Student("Ana"));
        var team = new Team(Bot, "7B Math", lee, sam, ana);
        await team.AddBotAsync(lee);
        Bot.Connector.Answer(
            StubAnswer.Error(403, "BotNotInConversationRoster"),
            when: call =>
                call.Route == ConnectorRoute.Create
                && call.ConversationId.EndsWith(ana.ObjectId, StringComparison.Ordinal)
        );

        var saved = await team.SetUpAsync(lee);

        Assert.Contains("7B Math is set up", string.Join('\n', saved.Lines()), StringComparison.Ordinal);
        Assert.Contains(team.Channel, shown => shown.Text!.StartsWith("I can post here.", StringComparison.Ordinal));
        var membership = Assert.Single((await Bot.PersonAsync(sam))!.Classes);
        Assert.Equal(
            (team.Key, "7B Math", MemberRole.Student, true),
            (membership.Class, membership.ClassName, membership.Role, membership.HasContacts)
        );
        Assert.Equal(("America/New_York", DayOfWeek.Friday), (membership.Schedule!.Zone, membership.Schedule.Day));
        Assert.NotNull(membership.Cursor);
        Assert.Equal(MemberRole.Teacher, Assert.Single((await Bot.PersonAsync(lee))!.Classes).Role);
        Assert.All(
            Bot.Connector.Calls.Where(call => call.Route == ConnectorRoute.Create),
            call =>
                Assert.StartsWith(
                    "29:",
                    call.Body.GetProperty("members")[0].GetProperty("id").GetString(),
                    StringComparison.Ordinal
                )
        );
        var report = Assert.Single(
            Bot.Connector.Messages,
            call => !call.ConversationId.StartsWith(team.Id, StringComparison.Ordinal)
        );
        Assert.Equal($"a:chat-{lee.ObjectId}", report.ConversationId);
        var words = string.Join('\n', Student.See(report).Lines());
        Assert.Contains("2 of 3 people can be reached.", words, StringComparison.Ordinal);
        Assert.Contains("Ana Rivera · the app is not installed for them", words, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Only_a_teacher_sees_the_set_up_card()
    {
        var (lee, sam) = (Bot.Student("Lee"), Bot.Student("Sam"));
        var team = new Team(Bot, "7B Math", lee, sam);
        await team.AddBotAsync(lee);
        var welcome = team.Channel[0].Card!;
        var form = await team.TapsAsync(lee, "Set up class", welcome);

        Assert.StartsWith(
            "That's for a teacher",
            (await team.TapsAsync(sam, "Set up class", welcome)).Text,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "That's for a teacher",
            (await team.TapsAsync(sam, "Save class settings", form.Card!)).Text,
            StringComparison.Ordinal
        );
        Assert.Null((await team.ReadAsync())!.Settings);
    }

    [StoreFact]
    public async Task What_is_wrong_on_the_card_is_said_beside_it_and_nothing_is_saved()
    {
        var lee = Bot.Student("Lee");
        var team = new Team(Bot, "7B Math", lee);
        await team.AddBotAsync(lee);

        var answer = await team.SetUpAsync(
            lee,
            new Dictionary<string, string>
            {
                ["zone"] = "Mars/Olympus",
                ["start"] = "2026-10-02",
                ["end"] = "2026-10-01",
                ["off0From"] = "2026-11-26",
                ["off1To"] = "2026-12-24",
                ["contacts"] = "nobody",
            }
        );

        var words = string.Join('\n', answer.Lines());
        Assert.Contains("I don't know that time zone.", words, StringComparison.Ordinal);
        Assert.Contains("Please pick the first day off.", words, StringComparison.Ordinal);
        Assert.Contains("at least one teacher", words, StringComparison.Ordinal);
        Assert.Equal("Mars/Olympus", answer.Card!.Fields["zone"]);
        Assert.Null((await team.ReadAsync())!.Settings);
        var again = await team.TapsAsync(
            lee,
            "Save class settings",
            answer.Card,
            new Dictionary<string, string>
            {
                ["zone"] = "Europe/Madrid",
                ["off1To"] = "",
                ["contacts"] = lee.ObjectId,
            }
        );
        Assert.Contains(
            "The last day is before the first.",
            string.Join('\n', again.Lines()),
            StringComparison.Ordinal
        );
    }

    [StoreFact]
    public async Task An_empty_class_is_told_so_and_whoever_joins_gets_everything()
    {
        var (lee, sam) = (Bot.Student("Lee"), Bot.Student("Sam"));
        var team = new Team(Bot, "7B Math", lee);
        await team.AddBotAsync(lee);

        Assert.Contains(
            "There are no students in this team yet.",
            string.Join('\n', (await team.SetUpAsync(lee)).Lines()),
            StringComparison.Ordinal
        );
        await team.JoinsAsync(sam);

        Assert.Equal("7B Math", Assert.Single((await Bot.PersonAsync(sam))!.Classes).ClassName);
    }

    [StoreFact]
    public async Task Who_leaves_is_out_and_hears_nothing()
    {
        var (lee, sam) = (Bot.Student("Lee"), Bot.Student("Sam"));
        var team = new Team(Bot, "7B Math", lee, sam);
        await team.AddBotAsync(lee);
        await team.SetUpAsync(lee);
        var before = Bot.Connector.Messages.Count;

        await team.LeavesAsync(sam);

        Assert.Empty((await Bot.PersonAsync(sam))!.Classes);
        Assert.Equal(before, Bot.Connector.Messages.Count);
    }

    [StoreFact]
    public async Task A_roster_page_that_fails_half_way_leaves_the_roster_as_it_was_until_it_can_be_read()
    {
        var lee = Bot.Student("Lee");
        var team = new Team(Bot, "7B Math", [lee, .. Enumerable.Range(0, 220).Select(n => Bot.Student($"S{n}"))]);
        Bot.Connector.Answer(
            StubAnswer.Error(500, "ServiceError"),
            when: call => call.Path.Contains("continuationToken", StringComparison.Ordinal)
        );
        await team.AddBotAsync(lee);
        Assert.Equal(
            (0, RosterFault.NoAnswer),
            ((await team.ReadAsync())!.Members.Count, (await team.ReadAsync())!.RosterFault)
        );

        Bot.Connector.Forget();
        Bot.Clock.Advance(TimeSpan.FromMinutes(10));
        await team.SettleAsync();

        var classroom = (await team.ReadAsync())!;
        Assert.Equal((221, null), (classroom.Members.Count, classroom.RosterFault));
        await team.SetUpAsync(lee);
        var stored = (await Bot.Store.GetAsync(team.Key, CancellationToken.None))!.Document;
        Assert.InRange(stored.Json.Length, 1, 64 * 1024);
        Assert.All((await team.ReadAsync())!.Members, member => Assert.True(member.Knows > 0));
    }

    [StoreFact]
    public async Task A_reading_that_fails_half_way_applies_nothing_of_what_it_saw()
    {
        var (lee, sam) = (Bot.Student("Lee"), Bot.Student("Sam"));
        var team = new Team(Bot, "7B Math", [lee, sam, .. Enumerable.Range(0, 215).Select(n => Bot.Student($"S{n}"))]);
        await team.AddBotAsync(lee);
        team.Roster.RemoveAll(member => member.AadObjectId == sam.ObjectId);
        team.Roster.Insert(0, Team.Of(Bot.Student("New")));
        Bot.Connector.Answer(
            StubAnswer.Error(500, "ServiceError"),
            when: call => call.Path.Contains("continuationToken", StringComparison.Ordinal)
        );
        await team.HappensAsync(lee, "teamMemberAdded");

        var before = (await team.ReadAsync())!;
        Assert.Equal((217, RosterFault.NoAnswer), (before.Members.Count, before.RosterFault));
        Assert.NotNull(before.Find(sam.ObjectId));
        Assert.DoesNotContain(before.Members, member => member.Name == "New Rivera");

        Bot.Connector.Forget();
        Bot.Clock.Advance(TimeSpan.FromMinutes(10));
        await team.SettleAsync();
        Assert.Null((await team.ReadAsync())!.Find(sam.ObjectId));
        Assert.Contains((await team.ReadAsync())!.Members, member => member.Name == "New Rivera");
    }

    [StoreFact]
    public async Task What_happened_while_the_bot_was_down_is_caught_up_with_within_a_day()
    {
        var (lee, sam, ana) = (Bot.Student("Lee"), Bot.Student("Sam"), Bot.Student("Ana"));
        var team = new Team(Bot, "7B Math", lee, sam);
        await team.AddBotAsync(lee);
        await team.SetUpAsync(lee);
        team.Roster.RemoveAll(member => member.AadObjectId == sam.ObjectId);
        team.Roster.Add(Team.Of(ana));

        await Bot.CrashAsync(downFor: TimeSpan.FromDays(3));
        await team.SettleAsync();

        Assert.Empty((await Bot.PersonAsync(sam))!.Classes);
        Assert.Single((await Bot.PersonAsync(ana))!.Classes);
    }

    [StoreFact]
    public async Task A_team_that_is_not_to_be_found_for_a_day_is_taken_for_deleted()
    {
        var (lee, sam) = (Bot.Student("Lee"), Bot.Student("Sam"));
        var team = new Team(Bot, "7B Math", lee, sam);
        await team.AddBotAsync(lee);
        await team.SetUpAsync(lee);
        Bot.Connector.Roster.Teams.Remove(team.Id);

        for (var hour = 0; hour < 24 + 36; hour++)
        {
            Assert.Single((await Bot.PersonAsync(sam))!.Classes);
            Bot.Clock.Advance(TimeSpan.FromHours(1));
            await team.SettleAsync();
            if ((await team.ReadAsync())!.InactiveSince is not null)
                break;
        }

        Assert.Empty((await Bot.PersonAsync(sam))!.Classes);
        await team.SaysAsync(lee, "hi"); // it is there after all
        Bot.Connector.Roster.Teams[team.Id] = ("7B Math", "group");
        Bot.Clock.Advance(TimeSpan.FromMinutes(10));
        await team.SettleAsync();
        Assert.Single((await Bot.PersonAsync(sam))!.Classes);
    }

    [StoreFact]
    public async Task News_goes_to_the_channel_that_was_chosen_while_there_is_such_a_channel()
    {
        var lee = Bot.Student("Lee");
        var team = new Team(Bot, "7B Math", lee, Bot.Student("Sam"));
        Bot.Connector.Roster.Channels[team.Id] = [("19:news@thread.tacv2", "Good news"), (team.Id, null)];
        await team.AddBotAsync(lee);
        var form = (await team.TapsAsync(lee, "Set up class", team.Channel[0].Card!)).Card!;
        Assert.Contains(form.Lines(), line => line.Contains("(General | Good news)", StringComparison.Ordinal));
        var wrong = await team.TapsAsync(
            lee,
            "Save class settings",
            form,
            new Dictionary<string, string> { ["channel"] = "19:elsewhere@thread.tacv2" }
        );
        Assert.Contains(
            "Please choose a channel of this team.",
            string.Join('\n', wrong.Lines()),
            StringComparison.Ordinal
        );

        await team.SetUpAsync(lee);
        Assert.Single(
            team.Channel,
            shown => shown.Text?.StartsWith("I can post here.", StringComparison.Ordinal) == true
        );
        await team.SetUpAsync(lee, new Dictionary<string, string> { ["channel"] = "19:news@thread.tacv2" });
        Assert.Single(
            Bot.Connector.Messages,
            call =>
                call.ConversationId == "19:news@thread.tacv2"
                && call.Text!.StartsWith("I can post here.", StringComparison.Ordinal)
        );

        Bot.Connector.Roster.Channels[team.Id] = [(team.Id, null)];
        await team.HappensAsync(
            lee,
            "channelDeleted",
            activity => activity["channelData"]!["channel"]!["id"] = "19:news@thread.tacv2"
        );
        Assert.Equal(team.Id, (await team.ReadAsync())!.NewsChannel!.ConversationId);
    }

    [StoreFact]
    public async Task The_report_says_when_the_channel_takes_no_posts()
    {
        var lee = Bot.Student("Lee");
        var team = new Team(Bot, "7B Math", lee, Bot.Student("Sam"));
        await team.AddBotAsync(lee);
        var slow = new TaskCompletionSource();
        Bot.Connector.Answer(
            StubAnswer.Error(403, "BotDisabledByAdmin") with
            {
                Until = slow.Task,
            },
            when: call => call.IsMessage && call.ConversationId == team.Id
        );
        var form = await team.TapsAsync(lee, "Set up class", team.Channel[0].Card!);
        await team.TapsAsync(lee, "Save class settings", form.Card!);

        await Bot.RingAsync();
        await Bot.RingAsync();
        Assert.DoesNotContain(
            Bot.Connector.Messages,
            call => call.Card?.GetRawText().Contains("Who I can reach", StringComparison.Ordinal) == true
        );
        slow.SetResult();
        await team.SettleAsync();

        Assert.Contains(
            "I couldn't post in the channel: the school's administrator has switched me off.",
            await ReportAsync(lee),
            StringComparison.Ordinal
        );
    }

    [StoreFact]
    public async Task A_connector_in_trouble_ends_no_check_the_report_comes_as_it_stands_and_the_chats_open_later()
    {
        var (lee, sam, ana) = (Bot.Student("Lee"), Bot.Student("Sam"), Bot.Student("Ana"));
        var team = new Team(Bot, "7B Math", lee, sam, ana);
        await team.AddBotAsync(lee);
        Bot.Connector.Answer(
            StubAnswer.Error(503, "ServiceUnavailable"),
            when: call =>
                call.Route == ConnectorRoute.Create
                && !call.ConversationId.EndsWith(lee.ObjectId, StringComparison.Ordinal)
        );
        await team.SetUpAsync(lee);
        for (var round = 0; round < 3; round++)
        {
            Bot.Clock.Advance(TimeSpan.FromMinutes(5));
            await team.SettleAsync();
        }

        Assert.Contains(
            "Sam Rivera · Teams didn't answer; I keep trying",
            await ReportAsync(lee),
            StringComparison.Ordinal
        );
        Assert.Null(await Bot.PersonAsync(sam));
        Bot.Connector.Forget();
        Bot.Clock.Advance(TimeSpan.FromHours(1));
        await team.SettleAsync();

        Assert.Single((await Bot.PersonAsync(sam))!.Classes);
        Assert.Single((await Bot.PersonAsync(ana))!.Classes);
    }

    [StoreFact]
    public async Task A_team_whose_beginning_was_missed_is_read_at_the_first_word()
    {
        var (lee, sam) = (Bot.Student("Lee"), Bot.Student("Sam"));
        var team = new Team(Bot, "7B Math", lee, sam);

        await team.SaysAsync(lee, "hi");

        Assert.Equal(2, (await team.ReadAsync())!.Members.Count);
    }

    [StoreFact]
    public async Task A_class_of_a_thousand_is_refused_in_friendly_words()
    {
        var lee = Bot.Student("Lee");
        var team = new Team(Bot, "All of us", [lee, .. Enumerable.Range(0, 999).Select(n => Bot.Student($"S{n}"))]);
        await team.AddBotAsync(lee);

        Assert.Contains(
            team.Channel,
            shown => shown.Text!.Contains("up to 250 make a class", StringComparison.Ordinal)
        );
        Assert.Contains(
            "up to 250",
            (await team.TapsAsync(lee, "Set up class", team.Channel[0].Card!)).Text,
            StringComparison.Ordinal
        );
        Assert.Empty((await team.ReadAsync())!.Members);
    }

    [StoreFact]
    public async Task A_bot_that_comes_back_says_no_second_welcome_and_takes_up_where_it_was()
    {
        var (lee, sam) = (Bot.Student("Lee"), Bot.Student("Sam"));
        var team = new Team(Bot, "7B Math", lee, sam);
        await team.AddBotAsync(lee);
        await team.SetUpAsync(lee);
        var settings = (await team.ReadAsync())!.Settings;
        var posts = team.Channel.Count;

        await team.RemoveBotAsync(lee);
        Assert.Empty((await Bot.PersonAsync(sam))!.Classes);
        Bot.Clock.Advance(TimeSpan.FromDays(3));
        await team.AddBotAsync(sam);

        Assert.Equal(posts, team.Channel.Count);
        Assert.Single((await Bot.PersonAsync(sam))!.Classes);
        Assert.Equal(JsonSerializer.Serialize(settings), JsonSerializer.Serialize((await team.ReadAsync())!.Settings));
        // Whoever adds it again takes no class over
        Assert.Equal(MemberRole.Student, (await team.ReadAsync())!.Find(sam.ObjectId)!.Role);
    }

    [StoreFact]
    public async Task A_team_that_is_renamed_archived_and_restored_is_followed()
    {
        var (lee, sam) = (Bot.Student("Lee"), Bot.Student("Sam"));
        var team = new Team(Bot, "7B Math", lee, sam);
        await team.AddBotAsync(lee);
        await team.SetUpAsync(lee);

        await team.HappensAsync(
            lee,
            "teamRenamed",
            activity => activity["channelData"]!["team"]!["name"] = "7B Algebra"
        );
        Assert.Equal("7B Algebra", Assert.Single((await Bot.PersonAsync(sam))!.Classes).ClassName);
        await team.HappensAsync(lee, "teamArchived");
        Assert.Empty((await Bot.PersonAsync(sam))!.Classes);
        await team.HappensAsync(lee, "teamUnarchived");
        Assert.Single((await Bot.PersonAsync(sam))!.Classes);
        await team.HappensAsync(lee, "teamDeleted");
        Assert.Empty((await Bot.PersonAsync(sam))!.Classes);
    }

    [StoreFact]
    public async Task A_student_in_eight_classes_has_eight_and_a_teacher_may_be_a_student_elsewhere()
    {
        var (lee, kim, sam) = (Bot.Student("Lee"), Bot.Student("Kim"), Bot.Student("Sam"));
        for (var n = 1; n <= 7; n++)
        {
            var team = new Team(Bot, $"Class {n}", lee, sam);
            await team.AddBotAsync(lee);
            await team.SetUpAsync(lee);
        }

        var evening = new Team(Bot, "Evening pottery", kim, lee, sam);
        await evening.AddBotAsync(kim);
        await evening.SetUpAsync(kim);

        Assert.Equal(8, (await Bot.PersonAsync(sam))!.Classes.Count);
        Assert.Equal(7, (await Bot.PersonAsync(lee))!.Classes.Count(known => known.Role == MemberRole.Teacher));
        Assert.Single(
            (await Bot.PersonAsync(lee))!.Classes,
            known => known.Role == MemberRole.Student && known.ClassName == "Evening pottery"
        );
    }

    [StoreFact]
    public async Task Of_two_teachers_who_save_at_once_the_second_is_told_and_sees_the_newer_state()
    {
        var (lee, kim, sam) = (Bot.Student("Lee"), Bot.Student("Kim"), Bot.Student("Sam"));
        var team = new Team(Bot, "7B Math", lee, kim, sam);
        await team.AddBotAsync(lee);
        await team.SetUpAsync(lee, new Dictionary<string, string> { ["teachers"] = kim.ObjectId });
        await kim.SaysAsync("hi");
        await team.SettleAsync();
        await lee.SaysAsync("set up class");
        await kim.SaysAsync("set up class");
        var (leeForm, kimForm) = (lee.Screen.With("Save class settings"), kim.Screen.With("Save class settings"));

        await kim.TapsAsync("Save class settings", kimForm, new Dictionary<string, string> { ["day"] = "Tuesday" });
        await team.SettleAsync();
        var told = Assert
            .Single(
                await lee.TapsAsync(
                    "Save class settings",
                    leeForm,
                    new Dictionary<string, string> { ["day"] = "Monday" }
                ),
                shown => shown.InPlace
            )
            .Card!;
        await team.SettleAsync();

        Assert.Contains(
            told.Lines(),
            line =>
                line.StartsWith("Kim Rivera has just changed these settings", StringComparison.Ordinal)
                && line.EndsWith("What you had put in: Reflection day: Monday.", StringComparison.Ordinal)
        );
        Assert.Equal("Tuesday", told.Fields["day"]);
        Assert.Equal(DayOfWeek.Tuesday, (await team.ReadAsync())!.Settings!.Schedule.Day);
        await lee.TapsAsync("Save class settings", told, new Dictionary<string, string> { ["day"] = "Monday" });
        await team.SettleAsync();
        Assert.Equal(DayOfWeek.Monday, (await team.ReadAsync())!.Settings!.Schedule.Day);
    }

    [StoreFact]
    public async Task What_the_slower_teacher_put_in_is_told_also_where_some_of_it_could_not_be_read()
    {
        var (lee, kim, sam) = (Bot.Student("Lee"), Bot.Student("Kim"), Bot.Student("Sam"));
        var team = new Team(Bot, "7B Math", lee, kim, sam);
        await team.AddBotAsync(lee);
        await team.SetUpAsync(lee, new Dictionary<string, string> { ["teachers"] = kim.ObjectId });
        await kim.SaysAsync("hi");
        await team.SettleAsync();
        await lee.SaysAsync("set up class");
        await kim.SaysAsync("set up class");
        var (leeForm, kimForm) = (lee.Screen.With("Save class settings"), kim.Screen.With("Save class settings"));
        await kim.TapsAsync("Save class settings", kimForm, new Dictionary<string, string> { ["day"] = "Tuesday" });
        await team.SettleAsync();

        var told = Assert
            .Single(
                await lee.TapsAsync(
                    "Save class settings",
                    leeForm,
                    new Dictionary<string, string>
                    {
                        ["day"] = "Monday",
                        ["time"] = "half past one",
                        ["off0From"] = "2026-10-12",
                        ["off0Name"] = "Columbus Day",
                        ["share"] = "yes",
                    }
                ),
                shown => shown.InPlace
            )
            .Card!;

        Assert.Contains(
            told.Lines(),
            line =>
                line.EndsWith(
                    "What you had put in: Reflection day: Monday · Time: half past one · Invite students to share "
                        + "their week with their teachers?: Yes: one line asks them. \"Only me\" stays chosen until "
                        + "they choose otherwise · Days without school: 2026\\-10\\-12 Columbus Day.",
                    StringComparison.Ordinal
                )
        );
        Assert.Equal("Tuesday", told.Fields["day"]);
    }

    [StoreFact]
    public async Task The_set_up_card_says_what_is_set_and_what_is_not_and_can_be_asked_whether_it_can_post()
    {
        var (lee, sam) = (Bot.Student("Lee"), Bot.Student("Sam"));
        var team = new Team(Bot, "7B Math", lee, sam);
        await lee.SaysAsync("hi");
        await team.AddBotAsync(lee);
        var form = await team.TapsAsync(lee, "Set up class", team.Channel.First(shown => shown.Card is not null).Card!);
        Assert.Contains("⚠ The weekly question is not set yet: nobody is asked.", form.Card!.Lines());
        Assert.Contains("⚠ I have not tried to post in the channel yet.", form.Card!.Lines());

        var asked = await team.TapsAsync(lee, "Can you post here?", form.Card);
        Assert.Equal("I'm checking. The report comes here in a moment.", asked.Text);
        await team.SettleAsync();
        Assert.Contains(
            team.Channel,
            shown => shown.Text?.StartsWith("I can post here.", StringComparison.Ordinal) == true
        );

        await team.SetUpAsync(lee);
        await team.SettleAsync();
        var later = await team.TapsAsync(
            lee,
            "Set up class",
            team.Channel.First(shown => shown.Card is not null).Card!
        );
        Assert.Contains(
            later.Card!.Lines(),
            line => line.StartsWith("✓ Next weekly question: Fri, Sep 18 at 1:30", StringComparison.Ordinal)
        );
        Assert.Contains("✓ I can post in the channel.", later.Card!.Lines());
        Assert.Contains("✓ 2 of 2 people can be reached.", later.Card!.Lines());
    }

    [StoreFact]
    public async Task Settings_are_changed_from_the_private_chat_with_the_same_card()
    {
        var (lee, sam) = (Bot.Student("Lee"), Bot.Student("Sam"));
        var team = new Team(Bot, "7B Math", lee, sam);
        await team.AddBotAsync(lee);
        await team.SetUpAsync(
            lee,
            new Dictionary<string, string>
            {
                ["off0From"] = "2026-11-26",
                ["off0To"] = "2026-11-27",
                ["off0Name"] = "Thanksgiving",
            }
        );
        var cursor = Assert.Single((await Bot.PersonAsync(sam))!.Classes).Cursor;

        await lee.SaysAsync("set up class");
        Assert.Equal(
            ("2026-11-26", "2026-11-27", "Thanksgiving"),
            (
                lee.Screen.Newest.Fields["off0From"],
                lee.Screen.Newest.Fields["off0To"],
                lee.Screen.Newest.Fields["off0Name"]
            )
        );
        await lee.TapsAsync("Save class settings", new Dictionary<string, string> { ["day"] = "Tuesday" });
        await team.SettleAsync();

        Assert.Equal(DayOfWeek.Tuesday, (await team.ReadAsync())!.Settings!.Schedule.Day);
        var membership = Assert.Single((await Bot.PersonAsync(sam))!.Classes);
        Assert.Equal((DayOfWeek.Tuesday, cursor), (membership.Schedule!.Day, membership.Cursor));
        Assert.StartsWith(
            "That's for a teacher",
            (await sam.SaysAsync("configurar clase"))[^1].Text,
            StringComparison.Ordinal
        );
    }

    [StoreFact]
    public async Task A_colleague_named_on_the_card_may_act_and_a_forged_card_may_not()
    {
        var (lee, kim, sam) = (Bot.Student("Lee"), Bot.Student("Kim"), Bot.Student("Sam"));
        var team = new Team(Bot, "7B Math", lee, kim, sam);
        await team.AddBotAsync(lee);
        await team.SetUpAsync(lee, new Dictionary<string, string> { ["teachers"] = kim.ObjectId });
        var form = (await team.TapsAsync(kim, "Set up class", team.Channel[0].Card!)).Card!;

        Assert.Equal(MemberRole.Teacher, Assert.Single((await Bot.PersonAsync(kim))!.Classes).Role);
        await sam.SaysAsync("hi");
        var forged = await sam.TapsAsync(
            "Save class settings",
            form,
            new Dictionary<string, string> { ["day"] = "Monday" }
        );
        Assert.StartsWith("That's for a teacher", Assert.Single(forged).Text, StringComparison.Ordinal);
        await team.SettleAsync();
        Assert.Equal(DayOfWeek.Friday, (await team.ReadAsync())!.Settings!.Schedule.Day);
    }

    private async Task<string> ReportAsync(Student teacher) =>
        string.Join(
            '\n',
            Student
                .See(
                    await Bot.Connector.UntilAsync(call =>
                        call.ConversationId == $"a:chat-{teacher.ObjectId}"
                        && call.Card?.GetRawText().Contains("Who I can reach", StringComparison.Ordinal) == true
                    )
                )
                .Lines()
        );
}
