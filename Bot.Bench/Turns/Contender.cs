using System.Globalization;
using Milestones.Bench.Load;

namespace Milestones.Bench.Turns;

/// <summary>One of the servers, in a process of its own, and what its rounds have shown so far.</summary>
internal sealed class Contender : IAsyncDisposable
{
    private readonly ChildProcess _process;
    private readonly HttpClient _http = new();
    private readonly List<TimeSpan> _latencies = [];
    private TimeSpan _elapsed;
    private long _allocated;
    private TimeSpan _processor;

    private Contender(ChildProcess process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public Uri Messages => new(Address, "api/messages");

    public int Turns { get; private set; }

    /// <summary>A second, of each round.</summary>
    public List<double> Rates { get; } = [];

    /// <summary>The working set after each round, in bytes.</summary>
    public List<long> Memory { get; } = [];

    /// <summary>As the last round left them.</summary>
    public Counters? Counters { get; private set; }

    public double Rate => Turns / _elapsed.TotalSeconds;

    public double AllocatedPerTurn => (double)_allocated / Turns;

    public double ProcessorMicrosecondsPerTurn => _processor.TotalMicroseconds / Turns;

    /// <param name="command">The bench's own command that runs the server.</param>
    public static async Task<Contender> StartAsync(string command, string folder)
    {
        var port = ChildProcess.FreePort();
        var address = new Uri($"http://127.0.0.1:{port}/");
        var process = ChildProcess.Start(
            folder,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["COSMOS_DISABLE_IMDS_ACCESS"] = "true" },
            "dotnet",
            typeof(Contender).Assembly.Location,
            command,
            "--port",
            port.ToString(CultureInfo.InvariantCulture),
            "--database",
            Path.Combine(folder, $"{command}.db")
        );
        await process.ReadyAsync(new(address, "healthz"));
        return new(process, address);
    }

    public async Task RunAsync(Crowd crowd, int students, int atOnce)
    {
        var before = await Counters.OfAsync(_http, Address);
        var stretch = await crowd.RunAsync(Messages, students, atOnce);
        Counters = await Counters.OfAsync(_http, Address);
        Memory.Add(Counters.WorkingSet);
        _allocated += Counters.Allocated - before.Allocated;
        _processor += Counters.ProcessorTime - before.ProcessorTime;
        _elapsed += stretch.Elapsed;
        _latencies.AddRange(stretch.Latencies);
        Turns += stretch.Turns;
        Rates.Add(stretch.Turns / stretch.Elapsed.TotalSeconds);
    }

    /// <summary>In milliseconds; <paramref name="share"/> of the turns were answered within it.</summary>
    public double Latency(double share) =>
        _latencies.Order().ElementAt((int)(share * (_latencies.Count - 1))).TotalMilliseconds;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _process.DisposeAsync();
    }
}
