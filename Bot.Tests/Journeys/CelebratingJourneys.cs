using System.Net;
using System.Text.Json.Nodes;
using Milestones.School;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;
using Milestones.Views;

namespace Milestones.Tests.Journeys;

/// <summary>
/// The class celebrates: a shout-out goes to the student named, then to a teacher, then into the channel, once; people
/// cheer; what was agreed to can be taken back.
/// </summary>
public class CelebratingJourneys : Journey
{
    [StoreFact]
    public async Task A_classmates_shout_out_is_agreed_to_looked_at_posted_and_cheered()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana", "Kai");
        var (lee, sam, ana) = (course.Teacher, course["Sam"], course["Ana"]);

        var form = Assert.Single(await sam.SaysAsync("shout out to ana")).Card!;
        Assert.Equal(
            [
                "Shout-out to Ana Rivera",
                "It goes to Ana first. They choose if the class sees it. What did they do?",
                "[Helped me] [Kept at it] [Found a good way] [Came back strong] [Got better]",
                "▢ Or say it in your own words:",
                "[Send my words]",
            ],
            form.Lines()
        );
        var sent = Assert.Single(
            await sam.TapsAsync("Helped me", form, new Dictionary<string, string> { ["own"] = "with **fractions**" })
        );
        Assert.Equal("Sent to Ana first", sent.Card!.Lines().First());

        var asked = Assert.Single(await course.NewAsync(ana)).Card!;
        Assert.Equal(
            [
                "Sam Rivera has a shout-out for you",
                "Ana helped someone who needed it.",
                "“with **fractions**”",
                "In the channel, everyone in 7B Math can see it. Your teacher looks first.",
                "▢ If it goes in the channel:  (Tag me, so I get a ping)",
                "[In the channel] [Just tell me] [No thanks]",
                "[Always just tell me]",
            ],
            asked.Lines()
        );
        Assert.Empty(await course.NewAsync(lee));
        await ana.TapsAsync("In the channel", asked, new Dictionary<string, string> { ["mention"] = "mention" });

        var waiting = Assert.Single(await course.NewAsync(lee)).Card!;
        Assert.Equal(
            [
                "A shout-out waits for you",
                "7B Math",
                "Sam Rivera about Ana Rivera",
                "Ana helped someone who needed it.",
                "“with **fractions**”",
                "The student named has agreed. Nothing is posted until a teacher says so.",
                "[Post it] [Don't post]",
            ],
            waiting.Lines()
        );
        Assert.Empty(Posted(course));
        await lee.TapsAsync("Post it", waiting);
        await course.SettleAsync();

        var post = Assert.Single(Posted(course));
        Assert.Equal(
            [
                "👏 Shout-out",
                "<at>Ana Rivera</at>",
                "Ana helped someone who needed it.",
                "“with **fractions**”",
                "from Sam Rivera",
                "[👏 Cheer]",
            ],
            post.Lines()
        );
        Assert.Equal(
            ana.ObjectId,
            post.Json.GetProperty("msteams")
                .GetProperty("entities")[0]
                .GetProperty("mentioned")
                .GetProperty("id")
                .GetString()
        );

        // Sam is told nothing of what was chosen; Ana's own words are in nobody's document any more.
        Assert.Empty(await course.NewAsync(sam));
        Assert.Null((await Bot.PersonAsync(ana))!.PraiseOffers[0].Praise.Text);

