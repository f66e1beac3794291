namespace Milestones.Channel.Teams;

/// <summary>
/// Gets a file that somebody sent in the chat, from the school's own OneDrive or SharePoint and from nowhere else: the
/// address is what the message says. It carries its own permission; the bot adds none.
/// </summary>
/// <param name="development">Plain http is for a stub on this machine.</param>
internal sealed partial class FileDownloads(
    HttpClient http,
    BotOptions options,
    bool development,
    ILogger<FileDownloads> logger
)
{
    /// <summary>Teams waits fifteen seconds for the answer to a message.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <param name="most">Bytes; a file that is longer is not read to its end.</param>
    /// <returns>Null where it may not be asked for, does not come, or is too long.</returns>
    public async Task<byte[]?> GetAsync(string url, int most, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !IsAllowed(address))
        {
            Log.NotAllowed(logger);
            return null;
        }

        try
        {
            using var response = await http.GetAsync(
                address,
                HttpCompletionOption.ResponseHeadersRead,
                cancellationToken
            );
            if (!response.IsSuccessStatusCode || response.Content.Headers.ContentLength > most)
            {
                Log.Refused(logger, (int)response.StatusCode);
                return null;
            }

            await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
            using var read = new MemoryStream();
            var buffer = new byte[81_920];
            while (await content.ReadAsync(buffer, cancellationToken) is var count and > 0)
            {
                if (read.Length + count > most)
                    return null;
                read.Write(buffer, 0, count);
            }

            return read.ToArray();
        }
        catch (Exception e)
            when (e is HttpRequestException or IOException
                || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            Log.NoAnswer(logger, e.GetType().Name);
            return null;
        }
    }

    private bool IsAllowed(Uri address) =>
        address.UserInfo.Length == 0
        && ServiceHosts.IsSecure(address, development)
        && (
            (!options.HasAppId && address.IsLoopback)
            || (
                address.IsDefaultPort
                && BotCloud
                    .Of(options)
                    .FileHosts.Any(host => address.IdnHost.EndsWith($".{host}", StringComparison.OrdinalIgnoreCase))
            )
        );

    private static partial class Log
    {
        [LoggerMessage(2401, LogLevel.Warning, "A file in the chat lies where the bot gets none from.")]
        public static partial void NotAllowed(ILogger logger);

        [LoggerMessage(2402, LogLevel.Warning, "A file in the chat did not come: {Status}, or too long.")]
        public static partial void Refused(ILogger logger, int status);

        [LoggerMessage(2403, LogLevel.Warning, "A file in the chat did not come: {Fault}.")]
        public static partial void NoAnswer(ILogger logger, string fault);
    }
}
