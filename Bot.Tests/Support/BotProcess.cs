namespace Milestones.Tests.Support;

/// <summary>
/// The built bot as a process of its own, as <c>dotnet Bot.dll</c>, with a database file of its own. Restarting keeps
/// the file and
/// the port, so a chat that is open goes on.
/// </summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("milestones-bot-");
    private readonly int _port = ChildProcess.FreePort();
    private readonly Dictionary<string, string> _settings;
    private ChildProcess? _running;

    private BotProcess(IEnumerable<KeyValuePair<string, string>> settings)
    {
        _settings = new()
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Urls"] = $"http://127.0.0.1:{_port}",
            ["Store__Sqlite__Path"] = DatabaseFile,
            ["Playground__Enabled"] = "false",
            ["COSMOS_DISABLE_IMDS_ACCESS"] = "true",
            ["TMPDIR"] = _folder.FullName, // what a killed bot leaves behind goes with the folder
        };
        foreach (var (name, value) in settings)
            _settings[name] = value;
    }

    public string DatabaseFile => Path.Combine(_folder.FullName, "milestones.db");

    public Uri Address => new($"http://127.0.0.1:{_port}/");

    /// <summary>Where a chat window sends what people write.</summary>
    public Uri Messages => new(Address, "api/messages");

    /// <summary>The process that runs now.</summary>
    public ChildProcess Running => _running ?? throw new InvalidOperationException("The bot has not been started.");

    /// <summary>Starts the bot and returns when it takes messages.</summary>
    /// <param name="settings">As environment variables, <c>__</c> between the levels.</param>
    public static async Task<BotProcess> StartAsync(params IEnumerable<KeyValuePair<string, string>> settings)
    {
        var bot = new BotProcess(settings);
        try
        {
            await bot.StartAgainAsync();
            return bot;
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }
    }

    /// <summary>kill -9: what was not saved is lost.</summary>
    public Task KillAsync() => Running.KillAsync();

    /// <summary>Starts on the same file and port, and returns when it takes messages.</summary>
    public async Task StartAgainAsync()
    {
        if (_running is not null)
            await _running.DisposeAsync();
        _running = ChildProcess.Start(
            _folder.FullName,
            _settings,
            Programs.Find("dotnet") ?? "dotnet",
            Path.Combine(AppContext.BaseDirectory, "Bot.dll")
        );
        await _running.ReadyAsync(new(Address, "healthz"));
    }

    public async ValueTask DisposeAsync()
    {
        if (_running is not null)
            await _running.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
