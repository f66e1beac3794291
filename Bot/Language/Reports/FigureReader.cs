using Milestones.Language.Packs;

namespace Milestones.Language.Reports;

/// <summary>Finds the numbers of a report: what each counts, of how many, and whether it is a level or a
/// step.</summary>
internal static class FigureReader
{
    private const int NounReach = 3;
    private const double HighestHour = 12;
    private static readonly UInt128 Passing = Signs.Of(
        Sign.Function,
        Sign.Break,
        Sign.Today,
        Sign.Now,
        Sign.Period,
        Sign.Weekday,
        Sign.Still,
        Sign.Old,
        Sign.MoreThan,
        Sign.LessThan,
        Sign.Up,
        Sign.Down,
        Sign.OutOf,
        Sign.Of,
        Sign.Total,
        Sign.Me,
        Sign.By,
        Sign.To,
        Sign.Me,
        Sign.Says,
        Sign.For,
        Sign.AtClock,
        Sign.Whole,
        Sign.Better,
        Sign.Half,
        Sign.Percent,
        Sign.Request,
        Sign.You,
        Sign.Lead,
        Sign.Absent,
        Sign.Late,
        Sign.Missed
    );

    private static readonly UInt128 People = Signs.Of(Sign.Peer, Sign.Adult, Sign.Pet);

    public static void Read(ReportLine line, List<Figure> figures)
    {
        figures.Clear();
        for (var i = 0; i < line.Count; )
        {
            var from = i;
            if (TryRead(line, ref i) is { } figure)
                figures.Add(figure);
            if (i == from)
                i++;
        }
    }

    private static Figure? TryRead(ReportLine line, ref int i)
    {
        var token = line[i];
        if (token.Look == Look.Clock)
        {
            var clock = Plain(i, i + 1, token.Value, FigureKind.Clock);
            i++;
            return line.Is(i, Sign.Ampm) || IsHour(line, i - 1) ? null : Moves.Settle(line, clock);
        }
        if (token.Look == Look.Letter)
            return Moves.Settle(line, Plain(i, ++i, token.Value, FigureKind.Letter));
        if (token.IsNumber)
            return Number(line, ref i);
        if (token.IsAny(Signs.Of(Sign.Half, Sign.Quarter)) && line.ThingAt(i + 1) is { } half)
        {
            return Moves.Settle(
                line,
                Plain(i, i += 2, token.Is(Sign.Half) ? 0.5 : 0.25, FigureKind.Plain) with
                {
                    Thing = half,
                }
            );
        }

        if (line.IsArticle(i) && ThingAfter(line, i, out var end) is { } thing)
            return Article(line, thing, end, ref i);
        // "another 25 bucks": the number says how many more.
        if (token.Is(Sign.Another) && !(i + 1 < line.Count && line[i + 1].IsNumber && line[i + 1].Value > 1))
            return Another(line, ref i);
        return null;
    }

    private static Figure Plain(int first, int end, double value, FigureKind kind) =>
        new(first, end, value, double.NaN, kind, null, false, 0, false, false, false, false);

    private static Figure? Number(ReportLine line, ref int i)
    {
        var (first, token) = (i, line[i]);
        if (SpokenClock(line, i) is { } clock)
        {
            i += clock.Length;
            return Moves.Settle(line, Plain(first, i, clock.Seconds, FigureKind.Clock));
        }
        i++;
        if (line.Says(first, "un", "una") && ThingAfter(line, first, out _) is null)
            return null;
        if (token.Is(Sign.Once))
        {
            return Plain(first, i, token.Value, FigureKind.Plain) with
            {
                Thing = "times",
                IsMore = line.Is(i, Sign.More),
            };
        }

        var skip = line.Is(i, Sign.Right) || line.ThingAt(i) is not null || line.IsPlural(i) ? 1 : 0;
        if (Of(line, i + skip) is var total && total > 0)
        {
            i = total + 1;
            return Score(
                line,
                first,
                line[total].Value,
                i,
                misses: skip > 0 && line.Says(first + 1, "wrong", "mal", "malas", "incorrectas")
            );
        }
        if (line.Is(i, Sign.Percent))
            return Moves.Settle(line, Plain(first, ++i, token.Value, FigureKind.Percent));
        if (line.Is(i, Sign.Ampm) || (IsHour(line, first) && line.ThingAt(i) is null))
            return null;
        if (
            IsLabel(line, first)
            || (
                line.Is(first - 1, Sign.Thru)
                && first > 2
                && line[first - 2].IsNumber
                && line.ThingAt(first - 3) is not null
            )
        )
        {
            return null;
        }

        var figure = Plain(first, i, token.Value, FigureKind.Plain) with
        {
            // "only one" is told as a number.
            IsArticle =
                line.Says(first, "one", "uno", "un", "una")
                && !line.Says(first - 1, "only", "solo", "nomas", "nada mas"),
        };
        figure = figure with
        {
            IsMore = line.Is(i, Sign.More) || line.Is(i, Sign.Another) || line.Is(first - 1, Sign.Another),
        };
        if (ThingAfter(line, first, out var end) is { } thing)
        {
            i = end;
            figure = figure with { End = end, Thing = thing, IsMore = figure.IsMore || line.Is(end, Sign.More) };
            if (thing is "minutes" or "hours" || line.Is(i, Sign.HalfMore))
                figure = WithParts(line, figure, ref i);
        }
        else if (IsNextLabel(line, first) is { } named)
        {
            figure = figure with { Thing = named };
        }
        else if (
            line.ThingAt(first - 1) is "chapters" or "pages" or "lessons" or "weeks" or "days" or "questions" or "books"
        )
        {
            figure = figure with { Thing = line.ThingAt(first - 1) };
        }
        else
        {
            figure = figure with { CountsOther = CountsOther(line, i), IsMore = figure.IsMore && token.Value < 1000 };
        }

        return Moves.Settle(line, figure);
    }

