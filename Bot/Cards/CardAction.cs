using System.Text.Json;
using System.Text.Json.Serialization;

namespace Milestones.Cards;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Execute), "Action.Execute")]
[JsonDerivedType(typeof(Submit), "Action.Submit")]
[JsonDerivedType(typeof(OpenUrl), "Action.OpenUrl")]
[JsonDerivedType(typeof(ToggleVisibility), "Action.ToggleVisibility")]
internal abstract record CardAction(string Title)
{
    /// <summary><c>positive</c> or <c>destructive</c>: a hint some clients colour.</summary>
    public string? Style { get; init; }

    /// <summary><c>secondary</c> moves an action behind the three dots.</summary>
    public string? Mode { get; init; }

    public string? Tooltip { get; init; }

    public CardAction? Fallback { get; init; }

    /// <summary><c>none</c> lets an action through without checking the card's required inputs.</summary>
    public string? AssociatedInputs { get; init; }
}

/// <summary>
/// A button whose answer can replace the card. Older clients get the same data as a submit, answered by an update of
/// the message.
/// </summary>
internal sealed record Execute : CardAction
{
    public Execute(string title, string verb, params (string Name, string Value)[] data)
        : base(title)
    {
        Verb = verb;
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["verb"] = verb };
        foreach (var (name, value) in data)
        {
            values[name] = value;
        }

        Data = values;
        Fallback = new Submit(title) { Data = values };
    }

    public string Verb { get; }

    /// <summary>Hides the client's own "sent" line: the card's new face is the answer.</summary>
    [JsonPropertyName("msteams")]
    public TeamsHints Teams { get; } = TeamsHints.Quiet;

    public IReadOnlyDictionary<string, string> Data { get; }
}

internal sealed record TeamsHints(FeedbackHint Feedback)
{
    public static TeamsHints Quiet { get; } = new(new FeedbackHint(Hide: true));
}

internal sealed record FeedbackHint(bool Hide);

internal sealed record Submit(string Title) : CardAction(Title)
{
    [JsonConverter(typeof(SubmitData))]
    public required IReadOnlyDictionary<string, string> Data { get; init; }

    /// <summary>A button on a card that many see, which opens a dialog for who taps it alone.</summary>
    public static Submit Dialog(string title, string verb, params IEnumerable<(string Name, string Value)> data) =>
        new(title)
        {
            Data = data.Append(("verb", verb))
                .Append((SubmitData.Teams, "task/fetch"))
                .ToDictionary(one => one.Item1, one => one.Item2, StringComparer.Ordinal),
        };
}

/// <summary>What the client is to do with the data goes into an object of its own; all else is text.</summary>
internal sealed class SubmitData : JsonConverter<IReadOnlyDictionary<string, string>>
{
    public const string Teams = "msteams";

    public override IReadOnlyDictionary<string, string> Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => throw new NotSupportedException("Cards are written and never read.");

    public override void Write(
        Utf8JsonWriter writer,
        IReadOnlyDictionary<string, string> value,
        JsonSerializerOptions options
    )
    {
        writer.WriteStartObject();
        foreach (var (name, text) in value)
        {
            if (name != Teams)
            {
                writer.WriteString(name, text);
                continue;
            }

            writer.WriteStartObject(name);
            writer.WriteString("type", text);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}

internal sealed record OpenUrl(string Title, string Url) : CardAction(Title);

/// <summary>
/// Shows and hides elements without asking the bot. What is typed in hidden inputs is sent all the same.
/// </summary>
internal sealed record ToggleVisibility(string Title, params IReadOnlyList<string> TargetElements) : CardAction(Title);
