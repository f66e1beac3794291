using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Importing;

/// <summary>
/// A student's numbers from the school. They stand beside the goals; for a goal they count once the student has said
/// so,
/// and never over a newer number of the student's own.
/// </summary>
internal static class NumbersHandler
{
    /// <summary>Twice the same import is once.</summary>
    public static TurnResult<Person> Received(ValuesImported imported, TurnContext<Person> context)
    {
        if (context.Person.Imports.Any(one => one.Import == imported.Import))
            return new(context.Person);
        var person = context.Person with
        {
            Imports =
            [
                .. context
                    .Person.Imports.Where(old =>
                        !imported.Values.Any(one => (one.Measure, one.On) == (old.Measure, old.On))
                    )
                    .Concat(imported.Values)
                    .OrderBy(one => one.On)
                    .TakeLast(ImportedValue.Most),
            ],
        };
        return Counted(person, imported.Values, context);
    }

    /// <summary>The numbers go, and with them what they brought to a goal.</summary>
    public static TurnResult<Person> TakenBack(ImportTakenBack back, TurnContext<Person> context) =>
        new(
            context.Person with
            {
                Imports = [.. context.Person.Imports.Where(one => one.Import != back.Import)],
                Goals =
                [
                    .. context.Person.Goals.Select(goal =>
                        goal.Progress.Where(entry =>
                                entry.Id.StartsWith($"{EntryOf(back.Import)}-", StringComparison.Ordinal)
                            )
                            .Aggregate(goal, Progress.Undo)
                    ),
                ],
            }
        );

    /// <summary>
    /// The student says whether a measure counts for a goal of theirs; all there is of it counts at once.
    /// </summary>
    public static TurnResult<Person>? Count(CardData data, TurnContext<Person> context)
    {
        var goal = context.Person.FindGoal(data.Text("goal"));
        if (
            data.Text("measure") is not { } measure
            || !context.Person.Imports.Any(one => one.Measure == measure)
            || (goal is null && data.Text("goal") is not null)
        )
        {
            return null;
        }

        var person = context.Person with
        {
            Bindings =
            [
                .. context.Person.Bindings.Where(one => one.Measure != measure),
                new NumberBinding(measure, goal?.Id),
            ],
        };
        return Counted(person, [.. person.Imports.Where(one => one.Measure == measure)], context);
    }

    /// <summary>
    /// Goals that numbers of this unit may be about: of the same unit, or without one that says another.
    /// </summary>
    public static IEnumerable<Goal> Fitting(Person person, string? unit) =>
        person.Goals.Where(goal =>
            goal.IsActive
            && goal.Measure.Target is not null
            && (
                goal.Measure.Unit == unit
                || (unit is null && goal.Measure.Unit is null or "points" or "score" or "percent")
            )
        );

    private static TurnResult<Person> Counted(
        Person person,
        IReadOnlyList<ImportedValue> values,
        TurnContext<Person> context
    )
    {
        var archive = new List<ArchiveEntry>();
        foreach (var value in values.OrderBy(one => one.On))
        {
            var bound = person.Bindings.FirstOrDefault(one => one.Measure == value.Measure)?.GoalId;
            if (person.FindGoal(bound) is not { IsActive: true } goal || IsOlder(value, goal))
                continue;
            var logged = Progress.Log(
                goal,
                $"{EntryOf(value.Import)}-{value.On:yyMMdd}",
                value.Value,
                adds: false,
                value.On,
                context.Voice.Say("Numbers.From", ("measure", value.Measure)),
                evidence: null
            );
            var (trimmed, left) = Archiving.Trim(logged.Goal);
            archive.AddRange(left);
            person = person.WithGoal(trimmed);
        }

        return new(person) { Archive = archive };
    }

    /// <summary>The student has told a newer number, or this one is there already.</summary>
    private static bool IsOlder(ImportedValue value, Goal goal) =>
        goal.Progress.Any(entry =>
            entry.Value is not null && (entry.On > value.On || entry.Id == $"{EntryOf(value.Import)}-{value.On:yyMMdd}")
        );

    private static string EntryOf(string import) => $"i{import[..Math.Min(10, import.Length)]}";
}
