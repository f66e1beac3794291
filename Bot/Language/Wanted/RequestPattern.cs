namespace Milestones.Language.Wanted;

/// <summary>One way to put a request, as a line of <c>requests.txt</c> has it.</summary>
internal sealed class RequestPattern
{
    private readonly Part[] _parts;

    public RequestPattern(string line)
    {
        var (wish, pattern) = line.Split(':') is [var first, var rest]
            ? (first, rest)
            : throw new FormatException($"No name before a colon: {line}");
        Wish = wish;
        _parts = [.. pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Part.Of)];
    }

    public string Wish { get; }

    /// <summary>
    /// Whether the words are put like this, and which of them were asked for; an empty range where nothing was.
    /// </summary>
    public bool Fits(ReadOnlySpan<SpokenWord> words, out Range named)
    {
        named = default;
        return Fits(words, 0, 0, ref named);
    }

    private bool Fits(ReadOnlySpan<SpokenWord> words, int at, int part, ref Range named)
    {
        if (part == _parts.Length)
            return at == words.Length;
        var here = _parts[part];
        if (here.IsAnything || here.IsNamed)
        {
            var most = here.IsNamed ? Math.Min(words.Length, at + Part.MostNamed) : words.Length;
            for (var end = here.IsNamed ? at + 1 : at; end <= most; end++)
            {
                if (Fits(words, end, part + 1, ref named))
                {
                    if (here.IsNamed)
                        named = at..end;
                    return true;
                }
            }

            return false;
        }
        if (at < words.Length && here.Words.Contains(words[at].Folded) && Fits(words, at + 1, part + 1, ref named))
            return true;
        return here.IsOptional && Fits(words, at, part + 1, ref named);
    }

    private sealed record Part(string[] Words, bool IsOptional, bool IsNamed, bool IsAnything)
    {
        public const int MostNamed = 40;

        public static Part Of(string text) =>
            text switch
            {
                "_" => new Part([], false, true, false),
                "..." => new Part([], false, false, true),
                _ => new Part(text.TrimEnd('?').Trim('(', ')').Split('|'), text.EndsWith('?'), false, false),
            };
    }
}

/// <summary>A word of a text: folded, without apostrophes, and where it stands.</summary>
internal readonly record struct SpokenWord(string Folded, TextSpan Span)
{
    private const int MostWords = 60;
    private const int MostLooked = 1000;

    public static SpokenWord[] Of(string text)
    {
        var words = new List<SpokenWord>();
        for (var i = 0; i < Math.Min(text.Length, MostLooked) && words.Count < MostWords; )
        {
            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || IsInside(text, start, i)))
                i++;
            if (i > start)
            {
                words.Add(
                    new SpokenWord(Folding.Fold(WithoutApostrophes(text[start..i])), new TextSpan(start, i - start))
                );
            }
            else
            {
                i++;
            }
        }
        return [.. words];
    }

    private static string WithoutApostrophes(string word) =>
        word.Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal);

    private static bool IsInside(string text, int start, int at) =>
        at > start
        && text[at] is '\'' or '’' or '-' or '.'
        && at + 1 < text.Length
        && char.IsLetterOrDigit(text[at + 1]);
}
