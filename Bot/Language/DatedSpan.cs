namespace Milestones.Language;

/// <summary>
/// "from december 1 to january 20" and "del 1 de diciembre al 20 de enero" are days, no from–to of a measure.
/// </summary>
internal static class DatedSpan
{
    public static bool Is(Statement statement, in RuleMatch match)
    {
        var tokens = statement.Tokens;
        for (var i = match.First; i < match.End; i++)
        {
            if (tokens[i].Is(WordClass.Month))
                return true;
        }

        var next = match.End < tokens.Length && tokens[match.End].Word.Text is "de" or "of" ? match.End + 1 : match.End;
        return next < tokens.Length && tokens[next].Is(WordClass.Month);
    }
}
