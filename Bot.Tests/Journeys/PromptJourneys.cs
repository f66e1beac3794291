using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.School;
using Milestones.Storage.Sqlite;
using Milestones.Tests.Calendar;
using Milestones.Tests.Reflections;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>
/// The weekly prompt through the whole bot, with the clock moved: it arrives once, or not at all with a reason.
/// </summary>
public class PromptJourneys : Journey
{
    private static readonly DateTimeOffset Friday = Moments.Utc("2026-09-18 18:10");

    private readonly List<Student> _students = [];
    private TestStore _store = null!;

    private protected override async Task<TestStore> OpenStoreAsync() => _store = await base.OpenStoreAsync();

    [StoreFact]
    public async Task A_prompt_arrives_once_and_the_week_is_looked_at_in_three_actions()
    {
        var sam = await JoinedAsync();
        await AtAsync(Moments.Utc("2026-09-18 17:59"));
        Assert.Empty(await NewAsync(sam));

        await AtAsync(Friday);
        var card = Assert.Single(await NewAsync(sam)).Card!;
        await Bot.RingAsync();
        await Bot.NotedAsync(sam);
        await Bot.RingAsync();
        Assert.Empty(await NewAsync(sam));

        // Two taps: into the field for a number, and a face; and the week counts.
        var filled = new Dictionary<string, string>(StringComparer.Ordinal) { ["value-fractions"] = "64" };
        await sam.TapsAsync("🙂 Good", card, filled);

        var person = (await Bot.PersonAsync(sam))!;
        var reflection = Assert.Single(person.Reflections);
        Assert.Equal((Moments.Week("2026-W38"), 4, 64), (reflection.Week, reflection.Mood, reflection.Goals[0].Value));
        Assert.Equal(64, person.Goals[0].Progress[^1].Value);
        Assert.Equal(1, person.Streak!.Weeks);
        Assert.True(person.Classes[0].LastPrompt!.Answered);
        Assert.Equal([new WeekOutcome(Moments.Week("2026-W38"), PromptOutcome.Sent)], person.Classes[0].Outcomes);
    }

    [StoreFact]
    public async Task A_restart_between_any_two_steps_loses_nothing_and_repeats_nothing()
    {
        var sam = await JoinedAsync();
        await Bot.CrashAsync(downFor: Friday - Bot.Clock.Now);
        await Bot.RingAsync();
        var card = Assert.Single(await NewAsync(sam)).Card!;

        await Bot.CrashAsync(TimeSpan.FromSeconds(5));
        await Bot.RingAsync();
        await sam.TapsAsync(
            "😕 Not great",
            card,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["going-fractions"] = "Stuck" }
        );
        await Bot.CrashAsync();
        Assert.Contains("Tell me a bit more", (await sam.SaysAsync("homework"))[^1].Text, StringComparison.Ordinal);
        await Bot.CrashAsync();
        await sam.SaysAsync("too much of it");
        await Bot.CrashAsync();
        await sam.SaysAsync("ask my teacher on monday");

