using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Teaching;

/// <summary>
/// A month or a quarter of a class in numbers, and the one question back: what the teacher will teach again.
/// </summary>
internal static class InsightHandler
{
    public static TurnResult<Person> Show(CardData data, TeacherView view)
    {
        var today = Today(view);
        return Show(
            InsightPeriod.Read(data.Text("period")) ?? InsightPeriod.Latest(today, data.Text("span") == "quarter"),
            view.Week.Classroom.Reteach,
            view
        );
    }

    /// <summary>Keeps the answer; the class's document has the last word.</summary>
    public static TurnResult<Person> Keep(CardData data, TeacherView view)
    {
        var (voice, turn, classroom) = (view.Voice, view.Context.Turn, view.Week.Classroom);
        if (InsightPeriod.Read(data.Text("period")) is not { } period || period.From > Today(view))
            return new(view.Context.Person, new Notice(voice["Tap.Gone"]));
        if (data.Text("reteach") is not { } words)
            return new(view.Context.Person, new Notice(voice["Insight.NoWords"]));
        if (words.Length > ReteachNote.MaxLength)
        {
            return new(view.Context.Person, new Notice(voice.Say("Insight.TooLong", ("n", ReteachNote.MaxLength))));
        }

        var note = new ReteachNote(period.Id, turn.Person.ObjectId, words)
        {
            ByName = view.Context.Person.Name,
            At = turn.Now,
        };
        return Show(period, ReteachNote.With(classroom.Reteach, note), view) with
        {
            Messages = [new(classroom.Key, new ReteachNoted(note))],
        };
    }

    public static TurnResult<Classroom> Noted(ReteachNoted noted, TurnContext<Classroom> context) =>
        new(
            Teachers.Teaches(context.Classroom, new(context.Classroom.TenantId, noted.Note.By))
                ? context.Classroom with
                {
                    Reteach = ReteachNote.With(context.Classroom.Reteach, noted.Note),
                }
                : context.Classroom
        );

    /// <summary>The figures of a period, from the students as this turn has read them.</summary>
    public static Insight Of(InsightPeriod period, TeacherView view) =>
        Insight.Of(
            view.Week.Classroom,
            view.Week.Students.Select(one => one.Person).OfType<Person>(),
            period,
            Today(view)
        );

    private static TurnResult<Person> Show(InsightPeriod period, IReadOnlyList<ReteachNote> notes, TeacherView view) =>
        new(
            view.Context.Person,
            view.Context.Here(InsightCard.Of(Of(period, view), notes, view), InsightCard.Title(period, view))
        );

    private static DateOnly Today(TeacherView view) => view.DayOf(view.Context.Now);
}
