using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Milestones.Conversations;
using Milestones.Localization;

namespace Milestones.Tests.Support;

/// <summary>
/// Somebody in Teams with a chat with the bot, over the wire: activities in, answers from the response and the
/// connector.
/// </summary>
internal sealed class Student(BotFixture bot, string name, int number) : IChat
{
    public const string Tenant = "11111111-1111-1111-1111-111111111111";

    /// <summary>What was committed to be sent here, by the entry's id.</summary>
    private readonly Dictionary<string, JsonElement> _expected = new(StringComparer.Ordinal);
    private readonly string _objectId = string.Create(
        CultureInfo.InvariantCulture,
        $"aaaaaaaa-0000-0000-0000-{number:d12}"
    );
    private int _activities;
    private int _seen;

    public string Name => name;

    public string ObjectId => _objectId;

    public string Account => $"29:{name}";

    public string Conversation => $"a:chat-{name.ToLowerInvariant()}";

    public DocumentKey Key => DocumentKeys.Person(new PersonId(Tenant, _objectId));

    /// <summary>The client's language tag.</summary>
    public string Locale { get; init; } = "en-US";

    public Screen Screen { get; } = new();

    public Task<IReadOnlyList<Shown>> SaysAsync(string text) => AnswersAsync(Message(text), null);

    public Task<IReadOnlyList<Shown>> OpensAsync() =>
        AnswersAsync(Activity("installationUpdate", activity => activity["action"] = "add"), null);

    public Task<IReadOnlyList<Shown>> TapsAsync(string title, IReadOnlyDictionary<string, string>? filled = null) =>
        TapsAsync(title, Screen.With(title), filled);

    /// <summary>Taps a button of a certain card, which may be an old one.</summary>
    public Task<IReadOnlyList<Shown>> TapsAsync(
        string title,
        CardOnScreen card,
        IReadOnlyDictionary<string, string>? filled = null
    ) => AnswersAsync(Tap(card, title, filled), card);

    public async Task LetTimePassAsync(TimeSpan time)
    {
        // What is under way arrives first: else its time limits would run out.
        await bot.NotedAsync(this);
        bot.Clock.Advance(time - BotFixture.NotedAfter);
    }

    /// <summary>A message as Teams sends it, to be posted by the test itself.</summary>
    public JsonObject Message(string text) =>
        Activity(
            "message",
            activity =>
            {
                if (text.Length > 0)
                    activity["text"] = text;
            }
        );

    /// <summary>A tap on an <c>Action.Execute</c>, to be posted by the test itself.</summary>
    public JsonObject Tap(CardOnScreen card, string title, IReadOnlyDictionary<string, string>? filled = null)
    {
        var button =
            card.Find(title)
            ?? throw new InvalidOperationException(
                $"The card has no button {title}, only {string.Join(", ", card.Titles)}."
            );
        return Invoke(
            button.GetProperty("verb").GetString()!,
            JsonSerializer.SerializeToNode(card.Send(button, filled))!,
            card.ActivityId
        );
    }

    public JsonObject Invoke(string verb, JsonNode data, string? cardId = null) =>
        Activity(
            "invoke",
            activity =>
            {
                activity["name"] = "adaptiveCard/action";
                activity["value"] = new JsonObject
                {
                    ["action"] = new JsonObject
                    {
                        ["type"] = "Action.Execute",
                        ["verb"] = verb,
                        ["data"] = data,
                    },
                    ["trigger"] = "manual",
                };
                if (cardId is not null)
                    activity["replyToId"] = cardId;
            }
        );

