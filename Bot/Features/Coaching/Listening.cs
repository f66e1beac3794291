using Milestones.Language;
using Milestones.School;

namespace Milestones.Features.Coaching;

/// <summary>How an answer was heard.</summary>
internal enum Hearing
{
    Understood,
    Vague,
    PastDate,

    /// <summary>The target and the number now do not count the same: a letter and a percentage.</summary>
    OtherUnit,
    TooLong,
}

/// <summary>
/// Reads what a student types for everything a goal needs, whatever was asked. Never overwrites what was said before,
/// but what was just asked.
/// </summary>
internal static class Listening
{
    /// <summary>A draft from the sentence a goal began with. What it says is settled and will not be asked.</summary>
    public static GoalDraft FirstWords(string id, string text, GoalReading reading)
    {
        var draft = Take(
            new GoalDraft(id, text, reading.Area) { FirstWordsAreSpecific = reading.Specific is not null },
            text,
            reading,
            Fields.None
        );
        draft = reading.Specific is null ? draft : draft.Settle(Fields.What);
        if (reading.TimeBound is { } span && draft.Deadline is null)
        {
            // "This semester" is a time without a day: said, so not asked again; the draft card offers to add a date.
            draft = draft.Settle(Fields.Deadline) with
            {
                DeadlineWords = Cut(text, span),
            };
        }

        // Whoever brings a plan along has thought ahead: what could get in the way is asked only after the question for
        // a plan.
        draft = draft.Plan is null ? draft : draft.Settle(Fields.Obstacle);
        return draft with { AtFirst = draft.Present };
    }

    /// <summary>An answer to <paramref name="asked"/>. The draft changes only where something was understood.</summary>
    public static (GoalDraft Draft, Hearing Hearing) Answer(
        GoalDraft draft,
        Fields asked,
        string text,
        DateOnly today,
        TextLanguage language
    )
    {
        if (text.Length > Goal.MaxLength)
        {
            return (draft, Hearing.TooLong);
        }

        var reading = GoalReader.Read(text, today, language);
        var (heard, hearing) = asked switch
        {
            Fields.What => What(draft, text, reading, today, language),
            Fields.Measure => Measured(draft, text, language),
            Fields.Baseline => Now(draft, text, language),
            Fields.Plan => Words(text, reading, reading.Plan is null && WordCount(text) <= 2, language) is { } plan
                ? (draft with { Plan = plan }, Hearing.Understood)
                : (draft, Hearing.Vague),
            Fields.Obstacle => Words(text, reading, false, language) is { } obstacle
                ? (draft with { Obstacle = obstacle }, Hearing.Understood)
                : (draft, Hearing.Vague),
            Fields.Reason => Words(text, reading, false, language) is { } reason
                ? (draft with { Reason = reason }, Hearing.Understood)
                : (draft, Hearing.Vague),
            Fields.Deadline => When(draft, text, today, language),
            Fields.Confidence => AnswerReader.ReadScale(text, 1, 10, language) is { } sure
                ? (draft with { Confidence = sure }, Hearing.Understood)
                : (draft, Hearing.Vague),
            _ => (draft, Hearing.Vague),
        };
        return hearing == Hearing.Understood
            ? (Take(heard.Settle(asked), text, reading, asked), hearing)
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

    /// <summary>
    /// Words typed at the finished draft: a new number, day, plan or reason in them takes the place of the old one.
    /// What stands in the student's own first sentence is theirs to edit in the form; it is not changed from here.
    /// </summary>
    public static GoalDraft Revise(GoalDraft draft, string text, DateOnly today, TextLanguage language)
    {
        if (text.Length > Goal.MaxLength || draft.Sentence is not null)
        {
            return draft;
        }

        var reading = GoalReader.Read(text, today, language);
        var day = DateReader.Read(text, today, language);
        var revised = draft;
        if (day > today && !InFirstWords(draft, draft.DeadlineWords))
        {
            revised = revised.Settle(Fields.Deadline) with { Deadline = day, DeadlineWords = null };
        }
        else if (
            day is null
            && AnswerReader.ReadMeasure(text, language) is { Quantity: { } quantity, RelativeToNow: false }
            && !InFirstWords(draft, draft.Measure.Words)
        )
        {
            revised = revised.Settle(Fields.Measure) with
            {
                Measure = draft.Measure with
                {
                    Words = text,
                    Target = quantity.Value,
                    Unit = quantity.Unit ?? draft.Measure.Unit,
                },
            };
        }

        revised = reading.Plan is { } plan ? revised.Settle(Fields.Plan) with { Plan = Cut(text, plan) } : revised;
        return reading.Reason is { } reason
            ? revised.Settle(Fields.Reason) with
            {
                Reason = Cut(text, reason),
            }
            : revised;
    }

    private static bool InFirstWords(GoalDraft draft, string? words) =>
        words is not null && draft.FirstWords.Contains(words, StringComparison.Ordinal);

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
        var framed = (language == TextLanguage.Spanish ? "mejorar en " : "get better at ") + text;
        if (
            reading.Specific is null
            && (
                AnswerReader.IsVague(text, language)
                || (WordCount(text) <= 2 && GoalReader.Read(framed, today, language).Specific is null)
            )
        )
        {
            return (draft, Hearing.Vague);
        }

        var what = reading.Specific is { } span && !reading.IsGoal ? Cut(text, span) : text;
        return (
            draft with
            {
                What = what,
                Area = draft.Area == Area.None ? reading.Area : draft.Area,
            },
            Hearing.Understood
        );
    }

