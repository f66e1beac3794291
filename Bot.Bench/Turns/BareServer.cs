using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Milestones.Channel.Teams;
using Milestones.Conversations;
using Milestones.Storage;
using Milestones.Storage.Sqlite;

namespace Milestones.Bench.Turns;

/// <summary>
/// The least a durable bot could do for a message: parse the activity, read one document, write one of 2 KB, post one
/// reply. An ASP.NET Core
/// application with its defaults and the bot's log levels; no checks, no rules, nothing kept for a crash after the
/// write.
/// </summary>
internal sealed class BareServer(Func<Document, Task<WriteResult>> readAndWrite) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false });
    private readonly byte[] _document = JsonSerializer.SerializeToUtf8Bytes(new { text = new string('x', 2048 - 11) });

    /// <summary>On the bot's own store: many writes share a commit.</summary>
    public static async Task<int> OnTheStoreAsync(int port, string database)
    {
        using var store = new SqliteDocumentStore(
            database,
            TimeProvider.System,
            NullLogger<SqliteDocumentStore>.Instance
        );
        return await RunAsync(
            port,
            async document =>
                await store.GetAsync(document.Key, CancellationToken.None) is { } stored
                    ? await store.ReplaceAsync(document, stored.ETag, CancellationToken.None)
                    : await store.CreateAsync(document, CancellationToken.None)
        );
    }

    /// <summary>On a connection like the store's, with a commit for each write.</summary>
    public static async Task<int> OnOneConnectionAsync(int port, string database)
    {
        using var connection = new OneConnection(database);
        return await RunAsync(port, connection.ReadAndWriteAsync);
    }

    public void Dispose() => _http.Dispose();

    private static async Task<int> RunAsync(int port, Func<Document, Task<WriteResult>> readAndWrite)
    {
        using var server = new BareServer(readAndWrite);
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Development" }
        );
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, port));
        var app = builder.Build();
        app.MapPost("/api/messages", (RequestDelegate)server.TakeAsync);
        app.MapGet("/healthz", () => Results.Ok());
        Counters.Map(app);
        await app.RunAsync();
        return 0;
    }

    private async Task TakeAsync(HttpContext context)
    {
        var activity = (await JsonSerializer.DeserializeAsync(context.Request.Body, WireJson.Default.Activity))!;
        var written = await readAndWrite(
            new Document(new DocumentKey(activity.From!.AadObjectId!, "head"), "person", _document)
        );
        if (!written.Written)
            throw new InvalidOperationException("A conversation writes one message after the other.");

        using var reply = new ByteArrayContent(
            Encoding.UTF8.GetBytes(
                $$"""{"type":"message","replyToId":"{{activity.Id}}","text":"You said: {{activity.Text}}"}"""
            )
        );
        reply.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        using var answer = await _http.PostAsync(
            $"{activity.ServiceUrl}v3/conversations/{Uri.EscapeDataString(activity.Conversation!.Id!)}/activities",
            reply
        );
        answer.EnsureSuccessStatusCode();
    }
}
