using System.Net;
using System.Text.Json.Nodes;
using Milestones.School;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>Feedback between two students from both sides, and each answer where it comes to nothing.</summary>
public class PeerJourneys : Journey
{
    [StoreFact]
    public async Task One_classmate_is_asked_says_one_strength_and_one_question_and_hears_that_it_helped()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana", "Bo");
        var (sam, ana, lee) = (course["Sam"], course["Ana"], course.Teacher);

        // In words; what is shown is seen before it goes, and is exactly that.
        var form = Assert.Single(await sam.SaysAsync("can ana look at my essay about bees?")).Card!;
        Assert.Equal("my essay about bees", form.Fields["words"]);
        var seen = Assert.Single(await sam.TapsAsync("Show me first", Words("Bees talk by dancing."))).Card!;
        Has("Ana will see this and nothing else", seen.Lines());
        Has("Bees talk by dancing.", seen.Lines());
        Has("It may take a day or two.", Assert.Single(await sam.TapsAsync("Send it to Ana", seen)).Lines());

        // It is Ana's one message of the day.
        var asked = Assert.Single(await course.NewAsync(ana));
        Has("Sam asks: what do you think?", asked.Lines());
        Has("Bees talk by dancing.", asked.Lines());
        Assert.DoesNotContain("essay", string.Join('\n', asked.Lines()), StringComparison.Ordinal);
        var given = Assert.Single(
            await ana.TapsAsync(
                "Send it",
                asked.Card!,
                Filled(("strength", "begin with a surprise"), ("question", "say how they dance?"))
            )
        );
        Has("It works well that you begin with a surprise", given.Lines());
        Has("What if you say how they dance?", given.Lines());

        // Sam says whether it helped; only that it helped goes back, as Ana's message of another day.
        var got = Assert.Single(await course.NewAsync(sam));
        Has("Ana looked at your work", got.Lines());
        Has("What if you say how they dance?", got.Lines());
        Has("I told Ana that it helped.", Assert.Single(await sam.TapsAsync("It helped", got.Card!)).Lines());
        Assert.Empty(await course.NewAsync(ana));
        await course.AtAsync(Bot.Clock.Now.AddDays(1));
        Has("Your feedback helped Sam", Assert.Single(await course.NewAsync(ana)).Lines());

        // Lee sees both and whether it helped, by name, and leaves a line.
        await course.NewAsync(lee);
        var list = Assert.Single(await lee.SaysAsync("class feedback")).Card!;
        Assert.Equal(["Ana Rivera", "Sam Rivera"], list.Titles.Take(2));
        var sams = Assert.Single(await lee.TapsAsync("Sam Rivera", list));
        Has("From Ana Rivera · it helped", sams.Lines());
        Has("What if you say how they dance?", sams.Lines());
        var anas = Assert.Single(await lee.TapsAsync("Ana Rivera", list));
        Has("For Sam Rivera · answered", anas.Lines());
        await course.SettleAsync();
        var lines = await Bot.Store.ListAsync(course.Team.Key.Partition, "audit:", null, 100, CancellationToken.None);
        Assert.Equal(2, lines.Count(line => line.Document.Key.Id.EndsWith("readFeedback", StringComparison.Ordinal)));
        Assert.DoesNotContain(
            course.Team.Channel,
            shown => shown.Lines().Any(line => line.Contains("Bees", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("A bit", "one small thing you can use")]
    [InlineData("Not this time", "Ana is not told")]
    public async Task What_helped_less_is_told_to_nobody(string button, string answer)
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var (sam, ana) = (course["Sam"], course["Ana"]);
        await AsksAsync(course, sam, "Ana", "my poster");
        await GivesAsync(course, ana);
        var got = Assert.Single(await course.NewAsync(sam));
        Has(answer, Assert.Single(await sam.TapsAsync(button, got.Card!)).Lines());
        await course.AtAsync(Bot.Clock.Now.AddDays(1));
        Assert.Empty(await course.NewAsync(ana));
        Assert.Equal(PeerState.Answered, Assert.Single((await Bot.PersonAsync(ana))!.Peers).State);
    }

    [StoreFact]
    public async Task A_goal_is_shown_by_its_sentence_from_a_button_on_it()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var (sam, ana) = (course["Sam"], course["Ana"]);
        await RepetitionJourneys.DraftAsync(sam);
        await sam.TapsAsync("Save");
        var goal = (await Bot.PersonAsync(sam))!.Goals[0];
        var goals = Assert.Single(await sam.SaysAsync("my goals")).Card!;
        await sam.TapsAsync("Details", goals);
        await sam.TapsAsync("Ask a classmate", sam.Screen.With("Log progress"));
        var form = Assert.Single(await sam.TapsAsync("Next", Filled(("student", ana.ObjectId)))).Card!;
        Assert.Equal(goal.Id, form.Fields["goal"]);
        await sam.TapsAsync("Show me first", form);
        await sam.TapsAsync("Send it to Ana");
        Has(goal.Sentence, Assert.Single(await course.NewAsync(ana)).Lines());
        Assert.Equal(goal.Area, Assert.Single((await Bot.PersonAsync(ana))!.Peers).Area);
    }

