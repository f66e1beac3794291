namespace Milestones.Language.Reports;

/// <summary>Reads what adds up: how many there are now, how many came to it, or what happened in the day or week a
/// habit is measured by.</summary>
internal static class CountReader
{
    private static readonly UInt128 Recent = Signs.Of(Sign.Today, Sign.Period, Sign.Weekday, Sign.More, Sign.Another);

    public static Report? Read(ReportLine line, GoalShape goal, DateOnly on)
    {
        if (goal.Family == Family.Habit)
            return HabitReader.Read(line, goal, on);
        Figure? counted = null;
        foreach (var figure in line.Figures)
        {
            if (
                Counts(line, goal, figure)
                && !(figure.IsArticle && counted is not null)
                && !(figure.IsOld && counted is not null)
            )
            {
                counted = figure;
            }
        }

        if (OverDays(line, goal) is { } sum)
            return new Report.Change(sum, on);
        if (IsMissing(line, goal) && counted is { IsArticle: false, Sign: 0, IsMore: false } left)
            return Left(line, goal, left, on);
        if (IsNone(line, goal) && (counted is null or { IsArticle: true } or { Value: 0 } || IsSpotless(line)))
            return new Report.Change(0, on);
        if (counted is { } many && !IsPlausible(goal, many))
            return new Report.Ask(Doubt.HowMuch, many.Value, on);
        if (counted is { } count)
            return Told(line, goal, count, on);
        if (IsReached(line))
            return null;
        if (goal.Thing is "books" && !line.Has(Sign.Fail) && !line.Has(Sign.Almost) && Occasions.FinishesOne(line))
            return new Report.Change(1, on);
        var days = Occasions.Days(line);
        if (IsEvent(line, goal) is { } happened)
            return happened ? new Report.Change(Math.Max(1, days), on) : null;
        return null;
    }

    /// <summary>"ten today, ten yesterday": what came on different days adds up; null for anything else.</summary>
    private static double? OverDays(ReportLine line, GoalShape goal)
    {
        if (line.Has(Sign.Total) || line.Figures.Count < 2)
            return null;
        var sum = 0.0;
        foreach (var figure in line.Figures)
        {
            if (
                figure is not { Kind: FigureKind.Plain, IsOld: false, Sign: 0 }
                || !Counts(line, goal, figure)
                || !DayFollows(line, figure.End)
            )
            {
                return null;
            }

            sum += figure.Value;
        }
        return sum;
    }

    private static bool DayFollows(ReportLine line, int at) =>
        line.Is(at, Sign.Today)
        || line.Is(at, Sign.Weekday)
        || (line.Says(at, "on", "el", "this") && (line.Is(at + 1, Sign.Today) || line.Is(at + 1, Sign.Weekday)));

    /// <summary>Whether a number counts what the goal counts.</summary>
    public static bool Counts(ReportLine line, GoalShape goal, in Figure figure)
    {
        if (
            figure.Kind is FigureKind.Clock or FigureKind.Percent or FigureKind.Letter
            || (!goal.Goal.LowerIsBetter && Fails(line, figure.First))
        )
        {
            return false;
        }

        if (figure.Thing == goal.Thing)
        {
            return !figure.IsArticle
                || figure.IsMore
                || line.Is(figure.First - 1, Sign.Did)
                || line.Has(Sign.Did)
                || goal.Goal.LowerIsBetter;
        }

        if (
            goal.Goal.LowerIsBetter
            && figure.Thing is "times" or "days"
            && figure.First > 0
            && !line.Has(Sign.Late)
            && !line.Has(Sign.Absent)
            && !line.Has(Sign.Referred)
            && !line.Has(Sign.Total)
        )
        {
            return false;
        }

        if (
            figure.Thing is "times" or "days"
            && goal.Thing is "times" or "days" or "absences" or "tardies" or "referrals"
        )
        {
            return true;
        }

        if (figure.Thing is { } thing)
        {
            return goal.Says(thing)
                || goal.Shares(line.TextOf(figure.End - 1))
                || (thing is "people" && goal.Thing == "times");
        }

        if (
            (
                figure.IsArticle
                && !figure.IsMore
                && !line.Is(figure.First - 1, Sign.Did)
                && !(figure.End < line.Count && goal.Shares(line.TextOf(figure.End)))
            ) || line.Says(figure.First - 1, "hasta", "to", "counted to", "conte hasta")
        )
        {
            return figure.IsArticle is false && line.Has(Sign.Total);
        }

        if (goal.IsWithout && figure.End < line.Count && goal.Shares(line.TextOf(figure.End)))
            return false;
        return !figure.CountsOther
            || (
                figure.End < line.Count
                && (
                    goal.Shares(line.TextOf(figure.End))
                    || (
                        line.Is(figure.End, Sign.More)
                        && figure.End + 1 < line.Count
                        && goal.Shares(line.TextOf(figure.End + 1))
                    )
                )
            );
    }

