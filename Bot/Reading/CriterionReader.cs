namespace Milestones.Reading;

/// <summary>Finds what can be seen to have happened without a number: an event that passes or fails, all of something counted, none of it.</summary>
internal static class CriterionReader
{
    public static TextSpan? Read(Statement statement, Outline outline)
    {
        foreach (ref readonly var match in statement.Matches)
            if (match.Label == Label.Criterion && !outline.Has(match.First, Role.Reason | Role.Plan))
                return statement.SpanOf(match.First, match.End);
        return null;
    }

    public static (TextSpan Span, Quantity Quantity)? Zero(Statement statement, Outline outline)
    {
        foreach (ref readonly var match in statement.Matches)
            if (match.Label == Label.Target && match.Rule.Name == "zero" && !outline.Has(match.First, Role.Reason | Role.Plan))
                return (statement.SpanOf(match.First, match.End), new Quantity(0, statement.Tokens[match.End - 1].Word.Text));
        return null;
    }
}
