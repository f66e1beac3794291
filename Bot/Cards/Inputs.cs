namespace Milestones.Cards;

internal sealed record TextInput(string Label) : CardElement
{
    public string? Value { get; init; }

    public string? Placeholder { get; init; }

    public bool? IsMultiline { get; init; }

    public bool? IsRequired { get; init; }

    public string? ErrorMessage { get; init; }

    /// <summary>A hint to the client; the rules check again.</summary>
    public int? MaxLength { get; init; }
}

internal sealed record NumberInput(string Label) : CardElement
{
    public double? Value { get; init; }

    public string? Placeholder { get; init; }

    public double? Min { get; init; }

    public double? Max { get; init; }

    public bool? IsRequired { get; init; }

    public string? ErrorMessage { get; init; }
}

/// <summary>Values are ISO days.</summary>
internal sealed record DateInput(string Label) : CardElement
{
    public string? Value { get; init; }

    public string? Min { get; init; }

    public bool? IsRequired { get; init; }

    public string? ErrorMessage { get; init; }
}

/// <summary>Values are <c>HH:mm</c>.</summary>
internal sealed record TimeInput(string Label) : CardElement
{
    public string? Value { get; init; }

    public bool? IsRequired { get; init; }

    public string? ErrorMessage { get; init; }
}

internal sealed record ChoiceInput(string Label, params IReadOnlyList<Choice> Choices) : CardElement
{
    public string? Value { get; init; }

    /// <summary><c>expanded</c> for radio buttons, <c>compact</c> for a list that opens.</summary>
    public string? Style { get; init; }

    public bool? IsMultiSelect { get; init; }

    /// <summary>True where choices are whole sentences: else a client cuts them at the end of the line.</summary>
    public bool? Wrap { get; init; }

    public bool? IsRequired { get; init; }

    public string? ErrorMessage { get; init; }
}

internal sealed record Choice(string Title, string Value);