    /// <summary>The place of the total: "15/20", "8 de 10", "18 out of the 20"; -1 where there is none.</summary>
    private static int Of(ReportLine line, int at)
    {
        if (
            !line.Is(at, Sign.OutOf)
            && !line.Is(at, Sign.Of)
            && !(line.Says(at, "for") && line.ThingAt(at + 2) is null)
        )
        {
            return -1;
        }

        var total = line.Is(at + 1, Sign.Function) && !line[at + 1].IsNumber ? at + 2 : at + 1;
        return total < line.Count && line[total].IsNumber && line[total].Value > 0 && !line[total].Is(Sign.Once)
            ? total
            : -1;
    }

    private static Figure? Score(ReportLine line, int first, double total, int end, bool misses)
    {
        var value = line[first].Value;
        var missed =
            misses
            || line.Is(first - 1, Sign.Missed)
            || (line.Is(first - 2, Sign.Missed) && line[first - 1].IsAny(Signs.Of(Sign.By, Sign.Function)));
        return new Figure(
            first,
            end,
            missed ? total - value : value,
            total,
            FigureKind.Score,
            line.ThingAt(end),
            false,
            0,
            false,
            line.Is(first - 1, Sign.Old),
            false,
            false
        );
    }

    /// <summary>"an hour and a half", "a minute": the article is the one.</summary>
    private static Figure? Article(ReportLine line, string thing, int end, ref int i)
    {
        var figure = Plain(i, end, 1, FigureKind.Plain) with
        {
            Thing = thing,
            IsArticle = true,
            IsMore = line.Is(end, Sign.More),
        };
        i = end;
        if (line.Is(i, Sign.HalfMore) || line.Is(i, Sign.QuarterMore))
            figure = figure with { Value = line.Is(i, Sign.HalfMore) ? 1.5 : 1.25, End = ++i };
        else if (thing is "minutes" or "hours")
            figure = WithParts(line, figure, ref i);
        return Moves.Settle(line, figure);
    }

    private static Figure Another(ReportLine line, ref int i)
    {
        var thing = ThingAfter(line, i, out var end);
        var figure = Plain(i, thing is null ? i + 1 : end, 1, FigureKind.Plain) with { Thing = thing, IsMore = true };
        // "another practice test" is another of something else; "another one", "another today" is of what the goal
        // counts.
        figure = figure with
        {
            CountsOther = thing is null && line.IsNoun(i + 1),
        };
        i = figure.End;
        return figure;
    }

    /// <summary>"8 minutes and 20 seconds", "one hour fifteen minutes", "2 horas y media" in the first unit's
    /// own.</summary>
    private static Figure WithParts(ReportLine line, Figure figure, ref int i)
    {
        if (line.Is(i, Sign.HalfMore) || line.Is(i, Sign.QuarterMore))
            return figure with { Value = figure.Value + (line.Is(i, Sign.HalfMore) ? 0.5 : 0.25), End = ++i };
        var at = line.Is(i, Sign.And) || line.Says(i, "and", "con", "y") ? i + 1 : i;
        if (at >= line.Count || !line[at].IsNumber || line[at].Value >= 60)
            return figure;
        var lesser = line.ThingAt(at + 1);
        if (figure.Thing == "hours" && line.Says(at + 1, "m"))
            lesser = "minutes";
        if (lesser != (figure.Thing == "hours" ? "minutes" : "seconds") && !(lesser is null && !line.IsNoun(at + 1)))
            return figure;
        i = lesser is null ? at + 1 : at + 2;
        return figure with { Value = Math.Round(figure.Value + (line[at].Value / 60), 6), End = i };
    }

