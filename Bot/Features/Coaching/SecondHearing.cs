using Milestones.Conversations;
using Milestones.Language;
using Milestones.Language.Opinions;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Coaching;

/// <summary>
/// What a second reader found in words of which the rules made nothing. It fills what was asked or is open, in the
/// student's own words and numbers; <see cref="OpinionCheck"/> saw to that.
/// </summary>
internal static class SecondHearing
{
    /// <summary>
    /// An answer that was vague, or whose day was unclear; null where the second reader knows no more.
    /// </summary>
    public static (GoalDraft Draft, Hearing Hearing)? Answer(
        GoalDraft draft,
        Fields asked,
        Heard answer,
        DateOnly today,
        Hearing first
    ) =>
        first is Hearing.Vague or Hearing.UnclearDay
        && answer.Opinion is { } opinion
        && With(draft, PartOf(asked), opinion, answer, today) is { } told
            ? (told.Settle(asked), Hearing.Understood)
            : null;

    /// <summary>What an answer to another question says of what is still open.</summary>
    public static GoalDraft Elsewhere(GoalDraft draft, Fields asked, Heard heard, DateOnly today)
    {
        foreach (var field in new[] { Fields.Deadline, Fields.Reason, Fields.Plan, Fields.Measure })
        {
            if (
                field != asked
                && heard.Opinion is { } opinion
                && IsOpen(draft, field)
                && With(draft, PartOf(field), opinion, heard, today) is { } told
            )
            {
                return told.Settle(field);
            }
        }

        return draft;
    }

    /// <summary>A correction, where it is said what it corrects.</summary>
    public static (GoalDraft Draft, string Now)? Corrected(GoalDraft draft, TurnContext<Person> context)
    {
        if (
            context.Heard.Opinion is not { Corrects: { } part } opinion
            || With(draft, part, opinion, context.Heard, context.Today) is not { } told
        )
        {
            return null;
        }

        var now = part switch
        {
            GoalPart.Deadline => context.Voice.Day(told.Deadline!.Value, context.Today),
            GoalPart.Plan => told.Plan!,
            GoalPart.Reason => told.Reason!,
            GoalPart.Baseline => Quantities.Say(told.Measure.Baseline, told.Measure.Unit, context.Voice),
            _ => Quantities.Say(told.Measure.Target, told.Measure.Unit, context.Voice),
        };
        return (part == GoalPart.Target ? told with { Measure = told.Measure with { Words = now } } : told, now);
    }

    private static GoalPart? PartOf(Fields field) =>
        field switch
        {
            Fields.Measure => GoalPart.Target,
            Fields.Baseline => GoalPart.Baseline,
            Fields.Plan => GoalPart.Plan,
            Fields.Reason => GoalPart.Reason,
            Fields.Deadline => GoalPart.Deadline,
            _ => null,
        };

    private static bool IsOpen(GoalDraft draft, Fields field) =>
        field switch
        {
            Fields.Deadline => draft.Deadline is null && draft.DeadlineWords is null,
            Fields.Reason => draft.Reason is null,
            Fields.Plan => draft.Plan is null,
            _ => draft.Measure.Target is null,
        };

    /// <summary>The draft with one part of it as the opinion has it; null where it has none.</summary>
    private static GoalDraft? With(GoalDraft draft, GoalPart? part, Opinion opinion, Heard heard, DateOnly today) =>
        part switch
        {
            GoalPart.Target when opinion.Target is { } target && CountsAlike(draft, opinion) => draft with
            {
                Measure = draft.Measure with
                {
                    Target = target,
                    Baseline = opinion.Baseline ?? draft.Measure.Baseline,
                    Unit = draft.Measure.Unit ?? opinion.Unit,
                    Words = heard.Text,
                },
            },
            GoalPart.Baseline when opinion.Baseline is { } now && CountsAlike(draft, opinion) => draft with
            {
                Measure = draft.Measure with { Baseline = now, Unit = draft.Measure.Unit ?? opinion.Unit },
            },
            GoalPart.Plan when opinion.PlanWords is { } plan => draft with { Plan = plan },
            GoalPart.Reason when opinion.ReasonWords is { } reason => draft with { Reason = reason },
            GoalPart.Deadline
                when opinion.DayWords is { } words
                    && DateReader.Read(words, today, heard.Language) is { } day
                    && day > today => draft with
            {
                Deadline = day,
                DeadlineWords = null,
                School = null,
            },
            _ => null,
        };

    /// <summary>A number without a unit counts what the goal counts; a letter is never compared with one.</summary>
    private static bool CountsAlike(GoalDraft draft, Opinion opinion) =>
        draft.Measure.Unit is not { } unit
        || (unit != "letter_grade" && (opinion.Unit is null || opinion.Unit == unit));
}
