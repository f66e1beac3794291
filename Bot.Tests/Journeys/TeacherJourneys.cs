using Milestones.Features.Teaching;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>
/// A teacher's week: the digest comes, a reflection is read and answered, the student sees it, and the teacher sees
/// that.
/// </summary>
public class TeacherJourneys : Journey
{
    [StoreFact]
    public async Task A_week_from_the_prompt_to_the_answer_that_was_read()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana", "Bo", "Cy");
        await course.AtAsync(Course.Friday);
        await course.ReflectsAsync("Sam", 2, words: "the quiz was hard and i had no time");
        await course.ReflectsAsync("Ana", 4);
        await course.ReflectsAsync("Bo", 5, shares: false, words: "nobody may read this");
        await course.NewAsync(course.Teacher);

        await course.AtAsync(Course.Monday);
        var digest = Assert.Single(await course.NewAsync(course.Teacher)).Card!;
        Assert.Contains("3 of 4 reflected.", digest.Lines());
        Assert.Contains(
            digest.Lines(),
            line => line.StartsWith("Sam Rivera · shared a hard week", StringComparison.Ordinal)
        );

        var read = Assert.Single(await course.Teacher.TapsAsync("Read (2)", digest)).Card!;
        while (!read.Lines().Contains("Sam Rivera"))
        {
            read = Assert
                .Single(
                    await course.Teacher.TapsAsync(
                        read.Titles.First(title => title.StartsWith("Next", StringComparison.Ordinal)),
                        read
                    )
                )
                .Card!;
        }

        Assert.Contains("“the quiz was hard and i had no time”", read.Lines());

        var form = Assert.Single(await course.Teacher.TapsAsync("Reply", read)).Card!;
        var sent = Assert
            .Single(
                await course.Teacher.TapsAsync(
                    "Send",
                    form,
                    new Dictionary<string, string> { ["starter"] = "0", ["own"] = "Let's look at the quiz together." }
                )
            )
            .Card!;
        Assert.Contains("Sent to Sam Rivera. The class overview shows when it was read.", sent.Lines());

        var answer = Assert.Single(await course.NewAsync(course["Sam"])).Card!;
        Assert.Equal(
            [
                "Lee Rivera answered you",
                "Thanks for telling me, Sam. That sounds like a hard week. Let's look at the quiz together.",
                "7B Math",
                "Want to answer? What you write next here goes to Lee Rivera.",
                "[Thanks] [I'd like help]",
            ],
            answer.Lines()
        );
        Assert.Contains(
            "Sam Rivera · you, Mon, Sep 21 · delivered, not read yet",
            (await course.AsksAsync(course.Teacher, "needs a reply")).Card!.Lines()
        );

