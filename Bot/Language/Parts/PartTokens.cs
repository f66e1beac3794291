using Milestones.Language.Reports;
using Milestones.Language.Wanted;

namespace Milestones.Language.Parts;

/// <summary>
/// The tokens of a line as the models of this room see them: each word as a number of its folded letters, a number as
/// its shape. Of a long line only the beginning is read.
/// </summary>
internal sealed class PartTokens
{
    public const int Longest = 600;
    private const int LongestWord = 24;

    private readonly List<ReportToken> _tokens = new(64);
    private readonly List<uint> _words = new(64);
    private readonly List<UInt128> _classes = new(64);
    private readonly List<bool> _dates = new(64);
    private readonly List<Figure> _figures = new(8);
    private readonly List<StatedRole> _stated = new(8);
    private string _text = "";

    /// <summary>Only which words are of a day matters here, not which day it is.</summary>
    private static readonly DateOnly AnyDay = new(2026, 1, 5);

    public int Count => _tokens.Count;

    public ReportToken this[int at] => _tokens[at];

    public TextLanguage Language { get; private set; }

    /// <summary>What the rules make of the line as a report; null where there is no goal to report of.</summary>
    public Report? ByRule { get; private set; }

    public void Read(string text, TextLanguage language, PartSetting? setting = null)
    {
        _text = text.Length > Longest ? text[..Longest] : text;
        Language = language;
        ByRule = setting is { Place: >= PartPlace.Steps, To: { } target }
            ? ReportReader.ByRule(
                _text,
                new(
                    setting.Words,
                    setting.Unit,
                    setting.From,
                    target,
                    setting.Now ?? setting.From,
                    setting.LowerIsBetter ?? false
                ),
                AnyDay,
                language,
                out _,
                out _
            )
            : null;
        var report = ReportLine.Of(_text, language);
        _tokens.Clear();
        _words.Clear();
        _classes.Clear();
        _dates.Clear();
        _figures.Clear();
        _stated.Clear();
        for (var at = 0; at < report.Count; at++)
        {
            _tokens.Add(report[at]);
            _words.Add(WordOf(report[at]));
            _classes.Add(0);
            _dates.Add(false);
        }

        foreach (var figure in report.Figures)
        {
            _figures.Add(figure);
            _stated.Add(StatedRoles.RoleOf(report, figure));
        }

        ReadClasses(Statement.Of(_text, language));
    }

    /// <summary>What the lexicon of goals says of a word.</summary>
    public UInt128 ClassesAt(int at) => at < 0 || at >= Count ? 0 : _classes[at];

    /// <summary>Whether a token stands in words that name a day.</summary>
    public bool IsOfDate(int at) => _dates[at];

    /// <summary>What the rules make of the number at a token; null where they see none there.</summary>
    public (Figure Figure, StatedRole Role)? FigureAt(int at)
    {
        for (var k = 0; k < _figures.Count; k++)
        {
            if (_figures[k].First <= at && at < _figures[k].End)
                return (_figures[k], _stated[k]);
        }

        return null;
    }

    private void ReadClasses(Statement statement)
    {
        var tokens = statement.Tokens;
        var at = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            while (at < Count && _tokens[at].End <= tokens[i].Start)
                at++;
            if (at == Count)
                break;
            if (_tokens[at].Start < tokens[i].End)
                _classes[at] |= tokens[i].Word.Classes;
        }

        for (var i = 0; i < tokens.Length; i++)
        {
            if (!DateReader.TryRead(statement, i, AnyDay, out var end, out _) || end <= i)
                continue;
            var (from, to) = (tokens[i].Start, tokens[end - 1].End);
            for (at = 0; at < Count; at++)
                _dates[at] |= _tokens[at].Start < to && _tokens[at].End > from;
        }
    }

    public ReadOnlySpan<char> TextOf(int at) => _text.AsSpan(_tokens[at].Start, _tokens[at].End - _tokens[at].Start);

    /// <summary>The word at a place, or a number for "nothing there".</summary>
    public uint WordAt(int at) =>
        at < 0 ? '<'
        : at >= Count ? '>'
        : _words[at];

    public static bool IsNumber(ReportToken token) => token.Look is Look.Number or Look.Clock or Look.Letter;

    /// <summary>The text from one token up to another.</summary>
    public ReadOnlySpan<char> Stretch(int from, int end) =>
        _text.AsSpan(_tokens[from].Start, _tokens[end - 1].End - _tokens[from].Start);

    /// <summary>What is written right beside a number: a dollar sign before it, say.</summary>
    public char Before(int at) => _tokens[at].Start > 0 ? _text[_tokens[at].Start - 1] : ' ';

    public char After(int at) => _tokens[at].End < _text.Length ? _text[_tokens[at].End] : ' ';

    /// <summary>The folded letters of a word, for its pieces; empty for what is none.</summary>
    public ReadOnlySpan<char> Letters(int at, Span<char> into)
    {
        if (_tokens[at].Look != Look.Word)
            return default;
        var length = 0;
        into[length++] = '<';
        foreach (var c in TextOf(at))
        {
            if (length > LongestWord)
                break;
            if (char.IsLetterOrDigit(c) && Folding.Fold(c) is var folded && !IsThird(into, length, folded))
                into[length++] = folded;
        }

        into[length++] = '>';
        return into[..length];
    }

    /// <summary>"Sooooo" is "soo": letters beyond the second tell nothing.</summary>
    private static bool IsThird(Span<char> letters, int length, char c) =>
        length > 2 && letters[length - 1] == c && letters[length - 2] == c;

    private uint WordOf(ReportToken token)
    {
        switch (token.Look)
        {
            case Look.Number:
                return TraitHash.Mix(TraitHash.Of('#'), Digits(token.Value));
            case Look.Clock:
                return TraitHash.Of(':');
            case Look.Letter:
                return TraitHash.Of('L');
            case Look.Pause or Look.Stop or Look.Question:
                return TraitHash.Mix(TraitHash.Of('.'), (int)token.Look);
        }

        var hash = TraitHash.Of('w');
        var (last, before) = ('\0', '\0');
        foreach (var c in _text.AsSpan(token.Start, token.End - token.Start))
        {
            if (!char.IsLetterOrDigit(c) && c is not ('+' or '-' or '%' or '/' or '&' or ' '))
                continue;
            var folded = Folding.Fold(c);
            if (folded != last || folded != before)
                hash = TraitHash.Mix(hash, folded);
            (before, last) = (last, folded);
        }

        return hash;
    }

    private static int Digits(double value) =>
        value switch
        {
            < 1 => 0,
            1 => 1,
            <= 10 => 2,
            < 100 => 3,
            < 1000 => 4,
            _ => 5,
        };
}
