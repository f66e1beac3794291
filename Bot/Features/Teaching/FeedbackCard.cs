using Milestones.Cards;
using Milestones.Conversations;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Teaching;

/// <summary>Where a teacher says of a student's work what is strong, and what the next step is.</summary>
internal static class FeedbackCard
{
    /// <param name="works">What this class may see of the student, at least one.</param>
    /// <param name="chosen">The work it is about; null for all of them.</param>
    public static Card Form(
        StudentWeek student,
        IReadOnlyList<Work> works,
        Work? chosen,
        CardData sent,
        string? wrong,
        TeacherView view
    )
    {
        var (voice, title) = (view.Voice, view.Voice.Say("Teach.Feedback.Title", ("name", view.Name(student))));
        var choices = (chosen is null ? works : [chosen])
            .SelectMany(work =>
                work.Criteria.List.Select(one => new Choice(
                    chosen is null ? $"{GoalCards.InBrief(work.Title, 60)} · {one.Text}" : one.Text,
                    FeedbackForm.Of(work, one)
                ))
            )
            .ToList();
        return view.Framed(
            title,
            title,
            [
                .. chosen is null
                    ? Array.Empty<CardElement>()
                    :
                    [
                        TeacherView.Small(Markdown.Escape(GoalCards.InBrief(chosen.Title))),
                        .. CriteriaRows.Of(chosen.Criteria, voice),
                    ],
                new ChoiceInput(voice["Teach.Feedback.Criterion"], choices)
                {
                    Id = FeedbackForm.Criterion,
                    Style = "compact",
                    Wrap = true,
                    Value = sent.Text(FeedbackForm.Criterion) ?? choices[0].Value,
                    Separator = true,
                },
                Field(
                    FeedbackForm.Strength,
                    voice["Teach.Feedback.Strength"],
                    voice["Teach.Feedback.Strength.Example"]
                ),
                Field(
                    FeedbackForm.NextStep,
                    voice["Teach.Feedback.NextStep"],
                    voice["Teach.Feedback.NextStep.Example"]
                ),
                .. wrong is null ? Array.Empty<CardElement>() : [CardParts.Wrong(Markdown.Escape(wrong))],
                TeacherView.Small(voice["Teach.Feedback.How"]),
                new ActionSet(
                    view.Button(
                        voice["Teach.Send"],
                        FeedbackVerbs.Send,
                        student,
                        [
                            ("token", view.Context.Turn.NewId(5)),
                            .. chosen is null ? Array.Empty<(string, string)>() : [("work", chosen.Id)],
                        ]
                    ) with
                    {
                        Style = "positive",
                    },
                    view.Button(voice["Teach.Over"], TeacherVerbs.Student, student) with
                    {
                        AssociatedInputs = "none",
                    }
                ),
            ]
        );

        TextInput Field(string id, string label, string example) =>
            new(label)
            {
                Id = id,
                IsMultiline = true,
                MaxLength = WorkFeedback.MaxLength,
                Placeholder = example,
                Value = sent.Text(id),
            };
    }
}
