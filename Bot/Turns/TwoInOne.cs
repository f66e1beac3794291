using System.Text.RegularExpressions;
using Milestones.Language;
using Milestones.Language.Wanted;
using Milestones.School;

namespace Milestones.Turns;

/// <summary>
/// A message that answers and asks at once: "mom quizzes me in the truck on mondays. does my mom see this?" Each part
/// gets its answer, and the question is no part of the goal.
/// </summary>
internal static partial class TwoInOne
{
    private const int Longest = 400;

    private const int FewestWords = 2;

    /// <summary>What is answered or told, and the question after it; null where the message is one thing.</summary>
    public static (string Told, string Asked, Intent Wants)? Read(TurnContext<Person> context)
    {
        var text = context.Heard.Text.Trim();
        if (text.Length > Longest || Breaks().Matches(text) is not { Count: > 0 } breaks)
        {
            return null;
        }

        var last = breaks[^1];
        var from = last.Groups["ask"] is { Success: true } word ? word.Index : last.Index + last.Length;
        var (told, asked) = (text[..(last.Index + 1)].Trim(), text[from..].Trim());
        if (
            WordCount.Of(asked) < FewestWords
            || !(asked.Contains('?', StringComparison.Ordinal) || AsksSomething().IsMatch(asked))
            // "8. why do u even ask": a number answers alone.
            || (WordCount.Of(told) < FewestWords && !told.Any(char.IsAsciiDigit))
        )
        {
            return null;
        }

        var place = PlaceOf.Person(context.Person);
        return
            context.Read(asked).Wanted(place) is { IsSure: true, Best: var wants }
            && IsQuestion(wants)
            && context.Read(told).Wanted(place) is { IsSure: true, Best: var tells }
            && !IsQuestion(tells)
            ? Read(context with { Heard = context.Read(told) }) is var (first, _, same) && same == wants
                ? (first, asked, wants)
                : (told.TrimEnd(',', '.'), asked, wants)
            : null;
    }

    /// <summary>
    /// What is told and the question behind it, whatever it asks: "march 5, thats my meeting. whats a trial btw". Null
    /// where the last sentence is none; one with a number may be part of the answer.
    /// </summary>
    public static (string Told, string Asked)? WithQuestion(string text)
    {
        var said = text.Trim();
        if (said.Length > Longest || Ends().Matches(said) is not { Count: > 0 } ends)
        {
            return null;
        }

        var first = ends[0];
        if (
            said[..(first.Index + 1)].Trim() is var before
            && AsksSomething().IsMatch(before)
            && said[(first.Index + first.Length)..].Trim() is var answer
            && WordCount.Of(answer) > FewestWords + 1
            && !AsksSomething().IsMatch(answer)
        )
        {
            // "Why do you ask? i mean my mom gets the calls": asked first, and answered.
            return (MeantBy().Replace(answer, string.Empty, 1), before);
        }

        var last = ends[^1];
        var (told, asked) = (said[..last.Index].Trim(), said[(last.Index + last.Length)..].Trim());
        return
            told.Length > 0
            && WordCount.Of(asked) >= FewestWords
            && !asked.Any(char.IsAsciiDigit)
            && AsksSomething().IsMatch(asked)
            ? (told, asked)
            : null;
    }

    /// <summary>The first sentence and all behind it; null where there is one, or a part says too little.</summary>
    public static (string First, string Then)? Parts(string text)
    {
        var said = text.Trim();
        return
            said.Length <= Longest
            && FirstEnd().Match(said) is { Success: true } end
            && (said[..end.Index].Trim(), said[(end.Index + end.Length)..].Trim()) is var (first, rest)
            && first.Length > 0
            && WordCount.Of(rest) > FewestWords
            ? (first, rest)
            : null;
    }

    [GeneratedRegex(
        @"[.!?]+\s+|\n+|,?\s+(?:but|pero|wait|also)\s+",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex FirstEnd();

    [GeneratedRegex(
        @"[.!?]+\s+|\n+|,?\s+(?:but|pero|lol|btw)\s+",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Ends();

    [GeneratedRegex(
        @"^(?:i mean|well|but|like|ok(?:ay)?|pues|bueno)[\s,]+",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex MeantBy();

    [GeneratedRegex(
        @"^(?:and |but |also |y |pero |oye |wait |btw |lol )*(?:what'?s|what (?:is|are|do|does|did|if)"
            + @"|(?:why|y) (?:do|does|did|are|r|is|u|you|would|it|so)|how (?:do|does|did|many|much|is|are|u|would|long"
            + @"|come)"
            + @"|who (?:is|can|sees|else|are)|who'?s|when (?:is|do|does|will)|where (?:is|do|does)"
            + @"|can (?:i|u|you|my|he|she|they)|do (?:u|you|i) |does |is (?:it|that|this|there) |are (?:u|you) "
            + @"|will (?:u|you|it|my)|should i|por ?q(?:u[eé])? |qu[eé] (?:es|son|significa|pasa)|c[oó]mo "
            + @"|cu[aá]nt[oa]s? "
            + @"|puedo |se puede|qui[eé]n(?:es)? (?:puede|ve|es))",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex AsksSomething();

    private static bool IsQuestion(Intent intent) =>
        intent is Intent.Privacy or Intent.Explain or Intent.Abilities or Intent.Status or Intent.MyGoals;

    [GeneratedRegex(
        @"[.!?]+\s+|\n+|,\s+(?<ask>does|do|can|will|who|but can|and who|y qui[eé]n|pero)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Breaks();
}
