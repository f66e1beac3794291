using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Milestones.Tests.Support;

/// <summary>
/// The smallest bot that the chat window can show: what the fixtures are tested with, apart from the product.
/// </summary>
internal sealed class EchoBot : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _connector = new();

    private EchoBot(WebApplication app)
    {
        _app = app;
        _app.MapPost("/api/messages", Answer);
    }

    public Uri Messages => new($"{_app.Urls.Single()}/api/messages");

    public static async Task<EchoBot> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        var bot = new EchoBot(builder.Build());
        bot._app.Urls.Add("http://127.0.0.1:0");
        await bot._app.StartAsync();
        return bot;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _connector.Dispose();
    }

    private IResult Answer(JsonNode activity, HttpResponse response)
    {
        if (activity["type"]!.GetValue<string>() == "invoke")
        {
            return Results.Json(
                new JsonObject
                {
                    ["statusCode"] = 200,
                    ["type"] = "application/vnd.microsoft.card.adaptive",
                    ["value"] = Card("The card was replaced"),
                }
            );
        }

        if (activity["type"]!.GetValue<string>() != "message")
            return Results.Ok();

        JsonObject reply = activity["value"] is { } value
            ? new()
            {
                ["text"] =
                    $"Submitted {value["name"]}, {value["points"]}, {value["day"]}, {value["area"]}, {value["mood"]}",
            }
            : activity["text"]!.GetValue<string>() switch
            {
                "card" => new()
                {
                    ["attachments"] = new JsonArray(
                        new JsonObject
                        {
                            ["contentType"] = "application/vnd.microsoft.card.adaptive",
                            ["content"] = Card("A form"),
                        }
                    ),
                },
                "suggest" => new()
                {
                    ["text"] = "Pick one",
                    ["suggestedActions"] = Suggestions("Fractions", "Word problems"),
                },
                var text => new() { ["text"] = $"Echo: {text}" },
            };
        reply["type"] = "message";

        // Only after the answer to the request: the window may show what was written below a reply that is faster than
        // it.
        response.OnCompleted(() => SendAsync(activity, reply));
        return Results.Ok();
    }

    private async Task SendAsync(JsonNode activity, JsonObject reply)
    {
        var conversation = Uri.EscapeDataString(activity["conversation"]!["id"]!.GetValue<string>());
        using var sent = await _connector.PostAsJsonAsync(
            new Uri($"{activity["serviceUrl"]}/v3/conversations/{conversation}/activities"),
            reply
        );
        sent.EnsureSuccessStatusCode();
    }

    private static JsonObject Suggestions(params string[] titles) =>
        new()
        {
            ["actions"] = new JsonArray([
                .. titles.Select(title => new JsonObject
                {
                    ["type"] = "imBack",
                    ["title"] = title,
                    ["value"] = title,
                }),
            ]),
        };

    private static JsonNode Card(string title) =>
        JsonNode.Parse(
            $$"""
            {
              "type": "AdaptiveCard", "version": "1.5",
              "body": [
                { "type": "TextBlock", "text": "{{title}}" },
                { "type": "Input.Text", "id": "name", "label": "Your name" },
                { "type": "Input.Number", "id": "points", "label": "Points" },
                { "type": "Input.Date", "id": "day", "label": "Target date" },
                { "type": "Input.ChoiceSet", "id": "area", "label": "Area", "choices": [{ "title": "Math", "value": "math" }, { "title": "Reading", "value": "reading" }] },
                { "type": "Input.ChoiceSet", "id": "mood", "label": "Mood", "style": "expanded", "choices": [{ "title": "Fine", "value": "4" }, { "title": "Great", "value": "5" }] }
              ],
              "actions": [{ "type": "Action.Submit", "title": "Send it" }, { "type": "Action.Execute", "title": "Replace it", "verb": "replace" }]
            }
            """
        )!;
}
