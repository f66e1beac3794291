using System.Text.Json.Serialization;

namespace Milestones.Cards;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(RichTextBlock), "RichTextBlock")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ColumnSet), "ColumnSet")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(Image), "Image")]
[JsonDerivedType(typeof(ProgressBar), "ProgressBar")]
[JsonDerivedType(typeof(LineChart), "Chart.Line")]
[JsonDerivedType(typeof(TextInput), "Input.Text")]
[JsonDerivedType(typeof(NumberInput), "Input.Number")]
[JsonDerivedType(typeof(DateInput), "Input.Date")]
[JsonDerivedType(typeof(TimeInput), "Input.Time")]
[JsonDerivedType(typeof(ChoiceInput), "Input.ChoiceSet")]
internal abstract record CardElement
{
    public string? Id { get; init; }

    public string? Spacing { get; init; }

    public bool? Separator { get; init; }

    /// <summary>False until a <see cref="ToggleVisibility"/> shows it.</summary>
    public bool? IsVisible { get; init; }

    /// <summary>Shown by clients that do not know this element.</summary>
    public CardElement? Fallback { get; init; }
}

/// <summary>
/// Our own words. Clients read Markdown in it, so what a person typed goes through <see cref="Markdown.Escape"/> or
/// into a <see cref="RichTextBlock"/>.
/// </summary>
internal sealed record TextBlock(string Text) : CardElement
{
    public bool Wrap { get; } = true;

    public string? Size { get; init; }

    public string? Weight { get; init; }

    public string? Color { get; init; }

    public bool? IsSubtle { get; init; }

    /// <summary><c>heading</c> for screen readers.</summary>
    public string? Style { get; init; }

    public string? HorizontalAlignment { get; init; }
}

/// <summary>Text shown letter by letter as it is: the element for what a person typed.</summary>
internal sealed record RichTextBlock(params IReadOnlyList<TextRun> Inlines) : CardElement;

internal sealed record TextRun(string Text)
{
    public string Type { get; } = "TextRun";

    public string? Weight { get; init; }

    public string? Size { get; init; }

    public string? Color { get; init; }

    public bool? Italic { get; init; }

    public bool? IsSubtle { get; init; }
}

internal sealed record Container(params IReadOnlyList<CardElement> Items) : CardElement
{
    /// <summary><c>emphasis</c>, <c>good</c>, <c>attention</c>, <c>warning</c> or <c>accent</c>.</summary>
    public string? Style { get; init; }

    /// <summary>True for a band from edge to edge of the card.</summary>
    public bool? Bleed { get; init; }

    public CardAction? SelectAction { get; init; }
}

/// <param name="AltText">What the picture says, for those who cannot see it.</param>
internal sealed record Image(string Url, string AltText) : CardElement
{
    /// <summary><c>stretch</c> for a picture as wide as the card.</summary>
    public string? Size { get; init; }

    /// <summary>Its own, such as <c>48px</c>.</summary>
    public string? Width { get; init; }
}

internal sealed record ColumnSet(params IReadOnlyList<Column> Columns) : CardElement;

/// <param name="Width"><c>auto</c>, <c>stretch</c>, or a weight.</param>
internal sealed record Column(string Width, params IReadOnlyList<CardElement> Items)
{
    public string Type { get; } = "Column";

    public string? Style { get; init; }

    public string? Spacing { get; init; }

    public string? VerticalContentAlignment { get; init; }

    public CardAction? SelectAction { get; init; }
}

internal sealed record ActionSet(params IReadOnlyList<CardAction> Actions) : CardElement;
