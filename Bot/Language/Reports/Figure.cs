namespace Milestones.Language.Reports;

/// <summary>How a number is written.</summary>
internal enum FigureKind
{
    Plain,
    Percent,

    /// <summary>So many of so many.</summary>
    Score,
    Clock,
    Letter,
}

/// <summary>A number of a report with what stands around it: tokens First up to, not including, End.</summary>
/// <param name="Total">Of how many, for a score; else NaN.</param>
/// <param name="Thing">The unit of what is counted, where a word says it.</param>
/// <param name="CountsOther">A noun follows that names no unit: "60 flashcards", "6 right".</param>
/// <param name="Sign">+1 or -1 where it is by how much something moved, 0 where it is where it stands.</param>
/// <param name="ByMerit">The direction of a move was told as better or worse, faster or slower.</param>
/// <param name="IsOld">How it was before: "up from 68".</param>
/// <param name="IsMore">"2 more", "another": it adds to what was there.</param>
/// <param name="IsArticle">"a book": one, and said in passing.</param>
internal readonly record struct Figure(
    int First,
    int End,
    double Value,
    double Total,
    FigureKind Kind,
    string? Thing,
    bool CountsOther,
    int Sign,
    bool ByMerit,
    bool IsOld,
    bool IsMore,
    bool IsArticle
);
