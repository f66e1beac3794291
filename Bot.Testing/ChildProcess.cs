using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Milestones.Testing;

/// <summary>
/// A program under test. It ends with this object, and with the test run itself should that be killed: a shell stands
/// in
/// between, whose standard input closes when the test run is gone.
/// </summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const string Shell = """
        exec 3<&0
        "$@" <&3 3<&- & child=$!
        (/bin/cat <&3; kill -9 $child) >/dev/null 2>&1 & watch=$!
        wait $child; status=$?
        kill $watch
        exit $status
        """;

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private ChildProcess(ProcessStartInfo start)
    {
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Of the shell that stands in between; the program is its first child.</summary>
    public int Id => _process.Id;

    /// <summary>What it has written so far, both streams.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    public static ChildProcess Start(
        string folder,
        IReadOnlyDictionary<string, string> environment,
        params string[] command
    )
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", Shell, "sh", .. command])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new(start);
    }

    /// <summary>A port of the loopback interface that was free a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits until the address answers with success.</summary>
    /// <exception cref="InvalidOperationException">The program ended, or 60 s passed; the message has its
    /// output.</exception>
    public Task ReadyAsync(Uri address) => UntilAsync($"an answer at {address}", () => AnswersAsync(address));

    /// <summary>Waits until it has written this.</summary>
    /// <returns>The rest of that line.</returns>
    /// <param name="patience">A minute unless told.</param>
    public async Task<string> WrittenAsync(string text, TimeSpan? patience = null)
    {
        await UntilAsync(
            $"\"{text}\"",
            () => Task.FromResult(Output.Contains(text, StringComparison.Ordinal)),
            patience
        );
        return Output.Split(text, 2)[1].Split('\n', 2)[0];
    }

    /// <summary>Waits until something it does has happened.</summary>
    /// <param name="what">For the message, should it not.</param>
    public Task ReachedAsync(string what, Func<Task<bool>> happened) => UntilAsync(what, happened);

    /// <summary>kill -9, and all that it started. Returns when it is gone.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>
    /// kill -9 of the program alone, as when the test run itself is killed: what it started has to end by itself.
    /// </summary>
    public async Task AbandonAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
    }

    /// <summary>Waits until nothing answers there any more.</summary>
    public static Task SilentAsync(Uri address) =>
        UntilAsync(async () => !await AnswersAsync(address), () => $"Something still answers at {address}");

    /// <summary>Whether the address answers with success now.</summary>
    public static async Task<bool> AnswersAsync(Uri address)
    {
        try
        {
            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(20) };
            using var response = await client.GetAsync(address);
            return response.IsSuccessStatusCode;
        }
        catch (Exception refused) when (refused is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private Task UntilAsync(string what, Func<Task<bool>> happened, TimeSpan? patience = null) =>
        UntilAsync(
            happened,
            () =>
                $"Waited for {what}. The program has "
                + $"{(_process.HasExited ? "ended" : "not ended")}; its output: {Output}",
            HasEndedAsync,
            patience
        );

    /// <summary>Whether it is over; its last words may come after its end, and are waited for a moment.</summary>
    private async Task<bool> HasEndedAsync()
    {
        if (!_process.HasExited)
            return false;
        await Task.WhenAny(_process.WaitForExitAsync(), Task.Delay(TimeSpan.FromSeconds(5)));
        return true;
    }

    private static async Task UntilAsync(
        Func<Task<bool>> happened,
        Func<string> otherwise,
        Func<Task<bool>>? hopeless = null,
        TimeSpan? patience = null
    )
    {
        var limit = Task.Delay(patience ?? TimeSpan.FromSeconds(60));
        while (!await happened())
        {
            var isOver = limit.IsCompleted || (hopeless is not null && await hopeless());
            // What happened just before the end has happened.
            if (isOver && !await happened())
                throw new InvalidOperationException(otherwise());
            if (isOver)
                return;
            await Task.Delay(50);
        }
    }

    private void Keep(string? line)
    {
        lock (_output)
            _output.AppendLine(line);
    }
}
