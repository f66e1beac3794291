using Milestones.Language.Packs;

namespace Milestones.Language.Reports;

/// <summary>Reads how it went where no number stands: reached, gone wrong, better by nobody knows how much, or work
/// done.</summary>
internal static class OutcomeReader
{
    private static readonly UInt128 Ends = Signs.Of(Sign.Reached, Sign.Passed, Sign.Finished, Sign.MadeIt, Sign.Won);

    public static Report Read(ReportLine line, GoalShape goal, DateOnly on)
    {
        var signs = Said(line);
        var fails = Has(signs, Sign.Fail) || IsNothing(line, goal, signs) || HasF(line) || IsUndone(line);
        if (SaysReached(line) || (!fails && !Has(signs, Sign.Almost) && IsReached(line, goal, signs)))
            return Hedges(line) ? new Report.Ask(Doubt.ReachedOrDone, null, on) : new Report.Done(on);
        if (fails || Worsens(line, goal))
            return new Report.Setback(on);
        if (Compares(line) is var compared && compared != 0 && (compared > 0) == goal.Goal.LowerIsBetter)
            return new Report.Setback(on);
        if (Has(signs, Sign.Better) || compared != 0 || Moves(goal, signs))
            return new Report.Ask(Doubt.HowMuch, null, on);
        if (Has(signs, Sign.Effort))
            return new Report.Effort(on);
        if ((signs & Ends) != 0 && (Words(line) <= 3 || (Has(signs, Sign.Passed) && line.Has(Sign.Label))))
            return new Report.Ask(Doubt.ReachedOrDone, null, on);
        return Has(signs, Sign.Did) || Has(signs, Sign.Finished) || BeginsWithAct(line)
            ? new Report.Effort(on)
            : new Report.None(on);
    }

    /// <summary>"goal done", "hit my target": told of the goal itself.</summary>
    public static bool SaysReached(ReportLine line) =>
        Said(line) is var signs && Has(signs, Sign.Goal) && (signs & Ends) != 0 && !Misses(line);

    private static UInt128 Said(ReportLine line)
    {
        var signs = UInt128.Zero;
        for (var i = 0; i < line.Count; i++)
        {
            if (line.Reports[i])
                signs |= line[i].Signs;
        }

        return signs;
    }

    private static bool Has(UInt128 signs, Sign sign) => (signs & (UInt128.One << (int)sign)) != 0;

    private static int Words(ReportLine line)
    {
        var words = 0;
        for (var i = 0; i < line.Count; i++)
            words += line[i].IsMark || line[i].Is(Sign.Lead) ? 0 : 1;
        return words;
    }

