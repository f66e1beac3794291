using System.Text.RegularExpressions;
using Milestones.Language;
using Milestones.Language.Dates;
using Milestones.Localization;

namespace Milestones.Features.Coaching;

/// <summary>
/// The day to come that a longer sentence names with a month or after a word such as "by", though other times stand
/// beside it: "by march 9 because the contest is on tuesdays".
/// </summary>
internal static partial class DayInTalk
{
    private const int LongestDay = 6;

    private const int MostWords = 80;

    private static readonly HashSet<string> Leads = [.. Voice.InEveryLanguage("Word.By").SelectMany(words => words)];

    /// <returns>Null where no such day is named, or two that differ.</returns>
    public static DateOnly? Find(string text, DateOnly today, TextLanguage language)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        DateOnly? found = null;
        for (var at = 0; at < words.Length && at < MostWords; at++)
        {
            if (DayAt(words, at, today, language) is not ({ } day, var length))
            {
                continue;
            }

            if (found is { } other && other != day)
            {
                return null;
            }

            found = day;
            at += length - 1;
        }

        return found;
    }

    /// <summary>"End of january like the 29th" as january 29; any other text as it is.</summary>
    public static string Plainer(string text) => NearMonth().Replace(text, "${month} ${day}", 1);

    [GeneratedRegex(
        @"\b(?:the )?(?:end|middle|beginning) of (?<month>\p{L}{3,9}),? (?:like|around|maybe|probably|say|so)?"
            + @"\s*(?:the )?(?<day>\d{1,2})(?:st|nd|rd|th)?\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex NearMonth();

    private static (DateOnly? Day, int Length) DayAt(string[] words, int at, DateOnly today, TextLanguage language)
    {
        var leads = Leads.Contains(Plain(words[at]));
        for (var length = Math.Min(LongestDay, words.Length - at); length > 1; length--)
        {
            var part = words.AsSpan(at, length);
            if (
                (leads || (Begins(part[0]) && HasMonth(part) && HasDay(part)))
                && DateReader.Find(string.Join(' ', part!), today, language)
                    is { Finding: DateFinding.Day, Day: { } day }
                && day > today
            )
            {
                return (day, length);
            }
        }

        return (null, 0);
    }

    /// <summary>
    /// A day begins with its month, its number or the word before that: "march 9", "9 de marzo", "20th of may".
    /// </summary>
    private static bool Begins(string word) =>
        Plain(word) is var plain
        && (MonthNames.Find(plain) is not null || (plain.Length > 0 && char.IsAsciiDigit(plain[0])));

    private static bool HasDay(ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Plain(word) is { Length: > 0 and <= 4 } plain && char.IsAsciiDigit(plain[0]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasMonth(ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (MonthNames.Find(Plain(word)) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static string Plain(string word) => Folding.Fold(word).Trim('.', ',', '!', '?', ';', ':', '"', '(', ')');
}
