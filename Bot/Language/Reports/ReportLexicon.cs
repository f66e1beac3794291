using Milestones.Language.Packs;

namespace Milestones.Language.Reports;

/// <summary>A word of the lexicon of reports, or the beginning of one, in all it can say.</summary>
internal sealed class ReportWord
{
    public UInt128 Signs { get; set; }

    /// <summary>A number or weekday (1 is Monday); NaN for most words.</summary>
    public double Value { get; set; } = double.NaN;

    /// <summary>The unit of what the word names: "books" for "novel"; null for other words.</summary>
    public string? Thing { get; set; }

    /// <summary>The set phrases that begin with the word, longest first.</summary>
    public List<ReportPhrase> Phrases { get; } = [];
}

/// <param name="Rest">The parts after the first: a word, its beginning and "*", or "_" for any word.</param>
internal sealed record ReportPhrase(string[] Rest, ReportWord Whole);

/// <summary>The words of reports in one language, read from its files once.</summary>
internal sealed class ReportLexicon
{
    private const int ShortestBeginning = 3;
    private static readonly Lazy<ReportLexicon>[] All =
    [
        .. LanguagePacks.All.Select(pack => new Lazy<ReportLexicon>(() => new(pack))),
    ];

    private readonly Dictionary<string, ReportWord> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ReportWord> _beginnings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ReportWord>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Dictionary<string, ReportWord>.AlternateLookup<ReadOnlySpan<char>> _beginning;

    private ReportLexicon(LanguagePack pack)
    {
        var folder = $"{pack.Code}-reports";
        var (sign, thing) = (default(Sign), default(string));
        foreach (var (file, line) in LexiconText.Lines(folder, pack.Files))
        {
            if (line[0] == '[')
            {
                var head = line.Trim('[', ']').Split(' ');
                if (!Enum.TryParse(head[0], out sign))
                    throw new InvalidDataException($"{folder}/{file}: no section is called {line}.");
                thing = head.Length > 1 ? head[1] : null;
                continue;
            }
            foreach (
                var entry in line.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            )
            {
                Add(entry, sign, thing);
            }
        }
        foreach (var word in _words.Values.Concat(_beginnings.Values))
            word.Phrases.Sort((a, b) => b.Rest.Length - a.Rest.Length);
        foreach (var (text, word) in _words)
            AddBeginning(text, word);
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _beginning = _beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static ReportLexicon Of(TextLanguage language) => All[(int)language].Value;

    public ReportWord? Find(ReadOnlySpan<char> folded)
    {
        if (_lookup.TryGetValue(folded, out var word))
            return word;
        for (var length = folded.Length; length >= ShortestBeginning; length--)
        {
            if (_beginning.TryGetValue(folded[..length], out word))
                return word;
        }

        return null;
    }

    private void Add(string entry, Sign sign, string? thing)
    {
        var equals = entry.IndexOf('=', StringComparison.Ordinal);
        var value =
            equals > 0
                ? double.Parse(entry[(equals + 1)..], System.Globalization.CultureInfo.InvariantCulture)
                : double.NaN;
        var parts = Folding.Fold(equals > 0 ? entry[..equals] : entry).Split(' ');
        var word = EntryOf(parts[0]);
        if (parts.Length > 1)
        {
            var rest = parts[1..];
            var phrase = word.Phrases.Find(p => p.Rest.SequenceEqual(rest, StringComparer.Ordinal));
            if (phrase is null)
                word.Phrases.Add(phrase = new ReportPhrase(rest, new ReportWord()));
            word = phrase.Whole;
        }
        word.Signs |= UInt128.One << (int)sign;
        if (!double.IsNaN(value))
            word.Value = value;
        word.Thing ??= thing;
    }

    /// <summary>A word also says what its beginning says.</summary>
    private void AddBeginning(string text, ReportWord word)
    {
        for (var length = text.Length; length >= ShortestBeginning; length--)
        {
            if (_beginnings.TryGetValue(text[..length], out var beginning))
                word.Signs |= beginning.Signs;
        }
    }

    private ReportWord EntryOf(string part)
    {
        var words = part.Length > 1 && part[^1] == '*' ? _beginnings : _words;
        var key = part.Length > 1 ? part.TrimEnd('*') : part;
        if (!words.TryGetValue(key, out var word))
            words[key] = word = new ReportWord();
        return word;
    }
}
