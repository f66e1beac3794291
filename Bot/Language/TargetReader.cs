namespace Milestones.Language;

/// <param name="Amount">Whether there is any amount or frequency at all, also where no single number is the
/// target.</param>
/// <summary>The numbers of a goal and what shows that it can be measured.</summary>
internal sealed record Measures(TextSpan? Span, Quantity? Target, Quantity? Baseline, bool Amount);

/// <summary>
/// Finds the number aimed at, the number now, and whatever else lets one see that a goal was reached.
/// </summary>
internal static class TargetReader
{
    private const int CorePlace = 0;
    private const int PlanPlace = 10;

    public static Measures Read(Statement statement, Outline outline)
    {
        Quantity? target = null;
        Quantity? baseline = null;
        TextSpan? span = null;
        foreach (ref readonly var match in statement.Matches)
        {
            if (outline.Has(match.First, Role.Reason) || double.IsNaN(match.A))
                continue;
            if (
                match.Label == Label.FromTo
                && target is null
                && !double.IsNaN(match.B)
                && !DatedSpan.Is(statement, match)
            )
            {
                span = statement.SpanOf(match.First, match.End);
                target = new Quantity(
                    match.B,
                    UnitReader.Read(statement, match.End - 1)
                        ?? UnitReader.Read(statement, FirstNumber(statement, match))
                );
                baseline = new Quantity(match.A, target.Unit);
                outline.Mark(match.First, match.End, Role.Now);
            }
            else if (match.Label == Label.Current && baseline is null)
            {
                baseline = new Quantity(match.A, UnitReader.Read(statement, LastNumber(statement, match)));
                outline.Mark(match.First, match.End, Role.Now);
            }
        }
        var zero = target is null ? CriterionReader.Zero(statement, outline) : null;
        var at = target is null ? Best(statement, outline) : -1;
        // "no absences by setting two alarms" aims at none, not at two.
        if (zero is not null && at >= 0 && outline.Has(at, Role.Plan))
            at = -1;
        if (target is null && Second(statement, outline) is { } second)
        {
            (target, span) = second;
        }
        else if (at >= 0)
        {
            target = new Quantity(statement.Tokens[at].Value, UnitReader.Read(statement, at));
            span = statement.SpanOf(at, at + 1);
        }
        var habit = statement.First(Label.Frequency) is { } rate && !outline.Has(rate.First, Role.Reason);
        if (target is null && habit && statement.First(Label.Target) is { Rule.Name: "single" } one)
            (target, span) = (new Quantity(1, "people"), statement.SpanOf(one.First, one.End));
        var criterion = CriterionReader.Read(statement, outline);
        zero = target is null ? zero : null;
        var frequency =
            statement.First(Label.Frequency) is { } f && !outline.Has(f.First, Role.Reason | Role.Plan)
                ? statement.SpanOf(f.First, f.End)
                : (TextSpan?)null;
        return new Measures(
            span ?? zero?.Span ?? criterion ?? frequency,
            target ?? zero?.Quantity,
            baseline,
            span is not null || frequency is not null
        );
    }

    /// <summary>The last of a run: "chapters 1-5".</summary>
    private static (Quantity, TextSpan)? Second(Statement statement, Outline outline)
    {
        foreach (ref readonly var match in statement.Matches)
        {
            if (
                match.Label == Label.Target
                && match.Rule.Name == "second"
                && !outline.Has(match.First, Role.Reason | Role.Plan)
            )
            {
                return (
                    new Quantity(match.A, statement.Tokens[match.First].Word.Text),
                    statement.SpanOf(match.First, match.End)
                );
            }
        }

        return null;
    }

    private static int FirstNumber(Statement statement, in RuleMatch match)
    {
        for (var i = match.First; i < match.End; i++)
        {
            if (statement.Tokens[i].Shape == Shape.Number || statement.Tokens[i].Is(WordClass.Letter))
                return i;
        }

        return match.First;
    }

    private static int LastNumber(Statement statement, in RuleMatch match)
    {
        for (var i = match.End - 1; i > match.First; i--)
        {
            if (statement.Tokens[i].Shape == Shape.Number || statement.Tokens[i].Is(WordClass.Letter))
                return i;
        }

        return match.First;
    }

    /// <summary>The outcome's number before the behaviour's, and the first of equals.</summary>
    private static int Best(Statement statement, Outline outline)
    {
        var (best, bestRank) = (-1, int.MaxValue);
        var tokens = statement.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!Amounts.IsAmount(tokens, i) || outline.Has(i, Role.Time | Role.Reason | Role.Now | Role.Name))
                continue;
            var rank = (outline.Has(i, Role.Plan) ? PlanPlace : CorePlace) + RankOf(statement, outline, i);
            if (rank < bestRank)
                (best, bestRank) = (i, rank);
        }
        return best;
    }

    private static int RankOf(Statement statement, Outline outline, int at)
    {
        if (statement.Tokens[at].Is(WordClass.Article))
            return 2;
        return outline.Has(at, Role.Aim) || statement.Tokens[at].Is(WordClass.Letter) ? 0 : 1;
    }
}
