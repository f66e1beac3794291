namespace Milestones.Language.Reports;

/// <summary>What one number means on a goal that is a level: where it stands, by how much it moved, or a
/// question.</summary>
internal readonly record struct Placed(double Level, double Step, Doubt? Doubt)
{
    public static Placed Nowhere { get; } = new(double.NaN, double.NaN, null);

    public static Placed At(double level) => Nowhere with { Level = level };

    public static Placed By(double step) => Nowhere with { Step = step };

    public static Placed Unsure(Doubt why) => Nowhere with { Doubt = why };
}

internal static class LevelPlaces
{
    private const double HighestPercent = 110;
    private const double HighestGpa = 5;
    private const double LowScore = 20;
    private const double StandsFarHigher = 25;

    public static Placed Place(ReportLine line, GoalShape goal, in Figure figure) =>
        goal.Family switch
        {
            Family.Percent => Percent(line, goal, figure),
            Family.Letter => Letter(figure),
            Family.Gpa => Gpa(line, figure),
            Family.Seconds => Time(line, goal, figure, perSecond: 1),
            Family.Minutes => Time(line, goal, figure, perSecond: goal.Thing == "hours" ? 3600 : 60),
            _ => Points(line, goal, figure),
        };

    private static Placed Percent(ReportLine line, GoalShape goal, in Figure figure)
    {
        if (figure.Kind == FigureKind.Letter)
            return Placed.Unsure(Doubt.LetterForNumber);
        if (figure.Kind == FigureKind.Score)
        {
            return
                figure.Value >= 0
                && figure.Value <= figure.Total * HighestPercent / 100
                && figure.Thing is null or "points" or "questions" or "words"
                ? Placed.At(Math.Round(100 * figure.Value / figure.Total, 2))
                : Placed.Nowhere;
        }

        if (figure.Kind == FigureKind.Clock || (figure.IsArticle && figure.Sign == 0))
            return Placed.Nowhere;
        if (
            figure.Thing is "points" or "percent" or null
            && figure.Sign != 0
            && !figure.CountsOther
            && IsSmallStep(goal, figure)
        )
        {
            return Placed.By(Signed(goal, figure));
        }

        if (figure.Kind == FigureKind.Percent)
            return figure.Value <= HighestPercent ? Placed.At(figure.Value) : Placed.Nowhere;
        if (figure.CountsOther || figure.Thing == "points")
        {
            return figure.Thing == "points" || line.Is(figure.End, Sign.Right)
                ? Placed.Unsure(Doubt.OutOfWhat)
                : Placed.Nowhere;
        }

        if (figure.Thing is not null || figure.IsMore || figure.Value > HighestPercent)
            return Placed.Nowhere;
        if (figure.IsArticle)
            return Placed.Nowhere;
        return figure.Value < LowScore && !(goal.Reference < StandsFarHigher)
            ? Placed.Unsure(Doubt.OutOfWhat)
            : Placed.At(figure.Value);
    }

    private static Placed Letter(in Figure figure)
    {
        if (figure.Kind == FigureKind.Letter)
            return Placed.At(figure.Value);
        if (figure.Thing == "letters" && figure.Sign != 0)
            return Placed.By(figure.Sign * figure.Value);
        return
            figure.Kind == FigureKind.Clock
            || figure.CountsOther
            || figure.IsArticle
            || figure.IsMore
            || figure.Thing is not (null or "points")
            ? Placed.Nowhere
            : Placed.Unsure(Doubt.NumberForLetter);
    }

    private static Placed Gpa(ReportLine line, in Figure figure)
    {
        if (figure.Kind == FigureKind.Letter)
            return Placed.Unsure(Doubt.OtherScore);
        if (figure.Thing == "tenths" && figure.Sign != 0)
            return Placed.By(figure.Sign * Math.Round(figure.Value * 0.1, 6));
        if (figure.Thing is not (null or "points") || figure.CountsOther || figure.IsArticle || figure.IsMore)
            return Placed.Nowhere;
        if (figure.Kind != FigureKind.Plain || figure.Value > HighestGpa)
            return figure.Kind == FigureKind.Clock ? Placed.Nowhere : Placed.Unsure(Doubt.NumberForLetter);
        if (figure.Sign != 0 && figure.Value <= 1)
            return Placed.By(figure.Sign * figure.Value);
        return
            figure.Value % 1 != 0
            || line.Is(figure.First - 1, Sign.To)
            || line.Is(figure.First - 1, Sign.Still)
            || line.Count <= 2
            || line.Says(figure.First - 2, "gpa", "promedio")
            || line.Says(figure.First - 1, "gpa", "tengo", "have", "got")
            ? Placed.At(figure.Value)
            : Placed.Unsure(Doubt.OtherScore);
    }

