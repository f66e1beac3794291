using Milestones.Language.Packs;

namespace Milestones.Language.Dates;

/// <summary>
/// A date of three groups of digits, parted by one and the same of / - and . ("1/5/27", "2026-12-05", "5.11.2026"). The
/// order of two groups is the
/// language's, month first in English, unless only the other order makes a month.
/// </summary>
internal static class NumericDate
{
    private const int Century = 2000;

    /// <summary>The date as year · 10,000 + month · 100 + day, be it one the calendar has or not.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int start, TextLanguage language, out int date, out int end)
    {
        (date, end) = (0, start);
        if (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '/'))
            return false;
        var at = start;
        if (
            !TryGroup(text, ref at, out var a, out var digitsA)
            || !TryMark(text, ref at, out var mark)
            || !TryGroup(text, ref at, out var b, out var digitsB)
            || !TryMark(text, ref at, out var second)
            || second != mark
            || !TryGroup(text, ref at, out var c, out var digitsC)
            || digitsB > 2
        )
        {
            return false;
        }

        if (
            at < text.Length
            && (
                char.IsLetterOrDigit(text[at])
                || text[at] == '%'
                || (text[at] == mark && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))
            )
        )
        {
            return false;
        }

        end = at;
        if (digitsA == 4 && digitsC <= 2)
        {
            date = Pack(a, b, c);
        }
        else if (digitsA <= 2 && (digitsC == 4 || (digitsC == 2 && mark != '.')))
        {
            date = Pack(
                digitsC == 2 ? Century + c : c,
                MonthFirst(a, b, language) ? a : b,
                MonthFirst(a, b, language) ? b : a
            );
        }
        else
        {
            return false;
        }

        return true;
    }

    public static bool MonthFirst(double first, double second, TextLanguage language) =>
        LanguagePacks.Of(language).DateGrammar.IsMonthFirst ? first <= 12 || second > 12 : second > 12 && first <= 12;

    private static int Pack(int year, int month, int day) => (year * 10_000) + (month * 100) + day;

    private static bool TryGroup(ReadOnlySpan<char> text, ref int at, out int value, out int digits)
    {
        (value, digits) = (0, 0);
        for (; at < text.Length && char.IsAsciiDigit(text[at]); at++)
        {
            if (++digits > 4)
                return false;
            value = (value * 10) + (text[at] - '0');
        }
        return digits > 0;
    }

    /// <summary>The mark between two groups; a slash may stand between blanks ("9 / 20 / 2026").</summary>
    private static bool TryMark(ReadOnlySpan<char> text, ref int at, out char mark)
    {
        mark = '\0';
        var blank = at < text.Length && text[at] == ' ';
        var i = blank ? at + 1 : at;
        if (i >= text.Length || text[i] is not ('/' or '-' or '.') || (blank && text[i] != '/'))
            return false;
        mark = text[i++];
        at = i < text.Length && text[i] == ' ' && mark == '/' ? i + 1 : i;
        return true;
    }
}
