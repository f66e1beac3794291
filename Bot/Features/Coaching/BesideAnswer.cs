using Milestones.Conversations;
using Milestones.Language;
using Milestones.Language.Parts;
using Milestones.Language.Reports;
using Milestones.Language.Wanted;
using Milestones.School;

namespace Milestones.Features.Coaching;

/// <summary>
/// What words say beside the answer, or of another part: only what was open is filled, and what stands changes where
/// it is named.
/// </summary>
internal static class BesideAnswer
{
    /// <summary>
    /// Words typed at the finished draft: a new number, day, plan or reason in them takes the place of the old one.
    /// What stands in the student's own first sentence is theirs to edit in the form; it is not changed from here.
    /// </summary>
    public static GoalDraft Revise(GoalDraft draft, Heard said, DateOnly today) =>
        BorneOut.Of(draft, Revised(draft, said, today), said.Parts(SettingOf.Draft(draft, PartPlace.Draft)));

    private static GoalDraft Revised(GoalDraft draft, Heard said, DateOnly today)
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
            && said.Date.Finding == DateFinding.None
            && DraftWords.Names(text) is not (Fields.Plan or Fields.Reason)
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
                    Plan = Listening.Cut(text, plan),
                }
                : revised;
        return
            reading.Reason is { } reason
            && Listening.Begins(Listening.Cut(text, reason))
            && (draft.Reason is null || named == Fields.Reason)
            ? revised.Settle(Fields.Reason) with
            {
                Reason = Listening.Cut(text, reason),
            }
            : revised;
    }

    private const int WordsOfNumber = 3;

    private static bool InFirstWords(GoalDraft draft, string? words) =>
        words is not null && draft.FirstWords.Contains(words, StringComparison.Ordinal);

    /// <summary>
    /// What an answer to another question says: a reason where a plan was asked for, a day, a number. Only what was
    /// open is filled.
    /// </summary>
    public static GoalDraft Elsewhere(GoalDraft draft, Fields asked, Heard heard, DateOnly today) =>
        BorneOut.Of(draft, Told(draft, asked, heard, today), heard.Parts(SettingOf.Asked(draft, asked)));

    private static GoalDraft Told(GoalDraft draft, Fields asked, Heard heard, DateOnly today)
    {
        var text = heard.Text;
        if (text.Length > Goal.MaxLength || heard.Wanted(Place.DraftShown).Best == Intent.Progress)
        {
            return draft;
        }

        if (MeasureAnswers.StandsAt(draft, text, heard.Language) is { } stands)
        {
            return stands;
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

        var taken = Listening.Take(draft, text, heard.Goal, asked, today);
        if (taken != draft)
        {
            return taken;
        }

        if (
            asked != Fields.Deadline
            && Listening.Open(draft, Fields.Deadline)
            && heard.Date.Finding != DateFinding.None
        )
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
            && Listening.Open(draft, Fields.Reason)
            && Statement.Of(text, heard.Language).First(Label.Because) is { First: 0 }
        )
        {
            return draft.Settle(Fields.Reason) with { Reason = text };
        }

        return SecondHearing.Elsewhere(draft, asked, heard, today);
    }
}
