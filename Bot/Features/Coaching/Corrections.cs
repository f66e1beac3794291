using System.Text.RegularExpressions;
using Milestones.Language;
using Milestones.Language.Parts;
using Milestones.Language.Reports;
using Milestones.Localization;
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

        return Both(draft, context) is { } both ? both
            : MeasureAnswers.StandsAt(draft, text, context.Voice.LanguageOf(text)) is { } stands
                ? (stands, Quantities.Say(stands.Measure.Baseline, stands.Measure.Unit, context.Voice))
            : Number(draft, asked, text, context)
                ?? Day(draft, context)
                ?? OtherDay(draft, context)
                ?? Phrase(draft, text)
                ?? SecondHearing.Corrected(draft, context);
    }

    /// <summary>
    /// "No im at 0. the goal is 5 things": where it stands and where to, each in a sentence of its own.
    /// </summary>
    private static (GoalDraft Draft, string Now)? Both(GoalDraft draft, TurnContext<Person> context)
    {
        var parts = context.Heard.Text.Split(
            [".", "!", "?", "\n", ",", " and ", " y "],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        var language = context.Voice.LanguageOf(context.Heard.Text);
        if (
            draft.Measure.Target is null
            || parts.FirstOrDefault(part => IsAim().IsMatch(part)) is not { } aim
            || parts.FirstOrDefault(part => MeasureAnswers.TellsNow(part)) is not { } start
            || AnswerReader.ReadBaseline(aim, language) is not { } target
            || AnswerReader.ReadBaseline(start, language) is not { } now
            || now.Value == target.Value
        )
        {
            return null;
        }

        var measure = draft.Measure with { Target = target.Value, Baseline = now.Value };
        return (
            draft.Settle(Fields.Baseline) with
            {
                Measure = measure with { Words = FromTo(measure, context.Voice) },
            },
            Quantities.Say(measure.Target, measure.Unit, context.Voice)
        );
    }

    [GeneratedRegex(
        @"\b(?:(?:the |my |la |mi )?(?:goal|target|meta) (?:is|es|should be)|i want|i wanna|quiero)\b.*\d",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex IsAim();

    /// <summary>"B+"; a longer word is none.</summary>
    private const int LongestGrade = 2;

    private static (GoalDraft Draft, string Now)? Number(
        GoalDraft draft,
        Fields asked,
        string text,
        TurnContext<Person> context
    )
    {
        var language = context.Voice.LanguageOf(text);
        var replaced = Replacement.Of(text);
        // "Go back, i can put $25 away every friday" tells a plan and takes no number back.
        if (replaced is null && PlanTime.IsWeekly(text, language) && context.Heard.Goal.Plan is not null)
        {
            return null;
        }

        if (
            context.Heard.Date.Finding != DateFinding.None
            || !Replacement.TakesBack(text)
            || DraftWords.Names(text) is Fields.Plan or Fields.Reason or Fields.Deadline
        )
        {
            return null;
        }

        // "It should say 2 step word problems not it": words take the place of words.
        if (replaced is { Old: var denied } && denied.Length > LongestGrade && !denied.Any(char.IsAsciiDigit))
        {
            return null;
        }

        var stated = MeasureAnswers.Stated(draft, text, NumbersAsked.Target, language);
        if (
            stated is { Target: { } wanted, Baseline: { } start }
            && wanted.Value != start.Value
            && replaced?.Old.Any(char.IsAsciiDigit) != true
        )
        {
            // Both ends are told anew.
            var anew = draft.Measure with
            {
                Target = wanted.Value,
                Baseline = start.Value,
                Unit = wanted.Unit ?? start.Unit ?? draft.Measure.Unit,
            };
            return (
                draft.Settle(Fields.Baseline) with
                {
                    Measure = anew with { Words = FromTo(anew, context.Voice) },
                },
                Quantities.Say(anew.Target, anew.Unit, context.Voice)
            );
        }

        var quantity = (stated.Target ?? stated.Baseline) ?? AnswerReader.ReadMeasure(text, language)?.Quantity;
        if (quantity is null || (draft.Measure.Target is null && draft.Measure.Baseline is null))
        {
            return null;
        }

        var measure = draft.Measure;
        var old = replaced is { } said ? AnswerReader.ReadMeasure(said.Old, language)?.Quantity?.Value : null;
        if (old == quantity.Value && replaced is { } other)
        {
            quantity = AnswerReader.ReadMeasure(other.New, language)?.Quantity ?? quantity;
        }

        if (old is { } before && before != measure.Target && before != measure.Baseline)
        {
            // "35, not 30", where 30 stands in the plan: no number of the goal is meant.
            return null;
        }

        var unit = quantity.Unit ?? measure.Unit;
        if (
            measure.Unit is not null
            && (
                (measure.Unit == "letter_grade") != (unit == "letter_grade")
                // "Put back ask for a 2 min break" changes no "4 times a week".
                || (unit is not null && Thing(unit) is "minutes" && Thing(measure.Unit) is not ("minutes" or "seconds"))
            )
        )
        {
            return null;
        }

        var last = draft.Trail.LastOrDefault(field => field != asked);
        var isNow =
            // "Wait, i already have 120 saved" is where it stands.
            (replaced is null && stated is { Target: null, Baseline: not null } && measure.Baseline is null)
            || measure.Target is null
            || (measure.Baseline is { } now && (old == now || (old is null && last == Fields.Baseline)));
        var number = isNow ? measure.Baseline : measure.Target;
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
        if (changed.Baseline == changed.Target)
        {
            // From 4 to 4 is nobody's goal: the number said is one that stands already.
            return null;
        }

        var first = Swap(draft.FirstWords, number, says, measure.Unit, context);
        var words = Swap(measure.Words, number, says, measure.Unit, context);
        return (
            draft with
            {
                FirstWords = first ?? draft.FirstWords,
                Wish = Swap(draft.Wish, number, says, measure.Unit, context) ?? draft.Wish,
                Measure = changed with { Words = Words(draft, changed, words, says, isNow, context) },
            },
            says
        );
    }

    /// <summary>The draft with other numbers, also in the words that said the old ones.</summary>
    public static GoalDraft With(GoalDraft draft, Measure changed, TurnContext<Person> context)
    {
        var voice = context.Voice;
        var (first, wish) = (draft.FirstWords, draft.Wish);
        foreach (
            var (old, now) in new[]
            {
                (draft.Measure.Baseline, changed.Baseline),
                (draft.Measure.Target, changed.Target),
            }
        )
        {
            if (old is null || now is null || old == now)
                continue;
            var says = Quantities.Say(now, changed.Unit, voice);
            first = Swap(first, old, says, changed.Unit, context) ?? first;
            wish = Swap(wish, old, says, changed.Unit, context) ?? wish;
        }

        return draft.Settle(changed.Baseline is null ? Fields.None : Fields.Baseline) with
        {
            FirstWords = first,
            Wish = wish,
            Measure = changed with
            {
                Words =
                    (Stays(draft.Measure, changed, voice) ? draft.Measure.Words : null)
                    ?? FromTo(changed, voice)
                    ?? Quantities.Say(changed.Target, changed.Unit, voice),
            },
        };
    }

    /// <summary>Words of the target alone stay where only the start changes.</summary>
    private static bool Stays(Measure before, Measure changed, Voice voice) =>
        before.Words is { } words && changed.Target == before.Target && words != FromTo(before, voice);

    private static string Thing(string unit) => UnitNames.Normal(unit).Split('/')[0];

    /// <summary>The measure says what is now wanted; both numbers, where it said both before.</summary>
    private static string? Words(
        GoalDraft draft,
        Measure changed,
        string? swapped,
        string says,
        bool isNow,
        TurnContext<Person> context
    )
    {
        var voice = context.Voice;
        return draft.Measure.Words == FromTo(draft.Measure, voice)
            ? FromTo(changed, voice)
            : swapped ?? (isNow ? draft.Measure.Words : says);
    }

    /// <summary>"From 55 to 80", in the coach's words; null where not both numbers are known.</summary>
    public static string? FromTo(Measure measure, Voice voice) =>
        measure is { Baseline: { } now, Target: { } target, Unit: var unit }
            ? voice.Say(
                "Sentence.FromTo",
                ("now", Quantities.Say(now, unit, voice)),
                ("target", Quantities.Say(target, unit, voice))
            )
            : null;

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
            ? Until(day, draft, context)
            : null;

    /// <summary>"Feb 6 not feb 28", "no early feb, like feb 6": the day that is not the one known.</summary>
    private static (GoalDraft Draft, string Now)? OtherDay(GoalDraft draft, TurnContext<Person> context) =>
        draft.Deadline is { } known
        && context
            .Heard.Parts(SettingOf.Person(context.Person))
            .Parts.Any(part => part.Act is PartAct.Fix or PartAct.ChangeDate or PartAct.Deadline or PartAct.Protest)
        && DayInTalk.InAnswer(context.Heard.Text, context.Today, context.Heard.Language, known) is { } day
            ? Until(day, draft, context)
            : null;

    private static (GoalDraft Draft, string Now) Until(DateOnly day, GoalDraft draft, TurnContext<Person> context) =>
        (
            draft.Settle(Fields.Deadline) with
            {
                Deadline = day,
                DeadlineWords = null,
                School = null,
            },
            context.Voice.Day(day, context.Today)
        );

    /// <summary>"reading not writing", where the old words stand somewhere in the draft.</summary>
    private static (GoalDraft Draft, string Now)? Phrase(GoalDraft draft, string text)
    {
        if (Replacement.Of(text) is not var (now, old))
        {
            return null;
        }

        if (Whole(draft.What, old) is { } inWhat)
        {
            return (draft with { What = Put(draft.What!, inWhat) }, now);
        }

        if (Whole(draft.FirstWords, old) is { } inFirst)
        {
            return (draft with { FirstWords = Put(draft.FirstWords, inFirst) }, now);
        }

        if (Whole(draft.Plan, old) is { } inPlan)
        {
            return (draft with { Plan = Put(draft.Plan!, inPlan) }, now);
        }

        return Whole(draft.Reason, old) is { } inReason
            ? (draft with { Reason = Put(draft.Reason!, inReason) }, now)
            : null;

        string Put(string words, int at) => words[..at] + now + words[(at + old.Length)..];
    }

    /// <summary>Where the part stands as words of its own: "B" is no part of "Bio".</summary>
    public static int? Whole(string? words, string part)
    {
        if (words is null || part.Length == 0)
            return null;
        for (
            var at = words.IndexOf(part, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = words.IndexOf(part, at + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            var end = at + part.Length;
            if (
                (at == 0 || !char.IsLetterOrDigit(words[at - 1]))
                && (end == words.Length || !char.IsLetterOrDigit(words[end]))
            )
            {
                return at;
            }
        }

        return null;
    }
}
