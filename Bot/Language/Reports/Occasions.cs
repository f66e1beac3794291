namespace Milestones.Language.Reports;

/// <summary>Occasions told without a number: "mon tue and wed", "monday thru friday", "made my bed today".</summary>
internal static class Occasions
{
    /// <summary>How many different days are named; 0 for none.</summary>
    public static int Days(ReportLine line)
    {
        var (named, count) = (0, 0);
        for (var i = 0; i < line.Count; i++)
        {
            if (!line[i].Is(Sign.Weekday))
                continue;
            var day = (int)line[i].Value;
            if (line.Is(i + 1, Sign.Thru) && line.Is(i + 2, Sign.Weekday) && line[i + 2].Value > day)
            {
                for (; day <= (int)line[i + 2].Value; day++)
                    Note(day);
                i += 2;
            }
            else
            {
                Note(day);
            }
        }
        return count;

        void Note(int day)
        {
            count += (named & (1 << day)) == 0 ? 1 : 0;
            named |= 1 << day;
        }
    }

    /// <summary>"finished Frankenstein last night": a title is not a thing anybody listed.</summary>
    public static bool FinishesOne(ReportLine line)
    {
        for (var i = 0; i < line.Count; i++)
        {
            if (!line.Says(i, "finished", "finish", "termine", "acabe", "done with", "done w"))
                continue;
            for (var k = i + 1; k < line.Count && !line[k].IsMark; k++)
            {
                if (
                    line[k].Thing is not null and not "books"
                    || line.Says(k, "report", "log", "reading", "reporte", "test", "quiz", "project", "it")
                )
                {
                    return false;
                }
            }

            return line.Is(i + 1, Sign.Function) || line.IsNoun(i + 1) || line.ThingAt(i + 1) == "books";
        }
        return false;
    }

    /// <summary>Whether the line says that what the goal is about was done: its own words, or "did it", and
    /// when.</summary>
    public static bool IsDone(ReportLine line, GoalShape goal)
    {
        var when = line.Has(Sign.Today) || line.Has(Sign.Weekday);
        var (did, shares) = (false, false);
        for (var i = 0; i < line.Count; i++)
        {
            did |= line[i].Is(Sign.Did) || line[i].Is(Sign.Finished);
            shares |= line[i].Look == Look.Word && !line[i].Is(Sign.Function) && goal.Shares(line.TextOf(i));
            shares |= line[i].Thing is { } thing && thing == goal.Thing;
        }
        did |= goal.IsWithout && line.Has(Sign.Nothing);
        if (goal.Thing is "times" or "days")
            return when && (did || shares);
        return did
            && shares
            && !line.Has(Sign.Effort)
            && (when || goal.Thing is "books" or "lessons" or "assignments" or "applications");
    }
}
