namespace Milestones.Reading;

/// <summary>A text as tokens with everything the rules find in it. One per thread, used again for the next text.</summary>
internal sealed class Statement
{
    [ThreadStatic]
    private static Statement? s_current;

    private readonly TokenList _tokens = new();
    private readonly List<RuleMatch> _matches = new(64);

    public TextLanguage Language { get; private set; }

    public ReadOnlySpan<Token> Tokens => _tokens.Span;

    public ReadOnlySpan<RuleMatch> Matches => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_matches);

    /// <summary>The text read; it is good until the next text is read on this thread.</summary>
    public static Statement Of(ReadOnlySpan<char> text, TextLanguage language)
    {
        var statement = s_current ??= new Statement();
        statement.Read(text, language);
        return statement;
    }

    public RuleMatch? First(Label label)
    {
        foreach (ref readonly var match in Matches)
            if (match.Label == label)
                return match;
        return null;
    }

    public TextSpan SpanOf(int first, int end) => new(Tokens[first].Start, Tokens[end - 1].End - Tokens[first].Start);

    private void Read(ReadOnlySpan<char> text, TextLanguage language)
    {
        Language = language;
        _matches.Clear();
        new Tokenizer(text, Lexicon.Of(language), language, _tokens).Run();
        var tokens = _tokens.Span;
        for (var i = 0; i < tokens.Length; i++)
            foreach (var rule in tokens[i].Word.Rules)
                if (RuleMatcher.TryMatch(rule, tokens, i, out var match) && match.Length > 0)
                    Keep(match);
    }

    /// <summary>Of the matches of one rule label at one place only the longest is of use.</summary>
    private void Keep(in RuleMatch match)
    {
        for (var k = _matches.Count - 1; k >= 0 && _matches[k].First == match.First; k--)
        {
            if (_matches[k].Label != match.Label)
                continue;
            if (match.Length > _matches[k].Length)
                _matches[k] = match;
            return;
        }
        _matches.Add(match);
    }
}
