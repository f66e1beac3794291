using Milestones.Calendar;

namespace Milestones.Language;

/// <summary>What the words of a text say about a day.</summary>
internal enum DateFinding : byte
{
    /// <summary>No day is spoken of.</summary>
    None,

    /// <summary>One day, all of whose words are understood.</summary>
    Day,

    /// <summary>The calendar has no such day ("feb 30").</summary>
    NoSuchDay,

    /// <summary>A time that is over ("two weeks ago").</summary>
    Past,

    /// <summary>A time only a school's calendar dates ("before winter break").</summary>
    School,

    /// <summary>
    /// A time of which something was not understood, which can mean several days or which names none ("in a few
    /// weeks").
    /// </summary>
    Unclear,
}

/// <summary>The day a text speaks of, or why there is none.</summary>
/// <param name="Day">With <see cref="DateFinding.Day"/> alone; it may be over when it was named with its year.</param>
/// <param name="School">With <see cref="DateFinding.School"/> alone.</param>
internal readonly record struct DateReading(DateFinding Finding, DateOnly? Day = null, SchoolDate? School = null);
