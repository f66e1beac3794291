using Milestones.Language.Dates;

namespace Milestones.Language;

/// <summary>
/// A text as tokens with everything the rules find in it. One per thread, used again for the next text.
/// </summary>
internal sealed class Statement
{
    [ThreadStatic]
    private static Statement? s_current;

    private readonly TokenList _tokens = new();
    private readonly List<RuleMatch> _matches = new(64);
    private int[] _from = new int[128];
    private bool[] _afterTime = new bool[128];

    public TextLanguage Language { get; private set; }

    public ReadOnlySpan<Token> Tokens => _tokens.Span;

    /// <summary>The tokens as the parts dates are made of.</summary>
    public DateTerms DateTerms { get; } = new();

    public ReadOnlySpan<RuleMatch> Matches => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_matches);

    /// <summary>The text read; it is good until the next text is read on this thread.</summary>
    public static Statement Of(ReadOnlySpan<char> text, TextLanguage language, Lexicon? lexicon = null)
    {
        var statement = s_current ??= new Statement();
        statement.Read(text, language, lexicon ?? Lexicon.Of(language));
        return statement;
    }

    /// <summary>The matches that begin at a token.</summary>
    public ReadOnlySpan<RuleMatch> MatchesAt(int token) => Matches[_from[token].._from[token + 1]];

    /// <summary>Whether a time phrase that opens a sentence ends just before a token ("This quarter, …").</summary>
    public bool FollowsOpeningTime(int token) => _afterTime[token];

    /// <summary>
    /// The date that begins at a token and ends before another, where the words around it let it be one.
    /// </summary>
    public bool DateAt(int token, out Found found, out int end)
    {
        (found, end) = (default, 0);
        var terms = DateTerms.Terms;
        var first = DateTerms.FirstOf(token);
        found = new DateParser(terms, Language).At(first);
        if (!found.IsSome || found.Expression is TimeOver || !SentenceDates.Allow(this, token, first, found))
            return false;
        end = terms[found.End - 1].Token + 1;
        while (end < Tokens.Length && DateTerms.FirstOf(end) < found.End)
            end++;
        return true;
    }

    public RuleMatch? First(Label label)
    {
        foreach (ref readonly var match in Matches)
        {
            if (match.Label == label)
                return match;
        }

        return null;
    }

    public TextSpan SpanOf(int first, int end) => new(Tokens[first].Start, Tokens[end - 1].End - Tokens[first].Start);

    private void Read(ReadOnlySpan<char> text, TextLanguage language, Lexicon lexicon)
    {
        Language = language;
        _matches.Clear();
        new Tokenizer(text, lexicon, language, _tokens).Run();
        var tokens = _tokens.Span;
        DateTerms.Read(text, tokens, language);
        MakeRoom(tokens.Length + 1);
        for (var i = 0; i < tokens.Length; i++)
        {
            _from[i] = _matches.Count;
            foreach (var rule in tokens[i].Word.Rules)
            {
                if (RuleMatcher.TryMatch(rule, tokens, i, out var match) && match.Length > 0)
                    Keep(match);
            }

            NoteOpeningTime(i);
        }
        _from[tokens.Length] = _matches.Count;
    }

    private void MakeRoom(int tokens)
    {
        if (_from.Length < tokens)
        {
            _from = new int[tokens * 2];
            _afterTime = new bool[tokens * 2];
        }
        Array.Clear(_afterTime, 0, tokens);
    }

    private void NoteOpeningTime(int token)
    {
        // "During this month I will …": the word that leads the time opens the sentence.
        var opens = token > 0 && Tokens[token - 1].Is(WordClass.Preposition) ? token - 1 : token;
        if (opens > 0 && !Tokens[opens - 1].EndsSentence)
            return;
        for (var k = _from[token]; k < _matches.Count; k++)
        {
            if (_matches[k].Label is Label.Time)
                _afterTime[_matches[k].End] = true;
        }

        for (var first = opens; first <= token; first++)
        {
            if (DateAt(first, out _, out var end))
                _afterTime[end] = true;
        }
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
