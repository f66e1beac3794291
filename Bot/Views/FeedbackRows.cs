using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Views;

/// <summary>A teacher's feedback on work: the criterion, one strength, one next step.</summary>
internal static class FeedbackRows
{
    /// <param name="teacher">Null where the card says already who it is from.</param>
    public static IEnumerable<CardElement> Of(WorkFeedback feedback, string? teacher, Voice voice) =>
        [
            new RichTextBlock(
                new TextRun(
                    (teacher is null ? string.Empty : $"{teacher} · ")
                        + $"{GoalCards.InBrief(feedback.Title)} · {feedback.Criterion}"
                )
                {
                    Size = "small",
                    IsSubtle = true,
                }
            )
            {
                Spacing = "medium",
            },
            Line("💪", "Feedback.Strength", feedback.Strength, voice),
            Line("👣", "Feedback.NextStep", feedback.NextStep, voice),
        ];

    private static RichTextBlock Line(string sign, string key, string words, Voice voice) =>
        new(new TextRun($"{sign} {voice[key]}: ") { Weight = "bolder" }, new TextRun(words)) { Spacing = "small" };
}
