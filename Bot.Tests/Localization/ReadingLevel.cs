using System.Text.RegularExpressions;

namespace Milestones.Tests.Localization;

/// <summary>
/// The Flesch–Kincaid grade of an English text: 0.39 × words per sentence + 11.8 × syllables per word − 15.59 (Kincaid
/// and others, 1975).
/// </summary>
/// <remarks>
/// A sentence ends at . ! ? … or at the end of a line. A word is letters with apostrophes; a number counts as a word of
/// one syllable.
/// Syllables are groups of vowels, less a silent e at the end; words for which that is wrong are listed.
/// </remarks>
internal static partial class ReadingLevel
{
    private static readonly Dictionary<string, int> Exceptions = new (string Word, int Syllables)[]
    {
        ("area", 3),
        ("being", 2),
        ("chemistry", 3),
        ("create", 2),
        ("every", 2),
        ("everyone", 3),
        ("everything", 3),
        ("goes", 1),
        ("homework", 2),
        ("idea", 3),
        ("ideas", 3),
        ("maybe", 2),
        ("milestone", 2),
        ("milestones", 2),
        ("notebook", 2),
        ("quiet", 2),
        ("safety", 2),
        ("science", 2),
        ("something", 2),
        ("sometimes", 2),
        ("someone", 2),
        ("someone's", 2),
        ("wherever", 3),
    }.ToDictionary(word => word.Word, word => word.Syllables, StringComparer.OrdinalIgnoreCase);

    public static double Grade(string text)
    {
        var words = Words(text).ToList();
        var sentences = text.Split(['.', '!', '?', '…', '\n']).Count(sentence => sentence.Any(char.IsLetterOrDigit));
        return words.Count == 0
            ? 0
            : (0.39 * words.Count / sentences) + (11.8 * words.Sum(Syllables) / words.Count) - 15.59;
    }

    public static IEnumerable<string> Words(string text) => Word().Matches(text).Select(match => match.Value);

    public static int Syllables(string word)
    {
        if (Exceptions.TryGetValue(word, out var known))
            return known;
        var letters = word.ToLowerInvariant().Where(char.IsLetter).ToArray();
        var groups = 0;
        for (var i = 0; i < letters.Length; i++)
            groups += IsVowel(letters[i]) && (i == 0 || !IsVowel(letters[i - 1])) ? 1 : 0;
        return Math.Max(1, groups - (EndsSilent(letters) ? 1 : 0));
    }

    /// <summary>"make", "makes" and "asked", but not "table", "classes" and "wanted".</summary>
    private static bool EndsSilent(ReadOnlySpan<char> letters) =>
        letters switch
        {
            [.., var one, 'l', 'e'] => IsVowel(one),
            [.., var one, 'l', 'e', 's' or 'd'] => IsVowel(one),
            [.., var before, 'e'] => !IsVowel(before),
            [.., 's' or 'x' or 'z' or 'h' or 'c' or 'g', 'e', 's'] => false,
            [.., var before, 'e', 's'] => !IsVowel(before),
            [.., 't' or 'd', 'e', 'd'] => false,
            [.., var before, 'e', 'd'] => !IsVowel(before),
            _ => false,
        };

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    [GeneratedRegex(@"[A-Za-z]+(?:['’][A-Za-z]+)*|\d+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
