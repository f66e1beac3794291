using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Milestones.Bench.Load;

namespace Milestones.Bench.Celebrating;

/// <summary>
/// A connector whose channels have their cards for good: what it took stands there, whether or not the caller lived to
/// hear so.
/// </summary>
internal sealed class ChannelStub : IAsyncDisposable
{
    private readonly WebApplication _app = LoopbackServer.Builder(0).Build();
    private readonly Func<TimeSpan> _latency;
    private readonly Lock _lock = new();
    private readonly List<(string Post, string Id)> _cards = [];
    private readonly Dictionary<string, string> _buttons = new(StringComparer.Ordinal);
    private int _messages;

    private ChannelStub(Func<TimeSpan> latency)
    {
        _latency = latency;
        _app.Run(AnswerAsync);
    }

    /// <summary>Ends in a slash.</summary>
    public string ServiceUrl { get; private set; } = "";

    /// <param name="latency">Asked for each call: half of it passes before the card stands there, half after.</param>
    public static async Task<ChannelStub> StartAsync(Func<TimeSpan> latency)
    {
        var stub = new ChannelStub(latency);
        await stub._app.StartAsync();
        stub.ServiceUrl = stub._app.Urls.Single() + "/teams/";
        return stub;
    }

    /// <summary>The activities that show this post, with what stands on the button of each.</summary>
    public IReadOnlyList<(string Id, string Button)> Standing(string post)
    {
        lock (_lock)
            return [.. _cards.Where(card => card.Post == post).Select(card => (card.Id, _buttons[card.Id]))];
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var pause = _latency() / 2;
        await Task.Delay(pause);
        var id = Take(context.Request, body.RootElement);
        await Task.Delay(pause);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync($$"""{"id":"{{id}}"}""");
    }

    private string Take(HttpRequest request, JsonElement message)
    {
        var cheer = CardOnScreen
            .Parts(message)
            .FirstOrDefault(part =>
                part.TryGetProperty("verb", out var verb) && verb.GetString() == Views.CelebrationVerbs.Cheer
            );
        lock (_lock)
        {
            var changed = request.Path.Value!.Split('/')[^1];
            var id =
                request.Method == HttpMethods.Put
                    ? changed
                    : (1_700_000_000_000 + ++_messages).ToString(CultureInfo.InvariantCulture);
            if (cheer.ValueKind != JsonValueKind.Object)
                return id;
            if (request.Method == HttpMethods.Post)
                _cards.Add((cheer.GetProperty("data").GetProperty("post").GetString()!, id));
            _buttons[id] = cheer.GetProperty("title").GetString()!;
            return id;
        }
    }
}
