using System.Text.RegularExpressions;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.Language.Packs;
using Milestones.Language.Parts;
using Milestones.Language.Reports;
using Milestones.School;

namespace Milestones.Features.Coaching;

/// <summary>How an answer was heard.</summary>
internal enum Hearing
{
    Understood,
    Vague,
    PastDate,

    /// <summary>The calendar has no such day.</summary>
    NoSuchDay,

    /// <summary>A time that can be several days, or of which something was not understood.</summary>
    UnclearDay,

    /// <summary>A time only a school's calendar dates.</summary>
    SchoolDay,

    /// <summary>Where the student is now, but not where they want to be.</summary>
    NowAlone,

    /// <summary>The target and the number now do not count the same: a letter and a percentage.</summary>
    OtherUnit,
    TooLong,
}

/// <summary>
/// Reads what a student types for everything a goal needs, whatever was asked. Never overwrites what was said before,
/// but what was just asked.
/// </summary>
internal static partial class Listening
{
    /// <summary>The goal in words, as far as it is known.</summary>
    public static string GoalWords(GoalDraft draft) =>
        draft.What is { } what ? $"{draft.FirstWords} {what}".Trim() : draft.FirstWords;

    /// <summary>An answer to <paramref name="asked"/>. The draft changes only where something was understood.</summary>
    public static (GoalDraft Draft, Hearing Hearing) Answer(GoalDraft draft, Fields asked, Heard answer, DateOnly today)
    {
        var (text, language) = (answer.Text, answer.Language);
        if (text.Length > Goal.MaxLength)
        {
            return (draft, Hearing.TooLong);
        }

        var reading = answer.Goal;
        var (heard, hearing) = asked switch
        {
            Fields.What when draft.Rewords => WordCount.Of(text) >= 1 && !answer.IsVague
                ? (DraftWords.Reworded(draft, text), Hearing.Understood)
                : (draft, Hearing.Vague),
            Fields.What => What(draft, text, reading, today, language),
            Fields.Measure => MeasureAnswers.Measured(draft, text, language),
            Fields.Baseline => MeasureAnswers.Now(draft, text, today, language),
            Fields.Plan => (
                Words(EndsWithDay(text) ?? text, reading, language)
                ?? (WordCount.Of(text) >= 2 ? Surely(PartAct.Plan, draft, asked, answer) : null)
            )
                is { } plan
                ? (draft with { Plan = plan }, Hearing.Understood)
                : (draft, Hearing.Vague),
            Fields.Obstacle => (
                Words(text, reading, language) ?? Surely(PartAct.Obstacle, draft, asked, answer)
            )
                is { } obstacle
                ? (draft with { Obstacle = obstacle }, Hearing.Understood)
                : (draft, Hearing.Vague),
            Fields.Reason => (Words(text, reading, language) ?? Surely(PartAct.Reason, draft, asked, answer))
                is { } reason
                ? (draft with { Reason = reason }, Hearing.Understood)
                : (draft, Hearing.Vague),
            Fields.Deadline => DeadlineAnswers.When(
                MeasureAnswers.NowBeside(draft, text, language),
                text,
                today,
                language
            ),
            Fields.Confidence => (
                NumbersHeard.HowSure(draft, text, language) ?? AnswerReader.ReadScale(text, 1, 10, language)
            )
                is { } sure
                ? (draft with { Confidence = sure }, Hearing.Understood)
                : (draft, Hearing.Vague),
            _ => (draft, Hearing.Vague),
        };
        (heard, hearing) = SecondHearing.Answer(draft, asked, answer, today, hearing) ?? (heard, hearing);
        return hearing == Hearing.Understood
            ? (
                asked == Fields.What
                    ? MeasureAnswers.AsItIsNow(Take(heard.Settle(asked), text, reading, asked, today), text, language)
                    : Take(heard.Settle(asked), text, reading, asked, today),
                hearing
            )
            : (heard, hearing);
    }

    /// <summary>Takes a vague answer as it is, to be sharpened later; nothing of it is lost.</summary>
    public static GoalDraft TakeAsItIs(GoalDraft draft, Fields asked, string text) =>
        asked switch
        {
            Fields.What => draft with { What = text, ToSharpen = draft.ToSharpen | asked },
            Fields.Measure => draft with
            {
                Measure = draft.Measure with { Words = text },
                ToSharpen = draft.ToSharpen | asked,
            },
            Fields.Plan => draft with { Plan = text, ToSharpen = draft.ToSharpen | asked },
            Fields.Obstacle => draft with { Obstacle = text },
            Fields.Reason => draft with { Reason = text, ToSharpen = draft.ToSharpen | asked },
            Fields.Deadline => draft with { DeadlineWords = text, ToSharpen = draft.ToSharpen | asked },
            _ => draft,
        };