    private static (GoalDraft Draft, Hearing Hearing) Measured(GoalDraft draft, string text, TextLanguage language)
    {
        if (AnswerReader.ReadMeasure(text, language) is not { } answer)
        {
            return (draft, Hearing.Vague);
        }

        var measure = draft.Measure with { Words = text, Unit = answer.Quantity?.Unit ?? draft.Measure.Unit };
        return answer.RelativeToNow && answer.Quantity is { } step
            ? (draft with { Measure = measure, StepFromNow = step.Value }, Hearing.Understood)
            : (draft with { Measure = measure with { Target = answer.Quantity?.Value } }, Hearing.Understood);
    }

    private static (GoalDraft Draft, Hearing Hearing) Now(GoalDraft draft, string text, TextLanguage language)
    {
        if (AnswerReader.ReadBaseline(text, language) is not { } now)
        {
            return (draft, Hearing.Vague);
        }

        var measure = draft.Measure;
        var letters = now.Unit == "letter_grade";
        if (measure.Unit is not null && letters != (measure.Unit == "letter_grade"))
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

    private static (GoalDraft Draft, Hearing Hearing) When(
        GoalDraft draft,
        string text,
        DateOnly today,
        TextLanguage language
    ) =>
        DateReader.Read(text, today, language) is not { } day ? (draft, Hearing.Vague)
        : day <= today ? (draft, Hearing.PastDate)
        : (draft with { Deadline = day, DeadlineWords = null }, Hearing.Understood);

    /// <summary>What a text says beside the answer. Only open fields are filled.</summary>
    private static GoalDraft Take(GoalDraft draft, string text, GoalReading reading, Fields asked)
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
                    reading.Target?.Unit ?? reading.Baseline?.Unit
                ),
            };
            draft = reading.Baseline is null ? draft : draft.Settle(Fields.Baseline);
        }

        if (reading.Plan is { } plan && Open(draft, Fields.Plan))
        {
            draft = draft.Settle(Fields.Plan) with { Plan = Cut(text, plan) };
        }

        if (reading.Reason is { } reason && Open(draft, Fields.Reason))
        {
            draft = draft.Settle(Fields.Reason) with { Reason = Cut(text, reason) };
        }

        // A weekday in a plan ("tutoring tuesday") is no deadline, so only the other answers are read for one.
        if (
            reading.TimeBound is { } time
            && reading.Deadline is { } day
            && asked is Fields.None or Fields.What or Fields.Measure
            && Open(draft, Fields.Deadline)
        )
        {
            draft = draft.Settle(Fields.Deadline) with { Deadline = day, DeadlineWords = Cut(text, time) };
        }

        return draft;
    }

    private static bool Open(GoalDraft draft, Fields field) => !draft.Settled.HasFlag(field);

    /// <summary>The student's own words, unless there is nothing in them to work with.</summary>
    private static string? Words(string text, GoalReading reading, bool tooBare, TextLanguage language) =>
        tooBare
        || reading.Kind == StatementKind.DontKnow
        || (WordCount(text) <= 3 && AnswerReader.IsVague(text, language))
            ? null
            : text;

    private static int WordCount(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static string Cut(string text, TextSpan span) =>
        text.Substring(span.Start, span.Length).Trim(' ', ',', ';', '\n', '\r', '\t');
}
