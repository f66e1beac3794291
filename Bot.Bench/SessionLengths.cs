using Milestones.Bench.Load;
using Milestones.Conversations;
using Milestones.Language.Wanted;
using Milestones.School;

namespace Milestones.Bench;

/// <summary>
/// How many turns it takes from a first sentence to an accepted goal, when each question gets a clear answer.
/// </summary>
internal static class SessionLengths
{
    /// <summary>To save the draft and to accept the milestones.</summary>
    private const int AfterTheDraft = 2;

    /// <summary>No talk takes so many turns.</summary>
    private const int Endless = 30;

    private static readonly DateTimeOffset Morning = new(2026, 9, 16, 14, 0, 0, TimeSpan.Zero);

    /// <returns>One for each sentence of the file that is a goal, ascending.</returns>
    public static IReadOnlyList<int> Of(string goals) =>
        [.. LinesJson.Read<GoalLine>(goals).Where(line => line.IsGoal).Select(line => Turns(line.Text)).Order()];

    /// <summary>Prints how many questions stand between a first sentence and its draft.</summary>
    public static int Print(string goals)
    {
        var questions = Of(goals).Select(turns => turns - AfterTheDraft - 1).ToList();
        Console.WriteLine(
            $"{questions.Count} first sentences: {questions[0]} to {questions[^1]} questions to the draft, "
                + $"{questions[questions.Count / 2]} in the middle, {questions.Average():0.0} on average; "
                + $"more than five: {questions.Count(one => one > 5)}"
        );
        return 0;
    }

    private static int Turns(string text)
    {
        var turns = 0;
        Person? person = null;
        do
        {
            var said =
                person?.Dialog is AskingFirstWords ? text
                : person?.Dialog is { } open ? Answer(open)
                : person?.Unsure is { } unsure ? Chosen(unsure)
                : person is null ? text
                : "new goal";
            person = Hear(person, said, turns++);
        } while (person.Dialog is not ReviewingDraft && turns < Endless);
        return turns + AfterTheDraft;
    }

    /// <summary>Asked what the sentence was meant as: as a goal.</summary>
    private static string Chosen(Unsure unsure) =>
        unsure.Guesses.Any(guess => guess is Intent.Goal or Intent.Answer or Intent.SecondGoal)
            ? "Make a goal of it"
            : "new goal";

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
