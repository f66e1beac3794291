namespace Milestones.Language.Reports;

/// <summary>A report as tokens. One per thread, used again for the next.</summary>
internal sealed class ReportLine
{
    [ThreadStatic]
    private static ReportLine? s_current;

    private readonly List<ReportToken> _tokens = new(64);
    private string _text = "";

    public List<Figure> Figures { get; } = new(8);

    /// <summary>For each token whether it reports, see <see cref="Moods"/>.</summary>
    public List<bool> Reports { get; } = new(64);

    public TextLanguage Language { get; private set; }

    public int Count => _tokens.Count;

    public ReportToken this[int at] => _tokens[at];

    /// <summary>The text read; good until the next text is read on this thread.</summary>
    public static ReportLine Of(string text, TextLanguage language)
    {
        var line = s_current ??= new ReportLine();
        line._text = text;
        line.Language = language;
        new ReportScanner(text, language, line._tokens).Run();
        FigureReader.Read(line, line.Figures);
        return line;
    }

    public bool Is(int at, Sign sign) => at >= 0 && at < Count && _tokens[at].Is(sign);

    public bool Has(Sign sign, int from = 0, int end = int.MaxValue)
    {
        for (var i = from; i < Count && i < end; i++)
        {
            if (_tokens[i].Is(sign))
                return true;
        }

        return false;
    }

    public string? ThingAt(int at) => at >= 0 && at < Count ? _tokens[at].Thing : null;

    public ReadOnlySpan<char> TextOf(int at) => _text.AsSpan(_tokens[at].Start, _tokens[at].End - _tokens[at].Start);

    /// <summary>Whether a token is one of some words, as the lexicons fold them.</summary>
    public bool Says(int at, params ReadOnlySpan<string> words)
    {
        if (at < 0 || at >= Count)
            return false;
        foreach (var word in words)
        {
            if (ReportJoiner.IsWord(TextOf(at), word))
                return true;
        }

        return false;
    }

    public bool IsArticle(int at) => Says(at, "a", "an", "un", "una");

    /// <summary>A word nobody listed, or listed as a thing or a kind of work: something one can have.</summary>
    public bool IsNoun(int at) =>
        at >= 0
        && at < Count
        && _tokens[at] is { Look: Look.Word } token
        && (token.Word is null || token.Word.Signs == 0 || (token.Is(Sign.Effort) && !token.Is(Sign.Did)));

    public bool IsPlural(int at) =>
        IsNoun(at)
        && TextOf(at) is { Length: > 3 } typed
        && typed[^1] is 's' or 'S'
        && typed[^2] is not ('s' or 'S' or '\'');
}
