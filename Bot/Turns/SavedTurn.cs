using Milestones.Conversations;
using Milestones.Language.Concerns;
using Milestones.School;
using Milestones.Telemetry;

namespace Milestones.Turns;

/// <summary>
/// Counts what a saved turn did, by what changed in its document: a turn that ran twice is counted once, and rules
/// count nothing themselves.
/// </summary>
internal static class SavedTurn
{
    /// <param name="wakeAt">When the document wanted to be looked at, as it was stored.</param>
    public static void Count(Turn turn, Head before, Head after, DateTimeOffset? wakeAt)
    {
        if (turn.Input is Rang && wakeAt <= turn.Now)
            Measures.AlarmLateness.Record((turn.Now - wakeAt.Value).TotalSeconds);
        if ((before, after) is not (Person was, Person now))
            return;
        if (Measures.Concerns.Enabled)
            CountConcerns(was, now);
        if (Measures.Prompts.Enabled)
            CountPrompts(was, now);
    }

    private static void CountConcerns(Person was, Person now)
    {
        foreach (var alert in now.Alerts)
        {
            var known = was.Alerts.FirstOrDefault(one => one.Id == alert.Id)?.Times ?? 0;
            if (alert.Times > known)
                Count(alert.Concern, ConcernLevel.Alarm, alert.Times - known);
        }

        // The quiet question was asked just now.
        if (now.Heavy is { IsOpen: true } heavy && was.Heavy is not { IsOpen: true })
            Count(heavy.Kind, ConcernLevel.Quiet, 1);
    }

    private static void Count(Concern concern, ConcernLevel level, int times) =>
        Measures.Concerns.Add(times, Measures.Tag("concern", concern), Measures.Tag("level", level));

    private static void CountPrompts(Person was, Person now)
    {
        foreach (var known in now.Classes.Where(one => one.Role == MemberRole.Student))
        {
            var before = was.Classes.FirstOrDefault(one => one.Class == known.Class)?.Outcomes ?? [];
            foreach (var decided in known.Outcomes.Where(one => before.All(other => other.Week != one.Week)))
                Measures.Prompts.Add(1, Measures.Tag("outcome", decided.Outcome));
        }
    }
}
