namespace Milestones.Language;

/// <summary>
/// Cuts a text into words, numbers and marks and looks each word up. One pass; every character is looked at a bounded
/// number of times.
/// </summary>
internal ref struct Tokenizer(ReadOnlySpan<char> text, Lexicon lexicon, TextLanguage language, TokenList tokens)
{
    private const int LongestWord = 32;

    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    public void Run()
    {
        tokens.Clear();
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (char.IsAsciiDigit(c) || (c is '.' or '-' && StartsNumber()))
                ReadNumber();
            else if (char.IsLetter(c))
                ReadWord();
            else
                ReadMark(c);
        }
        TokenJoiner.Join(tokens, lexicon, _text);
    }

    private readonly char Peek(int ahead) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private readonly bool StartsNumber()
    {
        var before = _at > 0 ? _text[_at - 1] : ' ';
        return char.IsAsciiDigit(Peek(1)) && (char.IsWhiteSpace(before) || before is '(' or '$');
    }

    private void ReadNumber()
    {
        var start = _at;
        var number = NumberText.Read(_text[_at..], language, out var length);
        _at += length;
        if (!double.IsFinite(number) || (Peek(0) is 'e' or 'E' && char.IsAsciiDigit(Peek(1))))
        {
            // More digits than anything a student counts: no number, and no word either.
            while (char.IsLetterOrDigit(Peek(0)))
                _at++;
            return;
        }
        if (Peek(0) == ':' && char.IsAsciiDigit(Peek(1)))
        {
            _at += 2;
            while (char.IsAsciiDigit(Peek(0)))
                _at++;
            tokens.Add(new Token(start, _at, lexicon.Number, Shape.Clock, number));
            return;
        }
        var wordEnd = _at;
        while (wordEnd < _text.Length && char.IsLetter(_text[wordEnd]))
            wordEnd++;
        if (wordEnd == _at)
        {
            tokens.Add(new Token(start, _at, lexicon.Number, Shape.Number, number));
            return;
        }
        var letters = _text[_at..wordEnd];
        if (TryWhole(start, wordEnd))
        {
            _at = wordEnd;
        }
        else if (IsOrdinalEnding(letters))
        {
            tokens.Add(new Token(start, _at = wordEnd, lexicon.Number, Shape.Ordinal, number));
        }
        else if (letters is "am" or "pm" or "AM" or "PM" or "h")
        {
            tokens.Add(
                new Token(start, _at = wordEnd, lexicon.Number, letters is "h" ? Shape.Number : Shape.Clock, number)
            );
        }
        else
        {
            tokens.Add(new Token(start, _at, lexicon.Number, Shape.Number, number));
        }
    }

    private static bool IsOrdinalEnding(ReadOnlySpan<char> letters) =>
        letters.Equals("st", StringComparison.OrdinalIgnoreCase)
        || letters.Equals("nd", StringComparison.OrdinalIgnoreCase)
        || letters.Equals("rd", StringComparison.OrdinalIgnoreCase)
        || letters.Equals("th", StringComparison.OrdinalIgnoreCase)
        || letters is "er" or "ro" or "do" or "to" or "mo";

    /// <summary>Words such as "2nite" or "1on1", which the lexicon has as they are.</summary>
    private readonly bool TryWhole(int start, int end)
    {
        if (end - start > LongestWord)
            return false;
        Span<char> folded = stackalloc char[LongestWord];
        for (var i = start; i < end; i++)
            folded[i - start] = Folding.Fold(_text[i]);
        return TryAdd(folded[..(end - start)], start, end);
    }

    private readonly bool TryAdd(ReadOnlySpan<char> folded, int start, int end)
    {
        if (lexicon.TryExpand(folded, out var words))
        {
            foreach (var word in words)
                tokens.Add(TokenOf(word, start, end));
            return true;
        }
        if (!lexicon.TryFind(folded, out var found))
            return false;
        tokens.Add(TokenOf(found, start, end));
        return true;
    }

    private static Token TokenOf(Word word, int start, int end) =>
        new(
            start,
            end,
            word,
            word.IsNumber ? Shape.Number
                : word.Is(WordClass.Ordinal) ? Shape.Ordinal
                : Shape.Word,
            word.Value
        );

    private void ReadWord()
    {
        Span<char> folded = stackalloc char[LongestWord];
        var (start, length, possessive) = (_at, 0, -1);
        for (; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            if (char.IsLetterOrDigit(c))
            {
                if (length < LongestWord)
                    folded[length] = Folding.Fold(c);
                length++;
            }
            else if (c is '\'' or '’' or '`' or '´' && char.IsLetter(Peek(1)))
            {
                possessive = length;
            }
            else if (!Folding.IsInvisible(c) && !IsInitialsDot(c, length, start))
            {
                break;
            }
        }
        if (TrySlashWord(start, length, out var slash) && lexicon.TryExpand(slash, out var words))
        {
            foreach (var word in words)
                tokens.Add(TokenOf(word, start, _at));
            return;
        }
        if (length <= LongestWord)
            WordResolver.Add(tokens, lexicon, folded[..length], possessive, start, _at);
        else
            tokens.Add(new Token(start, _at, lexicon.Unknown, Shape.Word, double.NaN));
    }

    /// <summary>"w/", "w/o" and "b/c" are words though they hold a slash.</summary>
    private bool TrySlashWord(int start, int length, out ReadOnlySpan<char> word)
    {
        word = default;
        if (length != 1 || Peek(0) != '/' || char.ToLowerInvariant(_text[start]) is not ('w' or 'b'))
            return false;
        var end = _at + 1;
        if (
            end < _text.Length
            && char.ToLowerInvariant(_text[end]) is 'o' or 'c'
            && (end + 1 == _text.Length || !char.IsLetter(_text[end + 1]))
        )
        {
            end++;
        }

        word = (char.ToLowerInvariant(_text[start]), end - start) switch
        {
            ('w', 3) => "w/o",
            ('w', 2) => "w/",
            ('b', 3) => "b/c",
            _ => default,
        };
        if (word.IsEmpty)
            return false;
        _at = end;
        return true;
    }

    /// <summary>The dots of "G.P.A." and "a.m.", which are part of the word.</summary>
    private readonly bool IsInitialsDot(char c, int length, int start) =>
        c == '.'
        && length <= 4
        && _at - start == (2 * length) - 1
        && char.IsLetter(Peek(1))
        && !char.IsLetter(Peek(2))
        && Peek(1) != '\0';

    private void ReadMark(char c)
    {
        var start = _at++;
        switch (c)
        {
            case '.' when Peek(0) == '.':
                while (Peek(0) == '.')
                    _at++;
                AddMark(Shape.Comma, start);
                break;
            case '.' when tokens.Count > 0 && tokens[tokens.Count - 1].Is(WordClass.Abbreviation) && !EndsText():
                break;
            // "typing.com" is one name.
            case '.' when start > 0 && char.IsLetterOrDigit(_text[start - 1]) && char.IsLetter(Peek(0)):
                break;
            case '.' or '!' or ';' or '\n':
                AddMark(Shape.Stop, start);
                break;
            case '?':
                AddMark(Shape.Question, start);
                break;
            case ',' or ':' or '(' or ')' or '…' or '—' or '–' or '•' or '|':
                AddMark(Shape.Comma, start);
                break;
            case '-' when start > 0 && char.IsAsciiDigit(_text[start - 1]) && char.IsAsciiDigit(Peek(0)):
                tokens.Add(new Token(start, _at, lexicon.Dash, Shape.Word, double.NaN));
                break;
            case '-' when start > 0 && char.IsWhiteSpace(_text[start - 1]) && char.IsWhiteSpace(Peek(0)):
                AddMark(Shape.Comma, start);
                break;
            case '-' or '+':
                TokenJoiner.MarkGrade(tokens, c, start, Peek(0));
                break;
            case '/':
                tokens.Add(new Token(start, _at, lexicon.SlashWord, Shape.Slash, double.NaN));
                break;
            default:
                if (lexicon.TryFind([c], out var symbol))
                    tokens.Add(new Token(start, _at, symbol, Shape.Word, double.NaN));
                break;
        }
    }

    private readonly bool EndsText() => _text[_at..].Trim().IsEmpty;

    private readonly void AddMark(Shape shape, int start)
    {
        // A run of marks says no more than one; the strongest stays.
        if (tokens.Count > 0 && tokens[tokens.Count - 1].IsMark)
        {
            ref var last = ref tokens[tokens.Count - 1];
            last = last with { Shape = shape > last.Shape ? shape : last.Shape, End = _at };
            return;
        }
        tokens.Add(new Token(start, _at, lexicon.Mark, shape, double.NaN));
    }
}
