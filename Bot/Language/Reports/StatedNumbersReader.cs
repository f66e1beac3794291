namespace Milestones.Language.Reports;

/// <summary>
/// Reads what an answer to the coach says of the goal's numbers: "right now 9:05, i want 8:15", "de 2,6 a 3,0", "not
/// 80, change it to 85".
/// Times are seconds, right answers of so many are percent, of a range the lower end holds.
/// </summary>
internal static class StatedNumbersReader
{
    /// <summary>Whoever writes more has said the numbers by then.</summary>
    private const int LongestAnswer = 300;

    [ThreadStatic]
    private static List<StatedNumber>? s_numbers;

    /// <param name="sentence">What is known of the goal, in the student's words: tells a time from a score.</param>
    public static StatedNumbers Read(string text, NumbersAsked asked, string sentence, TextLanguage language)
    {
        text = text.Length > LongestAnswer ? text[..LongestAnswer] : text;
        var context = new MeasureContext(sentence, text);
        var line = ReportLine.Of(text, language);
        OtherNumbers.DropDates(line);
        var numbers = s_numbers ??= [];
        numbers.Clear();
        foreach (var figure in line.Figures)
        {
            if (context.Measure(line, figure) is { } quantity)
                numbers.Add(new StatedNumber(figure, quantity, StatedRoles.RoleOf(line, figure)));
        }

        WithoutDenied(line, numbers);
        OfOneTotal(numbers);
        var corrects = numbers.Exists(one => one.Role == StatedRole.Correction);
        if (asked == NumbersAsked.Other && !corrects)
            return new StatedNumbers(numbers.Find(one => IsOutcome(line, one.Figure))?.Quantity, null, false);
        return numbers.Count == 0 ? Nothing(line, context, asked) : Settle(line, numbers, asked, corrects);
    }

    /// <summary>The times to beat in a goal's own sentence; nothing where it is about no race or the clock tells a
    /// time of day.</summary>
    public static StatedNumbers ReadTimes(string sentence, TextLanguage language)
    {
        sentence = sentence.Length > LongestAnswer ? sentence[..LongestAnswer] : sentence;
        var context = new MeasureContext(sentence, "");
        var line = ReportLine.Of(sentence, language);
        var numbers = s_numbers ??= [];
        numbers.Clear();
        foreach (var figure in line.Figures)
        {
            if (context.IsRace && figure.Kind == FigureKind.Clock)
            {
                numbers.Add(
                    new StatedNumber(figure, new Quantity(figure.Value, "seconds"), StatedRoles.RoleOf(line, figure))
                );
            }
        }

        return numbers.Count == 0
            ? new StatedNumbers(null, null, false)
            : Settle(line, numbers, NumbersAsked.Target, corrects: false);
    }

    private static StatedNumbers Settle(ReportLine line, List<StatedNumber> numbers, NumbersAsked asked, bool corrects)
    {
        if (corrects)
            return new StatedNumbers(numbers.Find(one => one.Role == StatedRole.Correction)!.Quantity, null, true);
        if (Range(line, numbers) is { } lower)
        {
            return asked == NumbersAsked.Baseline
                ? new StatedNumbers(null, lower, false)
                : new StatedNumbers(lower, null, false);
        }

        if (FromTo(line, numbers) is { } pair)
            return new StatedNumbers(Like(pair.To, pair.From), Like(pair.From, pair.To), false);
        if (
            asked == NumbersAsked.Target
            && numbers.Count == 1
            && !line.Has(Sign.Now)
            && !line.Has(Sign.Total)
            && !(numbers[0].Role == StatedRole.Now && StatedRoles.IsPlainlyNow(line, numbers[0].Figure))
        )
        {
            return new StatedNumbers(numbers[0].Quantity, null, false);
        }

        var target = numbers.Find(one => one.Role == StatedRole.Wanted)?.Quantity;
        var baseline =
            numbers.FindLast(one => one.Role == StatedRole.Now)?.Quantity
            ?? numbers.Find(one => one.Role == StatedRole.Before && asked != NumbersAsked.Baseline)?.Quantity;
        var open = numbers.Find(one => one.Role == StatedRole.Open)?.Quantity;
        if (asked == NumbersAsked.Baseline)
        {
            baseline ??= open ?? (target is null ? numbers.Find(one => one.Role == StatedRole.Before)?.Quantity : null);
        }
        else if (target is null)
        {
            target = open;
        }
        // "Like 55, at least 80": the one that is not wished for, said first, is where it stands.
        else if (
            baseline is null
            && numbers.FindIndex(one => one.Role == StatedRole.Open) is >= 0 and var at
            && at < numbers.FindIndex(one => one.Role == StatedRole.Wanted)
        )
        {
            baseline = open;
        }

        return new StatedNumbers(Like(target, baseline), Like(baseline, target), false);
    }

