using System.Text.RegularExpressions;
using Milestones.Language;
using Milestones.Language.Parts;
using Milestones.Language.Wanted;
using Milestones.School;

namespace Milestones.Features.Coaching;

/// <summary>
/// The draft that the sentence makes a goal began with: what it says is settled and will not be asked.
/// </summary>
internal static partial class Beginning
{
    /// <summary>A draft from the sentence a goal began with. What it says is settled and will not be asked.</summary>
    public static GoalDraft FirstWords(string id, string text, GoalReading reading, DateOnly today)
    {
        var draft = Listening.Take(
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
        draft =
            reading.Specific is null && !(Gist.Weakness(text) is { } named && WordCount.Of(named) >= 2)
                ? draft
                : draft.Settle(Fields.What);
        draft = draft.Measure.Baseline is null ? BothNumbers(draft, text, reading.Language) : draft;
        draft = MeasureAnswers.AsItIsNow(draft, text, reading.Language);
        draft = draft.Measure == Measure.None ? NumberBeside(draft, text, reading.Language) : draft;
        // "Save up for welding boots, $480 total": whoever says how much has said what.
        draft =
            draft.Measure is { Target: not null } or { Baseline: not null } && WordCount.Of(text) >= FewestOfWish
                ? draft.Settle(Fields.What)
                : draft;
        if (draft.Deadline is null && DayInTalk.Find(text, today, reading.Language) is { } day)
        {
            draft = draft.Settle(Fields.Deadline) with { Deadline = day };
        }
        else if (
            draft.Deadline is null
            && reading.TimeBound is { } span
            && Listening.Cut(text, span) is var words
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
            && Listening.IsPart(new(because.Index, because.Length), text, Fields.None)
            && because.Length <= Listening.LongestPart
        )
        {
            draft = draft.Settle(Fields.Reason) with { Reason = because.Value.Trim() };
        }

        if (draft.Plan is null && PlanClause(text, draft, reading.Language) is { } clause)
        {
            draft = draft.Settle(Fields.Plan) with { Plan = clause };
        }

        return draft with
        {
            AtFirst = draft.Present,
        };
    }

    /// <summary>
    /// "…, tutoring tuesdays, so i can pass": a part between commas that names what and on which days.
    /// </summary>
    private static string? PlanClause(string text, GoalDraft draft, TextLanguage language) =>
        text.Split([',', '.', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Skip(1)
            .FirstOrDefault(part =>
                WordCount.Of(part) is >= 2 and <= MostOfClause
                && PlanTime.IsIn(part, language)
                && !Listening.DayLead().IsMatch(part)
                && !part.Any(char.IsAsciiDigit)
                && draft.DeadlineWords?.Contains(part, StringComparison.OrdinalIgnoreCase) != true
                && AnswerFitReader.Read(part, Place.AskedPlan, Listening.GoalWords(draft), language, DateOnly.MinValue)
                    is { Fits: true }
            );

    private const int MostOfClause = 9;

    private const int FewestOfWish = 5;

    /// <summary>What the rules did not take for a reason is one where it says so.</summary>
    [GeneratedRegex(
        @"\b(?:because|bc|cuz|porque|pq)\s+(?:[^\s.!?;]+\s+){2,}[^.!?;\n]+",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Because();

    /// <summary>
    /// "Save up for boots. $480 total", "my 500 is 2:24": a sentence beside the wish tells where they are or where to.
    /// </summary>
    private static GoalDraft NumberBeside(GoalDraft draft, string text, TextLanguage language)
    {
        var read = PartReader.Read(text, language, new(PartPlace.Start));
        var number = read.Numbers.LastOrDefault(one =>
            one is { Role: NumberRole.Start or NumberRole.Target, Share: >= Sure }
        );
        if (number is null)
            return draft;
        var own = text[number.Start..number.End];
        var sentence = text.Split(['.', '!', '?', ';', '\n'], StringSplitOptions.TrimEntries)
            .LastOrDefault(part => part.Contains(own, StringComparison.Ordinal));
        // Of several numbers the one that is meant.
        var said = read.Numbers.Count > 1 ? own : sentence;
        return
            said is not null
            && sentence!.Length < text.Trim().Length
            && (
                number.Role == NumberRole.Target
                    ? MeasureAnswers.Measured(draft, said, language)
                    : MeasureAnswers.Now(draft, said, DateOnly.MinValue, language)
            )
                is (var told, Hearing.Understood or Hearing.NowAlone)
            ? told.Settle(number.Role == NumberRole.Target ? Fields.Measure : Fields.Baseline)
            : draft;
    }

    private const float Sure = 0.7f;

    /// <summary>
    /// "Its 4 times a week now i want 1 a week": where the sentence tells both ends, the rules for answers know them
    /// better than those for goals.
    /// </summary>
    private static GoalDraft BothNumbers(GoalDraft draft, string text, TextLanguage language) =>
        MeasureAnswers.WithNumbers(draft with { Measure = Measure.None }, text, language) is var told
        && told.Measure is { Target: not null, Baseline: not null }
            ? told
            : draft;
}
