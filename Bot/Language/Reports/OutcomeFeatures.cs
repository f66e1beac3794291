using Milestones.Language.Packs;

namespace Milestones.Language.Reports;

/// <summary>
/// What the fitted judge of outcomes sees of a line, as numbers of a small table: its words and pairs of words, the
/// beginnings, ends and
/// pieces of them, what the lexicon says of them, how the goal counts, and what the rules made of it.
/// </summary>
internal static class OutcomeFeatures
{
    public const int Buckets = 1 << 14;
    private const int LongestWord = 24;
    private const int LongestPiece = 5;
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    public static void Of(ReportLine line, GoalShape goal, Report? byRule, List<int> features)
    {
        features.Clear();
        Span<char> word = stackalloc char[LongestWord + 2];
        var last = Hash('^');
        var tongue = LanguagePacks.Of(line.Language).Trait;
        for (var i = 0; i < line.Count; i++)
        {
            var length = Folded(line.TextOf(i), word);
            var whole = Of('w', tongue, word[..length]);
            Add(features, whole);
            Add(features, Mix(last, whole));
            Pieces(features, word[..length], tongue);
            if (byRule is not null)
                Said(features, line[i].Signs & ((UInt128.One << (int)Sign.Arts) - 1), goal.Family);
            if (!line.Reports[i])
                Add(features, Hash('o'));
            last = whole;
        }
        Add(features, Mix(last, Hash('$')));
        Add(features, Mix(Hash('f'), (uint)goal.Family));
        Add(features, Mix(Hash('l'), goal.Goal.LowerIsBetter ? 1u : 0));
        Add(features, Mix(Hash('n'), (uint)Math.Min(line.Count, 12)));
        if (byRule is null)
            return;
        Add(features, Mix(Hash('r'), Kind(byRule)));
        Add(features, Mix(Mix(Hash('r'), Kind(byRule)), (uint)goal.Family));
    }

    private static void Said(List<int> features, UInt128 signs, Family family)
    {
        for (; signs != 0; signs &= signs - 1)
        {
            var sign = (uint)UInt128.TrailingZeroCount(signs);
            Add(features, Mix(Hash('s'), sign));
            Add(features, Mix(Mix(Hash('g'), sign), (uint)family));
        }
    }

    private static uint Kind(Report report) =>
        report switch
        {
            Report.Done => 1,
            Report.Setback => 2,
            Report.Ask => 3,
            Report.Effort => 4,
            _ => 5,
        };

    private static int Folded(ReadOnlySpan<char> typed, Span<char> word)
    {
        var length = 0;
        word[length++] = '<';
        foreach (var c in typed)
        {
            if (length <= LongestWord && c is not ('\'' or '’') && !Folding.IsInvisible(c))
                word[length++] = char.IsAsciiDigit(c) ? '0' : Folding.Fold(c);
        }

        word[length++] = '>';
        return length;
    }

    private static void Pieces(List<int> features, ReadOnlySpan<char> word, char tongue)
    {
        for (var size = 3; size <= LongestPiece; size++)
        {
            for (var from = 0; from + size <= word.Length; from++)
                Add(features, Of('p', tongue, word.Slice(from, size)));
        }
    }

    private static uint Of(char kind, char tongue, ReadOnlySpan<char> text)
    {
        var hash = Mix(Hash(kind), tongue);
        foreach (var c in text)
            hash = (hash ^ c) * Prime;
        return hash;
    }

    private static uint Hash(char c) => (Offset ^ c) * Prime;

    private static uint Mix(uint a, uint b) => ((a * 31) ^ b) * Prime;

    private static void Add(List<int> features, uint hash)
    {
        hash ^= hash >> 15;
        features.Add((int)(hash % Buckets));
    }
}
