namespace Milestones.Language.Reports;

/// <summary>Cuts a report into tokens; one pass. What is said of a word is looked up once; set phrases become one
/// token.</summary>
internal ref struct ReportScanner(ReadOnlySpan<char> text, TextLanguage language, List<ReportToken> tokens)
{
    private const int LongestWord = 32;

    private readonly ReadOnlySpan<char> _text = text;
    private readonly ReportLexicon _lexicon = ReportLexicon.Of(language);
    private int _at;

    public void Run()
    {
        tokens.Clear();
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Peek(1)) && !char.IsLetterOrDigit(Peek(-1))))
                ReadNumber();
            else if (char.IsLetter(c))
                ReadWord();
            else
                ReadMark(c);
        }
        ReportJoiner.Join(tokens, _text, language);
    }

    private readonly char Peek(int ahead) => _at + ahead is var at && at >= 0 && at < _text.Length ? _text[at] : '\0';

    private void ReadNumber()
    {
        var start = _at;
        var value = NumberText.Read(_text[_at..], language, out var length);
        _at += length;
        if (!double.IsFinite(value) || IsPower())
        {
            // More digits than anything a student counts: no number at all.
            while (char.IsLetterOrDigit(Peek(0)))
                _at++;
            return;
        }
        if (Peek(0) == ':' && char.IsAsciiDigit(Peek(1)) && char.IsAsciiDigit(Peek(2)))
        {
            ReadClock(start, value);
            return;
        }
        if (Peek(0) is 's' or 'S' && !char.IsLetter(Peek(1)))
        {
            // "the 7s" are a table to learn, "90s" a range.
            tokens.Add(ReportToken.Bare(start, ++_at, Look.Word));
            return;
        }
        value += Fraction(Peek(0));
        if (
            Peek(0) == ' '
            && Peek(1) is '1' or '3'
            && Peek(2) == '/'
            && Peek(3) is '2' or '3' or '4'
            && !char.IsDigit(Peek(4))
        )
        {
            value += (Peek(1) - '0') / (double)(Peek(3) - '0');
            _at += 4;
        }
        if (IsOrdinal(out var ending))
        {
            _at += ending;
            tokens.Add(ReportToken.Bare(start, _at, Look.Word, value) with { Signs = Signs.Of(Sign.Ordinal) });
            return;
        }
        tokens.Add(ReportToken.Bare(start, _at, Look.Number, value));
    }

    /// <summary>"1e308": a power of ten, which no student counts to.</summary>
    private readonly bool IsPower() => Peek(0) is 'e' or 'E' && char.IsAsciiDigit(Peek(Peek(1) is '+' or '-' ? 2 : 1));

    private double Fraction(char c)
    {
        var fraction = c switch
        {
            '½' => 0.5,
            '¼' => 0.25,
            '¾' => 0.75,
            _ => 0,
        };
        if (fraction > 0)
            _at++;
        return fraction;
    }

    private readonly bool IsOrdinal(out int length)
    {
        length = 2;
        return !char.IsLetter(Peek(2))
            && (char.ToLowerInvariant(Peek(0)), char.ToLowerInvariant(Peek(1)))
                is
                    ('s', 't')
                    or
                    ('n', 'd')
                    or
                    ('r', 'd')
                    or
                    ('t', 'h')
                    or
                    ('e', 'r')
                    or
                    ('r', 'a')
                    or
                    ('r', 'o');
    }

    /// <summary>Minutes and seconds, or hours, minutes and seconds; parts of a second may follow.</summary>
    private void ReadClock(int start, double first)
    {
        var total = first;
        while (Peek(0) == ':' && char.IsAsciiDigit(Peek(1)) && char.IsAsciiDigit(Peek(2)))
        {
            _at++;
            total = (total * 60) + NumberText.Read(_text[_at..], hasDecimalComma: false, out var length);
            _at += length;
        }
        if (double.IsFinite(total))
            tokens.Add(ReportToken.Bare(start, _at, Look.Clock, Math.Round(total, 2)));
    }

    private void ReadWord()
    {
        Span<char> folded = stackalloc char[LongestWord];
        var (start, length) = (_at, 0);
        for (; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            if (char.IsLetterOrDigit(c))
            {
                if (length < LongestWord)
                    folded[length] = Folding.Fold(c);
                length++;
            }
            else if (!(c is '\'' or '’' or '´' or '`' && char.IsLetter(Peek(1))) && !Folding.IsInvisible(c))
            {
                break;
            }
        }
        var word = length <= LongestWord ? ReportSpelling.Find(_lexicon, folded[..length]) : null;
        tokens.Add(word is null ? ReportToken.Bare(start, _at, Look.Word) : ReportToken.Of(word, start, _at));
    }

    private void ReadMark(char c)
    {
        var start = _at++;
        switch (c)
        {
            case '.' or '!' or ';' or '\n' or '¡':
                AddMark(Look.Stop, start);
                break;
            case '?' or '¿':
                AddMark(Look.Question, start);
                break;
            case ',' or ':' or '(' or ')' or '…' or '—' or '–':
                AddMark(Look.Pause, start);
                break;
            case '½' or '¼' or '¾':
                _at--;
                tokens.Add(ReportToken.Bare(start, start + 1, Look.Number, Fraction(c)));
                break;
            case '+' or '-' or '%' or '/' or '&':
                if (_lexicon.Find([c]) is { } sign)
                    tokens.Add(ReportToken.Of(sign, start, _at));
                break;
        }
    }

    /// <summary>A run of marks says no more than one; the strongest stays.</summary>
    private readonly void AddMark(Look look, int start)
    {
        if (tokens.Count > 0 && tokens[^1].IsMark)
            tokens[^1] = tokens[^1] with { Look = look > tokens[^1].Look ? look : tokens[^1].Look, End = _at };
        else
            tokens.Add(ReportToken.Bare(start, _at, look));
    }
}
