using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Milestones.Conversations;

namespace Milestones.Channel.Teams;

/// <summary>A file that somebody sent along with a message, or a table they pasted into it.</summary>
internal static partial class HandedFiles
{
    /// <summary>A file of the personal chat lies in its sender's OneDrive, and comes with where to get it.</summary>
    private const string Download = "application/vnd.microsoft.teams.file.download.info";

    private const int LongestAddress = 4000;

    /// <summary>Null for a message that brings neither.</summary>
    public static HandedIn? Of(Activity activity)
    {
        foreach (var attachment in activity.Attachments ?? [])
        {
            if (
                string.Equals(attachment.ContentType, Download, StringComparison.OrdinalIgnoreCase)
                && attachment.Content is { ValueKind: JsonValueKind.Object } file
                && file.TryGetProperty("downloadUrl", out var address)
                && address.ValueKind == JsonValueKind.String
                && address.GetString() is { Length: > 0 and <= LongestAddress } url
            )
            {
                return new(url, null);
            }

            if (attachment.Rich is { } html && Rows(html) is { Count: > 1 } rows)
                return new(null, string.Join('\n', rows));
        }

        return null;
    }

    /// <summary>The rows of a table in HTML, their cells parted by tabs; none where there is no table.</summary>
    private static List<string> Rows(string html) =>
        [
            .. Row()
                .Split(html)
                .Skip(1)
                .Select(row => string.Join('\t', Cell().Split(row[..Math.Max(0, End(row))]).Skip(1).Select(CellText)))
                .Where(row => row.Length > 0),
        ];

    private static int End(string row) =>
        row.IndexOf("</tr", StringComparison.OrdinalIgnoreCase) is var end and >= 0 ? end : row.Length;

    private static string CellText(string cell)
    {
        var text = new StringBuilder(WebUtility.HtmlDecode(Tag().Replace(cell, " ")));
        foreach (var sign in (char[])['\t', '\n', '\r'])
            text.Replace(sign, ' ');
        text = new(CleanText.Of(text.ToString()).Trim());

        // A cell of its own quotes reads as one.
        return text.ToString().Contains('"', StringComparison.Ordinal)
            ? $"\"{text.Replace("\"", "\"\"")}\""
            : text.ToString();
    }

    [GeneratedRegex("<tr(?:\\s[^<>]*)?>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Row();

    [GeneratedRegex("<t[dh](?:\\s[^<>]*)?>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Cell();

    [GeneratedRegex("<[^<>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
