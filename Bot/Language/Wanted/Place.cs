namespace Milestones.Language.Wanted;

/// <summary>Where in a conversation a sentence was typed: which question is open, if any.</summary>
internal enum Place : byte
{
    NothingOpen,
    GoalSaved,
    DraftShown,
    AskedWhat,
    AskedMeasure,
    AskedBaseline,
    AskedPlan,
    AskedReason,
    AskedObstacle,
    AskedDeadline,
    AskedConfidence,
}

internal static class Places
{
    public static int Count { get; } = Enum.GetValues<Place>().Length;

    /// <summary>Whether a question of the goal in the making is open.</summary>
    public static bool IsAsked(this Place place) => place >= Place.AskedWhat;

    /// <summary>Whether a goal is in the making.</summary>
    public static bool IsMaking(this Place place) => place >= Place.DraftShown;
}
