namespace Milestones.Language.Wanted;

/// <summary>
/// A text as its words: folded, apostrophes gone, letters typed three times or more squeezed to one, a number as
/// <c>#</c> with its digits' count.
/// Of a long text only the beginning is kept: what is wanted is said there.
/// </summary>
internal sealed class PlainText
{
    public const int Longest = 600;
    public const int MostWords = 120;

    /// <summary>So many characters are looked at even where most of them are marks that count for nothing.</summary>
    private const int MostLooked = 4 * Longest;

    private readonly char[] _letters = new char[Longest + 2];
    private readonly int[] _ends = new int[MostWords];

    public int Count { get; private set; }

    public bool Asks { get; private set; }

    public bool Shouts { get; private set; }

    public bool HasNumber { get; private set; }

    /// <summary>All words with a blank before, between and after them.</summary>
    public ReadOnlySpan<char> Letters => _letters.AsSpan(0, Count == 0 ? 1 : _ends[Count - 1] + 1);

    public ReadOnlySpan<char> Word(int index) => _letters.AsSpan(StartOf(index), _ends[index] - StartOf(index));

    /// <summary>Some words in a row with the blanks between them.</summary>
    public ReadOnlySpan<char> Words(int index, int count) =>
        _letters.AsSpan(StartOf(index), _ends[index + count - 1] - StartOf(index));

    public void Read(ReadOnlySpan<char> text)
    {
        (Count, Asks, Shouts, HasNumber) = (0, false, false, false);
        _letters[0] = ' ';
        var (at, inNumber, run) = (1, false, 0);
        for (var i = 0; i < Math.Min(text.Length, MostLooked) && at < Longest; i++)
        {
            var c = text[i];
            Asks |= c is '?' or '¿';
            Shouts |= c is '!' or '¡';
            if (c is '\'' or '’' or '`' or '´' || Folding.IsInvisible(c))
                continue;
            if (inNumber && c is '.' or ',' or ':' or '/' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
                continue;
            if (char.IsLetter(c))
            {
                if (inNumber)
                    at = EndWord(at);
                inNumber = false;
                var letter = Folding.Fold(c);
                run = letter == _letters[at - 1] ? run + 1 : 1;
                if (run == 3)
                    at--;
                if (run < 3)
                    _letters[at++] = letter;
            }
            else if (char.IsAsciiDigit(c))
            {
                inNumber = HasNumber = true;
                if (at < 2 || _letters[at - 1] != '#' || _letters[at - 2] != '#')
                    _letters[at++] = '#';
            }
            else
            {
                at = EndWord(at);
                inNumber = false;
            }
            if (Count == MostWords)
                return;
        }
        EndWord(at);
    }

    private int StartOf(int index) => index == 0 ? 1 : _ends[index - 1] + 1;

    private int EndWord(int at)
    {
        if (_letters[at - 1] == ' ' || Count == MostWords)
            return at;
        var start = Count == 0 ? 1 : _ends[Count - 1] + 1;
        if (Misspellings.Right(_letters.AsSpan(start, at - start)) is { } right && start + right.Length < Longest)
        {
            right.CopyTo(_letters.AsSpan(start));
            at = start + right.Length;
        }

        _ends[Count++] = at;
        _letters[at] = ' ';
        return at + 1;
    }
}
