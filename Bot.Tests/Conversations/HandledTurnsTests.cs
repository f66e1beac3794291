using Milestones.Conversations;

namespace Milestones.Tests.Conversations;

public sealed class HandledTurnsTests
{
    [Fact]
    public void What_was_handled_is_remembered_and_nothing_else()
    {
        var handled = HandledTurns.None.With("a:chat|1", null, "token");

        Assert.True(handled.Contains("a:chat|1"));
        Assert.True(handled.Contains("token"));
        Assert.False(handled.Contains("a:chat|2"));
        Assert.False(handled.Contains(null));
        Assert.Equal(2, handled.Marks.Count);
    }

    [Fact]
    public void The_last_32_are_remembered()
    {
        var handled = HandledTurns.None;
        for (var i = 0; i < 40; i++)
            handled = handled.With($"turn {i}");

        Assert.Equal(32, handled.Marks.Count);
        Assert.False(handled.Contains("turn 7"));
        Assert.All(Enumerable.Range(8, 32), i => Assert.True(handled.Contains($"turn {i}")));
    }

    [Fact]
    public void The_answer_stays_when_more_is_handled()
    {
        var answer = new GivenAnswer(["m"], new Milestones.Outbox.RawJson("{}"u8.ToArray()));

        Assert.Same(answer, (HandledTurns.None with { Answer = answer }).With("next").Answer);
    }

    [Fact]
    public void Marks_are_short_and_tell_apart() => Assert.Equal(10_000, Enumerable.Range(0, 10_000).Select(i => HandledTurns.MarkOf($"{i}")).Where(mark => mark.Length == 11).Distinct(StringComparer.Ordinal).Count());
}
