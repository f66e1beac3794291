using System.Collections.Frozen;
using Milestones.Conversations;

namespace Milestones.Tests.Sending;

public sealed class OutboxStateTests
{
    private static readonly DateTimeOffset Monday = new(2026, 9, 14, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(OutboxPolicy.Reply, 1, 0, "send")] // in doubt: once more
    [InlineData(OutboxPolicy.Reply, 2, 0, "give up")]
    [InlineData(OutboxPolicy.Reply, 0, 0, "send")] // refused, so surely not delivered
    [InlineData(OutboxPolicy.Reply, 1, -1, "wait")] // somebody is sending it
    [InlineData(OutboxPolicy.Reply, 1, 3600, "give up")] // older than an hour: no answer any more
    [InlineData(OutboxPolicy.Post, 1, 0, "give up")] // claimed before sending: never twice
    [InlineData(OutboxPolicy.Post, 0, 0, "send")]
    [InlineData(OutboxPolicy.Post, 0, 86_400, "give up")]
    [InlineData(OutboxPolicy.Alert, 1, 0, "send")]
    [InlineData(OutboxPolicy.Alert, 99, 604_800, "send")] // until it is confirmed
    [InlineData(OutboxPolicy.Message, 99, 604_800, "send")] // the receiver knows the id
    internal void What_is_left_over_is_taken_again_as_far_as_its_policy_allows(
        OutboxPolicy policy,
        int attempts,
        int secondsAfterTheLease,
        string expected
    )
    {
        var now = Monday + OutboxState.Lease + TimeSpan.FromSeconds(secondsAfterTheLease);
        var (state, toSend, unknown) = new OutboxState([Entry("e1", policy, attempts)]).TakeOver(
            now,
            OutboxState.Lease,
            FrozenSet<string>.Empty
        );

        Assert.Equal(
            expected,
            toSend.Count == 1 ? "send"
                : unknown.Count == 1 ? "give up"
                : "wait"
        );
        Assert.Equal(expected == "give up" ? 0 : 1, state.Entries.Count);
        if (expected == "send")
        {
            Assert.Equal(attempts + 1, toSend[0].Attempts);
            Assert.Equal(
                now
                    + (
                        policy is OutboxPolicy.Alert or OutboxPolicy.Message
                            ? OutboxState.ShortLease
                            : OutboxState.Lease
                    ),
                toSend[0].LookAgainAt
            );
            Assert.Equal(toSend[0], state.Entries[0]);
        }
    }

    [Theory]
    [InlineData(OutboxPolicy.Reply, 1)]
    [InlineData(OutboxPolicy.Reply, 2)]
    [InlineData(OutboxPolicy.Post, 1)]
    [InlineData(OutboxPolicy.Alert, 1)]
    internal void What_waits_here_behind_slow_messages_is_neither_sent_again_nor_given_up(
        OutboxPolicy policy,
        int attempts
    )
    {
        var entry = Entry("e1", policy, attempts);
        var now = Monday + OutboxState.Lease + TimeSpan.FromHours(2);
        var (state, toSend, unknown) = new OutboxState([entry]).TakeOver(
            now,
            OutboxState.Lease,
            new HashSet<string> { "e1" }
        );

        Assert.Empty(toSend);
        Assert.Empty(unknown);
        Assert.Equal(
            entry with
            {
                LookAgainAt = now + (policy == OutboxPolicy.Alert ? OutboxState.ShortLease : OutboxState.Lease),
            },
            state.Entries[0]
        );
    }

    [Fact]
    public void What_is_settled_goes_and_what_waits_is_put_off()
    {
        var state = new OutboxState([Entry("sent"), Entry("later"), Entry("unknown")]);

        var settled = state.Settle([
            new Delivery("sent", Settled: true),
            new Delivery("later", Settled: false, Attempts: 0, LookAgainAt: Monday.AddMinutes(2)),
            new Delivery("other", Settled: true),
        ]);

        Assert.Equal(["later", "unknown"], settled.Entries.Select(entry => entry.Id));
        Assert.Equal((0, Monday.AddMinutes(2)), (settled.Entries[0].Attempts, settled.Entries[0].LookAgainAt));
    }

    [Fact]
    public void Of_two_words_about_the_same_entry_the_last_counts() =>
        Assert.Empty(
            new OutboxState([Entry("e1")])
                .Settle([
                    new Delivery("e1", Settled: false, Attempts: 1, LookAgainAt: Monday),
                    new Delivery("e1", Settled: true),
                ])
                .Entries
        );

    [Fact]
    public void It_wakes_for_its_earliest_entry()
    {
        Assert.Null(OutboxState.Empty.WakeAt);
        Assert.Equal(
            Monday.AddSeconds(5),
            new OutboxState([Entry("e1"), Entry("e2") with { LookAgainAt = Monday.AddSeconds(5) }]).WakeAt
        );
    }

    private static OutboxEntry Entry(string id, OutboxPolicy policy = OutboxPolicy.Reply, int attempts = 1) =>
        new(
            id,
            policy,
            OutboxCall.Send,
            null,
            null,
            new RawJson("{}"u8.ToArray()),
            attempts,
            Monday,
            Monday + OutboxState.Lease
        );
}
