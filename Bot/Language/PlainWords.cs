using System.Text;

namespace Milestones.Language;

/// <summary>Words without accents, capitals and marks, a blank before, between and after them.</summary>
internal static class PlainWords
{
    public static string Of(string text)
    {
        var folded = new StringBuilder(" ");
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                folded.Append(Folding.Fold(c));
            else if (c is not ('\'' or '’') && folded[^1] != ' ')
                folded.Append(' ');
        }

        return folded[^1] == ' ' ? folded.ToString() : folded.Append(' ').ToString();
    }
}
