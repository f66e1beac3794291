using Milestones.Calendar;

namespace Milestones.Tests.Calendar;

/// <summary>One class's weeks, decided one after the other as an alarm does.</summary>
internal static class PromptRuns
{
    /// <summary>Everything there is to decide by now.</summary>
    public static PromptRun Run(WeeklySchedule schedule, Recipient person, PromptCursor cursor, DateTimeOffset now)
    {
        var decided = new List<PromptDecision>();
        while (true)
        {
            var decision = PromptRules.Decide(schedule, person, cursor, now);
            switch (decision)
            {
                case PromptDecision.Send send:
                    cursor = cursor.With(send.Week);
                    person = person with { LastUnprompted = now };
                    decided.Add(send);
                    break;
                case PromptDecision.Skip skip:
                    cursor = cursor.With(skip.Week);
                    decided.Add(skip);
                    break;
                default:
                    return new PromptRun(decided, cursor, (decision as PromptDecision.WaitUntil)?.At);
            }
        }
    }
}

/// <param name="Decided">Sends (one at the most) and skips, by week.</param>
/// <param name="Cursor">To keep in place of the one that was given.</param>
/// <param name="WakeAt">When to look again; null when there is nothing to look for.</param>
internal sealed record PromptRun(IReadOnlyList<PromptDecision> Decided, PromptCursor Cursor, DateTimeOffset? WakeAt);
