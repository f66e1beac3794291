using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Milestones.Bench.Load;
using Milestones.Storage;
using Milestones.Storage.Sqlite;
using Milestones.Teams;

namespace Milestones.Bench.Turns;

/// <summary>
/// The least a durable bot could do for a message: parse the activity, read one document, write one of 2 KB through the same group-commit
/// store, post one reply. No checks, no rules, nothing kept for a crash after the write.
/// </summary>
internal sealed class BareServer(SqliteDocumentStore store) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false });
    private readonly byte[] _document = JsonSerializer.SerializeToUtf8Bytes(new { text = new string('x', 2048 - 11) });

    public static async Task<int> RunAsync(int port, string database)
    {
        using var store = new SqliteDocumentStore(database, TimeProvider.System, NullLogger<SqliteDocumentStore>.Instance);
        using var server = new BareServer(store);
        var app = LoopbackServer.Builder(port).Build();
        app.MapPost("/api/messages", (RequestDelegate)server.TakeAsync);
        app.MapGet("/healthz", () => Results.Ok());
        Counters.Map(app);
        await app.RunAsync();
        return 0;
    }

    public void Dispose() => _http.Dispose();

    private async Task TakeAsync(HttpContext context)
    {
        var activity = (await JsonSerializer.DeserializeAsync(context.Request.Body, WireJson.Default.Activity))!;
        var document = new Document(new DocumentKey(activity.From!.AadObjectId!, "head"), "person", _document);
        var written = await store.GetAsync(document.Key, CancellationToken.None) is { } stored
            ? await store.ReplaceAsync(document, stored.ETag, CancellationToken.None)
            : await store.CreateAsync(document, CancellationToken.None);
        if (!written.Written)
            throw new InvalidOperationException("A conversation writes one message after the other.");

        using var reply = new ByteArrayContent(Encoding.UTF8.GetBytes($$"""{"type":"message","replyToId":"{{activity.Id}}","text":"You said: {{activity.Text}}"}"""));
        reply.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        using var answer = await _http.PostAsync($"{activity.ServiceUrl}v3/conversations/{Uri.EscapeDataString(activity.Conversation!.Id!)}/activities", reply);
        answer.EnsureSuccessStatusCode();
    }
}
