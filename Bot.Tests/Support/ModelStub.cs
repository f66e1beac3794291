using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Milestones.Tests.Support;

/// <summary>
/// A language model on loopback, as far as the bot asks one: the chat endpoint of OpenAI. What it answers is scripted;
/// it may lie, keep one waiting, and fail.
/// </summary>
internal sealed class ModelStub : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<JsonElement> _asked = new();
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ModelStub()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.MapPost("/v1/chat/completions", (RequestDelegate)AnswerAsync);
    }

    /// <summary>What it makes of a question: the filled form, as JSON or anything else.</summary>
    public Func<JsonElement, string> Answers { get; set; } = _ => "{}";

    /// <summary>The whole body in place of an answer; null while it behaves.</summary>
    public string? Body { get; set; }

    public int Status { get; set; } = 200;

    /// <summary>Whether it answers nobody until it is released or given up.</summary>
    public bool Waits { get; set; }

    public Uri Endpoint => new(new Uri(_app.Urls.Single()), "/v1/");

    /// <summary>The questions it got: what was written for it to read, in their order.</summary>
    public IReadOnlyList<JsonElement> Asked => [.. _asked];

    /// <summary>The whole bodies of the requests.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public string[] Settings => [$"--Reading:Model:Endpoint={Endpoint}", "--Reading:Model:Name=stub"];

    /// <summary>Ends when a question is there.</summary>
    public Task ArrivedAsync() => _arrived.Task.WaitAsync(ConnectorStub.Patience);

    public static async Task<ModelStub> StartAsync()
    {
        var stub = new ModelStub();
        await stub._app.StartAsync();
        return stub;
    }

    /// <summary>It fills the form with these fields and leaves all others empty.</summary>
    public void Says(object form) => Answers = _ => JsonSerializer.Serialize(form);

    public async ValueTask DisposeAsync()
    {
        _released.TrySetResult();
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var request = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        Requests.Enqueue(request!.ToJsonString());
        var question = JsonDocument.Parse(Written(request["messages"]!.AsArray()[^1]!["content"]!)).RootElement;
        _asked.Enqueue(question);
        _arrived.TrySetResult();
        if (Waits)
        {
            await _released
                .Task.WaitAsync(context.RequestAborted)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        context.Response.StatusCode = Status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(Body ?? Completion(Answers(question)));
    }

    /// <summary>A message's content is a text, or a list with one.</summary>
    private static string Written(JsonNode content) =>
        content is JsonArray parts ? parts[0]!["text"]!.GetValue<string>() : content.GetValue<string>();

    private static string Completion(string text) =>
        new JsonObject
        {
            ["id"] = "chatcmpl-1",
            ["object"] = "chat.completion",
            ["created"] = 1_790_000_000,
            ["model"] = "stub",
            ["choices"] = new JsonArray(
                new JsonObject
                {
                    ["index"] = 0,
                    ["finish_reason"] = "stop",
                    ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = text },
                }
            ),
            ["usage"] = new JsonObject
            {
                ["prompt_tokens"] = 1,
                ["completion_tokens"] = 1,
                ["total_tokens"] = 2,
            },
        }.ToJsonString();
}
