using System.Text.RegularExpressions;

namespace Milestones.Language.Opinions;

/// <summary>
/// Covers what could tell who somebody is, letter for letter: names that are known, addresses and long numbers.
/// </summary>
internal static partial class Covering
{
    private const char Cover = 'X';

    /// <summary>One letter is an initial, and the word "a".</summary>
    private const int ShortestName = 2;

    /// <param name="names">Names of people, each in as many words as it has.</param>
    public static string Of(string text, IEnumerable<string> names)
    {
        var covered = text.ToCharArray();
        foreach (Match match in Telling().Matches(text))
        {
            covered.AsSpan(match.Index, match.Length).Fill(Cover);
        }

        var known = names
            .SelectMany(name => Folding.Fold(name).Split(Breaks, StringSplitOptions.RemoveEmptyEntries))
            .Where(word => word.Length >= ShortestName && word.Any(char.IsLetter))
            .ToHashSet(StringComparer.Ordinal);
        var folded = Folding.Fold(text);
        for (var at = 0; at < folded.Length; )
        {
            var end = at;
            while (end < folded.Length && (char.IsLetter(folded[end]) || Folding.IsInvisible(folded[end])))
            {
                end++;
            }

            if (end > at && IsName(folded[at..end], known))
            {
                covered.AsSpan(at, end - at).Fill(Cover);
            }

            at = Math.Max(end, at + 1);
        }

        return new string(covered);
    }

    /// <summary>"Marias" without its mark is Maria's.</summary>
    private static bool IsName(string word, HashSet<string> known)
    {
        var plain = string.Concat(word.Where(c => !Folding.IsInvisible(c)));
        return known.Contains(plain)
            || (plain.Length > ShortestName + 1 && plain[^1] == 's' && known.Contains(plain[..^1]));
    }

    private static readonly char[] Breaks = [' ', ',', '.', '-', '\'', '’', '(', ')', '"', '_', '\t'];

    /// <summary>
    /// Addresses of mail and web, handles, and numbers of seven digits and more, however they are parted.
    /// </summary>
    [GeneratedRegex(
        @"[^\s@]+@[^\s@]+|@[^\s@]+|(?:https?://|www\.)\S+|\+?\d(?:[\s().-]?\d){6,}",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Telling();
}
