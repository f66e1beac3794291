using Milestones.Conversations;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>
/// What happens to answers when the connector is in trouble, and when the process ends before they left.
/// </summary>
public class DeliveryJourneys : Journey
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(9);
    private static readonly TimeSpan PastTheLease = OutboxState.Lease + TimeSpan.FromSeconds(1);

    [StoreFact]
    public async Task A_reply_in_doubt_is_sent_once_more()
    {
        var sam = Bot.Student();
        Bot.Connector.Answer(StubAnswer.Error(500, "ServiceError"), times: 1);

        await sam.PostAsync(sam.Message("hi"));
        await Bot.Connector.MessagesAsync(1);
        await Bot.Clock.PassAsync(Soon);

        var sent = await Bot.Connector.MessagesAsync(2);
        Assert.Equal(sent[0].Text, sent[1].Text);
        await SettledAsync(sam);
        Assert.Equal(2, Bot.Connector.Messages.Count);
    }

    [StoreFact]
    public async Task A_reply_in_doubt_twice_is_given_up()
    {
        var sam = Bot.Student();
        Bot.Connector.Answer(StubAnswer.Error(500, "ServiceError"));

        await sam.PostAsync(sam.Message("hi"));
        await Bot.Connector.MessagesAsync(1);
        await Bot.Clock.PassAsync(Soon);
        await Bot.Connector.MessagesAsync(2);

        await SettledAsync(sam);
        Assert.Equal(2, Bot.Connector.Messages.Count);
    }

    [StoreFact]
    public async Task A_connector_that_does_not_answer_is_asked_once_more()
    {
        var sam = Bot.Student();
        Bot.Connector.Answer(StubAnswer.After(new TaskCompletionSource().Task), times: 1);

        await sam.PostAsync(sam.Message("hi"));
        await Bot.Connector.MessagesAsync(1);
        Bot.Clock.Advance(TimeSpan.FromSeconds(10));
        await Bot.Clock.PassAsync(Soon);

        await Bot.Connector.MessagesAsync(2);
        await SettledAsync(sam);
    }

    [StoreFact]
    public async Task A_throttled_reply_waits_as_long_as_the_connector_asks()
    {
        var sam = Bot.Student();
        Bot.Connector.Answer(StubAnswer.Throttle("5"), times: 1);

        await sam.PostAsync(sam.Message("hi"));
        await Bot.Connector.MessagesAsync(1);
        var waited = await Bot.Clock.PassAsync(Soon);

        Assert.Equal(TimeSpan.FromSeconds(5), waited);
        await Bot.Connector.MessagesAsync(2);
        await SettledAsync(sam);
    }

    [StoreFact]
    public async Task A_reply_throttled_for_minutes_is_taken_up_by_the_alarm()
    {
        var sam = Bot.Student();
        Bot.Connector.Answer(StubAnswer.Throttle("120"), times: 1);

        await sam.PostAsync(sam.Message("hi"));
        await Bot.Connector.MessagesAsync(1);
        await Bot.NotedAsync(sam);
        var later = Assert.Single((await Bot.PersonAsync(sam))!.Outbox.Entries).LookAgainAt;
        Assert.Equal(TimeSpan.FromSeconds(120), later - PureChat.Monday);

        Bot.Clock.Advance(later - Bot.Clock.Now);
        await Bot.RingAsync();

        await Bot.Connector.MessagesAsync(2);
        await SettledAsync(sam);
    }

    [StoreFact]
    public async Task Who_blocked_the_bot_is_unreachable_until_they_write_again()
    {
        var sam = Bot.Student();
        Bot.Connector.Answer(StubAnswer.Error(403, "ConversationBlockedByUser"), times: 1);

        await sam.PostAsync(sam.Message("hi"));
        await Bot.Connector.MessagesAsync(1);
        await Bot.NotedAsync(sam);
        var person = await Bot.PersonAsync(sam);
        Assert.Equal("ConversationBlockedByUser", person!.Unreachable);
        Assert.Empty(person.Outbox.Entries);

        await sam.PostAsync(sam.Message("hi again"));
        Assert.Null((await Bot.PersonAsync(sam))!.Unreachable);
        await Bot.Connector.MessagesAsync(2);
    }

    [StoreFact]
    public async Task A_message_the_connector_calls_malformed_is_not_sent_again()
    {
        var sam = Bot.Student();
        Bot.Connector.Answer(StubAnswer.Error(400, "BadSyntax"), times: 1);

        await sam.PostAsync(sam.Message("hi"));
        await Bot.Connector.MessagesAsync(1);

        await SettledAsync(sam);
        Assert.Single(Bot.Connector.Messages);
        Assert.Null((await Bot.PersonAsync(sam))!.Unreachable);
    }

    [StoreFact]
    public async Task Messages_to_one_person_arrive_in_their_order()
    {
        var sam = Bot.Student();
        var gate = new TaskCompletionSource();
        Bot.Connector.Answer(StubAnswer.After(gate.Task), times: 1);

        await sam.PostAsync(sam.Message("hi"));
        await sam.PostAsync(sam.Message("help"));
        await Bot.Connector.MessagesAsync(1);
        gate.SetResult();

        var sent = await Bot.Connector.MessagesAsync(2);
        Assert.StartsWith("Hi!", sent[0].Text, StringComparison.Ordinal);
        Assert.Equal("What you can say", Student.See(sent[1]).Card!.Lines().First());
    }

    [StoreFact]
    public async Task A_reply_left_over_by_a_crash_is_sent_once_more_and_not_twice()
    {
        var sam = Bot.Student();
        Bot.Connector.Answer(StubAnswer.After(new TaskCompletionSource().Task), times: 1);
        await sam.PostAsync(sam.Message("i want to get better at math"));
        await Bot.Connector.MessagesAsync(1);

        await Bot.CrashAsync(downFor: TimeSpan.FromSeconds(5));
        Assert.Equal(0, await Bot.RingAsync()); // the lease has not run out
        Bot.Clock.Advance(PastTheLease);
        await Bot.RingAsync();

        var sent = await Bot.Connector.MessagesAsync(2);
        Assert.Equal(sent[0].Text, sent[1].Text);
        await SettledAsync(sam);
        Bot.Clock.Advance(TimeSpan.FromHours(2));
        await Bot.RingAsync();
        Assert.Equal(2, Bot.Connector.Messages.Count);
    }

    [StoreFact]
    public async Task A_reply_that_met_two_crashes_is_given_up()
    {
        var sam = Bot.Student();
        Bot.Connector.Answer(StubAnswer.After(new TaskCompletionSource().Task), times: 2);
        await sam.PostAsync(sam.Message("hi"));
        await Bot.Connector.MessagesAsync(1);

        await Bot.CrashAsync(downFor: PastTheLease);
        await Bot.RingAsync();
        await Bot.Connector.MessagesAsync(2);
        await Bot.CrashAsync(downFor: PastTheLease);
        await Bot.RingAsync();

        Assert.Empty((await Bot.PersonAsync(sam))!.Outbox.Entries);
        Assert.Equal(2, Bot.Connector.Messages.Count);
        Assert.Contains(Bot.Log.Lines, line => line.Contains("was given up", StringComparison.Ordinal));
    }

    [StoreFact]
    public async Task An_answer_older_than_an_hour_is_no_answer_any_more()
    {
        var sam = Bot.Student();
        Bot.Connector.Answer(StubAnswer.After(new TaskCompletionSource().Task), times: 1);
        await sam.PostAsync(sam.Message("hi"));
        await Bot.Connector.MessagesAsync(1);

        await Bot.CrashAsync(downFor: TimeSpan.FromHours(2));
        await Bot.RingAsync();

        Assert.Empty((await Bot.PersonAsync(sam))!.Outbox.Entries);
        Assert.Single(Bot.Connector.Messages);
    }

    [StoreFact]
    public async Task What_was_delivered_and_noted_is_not_sent_again()
    {
        var sam = Bot.Student();
        await sam.SaysAsync("hi");
        await sam.SaysAsync("help");
        await SettledAsync(sam);
        Bot.Clock.Advance(PastTheLease);
        Assert.Equal(0, await Bot.RingAsync());

        Assert.Equal(2, Bot.Connector.Messages.Count);
    }

    private async Task SettledAsync(Student student)
    {
        await Bot.NotedAsync(student);
        Assert.Empty((await Bot.PersonAsync(student))!.Outbox.Entries);
    }
}
