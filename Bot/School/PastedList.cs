using System.Text.RegularExpressions;
using Milestones.Language;
using Milestones.Localization;

namespace Milestones.School;

/// <summary>
/// Sentences as a teacher types or pastes them: a line each, with numbers, bullets or the cells of a table around
/// them.
/// </summary>
internal static partial class PastedList
{
    /// <summary>In the order they stand in; headings and doubles are left out.</summary>
    public static IReadOnlyList<string> Read(string? text)
    {
        var lines = (text ?? string.Empty).Split(['\n', '\r', '\v', '\u2028', '\u2029'], Clean);
        if (lines is [var only])
            lines = only.Split(';', Clean);
        return
        [
            .. lines.Select(Sentence).Where(line => IsSentence(line)).Distinct(StringComparer.CurrentCultureIgnoreCase),
        ];
    }

    /// <summary>The place of the first that is too long, counted from 1; 0 where none is.</summary>
    public static int TooLong(IReadOnlyList<string> sentences, int most) =>
        sentences.Index().FirstOrDefault(one => one.Item.Length > most) is { Item: not null } one ? one.Index + 1 : 0;

    private const StringSplitOptions Clean = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    /// <summary>
    /// Of a table's row the first cell with a sentence in it, else with a word: before it stand numbers and codes. The
    /// row over the table has none.
    /// </summary>
    private static string Sentence(string line)
    {
        var cells = line.Split('\t', Clean).Select(Bare).ToList();
        return cells.Exists(IsHeading)
            ? string.Empty
            : cells.Find(cell => WordCount.Of(cell) > 1) ?? cells.Find(cell => cell.Any(char.IsLetter)) ?? string.Empty;
    }

    /// <summary>Without what counts it, and with one space where there were several.</summary>
    private static string Bare(string cell)
    {
        var text = Spaces().Replace(cell, " ").Trim();
        return Counted().Match(text) is { Success: true } counted ? counted.Groups["rest"].Value.Trim() : text;
    }

    private static bool IsSentence(string text) => text.Any(char.IsLetter) && !text.EndsWith(':');

    /// <summary>"Learning targets", "Success criteria".</summary>
    private static bool IsHeading(string text) =>
        Voice
            .InEveryLanguage("Word.ListHeadings")
            .SelectMany(words => words)
            .Contains(text, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"[\s\p{Cc}\p{Cf}]+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();

    /// <summary>"1.", "2)", "(3)", "1.2.", "a)", "•", "☐", and a lone number before a capital letter.</summary>
    [GeneratedRegex(
        @"^(?:\(?\d{1,3}(?:\.\d{1,3})*[.):]+\s+|\d{1,3}[):]|\d{1,3}(?:\.\d{1,3})+\s+|\(?[a-zA-Z][.)]\s+"
            + @"|[-–—*·•▪◦●○■□☐☑✓✔➢►]\s*)+(?<rest>\S.*)$"
            + @"|^\d{1,2}\s(?<rest>\p{Lu}.*)$|^\d{1,2}\.(?<rest>\p{Lu}\p{Ll}*\s.*)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Counted();
}
