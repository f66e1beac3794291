using System.Text.Json;
using Milestones.Cards;

namespace Milestones.Testing;

/// <summary>A card as a person has it before them: words to read, fields to fill, buttons to tap.</summary>
internal sealed class CardOnScreen(JsonElement card, string? activityId = null)
{
    /// <summary>The message that shows it, where it came as one.</summary>
    public string? ActivityId => activityId;

    public JsonElement Json => card;

    public static CardOnScreen Of(Card card) => new(CardJson.ToElement(card));

    /// <summary>The card's buttons in reading order.</summary>
    public IReadOnlyList<JsonElement> Buttons =>
        [.. Parts(card).Where(part => Type(part).StartsWith("Action.", StringComparison.Ordinal))];

    public IReadOnlyList<string> Titles => [.. Buttons.Select(button => button.GetProperty("title").GetString()!)];

    /// <summary>The fields by their ids, with what stands in them.</summary>
    public IReadOnlyDictionary<string, string> Fields =>
        Parts(card)
            .Where(part => Type(part).StartsWith("Input.", StringComparison.Ordinal))
            .ToDictionary(
                part => part.GetProperty("id").GetString()!,
                part => Text(part, "value") ?? "",
                StringComparer.Ordinal
            );

    /// <summary>The button with this title; <c>Details #2</c> is the second one of several.</summary>
    public JsonElement? Find(string title)
    {
        var (name, number) = title.Split(" #") is [var before, var n]
            ? (before, int.Parse(n, System.Globalization.CultureInfo.InvariantCulture))
            : (title, 1);
        var found = Buttons.Where(button => button.GetProperty("title").GetString() == name).ToList();
        return found.Count >= number ? found[number - 1] : null;
    }

    /// <summary>
    /// What a client sends for a tap: the button's own data and every field, as it stands or as it was filled in.
    /// </summary>
    public Dictionary<string, object?> Send(JsonElement button, IReadOnlyDictionary<string, string>? filled = null)
    {
        var sent = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (button.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object)
        {
            foreach (var own in data.EnumerateObject())
                sent[own.Name] = own.Value;
        }

        foreach (var (id, value) in Fields)
            sent[id] = filled?.GetValueOrDefault(id) ?? value;
        if (filled?.Keys.Except(Fields.Keys).FirstOrDefault() is { } unknown)
        {
            throw new InvalidOperationException(
                $"The card has no field {unknown}, only {string.Join(", ", Fields.Keys)}."
            );
        }

        return sent;
    }

    /// <summary>The card as lines of text, as one would read it aloud.</summary>
    public IEnumerable<string> Lines() =>
        card.GetProperty("body").EnumerateArray().Concat(List(card, "actions")).SelectMany(Lines);

    /// <summary>
    /// The object itself and every element, column and action in it; fallbacks are what other clients see and are left
    /// out.
    /// </summary>
    public static IEnumerable<JsonElement> Parts(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .Where(member => member.Name is not ("fallback" or "data"))
                .SelectMany(member => Parts(member.Value))
                .Prepend(element),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Parts),
            _ => [],
        };

    public static string Type(JsonElement part) => Text(part, "type") ?? "";

    private static IEnumerable<string> Lines(JsonElement part) =>
        Type(part) switch
        {
            "TextBlock" => [Text(part, "text")!],
            "RichTextBlock" => [string.Concat(List(part, "inlines").Select(run => Text(run, "text")))],
            "Container" => List(part, "items").SelectMany(Lines),
            "ColumnSet" =>
            [
                string.Join(
                    ' ',
                    List(part, "columns").Select(column => string.Join(" · ", List(column, "items").SelectMany(Lines)))
                ),
            ],
            "ActionSet" => [string.Join(' ', List(part, "actions").SelectMany(Lines))],
            "ProgressBar" => [$"▬ {Text(part, "tooltip")}"],
            "Image" => [$"▣ {Text(part, "altText")}"],
            "Input.ChoiceSet" =>
            [
                $"▢ {Text(part, "label")}: {Text(part, "value")} ("
                    + $"{string.Join(" | ", List(part, "choices").Select(choice => Text(choice, "title")))})",
            ],
            var input when input.StartsWith("Input.", StringComparison.Ordinal) =>
            [
                $"▢ {Text(part, "label")}: {Text(part, "value")}".TrimEnd(),
            ],
            var action when action.StartsWith("Action.", StringComparison.Ordinal) => [$"[{Text(part, "title")}]"],
            var other => [$"({other})"],
        };

    private static JsonElement.ArrayEnumerator List(JsonElement part, string name) =>
        part.TryGetProperty(name, out var list) ? list.EnumerateArray() : default;

    private static string? Text(JsonElement part, string name) =>
        part.ValueKind == JsonValueKind.Object && part.TryGetProperty(name, out var value)
            ? value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : value.GetRawText()
            : null;
}
