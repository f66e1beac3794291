namespace Milestones.School;

/// <summary>
/// A habit worth noticing. None is for being first, best or most: leader boards and badge races lower motivation
/// (Hanus and Fox, 2015).
/// </summary>
internal enum BadgeKind
{
    /// <summary>Looked back on four weeks in a row.</summary>
    WeeksInARow,

    /// <summary>Did three steps of a goal by their days, or reached a planned goal by its day.</summary>
    PlanKept,

    /// <summary>Was further away or stuck, and came back.</summary>
    CameBack,

    /// <summary>Was thanked for help.</summary>
    Helped,

    AskedForHelp,
}

/// <summary>Something a student has earned, once and for good.</summary>
internal sealed record Badge(BadgeKind Kind, DateOnly EarnedOn)
{
    /// <summary>It was told, once.</summary>
    public bool IsTold { get; init; }

    /// <summary>Since when the student lets their class see it; null while it is theirs alone.</summary>
    public DateOnly? ShownOn { get; init; }
}

/// <summary>A badge a student lets their class see, on the card of a week.</summary>
/// <param name="Student">Entra object id.</param>
internal sealed record ShownBadge(string Student, BadgeKind Kind);
