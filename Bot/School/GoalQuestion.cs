namespace Milestones.School;

/// <summary>
/// One question about saved goals that waits for words or a tap. It is over with the next message: who does not answer
/// it has gone on to something else.
/// </summary>
/// <param name="Kind">What was asked.</param>
/// <param name="GoalId">The goal it is about; null while that is what was asked.</param>
/// <param name="Text">The words that led to it.</param>
internal sealed record GoalQuestion(GoalAsked Kind, string? GoalId, string Text)
{
    /// <summary>The goals among which one is to be chosen, in the order shown.</summary>
    public IReadOnlyList<string> Among { get; init; } = [];

    /// <summary>The number that could not be placed.</summary>
    public double? Number { get; init; }

    /// <summary>The day the words speak of.</summary>
    public DateOnly On { get; init; }
}

internal enum GoalAsked
{
    /// <summary>Which goal a report is about.</summary>
    WhichReport,
    WhichDelete,
    WhichClose,
    WhichEdit,

    /// <summary>A score without its total.</summary>
    OutOfHowMany,

    /// <summary>Whether the number is this goal's.</summary>
    IsItThis,

    /// <summary>The number in the goal's own unit.</summary>
    HowMuch,

    /// <summary>Whether the whole goal is reached.</summary>
    IsItReached,

    /// <summary>After a step back: the same plan or a change.</summary>
    SamePlan,

    /// <summary>After weeks on one spot: a smaller step or none.</summary>
    BreakDown,

    /// <summary>After a setback.</summary>
    Hardest,

    /// <summary>After that: what makes the next one easier.</summary>
    NextTry,

    /// <summary>Pause, smaller or close.</summary>
    GaveUp,
    Delete,

    /// <summary>What of the goal is to change.</summary>
    EditWhat,

    /// <summary>What will be done each week from now on.</summary>
    NewPlan,

    /// <summary>Whether a number that is reached already shall be the goal.</summary>
    NewTarget,
}
