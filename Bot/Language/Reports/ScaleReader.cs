namespace Milestones.Language.Reports;

/// <summary>Reads an answer on a scale: "about a 7", "10 out of 10", "it was a 5 but now its a 7", "un ocho".</summary>
internal static class ScaleReader
{
    /// <summary>The last step said that was not before, a fraction to the nearest; null where none is on the
    /// scale.</summary>
    public static int? Read(string text, int low, int high, TextLanguage language)
    {
        var line = ReportLine.Of(text, language);
        var found = default(int?);
        for (var i = 0; i < line.Count; i++)
        {
            var value = line[i].Value;
            if (!line[i].IsNumber || value < low || value > high || line[i].Is(Sign.Once) || IsNoStep(line, i))
                continue;
            var isLater = line.Says(i - 1, "its a", "its", "a", "ahora", "now") && line.Has(Sign.Old, 0, i);
            if (found is null || isLater)
                found = (int)Math.Round(value, MidpointRounding.AwayFromZero);
        }
        return found;
    }

    /// <summary>The article of "una prueba" and "one thing", the total of "6 out of 10", a count of something: "2
    /// quizzes".</summary>
    private static bool IsNoStep(ReportLine line, int at) =>
        line.Is(at - 1, Sign.OutOf)
        || (line.Is(at - 1, Sign.Minus) && line[at - 1].End == line[at].Start)
        || line.Is(at - 2, Sign.OutOf)
        || line.IsPlural(at + 1)
        || line.ThingAt(at + 1) is not null
        || (line.Says(at, "un", "una") && at + 1 < line.Count && !line[at + 1].IsMark);
}
