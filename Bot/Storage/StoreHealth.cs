namespace Milestones.Storage;

/// <summary>
/// Says once when one side of the store (saving, reading) stops working, and once when it works again.
/// </summary>
internal sealed partial class StoreHealth(string side, ILogger logger)
{
    private string? _trouble;

    public void Failed(StoreUnavailableException fault)
    {
        if (Interlocked.Exchange(ref _trouble, fault.Message) != fault.Message)
            Log.Down(logger, side, fault.Message, fault.InnerException);
    }

    public void Worked()
    {
        if (Volatile.Read(ref _trouble) is not null && Interlocked.Exchange(ref _trouble, null) is not null)
            Log.Back(logger, side);
    }

    /// <summary>Commits that were acknowledged are not in the file any more.</summary>
    public void Lost(int commits, string path) => Log.Lost(logger, commits, path);

    private static partial class Log
    {
        [LoggerMessage(
            3,
            LogLevel.Critical,
            "{Commits} commits that were acknowledged are missing from {Path}: its -wal file lost its end, or an older "
                + "file was put in place. The bot goes on with what is there. Restore the last backup if it has more."
        )]
        public static partial void Lost(ILogger logger, int commits, string path);

        [LoggerMessage(
            1,
            LogLevel.Error,
            "The store is not {Side}: {Advice} Nothing is acknowledged until this is gone."
        )]
        public static partial void Down(ILogger logger, string side, string advice, Exception? fault);

        [LoggerMessage(2, LogLevel.Information, "The store is {Side} again.")]
        public static partial void Back(ILogger logger, string side);
    }
}
