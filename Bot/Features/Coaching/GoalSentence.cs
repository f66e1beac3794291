using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Coaching;

/// <summary>
/// The goal in one sentence, put together from the student's own words, which are never changed beyond a capital and a
/// full stop.
/// </summary>
internal static class GoalSentence
{
    public static string Of(GoalDraft draft, Voice voice, DateOnly today)
    {
        if (draft.Sentence is { } edited)
        {
            return edited;
        }

        var wish = draft.Wish ?? draft.FirstWords;
        var what = string.Join(": ", new[] { Trimmed(wish), Trimmed(draft.What) }.Where(part => part.Length > 0));
        var said = MeasureWords(draft.Measure, voice);
        var measure =
            wish.Length > 0
            && said is { } words
            && (wish.Contains(words, StringComparison.Ordinal) || SaysBoth(wish, draft.Measure, voice))
                ? string.Empty
                : Trimmed(said);
        var when =
            draft.DeadlineWords is { } time && wish.Contains(time, StringComparison.Ordinal) ? string.Empty
            : draft.Deadline is { } day ? voice.Say("Sentence.By", ("day", voice.Day(day, today)))
            : Trimmed(draft.DeadlineWords);
        var second = string.Join(", ", new[] { measure, when }.Where(part => part.Length > 0));
        return string.Join(' ', new[] { what, second }.Where(part => part.Length > 0).Select(Sentence));
    }

    /// <summary>What the coach put together in another language it says in this one; their own words stay.</summary>
    public static string? MeasureWords(Measure measure, Voice voice) =>
        measure.Words is { } words
        && Voice
            .Languages.Select(code => new Voice(Voice.CultureFor(code, null), voice.Band))
            .Any(other => Corrections.FromTo(measure, other) == words)
            ? Corrections.FromTo(measure, voice)
            : measure.Words;

    /// <summary>
    /// The wish says where it stands and where it goes in its own words: "sacar 8 de 10, ahorita saco 4".
    /// </summary>
    private static bool SaysBoth(string wish, Measure measure, Voice voice) =>
        measure is { Baseline: { } now, Target: { } target }
        && (Has(wish, voice.Number(now)) || Has(wish, Quantities.Say(now, measure.Unit, voice)))
        && (Has(wish, voice.Number(target)) || Has(wish, Quantities.Say(target, measure.Unit, voice)));

    private static bool Has(string wish, string number) =>
        wish.Split(' ', ',', '%', '.').Contains(number, StringComparer.Ordinal);

    private static string Trimmed(string? text) => text?.Trim().TrimEnd('.', ' ', ',', ';') ?? string.Empty;

    private static string Sentence(string text) =>
        char.ToUpperInvariant(text[0]) + text[1..] + (text[^1] is '!' or '?' ? string.Empty : ".");
}
