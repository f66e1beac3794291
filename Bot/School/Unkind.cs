using Milestones.Language;
using Milestones.Language.Concerns;
using Milestones.Localization;

namespace Milestones.School;

/// <summary>Why words to another person are not passed on.</summary>
internal enum WordFault
{
    TooLong,

    /// <summary>They tell of something that weighs on somebody.</summary>
    Heavy,

    /// <summary>They can hurt.</summary>
    Unkind,
}

/// <summary>Whether words may be passed on at all: read before anything else happens with them.</summary>
internal static class Unkind
{
    /// <summary>
    /// Why these words are not passed on; null where they may be. A single word that hurts is enough: there are other
    /// words for a kind thing.
    /// </summary>
    /// <param name="most">In characters (UTF-16).</param>
    public static WordFault? WhyNot(string? words, int most) =>
        words is null ? null
        : words.Length > most ? WordFault.TooLong
        : ConcernReader.Read(words, language: null).Level != ConcernLevel.None ? WordFault.Heavy
        : Hurts(words) ? WordFault.Unkind
        : null;

    private static bool Hurts(string words)
    {
        var said = Split(words);
        return Voice
            .InEveryLanguage("Word.Unkind")
            .SelectMany(list => list)
            .Select(Split)
            .Any(hurting => Contains(said, hurting));
    }

    private static bool Contains(string[] said, string[] hurting) =>
        Enumerable
            .Range(0, Math.Max(0, said.Length - hurting.Length + 1))
            .Any(at => said.AsSpan(at, hurting.Length).SequenceEqual(hurting));

    private static string[] Split(string text)
    {
        var folded = Folding.Fold(text);
        var words = new List<string>();
        var from = 0;
        for (var at = 0; at <= folded.Length; at++)
        {
            if (at < folded.Length && (char.IsLetter(folded[at]) || folded[at] is '\'' or '’'))
                continue;
            if (at > from)
                words.Add(folded[from..at]);
            from = at + 1;
        }

        return [.. words];
    }
}
