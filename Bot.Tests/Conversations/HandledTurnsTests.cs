using Milestones.Conversations;

namespace Milestones.Tests.Conversations;

public sealed class HandledTurnsTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 16, 14, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_was_handled_is_remembered_and_nothing_else()
    {
        var handled = HandledTurns.None.With(null, Now, "a:chat|1", null, "token");

        Assert.True(handled.Contains("a:chat|1"));
        Assert.True(handled.Contains("token"));
        Assert.False(handled.Contains("a:chat|2"));
        Assert.False(handled.Contains(null));
        Assert.Equal(2, handled.Marks.Count);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(64, true)]
    [InlineData(80, false)]
    public void What_was_handled_is_remembered_as_long_as_its_token_lives(int minutes, bool remembered)
    {
        var handled = HandledTurns.None;
        for (var i = 0; i < 40; i++)
            handled = handled.With(null, Now, $"turn {i}");
        handled = handled.With(null, Now.AddMinutes(minutes), "much later");

        Assert.Equal(32, handled.Marks.Count);
        Assert.Equal(remembered, handled.Contains("turn 3"));
        Assert.All(Enumerable.Range(9, 31), i => Assert.True(handled.Contains($"turn {i}")));
    }

    [Fact]
    public void However_many_come_in_an_hour_what_is_remembered_stays_small()
    {
        var handled = HandledTurns.None;
        for (var i = 0; i < 3000; i++)
            handled = handled.With(null, Now.AddSeconds(i), $"turn {i}");

        Assert.InRange(handled.Earlier.Sum(earlier => earlier.Marks.Length), 1, 8 * 1024);
        Assert.True(handled.Contains("turn 2000"));
        Assert.False(handled.Contains("turn 1000"));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void The_answer_stays_for_a_minute_when_more_is_handled(int seconds, bool stays)
    {
        var answer = new GivenAnswer(["m"], new Milestones.Conversations.RawJson("{}"u8.ToArray()), Now);

        Assert.Same(
            stays ? answer : null,
            HandledTurns.None.With(answer, Now, "tap").With(null, Now.AddSeconds(seconds), "next").Answer
        );
    }

    [Fact]
    public void Marks_are_short_and_tell_apart() =>
        Assert.Equal(
            10_000,
            Enumerable
                .Range(0, 10_000)
                .Select(i => HandledTurns.MarkOf($"{i}"))
                .Where(mark => mark.Length == 8)
                .Distinct(StringComparer.Ordinal)
                .Count()
        );
}
