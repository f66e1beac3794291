using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Teaching;

/// <summary>
/// A teacher has the week's question sent at once. Each student's own document decides when it comes: not at night, not
/// as the second message of a day, not to who wants none. These get it at its usual time.
/// </summary>
internal static class PromptSending
{
    /// <summary>Messages in one turn: more would make the teacher's document too long.</summary>
    public const int AtOnce = 40;

    /// <summary>Who was not asked about the week we are in, and has not reflected on it.</summary>
    public static IReadOnlyList<StudentWeek> Open(TeacherView view)
    {
        var (week, key) = (IsoWeek.Of(view.DayOf(view.Context.Now)), view.Week.Classroom.Key);
        return
        [
            .. view.Week.Students.Where(one =>
                one.Person is { Chat: not null, Unreachable: null } person
                && !person.Reflections.Any(done => done.Class == key && done.Week == week && done.IsReflected)
                && person.Classes.FirstOrDefault(known => known.Class == key)
                    is { Schedule: not null, Cursor: { } cursor }
                && !(cursor.Through >= week)
            ),
        ];
    }

    public static TurnResult<Person> Send(TeacherView view)
    {
        var open = Open(view);
        var some = open.Take(AtOnce).ToList();
        var (key, week) = (view.Week.Classroom.Key, IsoWeek.Of(view.DayOf(view.Context.Now)));
        return new(
            view.Context.Person,
            new Replace(
                PromptCard.Done(some.Count, open.Count - some.Count, view),
                view.Voice.Say("Teach.Prompt.Sent", ("n", some.Count))
            )
        )
        {
            Messages =
            [
                .. some.Select(one => new Addressed(
                    view.Week.Classroom.KeyOf(one.Member.ObjectId),
                    new PromptNow(key, week)
                )),
            ],
        };
    }
}
