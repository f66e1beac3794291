using System.Text.Json;
using System.Text.Json.Serialization;
using Milestones.Language.Wanted;

namespace Milestones.Bench.Wanted;

/// <summary>A sentence, where it was typed, and what it wants.</summary>
internal sealed record IntentLine(string Id, string Lang, string Where, string Text, string Intent)
{
    [JsonIgnore]
    public Place Place => WantedLines.Value<Place>(Where);

    [JsonIgnore]
    public Intent Wanted => WantedLines.Value<Intent>(Intent);
}

/// <summary>
/// An answer to a question of the goal in the making; a key of <see cref="Expect"/> that is null must stay empty.
/// </summary>
internal sealed record AnswerLine(
    string Id,
    string Lang,
    string Asked,
    string Goal,
    string Text,
    DateOnly Today,
    Dictionary<string, JsonElement> Expect
)
{
    [JsonIgnore]
    public Place Place => WantedLines.Value<Place>("asked_" + Asked);

    [JsonIgnore]
    public bool Fits => Expect["fits"].GetBoolean();
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(IntentLine))]
[JsonSerializable(typeof(AnswerLine))]
internal sealed partial class WantedLines : JsonSerializerContext
{
    /// <param name="paths">Files parted by commas.</param>
    public static T[] Read<T>(string paths) =>
        [
            .. paths
                .Split(',')
                .SelectMany(File.ReadLines)
                .Where(line => !string.IsNullOrWhiteSpace(line))
                .Select(line => (T)JsonSerializer.Deserialize(line, typeof(T), Default)!),
        ];

    public static T Value<T>(string name)
        where T : struct, Enum => Enum.Parse<T>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}
