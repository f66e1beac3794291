using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Milestones.Language.Concerns;
using Milestones.Language.Opinions;
using Milestones.Language.Wanted;

namespace Milestones.Reading;

/// <summary>The form a model fills in: its fixed schema, what is written above it, and how it is read.</summary>
internal static class Form
{
    public const string Name = "reading";

    /// <summary>Characters: a filled form is far under this.</summary>
    private const int Longest = 4096;

    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static JsonElement Schema { get; } = Build();

    /// <summary>The sentence and what is known around it. Nothing else of a student leaves.</summary>
    public static string Question(OpinionAsked asked) =>
        new JsonObject
        {
            ["place"] = Names.Of(asked.Place),
            ["goal"] = asked.GoalSent,
            ["goal_counts"] = asked.Goal?.Unit,
            ["goal_target"] = asked.Goal?.Target,
            ["goal_now"] = asked.Goal?.Current,
            ["today"] = asked.Today.ToString("yyyy-MM-dd, dddd", CultureInfo.InvariantCulture),
            ["sentence"] = asked.Sent,
        }.ToJsonString(Plain);

    /// <exception cref="JsonException">It is no filled form.</exception>
    public static OpinionAnswer Read(string text) =>
        text.Length > Longest
            ? throw new JsonException("The answer is longer than any filled form.")
            : JsonSerializer.Deserialize(text, FormJson.Default.OpinionAnswer)
                ?? throw new JsonException("The answer is null.");

    private static JsonElement Build()
    {
        var fields = new JsonObject
        {
            ["intent"] = OneOf(Names.All<Intent>()),
            ["fits"] = Nullable("boolean"),
            ["misfit"] = OneOf(Names.All<Misfit>()),
            ["target"] = Nullable("number"),
            ["baseline"] = Nullable("number"),
            ["unit"] = Nullable("string"),
            ["day_words"] = Nullable("string"),
            ["day"] = Nullable("string"),
            ["plan_words"] = Nullable("string"),
            ["reason_words"] = Nullable("string"),
            ["corrects"] = OneOf(Names.All<GoalPart>()),
            ["report"] = OneOf(Names.All<ReportKind>()),
            ["number"] = Nullable("number"),
            ["concern"] = OneOf(Names.All<Concern>()),
        };
        return JsonSerializer.SerializeToElement(
            new JsonObject
            {
                ["type"] = "object",
                ["required"] = new JsonArray([.. fields.Select(field => (JsonNode)field.Key)]),
                ["additionalProperties"] = false,
                ["properties"] = fields,
            }
        );
    }

    private static JsonObject Nullable(string type) => new() { ["type"] = new JsonArray(type, "null") };

    private static JsonObject OneOf(IEnumerable<string> names) =>
        new()
        {
            ["type"] = new JsonArray("string", "null"),
            ["enum"] = new JsonArray([.. names.Select(name => (JsonNode)name), null]),
        };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, MaxDepth = 4)]
[JsonSerializable(typeof(OpinionAnswer))]
internal sealed partial class FormJson : JsonSerializerContext;
