using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Teaching;

/// <summary>A teacher answers a student, or says that it is dealt with.</summary>
internal static class ReplyHandler
{
    public static TurnResult<Person> Form(StudentWeek student, TeacherView view) =>
        Unreachable(student, view) ?? Show(student, CardData.Empty, null, view);

    public static TurnResult<Person> Send(StudentWeek student, CardData data, TeacherView view)
    {
        if (Unreachable(student, view) is { } gone)
            return gone;

        var form = ReplyForm.Read(data, ReplyForm.Starters(student, view, view.ToStudent(student)));
        if (form.Text is not { } text)
            return Show(student, data, form, view);

        // Another teacher answered after this form was opened: the one who sends second decides with that in view.
        var (turn, person, key) = (view.Context.Turn, view.Context.Person, view.Week.Classroom.Key);
        var other = SentReplies.OfOthers(student.Person, key, turn.Key)?.Id ?? ReplyForm.SeenNone;
        if (data.Text(ReplyForm.Seen) is { } seen && seen != other)
            return Show(student, data, form with { Fault = "Teach.JustAnswered" }, view);

        var said = IsSent(student, view);
        return new(person, new Replace(ReplyCard.Done(student, said, text, view), said))
        {
            Messages =
            [
                new(
                    KeyOf(student, view),
                    new TeacherReplied(turn.NewId(), key, turn.Key, person.Name, text) { After = other }
                ),
            ],
        };
    }

    /// <summary>That it is on its way, or comes when the student's quiet hours are over.</summary>
    public static string IsSent(StudentWeek student, TeacherView view)
    {
        var zone = LocalTime.Knows(student.Person!.TimeZone)
            ? student.Person.TimeZone
            : view.Week.Classroom.Settings?.Schedule.Zone;
        return view.Voice.Say(
            (student.Person.Quiet ?? QuietHours.Night).Contains(view.Context.Now, zone)
                ? "Teach.SentLater"
                : "Teach.Sent",
            ("name", view.Name(student))
        );
    }

    /// <summary>Who cannot be written to is to be talked to; null where they can.</summary>
    public static TurnResult<Person>? NotReached(StudentWeek student, TeacherView view) =>
        WhyUnreachable(student) is { } why
            ? new(
                view.Context.Person,
                view.Context.Here(
                    ReplyCard.Unreachable(student, Reasons.Of(why, view.Voice), view),
                    view.Voice["Teach.Reply"]
                )
            )
            : null;

    public static TurnResult<Person> Handled(StudentWeek student, TeacherView view)
    {
        var said = view.Voice.Say("Teach.IsHandled", ("name", view.Name(student)));
        return new(view.Context.Person, new Replace(ReplyCard.Done(student, said, null, view), said))
        {
            Messages =
            [
                new(KeyOf(student, view), new ReflectionHandled(view.Week.Classroom.Key, view.Context.Turn.Key)),
            ],
        };
    }

    /// <summary>The student's document found that an answer did not arrive.</summary>
    public static TurnResult<Person> Lost(ReplyLost lost, TurnContext<Person> context)
    {
        var voice = context.Voice;
        return context.Person.Classes.Any(one => one.Class == lost.Class && one.Role == MemberRole.Teacher)
            ? new(
                context.Person,
                new Say(
                    voice.Say(
                        "Teach.LostReply",
                        ("name", lost.StudentName ?? voice["Class.Somebody"]),
                        ("why", Reasons.Of(lost.Why, voice))
                    )
                )
            )
            : new(context.Person);
    }

    /// <summary>The connector's word, or ours, for why this student cannot be written to; null when they can.</summary>
    public static string? WhyUnreachable(StudentWeek student) =>
        student.Person is { Chat: not null } known ? known.Unreachable : student.Member.Unreachable ?? "NoConversation";

    private static TurnResult<Person> Show(StudentWeek student, CardData sent, ReplyForm? wrong, TeacherView view)
    {
        var shared = SharedReflections.Of(student.Person, view.Week.Classroom.Key);
        return new(
            view.Context.Person,
            view.Context.Here(ReplyCard.Form(student, sent, wrong, view), view.Voice["Teach.Reply"])
        )
        {
            Archive = shared is [var last, ..] ? [ReadAudit.Entry(student, [last.Week], view)] : [],
        };
    }

    private static TurnResult<Person>? Unreachable(StudentWeek student, TeacherView view) =>
        NotReached(student, view) is { } gone ? gone
        : Exchange.IsOver(student, view.Week.Classroom.Key, view.Context.Turn.Key, view.Context.Now)
            ? new(view.Context.Person, view.Context.Here(ReplyCard.Enough(student, view), view.Voice["Teach.Reply"]))
        : null;

    private static DocumentKey KeyOf(StudentWeek student, TeacherView view) =>
        view.Week.Classroom.KeyOf(student.Member.ObjectId);
}
