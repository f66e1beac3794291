using System.Globalization;

namespace Milestones.Conversations;

/// <summary>
/// What came back from a card: its own data merged with what was typed or chosen. Untrusted; every reading may fail.
/// </summary>
internal sealed class CardData(IReadOnlyDictionary<string, string> values)
{
    public static CardData Empty { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>The trimmed text of a field, or null when it is missing or blank.</summary>
    public string? Text(string name) =>
        values.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>An ISO day, as date inputs send it; null when it is missing or none.</summary>
    public DateOnly? Day(string name) =>
        DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    /// <summary>A finite number; clients send numbers as text, some with a comma.</summary>
    public double? Number(string name) =>
        double.TryParse(Text(name)?.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : null;

    /// <summary>
    /// Every text that was sent: what was typed cannot be told from what the card carried, but an id of ours is no
    /// words, whatever its letters look like.
    /// </summary>
    public IEnumerable<string> Typed => values.Values.Where(value => !IsMade(value));

    /// <summary>Made as <see cref="Turn.NewId"/> makes it: twelve digits to the base of sixteen.</summary>
    private static bool IsMade(string value) => value.Length == 12 && value.All(char.IsAsciiHexDigitLower);

    public bool Has(string name) => values.ContainsKey(name);
}
