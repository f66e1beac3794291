namespace Milestones.Language.Reports;

/// <summary>What a sentence reports about one goal. Every number stands in the sentence or follows from it and the
/// goal.</summary>
/// <param name="On">The day it speaks of; today unless said otherwise.</param>
internal abstract record Report(DateOnly On)
{
    /// <summary>Where the goal stands now, in the goal's own unit.</summary>
    internal sealed record Value(double Number, DateOnly On) : Report(On);

    /// <summary>What is to be added to a goal that counts; 0 is "none this week" where fewer is better.</summary>
    internal sealed record Change(double Delta, DateOnly On) : Report(On);

    /// <summary>The goal or its step is reached, told without a number.</summary>
    internal sealed record Done(DateOnly On) : Report(On);

    /// <summary>It went wrong, or nothing was done, and there is no number to log.</summary>
    internal sealed record Setback(DateOnly On) : Report(On);

    /// <summary>It cannot be placed without a question.</summary>
    /// <param name="Number">The number that cannot be placed; null where there is none.</param>
    internal sealed record Ask(Doubt Why, double? Number, DateOnly On) : Report(On);

    /// <summary>Work that is not the goal's measure: noted as work, without a number.</summary>
    internal sealed record Effort(DateOnly On) : Report(On);

    /// <summary>Nothing about this goal: a question, a request, talk, somebody else's result, a prediction.</summary>
    internal sealed record None(DateOnly On) : Report(On)
    {
        /// <summary>It tells of somebody else.</summary>
        public bool IsOfOthers { get; init; }
    }
}

/// <summary>What must be asked before a report can be placed.</summary>
internal enum Doubt
{
    /// <summary>It sounds like progress but says neither what nor how much.</summary>
    HowMuch,

    /// <summary>A score without its total: "got a 4".</summary>
    OutOfWhat,

    /// <summary>A letter where the goal counts percent or points.</summary>
    LetterForNumber,

    /// <summary>Percent or points where the goal is a letter or an average of letters.</summary>
    NumberForLetter,

    /// <summary>A score of another class, section or thing.</summary>
    OtherScore,

    /// <summary>Better or worse by so much, and nobody knows than what.</summary>
    ThanWhat,

    /// <summary>A bare "did it" on a goal with a number.</summary>
    ReachedOrDone,
}
