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

    private static partial class Log
    {
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