    /// <summary>"Evry reces", "leave earlier", "pizza": few words, and surely what was asked for.</summary>
    private static string? Surely(PartAct act, GoalDraft draft, Fields asked, Heard answer) =>
        answer.Parts(SettingOf.Asked(draft, asked)).Parts is [{ Share: >= Sure } only] && only.Act == act
            ? answer.Text.Trim()
            : null;

    private const float Sure = 0.9f;

    /// <summary>A reason says that it is one.</summary>
    public static bool Begins(string reason) => ReasonLead().IsMatch(reason);

    [GeneratedRegex(
        @"^(?:because|'?cause|cuz|cus|coz|bc|since|so (?:that )?(?:i|my|we|he|she|they|the|coach)\b"
            + @"|porque|pq|xq|para|pa\b|ya que)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex ReasonLead();

    private const int WordsOfWish = 5;

    /// <summary>Fewer words somewhere in a sentence are no plan.</summary>
    private const int FewestOfPlan = 3;

    /// <summary>Beside a number only a day that is plainly an end is one: "the friday quiz" is none.</summary>
    [GeneratedRegex(
        @"^(?:by|before|until|till|in|within|at the end|para|antes|hasta|en|a fin)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    public static partial Regex DayLead();

    /// <summary>"Run three days a week. by like march 1": what is done, without the day it ends.</summary>
    private static string? EndsWithDay(string text) =>
        Ending().Match(text) is { Success: true } end && WordCount.Of(text[..end.Index]) >= 2
            ? text[..end.Index].TrimEnd(' ', ',', '.', ';')
            : null;

    [GeneratedRegex(
        @"(?:[.,;!]|\band|\by)\s+(?:and )?(?:by|before|until|para|antes de|hasta)\b[^.!?;]{3,30}[.!?]*$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Ending();

    private static (GoalDraft Draft, Hearing Hearing) What(
        GoalDraft draft,
        string text,
        GoalReading reading,
        DateOnly today,
        TextLanguage language
    )
    {
        // A bare noun is read inside a sentence: "get better at fractions" names a skill, "get better at math" does
        // not.
        var framed = LanguagePacks.Of(language).GoalFrame + text;
        if (
            reading.Specific is null
            && (
                AnswerReader.IsVague(text, language)
                || (WordCount.Of(text) <= 2 && GoalReader.Read(framed, today, language).Specific is null)
            )
        )
        {
            return (draft, Hearing.Vague);
        }

        // Both numbers tell what is meant, and nothing needs to be told apart any more.
        if (
            draft.Measure == Measure.None
            && draft.FirstWords.Length > 0
            && MeasureAnswers.WithNumbers(draft, text, language) is var told
            && told != draft
        )
        {
            // First words that named nothing give way to what is named beside the numbers.
            return (
                draft.FirstWordsAreSpecific
                || (Gist.Wish(text, reading) ?? Gist.Course(text, language)) is not { } named
                || (named.Any(char.IsAsciiDigit) && reading.Specific is null)
                    ? told
                    : told with
                    {
                        Wish = named,
                    },
                Hearing.Understood
            );
        }

        // "Just showing up. i was absent 5 days this month" says where it stands, and what it is about was said first.
        if (
            draft is { Measure: { Target: null, Baseline: null }, FirstWords.Length: > 0 }
            && reading.Specific is null
            && MeasureAnswers.Stated(draft, text, NumbersAsked.Baseline, language)
                is { Target: null, Baseline: { Unit: not null } stands }
        )
        {
            return (
                draft.Settle(Fields.Baseline) with
                {
                    Measure = draft.Measure with { Baseline = stands.Value, Unit = stands.Unit },
                },
                Hearing.Understood
            );
        }

        // A whole wish takes the place of the subject that came first: "running", "i wanna get my mile down".
        if (
            reading.IsGoal
            && WordCount.Of(text) >= WordsOfWish
            && draft.FirstWords.Length > 0
            && !draft.FirstWordsAreSpecific
        )
        {
            return (
                draft with
                {
                    Wish = Gist.Wish(text, reading) ?? text,
                    FirstWordsAreSpecific = true,
                    Area = draft.Area == Area.None ? reading.Area : draft.Area,
                },
                Hearing.Understood
            );
        }

        var what = Gist.What(text, reading);
        return (
            draft with
            {
                What = what,
                Area = draft.Area == Area.None ? reading.Area : draft.Area,
            },
            Hearing.Understood
        );
    }

    /// <summary>"34 words a minute now, i want 50": what is counted is no name for what was wished.</summary>
    private static bool IsUnit(string named, Measure measure) =>
        measure.Unit is { } unit
        && Folding.Fold(named) is var name
        && WordCount.Of(named) == 1
        && UnitNames
            .Normal(unit)
            .Split('/', ' ', '_')
            .Any(word => word.Length > 2 && name.StartsWith(word[..^1], StringComparison.Ordinal));

    /// <summary>What a text says beside the answer. Only open fields are filled.</summary>
    public static GoalDraft Take(GoalDraft draft, string text, GoalReading reading, Fields asked, DateOnly today)
    {
        // A bare number answers what was asked and nothing else.
        if (
            asked is not (Fields.Baseline or Fields.Confidence)
            && reading.Measurable is { } measurable
            && Open(draft, Fields.Measure)
        )
        {
            draft = draft.Settle(Fields.Measure) with
            {
                Measure = new Measure(
                    Cut(text, measurable),
                    reading.Target?.Value,
                    reading.Baseline?.Value,
                    reading.Target?.Unit
                        ?? reading.Baseline?.Unit
                        ?? MeasureAnswers.UnitOfScores(text, reading.Target?.Value)
                ),
            };
            draft = reading.Baseline is null ? draft : draft.Settle(Fields.Baseline);
        }

        if (
            reading.Plan is { } plan
            && Open(draft, Fields.Plan)
            // Asked what it is about, the answer itself is no plan for it.
            && !(asked == Fields.What && plan.Length * 3 > text.Trim().Length * 2)
            && (asked == Fields.Plan || WordCount.Of(Cut(text, plan)) >= FewestOfPlan)
        )
        {
            draft = draft.Settle(Fields.Plan) with { Plan = Cut(text, plan) };
        }

        if (
            reading.Reason is { } reason
            && IsPart(reason, text, asked)
            && Open(draft, Fields.Reason)
            && (
                asked is Fields.None or Fields.Reason
                || (Begins(Cut(text, reason)) && !(asked == Fields.Plan && IsMeans(Cut(text, reason))))
            )
        )
        {
            draft = draft.Settle(Fields.Reason) with { Reason = Cut(text, reason) };
        }

        // A weekday in a plan ("tutoring tuesday") is no deadline, so only the other answers are read for one.
        if (
            reading.TimeBound is { } time
            && (DayInTalk.Find(text, today, reading.Language) ?? reading.Deadline) is { } day
            && day > today
            && (
                asked is Fields.None or Fields.What
                || (asked == Fields.Measure && DayLead().IsMatch(Cut(text, time)))
                || (asked == Fields.Plan && EndsWithDay(text) is not null)
            )
            && Open(draft, Fields.Deadline)
        )
        {
            draft = draft.Settle(Fields.Deadline) with
            {
                Deadline = day,
                DeadlineWords = IsOf(Cut(text, time), day, today, reading.Language) ? Cut(text, time) : null,
            };
        }

        return draft;
    }

    private static bool IsOf(string words, DateOnly day, DateOnly today, TextLanguage language) =>
        DateReader.Read(words, today, language) == day;

    /// <summary>A reason is a part of a talk, not most of a rambling one; asked for, it may be all of it.</summary>
    public static bool IsPart(TextSpan span, string text, Fields asked) =>
        asked == Fields.Reason
        || (
            // "Pues llego tarde como 7 veces": what answers the question as a whole is not its own reason.
            span.Length < text.Trim().Length
            && (span.Length <= LongestPart || span.Length * 2 <= text.Length)
        );

    /// <summary>"Phone across the room so i cant snooze" tells what a part of the plan is for, not the goal.</summary>
    private static bool IsMeans(string reason) => reason.StartsWith("so ", StringComparison.OrdinalIgnoreCase);

    public const int LongestPart = 100;

    /// <summary>What was skipped can still be told.</summary>
    public static bool Open(GoalDraft draft, Fields field) =>
        !draft.Settled.HasFlag(field)
        || field switch
        {
            Fields.Plan => draft.Plan is null,
            Fields.Reason => draft.Reason is null,
            Fields.Deadline => draft.Deadline is null && draft.DeadlineWords is null,
            Fields.Measure => draft.Measure == Measure.None,
            _ => false,
        };

    /// <summary>The student's own words, unless there is nothing in them to work with.</summary>
    private static string? Words(string text, GoalReading reading, TextLanguage language)
    {
        var said = Gist.WithoutSaid(Gist.Answer(text));
        var kind =
            said.Length < text.Trim().Length ? GoalReader.Read(said, DateOnly.MinValue, language).Kind : reading.Kind;
        var plain = kind == StatementKind.DontKnow ? Gist.WithoutDoubt(said) : said;
        return
            (plain == said && kind == StatementKind.DontKnow)
            || (
                WordCount.Of(plain) <= 3
                && AnswerReader.IsVague(plain, language)
                // "Para no trabarme", "so i pass": short, and a reason all the same.
                && !(WordCount.Of(plain) == 3 && Purpose().IsMatch(plain))
            )
            ? null
            : plain;
    }

    [GeneratedRegex(
        @"^(?:para|pa|porque|pq|so|to|because|cause|cuz|bc)\s+(?:que\s+|no\s+|not\s+|i\s+)?\p{L}{4}",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Purpose();

    public static string Cut(string text, TextSpan span) =>
        text.Substring(span.Start, span.Length).Trim(' ', ',', ';', '.', '\n', '\r', '\t');
}
