using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Milestones.Bench.Load;

namespace Milestones.Bench.Sending;

/// <summary>
/// A connector on loopback that enforces Teams' limits, takes its time to answer, makes trouble when told to, and
/// remembers every call.
/// </summary>
internal sealed class TeamsConnector : IAsyncDisposable
{
    private static readonly byte[] Created = """{"id":"1700000000000"}"""u8.ToArray();
    private static readonly byte[] Throttled =
        """{"error":{"code":"Throttled","message":"Too many requests"}}"""u8.ToArray();
    private static readonly byte[] ServiceError =
        """{"error":{"code":"ServiceError","message":"Unknown"}}"""u8.ToArray();

    private readonly WebApplication _app = LoopbackServer.Builder(0).Build();
    private readonly TeamsLimits _limits;
    private readonly TimeSpan _latency;
    private readonly Func<Answer> _trouble;
    private readonly Lock _lock = new();
    private readonly List<Call> _calls = [];
    private string _address = "";
    private int _prompts;

    private TeamsConnector(TeamsLimits limits, TimeSpan latency, Func<Answer> trouble)
    {
        (_limits, _latency, _trouble) = (limits, latency, trouble);
        _app.MapPost("/{tenant}/v3/conversations/{conversation}/activities/{activity?}", AnswerAsync);
        _app.MapPut("/{tenant}/v3/conversations/{conversation}/activities/{activity}", AnswerAsync);
    }

    /// <summary>Told of every call as it arrives, on the thread that took it.</summary>
    public Action<Call> Heard { get; set; } = _ => { };

    /// <summary>The calls so far, in the order they arrived.</summary>
    public IReadOnlyList<Call> Calls
    {
        get
        {
            lock (_lock)
                return [.. _calls];
        }
    }

    /// <summary>Prompts that may have arrived so far.</summary>
    public int Prompts => Volatile.Read(ref _prompts);

    /// <param name="trouble">Asked before each answer; <see cref="Answer.Taken"/> makes none.</param>
    public static async Task<TeamsConnector> StartAsync(TeamsLimits limits, TimeSpan latency, Func<Answer> trouble)
    {
        var stub = new TeamsConnector(limits, latency, trouble);
        await stub._app.StartAsync();
        stub._address = stub._app.Urls.Single();
        return stub;
    }

    /// <summary>As Teams has it, with the tenant in it; ends in a slash.</summary>
    public string ServiceUrl(string tenant) => $"{_address}/{tenant}/";

    /// <summary>Forgets the calls.</summary>
    public void Forget()
    {
        lock (_lock)
            _calls.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var call = await TakeAsync(context);
        try
        {
            await Task.Delay(_latency, context.RequestAborted);
            switch (call.Answer)
            {
                case Answer.None:
                    await Task.Delay(Timeout.Infinite, context.RequestAborted);
                    break;
                case Answer.Failed:
                    await WriteAsync(context, StatusCodes.Status500InternalServerError, ServiceError);
                    break;
                case Answer.Taken:
                    await WriteAsync(context, StatusCodes.Status201Created, Created);
                    break;
                default:
                    await WriteAsync(context, StatusCodes.Status429TooManyRequests, Throttled);
                    break;
            }

            call.Answered = !context.RequestAborted.IsCancellationRequested;
        }
        catch (OperationCanceledException)
        {
            // The caller is gone, or gave up.
        }
    }

    private async Task<Call> TakeAsync(HttpContext context)
    {
        var (tenant, conversation) = (Value("tenant"), Uri.UnescapeDataString(Value("conversation")));
        var reader = context.Request.BodyReader;
        var read = await reader.ReadAsync();
        while (!read.IsCompleted)
        {
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await reader.ReadAsync();
        }

        Call call;
        lock (_lock)
        {
            call = Call.Read(Stopwatch.GetTimestamp(), tenant, conversation, read.Buffer);
            call.Answer = _trouble();
            if (_limits.Enter(tenant, conversation) is var (limit, seconds))
            {
                (call.Answer, call.Limit) = (Answer.OverLimit, limit);
                context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            }
            else if (call.Answer == Answer.Refused)
            {
                context.Response.Headers.RetryAfter = "1";
            }

            _calls.Add(call);
            _prompts += call is { Week: not null, MayHaveArrived: true } ? 1 : 0;
        }

        reader.AdvanceTo(read.Buffer.End);
        Heard(call);
        return call;

        string Value(string name) => (string)context.GetRouteValue(name)!;
    }

    private static async Task WriteAsync(HttpContext context, int status, byte[] body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.BodyWriter.WriteAsync(body, context.RequestAborted);
    }
}
