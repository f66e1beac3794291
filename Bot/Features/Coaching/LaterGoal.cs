using System.Text.RegularExpressions;

namespace Milestones.Features.Coaching;

/// <summary>
/// A goal that came up while another was being made: kept for after it, without the words that lead to it.
/// </summary>
internal static partial class LaterGoal
{
    /// <summary>More than these are no list any more.</summary>
    public const int Most = 5;

    public static string Words(string text)
    {
        var words = Lead().Replace(text.Trim(), string.Empty, 1).Trim(' ', '.', '!', ',', '?');
        return words.Length < 3 ? text.Trim() : words;
    }

    [GeneratedRegex(
        @"^(?:(?:oh|and|also|plus|but|btw|y|ah|pero|ademas|además|tambien|también|i|yo|can|could|do|puedo|have|tengo"
            + @"|another|one more|a second|otra|una|goal|meta|is|es|:|wanna|want|would like|quiero|quisiera|need"
            + @"|me gustaría|me gustaria|to|que|too)\b[\s,:]*)+",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Lead();
}
