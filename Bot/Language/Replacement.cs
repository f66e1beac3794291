using System.Text.RegularExpressions;

namespace Milestones.Language;

/// <summary>What takes the place of something said before, in the words that say so: "85 not 80".</summary>
internal static partial class Replacement
{
    /// <summary>Whether the words take something back; a bare number does not.</summary>
    public static bool TakesBack(string text) => Takes().IsMatch(text);

    /// <summary>What stands now and what stood before; null where not both are said.</summary>
    public static (string New, string Old)? Of(string text) =>
        OfWords(text) is { } words ? words
        : Denied().Match(text) is { Success: true } denied ? (denied.Groups["new"].Value, denied.Groups["old"].Value)
        // In "no not 71, it was 70" the no stands for nothing.
        : Replaced().Match(text) is { Success: true } said && !No().IsMatch(said.Groups["new"].Value)
            ? (said.Groups["new"].Value, said.Groups["old"].Value)
        : Says().Match(text) is { Success: true } says ? (says.Groups["new"].Value, says.Groups["old"].Value)
        : Numbers().Match(text) is { Success: true } number ? (number.Groups["new"].Value, number.Groups["old"].Value)
        : null;

    /// <summary>Words in the place of words: "it should say 2 step word problems not it".</summary>
    public static (string New, string Old)? OfWords(string text) =>
        WordsForWords().Match(text) is { Success: true } words
            ? (words.Groups["new"].Value.Trim(), words.Groups["old"].Value.Trim())
            : null;

    [GeneratedRegex(
        @"\b(?:should|to|supposed to|debe|que) (?:say|read|decir|diga) (?<new>\P{L}?.{2,60}?),? (?:not|instead of"
            + @"|y no|en vez de) (?<old>[\p{L} ]{2,40})[.!?]*$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex WordsForWords();

    [GeneratedRegex(
        @"^(?:no+|nah|nope|wait|lol|ok|what)[.:]*$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex No();

    /// <summary>"85 no 80": a bare no stands between numbers only.</summary>
    [GeneratedRegex(
        @"(?<new>[\p{L}%+\-.:]*\d[\p{L}\p{N}%+\-.:]*),?\s+no\s+"
            + @"(?<old>[\p{L}%+\-:$]*\d[\p{L}\p{N}%+\-:]*(?:\.\d+)?)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Numbers();

    /// <summary>"no es 4, es 3", "its not 4 its 3", "no era el 25, sino el 18".</summary>
    [GeneratedRegex(
        @"\b(?:not|isn'?t|no es|no son|no era|no eran|no tengo|no traigo|no saco|no) (?:el |la |the |at )?"
            + @"(?<old>[\p{L}%+\-:$]*\d[\p{L}\p{N}%+\-:]*(?:\.\d+)?),? "
            + @"(?:it'?s|its|it is|it was|but|es|son|era|eran|fue|fueron|sino) (?:el |la |the )?"
            + @"(?<new>[\p{L}\p{N}%+\-.:]*\d[\p{L}\p{N}%+\-:]*)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Denied();

    /// <summary>"my plan still says 30. make it 35", "dice 30, ponle 35".</summary>
    [GeneratedRegex(
        @"\b(?:says?|dice) \$?(?<old>\d+(?:[.:]\d+)?)%?\W+(?:\p{L}+ ){0,2}"
            + @"(?:make it|should be|change it to|ponle|debe ser|c[aá]mbialo a) \$?(?<new>\d+(?:[.:]\d+)?)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Says();

    [GeneratedRegex(
        @"\b(?:no|not|nah|wait|actually|mean|meant|said|make it|change|instead|rather|oops|sorry|should be"
            + @"|espera|digo|dije|quise|mejor|cambia\w*|perd[oó]n|en realidad|en vez|en lugar|ponle|corrige)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Takes();

    /// <summary>"85 not 80", "reading, not writing", "85 instead of 80", "85 no 80", "85 en vez de 80".</summary>
    [GeneratedRegex(
        @"(?<new>[\p{L}\p{N}%+\-.:]+),?\s+(?:not|instead of|rather than|en vez de|en lugar de)\s+"
            + @"(?<old>[\p{L}\p{N}%+\-:$]+(?:\.\d+)?)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Replaced();
}
