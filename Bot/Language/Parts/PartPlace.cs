namespace Milestones.Language.Parts;

/// <summary>What is open where a line is typed. The names are those of the labelled lines.</summary>
internal enum PartPlace : byte
{
    /// <summary>Nothing is saved and nothing asked.</summary>
    Start,
    AskMeasure,
    AskNow,
    AskTarget,
    AskPlan,
    AskWhen,
    AskWhy,
    AskObstacle,
    AskSure,
    Draft,

    /// <summary>The goal was just saved, and its steps are shown.</summary>
    Steps,

    /// <summary>A goal is saved, and nothing is asked.</summary>
    Rest,

    /// <summary>A number was just logged.</summary>
    Logged,

    /// <summary>A setback was just told, and what could help is asked.</summary>
    Missed,
    AskNumber,

    /// <summary>Asked whether an adult should be told.</summary>
    AskedHeavy,
}

/// <summary>Against what a line is read: the place, and the numbers of the goal as far as they are known.</summary>
/// <param name="From">Where the goal began.</param>
/// <param name="Now">Where it stands.</param>
/// <param name="To">What is wanted.</param>
/// <param name="LowerIsBetter">Null while that is not known.</param>
/// <param name="Words">What the goal is about and counts, in its own words.</param>
/// <param name="Unit">What a saved goal counts, as its measure has it; null while it is in the making.</param>
internal sealed record PartSetting(
    PartPlace Place,
    double? From = null,
    double? Now = null,
    double? To = null,
    bool? LowerIsBetter = null,
    string Words = "",
    string? Unit = null
);
