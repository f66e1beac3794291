namespace Milestones.Language;

/// <summary>
/// Finds what can be seen to have happened without a number: an event that passes or fails, all of something counted,
/// none of it.
/// </summary>
internal static class CriterionReader
{
    public static TextSpan? Read(Statement statement, Outline outline)
    {
        foreach (ref readonly var match in statement.Matches)
        {
            if (
                match.Label == Label.Criterion
                && !outline.Has(match.First, Role.Reason | Role.Plan)
                && (match.Rule.Name != "pass" || IsMainVerb(statement, match.First))
                && !IsPlace(statement.Tokens, match.First)
            )
            {
                return statement.SpanOf(match.First, match.End);
            }
        }

        return null;
    }

    /// <summary>"better in all my classes" says where, not how much; "on time to all my classes" says both.</summary>
    private static bool IsPlace(ReadOnlySpan<Token> tokens, int at) =>
        at > 1
        && tokens[at].Is(WordClass.All)
        && tokens[at - 1].Is(WordClass.Preposition)
        && tokens[at - 1].Word.Text is not ("to" or "a");

    /// <summary>"pass" in "I want to pass", not in "the work I am assigned to complete".</summary>
    private static bool IsMainVerb(Statement statement, int at)
    {
        if (statement.Tokens[at].Is(WordClass.All))
            return false;
        if (at == 0)
            return true;
        var before = statement.Tokens[at - 1];
        if (before.Is(WordClass.Not))
            return false;
        if (
            before.IsMark
            || before.IsAny(Leads)
            || (before.Is(WordClass.Preposition) && (at == 1 || statement.Tokens[at].Is(WordClass.Ing)))
        )
        {
            return true;
        }
        // "my goal is to finish", "I plan to finish"
        return before.Is(WordClass.Preposition)
            && at > 1
            && statement
                .Tokens[at - 2]
                .IsAny(
                    Word.Bit(WordClass.Be)
                        | Word.Bit(WordClass.Want)
                        | Word.Bit(WordClass.Commit)
                        | Word.Bit(WordClass.Have)
                );
    }

    private static readonly UInt128 Leads =
        Word.Bit(WordClass.Commit)
        | Word.Bit(WordClass.Want)
        | Word.Bit(WordClass.Conjunction)
        | Word.Bit(WordClass.Modal)
        | Word.Bit(WordClass.DayPart)
        | Word.Bit(WordClass.Span)
        | Word.Bit(WordClass.Period)
        | Word.Bit(WordClass.Article);

    public static (TextSpan Span, Quantity Quantity)? Zero(Statement statement, Outline outline)
    {
        foreach (ref readonly var match in statement.Matches)
        {
            if (
                match.Label == Label.Target
                && match.Rule.Name == "zero"
                && !outline.Has(match.First, Role.Reason | Role.Plan)
            )
            {
                return (
                    statement.SpanOf(match.First, match.End),
                    new Quantity(0, statement.Tokens[match.End - 1].Word.Text)
                );
            }
        }

        return null;
    }
}
