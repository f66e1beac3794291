using System.Text.RegularExpressions;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.Language.Packs;
using Milestones.Language.Reports;
using Milestones.Language.Wanted;
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

    /// <summary>A draft from the sentence a goal began with. What it says is settled and will not be asked.</summary>
    public static GoalDraft FirstWords(string id, string text, GoalReading reading, DateOnly today)
    {
        var draft = Take(
            new GoalDraft(id, text, reading.Area)
            {
                FirstWordsAreSpecific = reading.Specific is not null,
                Wish = Gist.Wish(text, reading),
            },
            text,
            reading,
            Fields.None,
            today
        );
        draft = reading.Specific is null ? draft : draft.Settle(Fields.What);
        draft = draft.Measure.Baseline is null ? BothNumbers(draft, text, reading.Language) : draft;
        draft = MeasureAnswers.AsItIsNow(draft, text, reading.Language);
        if (draft.Deadline is null && DayInTalk.Find(text, today, reading.Language) is { } day)
        {
            draft = draft.Settle(Fields.Deadline) with { Deadline = day };
        }
        else if (
            draft.Deadline is null
            && reading.TimeBound is { } span
            && Cut(text, span) is var words
            && DateReader.Find(words, today, reading.Language) is { Finding: not DateFinding.None } time
        )
        {
            // "This semester" is a time without a day: its words are kept, and which day it is gets asked once.
            draft = draft with
            {
                DeadlineWords = words,
                School = time.School,
            };
        }

        if (
            draft.Reason is null
            && Because().Match(text) is { Success: true } because
            && IsPart(new(because.Index, because.Length), text, Fields.None)
            && because.Length <= LongestPart
        )
        {
            draft = draft.Settle(Fields.Reason) with { Reason = because.Value.Trim() };
        }

        return draft with
        {
            AtFirst = draft.Present,
        };
    }

    /// <summary>What the rules did not take for a reason is one where it says so.</summary>
    [GeneratedRegex(
        @"\b(?:because|bc|cuz|porque|pq)\s+(?:[^\s.!?;]+\s+){2,}[^.!?;\n]+",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Because();

    /// <summary>
    /// "Its 4 times a week now i want 1 a week": where the sentence tells both ends, the rules for answers know them
    /// better than those for goals.
    /// </summary>
    private static GoalDraft BothNumbers(GoalDraft draft, string text, TextLanguage language) =>
        MeasureAnswers.WithNumbers(draft with { Measure = Measure.None }, text, language) is var told
        && told.Measure is { Target: not null, Baseline: not null }
            ? told
            : draft;

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
            Fields.Plan => Words(EndsWithDay(text) ?? text, reading, language) is { } plan
                ? (draft with { Plan = plan }, Hearing.Understood)
                : (draft, Hearing.Vague),
            Fields.Obstacle => Words(text, reading, language) is { } obstacle
                ? (draft with { Obstacle = obstacle }, Hearing.Understood)
                : (draft, Hearing.Vague),
            Fields.Reason => Words(text, reading, language) is { } reason
                ? (draft with { Reason = reason }, Hearing.Understood)
                : (draft, Hearing.Vague),
            Fields.Deadline => DeadlineAnswers.When(
                MeasureAnswers.NowBeside(draft, text, language),
                text,
                today,
                language
            ),
            Fields.Confidence => AnswerReader.ReadScale(text, 1, 10, language) is { } sure
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

    /// <summary>
    /// Words typed at the finished draft: a new number, day, plan or reason in them takes the place of the old one.
    /// What stands in the student's own first sentence is theirs to edit in the form; it is not changed from here.
    /// </summary>
    public static GoalDraft Revise(GoalDraft draft, Heard said, DateOnly today)
    {
        var (text, language, reading) = (said.Text, said.Language, said.Goal);
        if (text.Length > Goal.MaxLength || draft.Sentence is not null)
        {
            return draft;
        }

        var day = DateReader.Read(text, today, language);
        var revised = draft;
        if (day > today && !InFirstWords(draft, draft.DeadlineWords))
        {
            revised = revised.Settle(Fields.Deadline) with { Deadline = day, DeadlineWords = null };
        }
        else if (
            day is null
            && !InFirstWords(draft, draft.Measure.Words)
            && MeasureAnswers.Measured(draft, text, language) is (var measured, Hearing.Understood or Hearing.NowAlone)
            && measured.StepFromNow == draft.StepFromNow
        )
        {
            revised = measured.Settle(Fields.Measure);
        }

        // What stands is put in another's place only where its part is named; a complaint is no new reason.
        var named = DraftWords.Names(text);
        revised =
            reading.Plan is { } plan && (draft.Plan is null || named == Fields.Plan) && !Replacement.TakesBack(text)
                ? revised.Settle(Fields.Plan) with
                {
                    Plan = Cut(text, plan),
                }
                : revised;
        return
            reading.Reason is { } reason
            && Begins(Cut(text, reason))
            && (draft.Reason is null || named == Fields.Reason)
            ? revised.Settle(Fields.Reason) with
            {
                Reason = Cut(text, reason),
            }
            : revised;
    }

    /// <summary>A reason says that it is one.</summary>
    private static bool Begins(string reason) => ReasonLead().IsMatch(reason);

    [GeneratedRegex(
        @"^(?:because|'?cause|cuz|cus|coz|bc|since|so (?:that )?(?:i|my|we|he|she|they|the|coach)\b"
            + @"|porque|pq|xq|para|pa\b|ya que)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex ReasonLead();

    private const int WordsOfWish = 5;

    private const int WordsOfNumber = 3;

    /// <summary>Fewer words somewhere in a sentence are no plan.</summary>
    private const int FewestOfPlan = 3;

    /// <summary>Beside a number only a day that is plainly an end is one: "the friday quiz" is none.</summary>
    [GeneratedRegex(
        @"^(?:by|before|until|till|in|within|at the end|para|antes|hasta|en|a fin)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex DayLead();

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
                    ? told
                    : told with
                    {
                        Wish = named,
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

    /// <summary>
    /// What an answer to another question says: a reason where a plan was asked for, a day, a number. Only what was
    /// open is filled.
    /// </summary>
    public static GoalDraft Elsewhere(GoalDraft draft, Fields asked, Heard heard, DateOnly today)
    {
        var text = heard.Text;
        if (text.Length > Goal.MaxLength || heard.Wanted(Place.DraftShown).Best == Intent.Progress)
        {
            return draft;
        }

        if (asked != Fields.Measure && MeasureAnswers.TellsNumbers(draft, heard))
        {
            return MeasureAnswers.WithNumbers(draft, text, heard.Language);
        }

        if (
            asked is not (Fields.Measure or Fields.Baseline)
            && draft.Measure is { Target: not null, Baseline: null }
            && MeasureAnswers.Stated(draft, text, NumbersAsked.Target, heard.Language)
                is { Target: null, Baseline: { } now }
            && (now.Unit is null || now.Unit == draft.Measure.Unit)
        )
        {
            return draft.Settle(Fields.Baseline) with { Measure = draft.Measure with { Baseline = now.Value } };
        }

        if (
            asked is not (Fields.Measure or Fields.Baseline or Fields.Confidence)
            && draft.Measure is { Target: { } aim, Baseline: null, Unit: var unit }
            && WordCount.Of(text) <= WordsOfNumber
            && heard.Date.Finding == DateFinding.None
            && AnswerReader.ReadBaseline(text, heard.Language) is { } alone
            && alone.Value != aim
            && (alone.Unit is null || alone.Unit == unit)
        )
        {
            // "Like 55", whatever was asked, is where one stands.
            return draft.Settle(Fields.Baseline) with { Measure = draft.Measure with { Baseline = alone.Value } };
        }

        var taken = Take(draft, text, heard.Goal, asked, today);
        if (taken != draft)
        {
            return taken;
        }

        if (asked != Fields.Deadline && Open(draft, Fields.Deadline) && heard.Date.Finding != DateFinding.None)
        {
            var (when, hearing) = DeadlineAnswers.When(draft, text, today, heard.Language);
            return hearing == Hearing.Understood ? when.Settle(Fields.Deadline) : draft;
        }

        if (
            asked == Fields.Baseline
            && MeasureAnswers.Wish().IsMatch(text)
            && MeasureAnswers.Stated(draft, text, NumbersAsked.Target, heard.Language).Target is { } wish
        )
        {
            return draft with
            {
                Measure = draft.Measure with
                {
                    Target = wish.Value,
                    Unit = wish.Unit ?? draft.Measure.Unit,
                    Words = text,
                },
            };
        }

        if (
            asked != Fields.Reason
            && Open(draft, Fields.Reason)
            && Statement.Of(text, heard.Language).First(Label.Because) is { First: 0 }
        )
        {
            return draft.Settle(Fields.Reason) with { Reason = text };
        }

        return SecondHearing.Elsewhere(draft, asked, heard, today);
    }

    /// <summary>What a text says beside the answer. Only open fields are filled.</summary>
    private static GoalDraft Take(GoalDraft draft, string text, GoalReading reading, Fields asked, DateOnly today)
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
    private static bool IsPart(TextSpan span, string text, Fields asked) =>
        asked == Fields.Reason
        || (
            // "Pues llego tarde como 7 veces": what answers the question as a whole is not its own reason.
            span.Length < text.Trim().Length
            && (span.Length <= LongestPart || span.Length * 2 <= text.Length)
        );

    /// <summary>"Phone across the room so i cant snooze" tells what a part of the plan is for, not the goal.</summary>
    private static bool IsMeans(string reason) => reason.StartsWith("so ", StringComparison.OrdinalIgnoreCase);

    private const int LongestPart = 100;

    /// <summary>What was skipped can still be told.</summary>
    private static bool Open(GoalDraft draft, Fields field) =>
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

    private static string Cut(string text, TextSpan span) =>
        text.Substring(span.Start, span.Length).Trim(' ', ',', ';', '.', '\n', '\r', '\t');
}
