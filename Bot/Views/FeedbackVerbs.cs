namespace Milestones.Views;

/// <summary>What a teacher's buttons of feedback on work do: on the wire and in old cards, they stay.</summary>
internal static class FeedbackVerbs
{
    public const string Form = "teacher.feedback";
    public const string Send = "teacher.sendFeedback";
}