        Assert.Contains("[👏 Cheer · 1]", (await CheersAsync(course, course["Kai"], post)).Card!.Lines());
        Assert.Contains("[👏 Cheer · 1]", (await CheersAsync(course, course["Kai"], post)).Card!.Lines());
        Assert.Contains("[👏 Cheer · 2]", (await CheersAsync(course, sam, post)).Card!.Lines());
        await ShownAsync(course, "[👏 Cheer · 2]");
    }

    [StoreFact]
    public async Task In_a_class_too_large_for_a_list_the_name_is_typed()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var sam = course["Sam"];
        var room = (await course.Team.ReadAsync())!;
        var stored = (await Bot.Store.GetAsync(course.Team.Key, CancellationToken.None))!;
        await Bot.Store.ReplaceAsync(
            Kinds.All.Class.Write(
                course.Team.Key,
                room with
                {
                    Members =
                    [
                        .. room.Members,
                        .. Enumerable
                            .Range(0, 150)
                            .Select(n => new Member($"m{n}", $"Kim Nguyen {n}", MemberRole.Student)),
                    ],
                }
            ),
            stored.ETag,
            CancellationToken.None
        );
        var pick = Assert.Single(await sam.SaysAsync("shout out")).Card!;
        var none = Assert.Single(await NamesAsync(pick, "wanda")).Card!;
        Assert.Contains("I don't see wanda in your class. How is it spelled?", none.Lines());
        var many = Assert.Single(await NamesAsync(none, "kim")).Card!;
        Assert.Contains("Many people are called kim. Please type the last name too.", many.Lines());
        Assert.Equal("Shout-out to Ana Rivera", Assert.Single(await NamesAsync(many, "ana")).Card!.Lines().First());

        Task<IReadOnlyList<Shown>> NamesAsync(Milestones.Testing.CardOnScreen card, string name) =>
            sam.TapsAsync("Next", card, new Dictionary<string, string> { ["called"] = name });
    }

    [StoreFact]
    public async Task Each_no_is_silent_and_always_just_tell_me_is_asked_no_more()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana", "Kai");
        var (lee, sam, ana) = (course.Teacher, course["Sam"], course["Ana"]);

        await GivesAsync(course, sam, "ana", "Kept at it");
        var first = Assert.Single(await course.NewAsync(ana)).Card!;
        Assert.Equal(
            ["Okay. It stays off the channel, and nobody is told."],
            Assert.Single(await ana.TapsAsync("No thanks", first)).Card!.Lines()
        );
        Assert.Contains(
            "That card is from earlier",
            Assert.Single(await ana.TapsAsync("In the channel", first)).Text ?? string.Empty
        );

        await GivesAsync(course, sam, "ana", "Got better");
        var second = Assert.Single(await course.NewAsync(ana)).Card!;
        Assert.Equal(
            "Only you see this. I'll just tell you from now on.",
            Assert.Single(await ana.TapsAsync("Always just tell me", second)).Card!.Lines().SkipLast(1).Last()
        );

        await GivesAsync(course, course["Kai"], "ana", "Helped me");
        var third = Assert.Single(await course.NewAsync(ana)).Card!;
        Assert.Equal(
            [
                "Kai Rivera has a shout-out for you",
                "Ana helped someone who needed it.",
                "Only you see this. I'll just tell you from now on.",
                "[Ask me each time]",
            ],
            third.Lines()
        );
        Assert.Equal("Okay, I'll ask you each time.", (await ana.TapsAsync("Ask me each time", third))[0].Text);

        Assert.Empty(await course.NewAsync(lee));
        Assert.Empty(await course.NewAsync(sam));
        Assert.Empty(Posted(course));
        Assert.NotNull((await course.Team.ReadAsync())!.Find(ana.ObjectId)!.RecognizedAt);
    }

    [StoreFact]
    public async Task A_teachers_goes_into_the_channel_as_soon_as_the_student_agrees()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var (lee, ana) = (course.Teacher, course["Ana"]);
        await GivesAsync(course, lee, "ana rivera", "Came back strong");
        var asked = Assert.Single(await course.NewAsync(ana)).Card!;
        Assert.Contains("In the channel, everyone in 7B Math can see it.", asked.Lines());
        await ana.TapsAsync("In the channel", asked);
        await course.SettleAsync();

        var post = Assert.Single(Posted(course));
        Assert.Contains("from Lee Rivera", post.Lines());
        Assert.Contains("Ana Rivera", post.Lines());
        Assert.False(post.Json.TryGetProperty("msteams", out _));
    }

    [StoreFact]
    public async Task Who_cannot_be_named_is_said_kindly_and_three_a_day_are_the_most()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana", "Kai");
        var sam = course["Sam"];
        Assert.StartsWith("That's you!", (await sam.SaysAsync("shout out to sam"))[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("That's you!", (await sam.SaysAsync("shout out to me"))[0].Text, StringComparison.Ordinal);
        Assert.StartsWith(
            "That's a teacher.",
            (await sam.SaysAsync("shout out to lee"))[0].Text,
            StringComparison.Ordinal
        );
        var list = (await sam.SaysAsync("shout out to beyonce"))[0].Card!;
        Assert.Equal(
            [
                "Who is it for?",
                "I don't see beyonce in your class. Is it one of these?",
                "▢ Name:  (Ana Rivera | Kai Rivera)",
                "[Next]",
            ],
            list.Lines()
        );
        var form = Assert
            .Single(
                await sam.TapsAsync(
                    "Next",
                    list,
                    new Dictionary<string, string> { ["student"] = course["Kai"].ObjectId }
                )
            )
            .Card!;
        Assert.Equal("Shout-out to Kai Rivera", form.Lines().First());
        Assert.Equal(2, (await sam.SaysAsync("shout out to rivera"))[0].Card!.Buttons.Count);

        // Nobody but a classmate can be named, whatever a card says.
        var tap = sam.Tap(form, "Helped me");
        tap["value"]!["action"]!["data"]!["student"] = course.Teacher.ObjectId;
        await sam.AnswersAsync(tap, null);
        await course.SettleAsync();
        Assert.Empty(await course.NewAsync(course.Teacher));

        for (var time = 0; time < 3; time++)
            await GivesAsync(course, sam, "ana", "Helped me");
        Assert.Equal("That's 3 today. More tomorrow!", (await sam.SaysAsync("shout out to ana"))[0].Text);
        Assert.Equal("That's 3 today. More tomorrow!", (await sam.TapsAsync("Helped me", form))[0].Text);
        Assert.Equal(3, (await course.NewAsync(course["Ana"])).Count);
    }

    [StoreFact]
    public async Task Words_that_hurt_or_worry_go_nowhere()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var (sam, ana) = (course["Sam"], course["Ana"]);
        foreach (
            var (words, says) in new[]
            {
                ("not so STUPID today", "One of these words can hurt. Can you say it another way?"),
                ("eres una idiota", "One of these words can hurt. Can you say it another way?"),
                (string.Concat(Enumerable.Repeat("👏", 1000)), "That is a lot! Please keep it to 240 letters."),
                (" ", "Tap what they did, or write it."),
            }
        )
        {
            var form = (await sam.SaysAsync("shout out to ana"))[0].Card!;
            var again = await sam.TapsAsync("Send my words", form, new Dictionary<string, string> { ["own"] = words });
            Assert.Contains(says, Assert.Single(again).Card!.Lines());
        }

        var last = (await sam.SaysAsync("shout out to ana"))[0].Card!;
        var worried = await sam.TapsAsync(
            "Helped me",
            last,
            new Dictionary<string, string> { ["own"] = "she stopped me when i wanted to kill myself" }
        );
        Assert.Equal("Thank you ", worried[0].Card!.Lines().First()[..10]);
        Assert.NotEmpty((await Bot.PersonAsync(sam))!.Alerts);
        Assert.Empty(await course.NewAsync(ana));
        Assert.Empty((await Bot.PersonAsync(sam))!.PraisesGiven);
    }

    [StoreFact]
    public async Task What_was_agreed_to_can_be_taken_back_and_a_teacher_takes_a_post_down()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana", "Kai");
        var (lee, sam, ana) = (course.Teacher, course["Sam"], course["Ana"]);

        // Before a teacher has looked: gone from the teacher's list.
        await GivesAsync(course, sam, "ana", "Helped me");
        await ana.TapsAsync("In the channel", Assert.Single(await course.NewAsync(ana)).Card!);
        var waiting = Assert.Single(await course.NewAsync(lee)).Card!;
        await ana.TapsAsync("Take it back");
        await course.SettleAsync();
        Assert.Equal("That is decided already.", (await lee.TapsAsync("Post it", waiting))[0].Text);

        // After it was posted: it leaves the channel.
        var (post, going) = await PostedAsync(course, sam, ana, "Kept at it");
        await CheersAsync(course, course["Kai"], post);
        Assert.Equal(
            ["Okay, it's taken back. The class won't see it."],
            (await ana.TapsAsync("Take it back", going))[0].Card!.Lines()
        );
        await LaterAsync(course);
        Assert.Equal(post.ActivityId, Assert.Single(Deleted()).ActivityId);
        Assert.Equal("This one is from a while ago, or was taken down.", (await CheersAsync(course, sam, post)).Text);

        // A teacher's, where the channel does not let it go: the words are replaced.
        var (other, _) = await PostedAsync(course, course["Kai"], ana, "Got better");
        Bot.Connector.Answer(
            StubAnswer.Error(403, "NotEnoughPermissions"),
            when: call => call.Route == ConnectorRoute.Delete
        );
        var list = (await course.AsksAsync(lee, "shout-outs")).Card!;
        Assert.Contains("Kai Rivera about Ana Rivera", list.Lines());
        await lee.TapsAsync("Take down", list);
        await course.SettleAsync();
        await LaterAsync(course);
        Assert.Equal(
            ["This post was taken down."],
            Updates(course).Last(call => call.ActivityId == other.ActivityId).Card!.Lines()
        );

        var audit = await Bot.Store.ListAsync(
            course.Team.Key.Partition,
            "audit-posts:",
            null,
            50,
            CancellationToken.None
        );
        Assert.Equal(
            ["approved", "approved", "takenDown", "withdrawn", "withdrawn"],
            audit.Select(entry => entry.Document.Key.Id.Split('-')[^1]).Order(StringComparer.Ordinal)
        );
        Assert.DoesNotContain(
            (await course.Team.ReadAsync())!.Posts,
            one => one.Praise?.Text is not null || one.Praise?.Stem is not null
        );
    }

    [StoreFact]
    public async Task The_same_approval_twice_and_two_teachers_at_once_make_one_post()
    {
        var (lee, pat) = (Bot.Student("Lee"), Bot.Student("Pat"));
        var course = await Course.StartAsync(Bot, lee, [Bot.Student("Sam"), Bot.Student("Ana"), pat]);
        await course.Team.TapsAsync(
            lee,
            "Save class settings",
            (await course.Team.TapsAsync(lee, "Set up class", course.Team.Channel[0].Card!)).Card!,
            new Dictionary<string, string> { ["teachers"] = pat.ObjectId }
        );
        await course.SettleAsync();
        await course.NewAsync(pat);
        await course.NewAsync(lee);
        await GivesAsync(course, course["Sam"], "ana", "Helped me");
        await course["Ana"].TapsAsync("In the channel", Assert.Single(await course.NewAsync(course["Ana"])).Card!);
        var (his, hers) = ((await course.NewAsync(lee)).Single().Card!, (await course.NewAsync(pat)).Single().Card!);

        JsonNode[] taps = [lee.Tap(his, "Post it"), pat.Tap(hers, "Post it"), lee.Tap(his, "Post it")];
        var answers = await Task.WhenAll(taps.Select(tap => lee.PostAsync(tap)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        await course.SettleAsync();
        Assert.Single(Posted(course));
        Assert.Equal("That is decided already.", (await pat.TapsAsync("Don't post", hers))[0].Text);
    }

    [StoreFact]
    public async Task A_channel_that_takes_nothing_loses_nothing_and_another_is_offered()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var (lee, ana) = (course.Teacher, course["Ana"]);
        Bot.Connector.Roster.Channels[course.Team.Id] = [(course.Team.Id, null), ("19:cheers@thread.tacv2", "Cheers")];
        await course.Team.HappensAsync(lee, "channelCreated");
        Bot.Connector.Answer(
            StubAnswer.Error(403, "BotNotInConversationRoster"),
            when: call => call.Route == ConnectorRoute.Send && call.ConversationId == course.Team.Id
        );
        await GivesAsync(course, lee, "ana", "Kept at it");
        await ana.TapsAsync("In the channel", Assert.Single(await course.NewAsync(ana)).Card!);
        await course.SettleAsync();

        var told = Assert.Single(await course.NewAsync(lee)).Card!;
        Assert.Equal("I couldn't post this", told.Lines().First());
        Assert.Equal("[Try again] [Post in Cheers] [Leave it]", told.Lines().Last());
        await lee.TapsAsync("Post in Cheers", told);
        await course.SettleAsync();
        Assert.Single(
            Bot.Connector.Messages,
            call => call.ConversationId == "19:cheers@thread.tacv2" && call.Card is not null
        );
        Assert.Equal(PostState.Posted, (await course.Team.ReadAsync())!.Posts[0].State);
    }

    [StoreFact]
    public async Task A_post_nobody_knows_of_is_asked_about_and_ends_there_once()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana", "Kai");
        var (lee, ana) = (course.Teacher, course["Ana"]);
        Bot.Connector.Answer(
            StubAnswer.Drop,
            times: 1,
            when: call => call.Route == ConnectorRoute.Send && call.ConversationId == course.Team.Id
        );
        await GivesAsync(course, lee, "ana", "Kept at it");
        await ana.TapsAsync("In the channel", Assert.Single(await course.NewAsync(ana)).Card!);
        await course.SettleAsync();
        var asked = Assert.Single(await course.NewAsync(lee)).Card!;
        Assert.Equal("[It's there] [It isn't]", asked.Lines().Last());
        await lee.TapsAsync("It isn't", asked);
        await course.SettleAsync();
        Assert.Equal(2, Posted(course).Count); // the first never arrived
        Assert.Equal("That is decided already.", (await lee.TapsAsync("It isn't", asked))[0].Text);
        Assert.Equal(PostState.Posted, (await course.Team.ReadAsync())!.Posts[0].State);
    }

    [StoreFact]
    public async Task Killed_between_the_yes_and_the_channel_one_post_is_there_in_the_end()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana", "Kai");
        var (lee, sam, ana) = (course.Teacher, course["Sam"], course["Ana"]);
        await GivesAsync(course, sam, "ana", "Helped me");
        await ana.TapsAsync("In the channel", Assert.Single(await course.NewAsync(ana)).Card!);
        var waiting = Assert.Single(await course.NewAsync(lee)).Card!;

        // The connector has it, and says nothing before the process ends.
        var never = new TaskCompletionSource();
        Bot.Connector.Answer(
            StubAnswer.After(never.Task),
            times: 1,
            when: call => call.Route == ConnectorRoute.Send && call.ConversationId == course.Team.Id
        );
        using (await lee.PostAsync(lee.Tap(waiting, "Post it")))
            await Bot.Connector.UntilAsync((ConnectorCall _) => Posted(course).Count > 0);
        await Bot.CrashAsync(TimeSpan.FromMinutes(5));
        never.SetResult();
        await course.SettleAsync();

        // The same yes again, from a card that is still open, changes nothing.
        var shown = await lee.AnswersAsync(lee.Tap(waiting, "Post it"), null);
        var asked = Assert
            .Single(shown.Concat(await course.NewAsync(lee)), one => one.Card?.Find("It's there") is not null)
            .Card!;
        await lee.TapsAsync("It's there", asked);
        await course.SettleAsync();
        Assert.Single(Posted(course));
        Assert.Equal(PostState.Posted, (await course.Team.ReadAsync())!.Posts[0].State);

        // Where it stands is learned from the first cheer, and from then on the card follows.
        var there = new Milestones.Testing.CardOnScreen(Posted(course)[0].Json, "1234");
        await CheersAsync(course, course["Kai"], there);
        await ShownAsync(course, "[👏 Cheer · 1]");
    }

    [StoreFact]
    public async Task Killed_while_the_card_is_changed_it_shows_the_right_number_in_the_end()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana", "Kai");
        var (post, _) = await PostedAsync(course, course["Sam"], course["Ana"], "Helped me");
        var never = new TaskCompletionSource();
        Bot.Connector.Answer(StubAnswer.After(never.Task), times: 1, when: call => call.Route == ConnectorRoute.Update);
        await CheersAsync(course, course["Sam"], post);
        await Bot.Connector.UntilAsync(calls => calls.Any(call => call.Route == ConnectorRoute.Update));
        await CheersAsync(course, course["Kai"], post);
        await Bot.CrashAsync(TimeSpan.FromMinutes(5));
        never.SetResult();
        await ShownAsync(course, "[👏 Cheer · 2]");
        Assert.Single(Posted(course));
    }

    [StoreFact]
    public async Task A_cheer_tells_that_the_post_is_there()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana", "Kai");
        var (lee, ana) = (course.Teacher, course["Ana"]);
        Bot.Connector.Answer(
            StubAnswer.Drop,
            times: 1,
            when: call => call.Route == ConnectorRoute.Send && call.ConversationId == course.Team.Id
        );
        await GivesAsync(course, lee, "ana", "Kept at it");
        await ana.TapsAsync("In the channel", Assert.Single(await course.NewAsync(ana)).Card!);
        await course.SettleAsync();
        var asked = Assert.Single(await course.NewAsync(lee)).Card!;

        var there = new Milestones.Testing.CardOnScreen(Posted(course)[0].Json, "1234");
        Assert.Contains("[👏 Cheer · 1]", (await CheersAsync(course, course["Kai"], there)).Card!.Lines());
        await LaterAsync(course);
        Assert.Equal("1234", Assert.Single(Updates(course)).ActivityId);
        Assert.Equal("That is decided already.", (await lee.TapsAsync("It isn't", asked))[0].Text);
    }

    [StoreFact]
    public async Task Thirty_cheers_at_once_are_thirty_and_people_outside_are_refused()
    {
        var names = Enumerable.Range(1, 30).Select(number => $"S{number}").ToList();
        var course = await Course.StartAsync(Bot, [.. names, "Ana"]);
        var (post, _) = await PostedAsync(course, course["S1"], course["Ana"], "Helped me");
        var taps = names
            .SelectMany(name => new[] { course[name], course[name] })
            .Select(student => student.PostAsync(course.Team.Moved(student.Tap(post, "👏 Cheer"))));
        Assert.All(await Task.WhenAll(taps), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        await course.SettleAsync();

        var stranger = Bot.Student("Zoe");
        Assert.Equal("Cheers are for people in this class.", (await CheersAsync(course, stranger, post)).Text);
        Assert.Equal(30, (await course.Team.ReadAsync())!.Posts[0].Cheers.Count);
        await ShownAsync(course, "[👏 Cheer · 30]");
        Assert.InRange(Updates(course).Count, 1, 4);
    }

    [StoreFact]
    public async Task Names_of_those_who_cheered_stand_there_where_the_class_wants_that()
    {
        var (lee, sam, ana, kai) = (Bot.Student("Lee"), Bot.Student("Sam"), Bot.Student("Ana"), Bot.Student("Kai"));
        var course = await Course.StartAsync(
            Bot,
            lee,
            [sam, ana, kai],
            settings: new Dictionary<string, string> { ["celebrate"] = "faces" }
        );
        await GivesAsync(course, sam, "ana", "Helped me");
        await ana.TapsAsync("In the channel", Assert.Single(await course.NewAsync(ana)).Card!);
        await course.SettleAsync();
        Assert.Empty(await course.NewAsync(lee));
        var post = Assert.Single(Posted(course));
        Assert.Contains("Kai cheered", (await CheersAsync(course, kai, post)).Card!.Lines());
    }

    [StoreFact]
    public async Task Somebody_in_two_classes_is_praised_in_the_one_that_is_meant()
    {
        var (lee, sam, ana) = (Bot.Student("Lee"), Bot.Student("Sam"), Bot.Student("Ana"));
        var math = await Course.StartAsync(Bot, lee, [sam, ana]);
        var art = await Course.StartAsync(Bot, lee, [sam, ana], "8A Art");
        var which = (await sam.SaysAsync("shout out to ana for sharing her brushes"))[0].Card!;
        Assert.Equal(["Who do you mean?", "[Ana Rivera · 7B Math] [Ana Rivera · 8A Art]"], which.Lines());
        var form = Assert.Single(await sam.TapsAsync("Ana Rivera · 8A Art", which)).Card!;
        Assert.Equal("for sharing her brushes", form.Fields["own"]);
        await sam.TapsAsync("Send my words", form);
        await art.SettleAsync();
        Assert.Contains(
            "In the channel, everyone in 8A Art can see it. Your teacher looks first.",
            Assert.Single(await art.NewAsync(ana)).Card!.Lines()
        );
        Assert.Null((await math.Team.ReadAsync())!.Find(ana.ObjectId)!.RecognizedAt);
    }

    [StoreFact]
    public async Task The_youngest_have_pictures_and_stems_only() =>
        await YoungAsync(
            "KTo2",
            ["What did Ana do? Tap one.", "🤝 · Helped 💪 · Kept trying", "💡 · Good idea 🌱 · Tried again"],
            "👏 From Sam Rivera for you"
        );

    [StoreFact]
    public async Task Grades_three_to_five_have_pictures_and_stems_only() =>
        await YoungAsync(
            "Grades3To5",
            [
                "Ana sees it first. What did they do?",
                "🤝 · Helped me 💪 · Kept trying",
                "💡 · Had a good idea 🌱 · Tried again",
            ],
            "Sam Rivera has a shout-out for you"
        );

    private async Task YoungAsync(string band, string[] form, string asks)
    {
        var (lee, sam, ana) = (Bot.Student("Lee"), Bot.Student("Sam"), Bot.Student("Ana"));
        var course = await Course.StartAsync(
            Bot,
            lee,
            [sam, ana],
            settings: new Dictionary<string, string> { ["band"] = band }
        );
        // What they say beyond the name is not taken.
        var tiles = (await sam.SaysAsync("shout out to ana for words of my own"))[0].Card!;
        Assert.Equal(["Shout-out to Ana Rivera", .. form, "⭐ · Got better"], tiles.Lines());
        var tap = sam.Tap(tiles, "Kept trying");
        tap["value"]!["action"]!["data"]!["own"] = "words of my own";
        await sam.AnswersAsync(tap, null);

        var asked = Assert.Single(await course.NewAsync(ana)).Card!;
        Assert.Equal(
            [
                asks,
                "💪",
                "Ana kept trying.",
                "Who may see this? Your teacher looks first.",
                "📣 · My class 🙂 · Just me",
                "✋ · No thanks 🔒 · Always just me",
            ],
            asked.Lines()
        );
        await ana.TapsAsync("My class", asked);
        await lee.TapsAsync("Post it", Assert.Single(await course.NewAsync(lee)).Card!);
        await course.SettleAsync();
        Assert.Equal(
            ["👏 Shout-out", "Ana Rivera", "💪", "Ana kept trying.", "from Sam Rivera", "[👏 Cheer]"],
            Assert.Single(Posted(course)).Lines()
        );
    }

    [StoreFact]
    public async Task The_youngest_are_told_of_in_pictures_without_their_goals_words()
    {
        var (lee, sam, ana) = (Bot.Student("Lee"), Bot.Student("Sam"), Bot.Student("Ana"));
        var course = await Course.StartAsync(
            Bot,
            lee,
            [sam, ana],
            settings: new Dictionary<string, string> { ["band"] = "KTo2" }
        );
        await sam.SaysAsync("new goal");
        await sam.TapsAsync("Read");
        await sam.TapsAsync("3");
        await sam.TapsAsync("One month");
        var reached = await sam.TapsAsync("+1");

        var offer = Assert.Single(reached, one => one.Card?.Find("Show me first") is not null).Card!;
        Assert.Equal("👀 · Show me first 🙂 · Just me", offer.Lines().Last());
        var preview = Assert.Single(await sam.TapsAsync("Show me first", offer)).Card!;
        Assert.Equal(
            [
                "Your class would see this",
                "👣",
                "Sam did a step.",
                "Who may see this? Your teacher may look first.",
                "📣 · My class 🙂 · Just me",
            ],
            preview.Lines()
        );
        var tap = sam.Tap(preview, "My class");
        tap["value"]!["action"]!["data"]!["words"] = "yes";
        await sam.AnswersAsync(tap, null);
        await course.SettleAsync();
        Assert.Null(Assert.Single((await course.Team.ReadAsync())!.Posts).Praise!.Text);
    }

    [StoreFact]
    public async Task Who_has_left_is_named_no_more_and_who_wants_quiet_finds_it_when_they_come()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana", "Kai");
        var (sam, ana, kai) = (course["Sam"], course["Ana"], course["Kai"]);
        await GivesAsync(course, sam, "ana", "Helped me");
        var asked = Assert.Single(await course.NewAsync(ana)).Card!;
        await course.Team.LeavesAsync(ana);
        await ana.TapsAsync("In the channel", asked);
        await course.SettleAsync();
        Assert.Empty((await course.Team.ReadAsync())!.Posts);
        Assert.Empty(await course.NewAsync(course.Teacher));

        await kai.SaysAsync("stop prompts");
        await GivesAsync(course, sam, "kai", "Helped me");
        Assert.Empty(await course.NewAsync(kai));
        Assert.Contains(await kai.SaysAsync("hi"), shown => shown.Card?.Find("Just tell me") is not null);
    }

    [StoreFact]
    public async Task A_goal_that_is_reached_is_told_the_class_when_the_student_wants_that()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var (lee, sam) = (course.Teacher, course["Sam"]);
        await sam.SaysAsync("i want to read 5 books by december 1 by reading every night because i like it. i read 1");
        await sam.SaysAsync("7");
        await sam.TapsAsync("Save");
        await sam.SaysAsync("my goals");
        var reached = await sam.SaysAsync("i read all 5 books, i reached my goal!");
        reached =
        [
            .. reached,
            .. sam.Screen.With("Yes, reached!") is { } card
            && reached.All(one => one.Card?.Find("Yes, show me first") is null)
                ? await sam.TapsAsync("Yes, reached!", card)
                : [],
        ];

        var offer = Assert.Single(reached, one => one.Card?.Find("Yes, show me first") is not null).Card!;
        var preview = Assert.Single(await sam.TapsAsync("Yes, show me first", offer)).Card!;
        Assert.Contains("Sam reached a goal.", preview.Lines());
        await sam.TapsAsync("In the channel", preview);
        Assert.Equal("The class has it already.", (await sam.TapsAsync("In the channel", preview))[0].Text);
        var waiting = Assert.Single(await course.NewAsync(lee)).Card!;
        await lee.TapsAsync("Post it", waiting);
        await course.SettleAsync();
        Assert.Equal("🎉 A goal reached", Assert.Single(Posted(course)).Lines().First());
    }

    private static async Task GivesAsync(Course course, Student giver, string to, string stem)
    {
        var form = (await giver.SaysAsync($"shout out to {to}"))[0].Card!;
        await giver.TapsAsync(stem, form);
        await course.SettleAsync();
    }

    /// <summary>A classmate's, all the way; with the card on which the student can take it back.</summary>
    private async Task<(Milestones.Testing.CardOnScreen Post, Milestones.Testing.CardOnScreen Going)> PostedAsync(
        Course course,
        Student from,
        Student to,
        string stem
    )
    {
        await course.NewAsync(to);
        await GivesAsync(course, from, to.Name, stem);
        var asked = Assert.Single(await course.NewAsync(to)).Card!;
        var going = Assert.Single(await to.TapsAsync("In the channel", asked)).Card!;
        await course.Teacher.TapsAsync("Post it", (await course.NewAsync(course.Teacher))[^1].Card!);
        await course.SettleAsync();
        return (Posted(course)[^1], going);
    }

    private static async Task<Shown> CheersAsync(Course course, Student person, Milestones.Testing.CardOnScreen post)
    {
        var tap = course.Team.Moved(person.Invoke(CelebrationVerbs.Cheer, Data(post), post.ActivityId));
        return Assert.Single(await person.AnswersAsync(tap, null), shown => shown.InPlace);
    }

    private static JsonNode Data(Milestones.Testing.CardOnScreen post) =>
        JsonNode.Parse(post.Buttons[^1].GetProperty("data").GetRawText())!;

    /// <summary>Cards that were sent into the channel, the welcome aside.</summary>
    private static List<Milestones.Testing.CardOnScreen> Posted(Course course) =>
        [
            .. course
                .Team.Channel.Where(shown => !shown.InPlace && shown.Card?.Find("👏 Cheer") is not null)
                .Select(shown => shown.Card!),
        ];

    private List<(string? ActivityId, Milestones.Testing.CardOnScreen Card)> Updates(Course course) =>
        [
            .. Bot
                .Connector.Calls.Where(call =>
                    call.Route == ConnectorRoute.Update
                    && call.ConversationId == course.Team.Id
                    && call.Card is not null
                )
                .Select(call => (call.ActivityId, new Milestones.Testing.CardOnScreen(call.Card!.Value))),
        ];

    private IEnumerable<ConnectorCall> Deleted() =>
        Bot.Connector.Calls.Where(call => call.Route == ConnectorRoute.Delete);

    /// <summary>A few seconds in which alarms ring: what waits for its second is shown.</summary>
    private async Task LaterAsync(Course course)
    {
        for (var second = 0; second < 4; second++)
        {
            await course.SettleAsync();
            Bot.Clock.Advance(TimeSpan.FromSeconds(2));
        }

        await course.SettleAsync();
    }

    private async Task ShownAsync(Course course, string line)
    {
        await LaterAsync(course);
        Assert.Contains(line, Updates(course)[^1].Card.Lines());
    }
}
