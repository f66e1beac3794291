using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Teaching;

/// <summary>
/// A teacher reads what students shared. Whoever reads leaves a line in the class's audit trail, before anything is
/// shown.
/// </summary>
internal static class ReadingHandler
{
    public static TurnResult<Person> First(TeacherView view) =>
        view.Week.Sharing is [var first, ..]
            ? Read(first, 0, view)
            : new(view.Context.Person, new Notice(view.Voice["Teach.NothingShared"]));

    /// <summary>One student: goals, weeks, and what was written.</summary>
    public static TurnResult<Person> OverTime(StudentWeek student, TeacherView view)
    {
        var shared = SharedReflections.Of(student.Person, view.Week.Classroom.Key);
        return new(view.Context.Person, view.Context.Here(StudentCard.Of(student, shared, view), view.Name(student)))
        {
            Archive = shared.Count == 0 ? [] : [ReadAudit.Entry(student, [.. shared.Select(one => one.Week)], view)],
        };
    }

    /// <param name="back">How many shared reflections back from the newest.</param>
    public static TurnResult<Person> Read(StudentWeek student, int back, TeacherView view)
    {
        var shared = SharedReflections.Of(student.Person, view.Week.Classroom.Key);
        if (shared.Count == 0)
        {
            return new(
                view.Context.Person,
                new Notice(view.Voice.Say("Teach.SharedNothing", ("name", view.FirstName(student))))
            );
        }

        back = Math.Clamp(back, 0, shared.Count - 1);
        return new(
            view.Context.Person,
            view.Context.Here(ReadCard.Of(student, shared, back, view), view.Voice["Teach.Read"])
        )
        {
            Archive = [ReadAudit.Entry(student, [shared[back].Week], view)],
        };
    }
}