        var reflection = Assert.Single((await Bot.PersonAsync(sam))!.Reflections);
        Assert.Equal(
            ["homework: too much of it", "ask my teacher on monday"],
            reflection.Answers.Select(answer => answer.Text)
        );
        Assert.Equal(2, reflection.Mood);
        Assert.Null((await Bot.PersonAsync(sam))!.Reflecting);
    }

    [StoreFact]
    public async Task A_prompt_whose_sending_met_a_crash_is_not_sent_again_and_the_report_says_that_nobody_knows()
    {
        var sam = await JoinedAsync();
        Bot.Connector.Answer(StubAnswer.After(new TaskCompletionSource().Task), times: 1);
        await AtAsync(Friday);
        await Bot.Connector.MessagesAsync(2);

        await Bot.CrashAsync(downFor: OutboxState.Lease + TimeSpan.FromSeconds(1));
        await Bot.RingAsync();
        await Bot.RingAsync();

        Assert.Equal(2, Bot.Connector.Messages.Count);
        var person = (await Bot.PersonAsync(sam))!;
        Assert.Empty(person.Outbox.Entries);
        Assert.Equal(PromptOutcome.Unknown, Assert.Single(person.Classes[0].Outcomes).Outcome);
    }

    [StoreFact]
    public async Task A_bot_that_stops_in_good_order_leaves_no_doubt_about_what_was_on_its_way()
    {
        var sam = await JoinedAsync();
        var answer = new TaskCompletionSource();
        Bot.Connector.Answer(StubAnswer.After(answer.Task), times: 1);
        await AtAsync(Friday);
        await Bot.Connector.MessagesAsync(2);

        var stopped = Bot.StopAsync();
        Assert.Single((await Bot.PersonAsync(sam))!.Outbox.Entries);
        answer.SetResult();
        await stopped.WaitAsync(ConnectorStub.Patience);

        Assert.Empty((await Bot.PersonAsync(sam))!.Outbox.Entries);
    }

    [StoreFact]
    public async Task A_prompt_that_was_refused_for_now_waits_in_its_document_where_no_crash_can_harm_it()
    {
        var sam = await JoinedAsync();
        Bot.Connector.Answer(StubAnswer.Throttle("5"), times: 1);
        await AtAsync(Friday);
        await Bot.Connector.MessagesAsync(2);
        await Bot.Outbox.SentAsync(sam.Key);
        await Bot.RingAsync();
        var waiting = Assert.Single((await Bot.PersonAsync(sam))!.Outbox.Entries);
        Assert.Equal(0, waiting.Attempts);
        Assert.InRange(waiting.LookAgainAt - Friday, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(6.25));

        await Bot.CrashAsync(downFor: TimeSpan.FromSeconds(7));
        await Bot.RingAsync();
        await Bot.Connector.MessagesAsync(3);
        await Bot.NotedAsync(sam);

        var person = (await Bot.PersonAsync(sam))!;
        Assert.Empty(person.Outbox.Entries);
        Assert.Equal(PromptOutcome.Sent, Assert.Single(person.Classes[0].Outcomes).Outcome);
    }

    [StoreFact]
    public async Task After_four_days_of_outage_the_week_is_skipped_with_its_reason_and_the_next_one_comes()
    {
        var sam = await JoinedAsync();
        await Bot.CrashAsync(downFor: Friday + TimeSpan.FromDays(4) - Bot.Clock.Now);
        await Bot.RingAsync();
        Assert.Empty(await NewAsync(sam));
        Assert.Equal(
            [new WeekOutcome(Moments.Week("2026-W38"), PromptOutcome.Outage)],
            (await Bot.PersonAsync(sam))!.Classes[0].Outcomes
        );

        await AtAsync(Friday.AddDays(7));
        Assert.Single(await NewAsync(sam));
    }

    [StoreFact]
    public async Task After_an_outage_of_three_days_the_prompt_comes_late_and_once()
    {
        var sam = await JoinedAsync();
        await Bot.CrashAsync(downFor: Friday + TimeSpan.FromDays(3) - Bot.Clock.Now);
        await Bot.RingAsync();
        await Bot.RingAsync();

        Assert.Single(await NewAsync(sam));
        Assert.Equal(PromptOutcome.Late, Assert.Single((await Bot.PersonAsync(sam))!.Classes[0].Outcomes).Outcome);
    }

    [StoreFact]
    public async Task Two_processes_on_one_store_send_each_prompt_once()
    {
        List<Student> students = [];
        for (var n = 0; n < 20; n++)
            students.Add(await JoinedAsync($"Student{n}"));
        await using var second = await BotFixture.StartAsync(new TestStore(_store.Settings));
        Bot.Clock.Advance(Friday - Bot.Clock.Now);
        second.Clock.Advance(Friday - second.Clock.Now);

        for (var round = 0; round < 5; round++)
            await Task.WhenAll(Bot.RingAsync(), second.RingAsync());

        foreach (var student in students)
        {
            await second.Outbox.SentAsync(student.Key).WaitAsync(ConnectorStub.Patience);
            Assert.Single(await NewAsync(student));
        }

        Assert.Equal(2 * students.Count, Bot.Connector.Messages.Count);
    }

    [StoreFact]
    public async Task In_the_week_the_clocks_change_the_prompt_comes_at_the_same_hour_of_the_day()
    {
        var sam = await JoinedAsync();
        await Bot.CrashAsync(downFor: Moments.Utc("2026-11-06 18:10") - Bot.Clock.Now);
        await Bot.RingAsync();
        await NewAsync(sam);
        Assert.DoesNotContain(
            (await Bot.PersonAsync(sam))!.Classes[0].Outcomes,
            one => one.Week == Moments.Week("2026-W45")
        ); // 13:10 in New York since Sunday

        await AtAsync(Moments.Utc("2026-11-06 19:10"));
        Assert.Single(await NewAsync(sam));
        Assert.Equal(
            new WeekOutcome(Moments.Week("2026-W45"), PromptOutcome.Sent),
            (await Bot.PersonAsync(sam))!.Classes[0].Outcomes[^1]
        );
    }

    [StoreFact]
    public async Task A_late_reflection_counts_for_its_week_until_the_next_prompt()
    {
        var sam = await JoinedAsync();
        await AtAsync(Friday);
        var first = Assert.Single(await NewAsync(sam)).Card!;
        await AtAsync(Friday.AddDays(6));
        await NewAsync(sam);
        await sam.TapsAsync("😐 Okay", first);
        Assert.Equal(Moments.Week("2026-W38"), Assert.Single((await Bot.PersonAsync(sam))!.Reflections).Week);

        await AtAsync(Friday.AddDays(7));
        var second = Assert.Single(await NewAsync(sam)).Card!;
        await AtAsync(Friday.AddDays(14));
        await NewAsync(sam);
        var late = await sam.TapsAsync("😄 Great", second);

        Assert.Contains(late, one => one.Text?.Contains("week that is over", StringComparison.Ordinal) == true);
        Assert.Single((await Bot.PersonAsync(sam))!.Reflections);
        Assert.Equal(0, (await Bot.PersonAsync(sam))!.Streak!.Weeks);
    }

    [StoreFact]
    public async Task The_reminder_comes_once_and_not_to_who_has_answered()
    {
        var (sam, ana) = (await JoinedAsync(), await JoinedAsync("Ana"));
        await AtAsync(Friday);
        var card = Assert.Single(await NewAsync(ana)).Card!;
        await NewAsync(sam);
        await ana.TapsAsync("🙂 Good", card);

        await AtAsync(Friday.AddDays(1));
        await AtAsync(Friday.AddDays(2));
        Assert.Empty(await NewAsync(sam)); // no school
        await AtAsync(Moments.Utc("2026-09-21 11:10"));
        await AtAsync(Friday.AddDays(3));

        Assert.Contains(
            "Still time",
            string.Join('\n', Assert.Single(await NewAsync(sam)).Lines()),
            StringComparison.Ordinal
        );
        Assert.Empty(await NewAsync(ana));
        Assert.Equal(
            [PromptOutcome.Sent],
            (await Bot.PersonAsync(sam))!.Classes[0].Outcomes.Select(one => one.Reminder)
        );
        Assert.Equal([null], (await Bot.PersonAsync(ana))!.Classes[0].Outcomes.Select(one => one.Reminder));
    }

    [StoreFact]
    public async Task A_reminder_of_which_nobody_knows_is_in_the_report_beside_the_prompt_that_arrived()
    {
        var sam = await JoinedAsync();
        await AtAsync(Friday);
        await NewAsync(sam);
        Bot.Connector.Answer(StubAnswer.Error(500, "ServiceError"), times: 1);
        await AtAsync(Moments.Utc("2026-09-21 11:10"));
        await Bot.NotedAsync(sam);

        Assert.Equal(
            [new WeekOutcome(Moments.Week("2026-W38"), PromptOutcome.Sent, null, PromptOutcome.Unknown)],
            (await Bot.PersonAsync(sam))!.Classes[0].Outcomes
        );
    }

    [StoreFact]
    public async Task Who_removed_the_bot_is_skipped_with_the_reason_and_goes_on_when_back()
    {
        var sam = await JoinedAsync();
        await sam.PostAsync(sam.Activity("installationUpdate", activity => activity["action"] = "remove"));
        await AtAsync(Friday);
        Assert.Empty(await NewAsync(sam));
        Assert.Equal(
            [new WeekOutcome(Moments.Week("2026-W38"), PromptOutcome.Unreachable, "Uninstalled")],
            (await Bot.PersonAsync(sam))!.Classes[0].Outcomes
        );

        await sam.SaysAsync("hi");
        await AtAsync(Friday.AddDays(7));
        Assert.Single(await NewAsync(sam));
    }

    [StoreFact]
    public async Task Who_has_blocked_the_bot_is_in_the_report_with_the_connectors_word()
    {
        var sam = await JoinedAsync();
        Bot.Connector.Answer(StubAnswer.Error(403, "ConversationBlockedByUser"), times: 1);
        await AtAsync(Friday);
        await Bot.Connector.MessagesAsync(2);
        await Bot.NotedAsync(sam);

        Assert.Equal(
            [new WeekOutcome(Moments.Week("2026-W38"), PromptOutcome.Unreachable, "ConversationBlockedByUser")],
            (await Bot.PersonAsync(sam))!.Classes[0].Outcomes
        );
    }

    [StoreFact]
    public async Task Two_classes_ask_with_one_card_a_week_share_each_on_its_own_and_neither_starves()
    {
        var sam = await JoinedAsync("Sam", "Math 7", "Art");
        for (var week = 0; week < 4; week++)
        {
            await AtAsync(Friday.AddDays(7 * week));
            var card = Assert.Single(await NewAsync(sam)).Card!;
            Assert.Equal("Your week", card.Lines().First());
            await AtAsync(Friday.AddDays(7 * week).AddHours(1));
            Assert.Empty(await NewAsync(sam));
            var art = card.Fields.Keys.Single(key => key.StartsWith("sharing-", StringComparison.Ordinal));
            await sam.TapsAsync(
                "🙂 Good",
                card,
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["sharing"] = "OnlyMe",
                    [art] = "MyTeacher",
                    ["value-fractions"] = $"{60 + week}",
                }
            );
            await sam.SaysAsync("i practiced every single day");
            await AtAsync(Friday.AddDays((7 * week) + 4));
            Assert.Empty(await NewAsync(sam));
        }

        var person = (await Bot.PersonAsync(sam))!;
        Assert.Equal(4, person.Goals[0].Progress.Count); // told once, not once for each class
        Assert.Equal(4, person.Streak!.Weeks);
        Assert.Equal(8, person.Reflections.Count);
        Assert.All(
            person.Reflections.Where(one => one.Class == person.Classes[0].Class),
            one => Assert.Equal((Sharing.OnlyMe, null), (one.Sharing, one.With))
        );
        Assert.All(
            person.Reflections.Where(one => one.Class == person.Classes[1].Class),
            one =>
            {
                Assert.Equal((Sharing.MyTeacher, person.Classes[0].Class), (one.Sharing, one.With));
                Assert.Equal("i practiced every single day", Assert.Single(one.Answers).Text);
            }
        );
        Assert.Equal(
            Enumerable.Repeat((PromptOutcome.WithOther, (string?)"Math 7"), 4),
            person.Classes[1].Outcomes.Select(one => (one.Outcome, one.Detail))
        );
    }

    [StoreFact]
    public async Task Unanswered_one_card_is_reminded_of_once_and_counts_for_both_until_the_next()
    {
        var sam = await JoinedAsync("Sam", "Math 7", "Art");
        await AtAsync(Friday);
        var card = Assert.Single(await NewAsync(sam)).Card!;
        await AtAsync(Moments.Utc("2026-09-21 11:10"));
        Assert.Single(await NewAsync(sam)); // the reminder
        await AtAsync(Moments.Utc("2026-09-22 12:00"));
        Assert.Empty(await NewAsync(sam));

        await sam.TapsAsync("😐 Okay", card);
        var person = (await Bot.PersonAsync(sam))!;
        Assert.Equal(2, person.Reflections.Count);
        Assert.All(person.Classes, one => Assert.True(one.LastPrompt!.Answered));
        Assert.All(person.Reflections, one => Assert.Equal(Sharing.OnlyMe, one.Sharing));
    }

    private async Task<Student> JoinedAsync(string name = "Sam", params IReadOnlyList<string> classes)
    {
        var student = Bot.Student(name);
        _students.Add(student);
        await student.SaysAsync("hi");
        await Bot.NotedAsync(student);
        var stored = (await Bot.Store.GetAsync(student.Key, CancellationToken.None))!;
        var person = Kinds.All.Person.Read(stored.Document) with
        {
            TimeZone = "America/New_York",
            Goals = [ReflectingStudent.Fractions],
        };
        IReadOnlyList<string> names = classes.Count == 0 ? ["Math 7"] : classes;
        var joined = person.With([
            .. names.Select(one =>
                ReflectingStudent.In(one, Moments.Fridays) with
                {
                    Cursor = new PromptCursor(Bot.Clock.Now),
                }
            ),
        ]);
        Assert.True(
            (
                await Bot.Store.ReplaceAsync(
                    Kinds.All.Person.Write(student.Key, joined),
                    stored.ETag,
                    CancellationToken.None
                )
            ).Written
        );
        return student;
    }

    private async Task AtAsync(DateTimeOffset moment)
    {
        // What is under way arrives first: else its time limits would run out.
        foreach (var student in _students)
            await Bot.Outbox.SentAsync(student.Key).WaitAsync(ConnectorStub.Patience);
        await Bot.NotedAsync(_students[0]);
        Bot.Clock.Advance(moment - Bot.Clock.Now);
        await Bot.RingAsync();
    }

    private static async Task<IReadOnlyList<Shown>> NewAsync(Student student)
    {
        var arrived = await student.ArrivedAsync();
        student.Screen.Take(arrived, null);
        return arrived;
    }
}
