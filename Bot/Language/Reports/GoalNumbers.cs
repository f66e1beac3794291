namespace Milestones.Language.Reports;

/// <summary>
/// Numbers that only the goal tells how to read: "8 54" of a mile, "a 4" of a goal out of ten, money taken out.
/// </summary>
internal static class GoalNumbers
{
    private static readonly string[] Totals = ["out of ", "/", " of ", " de "];

    /// <summary>Changes the line's figures to what they are of this goal.</summary>
    public static void Settle(ReportLine line, ReportGoal goal)
    {
        if (goal.Unit == "seconds")
            JoinClocks(line);
        if (goal.Unit == "percent" && TotalOf(goal) is { } total)
        {
            for (var i = 0; i < line.Figures.Count; i++)
            {
                if (
                    line.Figures[i]
                        is {
                            Kind: FigureKind.Plain,
                            Thing: null,
                            IsMore: false,
                            CountsOther: false,
                            IsArticle: false
                        } figure
                    && figure.Value <= total
                )
                {
                    line.Figures[i] = figure with { Kind = FigureKind.Score, Total = total };
                }
            }
        }
    }

    /// <summary>Money that went out is no gain, and what is left is what there is.</summary>
    public static Report? Money(ReportLine line, ReportGoal goal, Report? report)
    {
        if (goal.Unit is not "dollars" || report is not Report.Change { Delta: > 0 } change)
            return report;
        foreach (var figure in line.Figures)
        {
            if (
                figure.Value == change.Delta
                && (
                    line.Says(figure.First - 1, "so", "total", "asi que", "entonces")
                    || Follows(line, figure.End, "left", "now", "in there", "in there now", "quedan", "total")
                )
            )
            {
                return new Report.Value(change.Delta, change.On);
            }
        }

        for (var i = 0; i < line.Count; i++)
        {
            if (
                line.Says(
                    i,
                    "spent",
                    "spend",
                    "withdrew",
                    "gaste",
                    "saque",
                    "took out",
                    "take out",
                    "taken out",
                    "blew"
                )
                || (
                    (line.Says(i, "out") || line.Is(i, Sign.OutOf))
                    && Precedes(
                        line,
                        i,
                        "took",
                        "take",
                        "to take",
                        "had to take",
                        "pull",
                        "pulled",
                        "to pull",
                        "taken",
                        "taking",
                        "pulled"
                    )
                )
            )
            {
                return change with { Delta = -change.Delta };
            }
        }

        return report;
    }

    private static bool Follows(ReportLine line, int at, params ReadOnlySpan<string> words)
    {
        for (var i = at; i < line.Count && i < at + 5 && !line[i].IsMark; i++)
        {
            if (line.Says(i, words) || line.TextOf(i).EndsWith(" now", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool Precedes(ReportLine line, int at, params ReadOnlySpan<string> words)
    {
        for (var i = at - 1; i >= 0 && i >= at - 5; i--)
        {
            if (line.Says(i, words))
                return true;
        }

        return false;
    }

    /// <summary>"8 54" is eight minutes fifty-four.</summary>
    private static void JoinClocks(ReportLine line)
    {
        for (var i = 0; i + 1 < line.Figures.Count; i++)
        {
            var (minutes, seconds) = (line.Figures[i], line.Figures[i + 1]);
            if (
                minutes is { Kind: FigureKind.Plain, Thing: null, Value: >= 1 and < 60 }
                && seconds is { Kind: FigureKind.Plain, Thing: null, Value: >= 10 and < 60 }
                && seconds.First == minutes.End
            )
            {
                line.Figures[i] = minutes with
                {
                    End = seconds.End,
                    Value = (minutes.Value * 60) + seconds.Value,
                    Kind = FigureKind.Clock,
                };
                line.Figures.RemoveAt(i + 1);
            }
        }
    }

    /// <summary>"From 4 to 8 out of 10" is kept as percent; a bare 6 is six of ten.</summary>
    private static double? TotalOf(ReportGoal goal)
    {
        foreach (var lead in Totals)
        {
            var at = goal.Sentence.IndexOf(lead, StringComparison.OrdinalIgnoreCase);
            if (at < 1)
                continue;
            var end = at + lead.Length;
            var from = end;
            while (end < goal.Sentence.Length && char.IsAsciiDigit(goal.Sentence[end]))
                end++;
            if (
                end > from
                && end - from <= 2
                && double.Parse(
                    goal.Sentence.AsSpan(from, end - from),
                    System.Globalization.CultureInfo.InvariantCulture
                )
                    is >= 4
                        and <= 60
                        and var total
                && char.IsAsciiDigit(goal.Sentence[..at].TrimEnd()[^1])
            )
            {
                return total;
            }
        }

        return null;
    }
}
