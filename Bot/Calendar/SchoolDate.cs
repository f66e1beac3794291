namespace Milestones.Calendar;

/// <summary>A stretch or event of the school year whose days differ from school to school.</summary>
internal enum SchoolOccasion
{
    Break,
    FallBreak,
    ThanksgivingBreak,
    WinterBreak,
    SpringBreak,
    SummerBreak,
    MarkingPeriod,
    Quarter,
    Trimester,
    Semester,
    SchoolYear,
    Midterms,
    Finals,
    StateTests,
    ReportCards,
    Graduation,
    SportSeason,
    Fall,
    Winter,
    Spring,
    Summer,
}

/// <summary>Which side of an occasion is meant: "before finals", "by finals" and "by the end of finals".</summary>
internal enum SchoolEdge
{
    Before,
    Start,
    End,
}

/// <summary>A day named by the school year ("before winter break", "end of the second quarter").</summary>
/// <param name="Number">Which one of the year, from 1; null for the one that runs or comes.</param>
/// <param name="Ahead">How many of them to pass over: 1 for "next semester".</param>
/// <param name="Name">A name of its own in the student's words ("track"); null for most.</param>
internal sealed record SchoolDate(
    SchoolOccasion Occasion,
    SchoolEdge Edge,
    int? Number = null,
    int Ahead = 0,
    string? Name = null
);
