namespace Milestones.Conversations;

/// <summary>How both stores keep a moment: whole milliseconds since 1970, UTC.</summary>
internal static class UnixMilliseconds
{
    /// <summary>Rounded up, so that nothing wakes or expires before the moment it was given.</summary>
    public static long From(DateTimeOffset moment)
    {
        var floor = moment.ToUnixTimeMilliseconds();
        return moment.UtcTicks % TimeSpan.TicksPerMillisecond == 0 ? floor : floor + 1;
    }

    /// <summary>
    /// Rounded down, for the present: what is due at a later part of this millisecond is not due yet.
    /// </summary>
    public static long Now(DateTimeOffset now) => now.ToUnixTimeMilliseconds();
}
