using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Milestones.Bench.Load;

/// <summary>
/// A connector on loopback that takes every message and tells who waits for it. Cheap, so that what is measured is the
/// bot.
/// </summary>
internal sealed class StubConnector : IAsyncDisposable
{
    private readonly WebApplication _app = LoopbackServer.Builder(0).Build();
    private readonly Action<ConnectorMessage> _received;

    private StubConnector(Action<ConnectorMessage> received)
    {
        _received = received;
        _app.Run(AnswerAsync);
    }

    /// <summary>Ends in a slash.</summary>
    public string ServiceUrl { get; private set; } = "";

    /// <param name="received">Told of every message, on the thread that took it.</param>
    public static async Task<StubConnector> StartAsync(Action<ConnectorMessage> received)
    {
        var stub = new StubConnector(received);
        await stub._app.StartAsync();
        stub.ServiceUrl = stub._app.Urls.Single() + "/teams/";
        return stub;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var reader = context.Request.BodyReader;
        while (await reader.ReadAsync() is var read)
        {
            if (read.IsCompleted)
            {
                _received(ConnectorMessage.Read(read.Buffer));
                reader.AdvanceTo(read.Buffer.End);
                break;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }

        context.Response.ContentType = "application/json";
        context.Response.ContentLength = Answer.Length;
        await context.Response.BodyWriter.WriteAsync(Answer);
    }

    private static readonly byte[] Answer = """{"id":"1700000000000"}"""u8.ToArray();
}

/// <summary>What a message to the connector says of itself.</summary>
/// <param name="ReplyToId">The activity it answers.</param>
/// <param name="Words">Its text, or its summary where it is a card.</param>
internal sealed record ConnectorMessage(string ReplyToId, string Words)
{
    public static ConnectorMessage Read(ReadOnlySequence<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var (replyToId, words) = ("", "");
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1)
                continue;
            if (reader.ValueTextEquals("replyToId"u8))
                replyToId = Text(ref reader);
            else if (reader.ValueTextEquals("text"u8) || reader.ValueTextEquals("summary"u8))
                words = Text(ref reader);
        }

        return new(replyToId, words);
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString() ?? "";
    }
}
