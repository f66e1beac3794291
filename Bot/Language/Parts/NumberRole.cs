namespace Milestones.Language.Parts;

/// <summary>What a number in a student's line stands for. The names are those of the labelled lines.</summary>
internal enum NumberRole : byte
{
    /// <summary>Where it stands, as a total.</summary>
    Now,

    /// <summary>So much on top of what was there.</summary>
    Add,

    /// <summary>So much down.</summary>
    Less,

    /// <summary>The number wanted.</summary>
    Target,

    /// <summary>Where it begins.</summary>
    Start,

    /// <summary>Said to be wrong or not meant.</summary>
    Denied,

    /// <summary>Of how many.</summary>
    OutOf,

    /// <summary>How much or how often in a plan.</summary>
    Each,

    /// <summary>How much was worked.</summary>
    Work,

    /// <summary>How sure they are.</summary>
    Sure,

    /// <summary>Part of a day, a time of day or a time till then.</summary>
    Date,

    /// <summary>An earlier value.</summary>
    Past,

    /// <summary>Hoped for or supposed.</summary>
    Hope,

    /// <summary>Still to go.</summary>
    Left,

    /// <summary>Somebody else's, or of something else.</summary>
    Other,
}