        await course["Sam"].TapsAsync("Thanks", answer);
        Assert.Contains(
            "Sam Rivera · you, Mon, Sep 21 · read ✓",
            (await course.AsksAsync(course.Teacher, "needs a reply")).Card!.Lines()
        );
        Assert.Contains(
            "This week's answers: 1 sent, 1 read.",
            (await course.AsksAsync(course.Teacher, "my class")).Card!.Lines()
        );
    }

    [StoreFact]
    public async Task A_sentence_the_teacher_chooses_reaches_the_student_in_the_students_language()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        await course["Sam"].SaysAsync("español");
        await course.AtAsync(Course.Friday);
        await course.ReflectsAsync("Ana", 4);
        await course["Sam"].SaysAsync("quiero ayuda");
        await course.NewAsync(course.Teacher);

        var waiting = (await course.AsksAsync(course.Teacher, "needs a reply")).Card!;
        var form = Assert.Single(await course.Teacher.TapsAsync("Reply", waiting)).Card!;
        Assert.Contains("Sam uses Spanish: the sentence you choose is sent in Spanish.", form.Lines());
        Assert.Contains(
            form.Lines(),
            line => line.Contains("I saw that you'd like help, Sam.", StringComparison.Ordinal)
        );
        await course.Teacher.TapsAsync("Send", form, new Dictionary<string, string> { ["starter"] = "0" });

        var answer = Assert.Single(await course.NewAsync(course["Sam"])).Card!;
        Assert.Contains(
            answer.Lines(),
            line => line.StartsWith("Vi que quieres ayuda, Sam.", StringComparison.Ordinal)
        );
    }

    [StoreFact]
    public async Task The_digest_comes_once_through_restarts_and_two_processes()
    {
        var store = TestStore.Sqlite();
        await using var bot = await BotFixture.StartAsync(store);
        var course = await Course.StartAsync(bot, "Sam", "Ana");
        await course.AtAsync(Course.Friday);
        await course.ReflectsAsync("Sam", 4);
        await course.NewAsync(course.Teacher);
        var before = bot.Connector.Messages.Count(call => call.ConversationId == course.Teacher.Conversation);
        await using var second = await BotFixture.StartAsync(new TestStore(store.Settings));
        bot.Clock.Advance(Course.Monday - bot.Clock.Now);
        second.Clock.Advance(Course.Monday - second.Clock.Now);

        for (var round = 0; round < 3; round++)
        {
            await Task.WhenAll(bot.RingAsync(), second.RingAsync());
            await bot.SentAsync(course.Teacher.Key);
            await second.SentAsync(course.Teacher.Key);
        }

        await bot.CrashAsync(TimeSpan.FromMinutes(5));
        await course.SettleAsync();

        Assert.Equal(
            before + 1,
            bot.Connector.Messages.Count(call => call.ConversationId == course.Teacher.Conversation)
        );
    }

    [StoreFact]
    public async Task After_an_outage_the_digest_comes_late_once()
    {
        var course = await ReflectedAsync();
        await Bot.CrashAsync(downFor: Course.Monday + TimeSpan.FromDays(1) - Bot.Clock.Now);
        await course.SettleAsync();
        await course.SettleAsync();

        Assert.Single(await course.NewAsync(course.Teacher));
        await course.AtAsync(Bot.Clock.Now + TimeSpan.FromHours(2));
        Assert.Empty(await course.NewAsync(course.Teacher));
    }

    [StoreFact]
    public async Task After_a_longer_one_it_does_not_come_and_the_report_says_why()
    {
        var course = await ReflectedAsync();
        await Bot.CrashAsync(downFor: Course.Monday + TimeSpan.FromHours(73) - Bot.Clock.Now);
        await course.SettleAsync();

        Assert.Empty(await course.NewAsync(course.Teacher));
        Assert.Contains(
            "Your own overview of this week wasn't sent: I was away too long. It is all in the class overview.",
            (await course.AsksAsync(course.Teacher, "delivery report")).Card!.Lines()
        );
    }

    [StoreFact]
    public async Task A_digest_whose_sending_met_a_crash_is_not_sent_again_and_the_report_says_that_nobody_knows()
    {
        var course = await ReflectedAsync();
        var lee = course.Teacher;
        await course.AtAsync(Course.Monday.AddHours(-1));
        Bot.Connector.Answer(
            StubAnswer.After(new TaskCompletionSource().Task),
            times: 1,
            when: call => call.ConversationId == lee.Conversation
        );
        var before = Bot.Connector.Messages.Count(call => call.ConversationId == lee.Conversation);
        Bot.Clock.Advance(Course.Monday - Bot.Clock.Now);
        await Bot.RingAsync();
        await Bot.Connector.UntilAsync(calls =>
            calls.Count(call => call.IsMessage && call.ConversationId == lee.Conversation) > before
        );

        await Bot.CrashAsync(downFor: Milestones.Conversations.OutboxState.Lease + TimeSpan.FromSeconds(1));
        await course.SettleAsync();

        Assert.Equal(before + 1, Bot.Connector.Messages.Count(call => call.ConversationId == lee.Conversation));
        Assert.Contains(
            (await course.AsksAsync(lee, "delivery report")).Card!.Lines(),
            line => line.StartsWith("Nobody knows whether your own overview", StringComparison.Ordinal)
        );
    }

    [StoreFact]
    public async Task Each_teacher_has_their_own_and_who_teaches_several_classes_is_asked_which()
    {
        var lee = Bot.Student("Lee");
        var (kim, sam, bo) = (Bot.Student("Kim"), Bot.Student("Sam"), Bot.Student("Bo"));
        var math = await Course.StartAsync(
            Bot,
            lee,
            [kim, sam],
            settings: new Dictionary<string, string> { ["teachers"] = kim.ObjectId }
        );
        var art = await Course.StartAsync(Bot, lee, [bo], "8A Art");
        await math.AtAsync(Course.Friday);
        await math.ReflectsAsync("Sam", 4);
        await math.NewAsync(lee);
        await math.NewAsync(kim);

        await math.AtAsync(Course.Monday);
        Assert.Equal(
            ["7B Math · week of Mon, Sep 14", "8A Art · week of Mon, Sep 14"],
            (await art.NewAsync(lee)).Select(shown => shown.Card!.Lines().First()).Order(StringComparer.Ordinal)
        );
        Assert.Equal("7B Math · week of Mon, Sep 14", Assert.Single(await math.NewAsync(kim)).Card!.Lines().First());

        foreach (
            var (words, first) in new[]
            {
                ("my class", "8A Art · week of Mon, Sep 14"),
                ("needs a reply", "8A Art: needs a reply"),
                ("delivery report", "8A Art · prompt of the week of Mon, Sep 14"),
            }
        )
        {
            var choice = (await math.AsksAsync(lee, words)).Card!;
            Assert.Equal(["Which class?", "[7B Math] [8A Art]"], choice.Lines());
            Assert.Equal(first, Assert.Single(await lee.TapsAsync("8A Art", choice)).Card!.Lines().First());
        }

        Assert.Equal("7B Math · week of Mon, Sep 14", (await math.AsksAsync(kim, "my class")).Card!.Lines().First());
    }

    [StoreFact]
    public async Task Help_reaches_every_teacher_at_once_and_again_on_the_third_school_day()
    {
        var course = await Course.StartAsync(
            Bot,
            Bot.Student("Lee"),
            [Bot.Student("Kim"), Bot.Student("Sam"), Bot.Student("Ana")],
            settings: new Dictionary<string, string>
            {
                ["teachers"] = "aaaaaaaa-0000-0000-0000-000000000002",
                ["off0From"] = "2026-09-21",
            }
        );
        var (lee, kim) = (course.Teacher, course["Kim"]);
        await course.AtAsync(Course.Friday);
        await course.NewAsync(lee);
        await course.NewAsync(kim);
        await course["Sam"].SaysAsync("i'd like help");
        await course["Sam"].SaysAsync("i'd like help"); // a second time is the same call
        await course["Ana"].SaysAsync("i'd like help");

        Assert.Equal(
            ["Ana Rivera would like help", "Sam Rivera would like help"],
            Firsts(await course.NewAsync(lee)).Order(StringComparer.Ordinal)
        );
        Assert.Equal(2, (await course.NewAsync(kim)).Count);
        await kim.TapsAsync(
            "Handled",
            kim.Screen.Cards.Last(card => card.Lines().First().StartsWith("Ana", StringComparison.Ordinal))
        );
        // Monday was a holiday: the digest came on Tuesday, this is the second school day
        await course.AtAsync(Course.Monday.AddDays(2));
        await course.NewAsync(lee);
        await course.NewAsync(kim);

        await course.AtAsync(Course.Monday.AddDays(3));
        var again = Assert.Single(await course.NewAsync(lee)).Card!;
        Assert.Equal(
            ["Sam Rivera is still waiting for help", "7B Math · asked on Fri, Sep 18", "[Reply] [Handled]"],
            again.Lines()
        );
        Assert.Equal(["Sam Rivera is still waiting for help"], Firsts(await course.NewAsync(kim)));
        Assert.Contains(
            "Sam Rivera · asked for help on Fri, Sep 18, still waiting [Reply] [Handled]",
            (await course.AsksAsync(lee, "needs a reply")).Card!.Lines()
        );

        Assert.Contains(
            "Sam Rivera is off your list.",
            Assert.Single(await lee.TapsAsync("Handled", again)).Card!.Lines()
        );
        await course.SettleAsync();
        Assert.Contains("Nobody is waiting for a reply.", (await course.AsksAsync(kim, "needs a reply")).Card!.Lines());
        await course.AtAsync(Course.Monday.AddDays(6));
        Assert.DoesNotContain(
            Firsts(await course.NewAsync(lee)),
            line => line.Contains("help", StringComparison.Ordinal)
        );
    }

    [StoreFact]
    public async Task Who_asks_for_help_at_night_is_heard_in_the_morning()
    {
        var course = await Course.StartAsync(Bot, "Sam");
        await course.AtAsync(Course.Friday.AddHours(9)); // twenty to eleven in the evening
        await course.NewAsync(course.Teacher);
        await course["Sam"].SaysAsync("i'd like help");
        Assert.Empty(await course.NewAsync(course.Teacher));

        await course.AtAsync(Course.Friday.AddHours(18));
        Assert.Equal(["Sam Rivera would like help"], Firsts(await course.NewAsync(course.Teacher)));
    }

    [StoreFact]
    public async Task A_nudge_comes_once_a_week_by_day_and_not_to_who_wants_none()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var lee = course.Teacher;
        await course["Ana"].SaysAsync("stop prompts");
        for (var week = 0; week < 3; week++)
        {
            await course.AtAsync(Course.Friday.AddDays(7 * week));
            await course.AtAsync(Course.Friday.AddDays((7 * week) + 1).AddMinutes(5)); // and the spread
        }

        await course.AtAsync(Course.Monday.AddDays(14));
        await course.NewAsync(course["Sam"]);
        var digest = (await course.NewAsync(lee))[^1].Card!;
        Assert.Contains("Sam Rivera · quiet for three questions [Nudge]", digest.Lines());
        await course.AtAsync(Course.Monday.AddDays(15)); // Monday had its reminder
        await course.NewAsync(course["Sam"]);

        Assert.Equal(
            "Sam gets a friendly nudge, at a good hour.",
            Assert.Single(await lee.TapsAsync("Nudge", digest)).Text
        );
        var nudge = Assert.Single(await course.NewAsync(course["Sam"])).Card!;
        Assert.Equal(
            [
                "Lee Rivera is thinking of you",
                "Want to take a quick look at your week? It takes about a minute.",
                "7B Math",
                "[Look at my week] [I'd like help]",
            ],
            nudge.Lines()
        );
        // The same button again is the same tap; on a new card it is another one.
        Assert.Equal(
            "Sam gets a friendly nudge, at a good hour.",
            Assert.Single(await lee.AnswersAsync(lee.Tap(digest, "Nudge"), null), shown => shown.InPlace).Text
        );
        var again = (await course.AsksAsync(lee, "how is sam")).Card!;
        Assert.Equal(
            "Sam already got a nudge this week. One is enough.",
            Assert.Single(await lee.AnswersAsync(lee.Tap(again, "Nudge"), null), shown => shown.InPlace).Text
        );
        await course.SettleAsync();
        Assert.Empty(await course.NewAsync(course["Sam"]));

        var off = new System.Text.Json.Nodes.JsonObject
        {
            ["class"] = course.Team.Key.Partition,
            ["student"] = course["Ana"].ObjectId,
        };
        Assert.StartsWith(
            "Ana has turned weekly messages off",
            Assert.Single(await lee.AnswersAsync(lee.Invoke(TeacherVerbs.Nudge, off), null)).Text,
            StringComparison.Ordinal
        );

        // In the next week, late in the evening, on a day that had its message: the morning after.
        await course.AtAsync(Course.Monday.AddDays(21).AddHours(15));
        await course.NewAsync(course["Sam"]);
        var later = (await course.AsksAsync(lee, "how is sam")).Card!;
        await lee.AnswersAsync(lee.Tap(later, "Nudge"), null);
        Assert.Empty(await course.NewAsync(course["Sam"]));
        await course.AtAsync(Course.Monday.AddDays(22));
        Assert.Equal(["Lee Rivera is thinking of you"], Firsts(await course.NewAsync(course["Sam"])));
        Assert.Equal("Sam already got a nudge this week. One is enough.", await AgainAsync());

        // A week later the button of an old card is about the week it is tapped in.
        await course.AtAsync(Course.Monday.AddDays(30));
        await course.NewAsync(course["Sam"]);
        Assert.Equal("Sam gets a friendly nudge, at a good hour.", await AgainAsync());
        Assert.Equal("Sam gets a friendly nudge, at a good hour.", await AgainAsync());
        await course.AtAsync(Course.Monday.AddDays(32));
        Assert.Single(Firsts(await course.NewAsync(course["Sam"])), "Lee Rivera is thinking of you");
        await course.AtAsync(Course.Friday.AddDays(35));
        await course.ReflectsAsync("Sam", 4);
        await course.AtAsync(Course.Friday.AddDays(36));
        Assert.Equal("Sam has looked at the week already, so I sent nothing.", await NudgesAsync("Sam"));

        async Task<string> AgainAsync() =>
            Assert.Single(await lee.AnswersAsync(lee.Tap(digest, "Nudge"), null), shown => shown.InPlace).Text!;

        async Task<string> NudgesAsync(string name) =>
            Assert
                .Single(
                    await lee.AnswersAsync(
                        lee.Invoke(
                            TeacherVerbs.Nudge,
                            new System.Text.Json.Nodes.JsonObject
                            {
                                ["class"] = course.Team.Key.Partition,
                                ["student"] = course[name].ObjectId,
                            }
                        ),
                        null
                    )
                )
                .Text!;
    }

    [StoreFact]
    public async Task An_answer_written_at_night_comes_in_the_morning_and_writing_back_counts_as_reading_it()
    {
        var course = await ReflectedAsync();
        var lee = course.Teacher;
        await course.AtAsync(Course.Friday.AddHours(9));
        await course.AsksAsync(lee, "needs a reply");
        await lee.TapsAsync("Reply");
        Assert.Contains(
            "On its way: Sam Rivera gets it when the night is over.",
            Assert
                .Single(await lee.TapsAsync("Send", new Dictionary<string, string> { ["own"] = "You can do it" }))
                .Card!.Lines()
        );
        Assert.DoesNotContain(
            Firsts(await course.NewAsync(course["Sam"])),
            line => line.Contains("answered", StringComparison.Ordinal)
        );
        Assert.Contains(
            "Sam Rivera · you, Fri, Sep 18 · waits for the morning",
            (await course.AsksAsync(lee, "needs a reply")).Card!.Lines()
        );

        await course.AtAsync(Course.Friday.AddHours(18));
        Assert.Contains("Lee Rivera answered you", Firsts(await course.NewAsync(course["Sam"])));
        await course["Sam"].SaysAsync("ok");
        Assert.Contains(
            "Sam Rivera · you, Fri, Sep 18 · read ✓",
            (await course.AsksAsync(lee, "needs a reply")).Card!.Lines()
        );
    }

    [StoreFact]
    public async Task An_answer_sent_twice_arrives_once_and_one_that_is_empty_or_too_long_is_given_back()
    {
        var course = await ReflectedAsync();
        var lee = course.Teacher;
        await course.AsksAsync(lee, "needs a reply");
        await lee.TapsAsync("Reply");
        Assert.Contains(
            "Choose a sentence or write your own, then Send.",
            Assert.Single(await lee.TapsAsync("Send")).Card!.Lines()
        );
        var words = new string('x', 501);
        var tooLong = Assert
            .Single(await lee.TapsAsync("Send", new Dictionary<string, string> { ["own"] = words }))
            .Card!;
        Assert.Equal(words, tooLong.Fields["own"]);
        Assert.Contains(tooLong.Lines(), line => line.Contains("501", StringComparison.Ordinal));

        var send = lee.Tap(
            tooLong,
            "Send",
            new Dictionary<string, string>
            {
                ["own"] = "You kept at it. I'd hurt myself less with a plan: shall we make one?",
            }
        );
        await lee.AnswersAsync(send, tooLong);
        await lee.AnswersAsync(lee.Tap(tooLong, "Send", new Dictionary<string, string> { ["own"] = "twice" }), tooLong);
        Assert.Single(Firsts(await course.NewAsync(course["Sam"])), "Lee Rivera answered you");
        Assert.Empty((await Bot.PersonAsync(lee))!.Alerts); // what a teacher writes to a student is no cry of their own
    }

    [StoreFact]
    public async Task A_teacher_is_told_when_the_student_has_blocked_the_bot_and_the_student_waits_again()
    {
        var course = await ReflectedAsync();
        var (lee, sam) = (course.Teacher, course["Sam"]);
        await course.AtAsync(Course.Monday);
        await course.NewAsync(lee);
        Bot.Connector.Answer(
            StubAnswer.Error(403, "ConversationBlockedByUser"),
            when: call => call.ConversationId == sam.Conversation
        );
        await lee.TapsAsync("Reply");
        await lee.TapsAsync("Send", new Dictionary<string, string> { ["starter"] = "0" });
        await course.SettleAsync();
        await course.AtAsync(Bot.Clock.Now + BotFixture.NotedAfter);

        var told = Assert.Single(await course.NewAsync(lee)).Text!;
        Assert.StartsWith("Your answer to Sam Rivera didn't arrive: has blocked me", told, StringComparison.Ordinal);
        Assert.Contains(
            (await course.AsksAsync(lee, "needs a reply")).Card!.Lines(),
            line => line.StartsWith("Sam Rivera · shared a hard week", StringComparison.Ordinal)
        );
        var gone = Assert.Single(await lee.TapsAsync("Reply")).Card!;
        Assert.Equal(
            ["Sam Rivera can't get messages", "Why: has blocked me; they can unblock me in our chat"],
            gone.Lines().Take(2)
        );
        Assert.Contains(
            "I can't reach Sam",
            Assert
                .Single(
                    await lee.AnswersAsync(
                        lee.Invoke(
                            TeacherVerbs.Nudge,
                            new System.Text.Json.Nodes.JsonObject
                            {
                                ["class"] = course.Team.Key.Partition,
                                ["student"] = sam.ObjectId,
                            }
                        ),
                        null
                    )
                )
                .Text,
            StringComparison.Ordinal
        );
        await lee.TapsAsync("Handled", gone);
        await course.SettleAsync();
        Assert.Contains("Nobody is waiting for a reply.", (await course.AsksAsync(lee, "needs a reply")).Card!.Lines());
    }

    [StoreFact]
    public async Task The_delivery_report_counts_everybody_and_names_who_did_not_get_it()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana", "Bo", "Cy", "Di");
        await course["Cy"].SaysAsync("stop prompts");
        Bot.Connector.Answer(
            StubAnswer.Error(403, "ConversationBlockedByUser"),
            when: call => call.ConversationId == course["Ana"].Conversation
        );
        Bot.Connector.Answer(StubAnswer.Drop, when: call => call.ConversationId == course["Bo"].Conversation);
        await course.AtAsync(Course.Friday);
        await course.AtAsync(Bot.Clock.Now + BotFixture.NotedAfter);
        await course.Team.LeavesAsync(course["Di"]);
        await course.SettleAsync();

        var report = (await course.AsksAsync(course.Teacher, "delivery report")).Card!;
        Assert.Equal(
            [
                "7B Math · prompt of the week of Mon, Sep 14",
                "1 delivered, 1 blocked the bot, 1 unknown, 1 turned prompts off, 1 left the team",
                "Ana Rivera · has blocked me; they can unblock me in our chat [Check again]",
                "Bo Rivera · nobody knows whether it arrived; I don't send twice [Nudge]",
                "Cy Rivera · has turned prompts off [Reply]",
                "Di Rivera · has left the team",
                "[Class overview]",
            ],
            report.Lines()
        );
        await course.AtAsync(Course.Friday.AddDays(7));
        var next = (await course.AsksAsync(course.Teacher, "delivery report")).Card!;
        Assert.Contains(
            "7B Math · prompt of the week of Mon, Sep 14",
            Assert.Single(await course.Teacher.TapsAsync("Week before", next)).Card!.Lines()
        );
    }

    [StoreFact]
    public async Task A_class_without_students_and_a_week_without_reflections_say_so()
    {
        var course = await Course.StartAsync(Bot, "Sam");
        await course.AtAsync(Course.Friday);
        await course.NewAsync(course.Teacher);
        await course.AtAsync(Course.Monday);
        Assert.Contains(
            "Nobody has reflected yet (0 of 1).",
            Assert.Single(await course.NewAsync(course.Teacher)).Card!.Lines()
        );

        await course.Team.LeavesAsync(course["Sam"]);
        await course.SettleAsync();
        Assert.Contains(
            "There are no students in this class yet.",
            (await course.AsksAsync(course.Teacher, "my class")).Card!.Lines()
        );
        await course.AtAsync(Course.Friday.AddDays(7));
        await course.AtAsync(Course.Monday.AddDays(7));
        Assert.Empty(await course.NewAsync(course.Teacher));
    }

    [StoreFact]
    public async Task In_Spanish()
    {
        var course = await Course.StartAsync(Bot, "Sam");
        var (lee, sam) = (course.Teacher, course["Sam"]);
        await lee.SaysAsync("español");
        await sam.SaysAsync("español");
        await course.AtAsync(Course.Friday);
        await course.NewAsync(sam);
        await sam.TapsAsync("😕 No tan bien", new Dictionary<string, string> { ["sharing"] = "MyTeacher" });
        await sam.SaysAsync("no tuve tiempo para estudiar");
        await course.AtAsync(Course.Monday);

        Assert.Contains(
            "Reflexionaron 1 de 1.",
            Assert
                .Single(
                    await course.NewAsync(lee),
                    shown => shown.Card is not null && shown.Card.Titles.Contains("Responder")
                )
                .Card!.Lines()
        );
        await lee.TapsAsync("Responder");
        await lee.TapsAsync("Enviar", new Dictionary<string, string> { ["starter"] = "0" });
        Assert.Contains("Lee Rivera te respondió", Firsts(await course.NewAsync(sam)));
        await sam.TapsAsync("Gracias");
        Assert.Contains(
            "Sam Rivera · tú, el lun 21 de septiembre · leído ✓",
            (await course.AsksAsync(lee, "falta responder")).Card!.Lines()
        );
        Assert.Contains("entregado a 1", (await course.AsksAsync(lee, "informe de entrega")).Card!.Lines());
        Assert.NotNull((await course.AsksAsync(lee, "mi clase")).Card);
    }

    /// <summary>Sam shared a hard week.</summary>
    private async Task<Course> ReflectedAsync()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        await course.AtAsync(Course.Friday);
        await course.ReflectsAsync("Sam", 2, words: "the quiz was hard and i had no time");
        await course.NewAsync(course.Teacher);
        return course;
    }

    private static IReadOnlyList<string> Firsts(IEnumerable<Shown> shown) =>
        [.. shown.Where(one => one.Card is not null).Select(one => one.Card!.Lines().First())];
}
