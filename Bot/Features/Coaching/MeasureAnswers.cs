using System.Globalization;
using System.Text.RegularExpressions;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.Language.Parts;
using Milestones.Language.Reports;
using Milestones.School;

namespace Milestones.Features.Coaching;

/// <summary>What an answer says of the numbers: where one is, where one wants to be, in which unit.</summary>
internal static partial class MeasureAnswers
{
    /// <summary>What a text says of the numbers; scores out of so many stay what they are.</summary>
    public static StatedNumbers Stated(GoalDraft draft, string text, NumbersAsked asked, TextLanguage language)
    {
        // "An 8 most days" counts no days.
        text = Usually().Replace(text, "usually");
        var words = Listening.GoalWords(draft) is { Length: > 0 } known ? known : text;
        var stated = Often(StatedNumbersReader.Read(text, asked, words, language), text);
        if (
            draft.Area == Area.SocialEmotional
            && draft.Measure.Unit is null
            && stated is { Target: { Unit: null, Value: <= 10 } felt, Baseline: { Unit: null, Value: <= 10 } now }
        )
        {
            // A feeling is given a number from 0 to 10.
            return stated with
            {
                Target = felt with { Unit = OutOf.Unit(10) },
                Baseline = now with { Unit = OutOf.Unit(10) },
            };
        }

        return (OutOf.TotalOf(draft.Measure.Unit) ?? OutOf.In(text)) is { } total
            ? stated with
            {
                Target = OutOf.Back(stated.Target, total),
                Baseline = OutOf.Back(stated.Baseline, total),
            }
            : stated;
    }

    /// <summary>The same of an answer to a question for numbers, with what its numbers surely stand for.</summary>
    private static StatedNumbers Answered(GoalDraft draft, string text, NumbersAsked asked, TextLanguage language) =>
        NumbersHeard.Settle(
            Stated(draft, text, asked, language),
            draft,
            text,
            asked == NumbersAsked.Baseline ? PartPlace.AskNow
                : draft.Measure.Baseline is null ? PartPlace.AskMeasure
                : PartPlace.AskTarget,
            language
        );

