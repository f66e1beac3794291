using Milestones.Channel.Sending;
using Milestones.Conversations;
using Milestones.Tests.Support;

namespace Milestones.Tests.Sending;

public sealed class SendLimitsTests
{
    private static readonly TimeSpan Now = TimeSpan.Zero;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly TimeByHand _clock = new(new DateTimeOffset(2026, 9, 18, 18, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_call_with_room_goes_at_once()
    {
        await using var limits = new SendLimits(ConversationLimitsTests.Wide(), _clock);

        Assert.Equal(Now, await AskAsync(limits, "tenant", "chat", OutboxPolicy.Post, Now));
    }

    [Fact]
    public async Task A_tenant_at_its_limit_takes_nothing_from_another()
    {
        await using var limits = Narrow(tenantPerSecond: 2);
        Assert.Equal(Now, await AskAsync(limits, "large", "chat-1", OutboxPolicy.Post, Now));
        Assert.Equal(Now, await AskAsync(limits, "large", "chat-1", OutboxPolicy.Reply, Now));

        Assert.NotEqual(Now, await AskAsync(limits, "large", "chat-2", OutboxPolicy.Reply, Now));
        Assert.Equal(Now, await AskAsync(limits, "small", "chat-3", OutboxPolicy.Post, Now));
    }

    [Fact]
    public async Task A_conversation_at_its_limit_takes_nothing_from_another()
    {
        await using var limits = Narrow(conversationPerHour: 2);
        Assert.Equal(Now, await AskAsync(limits, "tenant", "chat-1", OutboxPolicy.Reply, Now));

        Assert.NotEqual(Now, await AskAsync(limits, "tenant", "chat-1", OutboxPolicy.Reply, Now));
        Assert.Equal(Now, await AskAsync(limits, "tenant", "chat-2", OutboxPolicy.Reply, Now));
    }

    [Fact]
    public async Task The_threads_of_a_channel_share_its_limit()
    {
        await using var limits = Narrow(conversationPerHour: 2);
        Assert.Equal(Now, await AskAsync(limits, "tenant", "19:a@thread.tacv2;messageid=1", OutboxPolicy.Post, Now));

        Assert.NotEqual(Now, await AskAsync(limits, "tenant", "19:a@thread.tacv2;messageid=2", OutboxPolicy.Post, Now));
    }

    [Fact]
    public async Task Who_would_wait_longer_than_they_can_is_told_when_to_come_back_each_at_another_moment()
    {
        await using var limits = Narrow(tenantPerSecond: 2);
        await AskAsync(limits, "tenant", "chat-0", OutboxPolicy.Post, Now);
        var waiting = Enumerable
            .Range(1, 3)
            .Select(n => AskAsync(limits, "tenant", $"chat-{n}", OutboxPolicy.Post, Minute))
            .ToList();

        var later = new List<TimeSpan>();
        for (var n = 4; n < 7; n++)
            later.Add(await AskAsync(limits, "tenant", $"chat-{n}", OutboxPolicy.Post, TimeSpan.FromSeconds(2)));

        // One a second, behind the three.
        Assert.Equal([4, 5, 6], later.Select(moment => Math.Round(moment.TotalSeconds)));
        Assert.All(waiting, call => Assert.False(call.IsCompleted));
    }

    [Fact]
    public async Task Patience_that_runs_out_takes_nothing()
    {
        await using var limits = Narrow(conversationPerHour: 2);
        await AskAsync(limits, "tenant", "chat", OutboxPolicy.Reply, Now);
        var waiting = AskAsync(limits, "tenant", "chat", OutboxPolicy.Reply, TimeSpan.FromSeconds(5));

        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.NotEqual(Now, await waiting.WaitAsync(ConnectorStub.Patience));
    }

    [Fact]
    public async Task Whoever_stops_asking_is_not_told_anything()
    {
        await using var limits = Narrow(conversationPerHour: 2);
        using var stopping = new CancellationTokenSource();
        await AskAsync(limits, "tenant", "chat", OutboxPolicy.Reply, Now);
        var waiting = limits.AcquireAsync("tenant", "chat", OutboxPolicy.Reply, Minute, stopping.Token).AsTask();

        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task A_conversation_the_connector_refused_waits_as_long_as_it_asked_and_others_do_not()
    {
        await using var limits = new SendLimits(ConversationLimitsTests.Wide(), _clock);

        limits.Refused("tenant", "chat-1", TimeSpan.FromSeconds(9));

        Assert.Equal(
            TimeSpan.FromSeconds(9),
            await AskAsync(limits, "tenant", "chat-1", OutboxPolicy.Alert, TimeSpan.FromSeconds(8))
        );
        Assert.Equal(Now, await AskAsync(limits, "tenant", "chat-2", OutboxPolicy.Reply, Now));
        var waiting = AskAsync(limits, "tenant", "chat-1", OutboxPolicy.Reply, Minute);
        Assert.False(waiting.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(Now, await waiting.WaitAsync(ConnectorStub.Patience));
    }

    [Fact]
    public async Task A_tenant_refused_in_three_conversations_waits_as_a_whole_and_others_do_not()
    {
        await using var limits = new SendLimits(ConversationLimitsTests.Wide(), _clock);

        foreach (var chat in new[] { "chat-1", "chat-2", "chat-3" })
            limits.Refused("tenant", chat, TimeSpan.FromSeconds(9));

        Assert.True(
            await AskAsync(limits, "tenant", "chat-4", OutboxPolicy.Reply, TimeSpan.FromSeconds(8))
                >= TimeSpan.FromSeconds(9)
        );
        Assert.Equal(Now, await AskAsync(limits, "other", "chat-5", OutboxPolicy.Reply, Now));
    }

    [Fact]
    public async Task A_wait_of_a_century_is_taken_for_a_slip()
    {
        await using var limits = new SendLimits(ConversationLimitsTests.Wide(), _clock);

        limits.Refused("tenant", "chat", TimeSpan.FromDays(36_500));

        Assert.Equal(TimeSpan.FromHours(1), await AskAsync(limits, "tenant", "chat", OutboxPolicy.Reply, Now));
    }

    [Fact]
    public async Task Room_set_aside_is_a_call_s_and_is_used_once()
    {
        await using var limits = Narrow(tenantPerSecond: 10);
        using var room = await limits.ReserveAsync("tenant", Minute, CancellationToken.None);
        room!.Keep();

        Assert.Equal(Now, limits.Use(room, "tenant", "chat"));
        Assert.NotEqual(Now, limits.Use(room, "tenant", "chat"));
    }

    [Fact]
    public async Task Room_that_nobody_kept_is_the_next_one_s()
    {
        await using var limits = Narrow(tenantPerSecond: 2);
        var room = await limits.ReserveAsync("tenant", Minute, CancellationToken.None);
        var next = limits.ReserveAsync("tenant", Minute, CancellationToken.None).AsTask();
        Assert.False(next.IsCompleted);

        room!.Dispose();

        using var second = await next.WaitAsync(ConnectorStub.Patience);
        Assert.NotNull(second);
    }

    [Fact]
    public async Task Room_that_a_post_was_claimed_for_is_not_given_back_with_the_turn()
    {
        await using var limits = Narrow(tenantPerSecond: 2);
        var room = await limits.ReserveAsync("tenant", Minute, CancellationToken.None);
        var next = limits.ReserveAsync("tenant", Minute, CancellationToken.None).AsTask();

        room!.Keep();
        room.Dispose();
        Assert.False(next.IsCompleted);

        limits.Refused("tenant", "chat", TimeSpan.FromSeconds(9));
        // The conversation has no room, so the post goes back.
        Assert.Equal(TimeSpan.FromSeconds(9), limits.Use(room, "tenant", "chat"));
        using var second = await next.WaitAsync(ConnectorStub.Patience);
        Assert.NotNull(second);
    }

    [Fact]
    public async Task Without_room_before_patience_runs_out_there_is_none()
    {
        await using var limits = Narrow(tenantPerSecond: 2);
        using var room = await limits.ReserveAsync("tenant", Minute, CancellationToken.None);
        var next = limits.ReserveAsync("tenant", TimeSpan.FromMilliseconds(1), CancellationToken.None).AsTask();

        _clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Null(await next.WaitAsync(ConnectorStub.Patience));
    }

    [Fact]
    public async Task Tenants_at_rest_are_forgotten()
    {
        await using var limits = new SendLimits(ConversationLimitsTests.Wide(), _clock);
        for (var n = 0; n < 1000; n++)
            await AskAsync(limits, $"tenant-{n}", "chat", OutboxPolicy.Reply, Now);

        limits.Sweep();
        Assert.Equal(1000, limits.Tenants);
        _clock.Advance(TimeSpan.FromSeconds(10));
        limits.Sweep();

        Assert.Equal(0, limits.Tenants);
        Assert.Equal(Now, await AskAsync(limits, "tenant-1", "chat", OutboxPolicy.Reply, Now));
    }

    private SendLimits Narrow(int tenantPerSecond = 1_000_000, int conversationPerHour = 1_000_000)
    {
        var options = ConversationLimitsTests.Wide();
        (options.TenantPerSecond, options.ConversationPerHour) = (tenantPerSecond, conversationPerHour);
        return new SendLimits(options, _clock);
    }

    private static Task<TimeSpan> AskAsync(
        SendLimits limits,
        string tenant,
        string conversation,
        OutboxPolicy policy,
        TimeSpan patience
    ) => limits.AcquireAsync(tenant, conversation, policy, patience, CancellationToken.None).AsTask();
}