    /// <param name="perSecond">How many seconds the goal's unit is.</param>
    private static Placed Time(ReportLine line, GoalShape goal, in Figure figure, double perSecond)
    {
        if (figure.Kind is FigureKind.Score or FigureKind.Letter or FigureKind.Percent || figure.CountsOther)
            return Placed.Nowhere;
        var seconds =
            figure.Kind == FigureKind.Clock
                ? figure.Value
                : figure.Value
                    * (
                        figure.Thing switch
                        {
                            "hours" => 3600,
                            "minutes" => 60,
                            "seconds" => 1,
                            null => perSecond,
                            _ => double.NaN,
                        }
                    );
        if (double.IsNaN(seconds))
            return Placed.Nowhere;
        var inUnit = Math.Round(seconds / perSecond, 6);
        // "twenty eight flat" for five kilometres are minutes.
        if (
            figure is { Thing: null, Kind: FigureKind.Plain, Sign: 0 }
            && perSecond == 1
            && !IsNear(goal, inUnit, 3)
            && IsNear(goal, inUnit * 60, 1.5)
        )
        {
            inUnit *= 60;
        }

        if (
            figure.Sign != 0
            && (figure.Thing is not null || figure.Kind == FigureKind.Plain)
            && IsSmallStep(goal, figure with { Value = inUnit })
        )
        {
            return Placed.By(inUnit * Direction(goal, figure));
        }

        if (figure.IsMore)
            return Placed.Nowhere;
        var isEffort =
            goal.Goal.LowerIsBetter
            && figure.Kind == FigureKind.Plain
            && line.Is(figure.First - 1, Sign.For)
            && !line.Says(figure.First - 1, "took", "took me");
        return !isEffort && !IsPractice(goal, figure, inUnit) && IsNear(goal, inUnit, 3)
            ? Placed.At(inUnit)
            : Placed.Nowhere;
    }

    /// <summary>"Ran 20 min, just easy" is no time for a mile of nine.</summary>
    private static bool IsPractice(GoalShape goal, in Figure figure, double inUnit) =>
        goal.Goal is { LowerIsBetter: true, Baseline: var baseline, Current: var current }
        && figure is { Kind: FigureKind.Plain, Thing: "minutes" or "hours" }
        && Math.Max(baseline ?? 0, current ?? 0) is > 0 and var slowest
        && inUnit > SlowestPlausible * slowest;

    private const double SlowestPlausible = 1.5;

    private static Placed Points(ReportLine line, GoalShape goal, in Figure figure)
    {
        if (figure.Kind is FigureKind.Percent or FigureKind.Letter)
            return Placed.Unsure(Doubt.OtherScore);
        if (figure.Kind == FigureKind.Score)
        {
            return figure.Total == goal.Goal.Target || IsNear(goal, figure.Total, 1.5)
                ? Placed.At(figure.Value)
                : Placed.Unsure(Doubt.OtherScore);
        }

        if (
            figure.Kind == FigureKind.Clock
            || figure.CountsOther
            || (figure.Thing is { } thing && thing != goal.Thing && thing != "points")
        )
        {
            return Placed.Nowhere;
        }

        if ((figure.Sign != 0 || (figure.IsMore && figure.Thing is not null)) && IsSmallStep(goal, figure))
            return Placed.By(figure.Sign == 0 ? figure.Value : Signed(goal, figure));
        if (figure.IsArticle || figure.IsMore)
            return Placed.Nowhere;
        if (line.Has(Sign.Part) || goal.NamesSubject(line) || !IsNear(goal, figure.Value, 2.2))
            return Placed.Unsure(Doubt.OtherScore);
        return Placed.At(figure.Value);
    }

    private static double Signed(GoalShape goal, in Figure figure) => figure.Value * Direction(goal, figure);

    private static int Direction(GoalShape goal, in Figure figure) =>
        figure.ByMerit && goal.Goal.LowerIsBetter ? -figure.Sign : figure.Sign;

    /// <summary>"70 better than before" after 66 is a level, not a step.</summary>
    private static bool IsSmallStep(GoalShape goal, in Figure figure) =>
        figure.Thing is not null || goal.Reference is not { } near || figure.Value <= near / 2;

    private static bool IsNear(GoalShape goal, double value, double times)
    {
        var goals = goal.Goal;
        foreach (var known in (ReadOnlySpan<double?>)[goals.Current, goals.Baseline, goals.Target])
        {
            if (known is > 0 && value >= known / times && value <= known * times)
                return true;
        }

        return goals is { Current: null, Baseline: null, Target: null };
    }
}
