namespace Milestones.Language.Reports;

/// <summary>
/// Reads what an answer to the coach says of the goal's numbers: "right now 9:05, i want 8:15", "de 2,6 a 3,0", "not
/// 80, change it to 85".
/// Times are seconds, right answers of so many are percent, of a range the lower end holds.
/// </summary>
internal static class StatedNumbersReader
{
    private const int Reach = 5;

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
                numbers.Add(new StatedNumber(figure, quantity, RoleOf(line, figure)));
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
                numbers.Add(new StatedNumber(figure, new Quantity(figure.Value, "seconds"), RoleOf(line, figure)));
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
            && !(numbers[0].Role == StatedRole.Now && IsPlainlyNow(line, numbers[0].Figure))
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

    /// <summary>"I do like 2 out of 5": how it goes, not how it is to go.</summary>
    private static bool IsPlainlyNow(ReportLine line, in Figure figure)
    {
        for (var i = figure.First - 1; i >= 0 && i >= figure.First - Reach; i--)
        {
            if (
                line.Says(
                    i,
                    "already",
                    "usually",
                    "normally",
                    "im at",
                    "i get",
                    "i do",
                    "i make",
                    "got",
                    "i got",
                    "saque",
                    "saco",
                    "tengo",
                    "llevo"
                ) || (line.Says(i, "get", "do", "make") && line.Says(i - 1, "i", "only", "usually", "always", "just"))
            )
            {
                return true;
            }
        }

        return false;
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

    private static StatedRole RoleOf(ReportLine line, in Figure figure)
    {
        if (After(line, figure.End) is not StatedRole.Open and var told)
            return told;
        if (IsCorrecting(line, figure.First - 1))
            return StatedRole.Correction;
        if (figure.IsOld && !line.Says(figure.First - 1, "de", "from"))
            return StatedRole.Before;
        for (
            var i = figure.First - 1;
            i >= 0 && i >= figure.First - Reach && !line[i].IsNumber && line[i].Look is not (Look.Letter or Look.Clock);
            i--
        )
        {
            if (
                line.Says(i, "i get", "i do", "i make", "only get", "i got", "got", "saque")
                || (line.Says(i, "get", "do", "make") && line.Says(i - 1, "i", "only", "usually", "always", "just"))
            )
            {
                return StatedRole.Now;
            }

            if (
                line.Says(
                    i,
                    "want",
                    "need",
                    "wanna",
                    "like to",
                    "hoping",
                    "hope",
                    "goal",
                    "quiero",
                    "necesito",
                    "less than",
                    "want to",
                    "i want",
                    "i need",
                    "id like",
                    "under",
                    "at least",
                    "por lo menos",
                    "lo menos",
                    "al menos",
                    "minimo",
                    "reach",
                    "llegar",
                    "get",
                    "below"
                )
            )
            {
                return StatedRole.Wanted;
            }

            if (IsNow(line, i) && IsOfEarlier(line, i))
                break;
            if (line.Says(i, "already", "ya", "usually", "normally", "always"))
                return StatedRole.Now;
            if (line.Says(i, "used", "antes", "was", "it was", "used to", "era", "decia"))
                return StatedRole.Before;
            if (
                line.Says(
                    i,
                    "instead",
                    "from",
                    "vez",
                    "now",
                    "rn",
                    "its",
                    "currently",
                    "ahorita",
                    "ahora",
                    "tengo",
                    "llevo",
                    "ya llevo",
                    "have",
                    "right now",
                    "got",
                    "missed",
                    "falte",
                    "im at",
                    "its at",
                    "saco",
                    "can do",
                    "last time",
                    "tenia",
                    "i have",
                    "i can",
                    "en vez de",
                    "in",
                    "ya tengo",
                    "up from",
                    "im",
                    "is",
                    "estoy en",
                    "tengo en",
                    "la tengo en",
                    "up",
                    "say",
                    "says"
                ) && !line.Says(i, "in", "im", "is", "up", "got")
            )
            {
                return StatedRole.Now;
            }

            if (line[i].Look is Look.Stop)
                break;
        }
        return StatedRole.Open;
    }

    /// <summary>What stands behind a number: "35% now", "80 is my goal", "75 later", "1 or less".</summary>
    private static StatedRole After(ReportLine line, int at)
    {
        for (var i = at; i < line.Count && i < at + Behind; i++)
        {
            if (
                line[i].IsMark
                || line[i].IsNumber
                || line.Says(i, "to", "a", "hasta")
                || Begins(line, i, "and", "y", "but", "pero")
            )
            {
                break;
            }

            if (
                IsNow(line, i)
                || line.Says(i, "last time", "so far", "put away", "saved", "already", "guardados", "i got")
            )
            {
                return StatedRole.Now;
            }

            if (
                line.Says(
                    i,
                    "later",
                    "goal",
                    "passing",
                    "would be",
                    "meta",
                    "i want",
                    "i need",
                    "want",
                    "need",
                    "quiero",
                    "necesito",
                    "or less",
                    "or fewer",
                    "or more",
                    "or better",
                    "or higher",
                    "o menos",
                    "o mas",
                    "max",
                    "at most",
                    "maximo"
                )
                || (
                    line.Says(i, "or", "o")
                    && line.Says(i + 1, "less", "fewer", "more", "better", "higher", "menos", "mas")
                )
            )
            {
                return StatedRole.Wanted;
            }
        }
        return StatedRole.Open;
    }

    private const int Behind = 5;

    /// <summary>The first word of a token: "and i" is one.</summary>
    private static bool Begins(ReportLine line, int at, params ReadOnlySpan<string> words)
    {
        var text = line.TextOf(at);
        var blank = text.IndexOf(' ');
        foreach (var word in words)
        {
            if (ReportJoiner.IsWord(blank < 0 ? text : text[..blank], word))
                return true;
        }

        return false;
    }

    private static bool IsNow(ReportLine line, int at) =>
        line.TextOf(at).EndsWith(" now", StringComparison.OrdinalIgnoreCase)
        || line.Says(
            at,
            "now",
            "rn",
            "right now",
            "currently",
            "at the moment",
            "ahorita",
            "ahora",
            "ahora mismo",
            "en este momento"
        );

    /// <summary>"Now" behind an earlier number is of that one.</summary>
    private static bool IsOfEarlier(ReportLine line, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 2; i--)
        {
            if (line[i].IsNumber || line[i].Look is Look.Letter)
                return true;
        }

        return false;
    }

    /// <summary>"no i said 90", "actually make it 3", "mejor ponle cero".</summary>
    private static bool IsCorrecting(ReportLine line, int before)
    {
        for (var i = before; i >= 0 && i >= before - Reach; i--)
        {
            if (
                line.Says(
                    i,
                    "change it",
                    "change the",
                    "change my",
                    "make it",
                    "can we",
                    "cambia",
                    "cambialo",
                    "ponle",
                    "pon",
                    "digo",
                    "quise"
                )
                || (line.Says(i, "said") && line.Says(i - 1, "i"))
                || (line.Says(i, "make") && line.Says(i + 1, "that"))
                || (line.Says(i, "should") && line.Says(i + 1, "be"))
            )
            {
                return true;
            }
        }

        return line.Says(before, "mejor") || (line.Says(before, "wait") && before <= 1);
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
        for (var i = figure.First - 1; i >= 0 && i >= figure.First - Reach; i--)
        {
            if (line.Says(i, "till", "until", "til", "hasta que", "hasta"))
                return true;
        }

        return false;
    }
}

internal enum StatedRole
{
    Open,
    Wanted,
    Now,
    Before,
    Correction,
}

internal sealed record StatedNumber(Figure Figure, Quantity Quantity, StatedRole Role);
