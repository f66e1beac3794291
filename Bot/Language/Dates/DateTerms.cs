using Milestones.Language.Packs;

namespace Milestones.Language.Dates;

/// <summary>
/// The tokens of a text as the parts a date can be made of. Keeps its room from one text to the next.
/// </summary>
internal sealed class DateTerms
{
    private const int LongestWord = 32;
    private const int LongestPhrase = 3;
    private DateTerm[] _terms = new DateTerm[128];
    private int[] _first = new int[128];
    private int _count;

    public ReadOnlySpan<DateTerm> Terms => _terms.AsSpan(0, _count);

    /// <summary>The first term of a token.</summary>
    public int FirstOf(int token) => _first[token];

    public void Read(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, TextLanguage language)
    {
        _count = 0;
        if (_first.Length <= tokens.Length)
            _first = new int[tokens.Length * 2];
        var reader = new TermReader(text, tokens, language, this);
        for (var i = 0; i < tokens.Length; )
        {
            var first = _count;
            for (var next = reader.Read(i); i < next; i++)
                _first[i] = first;
        }
        _first[tokens.Length] = _count;
        DoubtfulWords.Settle(_terms.AsSpan(0, _count));
    }

    public void Add(Part part, double value, int token)
    {
        if (_count == _terms.Length)
            Array.Resize(ref _terms, _count * 2);
        _terms[_count++] = new DateTerm(part, value, token);
    }

