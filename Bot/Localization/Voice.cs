using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using System.Text;
using Milestones.Language;
using Milestones.Language.Packs;

namespace Milestones.Localization;

/// <summary>
/// How the bot speaks to one person: language and grade band. All text a person sees comes through here.
/// </summary>
/// <remarks>
/// A key may have variants for a band (<c>Ask.What.K2</c>, <c>.G35</c>, <c>.College</c>); without one the plain key
/// serves,
/// written for grades 6 to 12. Placeholders have names, so that a translator can move them: <c>{count}</c>.
/// </remarks>
internal sealed class Voice(CultureInfo culture, GradeBand band)
{
    private static readonly TextFiles Strings = new(typeof(Voice).Assembly);

    /// <summary>The languages with a resource file, the default first.</summary>
    public static IReadOnlyList<string> Languages { get; } = [.. LanguagePacks.All.Select(pack => pack.Code)];

    /// <summary>
    /// The pseudo-language: English with every text marked, so that a text which is not in a resource file shows.
    /// </summary>
    public const string Pseudo = "qps-ploc";

    public CultureInfo Culture { get; } = culture;

    public GradeBand Band { get; } = band;

    /// <summary>To grades K to 5, who tap pictures with a word where others choose and write.</summary>
    public bool IsToYoung => Band is GradeBand.KTo2 or GradeBand.Grades3To5;

    /// <summary>The language to answer in.</summary>
    public TextLanguage Language => LanguagePacks.Of(Culture).Language;

    /// <summary>
    /// The language to read a text in: its own where its words tell, else the one spoken. Students mix.
    /// </summary>
    public TextLanguage LanguageOf(string text) => LanguageReader.Detect(text, Language);

    /// <summary>
    /// The language chosen in chat, with the dates and numbers of where the client is; without a choice the client's
    /// own.
    /// </summary>
    public static CultureInfo CultureFor(string? chosen, string? tag) =>
        chosen is null
            ? CultureFor(tag)
            : CultureFor(tag?.Split('-') is [_, .., { Length: 2 } region] ? $"{chosen}-{region}" : chosen);

    /// <summary>The language for a client's tag: the first of ours it begins with, else English.</summary>
    public static CultureInfo CultureFor(string? tag)
    {
        if (Pseudo.Equals(tag, StringComparison.OrdinalIgnoreCase))
        {
            return CultureInfo.GetCultureInfo(Pseudo);
        }

        var language =
            Languages.FirstOrDefault(known =>
                tag is not null && tag.StartsWith(known, StringComparison.OrdinalIgnoreCase)
            ) ?? Languages[0];
        try
        {
            return CultureInfo.GetCultureInfo(
                tag is not null && tag.StartsWith(language, StringComparison.OrdinalIgnoreCase) ? tag : language
            );
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.GetCultureInfo(language);
        }
    }

    public string this[string key] => Say(key);

    /// <summary>The text of a key with its placeholders filled.</summary>
    /// <exception cref="MissingManifestResourceException">No language has the key: a fault of ours that a test
    /// finds.</exception>
    public string Say(string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var text = Find(key) ?? throw new MissingManifestResourceException(key);
        if (IsPseudo)
        {
            text = string.Create(CultureInfo.InvariantCulture, $"⟦{text}⟧");
        }

        return text.Contains('{', StringComparison.Ordinal) ? Fill(text, values) : text;
    }

    public bool Has(string key) => Find(key) is not null;

    /// <summary>A key whose text is a list, its parts separated by bars; empty when no language has it.</summary>
    public IReadOnlyList<string> List(string key) =>
        Find(key) is not { } text ? []
        : IsPseudo ? [.. text.Split('|').Select(part => $"⟦{part}⟧")]
        : text.Split('|');

    /// <summary>
    /// A key's list in each language: what somebody types or taps may be in another one than they are spoken to.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<string>> InEveryLanguage(string key)
    {
        // Asked for several times a turn; anew only when a language came.
        if (Every.TryGetValue(key, out var known) && known.Count == Languages.Count)
            return known;
        return Every[key] = [
            .. Languages.Select(language =>
                Strings.GetString(key, CultureInfo.GetCultureInfo(language))?.Split('|')
                ?? throw new MissingManifestResourceException(key)
            ),
        ];
    }

    private static readonly ConcurrentDictionary<string, IReadOnlyList<IReadOnlyList<string>>> Every = new(
        StringComparer.Ordinal
    );

    public string Day(DateOnly day, DateOnly today) =>
        day.ToString(Find(day.Year == today.Year ? "Format.Day" : "Format.DayAndYear"), FormatCulture);

    /// <summary>As a document has it: <c>September 14, 2026</c>.</summary>
    public string LongDay(DateOnly day) => day.ToString(Find("Format.LongDay"), FormatCulture);

    /// <summary>A day of these weeks where there is little room: <c>9/14</c>, <c>14/9</c>.</summary>
    public string ShortDay(DateOnly day) => day.ToString(Find("Format.ShortDay"), FormatCulture);

    public string Weekday(DayOfWeek day) => FormatCulture.DateTimeFormat.GetDayName(day);

    public string Time(TimeOnly time) => time.ToString("t", FormatCulture);

    public string Number(double value) => Math.Round(value, 2).ToString("#,0.##", FormatCulture);

    /// <summary>The platform writes the tag in capitals of its own.</summary>
    private bool IsPseudo => Culture.Name.Equals(Pseudo, StringComparison.OrdinalIgnoreCase);

    private CultureInfo FormatCulture => IsPseudo ? CultureInfo.GetCultureInfo(Languages[0]) : Culture;

    private string? Find(string key)
    {
        var language = FormatCulture;
        var variant = Band switch
        {
            GradeBand.KTo2 => ".K2",
            GradeBand.Grades3To5 => ".G35",
            GradeBand.College => ".College",
            _ => null,
        };
        return (variant is null ? null : Strings.GetString(key + variant, language))
            ?? Strings.GetString(key, language);
    }

    private string Fill(string text, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var filled = new StringBuilder(text.Length + 32);
        var rest = text.AsSpan();
        while (rest.IndexOf('{') is var open and >= 0 && rest[open..].IndexOf('}') is var length and > 0)
        {
            filled.Append(rest[..open]);
            var name = rest.Slice(open + 1, length - 1);
            var found = false;
            foreach (var (key, value) in values)
            {
                if (name.SequenceEqual(key))
                {
                    filled.Append(value is IFormattable number ? number.ToString(null, FormatCulture) : value);
                    found = true;
                    break;
                }
            }

            if (!found)
            {
                throw new ArgumentException($"No value for the placeholder {name} in '{text}'.", nameof(values));
            }

            rest = rest[(open + length + 1)..];
        }

        return filled.Append(rest).ToString();
    }
}
