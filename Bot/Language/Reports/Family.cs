namespace Milestones.Language.Reports;

/// <summary>How the numbers of a goal behave.</summary>
internal enum Family
{
    /// <summary>No number: passed or not, learned or not.</summary>
    None,

    /// <summary>A level in percent; scores x of y are exactly convertible.</summary>
    Percent,

    /// <summary>A level in grade letters, as points.</summary>
    Letter,

    /// <summary>A level on the scale of 0 to 5.</summary>
    Gpa,

    /// <summary>A time in seconds.</summary>
    Seconds,

    /// <summary>A time in minutes.</summary>
    Minutes,

    /// <summary>A level in points of one test or game.</summary>
    Points,

    /// <summary>A level of anything else, such as words a minute.</summary>
    Level,

    /// <summary>Something that adds up: books, absences, times.</summary>
    Count,

    /// <summary>How much in every day or week: what happened in that time is the value.</summary>
    Habit,
}
