using System.Text.RegularExpressions;
using Milestones.Language;
using Milestones.Language.Reports;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Coaching;

/// <summary>
/// Words that take the place of something said before: "no i said 85 not 80", "no wait a B", "actually friday". Only
/// what they plainly mean changes.
/// </summary>
internal static partial class Corrections
{
    /// <returns>The changed draft and what it now says there; null where the words do not tell what to
    /// change.</returns>
    public static (GoalDraft Draft, string Now)? Read(GoalDraft draft, Fields asked, TurnContext<Person> context)
    {
        var text = context.Heard.Text;
        if (text.Length > Goal.MaxLength)
        {
            return null;
        }

        return Number(draft, asked, text, context) ?? Day(draft, context) ?? Phrase(draft, text);
    }

    private static (GoalDraft Draft, string Now)? Number(
        GoalDraft draft,
        Fields asked,
        string text,
        TurnContext<Person> context
    )
    {
        var language = context.Voice.LanguageOf(text);
        if (context.Heard.Date.Finding != DateFinding.None || !Takes().IsMatch(text))
        {
            return null;
        }

        var sentence = Listening.GoalWords(draft);
        var stated = StatedNumbersReader.Read(text, NumbersAsked.Target, sentence, language);
        var quantity = (stated.Target ?? stated.Baseline) ?? AnswerReader.ReadMeasure(text, language)?.Quantity;
        if (quantity is null || (draft.Measure.Target is null && draft.Measure.Baseline is null))
        {
            return null;
        }

        var measure = draft.Measure;
        var old = Replaced().Match(text) is { Success: true } said
            ? AnswerReader.ReadMeasure(said.Groups["old"].Value, language)?.Quantity?.Value
            : null;
        if (old == quantity.Value && Replaced().Match(text).Groups["new"] is { Success: true } wanted)
        {
            quantity = AnswerReader.ReadMeasure(wanted.Value, language)?.Quantity ?? quantity;
        }

        var unit = quantity.Unit ?? measure.Unit;
        if (measure.Unit is not null && (measure.Unit == "letter_grade") != (unit == "letter_grade"))
        {
            return null;
        }

        var last = draft.Trail.LastOrDefault(field => field != asked);
        var isNow =
            measure.Target is null
            || (measure.Baseline is { } now && (old == now || (old is null && last == Fields.Baseline)));
        var before = isNow ? measure.Baseline : measure.Target;
        var changed = isNow
            ? measure with
            {
                Baseline = quantity.Value,
                Unit = unit,
            }
            : measure with
            {
                Target = quantity.Value,
                Unit = unit,
            };
        var says = Quantities.Say(quantity.Value, unit, context.Voice);
        var first = Swap(draft.FirstWords, before, says, measure.Unit, context);
        var words = Swap(measure.Words, before, says, measure.Unit, context);
        return (
            draft with
            {
                FirstWords = first ?? draft.FirstWords,
                Measure = changed with { Words = words ?? (isNow ? measure.Words : says) },
            },
            says
        );
    }

    /// <summary>The number in the student's words, where it stands there once as it is written; else null.</summary>
    private static string? Swap(string? words, double? old, string says, string? unit, TurnContext<Person> context)
    {
        if (words is null || old is null)
        {
            return null;
        }

        string[] written = [Quantities.Say(old, unit, context.Voice), context.Voice.Number(old.Value)];
        foreach (var one in written.Distinct(StringComparer.Ordinal))
        {
            if (Whole(words, one) is { } at)
            {
                return words[..at] + says + words[(at + one.Length)..];
            }
        }

        return null;
    }

    private static (GoalDraft Draft, string Now)? Day(GoalDraft draft, TurnContext<Person> context) =>
        context.Heard.Date is { Finding: DateFinding.Day, Day: { } day } && day > context.Today
            ? (
                draft.Settle(Fields.Deadline) with
                {
                    Deadline = day,
                    DeadlineWords = null,
                    School = null,
                },
                context.Voice.Day(day, context.Today)
            )
            : null;

    /// <summary>"reading not writing", where the old words stand somewhere in the draft.</summary>
    private static (GoalDraft Draft, string Now)? Phrase(GoalDraft draft, string text)
    {
        if (Replaced().Match(text) is not { Success: true } said)
        {
            return null;
        }

        var (old, now) = (said.Groups["old"].Value, said.Groups["new"].Value);
        if (Whole(draft.What, old) is { } inWhat)
        {
            return (draft with { What = Put(draft.What!, inWhat) }, now);
        }

        if (Whole(draft.FirstWords, old) is { } inFirst)
        {
            return (draft with { FirstWords = Put(draft.FirstWords, inFirst) }, now);
        }

        return Whole(draft.Plan, old) is { } inPlan ? (draft with { Plan = Put(draft.Plan!, inPlan) }, now) : null;

        string Put(string words, int at) => words[..at] + now + words[(at + old.Length)..];
    }

    private static int? Whole(string? words, string part)
    {
        var at = words is null || part.Length == 0 ? -1 : words.IndexOf(part, StringComparison.OrdinalIgnoreCase);
        return
            at >= 0
            && (at == 0 || !char.IsLetterOrDigit(words![at - 1]))
            && (at + part.Length == words!.Length || !char.IsLetterOrDigit(words[at + part.Length]))
            ? at
            : null;
    }

    /// <summary>Words that take back; a bare number is none.</summary>
    [GeneratedRegex(
        @"\b(?:no|not|nah|wait|actually|mean|meant|said|make it|change|instead|rather|oops|sorry|should be"
            + @"|espera|digo|dije|quise|mejor|cambia\w*|perd[oó]n|en realidad|en vez|en lugar|ponle|corrige)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Takes();

    /// <summary>"85 not 80", "reading, not writing", "85 instead of 80", "85 no 80", "85 en vez de 80".</summary>
    [GeneratedRegex(
        @"(?<new>[\p{L}\p{N}%+\-.:]+),?\s+(?:not|no|instead of|rather than|en vez de|en lugar de)\s+"
            + @"(?<old>[\p{L}\p{N}%+\-:]+)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Replaced();
}
