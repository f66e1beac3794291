namespace Milestones.Calendar;

/// <summary>How a week ended for a streak.</summary>
internal enum WeekEnd
{
    Reflected,

    /// <summary>Prompted, and no reflection by the next prompt.</summary>
    Missed,

    /// <summary>Holiday, pause, or a prompt that was never sent: it neither counts nor breaks.</summary>
    NotAsked,
}

/// <summary>
/// Weeks reflected in a row. A reflection counts at once; a week is missed only when the next prompt closes it.
/// </summary>
/// <param name="Through">The last week taken in: each counts once, and none twice.</param>
internal sealed record Streak(int Weeks, int Longest, IsoWeek? Through)
{
    public static Streak None { get; } = new(0, 0, null);

    public Streak With(IsoWeek week, WeekEnd end)
    {
        if (week <= Through)
            return this;
        var weeks = end switch
        {
            WeekEnd.Reflected => Weeks + 1,
            WeekEnd.Missed => 0,
            _ => Weeks,
        };
        return new Streak(weeks, Math.Max(weeks, Longest), week);
    }
}
