using System.Text;
using System.Text.Json;

namespace Milestones.Tests.Cards;

/// <summary>
/// What every card has to keep, whoever made it: readable by a screen reader, on a phone and by older clients; small;
/// and safe.
/// </summary>
internal static class CardLint
{
    /// <summary>Teams takes about 28 KB for a whole message.</summary>
    private const int MostBytes = 25 * 1024;

    private const int MostActions = 6;

    private static readonly HashSet<string> InVersion15 = new(StringComparer.Ordinal)
    {
        "AdaptiveCard",
        // Stands beside the elements, for Teams alone.
        "mention",
        "TextBlock",
        "RichTextBlock",
        "TextRun",
        "Container",
        "ColumnSet",
        "Column",
        "ActionSet",
        "FactSet",
        "Image",
        "ImageSet",
        "Media",
        "Table",
        "Input.Text",
        "Input.Number",
        "Input.Date",
        "Input.Time",
        "Input.Toggle",
        "Input.ChoiceSet",
        "Action.Execute",
        "Action.Submit",
        "Action.OpenUrl",
        "Action.ShowCard",
        "Action.ToggleVisibility",
    };

    /// <param name="students">Words only a student can have typed; they must stand where no client reads
    /// markup.</param>
    /// <returns>What is wrong, one line each; empty for a good card.</returns>
    public static IReadOnlyList<string> Check(JsonElement card, string? students = null)
    {
        var parts = CardOnScreen.Parts(card).ToList();
        var wrong = new List<string>();
        if (Encoding.UTF8.GetByteCount(card.GetRawText()) is > MostBytes and var size)
            wrong.Add($"the card has {size} bytes");
        if (Text(card, "version") != "1.5")
            wrong.Add("the card is not version 1.5");
        foreach (var name in new[] { "lang", "speak", "fallbackText" })
        {
            if (string.IsNullOrWhiteSpace(Text(card, name)))
                wrong.Add($"the card has no {name}");
        }

        foreach (
            var twice in parts
                .Select(part => Text(part, "id"))
                .OfType<string>()
                .GroupBy(id => id, StringComparer.Ordinal)
                .Where(group => group.Count() > 1)
        )
        {
            wrong.Add($"the id {twice.Key} stands twice");
        }

        wrong.AddRange(parts.SelectMany(Part));
        if (students is not null)
            wrong.AddRange(parts.SelectMany(part => Typed(part, students)));
        return wrong;
    }

    private static IEnumerable<string> Part(JsonElement part)
    {
        var type = CardOnScreen.Type(part);
        if (type.Length > 0 && !InVersion15.Contains(type) && !part.TryGetProperty("fallback", out _))
            yield return $"{type} is not in version 1.5 and has no fallback";
        foreach (var member in part.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Null)
                yield return $"{type} has a {member.Name} that is null";
            if (member.Name == "actions" && member.Value.GetArrayLength() is 0 or > MostActions)
                yield return $"{type} has {member.Value.GetArrayLength()} actions";
        }

        if (type == "TextBlock" && (!part.TryGetProperty("wrap", out var wrap) || !wrap.GetBoolean()))
            yield return $"the TextBlock '{Text(part, "text")}' does not wrap";
        if (type is "TextBlock" or "TextRun" && string.IsNullOrEmpty(Text(part, "text")))
            yield return $"a {type} is empty";
        if (type == "Image" && string.IsNullOrWhiteSpace(Text(part, "altText")))
            yield return "an Image has no altText";
        if (type == "ProgressBar" && string.IsNullOrWhiteSpace(Text(part, "tooltip")))
            yield return "a ProgressBar says nothing";
        if (type.StartsWith("Input.", StringComparison.Ordinal))
        {
            if (string.IsNullOrWhiteSpace(Text(part, "id")) || string.IsNullOrWhiteSpace(Text(part, "label")))
                yield return $"an {type} has no id or no label";
            if (
                part.TryGetProperty("isRequired", out var required)
                && required.GetBoolean()
                && string.IsNullOrWhiteSpace(Text(part, "errorMessage"))
            )
            {
                yield return $"the required {Text(part, "id")} has no errorMessage";
            }
        }

        if (type.StartsWith("Action.", StringComparison.Ordinal) && string.IsNullOrWhiteSpace(Text(part, "title")))
            yield return $"an {type} has no title";
        if (
            type == "Action.Execute"
            && (
                !part.TryGetProperty("fallback", out var submit)
                || Text(submit.GetProperty("data"), "verb") != Text(part, "verb")
            )
        )
        {
            yield return $"the button {Text(part, "title")} does nothing in an older client";
        }
    }

    /// <summary>
    /// A student's words are shown letter by letter, sent back as values, or read aloud; never as markup.
    /// </summary>
    private static IEnumerable<string> Typed(JsonElement part, string students) =>
        part.EnumerateObject()
            .Where(member =>
                member.Value.ValueKind == JsonValueKind.String
                && member.Value.GetString()!.Contains(students, StringComparison.OrdinalIgnoreCase)
            )
            .Where(member =>
                (CardOnScreen.Type(part), member.Name)
                    is not (

                        ("TextRun", "text")
                        or
                        ("AdaptiveCard", "speak" or "fallbackText")
                        or
                        (_, "value" or "title")
                    )
            )
            .Select(member => $"a student's words stand in the {member.Name} of a {CardOnScreen.Type(part)}");

    private static string? Text(JsonElement part, string name) =>
        part.ValueKind == JsonValueKind.Object
        && part.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
