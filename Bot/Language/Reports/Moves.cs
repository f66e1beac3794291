namespace Milestones.Language.Reports;

/// <summary>Tells by how much something moved from where it stands: "down 3", "two points more than before", "74, up
/// from 68".</summary>
internal static class Moves
{
    private const int Reach = 4;
    private static readonly UInt128 Ways = Signs.Of(Sign.Up, Sign.Down);

    public static Figure Settle(ReportLine line, Figure figure)
    {
        if (Before(line, figure) is var before && before != 0)
            return figure with { Sign = before, ByMerit = IsMerit(line, figure) };
        var moved = After(line, figure);
        return moved.Sign == 0 && IsOld(line, figure.First) ? figure with { IsOld = true } : moved;
    }

    /// <summary>"improved by 5 seconds": better, whichever way that is.</summary>
    private static bool IsMerit(ReportLine line, in Figure figure)
    {
        for (var i = figure.First - 1; i >= 0 && i >= figure.First - Reach; i--)
        {
            if (
                line[i].Is(Sign.Better)
                && line[i].Is(Sign.Up)
                && line.Says(i, "improved", "improved by", "mejore", "mejoro", "gane", "avance")
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"from 68", "last week it was 70".</summary>
    private static bool IsOld(ReportLine line, int at)
    {
        for (
            var i = at - 1;
            i >= 0 && i >= at - Reach && !line[i].IsMark && !line[i].IsNumber && !line[i].Is(Sign.Break);
            i--
        )
        {
            if (
                line[i].Is(Sign.Old)
                && (i == at - 1 || !line.Says(i, "from", "de", "desde", "than", "before", "antes", "over", "since"))
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"went down like 3", "le baje un minuto", "-3", but neither "dropped to 63" nor "up a lot,
    /// 74".</summary>
    private static int Before(ReportLine line, in Figure figure)
    {
        // "put my hand up 3 times" tells how often.
        if ((figure.IsMore && figure.Thing is null) || figure.Thing == "times")
            return 0;
        for (var i = figure.First - 1; i >= 0 && i >= figure.First - Reach; i--)
        {
            var token = line[i];
            if (token.IsAny(Ways))
            {
                return token.Is(Sign.Up) == token.Is(Sign.Down) ? 0
                    : token.Is(Sign.Up) ? 1
                    : -1;
            }

            if (
                i == figure.First - 1
                && token.IsAny(Signs.Of(Sign.Plus, Sign.Minus))
                && figure.Kind == FigureKind.Plain
                && (token.End == line[figure.First].Start || token.End > token.Start + 3)
                && (i == 0 || line[i - 1].End < token.Start)
            )
            {
                return token.Is(Sign.Plus) ? 1 : -1;
            }

            if (
                !token.Is(Sign.By)
                && !line.Says(
                    i,
                    "my",
                    "it",
                    "mi",
                    "la",
                    "lo",
                    "grade",
                    "average",
                    "avg",
                    "score",
                    "time",
                    "tiempo",
                    "promedio",
                    "calificacion",
                    "nota",
                    "me",
                    "este",
                    "esta",
                    "by",
                    "un",
                    "una",
                    "unos",
                    "another",
                    "otros"
                )
            )
            {
                return 0;
            }
        }
        return 0;
    }

    private static Figure After(ReportLine line, Figure figure)
    {
        if (figure.Kind is FigureKind.Letter or FigureKind.Clock)
            return figure;
        var at = figure.End;
        if (line.Says(at, "de", "of"))
            at++;
        if (at >= line.Count || line[at].IsMark)
            return figure;
        var token = line[at];
        if (token.IsAny(Ways) && line.Is(at + 1, Sign.To))
            return figure;
        var than = line.Is(at + 1, Sign.Old) || line.Says(at + 1, "than", "que", "de", "from");
        if (token.IsAny(Signs.Of(Sign.Faster)))
            return figure with { Sign = 1, ByMerit = true };
        if (token.Is(Sign.Slower))
            return figure with { Sign = -1, ByMerit = true };
        if (line.Says(at, "better", "mejor"))
            return figure with { Sign = 1, ByMerit = true };
        if (line.Says(at, "worse", "peor"))
            return figure with { Sign = -1, ByMerit = true };
        if (line.Says(at, "up", "higher", "arriba", "longer", "above", "por encima", "por arriba"))
            return figure with { Sign = 1 };
        if (
            line.Says(
                at,
                "down",
                "lower",
                "abajo",
                "off",
                "shorter",
                "less",
                "menos",
                "below",
                "por debajo",
                "por abajo"
            ) || (token.Is(Sign.Down) && !token.Is(Sign.Old))
        )
        {
            return figure with { Sign = -1 };
        }

        if (token.Is(Sign.MoreThan) && (than || figure.Thing is not null))
            return figure with { Sign = 1 };
        if (figure.IsMore && (than || line.Says(at, "than", "que")))
            return figure with { Sign = 1 };
        return figure;
    }
}
