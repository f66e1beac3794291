using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Teaching;

/// <summary>
/// A teacher's feedback on work that a student checks against criteria. It goes the way of an answer, so that the
/// teacher sees whether it was read; what waits for an answer waits still.
/// </summary>
internal static class FeedbackHandler
{
    public static TurnResult<Person> Form(StudentWeek student, CardData data, TeacherView view) =>
        Of(student, view) is not { Count: > 0 } works
            ? new(
                view.Context.Person,
                new Notice(view.Voice.Say("Teach.Feedback.None", ("name", view.FirstName(student))))
            )
            : ReplyHandler.NotReached(student, view) ?? Show(student, works, data, null, view);

    public static TurnResult<Person> Send(StudentWeek student, CardData data, TeacherView view)
    {
        if (Of(student, view) is not { Count: > 0 } works || ReplyHandler.NotReached(student, view) is not null)
            return Form(student, data, view);
        var form = FeedbackForm.Read(data, works, view.Voice);
        if (form.Feedback is not { } feedback)
            return Show(student, works, data, form.Fault, view);
        var (turn, key, theirs) = (view.Context.Turn, view.Week.Classroom.Key, view.ToStudent(student));
        var text =
            $"{feedback.Criterion} · {theirs["Feedback.Strength"]}: {feedback.Strength}"
            + $" · {theirs["Feedback.NextStep"]}: {feedback.NextStep}";
        var said = ReplyHandler.IsSent(student, view);
        return new(view.Context.Person, new Replace(ReplyCard.Done(student, said, text, view), said))
        {
            Messages =
            [
                new(
                    view.Week.Classroom.KeyOf(student.Member.ObjectId),
                    new TeacherReplied(turn.NewId(), key, turn.Key, view.Context.Person.Name, text)
                    {
                        IsBeside = true,
                        Feedback = feedback,
                    }
                ),
            ],
        };
    }

    private static IReadOnlyList<Work> Of(StudentWeek student, TeacherView view) =>
        Works.SeenIn(student.Person, view.Week.Classroom.Key);

    /// <summary>Reading what a student wrote leaves a line with the class.</summary>
    private static TurnResult<Person> Show(
        StudentWeek student,
        IReadOnlyList<Work> works,
        CardData data,
        string? wrong,
        TeacherView view
    )
    {
        var chosen = works.FirstOrDefault(work => work.Id == data.Text("work")) ?? (works is [var only] ? only : null);
        var card = FeedbackCard.Form(student, works, chosen, data, wrong, view);
        return new(view.Context.Person, view.Context.Here(card, view.Voice["Teach.Feedback"]))
        {
            Archive =
            [
                TargetsAudit.Entry(
                    student.Member.ObjectId,
                    chosen?.Id ?? TargetsAudit.All,
                    view.Week.Classroom.Key,
                    view.Context.Turn
                ),
            ],
        };
    }
}
