using System.Buffers;
using System.Text;

namespace Milestones.Cards;

/// <summary>Makes what a person typed harmless in elements that read Markdown.</summary>
internal static class Markdown
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\*_[](){}~`#+-<>!|&");

    /// <summary>The same text with every sign escaped that would become formatting, a link, a mention or a date macro.</summary>
    public static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny(Special) < 0 && !StartsNumbered(text))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            // A tag cannot be escaped with a backslash in every client; a look-alike keeps the sense and loses the power.
            _ = c switch
            {
                '<' => escaped.Append('‹'),
                '>' => escaped.Append('›'),
                '&' => escaped.Append("&amp;"),
                '{' => escaped.Append("{\u200B"),
                '}' or '|' or '!' => escaped.Append(c),
                _ when Special.Contains(c) => escaped.Append('\\').Append(c),
                _ => escaped.Append(c),
            };
        }

        return StartsNumbered(text) ? escaped.ToString().Insert(text.IndexOf('.', StringComparison.Ordinal), "\\") : escaped.ToString();
    }

    private static bool StartsNumbered(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot is > 0 and < 10 && text.AsSpan(0, dot).IndexOfAnyExceptInRange('0', '9') < 0;
    }
}
