using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Milestones.Tests.Support;

/// <summary>
/// A connector on loopback: remembers every call, answers like Teams (201 with an id), and can be told to fail, wait,
/// throttle or hang up.
/// A condition over the calls is awaited, never polled.
/// </summary>
internal sealed class ConnectorStub : IAsyncDisposable
{
    /// <summary>
    /// For a condition that should hold soon: long enough for a busy machine, and only ever spent by a test that fails.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private readonly List<ConnectorCall> _calls = [];
    private readonly List<Script> _scripts = [];
    private readonly List<Waiter> _waiters = [];
    private int _lastId;

    private ConnectorStub(WebApplication app) => _app = app;

    /// <summary>Ends in a slash.</summary>
    public string ServiceUrl { get; private set; } = "";

    public StubRoster Roster { get; } = new();

    public IReadOnlyList<ConnectorCall> Calls
    {
        get
        {
            lock (_lock)
                return [.. _calls];
        }
    }

    /// <summary>The calls that carry a message, in the order they arrived.</summary>
    public IReadOnlyList<ConnectorCall> Messages => [.. Calls.Where(call => call.IsMessage)];

    public static async Task<ConnectorStub> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        var stub = new ConnectorStub(builder.Build());
        stub.Map(stub._app);
        await stub._app.StartAsync();
        stub.ServiceUrl = stub._app.Urls.Single() + "/teams/";
        return stub;
    }

    /// <summary>The next <paramref name="times"/> calls that fit get this answer. Earlier scripts come first.</summary>
    public ConnectorStub Answer(StubAnswer answer, int times = int.MaxValue, Func<ConnectorCall, bool>? when = null)
    {
        lock (_lock)
            _scripts.Add(new Script(when ?? (_ => true), answer, times));
        return this;
    }

    /// <summary>Back to usual answers.</summary>
    public void Forget()
    {
        lock (_lock)
            _scripts.Clear();
    }

    /// <summary>The calls, as soon as they meet the condition; they may already.</summary>
    /// <exception cref="TimeoutException">They did not within <see cref="Patience"/>; the message lists what
    /// came.</exception>
    public async Task<IReadOnlyList<ConnectorCall>> UntilAsync(Func<IReadOnlyList<ConnectorCall>, bool> condition)
    {
        var waiter = new Waiter(condition);
        lock (_lock)
        {
            _waiters.Add(waiter);
            Tell(waiter);
        }

        try
        {
            return await waiter.Met.Task.WaitAsync(Patience);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException(
                "The connector got only: "
                    + string.Join("; ", Calls.Select(call => $"{call.Route} {call.ConversationId} {call.Text}")),
                e
            );
        }
    }

    /// <summary>The first call that fits, among those already there and those to come.</summary>
    public async Task<ConnectorCall> UntilAsync(Func<ConnectorCall, bool> fits) =>
        (await UntilAsync(calls => calls.Any(fits))).First(fits);

    /// <summary>The first <paramref name="count"/> messages.</summary>
    public async Task<IReadOnlyList<ConnectorCall>> MessagesAsync(int count) =>
        [.. (await UntilAsync(calls => calls.Count(call => call.IsMessage) >= count)).Where(call => call.IsMessage)];

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private void Map(IEndpointRouteBuilder routes)
    {
        var v3 = routes.MapGroup("/teams/v3");
        v3.MapPost("conversations", context => HandleAsync(context, ConnectorRoute.Create));
        v3.MapPost("conversations/{conversation}/activities", context => HandleAsync(context, ConnectorRoute.Send));
        v3.MapPost(
            "conversations/{conversation}/activities/{activity}",
            context => HandleAsync(context, ConnectorRoute.Reply)
        );
        v3.MapPut(
            "conversations/{conversation}/activities/{activity}",
            context => HandleAsync(context, ConnectorRoute.Update)
        );
        v3.MapDelete(
            "conversations/{conversation}/activities/{activity}",
            context => HandleAsync(context, ConnectorRoute.Delete)
        );
        v3.MapGet(
            "conversations/{conversation}/members/{member}",
            context => HandleAsync(context, ConnectorRoute.Member)
        );
        v3.MapGet(
            "conversations/{conversation}/pagedmembers",
            context => HandleAsync(context, ConnectorRoute.PagedMembers)
        );
        v3.MapGet("teams/{conversation}", context => HandleAsync(context, ConnectorRoute.Team));
        v3.MapGet("teams/{conversation}/conversations", context => HandleAsync(context, ConnectorRoute.Channels));
    }

    private async Task HandleAsync(HttpContext context, ConnectorRoute route)
    {
        var call = await RecordAsync(context, route);
        var answer = Scripted(call) ?? new StubAnswer(200, Usual: true);
        if (answer.Until is { } until)
            await until.WaitAsync(context.RequestAborted);
        if (answer.Usual)
        {
            await Roster.AnswerAsync(context, call);
            return;
        }

        if (answer.Status == 0)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer.Status;
        if (answer.RetryAfter is { } retryAfter)
            context.Response.Headers.RetryAfter = retryAfter;
        if (answer.Body is { } body)
            await context.Response.WriteAsync(body);
    }

    private async Task<ConnectorCall> RecordAsync(HttpContext context, ConnectorRoute route)
    {
        var body =
            context.Request.ContentLength > 0
                ? (await JsonDocument.ParseAsync(context.Request.Body)).RootElement
                : default;
        lock (_lock)
        {
            var call = new ConnectorCall(
                _calls.Count + 1,
                route,
                Value("conversation") ?? Roster.ConversationOf(body),
                Value("activity"),
                Value("member"),
                body,
                context.Request.Headers.Authorization,
                context.Request.Path + context.Request.QueryString
            );
            call.AnsweredId = call.IsMessage ? $"{1700000000000 + ++_lastId}" : null;
            _calls.Add(call);
            foreach (var waiter in _waiters.ToList())
                Tell(waiter);
            return call;
        }

        // Routing leaves an escaped slash escaped.
        string? Value(string name) =>
            context.GetRouteValue(name) is string value ? Uri.UnescapeDataString(value) : null;
    }

    private StubAnswer? Scripted(ConnectorCall call)
    {
        lock (_lock)
        {
            if (_scripts.FirstOrDefault(script => script.When(call)) is not { } script)
                return null;
            call.AnsweredId = script.Answer.Usual ? call.AnsweredId : null;
            if (--script.Times == 0)
                _scripts.Remove(script);
            return script.Answer;
        }
    }

    private void Tell(Waiter waiter)
    {
        IReadOnlyList<ConnectorCall> calls = [.. _calls];
        if (waiter.Condition(calls) && waiter.Met.TrySetResult(calls))
            _waiters.Remove(waiter);
    }

    private sealed class Script(Func<ConnectorCall, bool> when, StubAnswer answer, int times)
    {
        public Func<ConnectorCall, bool> When => when;

        public StubAnswer Answer => answer;

        public int Times { get; set; } = times;
    }

    private sealed record Waiter(Func<IReadOnlyList<ConnectorCall>, bool> Condition)
    {
        public TaskCompletionSource<IReadOnlyList<ConnectorCall>> Met { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