    /// <summary>Turns one token after the other into terms.</summary>
    private readonly ref struct TermReader(
        ReadOnlySpan<char> text,
        ReadOnlySpan<Token> tokens,
        TextLanguage language,
        DateTerms terms
    )
    {
        private readonly ReadOnlySpan<char> _text = text;
        private readonly ReadOnlySpan<Token> _tokens = tokens;
        private readonly DateWords _words = LanguagePacks.Of(language).DateWords;
        private readonly SchoolWords _school = LanguagePacks.Of(language).SchoolWords;

        private static readonly UInt128 Amounts = Word.Bit(WordClass.Measure) | Word.Bit(WordClass.Percent);
        private static readonly UInt128 Things =
            Word.Bit(WordClass.Period)
            | Word.Bit(WordClass.Event)
            | Word.Bit(WordClass.Work)
            | Word.Bit(WordClass.Course)
            | Word.Bit(WordClass.Unknown)
            | Word.Bit(WordClass.Grade)
            | Word.Bit(WordClass.Assessment);

        /// <summary>
        /// Adds the terms of a token, or of those that make one date in digits; the token to go on at.
        /// </summary>
        public int Read(int at)
        {
            ref readonly var token = ref _tokens[at];
            if (
                char.IsAsciiDigit(_text[token.Start])
                && NumericDate.TryRead(_text, token.Start, language, out var date, out var end)
            )
            {
                terms.Add(Part.Numeric, date, at);
                do at++;
                while (at < _tokens.Length && _tokens[at].Start < end);
                return at;
            }
            if (token.Shape == Shape.Stop && IsCutShort(at))
                return at + 1;
            if (OpensPhrase(at))
            {
                for (var length = LongestPhrase; length > 1; length--)
                {
                    if (at + length <= _tokens.Length && TryTyped(_text[token.Start.._tokens[at + length - 1].End], at))
                        return at + length;
                }
            }

            if (token.IsMark || token.Shape is not (Shape.Word or Shape.Number or Shape.Ordinal) || !TryWord(at))
                terms.Add(PartOf(token), token.Value, at);
            return at + 1;
        }

        /// <summary>The point of a short name ("dic. 2019") ends no sentence.</summary>
        private bool IsCutShort(int at) =>
            at > 0
            && at + 1 < _tokens.Length
            && _text[_tokens[at].Start] == '.'
            && _tokens[at - 1] is { } name
            && name.End == _tokens[at].Start
            && name.End - name.Start <= 5
            && terms.Terms[^1].Part is Part.Month or Part.Weekday;

        private bool OpensPhrase(int at) =>
            _tokens[at] is { Shape: Shape.Word } token
            && (_words.OpensPhrase(token.Word.Text) || _school.OpensPhrase(token.Word.Text));

        private Part PartOf(in Token token) =>
            token.Shape switch
            {
                Shape.Number => Part.Number,
                Shape.Ordinal => Part.Ordinal,
                Shape.Clock => Part.Clock,
                Shape.Slash => Part.Slash,
                Shape.Stop or Shape.Question => Part.Stop,
                Shape.Comma => _text[token.Start] is '-' or '–' or '—' ? Part.Dash : Part.Comma,
                _ when token.Is(WordClass.Weekday) => token.Is(WordClass.Plural) ? Part.Weekdays : Part.Weekday,
                _ when token.Is(WordClass.Month) => Part.Month,
                _ when token.Is(WordClass.Holiday) => Part.Holiday,
                _ when token.Word.Text is "-" => Part.Dash,
                _ when token.IsAny(Amounts) => token.Is(WordClass.Plural) || token.Is(WordClass.Percent)
                    ? Part.Counted
                    : Part.Thing,
                _ => token.IsAny(Things) ? Part.Thing : Part.Other,
            };

        private bool TryWord(int at)
        {
            ref readonly var token = ref _tokens[at];
            if (token.Shape != Shape.Word && char.IsAsciiDigit(_text[token.Start]))
                return false;
            var isWhole =
                (at == 0 || _tokens[at - 1].Start != token.Start)
                && (at + 1 == _tokens.Length || _tokens[at + 1].Start != token.Start);
            if (isWhole && TryTyped(_text[token.Start..token.End], at))
                return true;
            if (token.Shape == Shape.Word && PartOf(token) is not (Part.Other or Part.Thing or Part.Counted))
                return false;
            return Lookup(token.Word.Text, at) || (token.Shape == Shape.Word && TryPhrase(token.Word.Text, at));
        }

        /// <summary>The word as it was typed; a month and a day may be written as one ("dec18").</summary>
        private bool TryTyped(ReadOnlySpan<char> typed, int at)
        {
            if (typed.Length > LongestWord)
                return false;
            Span<char> folded = stackalloc char[LongestWord];
            for (var i = 0; i < typed.Length; i++)
                folded[i] = Folding.Fold(typed[i]);
            var word = folded[..typed.Length];
            if (Lookup(word, at))
                return true;
            if (word.Contains(' '))
                return false;
            var digits = word.IndexOfAnyInRange('0', '9');
            if (
                digits < 3
                || word.Length - digits > 2
                || word[digits..].ContainsAnyExceptInRange('0', '9')
                || MonthNames.Find(word[..digits]) is not { } month
            )
            {
                return false;
            }

            terms.Add(Part.Month, month, at);
            terms.Add(Part.Number, int.Parse(word[digits..], System.Globalization.CultureInfo.InvariantCulture), at);
            return true;
        }

        private bool Lookup(ReadOnlySpan<char> word, int at)
        {
            if (_words.TryFind(word, out var part, out var value))
                terms.Add(part, value, at);
            else if (_school.TryFind(word, out var occasion))
                terms.Add(Part.School, (int)occasion, at);
            else
                return false;
            return true;
        }

        /// <summary>A set phrase that is no part of a date as a whole may be made of some ("end of year").</summary>
        private bool TryPhrase(string phrase, int at)
        {
            if (!phrase.Contains(' ', StringComparison.Ordinal))
                return false;
            var lexicon = Lexicon.Of(language);
            foreach (var range in phrase.AsSpan().Split(' '))
            {
                var part = phrase.AsSpan(range);
                if (Lookup(part, at))
                    continue;
                if (lexicon.TryFind(part, out var word))
                    terms.Add(PartOf(WordResolver.TokenOf(word, _tokens[at].Start, _tokens[at].End)), word.Value, at);
                else
                    terms.Add(Part.Other, double.NaN, at);
            }
            return true;
        }
    }
}
