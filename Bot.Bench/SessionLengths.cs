using Milestones.Bench.Load;
using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Bench;

/// <summary>
/// How many turns it takes from a first sentence to an accepted goal, when each question gets a clear answer.
/// </summary>
internal static class SessionLengths
{
    /// <summary>To save the draft and to accept the milestones.</summary>
    private const int AfterTheDraft = 2;

    private static readonly DateTimeOffset Morning = new(2026, 9, 16, 14, 0, 0, TimeSpan.Zero);

    /// <returns>One for each sentence of the file that is a goal, ascending.</returns>
    public static IReadOnlyList<int> Of(string goals) =>
        [.. LinesJson.Read<GoalLine>(goals).Where(line => line.IsGoal).Select(line => Turns(line.Text)).Order()];

    private static int Turns(string text)
    {
        var turns = 0;
        Person? person = null;
        do
        {
            person = Hear(person, person?.Dialog is { } open ? Answer(open) : text, turns++);
        } while (person.Dialog is not ReviewingDraft);
        return turns + AfterTheDraft;
    }

    private static Person Hear(Person? person, string text, int number)
    {
        var id = new PersonId(ScriptedStudent.Tenant, "student");
        var turn = new Turn(
            $"chat|{number}",
            DocumentKeys.Person(id),
            id,
            "Sam",
            null,
            new Said(text),
            Morning.AddSeconds(30 * number),
            "en-US",
            "America/New_York",
            Guid.NewGuid()
        );
        return Rules.Kinds.Person.Rules(person ?? Rules.Kinds.Person.Begin(turn), turn, OtherDocuments.None).Head;
    }

    private static string Answer(GoalDialogState open) =>
        open switch
        {
            AskingWhat => "fractions",
            AskingMeasure => "at least 80 on the next 3 quizzes",
            AskingBaseline => "55",
            AskingPlan => "tutoring on tuesdays and ixl on sundays",
            AskingPlanDay => "tuesdays",
            AskingSchoolDay => "december 18",
            AskingObstacle => "if sunday is busy i do it monday",
            AskingReason => "because i want to be ready for algebra",
            AskingDeadline => "in 6 weeks",
            AskingConfidence => "7",
            AskingDirection => "skip",
            _ => throw new InvalidOperationException($"No answer is written down for {open.GetType().Name}."),
        };
}
