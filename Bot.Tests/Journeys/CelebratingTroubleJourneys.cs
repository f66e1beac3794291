using System.Text.Json.Nodes;
using Milestones.School;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;
using Milestones.Views;

namespace Milestones.Tests.Journeys;

/// <summary>
/// What can go wrong while a class celebrates, and what is rare: channels that go, teams that sleep, people who never
/// wrote, names made to deceive, cards of long ago, changes in the middle of cheers.
/// </summary>
public class CelebratingTroubleJourneys : Journey
{
    private const string Cheers = "19:cheers@thread.tacv2";

    [StoreFact]
    public async Task Who_never_wrote_to_the_coach_cheers_like_everybody()
    {
        var (lee, sam, ana, mute) = (Bot.Student("Lee"), Bot.Student("Sam"), Bot.Student("Ana"), Bot.Student("Mute"));
        var course = await Course.StartAsync(Bot, lee, [sam, ana]);
        await course.Team.JoinsAsync(mute);
        await PostedAsync(course, lee, ana);
        Assert.Null((await Bot.PersonAsync(mute))?.WelcomedAt);
        Assert.Contains("[👏 Cheer · 1]", (await CheersAsync(course, mute, Posted(course, Bot)[0])).Card!.Lines());
        Assert.Null((await Bot.PersonAsync(mute))?.WelcomedAt);
    }

    [StoreFact]
    public async Task Cheers_through_two_processes_with_a_change_in_between_are_all_counted()
    {
        var store = TestStore.Sqlite();
        await using var bot = await BotFixture.StartAsync(store);
        var names = Enumerable.Range(1, 12).Select(number => $"S{number}").ToList();
        var course = await Course.StartAsync(
            bot,
            bot.Student("Lee"),
            [.. names.Append("Ana").Select(name => bot.Student(name))],
            settings: new Dictionary<string, string> { ["celebrate"] = "faces" }
        );
        await PostedAsync(course, course.Teacher, course["Ana"]);
        await using var second = await BotFixture.StartAsync(new TestStore(store.Settings));
        second.Clock.Advance(bot.Clock.Now - second.Clock.Now);

        var post = Assert.Single(Posted(course, bot));

        // One of those whose name stands there leaves while the others cheer, and every tap comes twice.
        await CheersAsync(course, course["S1"], post);
        var taps = names
            .Skip(1)
            .Select(name => CheerOf(course, course[name], post).ToJsonString())
            .SelectMany(tap => (Task[])[bot.PostAsync(tap), second.PostAsync(tap)])
            .Append(course.Team.LeavesAsync(course["S1"]));
        await Task.WhenAll(taps);
        await course.SettleAsync();

        var kept = Assert.Single((await course.Team.ReadAsync())!.Posts).Cheers;
        Assert.Equal(names.Count, kept.Count);
        Assert.Equal(names.Count, kept.Distinct(StringComparer.Ordinal).Count());
        await LaterAsync(course, bot);
        Assert.Contains($"[👏 Cheer · {names.Count}]", Last(course, bot).Lines());
    }

    [StoreFact]
    public async Task A_deleted_channel_leaves_nothing_stuck_and_the_next_goes_where_one_is()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana", "Kai");
        var (lee, ana) = (course.Teacher, course["Ana"]);
        Bot.Connector.Roster.Channels[course.Team.Id] = [(course.Team.Id, null), (Cheers, "Cheers")];
        await course.Team.HappensAsync(lee, "channelCreated");
        await course.Team.SetUpAsync(lee, new Dictionary<string, string> { ["channel"] = Cheers });
        await course.NewAsync(lee);
        await GivesAsync(course, lee, ana);
        await ana.TapsAsync("In the channel", Assert.Single(await course.NewAsync(ana)).Card!);
        await course.SettleAsync();
        var post = Assert.Single(
            Bot.Connector.Messages,
            call => call.ConversationId == Cheers && call.Card is not null
        );

