using System.Text.Json.Serialization;
using Milestones.Calendar;
using Milestones.Conversations;

namespace Milestones.School;

/// <summary>Who may read a reflection. Shown before anything is typed.</summary>
internal enum Sharing
{
    OnlyMe,
    MyTeacher,
}

/// <summary>One student's look at one week in one class.</summary>
/// <param name="Class">Null for a look of one's own, where the student is in no class.</param>
/// <param name="Mood">1 to 5; null when it was left out.</param>
/// <param name="Answers">The questions put, by their key, with the student's words.</param>
/// <param name="WantsHelp">Puts the student on the teacher's list, whatever the sharing of the words.</param>
internal sealed record Reflection(
    DocumentKey? Class,
    IsoWeek Week,
    int? Mood,
    IReadOnlyList<ReflectionAnswer> Answers,
    Sharing Sharing,
    bool WantsHelp,
    DateTimeOffset At
)
{
    /// <summary>Whether the week was looked at, rather than help asked for alone.</summary>
    [JsonIgnore]
    public bool IsReflected => Mood is not null || Goals.Count > 0 || Answers.Count > 0;

    /// <summary>
    /// The class whose card this week was looked at with, where one card asked for several; null for that class itself.
    /// </summary>
    public DocumentKey? With { get; init; }

    /// <summary>Since when help is asked for.</summary>
    public DateTimeOffset? HelpAt { get; init; }

    /// <summary>When a teacher dealt with it, the request for help included; null while it waits.</summary>
    public DateTimeOffset? HandledAt { get; init; }

    /// <summary>The questions that were put, answered or not, so that none is put two weeks running.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>The status of each active goal when the week was looked at, so that weeks can be compared.</summary>
    public IReadOnlyList<GoalSnapshot> Goals { get; init; } = [];
}

/// <param name="Text">In the student's own words.</param>
/// <param name="Choice">Which of the suggested answers it was, from zero; null for words of their own. It is the same
/// in every language.</param>
internal sealed record ReflectionAnswer(string Question, string Text, int? Choice = null);

/// <summary>How a goal goes, as the student sees it.</summary>
internal enum Going
{
    Well,
    Okay,
    Stuck,
}

/// <param name="Value">The number typed for the goal this week, else the one it was at.</param>
/// <param name="Going">What was tapped, or what the number says; null when the goal was left out.</param>
/// <param name="FromNumber">Whether the going is what the number says: it helps to choose a question, and nobody is
/// told that the student said so.</param>
internal sealed record GoalSnapshot(
    string GoalId,
    string Sentence,
    GoalStatus Status,
    double? Value,
    Going? Going = null,
    bool FromNumber = false
);
