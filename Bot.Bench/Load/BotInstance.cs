namespace Milestones.Bench.Load;

/// <summary>
/// The bot's own program as a process, on a port of its own; a store in the environment's settings wins over the file
/// given here.
/// </summary>
internal sealed class BotInstance(string folder, string database, IReadOnlyDictionary<string, string>? settings = null)
    : IAsyncDisposable
{
    private readonly int _port = ChildProcess.FreePort();
    private ChildProcess? _running;

    public Uri Address => new($"http://127.0.0.1:{_port}/");

    public Uri Messages => new(Address, "api/messages");

    /// <summary>What the present process has written.</summary>
    public string Output => _running?.Output ?? "";

    /// <summary>What the system says of the present process.</summary>
    public ProcessFacts Facts => ProcessFacts.OfChild(_running!.Id);

    /// <summary>Starts the process, and does not wait until it is ready.</summary>
    public void Start()
    {
        var environment = new Dictionary<string, string>(
            settings ?? new Dictionary<string, string>(),
            StringComparer.Ordinal
        )
        {
            // A bot without a registration, which takes messages of this machine
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Urls"] = Address.OriginalString,
            ["Store__Sqlite__Path"] = database,
            ["Playground__Enabled"] = "false",
            ["COSMOS_DISABLE_IMDS_ACCESS"] = "true",
        };
        _running = ChildProcess.Start(folder, environment, "dotnet", Path.Combine(AppContext.BaseDirectory, "Bot.dll"));
    }

    public async Task StartAsync()
    {
        Start();
        await ReadyAsync();
    }

    public Task ReadyAsync() => _running!.ReadyAsync(new(Address, "healthz"));

    /// <summary>kill -9: what was not saved is lost.</summary>
    public async Task KillAsync()
    {
        if (_running is { } running)
            await running.DisposeAsync();
        _running = null;
    }

    public async ValueTask DisposeAsync() => await KillAsync();
}
