using System.Text.Json;

namespace Milestones.Channel.Teams;

/// <summary>
/// The announced keys, kept and renewed. A renewal that fails leaves the last good ones in use.
/// </summary>
/// <remarks>
/// IdentityModel's <c>ConfigurationManager</c> renews behind the request, so that the first activity under a new key
/// would be refused;
/// it asks again at every request while it has nothing; and its clock cannot be moved in a test.
/// </remarks>
internal sealed partial class SigningKeys(
    HttpClient http,
    Uri metadata,
    Func<Uri, bool> isAllowed,
    TimeProvider time,
    ILogger<SigningKeys> logger
)
{
    /// <summary>The Bot Framework asks for at least once a day.</summary>
    public static readonly TimeSpan RenewAfter = TimeSpan.FromHours(12);

    /// <summary>
    /// However many tokens come with keys nobody knows, the metadata address is asked once in this time.
    /// </summary>
    public static readonly TimeSpan AskAgainAfter = TimeSpan.FromMinutes(5);

    /// <summary>The same for a bot that has no keys yet and so answers nobody.</summary>
    public static readonly TimeSpan FirstAskAgainAfter = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private volatile ChannelKeys? _keys;
    private Task? _download;
    private DateTimeOffset _renewAt = DateTimeOffset.MinValue;
    private DateTimeOffset _unknownKeyAt = DateTimeOffset.MinValue;

    /// <summary>The keys in use; null when none could be had yet.</summary>
    public async ValueTask<ChannelKeys?> GetAsync(CancellationToken cancellationToken)
    {
        var keys = _keys;
        var download = Renew(unknownKey: false);
        if (keys is not null)
            return keys;
        await download.WaitAsync(cancellationToken);
        return _keys;
    }

    /// <summary>
    /// The keys after a renewal for the sake of a key that is not among them; those in use when it is too soon for one.
    /// </summary>
    public async ValueTask<ChannelKeys?> GetNewerAsync(CancellationToken cancellationToken)
    {
        await Renew(unknownKey: true).WaitAsync(cancellationToken);
        return _keys;
    }

    private Task Renew(bool unknownKey)
    {
        lock (_lock)
        {
            if (_download is { IsCompleted: false } running)
                return running;
            var now = time.GetUtcNow();
            if (now < (unknownKey ? _unknownKeyAt : _renewAt))
                return Task.CompletedTask;
            if (unknownKey)
                _unknownKeyAt = now + AskAgainAfter;
            return _download = DownloadAsync(now);
        }
    }

    private async Task DownloadAsync(DateTimeOffset now)
    {
        // Leaves the lock at once: the first part of the download runs in the caller otherwise.
        await Task.Yield();
        try
        {
            _keys = await ChannelKeys.DownloadAsync(http, metadata, isAllowed, CancellationToken.None);
            Ended(now + RenewAfter);
        }
        catch (Exception e)
            when (e
                    is HttpRequestException
                        or OperationCanceledException
                        or JsonException
                        or InvalidDataException
                        or ArgumentException
            )
        {
            Log.NotRenewed(logger, e);
            Ended(now + (_keys is null ? FirstAskAgainAfter : AskAgainAfter));
        }
    }

    private void Ended(DateTimeOffset renewAt)
    {
        lock (_lock)
            _renewAt = renewAt;
    }

    private static partial class Log
    {
        [LoggerMessage(2201, LogLevel.Warning, "Signing keys could not be renewed.")]
        public static partial void NotRenewed(ILogger logger, Exception exception);
    }
}
