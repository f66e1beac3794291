namespace Milestones.Language.Reports;

/// <summary>Reads what happened in the day or week that a habit is measured by.</summary>
internal static class HabitReader
{
    public static Report? Read(ReportLine line, GoalShape goal, DateOnly on)
    {
        double? value = null;
        var step = 0.0;
        foreach (var figure in line.Figures)
        {
            var amount = AmountOf(line, goal, figure);
            if (
                double.IsNaN(amount)
                || (figure.IsArticle && figure.Thing is null && goal.Thing is "minutes" or "hours")
                || (figure.IsOld && value is not null)
            )
            {
                continue;
            }

            if (figure.Sign != 0 || figure.IsMore)
                step = (figure.Sign == 0 ? 1 : figure.Sign) * amount;
            else if (!(figure.IsArticle && value is not null))
                value = amount;
        }
        if (value is not null)
            return new Report.Value(value.Value, on);
        if (
            goal.Goal.LowerIsBetter
            && (
                (
                    goal.Thing is not ("minutes" or "hours")
                    && CountReader.IsSpotless(line)
                    && !line.Has(Sign.Fail)
                    && !line.Has(Sign.MoreThan)
                ) || IsNone(line, goal)
            )
        )
        {
            // One day on time is no week without a tardy.
            return line.Has(Sign.Today) && !line.Has(Sign.Period) && !line.Has(Sign.Whole) && !goal.IsDaily
                ? new Report.Effort(on)
                : new Report.Value(0, on);
        }

        if (step != 0)
        {
            return goal.Goal.Current is { } current
                ? new Report.Value(Math.Max(0, current + step), on)
                : new Report.Ask(Doubt.ThanWhat, Math.Abs(step), on);
        }

        if (goal.Thing is "minutes" or "hours" || line.Has(Sign.Goal))
            return null;
        return
            Occasions.Days(line) is var days
            && days > 0
            && (!goal.Goal.LowerIsBetter || line.Has(Sign.Late) || line.Has(Sign.Absent) || line.Has(Sign.Referred))
            && !line.Has(Sign.Fail)
            && !line.Has(Sign.Nothing)
            // What is to become rarer happened once more; what is to be done more often was done on so many days.
            ? goal.Goal.LowerIsBetter
                ? new Report.Change(days, on)
                : new Report.Value(days, on)
            : null;
    }

    private static double AmountOf(ReportLine line, GoalShape goal, in Figure figure)
    {
        if (goal.Thing is not ("minutes" or "hours"))
            return CountReader.Counts(line, goal, figure) ? figure.Value : double.NaN;
        if (figure.Kind != FigureKind.Plain || figure.CountsOther)
            return double.NaN;
        var minutes = figure.Thing switch
        {
            null => goal.Thing == "hours" ? 60 : 1,
            "hours" => 60,
            "minutes" => 1,
            "seconds" => 1 / 60.0,
            _ => double.NaN,
        };
        return Math.Round(figure.Value * minutes / (goal.Thing == "hours" ? 60 : 1), 6);
    }

    private static bool IsNone(ReportLine line, GoalShape goal)
    {
        for (var i = 0; i < line.Count; i++)
        {
            if (line[i].Is(Sign.Nothing) && (line.ThingAt(i + 1) == goal.Thing || line.Count <= 4))
                return true;
        }

        return false;
    }
}
