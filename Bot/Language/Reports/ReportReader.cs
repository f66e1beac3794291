namespace Milestones.Language.Reports;

/// <summary>
/// Reads what a sentence reports about one goal. Only a number in the goal's own unit, or exactly convertible, is its
/// value; whatever cannot be placed is asked about. Nothing here can run away: the line is walked
/// a bounded number of times.
/// </summary>
internal static class ReportReader
{
    private const int LongestLine = 1000;

    public static Report Read(string text, ReportGoal goal, DateOnly today, TextLanguage language)
    {
        var byRule = ByRule(text, goal, today, language, out var line, out var shape);
        return line.Reports.Contains(true) ? OutcomeJudge.Judge(line, shape, byRule) : byRule;
    }

    /// <summary>What the rules alone make of it; the fitted judge learns from that.</summary>
    public static Report ByRule(
        string text,
        ReportGoal goal,
        DateOnly today,
        TextLanguage language,
        out ReportLine line,
        out GoalShape shape
    )
    {
        var said = text.Length > LongestLine ? text[..LongestLine] : text;
        line = ReportLine.Of(said, language);
        shape = new GoalShape(goal, language);
        var on = ReportDay.Of(line, today);
        var reports = line.Reports;
        if (!Moods.Mark(line, reports))
            return new Report.None(on) { IsOfOthers = Moods.IsOfOthers(line) };
        OtherNumbers.Drop(line);
        GoalNumbers.Settle(line, goal);
        for (var i = line.Figures.Count - 1; i >= 0; i--)
        {
            if (!reports[line.Figures[i].First])
                line.Figures.RemoveAt(i);
        }

        var number = GoalNumbers.Money(line, goal, Numbers(line, shape, on));
        return
            number is null
            || (number is Report.Value value && value.Number == goal.Target && OutcomeReader.SaysReached(line))
            ? OutcomeReader.Read(line, shape, on)
            : number;
    }

    private static Report? Numbers(ReportLine line, GoalShape goal, DateOnly on) =>
        goal.Family switch
        {
            Family.None => Unplaced(line, on),
            Family.Count or Family.Habit => CountReader.Read(line, goal, on),
            _ => LevelReader.Read(line, goal, on),
        };

    /// <summary>A score on a goal without a number.</summary>
    private static Report.Ask? Unplaced(ReportLine line, DateOnly on)
    {
        foreach (var figure in line.Figures)
        {
            if (
                figure is { Thing: null or "points", CountsOther: false, IsArticle: false, IsMore: false, IsOld: false }
                && !(figure.Kind == FigureKind.Letter && (figure.Value == 0 || line.Has(Sign.Fail)))
                && !line.Has(Sign.Passed)
            )
            {
                return new Report.Ask(Doubt.OtherScore, figure.Value, on);
            }
        }

        return null;
    }
}
