using Milestones.Cards;
using Milestones.Conversations;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Reflections;

/// <summary>
/// Looking back: the student's own words and numbers of then and now next to each other, and one question.
/// </summary>
internal static class ReviewHandler
{
    /// <summary>On request.</summary>
    public static TurnResult<Person> Open(TurnContext<Person> context) =>
        Review.Of(context.Person) is { } review
            ? Show(review, context)
            : new(context.Person, new Say(context.Voice["Review.TooEarly"], context.Voice.List("Suggest.Reflect")));

    /// <summary>After the last reflection of a month or a quarter, once.</summary>
    public static TurnResult<Person>? AtTheEnd(Reflection reflection, TurnContext<Person> context)
    {
        if (reflection.Asked.Contains(ReflectionQuestions.Changed, StringComparer.Ordinal))
            return null;
        var schedule = context.Person.Classes.FirstOrDefault(one => one.Class == reflection.Class)?.Schedule;
        var next = schedule is null
            ? reflection.Week.Next
            : schedule.From(reflection.Week.Next.Monday).FirstOrDefault(one => schedule.Closed(one.Date) is null)?.Week;
        return Review.Due(context.Person, reflection, next) is { } review ? Show(review, context) : null;
    }

    private static TurnResult<Person> Show(Review review, TurnContext<Person> context)
    {
        var (person, archive) = Recording.With(
            context.Person,
            review.Now with
            {
                Asked = [.. review.Now.Asked.Union([ReflectionQuestions.Changed], StringComparer.Ordinal)],
            }
        );
        var state = new AskingWhatChanged(review.Now.Class, review.Now.Week);
        return new(
            person with
            {
                Reflecting = state,
            },
            new Show(Card(review, context), context.Voice[$"Review.Title.{review.Span}"]),
            ReflectionDialog.Again(state, context)!
        )
        {
            Archive = archive,
        };
    }

    private static Card Card(Review review, TurnContext<Person> context)
    {
        var title = context.Voice[$"Review.Title.{review.Span}"];
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(title),
                new ColumnSet(
                    Column("Review.Then", review.Then, review, context),
                    Column("Review.Now", review.Now, review, context)
                ),
                .. ReviewGrowth.Of(review, context),
                .. review
                    .Now.Goals.Select(one => context.Person.FindGoal(one.GoalId))
                    .OfType<Goal>()
                    .Take(2)
                    .SelectMany(goal => GoalProgress.Chart(goal, context)),
            ],
            context.Voice.Culture
        );
    }

    private static Column Column(string heading, Reflection reflection, Review review, TurnContext<Person> context)
    {
        var voice = context.Voice;
        var both = reflection.Goals.Where(one =>
            review.Then.Goals.Any(other => other.GoalId == one.GoalId) || reflection == review.Now
        );
        return new(
            "1",
            [
                new TextBlock(voice.Say(heading, ("day", voice.Day(reflection.Week.Monday, context.Today))))
                {
                    Weight = "bolder",
                },
                .. both.Select(goal => new RichTextBlock(
                    new TextRun(goal.Sentence + " "),
                    new TextRun(State(goal, context)) { Weight = "bolder" }
                )),
                .. reflection.Mood is { } mood
                    ? [new TextBlock(voice.List("Reflect.Moods")[mood - 1])]
                    : Array.Empty<CardElement>(),
                .. reflection
                    .Answers.Where(answer => answer.Question != ReflectionQuestions.Changed)
                    .Select(answer => new RichTextBlock(new TextRun($"“{answer.Text}”") { Italic = true })),
            ]
        );
    }

    private static string State(GoalSnapshot goal, TurnContext<Person> context) =>
        goal.Value is { } value
            ? Quantities.Say(value, context.Person.FindGoal(goal.GoalId)?.Measure.Unit, context.Voice)
            : context.Voice[goal.Going is { } going ? $"Reflect.Going.{going}" : $"Status.{goal.Status}"];
}