        Bot.Connector.Roster.Channels[course.Team.Id] = [(course.Team.Id, null)];
        Bot.Connector.Answer(
            StubAnswer.Error(404, "ConversationNotFound"),
            when: call => call.ConversationId == Cheers
        );
        await course.Team.HappensAsync(
            lee,
            "channelDeleted",
            activity => activity["channelData"]!["channel"]!["id"] = Cheers
        );
        // A client that still shows the card: the cheer counts, its card is not tried for ever.
        await CheersAsync(course, course["Kai"], Student.See(post).Card!);
        await LaterAsync(course, Bot);
        var room = (await course.Team.ReadAsync())!;
        Assert.True(room.Posts[0].IsGone);
        await AtRestAsync(course);

        await lee.TapsAsync("Take down", (await course.AsksAsync(lee, "shout-outs")).Card!);
        await LaterAsync(course, Bot);
        Assert.Equal(PostState.TakenDown, (await course.Team.ReadAsync())!.Posts[0].State);
        await AtRestAsync(course);

        await PostedAsync(course, lee, course["Sam"]);
        Assert.Equal(course.Team.Id, (await course.Team.ReadAsync())!.Posts[^1].ChannelId);
    }

    [StoreFact]
    public async Task An_archived_team_waits_and_a_removed_bot_lets_go()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana", "Kai");
        var (lee, sam, ana) = (course.Teacher, course["Sam"], course["Ana"]);
        await GivesAsync(course, sam, ana);
        await ana.TapsAsync("In the channel", Assert.Single(await course.NewAsync(ana)).Card!);
        var waiting = Assert.Single(await course.NewAsync(lee)).Card!;

        await course.Team.HappensAsync(lee, "teamArchived");
        var refused = Assert.Single(await lee.TapsAsync("Post it", waiting));
        Assert.StartsWith("I'm not in that team any more, or it was archived.", refused.Text, StringComparison.Ordinal);
        await LaterAsync(course, Bot);
        Assert.Empty(Posted(course, Bot));
        await AtRestAsync(course);

        // It is all there when the team comes back.
        await course.Team.HappensAsync(lee, "teamUnarchived");
        await lee.TapsAsync("Post it", waiting);
        await course.SettleAsync();
        Assert.Single(Posted(course, Bot));
        var going = ana.Screen.With("Take it back")!;

        await course.Team.RemoveBotAsync(lee);
        await ana.TapsAsync("Take it back", going);
        await LaterAsync(course, Bot);
        Assert.DoesNotContain(
            Bot.Connector.Calls,
            call => call.Route == ConnectorRoute.Delete && call.ConversationId == course.Team.Id
        );
        await AtRestAsync(course);
    }

    [StoreFact]
    public async Task Names_and_words_made_to_deceive_are_read_as_they_are()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana", "Kai");
        var (lee, sam, ana) = (course.Teacher, course["Sam"], course["Ana"]);
        Rename(course, ana, "**Ana** <at>Lee</at> <b>x</b> \u202Eevil\u202C");
        Rename(course, sam, string.Concat(Enumerable.Repeat("👏", 1000)));
        await course.Team.HappensAsync(lee, "teamMemberAdded");
        await course.SettleAsync();

        var pick = Assert.Single(await sam.SaysAsync("shout out")).Card!;
        var form = Assert
            .Single(await sam.TapsAsync("Next", pick, new Dictionary<string, string> { ["student"] = ana.ObjectId }))
            .Card!;
        await sam.TapsAsync(
            "Send my words",
            form,
            new Dictionary<string, string>
            {
                ["own"] = "**bold** <at>everyone</at> <script>x</script> \u202Eabc\u202C [me](https://evil.example)",
            }
        );
        await course.SettleAsync();
        var asked = Assert.Single(await course.NewAsync(ana)).Card!;
        await ana.TapsAsync("In the channel", asked, new Dictionary<string, string> { ["mention"] = "mention" });
        var waiting = Assert.Single(await course.NewAsync(lee)).Card!;
        await lee.TapsAsync("Post it", waiting);
        await course.SettleAsync();
        var post = Assert.Single(Posted(course, Bot));

        const string Words = "“**bold** <at>everyone</at> <script>x</script> abc [me](https://evil.example)”";
        foreach (var card in (Milestones.Testing.CardOnScreen[])[asked, waiting, post])
        {
            Assert.Contains(Words, card.Lines());
            Assert.DoesNotContain('\u202E', card.Json.GetRawText());
            Assert.DoesNotContain("\\u202", card.Json.GetRawText(), StringComparison.OrdinalIgnoreCase);
            // What is markup to a client is our own alone.
            Assert.DoesNotContain(
                Milestones.Testing.CardOnScreen.Parts(card.Json),
                part =>
                    Milestones.Testing.CardOnScreen.Type(part) == "TextBlock"
                    && part.GetProperty("text").GetString() is { } text
                    && (
                        text.Contains("<b>", StringComparison.Ordinal)
                        || text.Contains("<at>everyone", StringComparison.Ordinal)
                        || text.Contains("](", StringComparison.Ordinal)
                    )
            );
        }

        // One mention, of the student who agreed to it.
        var mention = Assert.Single(post.Json.GetProperty("msteams").GetProperty("entities").EnumerateArray().ToList());
        Assert.Equal(ana.ObjectId, mention.GetProperty("mentioned").GetProperty("id").GetString());
    }

    [StoreFact]
    public async Task Cards_of_long_ago_and_of_nothing_get_a_clear_answer()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var (lee, sam) = (course.Teacher, course["Sam"]);
        foreach (
            var verb in (string[])
                [
                    CelebrationVerbs.Approve,
                    CelebrationVerbs.Decline,
                    CelebrationVerbs.TakeDown,
                    CelebrationVerbs.IsThere,
                    CelebrationVerbs.IsNotThere,
                    CelebrationVerbs.Again,
                    CelebrationVerbs.PostWeek,
                    CelebrationVerbs.ChangeWeek,
                    CelebrationVerbs.SkipWeek,
                ]
        )
        {
            Assert.Equal("That is decided already.", await AnswerAsync(lee, verb, course));
            Assert.StartsWith(
                "That's for a teacher of this class.",
                await AnswerAsync(sam, verb, course),
                StringComparison.Ordinal
            );
        }

        foreach (
            var verb in (string[])
                [
                    CelebrationVerbs.InChannel,
                    CelebrationVerbs.JustMe,
                    CelebrationVerbs.NoThanks,
                    CelebrationVerbs.AlwaysJustMe,
                    CelebrationVerbs.Send,
                    CelebrationVerbs.Tell,
                    CelebrationVerbs.TellClass,
                ]
        )
        {
            Assert.StartsWith(
                "That card is from earlier",
                await AnswerAsync(sam, verb, course),
                StringComparison.Ordinal
            );
        }

        var cheer = course.Team.Moved(
            sam.Invoke(CelebrationVerbs.Cheer, new JsonObject { ["verb"] = CelebrationVerbs.Cheer, ["post"] = "gone" })
        );
        Assert.Equal(
            "This one is from a while ago, or was taken down.",
            Assert.Single(await sam.AnswersAsync(cheer, null), shown => shown.InPlace).Text
        );
        Assert.Empty(Posted(course, Bot));
    }

    [StoreFact]
    public async Task A_post_taken_down_while_nobody_knows_where_it_stands_leaves_with_the_next_tap_on_it()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana", "Kai");
        var (lee, ana) = (course.Teacher, course["Ana"]);
        Bot.Connector.Answer(
            StubAnswer.Drop,
            times: 1,
            when: call => call.Route == ConnectorRoute.Send && call.ConversationId == course.Team.Id
        );
        await GivesAsync(course, lee, ana);
        await ana.TapsAsync("In the channel", Assert.Single(await course.NewAsync(ana)).Card!);
        await course.SettleAsync();
        await ana.TapsAsync("Take it back");
        await course.SettleAsync();

        var there = new Milestones.Testing.CardOnScreen(Posted(course, Bot)[0].Json, "1234");
        Assert.Equal(
            "This one is from a while ago, or was taken down.",
            (await CheersAsync(course, course["Kai"], there)).Text
        );
        await LaterAsync(course, Bot);
        Assert.Equal(
            "1234",
            Assert.Single(Bot.Connector.Calls, call => call.Route == ConnectorRoute.Delete).ActivityId
        );
        await AtRestAsync(course);
    }

    [StoreFact]
    public async Task Who_was_given_a_shout_out_is_no_longer_among_those_not_recognized_lately()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var (lee, sam, ana) = (course.Teacher, course["Sam"], course["Ana"]);
        await course.AtAsync(Course.Friday.AddDays(28));
        foreach (var name in (string[])["Sam", "Ana"])
            await course.ReflectsAsync(name, 4);
        await course.NewAsync(lee);
        await course.AtAsync(Course.Monday.AddDays(28));
        var before = (await course.AsksAsync(lee, "my class")).Card!;
        Assert.Equal(2, before.Titles.Count(title => title == "Recognize"));

        // From the picture of the week itself, whatever the student chooses then.
        var form = Assert.Single(await lee.TapsAsync("Recognize", before)).Card!;
        Assert.Equal("Shout-out to Ana Rivera", form.Lines().First());
        await lee.TapsAsync("Kept at it", form);
        await course.SettleAsync();
        await ana.TapsAsync("No thanks", Assert.Single(await course.NewAsync(ana), IsAsked).Card!);
        await course.SettleAsync();
        var after = (await course.AsksAsync(lee, "my class")).Card!;
        Assert.Single(after.Titles, title => title == "Recognize");
        Assert.Equal(
            "Shout-out to Sam Rivera",
            Assert.Single(await lee.TapsAsync("Recognize", after)).Card!.Lines().First()
        );

        // From what Sam wrote, as a teacher reads it.
        var read = Assert.Single(await lee.TapsAsync("Read (2)", after)).Card!;
        Assert.StartsWith(
            "Shout-out to ",
            Assert.Single(await lee.TapsAsync("Recognize", read)).Card!.Lines().First(),
            StringComparison.Ordinal
        );
        Assert.Empty(await course.NewAsync(sam));
    }

    [StoreFact]
    public async Task A_step_is_told_the_class_when_the_student_wants_that_and_is_offered_once_a_week()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var (lee, sam) = (course.Teacher, course["Sam"]);
        await RepetitionJourneys.DraftAsync(sam);
        await sam.TapsAsync("Save");
        var reached = await sam.SaysAsync("i got a 66");
        var offer = Assert.Single(reached, IsOffer).Card!;
        Assert.Equal("That's a step done. Shall I tell the class?", offer.Lines().First());
        var preview = Assert.Single(await sam.TapsAsync("Yes, show me first", offer)).Card!;
        Assert.Contains("Sam reached a step of a goal.", preview.Lines());
        await sam.TapsAsync("In the channel", preview);
        await lee.TapsAsync("Post it", Assert.Single(await course.NewAsync(lee)).Card!);
        await course.SettleAsync();
        Assert.Equal("👣 A step done", Assert.Single(Posted(course, Bot)).Lines().First());
        Assert.DoesNotContain(await sam.SaysAsync("i got a 74"), IsOffer);
    }

    [StoreFact]
    public async Task In_a_class_whose_teacher_speaks_Spanish_the_channel_does()
    {
        // The teacher's client is in English; with the coach they speak Spanish.
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var (lee, sam, ana) = (course.Teacher, course["Sam"], course["Ana"]);
        await lee.SaysAsync("español");
        await course.Team.SetUpAsync(lee);
        await course.NewAsync(lee);
        var form = (await sam.SaysAsync("shout out to ana"))[0].Card!;
        await sam.TapsAsync("Kept at it", form);
        await course.SettleAsync();
        await ana.TapsAsync("In the channel", Assert.Single(await course.NewAsync(ana)).Card!);
        await lee.TapsAsync("Publicar", Assert.Single(await course.NewAsync(lee)).Card!);
        await course.SettleAsync();
        Assert.Equal(
            [
                "👏 Reconocimiento",
                "Ana Rivera",
                "Ana siguió adelante cuando se puso difícil.",
                "de Sam Rivera",
                "[👏 Aplaudir]",
            ],
            Assert.Single(Posted(course, Bot)).Lines()
        );
    }

    private static bool IsAsked(Shown shown) => shown.Card?.Find("Just tell me") is not null;

    private static bool IsOffer(Shown shown) => shown.Card?.Find("Yes, show me first") is not null;

    private static void Rename(Course course, Student person, string name)
    {
        var at = course.Team.Roster.FindIndex(member => member.AadObjectId == person.ObjectId);
        course.Team.Roster[at] = course.Team.Roster[at] with { Name = name };
    }

    private static async Task GivesAsync(Course course, Student giver, Student to)
    {
        var form = (await giver.SaysAsync($"shout out to {to.Name}"))[0].Card!;
        await giver.TapsAsync("Kept at it", form);
        await course.SettleAsync();
    }

    private static async Task PostedAsync(Course course, Student teacher, Student to)
    {
        await course.NewAsync(to);
        await GivesAsync(course, teacher, to);
        await to.TapsAsync("In the channel", Assert.Single(await course.NewAsync(to), IsAsked).Card!);
        await course.SettleAsync();
    }

    private static async Task<string> AnswerAsync(Student person, string verb, Course course)
    {
        var tap = person.Invoke(
            verb,
            new JsonObject
            {
                ["verb"] = verb,
                ["class"] = course.Team.Key.Partition,
                ["post"] = "gone",
                ["praise"] = "gone",
                ["week"] = "2020-W01",
                ["student"] = "nobody",
                ["goal"] = "gone",
            }
        );
        return Assert.Single(await person.AnswersAsync(tap, null)).Text!;
    }

    private static JsonObject CheerOf(Course course, Student person, Milestones.Testing.CardOnScreen post) =>
        course.Team.Moved(
            person.Invoke(
                CelebrationVerbs.Cheer,
                JsonNode.Parse(post.Buttons[^1].GetProperty("data").GetRawText())!,
                post.ActivityId
            )
        );

    private static async Task<Shown> CheersAsync(Course course, Student person, Milestones.Testing.CardOnScreen post) =>
        Assert.Single(await person.AnswersAsync(CheerOf(course, person, post), null), shown => shown.InPlace);

    private static List<Milestones.Testing.CardOnScreen> Posted(Course course, BotFixture bot) =>
        [
            .. bot
                .Connector.Messages.Where(call =>
                    call.ConversationId == course.Team.Id && call.Route == ConnectorRoute.Send && call.Card is not null
                )
                .Select(call => Student.See(call).Card!)
                .Where(card => card.Buttons.Any(button => Verb(button) == CelebrationVerbs.Cheer)),
        ];

    private static string? Verb(System.Text.Json.JsonElement button) =>
        button.TryGetProperty("verb", out var verb) ? verb.GetString() : null;

    private static Milestones.Testing.CardOnScreen Last(Course course, BotFixture bot) =>
        new(
            bot.Connector.Calls.Last(call =>
                call.Route == ConnectorRoute.Update && call.ConversationId == course.Team.Id && call.Card is not null
            ).Card!.Value
        );

    /// <summary>Some seconds in which alarms ring: what waits for its second is shown, and is noted.</summary>
    private static async Task LaterAsync(Course course, BotFixture bot)
    {
        for (var second = 0; second < 4; second++)
        {
            await course.SettleAsync();
            bot.Clock.Advance(TimeSpan.FromSeconds(2));
        }

        bot.Clock.Advance(BotFixture.NotedAfter);
        await course.SettleAsync();
    }

    /// <summary>Nothing waits to be sent, and no alarm is due that would ring again and again.</summary>
    private async Task AtRestAsync(Course course)
    {
        var room = (await course.Team.ReadAsync())!;
        Assert.Empty(room.Outbox.Entries);
        Assert.All(room.Posts, post => Assert.Null(post.UpdateAt));
        Assert.False(room.WakeAt <= Bot.Clock.Now);
    }
}
