using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;

namespace Milestones.Bench.Load;

/// <summary>
/// What a stretch of conversations took. Latency is from sending a message until its first reply has arrived.
/// </summary>
internal sealed record Stretch(int Turns, TimeSpan Elapsed, IReadOnlyList<TimeSpan> Latencies);

/// <summary>
/// Students who talk to a server at once, each through a whole dialog: the next message is sent when the one before was
/// acknowledged
/// and its reply has arrived.
/// </summary>
internal sealed class Crowd : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, TaskCompletionSource> _awaited = new(StringComparer.Ordinal);
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false });
    private StubConnector? _connector;
    private int _students;

    public static async Task<Crowd> StartAsync()
    {
        var crowd = new Crowd();
        crowd._connector = await StubConnector.StartAsync(crowd.Hear);
        return crowd;
    }

    /// <summary>New students, so many of them, of whom so many talk at once.</summary>
    public async Task<Stretch> RunAsync(Uri messages, int students, int atOnce)
    {
        var since = Stopwatch.GetTimestamp();
        var (first, taken) = (_students, -1);
        _students += students;
        var latencies = await Task.WhenAll(
            Enumerable
                .Range(0, atOnce)
                .Select(async _ =>
                {
                    var taking = new List<TimeSpan>();
                    for (
                        var next = Interlocked.Increment(ref taken);
                        next < students;
                        next = Interlocked.Increment(ref taken)
                    )
                    {
                        var student = new ScriptedStudent(first + next);
                        for (var turn = 0; turn < ScriptedStudent.Dialog.Count; turn++)
                            taking.Add(await SayAsync(messages, student, turn));
                    }

                    return taking;
                })
        );
        return new(
            students * ScriptedStudent.Dialog.Count,
            Stopwatch.GetElapsedTime(since),
            [.. latencies.SelectMany(taking => taking)]
        );
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_connector is not null)
            await _connector.DisposeAsync();
    }

    private async Task<TimeSpan> SayAsync(Uri messages, ScriptedStudent student, int turn)
    {
        var id = student.ActivityId(turn);
        var replied = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _awaited[id] = replied;
        using var content = new ByteArrayContent(
            student.Says(turn, ScriptedStudent.Dialog[turn], _connector!.ServiceUrl)
        );
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");

        var since = Stopwatch.GetTimestamp();
        using var response = await _http.PostAsync(messages, content);
        response.EnsureSuccessStatusCode();
        await replied.Task.WaitAsync(Patience);
        return Stopwatch.GetElapsedTime(since);
    }

    private void Hear(ConnectorMessage message)
    {
        if (_awaited.TryRemove(message.ReplyToId, out var replied))
            replied.SetResult();
    }
}
