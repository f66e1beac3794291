using Milestones.Channel.Sending;
using Milestones.Tests.Support;

namespace Milestones.Tests.Sending;

public sealed class TenantGateTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly TimeByHand _clock = new(new DateTimeOffset(2026, 9, 18, 18, 0, 0, TimeSpan.Zero));
    private readonly TenantGate _gate;
    private int _permits;
    private int _left;
    private readonly TaskCompletionSource _lapsed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TenantGateTests() => _gate = new TenantGate(Take, () => _lapsed.TrySetResult(), Interval, _clock);

    [Fact]
    public async Task An_answer_passes_thousands_of_posts()
    {
        var posts = Wait(5000, post: true);
        var answer = Wait(1, post: false);

        await GrantAsync(1);

        await Task.WhenAll(answer).WaitAsync(ConnectorStub.Patience);
        Assert.DoesNotContain(posts, post => post.IsCompleted);
    }

    [Fact]
    public async Task Posts_keep_one_permit_in_ten_when_answers_never_end()
    {
        var answers = Wait(40, post: false);
        var posts = Wait(40, post: true);

        await GrantAsync(20);

        await Task.WhenAll([.. answers[..18], .. posts[..2]]).WaitAsync(ConnectorStub.Patience);
        Assert.DoesNotContain(answers[18..].Concat(posts[2..]), call => call.IsCompleted);
    }

    [Fact]
    public async Task Posts_leave_a_permit_that_an_answer_finds_at_once()
    {
        (_left, _permits) = (1, 1);
        var posts = Wait(3, post: true);

        Assert.True(_gate.TryEnter(post: false));
        await GrantAsync(3);

        await Task.WhenAll(posts[..2]).WaitAsync(ConnectorStub.Patience);
        Assert.False(posts[2].IsCompleted);
    }

    [Fact]
    public async Task Answers_that_find_their_permits_at_once_leave_posts_one_in_ten_too()
    {
        (_left, _permits) = (1, 100);
        Assert.Equal(10, Enumerable.Range(0, 10).Count(_ => _gate.TryEnter(post: false)));
        _permits = 0;
        var posts = Wait(1, post: true);
        _permits = 1;

        Assert.False(_gate.TryEnter(post: false)); // Enough have passed: this one is the post's.

        await GrantAsync(0);
        await Task.WhenAll(posts).WaitAsync(ConnectorStub.Patience);
    }

    [Fact]
    public async Task A_permit_given_back_is_the_next_one_s()
    {
        _permits = 1;
        Assert.True(_gate.TryEnter(post: true));
        var posts = Wait(2, post: true);
        var answer = Wait(1, post: false);

        Assert.True(_gate.TryGiveBack());
        await Task.WhenAll(answer).WaitAsync(ConnectorStub.Patience);
        Assert.True(_gate.TryGiveBack());
        await posts[0].WaitAsync(ConnectorStub.Patience);

        Assert.False(posts[1].IsCompleted);
        Assert.True(_gate.TryGiveBack());
        Assert.False(_gate.TryGiveBack());
    }

    [Fact]
    public async Task Posts_go_in_the_order_they_came()
    {
        var posts = Wait(10, post: true);

        await GrantAsync(4);

        await Task.WhenAll(posts[..4]).WaitAsync(ConnectorStub.Patience);
        Assert.DoesNotContain(posts[4..], post => post.IsCompleted);
    }

    [Fact]
    public async Task The_permit_of_one_who_gave_up_is_the_next_one_s()
    {
        using var impatient = new CancellationTokenSource();
        var first = _gate.EnterAsync(post: true, impatient.Token).AsTask();
        var second = Wait(1, post: true)[0];
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        await GrantAsync(1);

        Assert.True(await second.WaitAsync(ConnectorStub.Patience));
    }

    [Fact]
    public async Task A_permit_that_finds_nobody_lapses()
    {
        using var impatient = new CancellationTokenSource();
        var only = _gate.EnterAsync(post: true, impatient.Token).AsTask();
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => only);

        await GrantAsync(1);

        await _lapsed.Task.WaitAsync(ConnectorStub.Patience);
    }

    [Fact]
    public async Task Who_comes_while_others_wait_does_not_push_in()
    {
        var waiting = Wait(1, post: true);
        _permits = 1;

        Assert.False(_gate.TryEnter(post: true));

        await GrantAsync(0); // The permit is still there for the one who waited.
        await Task.WhenAll(waiting).WaitAsync(ConnectorStub.Patience);
    }

    [Fact]
    public void A_wait_is_as_long_as_those_in_front_take()
    {
        Wait(30, post: true);
        Wait(5, post: false);

        Assert.Equal(TimeSpan.FromSeconds(3.5), _gate.Expect(post: true));
        // Answers have only answers in front of them.
        Assert.Equal(TimeSpan.FromSeconds(0.5), _gate.Expect(post: false));
    }

    [Fact]
    public void Those_sent_away_come_back_one_by_one()
    {
        Wait(30, post: true);

        Assert.Equal(
            [3.1, 3.2, 3.3],
            Enumerable.Range(0, 3).Select(_ => Math.Round(_gate.Promise(post: true).TotalSeconds, 3))
        );
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(3.1, Math.Round(_gate.Promise(post: true).TotalSeconds, 3)); // 30 still wait.
    }

    [Theory]
    [InlineData("a b c", true)]
    [InlineData("a b", false)]
    [InlineData("a a a a", false)] // One conversation over its own limit.
    [InlineData("a b + c", false)] // Some calls are taken.
    [InlineData("a b + c d e", true)]
    public void Refusals_in_a_row_in_different_conversations_stop_the_tenant(string calls, bool stops)
    {
        _permits = 1;
        foreach (var call in calls.Split(' '))
        {
            if (call == "+")
                _gate.Accepted();
            else
                _gate.Refused(call, TimeSpan.FromSeconds(7));
        }

        Assert.Equal(stops ? TimeSpan.FromSeconds(7) : TimeSpan.Zero, _gate.Expect(post: false));
        Assert.Equal(!stops, _gate.TryEnter(post: true));
        _clock.Advance(TimeSpan.FromSeconds(7));
        Assert.Equal(stops, _gate.TryEnter(post: true));
    }

    [Fact]
    public async Task Nobody_is_let_in_while_the_tenant_is_stopped()
    {
        foreach (var conversation in new[] { "a", "b", "c" })
            _gate.Refused(conversation, TimeSpan.FromSeconds(7));
        _permits = 1;
        var waiting = Wait(1, post: false);

        Assert.Equal(TimeSpan.FromSeconds(7), await _clock.PassAsync(TimeSpan.FromMinutes(1)));

        await Task.WhenAll(waiting).WaitAsync(ConnectorStub.Patience);
    }

    [Fact]
    public async Task A_gate_at_rest_can_be_closed_and_then_takes_nobody()
    {
        _permits = 1;
        Assert.True(_gate.TryEnter(post: true));
        Assert.False(_gate.TryClose());

        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.True(_gate.TryClose());
        _permits = 1;
        Assert.False(_gate.TryEnter(post: false));
        Assert.False(await _gate.EnterAsync(post: false, CancellationToken.None));
    }

    [Fact]
    public void A_gate_that_somebody_waits_at_or_will_come_back_to_stays()
    {
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(Interval, _gate.Promise(post: true));
        Assert.False(_gate.TryClose());
        _clock.Advance(Interval);
        Wait(1, post: true);
        Assert.False(_gate.TryClose());
    }

    private Task<bool>[] Wait(int calls, bool post) =>
        [.. Enumerable.Range(0, calls).Select(_ => _gate.EnterAsync(post, CancellationToken.None).AsTask())];

    /// <summary>So many permits are there when the gate looks next.</summary>
    private async Task GrantAsync(int permits)
    {
        Interlocked.Add(ref _permits, permits);
        await _clock.PassAsync(Interval);
    }

    private TimeSpan Take(bool post)
    {
        if (Volatile.Read(ref _permits) <= (post ? _left : 0))
            return Interval;
        Interlocked.Decrement(ref _permits);
        return TimeSpan.Zero;
    }
}
