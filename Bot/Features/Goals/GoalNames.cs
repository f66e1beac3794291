using System.Globalization;
using Milestones.Language;
using Milestones.Language.Reports;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Goals;

/// <summary>Goals by a short name, and the one a student chose by it.</summary>
internal static class GoalNames
{
    private const int BriefLength = 60;

    public static string Brief(Goal goal) => GoalCards.InBrief(goal.Sentence, BriefLength);

    /// <summary>A goal whose number is a score: "didn't study" is an answer there.</summary>
    public static bool IsScored(Goal goal) =>
        goal.Measure.Unit is "percent" or "points" or "letter_grade" or "gpa" or "score"
        || OutOf.TotalOf(goal.Measure.Unit) is not null;

    public static bool IsWhich(GoalAsked kind) =>
        kind is GoalAsked.WhichReport or GoalAsked.WhichDelete or GoalAsked.WhichClose or GoalAsked.WhichEdit;

    /// <summary>
    /// By its tap, its place in the list, or a word of its own ("the math one"); null where it is none.
    /// </summary>
    public static Goal? Chosen(GoalQuestion question, TurnContext<Person> context)
    {
        var goals = question.Among.Select(context.Person.FindGoal).OfType<Goal>().ToList();
        var said = context.Heard.Text.Trim();
        if (goals.Find(goal => Brief(goal).Equals(said, StringComparison.OrdinalIgnoreCase)) is { } tapped)
            return tapped;
        if (said.Length > BriefLength)
            return null;
        var place = context.Voice.List("Said.Places").ToList().FindIndex(words => IsPlace(words, said));
        if (int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            place = number - 1;
        if (place >= 0 && place < goals.Count)
            return goals[place];
        return GoalMatching.ByName(said, goals) is [var named] ? named : null;
    }

    private static bool IsPlace(string words, string said) =>
        $" {Folding.Fold(said)} ".Contains($" {words} ", StringComparison.Ordinal);
}
