using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;

namespace Milestones.Bench.Sending;

/// <summary>One message of a student who talks.</summary>
/// <param name="At">When it was sent, by <see cref="Stopwatch"/>.</param>
/// <param name="Acknowledged">After how long the bot had taken it.</param>
/// <param name="Replied">After how long its first reply reached the connector.</param>
internal sealed record Talk(long At, TimeSpan Acknowledged, TimeSpan Replied);

/// <summary>
/// Students who talk to the bot while it is busy with others, at the pace of people, one in each of the busy tenants.
/// </summary>
internal sealed class Talkers(Uri messages, TeamsConnector connector, int tenants) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, TaskCompletionSource<long>> _awaited = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Talk> _talks = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false });
    private readonly CancellationTokenSource _stopping = new();
    private int _students = 1_000_000;

    public IReadOnlyCollection<Talk> Talks => _talks;

    public Task Ended { get; private set; } = Task.CompletedTask;

    public void Start()
    {
        connector.Heard = call =>
        {
            if (_awaited.TryRemove(call.ReplyToId, out var replied))
                replied.TrySetResult(call.At);
        };
        Ended = Task.WhenAll(Enumerable.Range(0, tenants).Select(n => TalkAsync(School.TenantOf(n))));
    }

    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await Ended;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _http.Dispose();
        _stopping.Dispose();
    }

    private async Task TalkAsync(string tenant)
    {
        try
        {
            while (true)
            {
                var student = new ScriptedStudent(Interlocked.Increment(ref _students)) { InTenant = tenant };
                for (var turn = 0; turn < ScriptedStudent.Dialog.Count; turn++)
                {
                    await Task.Delay(Random.Shared.Next(1500, 3500), _stopping.Token);
                    _talks.Enqueue(await SayAsync(student, turn));
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Enough.
        }
    }

    private async Task<Talk> SayAsync(ScriptedStudent student, int turn)
    {
        var replied = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        _awaited[student.ActivityId(turn)] = replied;
        using var content = new ByteArrayContent(
            student.Says(turn, ScriptedStudent.Dialog[turn], connector.ServiceUrl(student.InTenant))
        );
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");

        var at = Stopwatch.GetTimestamp();
        using var response = await _http.PostAsync(messages, content);
        var acknowledged = Stopwatch.GetElapsedTime(at);
        response.EnsureSuccessStatusCode();
        return new(at, acknowledged, Stopwatch.GetElapsedTime(at, await replied.Task.WaitAsync(Patience)));
    }
}
