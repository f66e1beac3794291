using Milestones.Language;
using Milestones.Localization;
using Milestones.School;
using Milestones.Tests.Support;

namespace Milestones.Tests.Coaching;

/// <summary>
/// Whole conversations with the coach, as the files beside this one tell them. The rules alone; a journey plays the
/// same over the wire.
/// </summary>
public sealed class TranscriptTests
{
    public static TheoryData<string> All => [.. Transcript.Names];

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_conversation_goes_as_written(string transcript)
    {
        var chat = new PureChat();
        await Transcript.PlayAsync(transcript, chat, what => Happen(what, chat), Check);
    }

    internal static void Happen(string what, PureChat chat) =>
        chat.Person = what switch
        {
            "sam is in grades 3 to 5" => chat.Known with { Band = GradeBand.Grades3To5 },
            "sam is in college" => chat.Known with { Band = GradeBand.College },
            "sam has ten goals" => chat.Known with
            {
                Goals = [.. Enumerable.Range(1, Goal.MaxActive).Select(n => SomeGoal($"Read book {n}"))],
            },
            "a newer bot asked something this one does not know" => chat.Known with { Dialog = new GoalDialogState() },
            _ => throw new InvalidOperationException($"Nothing here makes this happen: {what}"),
        };

    private static Goal SomeGoal(string sentence) =>
        new(
            sentence,
            sentence,
            Area.Academic,
            Measure.None,
            null,
            null,
            null,
            null,
            new DateOnly(2026, 12, 1),
            Aspects.Specific,
            Aspects.None,
            new DateOnly(2026, 9, 1)
        );

    /// <summary>What holds in every answer, whatever it is about.</summary>
    private static void Check(IReadOnlyList<Shown> shown)
    {
        Assert.All(shown, one => Assert.True((one.Suggestions?.Count ?? 0) <= 6));
        Assert.True(
            shown.Count(one => one.Suggestions is { Count: > 0 }) <= 1,
            "Only one message carries suggestions."
        );
        Assert.All(
            shown,
            one => Assert.False(one.Card is null && string.IsNullOrWhiteSpace(one.Text), "An answer is never empty.")
        );
        Assert.DoesNotContain(shown, one => one.Text?.Contains('{', StringComparison.Ordinal) == true);
    }
}
