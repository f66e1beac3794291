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
        if (WordCount.Of(told) < FewestWords || WordCount.Of(asked) < FewestWords)
        {
            return null;
        }

        var place = PlaceOf.Person(context.Person);
        return
            context.Read(asked).Wanted(place) is { IsSure: true, Best: var wants }
            && IsQuestion(wants)
            && context.Read(told).Wanted(place) is { IsSure: true, Best: var tells }
            && !IsQuestion(tells)
            ? (told.TrimEnd(',', '.'), asked, wants)
            : null;
    }

    private static bool IsQuestion(Intent intent) =>
        intent is Intent.Privacy or Intent.Explain or Intent.Abilities or Intent.Status or Intent.MyGoals;

    [GeneratedRegex(
        @"[.!?]+\s+|\n+|,\s+(?<ask>does|do|can|will|who|but can|and who|y qui[eé]n|pero)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Breaks();
}
