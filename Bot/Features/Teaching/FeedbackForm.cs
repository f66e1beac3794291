using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Teaching;

/// <summary>A teacher's feedback as a card or a page brings it: a criterion, one strength, one next step.</summary>
/// <param name="Fault">What is wrong, in words; null where there is something to send.</param>
internal sealed record FeedbackForm(WorkFeedback? Feedback, string? Fault)
{
    public const string Criterion = "criterion";
    public const string Strength = "strength";
    public const string NextStep = "nextStep";

    /// <summary>One criterion of one work, as it stands in a list of them.</summary>
    public static string Of(Work work, Criterion criterion) => $"{work.Id}:{criterion.Id}";

    /// <param name="works">What this teacher's class may see of the student.</param>
    public static FeedbackForm Read(CardData data, IReadOnlyList<Work> works, Voice voice)
    {
        var (strength, next) = (data.Text(Strength), data.Text(NextStep));
        var chosen = works
            .SelectMany(work => work.Criteria.List.Select(criterion => (work, criterion)))
            .FirstOrDefault(one => Of(one.work, one.criterion) == data.Text(Criterion));
        return chosen.work is null ? new(null, voice["Teach.Feedback.Which"])
            : strength is null || next is null ? new(null, voice["Teach.Feedback.Empty"])
            : strength.Length > WorkFeedback.MaxLength || next.Length > WorkFeedback.MaxLength
                ? new(null, voice.Say("Teach.Feedback.TooLong", ("max", WorkFeedback.MaxLength)))
            : new(new(chosen.work.Id, chosen.work.Title, chosen.criterion.Text, strength, next), null);
    }
}
