namespace Milestones.Tests.Support;

/// <summary>Microsoft 365 Agents Playground for one test, with the school of <c>Bot/Playground/playground.yml</c>.</summary>
internal sealed class PlaygroundServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("milestones-playground-");
    private ChildProcess? _running;

    private PlaygroundServer(int port) => Address = new($"http://127.0.0.1:{port}/");

    public Uri Address { get; }

    /// <summary>Starts one that sends what people write to <paramref name="messages"/>; the bot must answer there already.</summary>
    public static async Task<PlaygroundServer> StartAsync(Uri messages)
    {
        var cli = await NpmPackages.FileAsync("@microsoft/m365agentsplayground/cli.js");
        var port = ChildProcess.FreePort();
        var server = new PlaygroundServer(port);
        try
        {
            server.Start(cli, port, messages);
            await server._running!.ReadyAsync(new(server.Address, "_debug/ping"));
            return server;
        }
        catch (InvalidOperationException ended)
        {
            var log = server.LogFile is var file && File.Exists(file) ? await File.ReadAllTextAsync(file) : "";
            await server.DisposeAsync();
            throw new InvalidOperationException($"{ended.Message}{Environment.NewLine}{log}", ended);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_running is not null)
            await _running.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private string LogFile => Path.Combine(_folder.FullName, "playground.log");

    private void Start(string cli, int port, Uri messages)
    {
        var beside = Path.Combine(AppContext.BaseDirectory, "Playground");
        var environment = new Dictionary<string, string>
        {
            ["TEAMSAPPTESTER_BROWSER"] = "none",
            ["M365_AGENTS_PLAYGROUND_LOGFILE"] = LogFile,
            ["M365_AGENTS_PLAYGROUND_CONFIG_PATH"] = Path.Combine(beside, "playground.yml"),
        };
        _running = ChildProcess.Start(_folder.FullName, environment,
            "node", "--require", Path.Combine(beside, "tied.cjs"), cli,
            "start", "-p", $"{port}", "-e", messages.ToString(), "-c", "msteams", "--disable-telemetry");
    }
}
