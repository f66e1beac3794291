using Milestones.Language.Packs;

namespace Milestones.Language;

/// <summary>Reads digits with the decimal and thousands marks of a language.</summary>
internal static class NumberText
{
    private const int MostDigits = 12;

    /// <summary>The number; NaN when it has more digits than anything a student counts.</summary>
    public static double Read(ReadOnlySpan<char> text, TextLanguage language, out int length) =>
        Read(text, LanguagePacks.Of(language).HasDecimalComma, out length);

    public static double Read(ReadOnlySpan<char> text, bool hasDecimalComma, out int length)
    {
        var (value, scale, digits, at) = (0.0, 0.0, 0, 0);
        var negative = text[0] == '-';
        if (negative)
            at++;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (char.IsAsciiDigit(c))
            {
                digits++;
                if (scale == 0)
                {
                    value = (value * 10) + (c - '0');
                }
                else
                {
                    value += (c - '0') * scale;
                    scale /= 10;
                }
            }
            else if (c is '.' or ',' && scale == 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))
            {
                if (IsThousands(text[(at + 1)..], c, value, hasDecimalComma))
                    continue;
                if (c == ',' && !hasDecimalComma)
                    break;
                scale = 0.1;
            }
            else
            {
                break;
            }
        }
        length = at;
        value = digits > MostDigits ? double.NaN : Math.Round(value, 6);
        return negative ? -value : value;
    }

    private static bool IsThousands(ReadOnlySpan<char> after, char mark, double before, bool hasDecimalComma)
    {
        // Spanish writes 1.200 in Madrid and 1,200 in Mexico City; nobody there counts in thousandths.
        var expected = mark == ',' || (hasDecimalComma && before > 0);
        return expected
            && after.Length >= 3
            && char.IsAsciiDigit(after[1])
            && char.IsAsciiDigit(after[2])
            && (after.Length == 3 || !char.IsAsciiDigit(after[3]));
    }
}
