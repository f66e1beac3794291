using System.Text;
using Milestones.Outbox;
using Milestones.Tests.Support;

namespace Milestones.Tests.Outbox;

/// <summary>The limits in the bot as it runs: what has no room goes back into its document, and what was said last is answered first.</summary>
public sealed class LimitedSendingTests
{
    [Fact]
    public async Task An_answer_that_finds_no_room_is_not_lost_and_not_counted_as_an_attempt()
    {
        await using var bot = await BotFixture.StartAsync(null, null, "--Limits:ConversationPerHour=2");
        var sam = bot.Student();
        await sam.PostAsync(sam.Message("hi"));
        await bot.Connector.MessagesAsync(1);
        await bot.NotedAsync(sam);

        await sam.PostAsync(sam.Message("help"));
        var waited = await bot.Clock.PassAsync(OutboxState.Lease);
        await bot.Outbox.SentAsync(sam.Key);

        var delivery = Assert.Single(bot.Outbox.Deliveries(sam.Key));
        Assert.Equal((false, 0), (delivery.Settled, delivery.Attempts));
        Assert.InRange(waited, TimeSpan.FromSeconds(30), OutboxState.Lease - BotFixture.NotedAfter); // It can be noted before another process takes it.
        Assert.True(delivery.LookAgainAt > bot.Clock.Now);
        Assert.Single(bot.Connector.Messages);
    }

    [Fact]
    public async Task An_answer_does_not_wait_for_a_post_to_the_same_person()
    {
        await using var bot = await BotFixture.StartAsync();
        var sam = bot.Student();
        await sam.PostAsync(sam.Message("hi"));
        await bot.Connector.MessagesAsync(1);
        await bot.NotedAsync(sam);
        var chat = (await bot.PersonAsync(sam))!.Chat;
        var blocked = new TaskCompletionSource();
        bot.Connector.Answer(StubAnswer.After(blocked.Task), when: call => call.Text == "prompt");

        bot.Outbox.Send(sam.Key, chat, [Entry("prompt", OutboxPolicy.Post)]);
        await bot.Connector.UntilAsync(call => call.Text == "prompt");
        bot.Outbox.Send(sam.Key, chat, [Entry("one", OutboxPolicy.Reply), Entry("second prompt", OutboxPolicy.Post), Entry("two", OutboxPolicy.Reply)]);

        await bot.Connector.UntilAsync(call => call.Text == "two");
        Assert.Equal(["prompt", "one", "two"], bot.Connector.Messages.Skip(1).Select(call => call.Text));
        blocked.SetResult();
        await bot.Connector.UntilAsync(call => call.Text == "second prompt");

        OutboxEntry Entry(string text, OutboxPolicy policy) => new(
            text, policy, OutboxCall.Send, null, null, new RawJson(Encoding.UTF8.GetBytes($$"""{"type":"message","text":"{{text}}"}""")), 1, bot.Clock.Now, bot.Clock.Now + OutboxState.Lease);
    }

    [Theory]
    [InlineData("--Limits:TenantPerSecond=1")]
    [InlineData("--Limits:ConversationPerHour=0")]
    public async Task Limits_that_let_nothing_through_stop_the_bot_at_its_start(string setting)
    {
        await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => BotFixture.StartAsync(null, null, setting));
    }
}