    private static Report Told(ReportLine line, GoalShape goal, in Figure count, DateOnly on)
    {
        if (count.Kind == FigureKind.Score)
        {
            return count.Total == goal.Goal.Target || line.Has(Sign.Total)
                ? new Report.Value(count.Value, on)
                : new Report.Change(count.Value, on);
        }

        if (count.IsMore || count.IsArticle)
            return new Report.Change(count.Value, on);
        if (count.Sign != 0 && goal.Goal is { LowerIsBetter: true, Current: { } current })
            return new Report.Value(Math.Max(0, current + (count.Sign * count.Value)), on);
        return IsTotal(line, goal, count) ? new Report.Value(count.Value, on) : new Report.Change(count.Value, on);
    }

    /// <summary>"9 in total", "llevo siete", and "thats five submitted" unless a day or week is named.</summary>
    private static bool IsTotal(ReportLine line, GoalShape goal, in Figure count)
    {
        if (line.Has(Sign.Total))
            return true;
        var recent = false;
        for (var i = 0; i < line.Count; i++)
            recent |= line[i].IsAny(Recent) && !line[i].Is(Sign.Now);
        return !recent && line.Has(Sign.MaybeTotal) && !(count.Value < goal.Goal.Current);
    }

    /// <summary>"none this week", "on time every day": nothing came to what is to be few.</summary>
    private static bool IsNone(ReportLine line, GoalShape goal)
    {
        if (!goal.Goal.LowerIsBetter)
            return false;
        if (IsSpotless(line))
        {
            return !line.Has(Sign.Better)
                && !line.Has(Sign.MoreThan)
                && !line.Has(Sign.Fail)
                && (line.Has(Sign.Period) || line.Has(Sign.Whole) || line.Has(Sign.Today) || line.Count <= 4);
        }

        for (var i = 0; i < line.Count; i++)
        {
            if (
                line[i].Is(Sign.Nothing)
                && (
                    line.ThingAt(i + 1) == goal.Thing
                    || line.ThingAt(i + 2) == goal.Thing
                    || line.Has(Sign.Period)
                    || line.Count <= 3
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>On time, or there every day: nothing happened of what is to be few.</summary>
    public static bool IsSpotless(ReportLine line) =>
        !line.Says(line.Count - 2, "except", "excepto", "menos")
        && !line.Says(line.Count - 3, "except", "excepto", "menos")
        && (
            line.Has(Sign.OnTime)
            || (
                line.Has(Sign.Whole)
                && (line.Has(Sign.Did) || line.Says(0, "here"))
                && !line.Has(Sign.Late)
                && !line.Has(Sign.Absent)
                && !line.Has(Sign.Fail)
            )
        );

    private static bool IsPlausible(GoalShape goal, in Figure count) =>
        !(
            count.Value
            > 3
                * Math.Max(
                    Math.Max(goal.Goal.Target ?? 0, goal.Goal.Baseline ?? 0),
                    Math.Max(goal.Goal.Current ?? 0, 10)
                )
        );

    /// <summary>"skipped 2 days": a number after words of failure, in the same clause, is no gain.</summary>
    private static bool Fails(ReportLine line, int at)
    {
        for (var i = at - 1; i >= 0 && !line[i].IsMark && !line[i].Is(Sign.Break); i--)
        {
            if (line[i].IsAny(Signs.Of(Sign.Fail, Sign.Not)))
                return true;
        }

        return false;
    }

    /// <summary>The goal counts what is still missing.</summary>
    private static bool IsMissing(ReportLine line, GoalShape goal) =>
        goal.Goal.LowerIsBetter && goal.Thing == "assignments";

    /// <summary>"ten still missing" is where it stands; "turned in 4" takes 4 away.</summary>
    private static Report.Value Left(ReportLine line, GoalShape goal, in Figure count, DateOnly on)
    {
        var handedIn =
            line.Has(Sign.Finished, 0, count.First) || line.Says(count.First - 1, "did", "hice", "knocked out");
        return handedIn && !line.Has(Sign.Total) && goal.Goal.Current is { } current
            ? new Report.Value(Math.Max(0, current - count.Value), on)
            : new Report.Value(count.Value, on);
    }

    private static bool IsReached(ReportLine line) => line.Has(Sign.Goal) || line.Has(Sign.All);

    /// <summary>Whether the thing counted happened, told without a number; null where the line does not say
    /// so.</summary>
    private static bool? IsEvent(ReportLine line, GoalShape goal)
    {
        if (goal.Goal.LowerIsBetter)
        {
            return goal.Thing switch
            {
                "absences" => (line.Has(Sign.Absent) || line.Says(0, "out"))
                && (line.Has(Sign.Today) || line.Has(Sign.Weekday))
                    ? true
                    : null,
                "referrals" => line.Has(Sign.Referred) ? true : null,
                "tardies" => line.Has(Sign.Late)
                && (line.Has(Sign.Today) || line.Has(Sign.Weekday))
                && !line.Has(Sign.OnTime)
                    ? true
                    : null,
                _ => null,
            };
        }

        if (line.Has(Sign.Fail) || (line.Has(Sign.Nothing) && !goal.IsWithout) || line.Has(Sign.Almost))
            return null;
        return Occasions.IsDone(line, goal) ? true : null;
    }
}
