namespace Milestones.Host;

/// <summary>
/// <c>is-ready</c>: asks the bot that runs beside it, as a container engine does where there is no shell.
/// </summary>
internal static class ReadyCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    /// <returns>0 when it is ready, 1 when not; null when the arguments name another command or none.</returns>
    public static async Task<int?> RunAsync(
        string[] args,
        IConfiguration configuration,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        if (args is not ["is-ready", ..])
            return null;
        try
        {
            using var http = new HttpClient { Timeout = Patience };
            using var answer = await http.GetAsync(Address(configuration["Urls"]), cancellationToken);
            await output.WriteLineAsync(await answer.Content.ReadAsStringAsync(cancellationToken));
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
        {
            await output.WriteLineAsync($"No answer: {fault.Message}");
            return 1;
        }
    }

    /// <summary>Where it listens, on this machine: whatever the name, the port counts.</summary>
    private static Uri Address(string? urls)
    {
        var first = BindingAddress.Parse(urls?.Split(';')[0] ?? "http://localhost:3978");
        return new UriBuilder(first.Scheme, "localhost", first.Port, "/readyz").Uri;
    }
}
