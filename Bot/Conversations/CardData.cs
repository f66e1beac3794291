using System.Globalization;

namespace Milestones.Conversations;

/// <summary>
/// What came back from a card: its own data merged with what was typed or chosen. Untrusted; every reading may fail.
/// </summary>
/// <param name="deeper">Texts in lists and objects, which no card of ours sends: nobody's field, and words all the
/// same.</param>
internal sealed class CardData(IReadOnlyDictionary<string, string> values, IReadOnlyList<string>? deeper = null)
{
    /// <summary>
    /// The longest field any card has, all ids of a large class, in characters (UTF-16); longer is answered and not
    /// read. Forms have shorter limits of their own, with a word beside the field.
    /// </summary>
    public const int LongestField = 12_000;

    private const int Half = LongestField / 2;

    /// <summary>Days a school can mean: whatever a client sends, no year of no calendar is counted with.</summary>
    private static readonly (DateOnly From, DateOnly To) Days = (new(2000, 1, 1), new(2100, 1, 1));

    /// <summary>Beyond it a number is none: no goal of a student has such.</summary>
    public const double LargestNumber = 1e9;

    /// <summary>The field that says how long a button's one-time token counts: once, or once in each week.</summary>
    public const string Per = "per";

    public const string Week = "week";

    public static CardData Empty { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>The trimmed text of a field, or null when it is missing or blank.</summary>
    public string? Text(string name) =>
        values.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>An ISO day, as date inputs send it; null when it is missing or none.</summary>
    public DateOnly? Day(string name) =>
        DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day >= Days.From
        && day < Days.To
            ? day
            : null;

    /// <summary>A number of this world; clients send numbers as text, some with a comma.</summary>
    public double? Number(string name) =>
        double.TryParse(Text(name)?.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && Math.Abs(number) <= LargestNumber
            ? number
            : null;

    /// <summary>
    /// Every text that was sent: what was typed cannot be told from what the card carried, but an id of ours is no
    /// words, whatever its letters look like.
    /// </summary>
    public IEnumerable<string> Typed =>
        values.Values.Where(value => !IsMade(value)).SelectMany(Ends).Concat(deeper ?? []);

    /// <summary>
    /// Of what no form of ours can send, both ends: nobody types so much, and reading takes its time.
    /// </summary>
    private static IEnumerable<string> Ends(string value) =>
        value.Length <= LongestField ? [value] : [value[..Half], value[^Half..]];

    /// <summary>Whether a field holds more than any form asks for.</summary>
    public bool IsTooLong => values.Values.Any(value => value.Length > LongestField);

    /// <summary>Made as <see cref="Turn.NewId"/> makes it: twelve digits to the base of sixteen.</summary>
    private static bool IsMade(string value) => value.Length == 12 && value.All(char.IsAsciiHexDigitLower);

    public bool Has(string name) => values.ContainsKey(name);
}
