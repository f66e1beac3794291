using System.Buffers;

namespace Milestones.Turns;

/// <summary>Fields of a CSV file (RFC 4180) that a spreadsheet takes for text, whatever they begin with.</summary>
internal static class Csv
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\"\r\n\t");

    /// <summary>
    /// A field that begins as a formula does gets an apostrophe, which a spreadsheet does not show
    /// (https://owasp.org/www-community/attacks/CSV_Injection).
    /// </summary>
    public static string Field(string? text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..]
            ? $"'{text}"
            : text ?? "";
        return safe.AsSpan().ContainsAny(Quoted) || safe.StartsWith('\'')
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }
}