    /// <summary>"one oh nine", "seven forty five", "nine twenty": minutes and seconds as runners say them.</summary>
    private static (double Seconds, int Length)? SpokenClock(ReportLine line, int at)
    {
        if (line[at].Value is < 1 or > 59 || line[at].Value % 1 != 0 || line[at].Word is null)
            return null;
        if (line.Is(at + 1, Sign.Oh) && at + 2 < line.Count && line[at + 2].IsNumber && line[at + 2].Value < 10)
            return ((line[at].Value * 60) + line[at + 2].Value, 3);
        if (
            at + 1 < line.Count
            && line[at + 1].IsNumber
            && line[at + 1].Word is not null
            && line[at + 1].Value is >= 10 and < 60
            && line.ThingAt(at + 2) is null or "seconds"
        )
        {
            return ((line[at].Value * 60) + line[at + 1].Value, 2);
        }

        return null;
    }

    private static bool IsHour(ReportLine line, int at) =>
        line[at].Value <= (line[at].Look == Look.Clock ? HighestHour * 60 : HighestHour)
        && line.Says(
            at - 1,
            "at",
            "a las",
            "antes de las",
            "a la",
            "como a las",
            "before",
            "until",
            "til",
            "till",
            "after",
            "by",
            "desde las",
            "hasta las",
            "para las"
        );

    /// <summary>"exam 2 was 80", "chapter 5 test": the number is a name.</summary>
    private static bool IsLabel(ReportLine line, int at) =>
        (line.Says(at - 1, "number", "numero") && line.ThingAt(at - 2) is not null)
        || at > 0
            && line[at - 1].Is(Sign.Label)
            && line[at].Value <= 20
            && line[at].Value % 1 == 0
            && at + 1 < line.Count
            && !line[at + 1].IsMark
            && line.ThingAt(at + 1) is null;

    /// <summary>"chapters 4 and 5", "el capítulo 4 y el 5": a second number that is a name like the first.</summary>
    private static string? IsNextLabel(ReportLine line, int at)
    {
        var and = line.Says(at - 1, "the", "el", "la") ? at - 2 : at - 1;
        return
            and > 1
            && line.Says(and, "and", "y", "n", "e")
            && line[and - 1].IsNumber
            && line.ThingAt(and - 2) is "chapters" or "lessons" or "questions"
            ? line.ThingAt(and - 2)
            : null;
    }

    /// <summary>The thing a number counts, over a word or two in between: "3 more dojo points", "five whole
    /// pages".</summary>
    private static string? ThingAfter(ReportLine line, int at, out int end)
    {
        for (var i = at + 1; i < line.Count && i <= at + NounReach; i++)
        {
            end = i + 1;
            if (line[i].IsMark || line[i].IsNumber || line[i].Is(Sign.Percent))
                break;
            if (line[i].Thing is { } thing && !(line[i].Is(Sign.Right) || line[i].Is(Sign.Of)))
                return thing;
            if (
                line[i].IsAny(Passing)
                && !line[i].Is(Sign.More)
                && !line[i].Is(Sign.Another)
                && !line.Says(i, "whole", "full", "solid", "good", "entera", "completa", "buena")
            )
            {
                break;
            }
        }
        end = at + 1;
        return null;
    }

    private static bool CountsOther(ReportLine line, int at) =>
        !IsOwn(line, at)
        && (
            line.Is(at, Sign.Right)
            || (
                at < line.Count
                && line[at].IsAny(People)
                && !line[at].IsAny(Passing)
                && line.TextOf(at)[^1] is 's' or 'S'
            )
            || line.IsPlural(at)
            || (line.IsNoun(at) && (line.IsPlural(at + 1) || (line.IsNoun(at + 1) && line.IsPlural(at + 2))))
            || (line.Is(at, Sign.More) && line.IsPlural(at + 1))
            || (at < line.Count && line[at].Is(Sign.Effort) && !line[at].Is(Sign.Did) && !line[at].IsAny(Passing))
        );

    /// <summary>"4 new ones", "52 resueltos": how they are, of what the goal counts.</summary>
    private static bool IsOwn(ReportLine line, int at) =>
        line.Says(at, "ones")
        || (line.IsNoun(at) && line.Says(at + 1, "ones"))
        || (
            line.IsPlural(at)
            && line.TextOf(at) is { Length: > 6 } typed
            && EndsIn(typed[..^1], LanguagePacks.Of(line.Language).ReportGrammar.Participles)
        );

    private static bool EndsIn(ReadOnlySpan<char> typed, ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (typed.EndsWith(ending))
                return true;
        }

        return false;
    }
}
