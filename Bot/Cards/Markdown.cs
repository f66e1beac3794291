using System.Buffers;
using System.Text;

namespace Milestones.Cards;

/// <summary>Makes what a person typed harmless in elements that read Markdown.</summary>
internal static class Markdown
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\*_[](){}~`#+-<>!|&");

    /// <summary>
    /// The same text with every sign escaped that would become formatting, a link, a mention or a date macro.
    /// </summary>
    public static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny(Special) < 0 && !text.Contains('.', StringComparison.Ordinal))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 8);
        var number = LineNumber.Before;
        foreach (var c in text)
        {
            // A tag cannot be escaped with a backslash in every client; a look-alike keeps the sense and loses the
            // power.
            _ = c switch
            {
                '<' => escaped.Append('‹'),
                '>' => escaped.Append('›'),
                '&' => escaped.Append("&amp;"),
                '{' => escaped.Append("{\u200B"),
                '.' when number == LineNumber.Within => escaped.Append("\\."),
                '}' or '|' or '!' => escaped.Append(c),
                _ when Special.Contains(c) => escaped.Append('\\').Append(c),
                _ => escaped.Append(c),
            };
            number = Next(number, c);
        }

        return escaped.ToString();
    }

    /// <summary>Where in a line a number may become the number of a list: "1. first".</summary>
    private enum LineNumber
    {
        Before,
        Within,
        Past,
    }

    private static LineNumber Next(LineNumber number, char c) =>
        c switch
        {
            '\n' or '\r' => LineNumber.Before,
            ' ' or '\t' when number == LineNumber.Before => LineNumber.Before,
            >= '0' and <= '9' when number != LineNumber.Past => LineNumber.Within,
            _ => LineNumber.Past,
        };
}
