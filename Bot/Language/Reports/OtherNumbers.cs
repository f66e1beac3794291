using Milestones.Language.Dates;

namespace Milestones.Language.Reports;

/// <summary>
/// Numbers that report nothing: of a day, of somebody's age, and those that only stand beside the one told.
/// </summary>
internal static class OtherNumbers
{
    /// <summary>Takes numbers of days out of the line's figures: "dec 19", "el 15 de enero".</summary>
    public static void DropDates(ReportLine line) => line.Figures.RemoveAll(figure => IsOfDate(line, figure));

    /// <summary>Takes all of them out of the line's figures.</summary>
    public static void Drop(ReportLine line)
    {
        DropDates(line);
        line.Figures.RemoveAll(figure =>
            IsAge(line, figure) || IsOfFailures(line, figure) || IsClock(line, figure) || IsCondition(line, figure)
        );
        // "I got sent out 2 times, that's less than 4", "fueron 5, no 4": only where another number is left.
        for (var i = line.Figures.Count - 1; i >= 0 && line.Figures.Count > 1; i--)
        {
            if (IsBeside(line, line.Figures[i].First - 1))
                line.Figures.RemoveAt(i);
        }
    }

    private static bool IsOfDate(ReportLine line, in Figure figure) =>
        figure is { Kind: FigureKind.Plain, Value: >= 1 and <= 31, Thing: null }
        && (
            IsMonth(line, figure.First - 1)
            || IsMonth(line, figure.End)
            || (line.Says(figure.End, "de", "of") && IsMonth(line, figure.End + 1))
        );

    /// <summary>"May" is a month only where a day stands beside it, and then no word of may be.</summary>
    private static bool IsMonth(ReportLine line, int at) =>
        at >= 0 && at < line.Count && MonthNames.Find(Folding.Fold(line.TextOf(at).ToString())) is not null;

    private static bool IsAge(ReportLine line, in Figure figure) =>
        line.Says(figure.End, "old", "yrs old", "years old")
        || (figure.Thing is "years" && !line.Has(Sign.Did))
        || (line.Says(figure.First - 1, "hes", "shes", "he's", "she's", "is only", "hes only", "shes only"))
        || (line.Says(figure.First - 1, "only") && line.Says(figure.First - 2, "hes", "shes", "he's", "she's"));

    /// <summary>"She texts me at 630", "a las 7": a time of day. "Im at 630" is where one stands.</summary>
    private static bool IsClock(ReportLine line, in Figure figure) =>
        figure is { Kind: FigureKind.Plain, Thing: null, Value: >= 1 and <= 1259 }
        && figure.Value % 1 == 0
        && (figure.Value <= 12 || (figure.Value >= 100 && figure.Value % 100 < 60))
        && (
            (
                line.Says(figure.First - 1, "at")
                && figure.Value >= 100
                && !line.Says(figure.First - 2, "im", "i'm", "am", "now", "is", "was", "its", "it's", "still")
            ) || (line.Says(figure.First - 1, "las") && line.Says(figure.First - 2, "a"))
        );

    /// <summary>"My dad says if i get 4 we play catch": what would be.</summary>
    private static bool IsCondition(ReportLine line, in Figure figure)
    {
        for (var back = 2; back <= FarthestIf; back++)
        {
            if (line.Says(figure.First - back, "if", "si"))
                return line.Says(figure.First - back + 1, "i", "we", "saco", "llego", "tengo", "hago", "leo", "paso");
        }

        return false;
    }

    private const int FarthestIf = 5;

    /// <summary>"Got 2 zeros", "3 missing": how often it went wrong, and no score.</summary>
    private static bool IsOfFailures(ReportLine line, in Figure figure) =>
        figure is { Kind: FigureKind.Plain, Thing: null }
        && line.Says(figure.End, "zeros", "zeroes", "zeros again", "fs", "f's", "ceros", "reprobadas");

    private static bool IsBeside(ReportLine line, int before) =>
        line.Is(before, Sign.LessThan)
        || line.Says(before, "not", "no", "instead of", "rather than", "en vez de", "menos que");
}