    [GeneratedRegex(
        @"\b(?:most (?:days|nights|of the time|times)|la mayor[ií]a de los d[ií]as|casi siempre)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Usually();

    /// <summary>What happens so often a week is measured so: "late 4 times a week" is no total.</summary>
    private static StatedNumbers Often(StatedNumbers stated, string text)
    {
        var often =
            Weekly().IsMatch(text) ? "week"
            : Monthly().IsMatch(text) ? "month"
            : null;
        return often is null
            ? stated
            : stated with
            {
                Target = Rated(stated.Target),
                Baseline = Rated(stated.Baseline),
            };

        Quantity? Rated(Quantity? one) =>
            one?.Unit is { } unit
            && !unit.Contains('/', StringComparison.Ordinal)
            && (Units.IsHappening(unit) || Units.IsCounted(unit))
                ? one with
                {
                    Unit = $"{unit}/{often}",
                }
                : one;
    }

    [GeneratedRegex(
        @"\b(?:an?|per|each|every) week\b|\bweekly\b|\b(?:a la|por|x|cada) semana\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Weekly();

    [GeneratedRegex(
        @"\b(?:an?|per|each|every) month\b|\bmonthly\b|\b(?:al|por|x|cada) mes\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Monthly();

    public static string? UnitOfScores(string text, double? target) =>
        OutOf.In(text) is { } total && target <= total ? OutOf.Unit(total) : null;

    /// <summary>Whether words typed elsewhere tell the two numbers that are still missing.</summary>
    public static bool TellsNumbers(GoalDraft draft, Heard heard) =>
        draft.Measure is { Target: null } && WithNumbers(draft, heard.Text, heard.Language) != draft;

    /// <summary>
    /// "It's like a 58 right now and i want it to be a 75": where both ends are told, the measure is known.
    /// </summary>
    public static GoalDraft WithNumbers(GoalDraft draft, string text, TextLanguage language) =>
        Answered(draft, text, NumbersAsked.Target, language)
            is { Target: { } target, Baseline: { } now, Corrects: false }
        && target.Value != now.Value
            ? draft.Settle(Fields.Measure | Fields.Baseline | Fields.What) with
            {
                FirstWordsAreSpecific = true,
                Measure = new Measure(text, target.Value, now.Value, target.Unit ?? now.Unit),
            }
            : draft;

    /// <summary>
    /// "D", taken for the goal, and then "a D. want B": what is wished for now is the goal, and what was said before is
    /// where it stands. Null where the words wish for no other number.
    /// </summary>
    public static GoalDraft? BothAtLast(GoalDraft draft, string text, TextLanguage language)
    {
        if (
            draft.Measure is not { Target: { } before, Baseline: null, Words: var words } measure
            || (words is not null && Wish().IsMatch(words))
            || !Wish().IsMatch(text)
            || Answered(draft, text, NumbersAsked.Baseline, language) is not { Target: { } wanted, Baseline: var now }
            || (wanted.Unit == Letters) != (measure.Unit == Letters)
            || (now?.Value ?? before) == wanted.Value
        )
        {
            return null;
        }

        return draft.Settle(Fields.Measure | Fields.Baseline) with
        {
            Measure = measure with
            {
                Target = wanted.Value,
                Baseline = now?.Value ?? before,
                Unit = measure.Unit ?? wanted.Unit,
                Words = text,
            },
        };
    }

    /// <summary>"End of january. rn its like 4 times a week": where it stands, told beside another answer.</summary>
    public static GoalDraft NowBeside(GoalDraft draft, string text, TextLanguage language) =>
        draft.Measure is { Target: { } target, Baseline: null, Unit: { } unit } measure
        && Stated(draft, text, NumbersAsked.Target, language) is { Target: null, Baseline: { } now }
        && now.Unit == unit
        && now.Value != target
            ? draft.Settle(Fields.Baseline) with
            {
                Measure = measure with { Baseline = now.Value },
            }
            : draft;

    /// <summary>
    /// "I just wanna be absent less. like i miss 6 days a month": the one number is where it stands, and where to is
    /// still to be told.
    /// </summary>
    public static GoalDraft AsItIsNow(GoalDraft draft, string text, TextLanguage language) =>
        draft.Measure is { Target: { } told, Baseline: null } measure && IsHabit(text)
            ? draft.Settle(Fields.Baseline) with
            {
                Measure = measure with
                {
                    Target = null,
                    Baseline = told,
                    Words = null,
                    Unit = Stated(draft, text, NumbersAsked.Baseline, language).Baseline?.Unit ?? measure.Unit,
                },
                Settled = (draft.Settled | Fields.Baseline) & ~Fields.Measure,
            }
            : draft;

    private static bool IsHabit(string text) =>
        Habit().IsMatch(text)
        || (
            Doing().Match(text) is { Success: true } does
            && !NotDone.Contains(does.Groups["verb"].Value)
            && !Bounds().IsMatch(text)
            && !Wish().IsMatch(text)
        );

    /// <summary>"I turn in like 2 out of 5": what one does, in the present, is where it stands.</summary>
    [GeneratedRegex(
        @"(?:^|[.,!?]\s*|\b(?:rn|now|homework|so|and|cuz|because|like)\s+)i (?:only |just |like |kinda |usually "
            + @"|mostly |still "
            + @"|prob(?:ably)? )*(?<verb>\p{L}+)(?: (?:in|out|up|it|them|of))?(?: (?:like|about|around|maybe|only"
            + @"|just))* \d",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Doing();

    /// <summary>Verbs that tell of a wish, a thought or what was, and not of what is.</summary>
    private static readonly HashSet<string> NotDone = new(StringComparer.OrdinalIgnoreCase)
    {
        "will",
        "can",
        "could",
        "would",
        "wanna",
        "want",
        "need",
        "think",
        "guess",
        "mean",
        "hope",
        "should",
        "might",
        "gotta",
        "said",
        "say",
        "dont",
        "wish",
        "plan",
        "pick",
        "choose",
        "pass",
        "d",
        "bet",
    };

    [GeneratedRegex(
        @"\b(?:if|when|once|at least|above|or (?:more|higher|better|up|less)|every|all|by|until)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Bounds();

    [GeneratedRegex(
        @"\b(?:i (?:always |usually |still |only |like |kinda |already )?(?:miss|skip|fail|forget|lose|fight"
            + @"|oversleep)"
            + @"|i (?:always|usually|only|normally) (?:get|score|make|do|saco)"
            + @"|i(?:'?m| am|m) (?:always |usually |like )?(?:late|absent|tardy|sent out|in trouble)"
            + @"|(?:i|she|he|they) (?:always |usually )?(?:gets?|sends?|kicks?) (?:me )?(?:sent|out|in trouble"
            + @"|written)"
            + @"|falto|llego tarde|me saltan?|repruebo|olvido|se me olvida)\b[^.!?\d]*\b(?:like |como )?\d",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Habit();

    [GeneratedRegex(
        @"\b(?:i want|i wanna|want|wants|wanna|goal is|i'd like|need|quiero|kiero|qiero|quiere|quisiera|necesito"
            + @"|mi meta)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    public static partial Regex Wish();

    /// <summary>
    /// Where one stands by now, told at the draft: the goal stays, its start changes. Null where nothing is told.
    /// </summary>
    public static GoalDraft? StandsAt(GoalDraft draft, string text, TextLanguage language) =>
        draft.Measure is { Target: { } target, Unit: var unit } measure
        && TellsNow(text)
        && Stated(draft, text, NumbersAsked.Baseline, language) is var stated
        && (stated.Baseline ?? stated.Target) is { } now
        && now.Value != target
        && now.Value != measure.Baseline
        && (now.Unit is null || Thing(now.Unit) == Thing(unit))
            ? draft.Settle(Fields.Baseline) with
            {
                Measure = measure with { Baseline = now.Value },
            }
            : null;

    private static string? Thing(string? unit) => unit is null ? null : UnitNames.Normal(unit).Split('/')[0];

    /// <summary>Says where one stands: "now its 160", "i already have 120 saved", "ya llevo 120".</summary>
    public static bool TellsNow(string text) => !Wish().IsMatch(text) && Now().IsMatch(text);

    [GeneratedRegex(
        @"\b(?:already (?:have|got|saved|read|did)|i (?:did|got|had|was|made|read|ran)\b[^.!?]*\blast (?:week"
            + @"|month|time)|i (?:keep|do|get|make|have) \d+ (?:of|out of)|(?:right )?now (?:it'?s|i'?m|i have"
            + @"|i got)|i'?m at|currently|so far"
            + @"|ya (?:tengo|llevo|le[ií]|junt[eé])|ahora (?:tengo|llevo|es|son)|llevo|voy en)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Now();

    /// <summary>"When i have 620", "it would be nice if 1": the other number is where it stands.</summary>
    private static StatedNumbers Aimed(StatedNumbers stated, string text) =>
        Aim().Match(text) is { Success: true } aim
        && double.TryParse(aim.Groups["aim"].ValueSpan, CultureInfo.InvariantCulture, out var target)
        && (stated.Baseline ?? stated.Target) is { } other
        && other.Value != target
        && (stated.Target is null || stated.Baseline is null)
            ? stated with
            {
                Target = other with { Value = target },
                Baseline = other,
            }
            : stated;

    /// <summary>"Ive read 7 i want 25": the number behind the wish is the one to reach.</summary>
    private static StatedNumbers Wished(StatedNumbers stated, string text, TextLanguage language) =>
        stated is { Target: { } same }
        && (stated.Baseline is null || stated.Baseline.Value == same.Value)
        && Wish().Match(text) is { Success: true, Index: > 0 } wish
        && AnswerReader.ReadBaseline(text[(wish.Index + wish.Length)..], language) is { } wanted
        && wanted.Value != same.Value
        && AnswerReader.ReadBaseline(text[..wish.Index], language) is { } before
        && before.Value == same.Value
            ? stated with
            {
                Target = same with { Value = wanted.Value },
                Baseline = same,
            }
            : stated;

    [GeneratedRegex(
        @"\b(?:when|once|cuando) (?:i|i'?m|im|i am) ?(?:have|get|got|hit|reach|saved?|at)?(?: up to| to| like| about)*"
            + @" \$?(?<aim>\d+(?:\.\d+)?)"
            + @"|\b(?:nice|good|cool|ok(?:ay)?|happy|fine) (?:if|with|at)(?: it (?:was|were)| i had)?"
            + @"(?: like| only| just| max| at most)* (?<aim>\d+(?:\.\d+)?)"
            + @"|\bcuando (?:tenga|llegue a|junte) \$?(?<aim>\d+(?:\.\d+)?)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Aim();

    /// <summary>"I get sent out like every single day": five times a week by now, and no word of where to.</summary>
    private static Quantity? EachDay(GoalDraft draft, string text) =>
        draft.Measure.Unit is null && !Wish().IsMatch(text) && Daily().IsMatch(text)
            ? new Quantity(SchoolDays, "times/week")
            : null;

    private const double SchoolDays = 5;

    [GeneratedRegex(
        @"\bi(?:'?m| am)? (?:always |usually |just |like )*(?:get|am|late|miss|skip|fight|yell|forget|fall|argue)\b.*"
            + @"\b(?:every|each|almost every) (?:single )?(?:school )?day\b"
            + @"|\b(?:llego|falto|me (?:sacan|regañan|castigan)|olvido)\b.*\btodos los d[ií]as\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Daily();

    /// <summary>"Out of 5 pots a week i keep maybe one": one of five.</summary>
    private static Quantity? OneOfSo(string text) =>
        OutOfSo().Match(text) is { Success: true } so
        && double.TryParse(so.Groups["of"].ValueSpan, CultureInfo.InvariantCulture, out var total)
        && Few(so.Groups["n"].Value) is { } number
        && number <= total
            ? new Quantity(number, OutOf.Unit(total))
            : null;

    private static double? Few(string word) =>
        double.TryParse(word, CultureInfo.InvariantCulture, out var number) ? number
        : Array.FindIndex(FirstNumbers, one => one.Equals(word, StringComparison.OrdinalIgnoreCase)) is >= 0 and var at
            ? at
        : null;

    private static readonly string[] FirstNumbers = ["none", "one", "two", "three", "four", "five", "six"];

    [GeneratedRegex(
        @"\bout of (?:like |about |my |the )*(?<of>\d+)\b[^.?!\d]*\bi (?:\p{L}+ )*(?:maybe |like |about |only |just )*"
            + @"(?<n>\d+|none|one|two|three|four|five|six)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex OutOfSo();

    private const string Letters = "letter_grade";

    /// <summary>A D+ or less, as grade points: nobody aims at it.</summary>
    private const double LowLetter = 1.4;

    public static (GoalDraft Draft, Hearing Hearing) Measured(GoalDraft draft, string text, TextLanguage language)
    {
        var answer = AnswerReader.ReadMeasure(text, language);
        var stated = Answered(draft, text, NumbersAsked.Target, language);
        if (
            stated is { Target: { Unit: Letters, Value: <= LowLetter } low, Baseline: null }
            && draft.Measure.Baseline is null
            && WordCount.Of(text) <= 2
        )
        {
            // Asked for both, "D" alone is where one stands.
            stated = stated with
            {
                Target = null,
                Baseline = low,
            };
        }

        if (
            stated is { Target: not null, Baseline: null, Corrects: false }
            && draft.Measure.Baseline is null
            && Wish().Match(text) is { Success: true, Index: > 0 } wish
        )
        {
            // Two sentences: where it is now stands before the wish.
            var before = text[..wish.Index];
            stated = stated with
            {
                Baseline = StatedNumbersReader
                    .Read(before, NumbersAsked.Baseline, Listening.GoalWords(draft), language)
                    .Baseline,
            };
        }

        stated = Wished(Aimed(stated, text), text, language);
        if (stated is { Target: null, Baseline: null } && EachDay(draft, text) is { } daily)
            stated = stated with { Baseline = daily };
        if (answer is not { RelativeToNow: true } && (stated.Target ?? stated.Baseline) is { } any)
        {
            if (draft.Measure.Unit is { } known && (known == Letters) != (any.Unit == Letters))
            {
                return (draft, Hearing.OtherUnit);
            }

            var both = draft.Measure with
            {
                Unit = any.Unit ?? draft.Measure.Unit,
                Baseline = stated.Baseline?.Value ?? draft.Measure.Baseline,
            };
            return stated.Target is { } target
                ? (
                    (stated.Baseline is null ? draft : draft.Settle(Fields.Baseline)) with
                    {
                        Measure = both with { Words = text, Target = target.Value },
                    },
                    Hearing.Understood
                )
                : (draft.Settle(Fields.Baseline) with { Measure = both }, Hearing.NowAlone);
        }

        if (answer is null)
        {
            return (draft, Hearing.Vague);
        }

        var measure = draft.Measure with { Words = text, Unit = answer.Quantity?.Unit ?? draft.Measure.Unit };
        return answer.RelativeToNow && answer.Quantity is { } step
            ? (draft with { Measure = measure, StepFromNow = step.Value }, Hearing.Understood)
            : (draft with { Measure = measure with { Target = answer.Quantity?.Value } }, Hearing.Understood);
    }

    public static (GoalDraft Draft, Hearing Hearing) Now(
        GoalDraft draft,
        string text,
        DateOnly today,
        TextLanguage language
    )
    {
        var stated = Answered(draft, text, NumbersAsked.Baseline, language);
        if (
            !NumbersHeard.TellsStart(draft, text, language)
            && (
                Short.IsUnknowing(text)
                || (WordCount.Of(text) <= 3 && DateReader.Find(text, today, language).Finding == DateFinding.Day)
                || (stated.Target is null && DayInTalk.Find(text, today, language) is not null)
            )
        )
        {
            return (draft, Hearing.Vague);
        }

        if ((OneOfSo(text) ?? stated.Baseline ?? AnswerReader.ReadBaseline(text, language)) is not { } now)
        {
            return (draft, Hearing.Vague);
        }

        var measure = draft.Measure;
        var letters = now.Unit == Letters;
        if (measure.Unit is not null && letters != (measure.Unit == Letters))
        {
            return (draft, Hearing.OtherUnit);
        }

        measure = measure with { Baseline = now.Value, Unit = measure.Unit ?? now.Unit };
        return (
            draft.StepFromNow is { } step
                ? draft with
                {
                    Measure = measure with { Target = now.Value + step },
                    StepFromNow = null,
                }
                : draft with
                {
                    Measure = measure,
                },
            Hearing.Understood
        );
    }
}
