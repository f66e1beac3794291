namespace Milestones.Language.Concerns;

/// <summary>
/// Turns written text into lexicon words: folds case and accents, undoes text-speak ("im", "kms"), stretched letters
/// ("diiie"), digits for letters ("su1c1de"), hidden letters ("k*ll") and single slips in long words.
/// </summary>
/// <param name="lexicon">The words that are known.</param>
/// <param name="tongues">The languages of the text: words written short in another stand for nothing.</param>
/// <param name="text">What was written.</param>
/// <param name="words">Takes the words; see <see cref="Capacity"/>.</param>
/// <param name="letters">Takes the numbers of the groups of letters in them; see <see cref="LettersCapacity"/>.</param>
internal ref struct WordReader(
    Lexicon lexicon,
    Tongues tongues,
    ReadOnlySpan<char> text,
    Span<Word> words,
    Span<uint> letters
)
{
    /// <summary>Longer words are none of a lexicon's; they are read to this length.</summary>
    private const int LongestWord = 32;

    private static readonly ushort[] UnknownWord = [Lexicon.Unknown];
    private static readonly ushort[] SentenceEnd = [Lexicon.Break];

    private readonly ReadOnlySpan<char> _text = text;
    private readonly Span<Word> _words = words;
    private readonly Span<uint> _letters = letters;
    private int _count;
    private int _lettersCount;

    /// <summary>How many words a text of that many characters may turn into.</summary>
    public static int Capacity(int characters) => (characters * 3) + 1;

    /// <summary>How many groups of letters a text of that many characters may have.</summary>
    public static int LettersCapacity(int characters) => (characters * 2) + 2;

    public int Read()
    {
        Span<char> word = stackalloc char[LongestWord];
        var length = 0;
        for (var at = 0; at < _text.Length; at++)
        {
            var folded = Fold(_text[at]);
            if (folded == '\0')
                continue;
            if (
                char.IsAsciiLetterOrDigit(folded)
                || (char.IsLetterOrDigit(folded) && !char.IsSurrogate(folded))
                || (length > 0 && IsInside(at, folded))
            )
            {
                if (length < LongestWord)
                    word[length++] = folded;
                continue;
            }

            Flush(word, ref length);
            if (char.IsHighSurrogate(folded) && IsLaughter(at))
                Add(lexicon.Laughter, null);
            else if (EndsSentence(at, folded))
                Add(SentenceEnd, null);
        }

        Flush(word, ref length);
        return _count;
    }

    private void Flush(scoped Span<char> word, ref int length)
    {
        if (length > 0)
        {
            AddLetters(word[..length]);
            var meaning = Meaning(word[..length], out var stem);
            Add(meaning, stem);
        }

        length = 0;
    }

    /// <param name="stem">The stem of the written word, where the lexicon does not know the word as it is.</param>
    private void Add(ushort[] meaning, uint? stem)
    {
        foreach (var word in meaning)
        {
            if (word == Lexicon.Break && (_count == 0 || _words[_count - 1].Id == Lexicon.Break))
                continue;
            else if (_count > 0 && lexicon.Joins(_words[_count - 1].Id, word, tongues, out var joined))
                _words[_count - 1] = new(joined, lexicon.Traits.StemOf(joined), _lettersCount);
            else
                _words[_count++] = new(word, stem ?? lexicon.Traits.StemOf(word), _lettersCount);
        }
    }

    /// <summary>
    /// Numbers three and four letters in a row, the word's ends among them: what is misspelt is alike in most.
    /// </summary>
    private void AddLetters(scoped ReadOnlySpan<char> word)
    {
        Span<char> marked = stackalloc char[LongestWord + 2];
        marked[0] = ' ';
        word.CopyTo(marked[1..]);
        marked[word.Length + 1] = ' ';
        marked = marked[..(word.Length + 2)];
        for (var at = 0; at + 3 <= marked.Length; at++)
        {
            _letters[_lettersCount++] = TraitHash.Letters(marked.Slice(at, 3));
            if (at + 4 <= marked.Length)
                _letters[_lettersCount++] = TraitHash.Letters(marked.Slice(at, 4));
        }
    }

    private readonly ushort[] Meaning(scoped Span<char> word, out uint? stem)
    {
        stem = null;
        if (lexicon.Meaning(word, tongues) is { } known)
            return known;
        if (Misspellings.Right(word) is { } right && lexicon.Meaning(right, tongues) is { } told)
            return told;
        if (!word.ContainsAnyExceptInRange('0', '9'))
            return lexicon.Meaning("%", tongues) ?? UnknownWord;
        if (word.ContainsAnyExceptInRange('a', 'z'))
        {
            word = word[..Spell(word)];
            if (lexicon.Meaning(word, tongues) is { } spelt)
                return spelt;
        }

        Span<char> squeezed = stackalloc char[LongestWord];
        if (
            Squeeze(word, squeezed, 2) is var length
            && length < word.Length
            && (
                lexicon.Meaning(squeezed[..length], tongues)
                ?? lexicon.Meaning(squeezed[..Squeeze(word, squeezed, 1)], tongues)
            )
                is { } calm
        )
        {
            return calm;
        }

        if (lexicon.Spelling.Correct(word) is { } meant)
            return lexicon.Meaning(meant, TongueNames.All) ?? UnknownWord;
        var root = WordStem.Of(word);
        stem = TraitHash.Of(root);
        return lexicon.Like(word) ?? lexicon.Meaning(root, tongues) ?? UnknownWord;
    }

    /// <summary>Cuts runs of three letters or more to <paramref name="most"/> ("diiiie").</summary>
    private static int Squeeze(scoped ReadOnlySpan<char> word, scoped Span<char> to, int most)
    {
        var length = 0;
        for (var at = 0; at < word.Length; )
        {
            var run = 1;
            while (at + run < word.Length && word[at + run] == word[at])
                run++;
            for (var copy = 0; copy < (run > 2 ? most : run); copy++)
                to[length++] = word[at];
            at += run;
        }

        return length;
    }

    /// <summary>Puts letters for the signs that stand for them, in place; apostrophes and full stops go.</summary>
    private readonly int Spell(scoped Span<char> word)
    {
        var (length, hidden) = (0, -1);
        foreach (var sign in word)
        {
            if (sign is '\'' or '.')
                continue;
            if (sign == '*')
                hidden = length;
            word[length++] = sign switch
            {
                '0' => 'o',
                '1' or '!' or '|' => 'i',
                '3' => 'e',
                '4' or '@' => 'a',
                '5' or '$' => 's',
                '7' => 't',
                _ => sign,
            };
        }

        if (hidden >= 0)
        {
            foreach (var vowel in "aeiou")
            {
                word[hidden] = vowel;
                if (lexicon.Meaning(word[..length], tongues) is not null)
                    break;
            }
        }

        return length;
    }

    /// <summary>Signs that belong to a word when they stand inside it.</summary>
    private readonly bool IsInside(int at, char sign) =>
        at + 1 < _text.Length
        && char.IsLetter(_text[at + 1])
        && (sign is '\'' or '@' or '$' or '!' or '*' or '|' || (sign == '.' && IsInitial(at - 1) && IsInitial(at + 1)));

    /// <summary>A letter alone between other signs, as each of "k.m.s".</summary>
    private readonly bool IsInitial(int at) =>
        (at == 0 || !char.IsLetterOrDigit(_text[at - 1]))
        && (at + 1 == _text.Length || !char.IsLetterOrDigit(_text[at + 1]));

    /// <summary>A full stop inside "k.m.s" or a link ends nothing.</summary>
    private readonly bool EndsSentence(int at, char sign) =>
        sign switch
        {
            '.' => at + 1 == _text.Length || !char.IsLetterOrDigit(_text[at + 1]),
            '!' or '?' or ';' or '\n' or '…' => true,
            _ => false,
        };

    private readonly bool IsLaughter(int at) =>
        at + 1 < _text.Length
        && char.IsLowSurrogate(_text[at + 1])
        && char.ConvertToUtf32(_text[at], _text[at + 1]) is 0x1F602 or 0x1F923 or 0x1F605 or 0x1F606 or 0x1F480;

    /// <summary>A letter in plain lower case; none for a mark that only changes the letter before it.</summary>
    public static char Fold(char letter) =>
        letter switch
        {
            >= 'a' and <= 'z' or >= '0' and <= '9' or ' ' => letter,
            >= 'A' and <= 'Z' => (char)(letter | 0x20),
            < '\u0080' => letter is '`' ? '\'' : letter,
            '’' or '‘' or '´' => '\'',
            >= '\u00C0' and <= '\u017F' => Accents[letter - '\u00C0'],
            >= '\u0300' and <= '\u036F' or '\u00AD' or >= '\u200B' and <= '\u200D' or '\uFEFF' => '\0',
            _ => char.ToLowerInvariant(letter),
        };

    /// <summary>U+00C0 to U+017F without their accents.</summary>
    private const string Accents =
        "aaaaaaæceeeeiiiiðnooooo×øuuuuyþßaaaaaaæceeeeiiiiðnooooo÷øuuuuyþy"
        + "aaaaaaccccccccddđđeeeeeeeeeegggggggghhħħiiiiiiiiiıĳĳjjkkĸllllllŀ"
        + "ŀłłnnnnnnŉŋŋooooooœœrrrrrrssssssssttttŧŧuuuuuuuuuuuuwwyyyzzzzzzſ";
}
