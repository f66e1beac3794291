using Milestones.Language;
using Milestones.Language.Reports;
using Milestones.School;

namespace Milestones.Features.Goals;

/// <summary>
/// A number that was logged a moment ago is put right, in words or by editing the message: it takes the place of the
/// wrong one, and nothing is asked about a step back that was none.
/// </summary>
internal static class ReportCorrections
{
    /// <summary>"Wait, it's 3 not 4" right after 4 was logged. Null where the words correct something else.</summary>
    public static TurnResult<Person>? Said(TurnContext<Person> context)
    {
        if (
            LastOf(context.Person.LastEntry, context) is not { Progress: [.., { Value: { } logged }] } goal
            || Replacement.Of(context.Heard.Text) is not var (now, before)
            || Number(before) != logged
            || Number(now) is not { } right
            || right == logged
        )
        {
            return null;
        }

        return Again(goal, right, adds: false, context);

        double? Number(string words) =>
            StatedNumbersReader
                .Read(words, NumbersAsked.Baseline, goal.Sentence, context.Heard.Language)
                .Baseline?.Value
            ?? AnswerReader.ReadBaseline(words, context.Heard.Language)?.Value;
    }

    /// <summary>
    /// The last report in other words, as an edited message has them. Null where the last thing said was no number of a
    /// goal, or the new words are none.
    /// </summary>
    public static TurnResult<Person>? Edited(TurnContext<Person> context)
    {
        if (LastOf(context.Person.LastSaid?.Entry, context) is not { Progress: [.., { Value: { } logged }] } goal)
            return null;
        var without = Progress.Undo(goal);
        return GoalMatching.ReportOf(without, context.Heard) switch
        {
            Report.Value value when value.Number != logged => Again(goal, value.Number, adds: false, context),
            Report.Change change when (without.Current ?? 0) + change.Delta != logged => Again(
                goal,
                change.Delta,
                adds: true,
                context
            ),
            _ => null,
        };
    }

    /// <summary>The goal whose last entry this is, where that has a number.</summary>
    private static Goal? LastOf(string? entry, TurnContext<Person> context) =>
        entry is null
            ? null
            : context.Person.Goals.FirstOrDefault(goal =>
                goal.Progress is [.., { Value: not null } last] && last.Id == entry
            );

    private static TurnResult<Person> Again(Goal goal, double value, bool adds, TurnContext<Person> context)
    {
        var without = Progress.Undo(goal);
        return ReportHandler.Logged(
            without,
            value,
            adds,
            goal.Progress[^1].On,
            context.Heard.Text,
            context with
            {
                Head = context.Person.WithGoal(without),
            }
        );
    }
}