    public JsonObject Activity(string type, Action<JsonObject> more)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"{name}-{++_activities}"),
            ["channelId"] = "msteams",
            ["serviceUrl"] = bot.Connector.ServiceUrl,
            ["locale"] = Locale,
            ["from"] = new JsonObject
            {
                ["id"] = $"29:{name}",
                ["name"] = $"{name} Rivera",
                ["aadObjectId"] = _objectId,
            },
            ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "Milestones" },
            ["conversation"] = new JsonObject
            {
                ["id"] = Conversation,
                ["conversationType"] = "personal",
                ["tenantId"] = Tenant,
            },
            ["entities"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "clientInfo",
                    ["timezone"] = "America/New_York",
                    ["locale"] = Locale,
                }
            ),
        };
        more(activity);
        return activity;
    }

    public async Task<HttpResponseMessage> PostAsync(JsonNode activity) => await bot.PostAsync(activity.ToJsonString());

    /// <summary>Posts an activity and waits for every message its turn committed to have arrived.</summary>
    public async Task<IReadOnlyList<Shown>> AnswersAsync(JsonNode activity, CardOnScreen? tapped)
    {
        using var response = await PostAsync(activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        List<Shown> shown = [.. await InPlaceAsync(response), .. await ArrivedAsync()];
        Screen.Take(shown, tapped);
        return shown;
    }

    /// <summary>
    /// What has been sent here so far and was not looked at yet, as soon as all that is committed has arrived.
    /// </summary>
    public async Task<IReadOnlyList<Shown>> ArrivedAsync()
    {
        foreach (var entry in (await bot.PersonAsync(this))?.Outbox.Entries ?? [])
        {
            if (entry.ToDocument is null && (entry.To is null || entry.To.ConversationId == Conversation))
                _expected[entry.Id] = JsonElement.Parse(entry.Activity.Utf8.Span);
        }

        // By what they say: others, such as a class, write here too.
        var calls = await bot.Connector.UntilAsync(calls =>
            _expected.Values.All(said =>
                Mine(calls).Count(call => JsonElement.DeepEquals(call.Body, said))
                >= _expected.Values.Count(other => JsonElement.DeepEquals(other, said))
            )
        );
        var arrived = Mine(calls).Skip(_seen).ToList();
        _seen += arrived.Count;
        return [.. arrived.Select(See)];
    }

    public static Shown See(ConnectorCall call) =>
        call.Card is { } card
            ? new(
                call.Activity.GetProperty("summary").GetString(),
                new CardOnScreen(card, call.AnsweredId ?? call.ActivityId),
                InPlace: call.Route == ConnectorRoute.Update
            )
            : new(
                call.Text,
                Suggestions: call.Activity.TryGetProperty("suggestedActions", out var suggested)
                    ?
                    [
                        .. suggested
                            .GetProperty("actions")
                            .EnumerateArray()
                            .Select(action => action.GetProperty("title").GetString()!),
                    ]
                    : []
            );

    /// <summary>Words for a tap whose answer is not in the response to it.</summary>
    private static readonly HashSet<string> Elsewhere =
    [
        .. Voice
            .Languages.Append(Voice.Pseudo)
            .Select(language => new Voice(Voice.CultureFor(language), GradeBand.Grades6To8))
            .SelectMany(voice => new[] { voice["Tap.Below"], voice["Tap.Done"], voice["Tap.Again"] }),
    ];

    private IEnumerable<ConnectorCall> Mine(IEnumerable<ConnectorCall> calls) =>
        calls.Where(call => call.IsMessage && call.ConversationId == Conversation);

    private static async Task<IReadOnlyList<Shown>> InPlaceAsync(HttpResponseMessage response)
    {
        if (response.Content.Headers.ContentLength is null or 0)
            return [];
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(200, body.GetProperty("statusCode").GetInt32());
        var value = body.GetProperty("value");
        return body.GetProperty("type").GetString() switch
        {
            "application/vnd.microsoft.card.adaptive" => [new Shown(null, new CardOnScreen(value), InPlace: true)],
            "application/vnd.microsoft.activity.message" when !Elsewhere.Contains(value.GetString()!) =>
            [
                new Shown(value.GetString(), InPlace: true),
            ],
            _ => [],
        };
    }
}
