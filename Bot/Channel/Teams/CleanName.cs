using System.Globalization;

namespace Milestones.Channel.Teams;

/// <summary>
/// The name of a person, a team or a channel as a card may show it: cleaned as typed text is, on one line, and no
/// longer than fits. Whoever has a name chose it.
/// </summary>
internal static class CleanName
{
    /// <summary>In signs as a reader counts them.</summary>
    private const int Longest = 64;

    /// <summary>Several marks may sit on one letter; a tower of them is no name.</summary>
    private const int LongestText = 2 * Longest;

    /// <returns>Null where nothing is left to read.</returns>
    public static string? Of(string? name)
    {
        if (name is null)
            return null;
        var words = CleanText.Of(name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var clean = string.Join(' ', words);
        var shown = new StringInfo(clean);
        var cut = shown.LengthInTextElements > Longest ? shown.SubstringByTextElements(0, Longest).TrimEnd() : clean;
        if (cut.Length > LongestText)
            cut = cut[..(char.IsHighSurrogate(cut[LongestText - 1]) ? LongestText - 1 : LongestText)];
        return cut.Length == 0 ? null : cut;
    }
}