    [StoreFact]
    public async Task Where_the_goal_has_success_criteria_the_sentences_begin_with_them()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var (lee, sam, ana) = (course.Teacher, course["Sam"], course["Ana"]);
        await RepetitionJourneys.DraftAsync(sam);
        await sam.TapsAsync("Save");
        await sam.SaysAsync("my criteria");
        await sam.TapsAsync(
            sam.Screen.Cards[^1].Titles.First(title => title.StartsWith("For: ", StringComparison.Ordinal))
        );
        await sam.TapsAsync("Ask my teacher", Filled(("criteria", "I show my steps\nI check it")));
        await course.SettleAsync();
        await lee.SaysAsync("success criteria");
        await lee.TapsAsync("Look");
        await lee.TapsAsync("Yes, these");
        await course.SettleAsync();
        await course.NewAsync(sam);

        var goals = (await sam.SaysAsync("my goals")).Single(shown => shown.Card is not null).Card!;
        await sam.TapsAsync("Details", goals);
        await sam.TapsAsync("Ask a classmate", sam.Screen.With("Log progress"));
        await sam.TapsAsync("Next", Filled(("student", ana.ObjectId)));
        await sam.TapsAsync("Show me first");
        await sam.TapsAsync("Send it to Ana");
        var asked = Assert.Single(await course.NewAsync(ana));
        Assert.Equal(["I show my steps", "I check it"], Assert.Single((await Bot.PersonAsync(ana))!.Peers).Criteria);
        Assert.Contains(asked.Lines(), line => line.Contains("show my steps", StringComparison.Ordinal));
    }

    [StoreFact]
    public async Task Who_declines_gives_no_reason_and_none_is_told()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana", "Bo");
        var (sam, ana) = (course["Sam"], course["Ana"]);
        await AsksAsync(course, sam, "Ana", "my poster");
        var asked = Assert.Single(await course.NewAsync(ana)).Card!;
        Has("You need no reason.", Assert.Single(await ana.TapsAsync("Not this time", asked)).Lines());
        var told = Assert.Single(await course.NewAsync(sam));
        Assert.Equal(
            ["Ana can't look at it this time. Would you like to ask someone else?", "[Ask someone else]"],
            told.Card!.Lines()
        );

        // What was declined cannot be given any more, and the next is asked at once.
        Has("is over", Assert.Single(await ana.TapsAsync("Send it", asked, Answer)).Lines());
        await sam.TapsAsync("Ask someone else", told.Card!);
        Has(
            "What should Bo look at?",
            Assert.Single(await sam.TapsAsync("Next", Filled(("student", course["Bo"].ObjectId)))).Lines()
        );
    }

    [StoreFact]
    public async Task Unkind_words_come_back_to_their_writer_and_words_of_concern_are_answered_first()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var (sam, ana) = (course["Sam"], course["Ana"]);
        await sam.SaysAsync("can ana look at my poster");
        Has(
            "One of these words can hurt",
            Assert.Single(await sam.TapsAsync("Show me first", Words("Bo is an idiot"))).Lines()
        );
        await sam.TapsAsync("Show me first", Words("my poster"));
        await sam.TapsAsync("Send it to Ana");
        var asked = Assert.Single(await course.NewAsync(ana)).Card!;
        var back = Assert.Single(
            await ana.TapsAsync("Send it", asked, Filled(("strength", "try"), ("question", "are you stupid?")))
        );
        Has("One of these words can hurt. Can you say it another way?", back.Lines());
        Assert.Equal("are you stupid?", back.Card!.Fields["question"]);
        Has(
            "First one thing",
            Assert.Single(await ana.TapsAsync("Send it", back.Card!, Filled(("strength", "")))).Lines()
        );
        await ana.TapsAsync(
            "Send it",
            back.Card!,
            Filled(("strength", "try"), ("question", "i want to kill myself too"))
        );
        await ana.TapsAsync("Send it", back.Card!, Filled(("strength", "i want to kill myself"), ("question", "why?")));
        Assert.Single((await Bot.PersonAsync(ana))!.Alerts);
        await course.SettleAsync();
        Assert.Equal(PeerState.Waiting, Assert.Single((await Bot.PersonAsync(sam))!.Peers).State);

        // Said another way it goes.
        await ana.TapsAsync("Send it", back.Card!, Answer);
        await course.SettleAsync();
        Assert.Equal(PeerState.Answered, Assert.Single((await Bot.PersonAsync(sam))!.Peers).State);
        Assert.DoesNotContain(
            Bot.Connector.Messages,
            call =>
                call.ConversationId == sam.Conversation
                && call.Body.GetRawText().Contains("are you stupid", StringComparison.Ordinal)
        );
    }

    [StoreFact]
    public async Task A_concern_in_what_is_to_be_shown_is_answered_and_goes_nowhere()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var sam = course["Sam"];
        await sam.SaysAsync("can ana look at my poster");
        await sam.TapsAsync("Show me first", Words("i want to die"));
        Assert.Single((await Bot.PersonAsync(sam))!.Alerts);
        using var sent = await sam.PostAsync(
            sam.Invoke(
                "peers.send",
                new JsonObject
                {
                    ["verb"] = "peers.send",
                    ["class"] = course.Team.Key.Partition,
                    ["student"] = course["Ana"].ObjectId,
                    ["work"] = "i want to die",
                }
            )
        );
        await course.SettleAsync();
        Assert.Empty((await Bot.PersonAsync(course["Ana"]))!.Peers);
    }

    [StoreFact]
    public async Task Whoever_is_none_to_be_asked_is_said_to_be_and_why()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana", "Bo");
        var (sam, lee) = (course["Sam"], course.Teacher);
        async Task<string> SaysAsync(string words) =>
            string.Join('\n', Assert.Single(await sam.SaysAsync(words)).Lines());

        Assert.Contains(
            "You know your own work best!",
            await SaysAsync("can sam look at my essay"),
            StringComparison.Ordinal
        );
        Assert.Contains("That is your teacher", await SaysAsync("can lee look at my essay"), StringComparison.Ordinal);
        Assert.Contains(
            "I don't see zoe in your class",
            await SaysAsync("ask zoe for feedback"),
            StringComparison.Ordinal
        );

        // All are called Rivera.
        var which = Assert.Single(await sam.SaysAsync("can rivera look at my essay")).Card!;
        Assert.Equal(["Ana Rivera", "Bo Rivera"], which.Titles);
        Has("What should Bo look at?", Assert.Single(await sam.TapsAsync("Bo Rivera", which)).Lines());
        Assert.Equal("my essay", sam.Screen.With("Show me first").Fields["words"]);

        // Without a name, from the list; a teacher is told what a teacher does, and nobody outside a class is lost.
        Has("Who should look at it?", Assert.Single(await sam.SaysAsync("ask someone for feedback")).Lines());
        await course.NewAsync(lee);
        Has("Nobody has asked a classmate for feedback yet.", Assert.Single(await lee.SaysAsync("feedback")).Lines());
        Has("I don't know your class yet", Assert.Single(await Bot.Student("Eve").SaysAsync("my feedback")).Lines());
        Assert.Empty((await Bot.PersonAsync(sam))!.Peers);
    }

    [StoreFact]
    public async Task One_is_asked_at_a_time_and_what_was_asked_can_be_taken_back()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana", "Bo");
        var (sam, ana) = (course["Sam"], course["Ana"]);
        await AsksAsync(course, sam, "Ana", "my poster");
        var asked = Assert.Single(await course.NewAsync(ana)).Card!;
        var open = Assert.Single(await sam.SaysAsync("can bo look at my poster"));
        Has("One at a time: Ana has something from you to look at.", open.Lines());
        Has("Taken back.", Assert.Single(await sam.TapsAsync("Take it back", open.Card!)).Lines());
        await course.SettleAsync();
        Has("This one from Sam is over.", Assert.Single(await ana.TapsAsync("Send it", asked, Answer)).Lines());
        Assert.Empty(await course.NewAsync(sam));
        await AsksAsync(course, sam, "Bo", "my poster");
        Assert.Equal(2, (await Bot.PersonAsync(sam))!.Peers.Count);
    }

    [StoreFact]
    public async Task The_same_classmate_is_not_asked_a_third_time_running_and_nobody_more_than_five_times_a_day()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana", "Bo");
        var (sam, ana) = (course["Sam"], course["Ana"]);
        for (var time = 0; time < 2; time++)
        {
            await AsksAsync(course, sam, "Ana", "my poster");
            await ana.SaysAsync("my feedback");
            await ana.TapsAsync("Look at it");
            await ana.TapsAsync("Send it", Answer);
            await course.SettleAsync();
        }

        Has(
            "You asked Ana the last two times.",
            Assert.Single(await sam.SaysAsync("can ana look at my essay")).Lines()
        );
        for (var time = 0; time < 3; time++)
        {
            await AsksAsync(course, sam, "Bo", "my poster");
            await sam.SaysAsync("my feedback");
            await sam.TapsAsync("Take it back");
        }

        Has("That's 5 today.", Assert.Single(await sam.SaysAsync("can bo look at my essay")).Lines());
        await course.AtAsync(Bot.Clock.Now.AddDays(1));
        Has("What should Bo look at?", (await course.AsksAsync(sam, "can bo look at my essay")).Lines());
    }

    [StoreFact]
    public async Task Who_left_or_cannot_be_reached_is_not_waited_for()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana", "Bo");
        var (sam, ana, bo) = (course["Sam"], course["Ana"], course["Bo"]);
        await AsksAsync(course, sam, "Ana", "my poster");
        await course.NewAsync(ana);
        await course.Team.LeavesAsync(ana);
        Has("Ana is not in your class now.", Assert.Single(await course.NewAsync(sam)).Lines());

        // Bo takes the bot away: the answer is the same whenever it is known.
        await AsksAsync(course, sam, "Bo", "my poster");
        await bo.AnswersAsync(bo.Activity("installationUpdate", activity => activity["action"] = "remove"), null);
        await course.AtAsync(Bot.Clock.Now.AddDays(1));
        Has("I can't reach Bo right now.", Assert.Single(await course.NewAsync(sam)).Lines());

        // A card from before they left.
        using var old = await sam.PostAsync(
            sam.Invoke(
                "peers.to",
                new JsonObject
                {
                    ["verb"] = "peers.to",
                    ["class"] = course.Team.Key.Partition,
                    ["student"] = ana.ObjectId,
                }
            )
        );
        Assert.Contains("not in your class now", await old.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task What_nobody_answers_ends_after_ten_days_and_who_has_enough_is_asked_for_no_more()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana", "Bo", "Cy", "Di");
        var (sam, ana) = (course["Sam"], course["Ana"]);
        foreach (var asker in new[] { course["Bo"], course["Cy"], course["Di"] })
            await AsksAsync(course, asker, "Ana", "my poster");
        await AsksAsync(course, sam, "Ana", "my poster");
        Has("Ana has a lot to look at right now.", Assert.Single(await course.NewAsync(sam)).Lines());
        Assert.Equal(3, (await Bot.PersonAsync(ana))!.Peers.Count);
        for (var day = 1; day <= 11; day++)
            await course.AtAsync(Bot.Clock.Now.AddDays(1));
        Assert.Contains(
            await course.NewAsync(course["Bo"]),
            shown => shown.Lines().Any(line => line.Contains("Ana did not get to it in time", StringComparison.Ordinal))
        );
        Assert.All((await Bot.PersonAsync(ana))!.Peers, one => Assert.Equal(PeerState.TooLate, one.State));
    }

    [StoreFact]
    public async Task A_request_waits_for_the_day_and_for_the_end_of_the_night()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana", "Bo");
        var (sam, ana, bo) = (course["Sam"], course["Ana"], course["Bo"]);
        await AsksAsync(course, sam, "Ana", "my poster");
        await AsksAsync(course, bo, "Ana", "my graph");
        Has("my poster", Assert.Single(await course.NewAsync(ana)).Lines());

        // The second is the message of the next day; whoever asks has it at once.
        var mine = Assert.Single(await ana.SaysAsync("my feedback"));
        Has("Bo asks you to look at this", mine.Lines());
        await course.AtAsync(Bot.Clock.Now.AddDays(1));
        Has("my graph", Assert.Single(await course.NewAsync(ana)).Lines());

        // Nine at night in New York.
        await course.AtAsync(new DateTimeOffset(2026, 9, 16, 1, 0, 0, TimeSpan.Zero));
        await AsksAsync(course, ana, "Sam", "my poem");
        Assert.Empty(await course.NewAsync(sam));
        await course.AtAsync(new DateTimeOffset(2026, 9, 16, 11, 30, 0, TimeSpan.Zero));
        Has("my poem", Assert.Single(await course.NewAsync(sam)).Lines());
    }

    [StoreFact]
    public async Task Whoever_stopped_messages_finds_it_when_they_come()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var (sam, ana) = (course["Sam"], course["Ana"]);
        await ana.SaysAsync("stop messages");
        await AsksAsync(course, sam, "Ana", "my poster");
        await course.AtAsync(Bot.Clock.Now.AddDays(1));
        Assert.Empty(await course.NewAsync(ana));
        Assert.Contains(
            await ana.SaysAsync("hi"),
            shown => shown.Lines().Any(line => line.Contains("my poster", StringComparison.Ordinal))
        );
    }

    [StoreFact]
    public async Task Somebody_in_two_classes_is_asked_in_the_one_that_is_meant()
    {
        var (sam, ana) = (Bot.Student("Sam"), Bot.Student("Ana"));
        var math = await Course.StartAsync(Bot, Bot.Student("Lee"), [sam, ana]);
        var art = await Course.StartAsync(Bot, Bot.Student("Kim"), [sam, ana], "8A Art");
        var which = Assert.Single(await sam.SaysAsync("can ana look at my drawing")).Card!;
        Assert.Equal(["Ana Rivera · 7B Math", "Ana Rivera · 8A Art"], which.Titles);
        await sam.TapsAsync("Ana Rivera · 8A Art", which);
        await sam.TapsAsync("Show me first");
        await sam.TapsAsync("Send it to Ana");
        await art.SettleAsync();
        Assert.Equal(art.Team.Key, Assert.Single((await Bot.PersonAsync(ana))!.Peers).Class);

        // The other class's teacher sees nothing of it.
        await math.NewAsync(math.Teacher);
        Has("Nobody has asked a classmate", Assert.Single(await math.Teacher.SaysAsync("class feedback")).Lines());
    }

    [StoreFact]
    public async Task A_class_can_do_without()
    {
        var course = await Course.StartAsync(
            Bot,
            Bot.Student("Lee"),
            [Bot.Student("Sam"), Bot.Student("Ana")],
            "7B Math",
            Filled(("peers", "no"))
        );
        var (sam, lee) = (course["Sam"], course.Teacher);
        Assert.True((await course.Team.ReadAsync())!.Settings!.HasNoPeerFeedback);
        Has("does without feedback", Assert.Single(await sam.SaysAsync("can ana look at my essay")).Lines());
        Has("does without feedback", Assert.Single(await sam.SaysAsync("my feedback")).Lines());
        await RepetitionJourneys.DraftAsync(sam);
        await sam.TapsAsync("Save");
        Assert.DoesNotContain("Ask a classmate", Assert.Single(await sam.SaysAsync("my goals")).Card!.Titles);
        await course.NewAsync(lee);
        Has("is turned off for this class", Assert.Single(await lee.SaysAsync("pair my class for feedback")).Lines());
    }

    [StoreFact]
    public async Task What_is_under_way_when_a_class_turns_it_off_goes_no_further()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var (sam, ana) = (course["Sam"], course["Ana"]);
        await AsksAsync(course, sam, "Ana", "my poster");
        var asked = Assert.Single(await course.NewAsync(ana)).Card!;
        await course.Team.SetUpAsync(course.Teacher, Filled(("peers", "no")));
        await course.SettleAsync();
        Has("is over", Assert.Single(await ana.TapsAsync("Send it", asked, Answer)).Lines());
        await course.SettleAsync();
        var entry = Assert.Single((await Bot.PersonAsync(sam))!.Peers);
        Assert.Equal((PeerState.Unreached, PeerNews.Off, null), (entry.State, entry.News, entry.Strength));
    }

    [StoreFact]
    public async Task A_teacher_pairs_the_class_and_each_shows_what_they_choose()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana", "Bo");
        var lee = course.Teacher;
        await course.NewAsync(lee);

        // Three are a circle.
        var pairs = Assert.Single(await lee.SaysAsync("pair my class for feedback")).Card!;
        Assert.Single(pairs.Lines(), line => line.Count('→'.Equals) == 3);
        Has("The pairs are on their way", Assert.Single(await lee.TapsAsync("Send", pairs)).Lines());
        Dictionary<string, string> asks = [];
        foreach (var student in course.Students)
        {
            var paired = Assert.Single(await course.NewAsync(student));
            Has("will look at your work", paired.Lines());
            asks[student.Name] = paired.Card!.Lines().First().Split(' ')[0];
            await student.TapsAsync("Choose what to show", paired.Card!);
            await student.TapsAsync("Show me first", Words($"the work of {student.Name}"));
            await student.TapsAsync($"Send it to {asks[student.Name]}");
        }

        Assert.Equal(["Ana", "Bo", "Sam"], asks.Values.Order());
        Assert.All(asks, one => Assert.NotEqual(one.Key, one.Value));
        await course.AtAsync(Bot.Clock.Now.AddDays(1));
        foreach (var student in course.Students)
        {
            var asked = Assert.Single(await course.NewAsync(student));
            var asker = asks.Single(one => one.Value == student.Name).Key;
            Has($"the work of {asker}", asked.Lines());
            await student.TapsAsync("Send it", asked.Card!, Answer);
        }

        await course.SettleAsync();
        foreach (var student in course.Students)
        {
            Assert.Contains(
                (await Bot.PersonAsync(student))!.Peers,
                one => one is { Side: PeerSide.Asked, Strength: not null, IsPaired: true }
            );
        }
    }

    [StoreFact]
    public async Task The_youngest_answer_by_pictures_where_their_teacher_pairs_them()
    {
        var course = await Course.StartAsync(
            Bot,
            Bot.Student("Lee"),
            [Bot.Student("Sam"), Bot.Student("Ana")],
            "1A",
            Filled(("band", "KTo2"))
        );
        var (sam, ana, lee) = (course["Sam"], course["Ana"], course.Teacher);
        Has("your teacher makes the pairs", Assert.Single(await sam.SaysAsync("can ana look at my drawing")).Lines());
        await course.NewAsync(lee);
        await lee.SaysAsync("pair my class");
        await lee.TapsAsync("Send");
        var asked = Assert.Single(await course.NewAsync(ana));
        Has("Look at what Sam made. Sit side by side!", asked.Lines());
        Assert.DoesNotContain(asked.Card!.Json.GetRawText(), "Input.Text", StringComparison.Ordinal);
        var liked = Assert.Single(await ana.TapsAsync("You tried hard", asked.Card!)).Card!;
        Has("I ask: What comes next?", Assert.Single(await ana.TapsAsync("What comes next?", liked)).Lines());
        await course.NewAsync(sam);
        await course.AtAsync(Bot.Clock.Now.AddDays(1));
        var got = Assert.Single(await course.NewAsync(sam));
        Has("I like: You tried hard", got.Lines());
        Has("I told Ana!", Assert.Single(await sam.TapsAsync("😀 It helped", got.Card!)).Lines());
    }

    [StoreFact]
    public async Task Pairs_that_are_not_what_was_seen_are_shown_again_and_a_third_time_is_refused()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var lee = course.Teacher;
        await course.NewAsync(lee);
        var seen = Assert.Single(await lee.SaysAsync("pair my class")).Card!;
        await course.Team.JoinsAsync(Bot.Student("Bo"));
        await course.SettleAsync();
        Has("Something changed in the class since.", Assert.Single(await lee.TapsAsync("Send", seen)).Lines());
        Assert.Empty((await course.Team.ReadAsync())!.PairRounds);
        for (var round = 1; round <= 2; round++)
        {
            await lee.SaysAsync("pair my class");
            await lee.TapsAsync("Send");
            await course.SettleAsync();
            Assert.Equal(round, (await course.Team.ReadAsync())!.PairRounds.Count);
        }

        Has("a third time running", Assert.Single(await lee.SaysAsync("pair my class")).Lines());
        await course.AtAsync(Bot.Clock.Now.AddDays(29));
        await course.NewAsync(lee);
        Assert.Contains("Send", (await course.AsksAsync(lee, "pair my class")).Card!.Titles);
    }

    [StoreFact]
    public async Task Nobody_pairs_or_reads_in_a_class_they_do_not_teach()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var other = await Course.StartAsync(Bot, Bot.Student("Kim"), [Bot.Student("Di")], "8A Art");
        var sam = course["Sam"];
        await AsksAsync(course, sam, "Ana", "a quokka poster");
        await GivesAsync(course, course["Ana"]);
        var id = Assert.Single((await Bot.PersonAsync(sam))!.Peers).Id;
        foreach (var actor in new[] { course["Ana"], other.Teacher, other["Di"] })
        {
            foreach (
                var verb in (string[])
                    [
                        "partners.offer",
                        "partners.send",
                        "partners.students",
                        "partners.student",
                        "peers.read",
                        "peers.helped",
                        "peers.takeBack",
                        "peers.choose",
                    ]
            )
            {
                using var response = await actor.PostAsync(
                    actor.Invoke(
                        verb,
                        new JsonObject
                        {
                            ["verb"] = verb,
                            ["class"] = course.Team.Key.Partition,
                            ["student"] = sam.ObjectId,
                            ["ask"] = id,
                            ["help"] = "Helped",
                            ["mix"] = "1",
                        }
                    )
                );
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                Assert.DoesNotContain("quokka", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
        }

        await course.SettleAsync();
        Assert.Empty((await course.Team.ReadAsync())!.PairRounds);
        Assert.Null(Assert.Single((await Bot.PersonAsync(sam))!.Peers).Help);
        Assert.Equal(PeerState.Answered, Assert.Single((await Bot.PersonAsync(course["Ana"]))!.Peers).State);
    }

    [Theory]
    [InlineData("Sam")]
    [InlineData("Ana")]
    public async Task It_is_in_the_copy_and_whoever_deletes_takes_their_words_from_both(string who)
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var (sam, ana) = (course["Sam"], course["Ana"]);
        await AsksAsync(course, sam, "Ana", "a quokka poster");
        await GivesAsync(course, ana);
        await course.NewAsync(sam);
        Assert.Contains(
            "feedback (1)",
            Assert.Single(await sam.SaysAsync("what do you know about me")).Text!,
            StringComparison.Ordinal
        );
        await course[who].SaysAsync("delete my data");
        await course[who].SaysAsync("delete");
        await course.AtAsync(Bot.Clock.Now.AddDays(1).AddMinutes(1));
        Assert.Empty((await Bot.PersonAsync(sam))!.Peers);
        Assert.Empty((await Bot.PersonAsync(ana))!.Peers);
    }

    private static readonly Dictionary<string, string> Answer = Filled(
        ("strength", "begin well"),
        ("question", "add a graph?")
    );

    private static async Task AsksAsync(Course course, Student asker, string name, string work)
    {
        await asker.SaysAsync($"can {name} look at my work");
        await asker.TapsAsync("Show me first", Words(work));
        await asker.TapsAsync($"Send it to {name}");
        await course.SettleAsync();
    }

    private static async Task GivesAsync(Course course, Student giver)
    {
        await giver.TapsAsync("Send it", Assert.Single(await course.NewAsync(giver)).Card!, Answer);
        await course.SettleAsync();
    }

    private static void Has(string text, IEnumerable<string> lines) =>
        Assert.Contains(text, string.Join('\n', lines), StringComparison.Ordinal);

    private static Dictionary<string, string> Words(string words) => Filled(("words", words));

    private static Dictionary<string, string> Filled(params (string Name, string Value)[] fields) =>
        fields.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal);
}
