namespace Milestones.Testing;

/// <summary>
/// One thing the bot put before a person: words with suggestions, a card, a card in the place of another, or a short
/// notice.
/// </summary>
internal sealed record Shown(
    string? Text,
    CardOnScreen? Card = null,
    IReadOnlyList<string>? Suggestions = null,
    bool InPlace = false
)
{
    /// <summary>As a transcript has it: one line of speech or a card in a frame, the suggestions below.</summary>
    public IEnumerable<string> Lines()
    {
        if (Card is not null)
        {
            return Card.Lines()
                .SelectMany(line => line.Split('\n'))
                .Select(line => $"│ {line}".TrimEnd())
                .Prepend(InPlace ? "(in the card's place)" : "(a card)");
        }

        var words = (Text ?? "").Split('\n').Select(line => line.TrimEnd());
        words = InPlace ? words.Prepend("(a notice)") : words;
        return Suggestions is { Count: > 0 }
            ? words.Append(string.Join(' ', Suggestions.Select(answer => $"[{answer}]")))
            : words;
    }
}

/// <summary>Somebody talking with the bot, by whatever way the words travel.</summary>
internal interface IChat
{
    Task<IReadOnlyList<Shown>> SaysAsync(string text);

    /// <summary>Taps the button with this title on the newest card that has it.</summary>
    /// <param name="filled">What was written into fields, by their ids; the others stay as they are.</param>
    Task<IReadOnlyList<Shown>> TapsAsync(string title, IReadOnlyDictionary<string, string>? filled = null);

    /// <summary>Opens the chat for the first time.</summary>
    Task<IReadOnlyList<Shown>> OpensAsync();

    Task LetTimePassAsync(TimeSpan time);
}
