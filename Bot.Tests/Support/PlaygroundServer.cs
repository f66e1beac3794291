namespace Milestones.Tests.Support;

/// <summary>
/// Microsoft 365 Agents Playground for one test, with the school of <c>Bot/Playground/playground.yml</c>. Each serves
/// one person; several
/// on one bot are several people of the same team.
/// </summary>
internal sealed class PlaygroundServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("milestones-playground-");
    private ChildProcess? _running;

    private PlaygroundServer(int port) => Address = new($"http://127.0.0.1:{port}/");

    public Uri Address { get; }

    /// <summary>
    /// Starts one that sends what people write to <paramref name="messages"/>; the bot must answer there already.
    /// </summary>
    /// <param name="person">Whose window it is, by a name of the school; null for Maya Ortiz.</param>
    public static async Task<PlaygroundServer> StartAsync(Uri messages, string? person)
    {
        var cli = await NpmPackages.FileAsync("@microsoft/m365agentsplayground/cli.js");
        var port = ChildProcess.FreePort();
        var server = new PlaygroundServer(port);
        try
        {
            await File.WriteAllTextAsync(server.SchoolFile, await SchoolAsync(person));
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

    private string SchoolFile => Path.Combine(_folder.FullName, "playground.yml");

    private static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, "Playground", file);

    /// <summary>The school as this person sees it: they are the current user, with a chat of their own.</summary>
    private static async Task<string> SchoolAsync(string? person)
    {
        var school = await File.ReadAllTextAsync(Beside("playground.yml"));
        if (person is null)
            return school;
        var people = school
            .Split('\n')
            .Where(line => line.Contains("aadObjectId", StringComparison.Ordinal))
            .Select(line => line[line.IndexOf('{', StringComparison.Ordinal)..])
            .ToList();
        var (current, other) = (
            people[0],
            people.Single(line => line.Contains($"name: {person},", StringComparison.Ordinal))
        );
        return school
            .Replace(other, "OTHER", StringComparison.Ordinal)
            .Replace(current, other, StringComparison.Ordinal)
            .Replace("OTHER", current, StringComparison.Ordinal)
            .Replace(
                "a:1maya-and-milestones",
                $"a:1{person.Replace(' ', '-')}-and-milestones",
                StringComparison.Ordinal
            );
    }

    private void Start(string cli, int port, Uri messages)
    {
        var environment = new Dictionary<string, string>
        {
            ["TEAMSAPPTESTER_BROWSER"] = "none",
            ["M365_AGENTS_PLAYGROUND_LOGFILE"] = LogFile,
            ["M365_AGENTS_PLAYGROUND_CONFIG_PATH"] = SchoolFile,
        };
        _running = ChildProcess.Start(
            _folder.FullName,
            environment,
            "node",
            "--require",
            Beside("tied.cjs"),
            cli,
            "start",
            "-p",
            $"{port}",
            "-e",
            messages.ToString(),
            "-c",
            "msteams",
            "--disable-telemetry"
        );
    }
}
