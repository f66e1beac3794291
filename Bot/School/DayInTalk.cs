using System.Text.RegularExpressions;
using Milestones.Language;
using Milestones.Language.Dates;
using Milestones.Localization;

namespace Milestones.School;

/// <summary>
/// The day to come that a longer sentence names with a month or after a word such as "by", though other times stand
/// beside it: "by march 9 because the contest is on tuesdays".
/// </summary>
internal static partial class DayInTalk
{
    private const int LongestDay = 6;

    private const int MostWords = 80;

    /// <summary>Month and day stand within so many words.</summary>
    private const int Near = 3;

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

    /// <summary>
    /// The day in a longer answer to the question for one: "fun run is 5/2, is that enough", "ok just put june". The
    /// longest words that name one are it. Null where none is named, or two that differ.
    /// </summary>
    /// <param name="except">A day that is known and not meant: "feb 6 not feb 28".</param>
    public static DateOnly? InAnswer(string text, DateOnly today, TextLanguage language, DateOnly? except = null)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var length = Math.Min(LongestDay, words.Length); length > 0; length--)
        {
            DateOnly? found = null;
            for (var at = 0; at + length <= words.Length && at < MostWords; at++)
            {
                if (Tight(words, at, length, today, language) is not { } day || day == except)
                    continue;
                if (found is { } other && other != day)
                    return null;
                found = day;
            }

            if (found is not null)
                return found;
        }

        return null;
    }

    /// <summary>The day that so many words name together, and fewer of them do not: "3rd of april".</summary>
    private static DateOnly? Tight(string[] words, int at, int length, DateOnly today, TextLanguage language)
    {
        return
            Of(at, length) is { } day && (length == 1 || (Of(at + 1, length - 1) != day && Of(at, length - 1) != day))
            ? day
            : null;

        DateOnly? Of(int from, int count) =>
            DayOf(
                string.Join(' ', words.AsSpan(from, count)!).Trim(',', '.', ';', '!', '?', '(', ')'),
                today,
                language
            );
    }

    private static DateOnly? DayOf(string words, DateOnly today, TextLanguage language)
    {
        // A number alone is a number of anything.
        if (words.Length == 0 || words.All(char.IsAsciiDigit))
            return null;
        return
            DateReader.Find(Plainer(words), today, language) is { Finding: DateFinding.Day, Day: { } day }
            && day > today
            ? day
            : null;
    }

    /// <summary>"End of january like the 29th" as january 29; any other text as it is.</summary>
    public static string Plainer(string said)
    {
        var text = NearMonth().Replace(Corrected().Replace(said, "${now}", 1), "${month} ${day}", 1);
        text = Early().Replace(text, "${month} 7", 1);
        text = Mid().Replace(text, "${month} 15", 1);
        return BareSpan().Match(text) is { Success: true } span ? $"in {span.Groups["span"].Value}" : text;
    }

    /// <summary>"Sometime early feb", "a principios de marzo": a day in its first week.</summary>
    [GeneratedRegex(
        @"^(?:some ?time |maybe |like |around |in )*(?:early|the (?:start|beginning) of) (?<month>\p{L}{3,9})[.!]*$"
            + @"|^(?:a )?(?:principios|inicios) de (?<month>\p{L}{3,10})[.!]*$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Early();

    [GeneratedRegex(
        @"^(?:some ?time |maybe |like |around |in )*(?:mid|mid-|the middle of) ?(?<month>\p{L}{3,9})[.!]*$"
            + @"|^(?:a )?mediados de (?<month>\p{L}{3,10})[.!]*$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Mid();

    /// <summary>"End of the month. no wait i mean end of december": the last word on it.</summary>
    [GeneratedRegex(
        @"^.*\b(?:no wait|wait,? no|i mean|actually|scratch that|digo|quise decir)\b[,:]?\s*(?<now>.+)$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking
    )]
    private static partial Regex Corrected();

    /// <summary>"Ok good. 2 months i guess": so long from now.</summary>
    [GeneratedRegex(
        @"^(?:[^\d.!?]{0,20}[.!?,] ?)?(?:like |maybe |about |idk )*(?<span>(?:\d{1,2}|a|one|two|three|four|five"
            + @"|six) (?:week|month)s?)"
            + @"(?: i guess| maybe| or so| probably)*[.!]*$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex BareSpan();

    [GeneratedRegex(
        @"\b(?:the )?(?:end|middle|beginning) of (?<month>\p{L}{3,9})[,?.]? (?:like|around|maybe|probably|say|so)?"
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
                (leads || IsNamed(part))
                && DateReader.Find(string.Join(' ', part!).TrimEnd(',', '.', ';', '!', '?'), today, language)
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
    /// A day begins with its month or its number, and the other stands near: "march 9, 2027", "9 de marzo", "20th of
    /// may".
    /// </summary>
    private static bool IsNamed(ReadOnlySpan<string> words)
    {
        var near = words[1..Math.Min(words.Length, Near)];
        return IsMonth(words[0]) ? Any(near, IsNumber) : IsNumber(words[0]) && Any(near, IsMonth);
    }

    private static bool Any(ReadOnlySpan<string> words, Func<string, bool> match)
    {
        foreach (var word in words)
        {
            if (match(word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMonth(string word) => MonthNames.Find(Plain(word)) is not null;

    /// <summary>A day of a month: "8.5" is none.</summary>
    private static bool IsNumber(string word) =>
        Plain(word) is { Length: > 0 and <= 4 } plain
        && char.IsAsciiDigit(plain[0])
        && !plain.Contains('.', StringComparison.Ordinal);

    private static string Plain(string word) => Folding.Fold(word).Trim('.', ',', '!', '?', ';', ':', '"', '(', ')');
}
