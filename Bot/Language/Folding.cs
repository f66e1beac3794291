using System.Globalization;

namespace Milestones.Language;

/// <summary>
/// Brings a letter to the form the lexicons use: lower case, without the accents students leave out as often as not.
/// </summary>
internal static class Folding
{
    private static readonly char[] Latin = Build();

    public static char Fold(char c) => c < Latin.Length ? Latin[c] : char.ToLowerInvariant(c);

    /// <summary>
    /// A mark that sits on or inside a word without being part of it: combining accents, joiners, direction marks.
    /// </summary>
    public static bool IsInvisible(char c) =>
        c > 0xAC && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;

    public static string Fold(string text) =>
        string.Create(
            text.Length,
            text,
            static (span, from) =>
            {
                for (var i = 0; i < span.Length; i++)
                    span[i] = Fold(from[i]);
            }
        );

    private static char[] Build()
    {
        var table = new char[0x180];
        for (var i = 0; i < table.Length; i++)
        {
            var c = char.ToLowerInvariant((char)i);
            var decomposed =
                c > 127 && char.IsLetter(c) ? c.ToString().Normalize(System.Text.NormalizationForm.FormD)[0] : c;
            table[i] = decomposed;
        }
        return table;
    }
}
