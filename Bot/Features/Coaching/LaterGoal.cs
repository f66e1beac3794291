using System.Text.RegularExpressions;
using Milestones.Language;

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
        if ((Told(text) ?? After(text)) is { } told)
            return told;
        var words = Lead().Replace(text.Trim(), string.Empty, 1).Trim(' ', '.', '!', ',', '?');
        return words.Length < 3 ? text.Trim() : words;
    }

    /// <summary>
    /// What a wish for one more goal names as that goal: "… like cleaning my room"; null where it names none.
    /// </summary>
    public static string? Named(string text) => Told(text) ?? After(text) ?? Liked(text);

    /// <summary>A wish for a goal without "can i do two goals at once".</summary>
    public static string WithoutAsking(string text) =>
        MayI().Replace(text, string.Empty) is var rest && WordCount.Of(rest) >= FewestWords ? rest.Trim() : text;

    [GeneratedRegex(
        @"[,.]?\s*(?:\b(?:like|so|and)\s+)*\b(?:can|could|may) (?:i|we) (?:do|have|make|set) (?:two|2|another|more"
            + @"|both)(?: goals?| ones?)?"
            + @"(?: at once| too| at the same time)?\s*\?*",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex MayI();

    /// <summary>Whether the words wish for one goal more, and say which: a number in them is of that one.</summary>
    public static bool Asks(string text) =>
        Told(text) is not null || After(text) is not null || (MayI().IsMatch(text) && WithoutAsking(text) != text);

    /// <summary>"Start a new goal. sit with someone at lunch": what stands behind the wish.</summary>
    private static string? After(string text) =>
        NewGoal().Match(text) is { Success: true } wish
        && text[wish.Length..].Trim(' ', '.', '!', ',', '?') is var goal
        && WordCount.Of(goal) >= FewestWords
            ? goal
            : null;

    [GeneratedRegex(
        @"^\W*(?:ok |so |and |i want |can i |lets )*(?:start |make |do |add )?(?:a |the |another )?(?:new|other"
            + @"|second|2nd) (?:goal|one)"
            + @"\s*[.:,!]+\s*",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex NewGoal();

    /// <summary>"Can i do the mile one too its like 9:40 now and i want 8:30": what is told behind the wish.</summary>
    public static string? Told(string text) =>
        OneMore().Match(text) is { Success: true } more
        && text[(more.Index + more.Length)..].Trim(' ', '.', '!', ',', '?') is var told
        && WordCount.Of(told) >= FewestWords
        && !told.StartsWith("for ", StringComparison.OrdinalIgnoreCase)
        && !told.StartsWith("about ", StringComparison.OrdinalIgnoreCase)
            ? more.Groups["what"] is { Success: true, Value: var what } && !Which.Contains(what)
                ? $"{what}. {told}"
                : told
            : null;

    private const int FewestWords = 3;

    private static readonly HashSet<string> Which = new(StringComparer.OrdinalIgnoreCase)
    {
        "second",
        "other",
        "new",
        "next",
        "2nd",
        "same",
        "another",
    };

    [GeneratedRegex(
        @"\b(?:can|could|may) (?:i|we) (?:also )?(?:do|have|make|add|start|set)\b(?: (?:a|the|another|one))*"
            + @"(?: (?<what>\p{L}+))? (?:one|goal)s?(?: too| also| as well)?[?.!,]*\s+",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex OneMore();

    private static string? Liked(string text) =>
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
