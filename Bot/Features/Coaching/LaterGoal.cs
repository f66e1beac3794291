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

    /// <summary>
    /// What a wish for one more goal names as that goal: "… like cleaning my room"; null where it names none.
    /// </summary>
    public static string? Named(string text) =>
        Like().Match(text) is { Success: true } like
        && like.Groups["goal"].Value.Trim(' ', '.', '!', ',', '?') is { Length: > 3 } goal
            ? goal
            : null;

    [GeneratedRegex(
        @"\b(?:goals?|one|meta|otra|another)\b.*?\b(?:like|for|to|about|which is|sobre|para|como|de)\b,?\s+"
            + @"(?:like )?(?<goal>.+)$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking
    )]
    private static partial Regex Like();

    [GeneratedRegex(
        @"^(?:(?:oh|and|also|plus|but|btw|y|ah|pero|ademas|además|tambien|también|i|yo|can|could|do|puedo|have|tengo"
            + @"|another|one more|a second|otra|una|goal|meta|is|es|:|wanna|want|would like|quiero|quisiera|need"
            + @"|me gustaría|me gustaria|to|que|too)\b[\s,:]*)+",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Lead();
}
