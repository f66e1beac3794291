using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Teaching;

/// <summary>What teachers noted and decided when they went through a period's figures together.</summary>
internal static class ReviewHandler
{
    public const string Notes = "notes";
    public const string Decision = "decision";

    /// <summary>What is wrong with what was written, as the key of a text; null where it can be kept.</summary>
    public static string? FaultOf(string? notes, string? decision) =>
        string.IsNullOrWhiteSpace(decision) ? "Review.NoDecision"
        : decision.Length > ReviewNote.LongestDecision || notes?.Length > ReviewNote.LongestNotes ? "Review.TooLong"
        : null;

    /// <summary>Keeps it; the class's document has the last word.</summary>
    public static TurnResult<Person> Keep(CardData data, TeacherView view)
    {
        var turn = view.Context.Turn;
        if (InsightPeriod.Read(data.Text("period")) is not { } period || period.From > view.DayOf(turn.Now))
            return new(view.Context.Person, new Notice(view.Voice["Tap.Gone"]));
        var (notes, decision) = (data.Text(Notes), data.Text(Decision));
        if (FaultOf(notes, decision) is { } fault)
            return new(view.Context.Person, new Notice(view.Voice[fault]));
        return new(view.Context.Person)
        {
            Messages =
            [
                new(
                    view.Week.Classroom.Key,
                    new ReviewKept(
                        new(period.Id, turn.Person.ObjectId, decision!)
                        {
                            Notes = notes,
                            ByName = view.Context.Person.Name,
                            At = turn.Now,
                        }
                    )
                ),
            ],
        };
    }

    public static TurnResult<Classroom> Kept(ReviewKept kept, TurnContext<Classroom> context) =>
        new(
            Teachers.Teaches(context.Classroom, new(context.Classroom.TenantId, kept.Note.By))
                ? context.Classroom with
                {
                    Reviews = ReviewNote.With(context.Classroom.Reviews, kept.Note),
                }
                : context.Classroom
        );
}