    /// <summary>"nothing", "not one", "no practice"; "no caffeine" says nothing of a goal to sleep.</summary>
    private static bool IsNothing(ReportLine line, GoalShape goal, UInt128 signs)
    {
        if (
            !Has(signs, Sign.Nothing)
            || goal.Goal.LowerIsBetter
            || goal.IsWithout
            || (signs & Signs.Of(Sign.Goal, Sign.Learned)) != 0
        )
        {
            return false;
        }

        for (var i = 0; i < line.Count; i++)
        {
            if (
                line[i].Is(Sign.Nothing)
                && (
                    !line.Says(i, "no", "sin", "any")
                    || line.ThingAt(i + 1) == goal.Thing
                    || line.Is(i + 1, Sign.Effort)
                    || (i + 1 < line.Count && goal.Shares(line.TextOf(i + 1)))
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"no la terminé", "ya no lo hice": an act with a no before it.</summary>
    private static bool IsUndone(ReportLine line)
    {
        var grammar = LanguagePacks.Of(line.Language).ReportGrammar;
        for (var i = 0; i + 1 < line.Count; i++)
        {
            if (!line.Reports[i] || !line.Says(i, grammar.Negations))
                continue;
            var act = line.Says(i + 1, grammar.ObjectPronouns) ? i + 2 : i + 1;
            if (
                act < line.Count
                && (
                    line[act].IsAny(Signs.Of(Sign.Did, Sign.Finished, Sign.Reached, Sign.Passed))
                    || line.TextOf(act) is { Length: > 3 } typed && grammar.LooksDone(typed)
                )
            )
            {
                return true;
            }
        }
        return false;
    }

    private static bool HasF(ReportLine line) =>
        line.Figures.Exists(figure => figure is { Kind: FigureKind.Letter, Value: 0 });

    /// <summary>"did not reach my goal".</summary>
    private static bool Misses(ReportLine line)
    {
        for (var i = 0; i < line.Count; i++)
        {
            if (
                line[i].IsAny(Signs.Of(Sign.Not, Sign.Almost))
                || (line[i].Is(Sign.Fail) && (line.Is(i + 1, Sign.Goal) || line.Is(i + 2, Sign.Goal)))
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>More or less than before, and no number.</summary>
    private static int Compares(ReportLine line)
    {
        for (var i = 0; i < line.Count; i++)
        {
            if (
                line[i].IsAny(Signs.Of(Sign.MoreThan, Sign.LessThan))
                && !line[i].IsAny(Signs.Of(Sign.Faster, Sign.Better))
                && !line.Has(Sign.OnTime)
                && (
                    line.TextOf(i).Contains(' ')
                    || line.Is(i + 1, Sign.Old)
                    || line.Says(i + 1, "than", "que")
                    || line.Says(i - 1, "little", "bit", "poco", "poquito")
                )
            )
            {
                return line[i].Is(Sign.LessThan) || line.Says(i, "less than") ? -1 : 1;
            }
        }

        return 0;
    }

    /// <summary>An unlisted word in the form of something done: "shadowed a nurse", "manejé con mi tío".</summary>
    private static bool BeginsWithAct(ReportLine line)
    {
        var at = 0;
        while (
            at < line.Count
            && (
                line[at].IsMark
                || line[at].Is(Sign.Lead)
                || line.Says(at, "i", "we", "yo", "just", "me", "le", "lo", "la", "hoy", "ayer")
            )
        )
        {
            at++;
        }

        return at < line.Count
            && line.Reports[at]
            && line.TextOf(at) is { Length: > 3 } typed
            && LanguagePacks.Of(line.Language).ReportGrammar.LooksDone(typed);
    }

    /// <summary>Up, and nobody knows by how much; down where less is better.</summary>
    private static bool Moves(GoalShape goal, UInt128 signs) =>
        goal.Family is not (Family.None or Family.Count or Family.Habit)
        && Has(signs, goal.Goal.LowerIsBetter ? Sign.Down : Sign.Up);

    private static bool Hedges(ReportLine line) => line.Count > 0 && line[line.Count - 1].Look == Look.Question;

    private static bool IsReached(ReportLine line, GoalShape goal, UInt128 signs)
    {
        if (Has(signs, Sign.Goal) && (signs & Ends) != 0)
            return true;
        if (goal.Family == Family.None)
            return IsEnd(line, goal, signs);
        if (goal.Family != Family.Count)
            return false;
        if (Has(signs, Sign.All) && ((signs & Ends) != 0 || Has(signs, Sign.MaybeTotal)))
            return true;
        return goal.Thing == "pages" && Has(signs, Sign.Finished);
    }

    private static bool IsEnd(ReportLine line, GoalShape goal, UInt128 signs)
    {
        if (goal.Says("pass", "pasar", "aprobar", "exentar", "acreditar"))
            return Has(signs, Sign.Passed);
        if (goal.Says("win", "ganar"))
            return Has(signs, Sign.Won);
        if (goal.Says("learn", "know", "memorize", "aprender", "aprenderme", "saberme", "memorizar"))
            return Has(signs, Sign.Learned) && (SharesAny(line, goal) || Has(signs, Sign.All) || line.Count <= 4);
        if (
            goal.Says(
                "finish",
                "complete",
                "write",
                "turn",
                "submit",
                "build",
                "clean",
                "make",
                "terminar",
                "entregar",
                "escribir",
                "acabar",
                "hacer",
                "completar"
            ) && Has(signs, Sign.Finished)
        )
        {
            return SharesAny(line, goal) || line.Has(Sign.All) || line.Count <= 3 || IsIt(line) || Finishes(line) > 1;
        }

        return Has(signs, Sign.MadeIt)
            || Has(signs, Sign.Won)
            || Has(signs, Sign.Passed)
            || (Has(signs, Sign.Reached) && line.Count <= 3);
    }

    private static int Finishes(ReportLine line)
    {
        var count = 0;
        for (var i = 0; i < line.Count; i++)
            count += line[i].Is(Sign.Finished) ? 1 : 0;
        return count;
    }

    private static bool IsIt(ReportLine line)
    {
        for (var i = 0; i + 1 < line.Count; i++)
        {
            if (line[i].Is(Sign.Finished) && line.Says(i + 1, "it"))
                return true;
        }

        return false;
    }

    private static bool SharesAny(ReportLine line, GoalShape goal)
    {
        for (var i = 0; i < line.Count; i++)
        {
            if (
                line[i].Look == Look.Word
                && !line[i].Is(Sign.Function)
                && !line[i].Is(Sign.Finished)
                && goal.Shares(line.TextOf(i))
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Up where fewer is better, down where more is.</summary>
    private static bool Worsens(ReportLine line, GoalShape goal)
    {
        for (var i = 0; i < line.Count; i++)
        {
            if (
                line.Reports[i]
                && (
                    line[i].Is(Sign.Slower)
                    || (
                        line[i].Is(Sign.Down)
                        && !line[i].Is(Sign.Up)
                        && !goal.Goal.LowerIsBetter
                        && goal.Family is not (Family.None or Family.Count or Family.Habit)
                        && line[i].End - line[i].Start > 3
                    )
                )
            )
            {
                return true;
            }
        }

        return false;
    }
}
