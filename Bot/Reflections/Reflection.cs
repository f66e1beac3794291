using Milestones.Scheduling;
using Milestones.Storage;

namespace Milestones.Reflections;

/// <summary>Who may read a reflection. Shown before anything is typed.</summary>
internal enum Sharing
{
    OnlyMe,
    MyTeacher,
}

/// <summary>One student's look at one week in one class.</summary>
/// <param name="Mood">1 to 5; null when it was left out.</param>
/// <param name="Answers">The questions put, by their key, with the student's words.</param>
/// <param name="WantsHelp">Puts the student on the teacher's list, whatever the sharing of the words.</param>
internal sealed record Reflection(
    DocumentKey Class, IsoWeek Week, int? Mood, IReadOnlyList<ReflectionAnswer> Answers, Sharing Sharing, bool WantsHelp, DateTimeOffset At)
{
    /// <summary>When a teacher dealt with the request for help; null while it waits.</summary>
    public DateTimeOffset? HandledAt { get; init; }

    /// <summary>The status of each active goal when the week was looked at, so that weeks can be compared.</summary>
    public IReadOnlyList<GoalSnapshot> Goals { get; init; } = [];
}

internal sealed record ReflectionAnswer(string Question, string Text);

/// <param name="Value">The number tapped or typed for the goal this week.</param>
internal sealed record GoalSnapshot(string GoalId, string Sentence, Goals.GoalStatus Status, double? Value);
