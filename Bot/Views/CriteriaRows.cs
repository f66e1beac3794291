using System.Collections.Immutable;
using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Views;

/// <summary>Success criteria with how a student saw their work: the last check, and those before it.</summary>
internal static class CriteriaRows
{
    /// <summary>For those who do not read yet, and as a mark before the words.</summary>
    private static readonly ImmutableArray<string> Pictures = ["🌱", "🌿", "🌳"];

    private static readonly ImmutableArray<string> Marks = ["○", "◐", "●"];

    public static string Picture(Meets meets) => Pictures[(int)meets];

    public static string Mark(Meets meets) => Marks[(int)meets];

    public static string Word(Meets meets, Voice voice) => voice.List("Criteria.Meets")[(int)meets];

    /// <summary>How it grew: "○ Not yet → ◐ Partly"; that nothing was checked yet where nothing was.</summary>
    public static string Growth(SuccessCriteria criteria, string criterion, Voice voice) =>
        criteria.History(criterion).ToList() is { Count: > 0 } history
            ? string.Join(" → ", history.Select(meets => $"{Sign(meets, voice)} {Word(meets, voice)}"))
            : voice["Criteria.Unchecked"];

    /// <summary>Each criterion, how it grew, and where it shows.</summary>
    public static IEnumerable<CardElement> Of(SuccessCriteria criteria, Voice voice)
    {
        foreach (var criterion in criteria.List)
        {
            yield return new RichTextBlock(new TextRun(criterion.Text)) { Spacing = "medium" };
            yield return new RichTextBlock(new TextRun(Growth(criteria, criterion.Id, voice)) { Weight = "bolder" })
            {
                Spacing = "none",
            };
            if (criteria.Last?.Of(criterion.Id)?.Evidence is { } shown)
                yield return Quiet(voice.Say("Criteria.Shown", ("words", shown)));
        }

        if (criteria.Last?.Next is { } next)
        {
            yield return Quiet(voice.Say("Criteria.NextStep", ("words", next))) with
            {
                Spacing = "medium",
            };
        }
    }

    public static string Sign(Meets meets, Voice voice) => voice.Band == GradeBand.KTo2 ? Picture(meets) : Mark(meets);

    private static RichTextBlock Quiet(string text) =>
        new(new TextRun(text) { Size = "small", IsSubtle = true }) { Spacing = "none" };
}