    /// <summary>"4 out of 10 and i want 8": the 8 is of ten too.</summary>
    private static void OfOneTotal(List<StatedNumber> numbers)
    {
        if (numbers.Find(one => one.Figure.Kind == FigureKind.Score) is not { Figure.Total: var total })
            return;
        for (var i = 0; i < numbers.Count; i++)
        {
            if (
                numbers[i] is { Figure: { Kind: FigureKind.Plain, Thing: null, Value: var value }, Quantity.Unit: null }
                && value <= total
            )
            {
                numbers[i] = numbers[i] with { Quantity = new Quantity(Math.Round(100 * value / total, 2), "percent") };
            }
        }
    }

    /// <summary>"Not from 2 to 3, from 46 to 74": what is denied is none of the numbers.</summary>
    private static void WithoutDenied(ReportLine line, List<StatedNumber> numbers)
    {
        for (var i = 0; i + 1 < numbers.Count && numbers.Count > 2; i++)
        {
            if (
                line.Says(numbers[i].Figure.First - 1, "not", "no")
                || (
                    line.Says(numbers[i].Figure.First - 1, "from", "de")
                    && line.Says(numbers[i].Figure.First - 2, "not", "no")
                )
            )
            {
                numbers.RemoveRange(i, Math.Min(2, numbers.Count - i));
                return;
            }
        }
    }

    /// <summary>A number without a unit beside one that has it counts the same.</summary>
    private static Quantity? Like(Quantity? one, Quantity? other) =>
        one is { Unit: null } && other?.Unit is { } unit ? one with { Unit = unit } : one;

    private static StatedNumbers Nothing(ReportLine line, MeasureContext context, NumbersAsked asked)
    {
        if (asked == NumbersAsked.Baseline && context.IsShare && line.Has(Sign.Half))
            return new StatedNumbers(null, new Quantity(50, "percent"), false);
        var zero = line.Has(Sign.Nothing) || line.Has(Sign.Not) || line.Says(0, "havent", "never", "nunca");
        if (asked == NumbersAsked.Baseline)
            return new StatedNumbers(null, zero ? new Quantity(0, null) : null, false);
        var counted = MeasureContext.CountedIn(line);
        return new StatedNumbers(
            zero && line.Has(Sign.Nothing) && counted is not null ? new Quantity(0, counted) : null,
            null,
            false
        );
    }

    /// <summary>The lower end of "between 60 and 65", "somewhere from 75 to 80".</summary>
    private static Quantity? Range(ReportLine line, List<StatedNumber> numbers)
    {
        if (numbers.Count < 2)
            return null;
        var first = numbers[0].Figure.First;
        var between = line.Says(first - 1, "between", "entre") || line.Says(first - 2, "between", "entre", "somewhere");
        var or = numbers[1].Figure.First == numbers[0].Figure.End + 1 && line.Says(numbers[0].Figure.End, "or", "o");
        return between || or ? Like(numbers[0].Quantity, numbers[1].Quantity) : null;
    }

    /// <summary>"de a a b", "5/10 to 8/10", "from a C- to a B": now, then wanted.</summary>
    private static (Quantity From, Quantity To)? FromTo(ReportLine line, List<StatedNumber> numbers)
    {
        for (var k = 0; k + 1 < numbers.Count; k++)
        {
            var (at, end) = (numbers[k].Figure.End, numbers[k + 1].Figure.First);
            var to = false;
            for (; at < end; at++)
            {
                to |= line.Says(at, "to", "a", "hasta", "down to", "up to", "into");
                if (
                    !line.Says(
                        at,
                        "to",
                        "a",
                        "an",
                        "al",
                        "only",
                        "down to",
                        "up to",
                        "de",
                        "la",
                        "los",
                        "una",
                        "un",
                        "times",
                        "week",
                        "a week",
                        "day",
                        "a day",
                        "hasta",
                        "down",
                        "just",
                        "words",
                        "minute",
                        "into",
                        "late",
                        "per"
                    )
                    && line[at].Thing is null
                    && !line[at].Is(Sign.Period)
                    && !line[at].Is(Sign.Function)
                )
                {
                    to = at > end;
                }

                if (line[at].IsMark || line.Says(at, "and", "y", "but", "or"))
                    break;
            }
            if (
                to
                && at == end
                && (!numbers[k].Figure.IsArticle || numbers[k].Figure.Thing == numbers[k + 1].Figure.Thing)
            )
            {
                return (numbers[k].Quantity, numbers[k + 1].Quantity);
            }
        }
        return null;
    }

    /// <summary>"… until i have an 85": the plan names the outcome.</summary>
    private static bool IsOutcome(ReportLine line, in Figure figure)
    {
        if (figure.Thing is not null || figure.CountsOther)
            return false;
        for (var i = figure.First - 1; i >= 0 && i >= figure.First - StatedRoles.Reach; i--)
        {
            if (line.Says(i, "till", "until", "til", "hasta que", "hasta"))
                return true;
        }

        return false;
    }
}

internal sealed record StatedNumber(Figure Figure, Quantity Quantity, StatedRole Role);
