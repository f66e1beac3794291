using System.Text.RegularExpressions;

namespace Milestones.Language;

/// <summary>
/// What something is to be called from now on: what stands in quotation marks, or behind words that give a name.
/// </summary>
internal static partial class NewName
{
    private const int Longest = 80;

    /// <summary>The name in words that were read as giving one; null where they say none.</summary>
    public static string? In(string text) =>
        Named(Quoted().Match(text)) ?? (Lead().Match(text) is { Success: true } lead ? Named(lead) : null);

    private static string? Named(Match match) =>
        match.Success
        && Please().Replace(match.Groups["name"].Value, string.Empty).Trim(' ', ',', '.', '!', ';') is { } name
        && name.Length is >= 2 and <= Longest
            ? name
            : null;

    [GeneratedRegex("""["“«](?<name>[^"”»]{2,80})["”»]""", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();

    [GeneratedRegex(
        @"\b(?:(?:re)?name it(?: to)?|call it|title (?:it|should be|is|to)|(?:name|title) to|que se llame|ll[aá]mal[ao]"
            + @"|de nombre(?: ponle)?|el nombre a)[\s:]+(?:just |like )?(?<name>[^.!?;,\n]+)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Lead();

    [GeneratedRegex(
        @"\s+(?:please|pls|plz|instead|ok(?:ay)?|thanks?|thx|porfa(?:vor)?|por favor|gracias.*|and then .*)\s*$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Please();
}
