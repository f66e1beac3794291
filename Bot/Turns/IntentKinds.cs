using Milestones.Language.Wanted;

namespace Milestones.Turns;

/// <summary>What kinds of wishes there are, for the routes of words.</summary>
internal static class IntentKinds
{
    public static bool IsOfBeginning(Intent intent) =>
        intent
            is Intent.Answer
                or Intent.Goal
                or Intent.SecondGoal
                or Intent.NewGoal
                or Intent.Correction
                or Intent.Explain
                or Intent.Example
                or Intent.Refuse;

    /// <summary>What is done to saved goals, or asked of them.</summary>
    public static bool IsOfSavedGoals(Intent intent) =>
        intent
            is Intent.EditGoal
                or Intent.CloseGoal
                or Intent.DeleteGoal
                or Intent.Progress
                or Intent.Status
                or Intent.MyGoals
                or Intent.Undo;

    /// <summary>What a teacher may want as a person; all the rest would be coaching them.</summary>
    public static bool IsTeachers(Intent intent) =>
        intent
            is Intent.Abilities
                or Intent.Privacy
                or Intent.MyData
                or Intent.Explain
                or Intent.Language
                or Intent.StopMessages
                or Intent.PauseMessages
                or Intent.Undo
                or Intent.Greeting
                or Intent.Thanks;

    /// <summary>What asks something of the coach, and is no part of a goal or a reflection.</summary>
    public static bool IsRequest(Intent intent) =>
        intent
            is Intent.DeleteGoal
                or Intent.CloseGoal
                or Intent.MyData
                or Intent.Undo
                or Intent.StopMessages
                or Intent.PauseMessages
                or Intent.Privacy
                or Intent.Status
                or Intent.MyGoals
                or Intent.Abilities
                or Intent.Language
                or Intent.NewGoal
                or Intent.Explain
                or Intent.Greeting
                or Intent.Thanks;
}
