namespace Milestones.Language.Reports;

/// <summary>Reads where a level stands now: percent, letters, points, times. The last number that fits is the one that
/// holds.</summary>
internal static class LevelReader
{
    public static Report? Read(ReportLine line, GoalShape goal, DateOnly on)
    {
        var (level, old, step, doubt) = (
            default(double?),
            default(double?),
            default(double?),
            default((Doubt Why, double Number)?)
        );
        foreach (var figure in line.Figures)
        {
            var placed = LevelPlaces.Place(line, goal, figure);
            if (placed.Doubt is { } why)
                doubt = (why, figure.Value);
            else if (!double.IsNaN(placed.Level) && figure.IsOld)
                old = placed.Level;
            else if (!double.IsNaN(placed.Level))
                level = placed.Level;
            else if (!double.IsNaN(placed.Step))
                step = placed.Step;
        }
        if (!line.Has(Sign.Up) && !line.Has(Sign.Down) && !line.Has(Sign.Better))
            level ??= old;
        if (level is { } now)
            return goal.IsOtherSubject(line) ? new Report.Ask(Doubt.OtherScore, now, on) : new Report.Value(now, on);
        if (step is { } by)
        {
            return goal.Goal.Current is { } current && current + by >= 0
                ? new Report.Value(Math.Round(current + by, 6), on)
                : new Report.Ask(Doubt.ThanWhat, Math.Abs(by), on);
        }

        return doubt is { } open ? new Report.Ask(open.Why, open.Number, on) : null;
    }
}
