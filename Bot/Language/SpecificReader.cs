namespace Milestones.Language;

/// <summary>
/// Finds what makes a goal concrete: a named course, skill, act, feeling, job or form; a general act with an amount; a
/// subject with its grade.
/// </summary>
internal static class SpecificReader
{
    private static readonly UInt128 Concrete = Bits(
        WordClass.Course,
        WordClass.Skill,
        WordClass.Work,
        WordClass.Record,
        WordClass.Club,
        WordClass.Attendance,
        WordClass.Conduct,
        WordClass.Feeling,
        WordClass.Friendship,
        WordClass.Form,
        WordClass.Job,
        WordClass.Act,
        WordClass.Sport,
        WordClass.Hobby,
        WordClass.Health,
        WordClass.Money,
        WordClass.Support,
        WordClass.Program,
        WordClass.Tool
    );

    private static readonly UInt128 Named = Bits(
        WordClass.Skill,
        WordClass.Sport,
        WordClass.Hobby,
        WordClass.Course,
        WordClass.Feeling
    );

    // "on my next chemistry test" says when and what.
    private static readonly UInt128 NamedInTime = Bits(
        WordClass.Course,
        WordClass.Skill,
        WordClass.Umbrella,
        WordClass.SportUmbrella,
        WordClass.Assessment
    );

    public static TextSpan? Read(Statement statement, Outline outline, bool hasAmount)
    {
        var tokens = statement.Tokens;
        var (umbrella, measure, general) = (-1, -1, -1);
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            if (outline.Has(i, Role.Reason) || (outline.Has(i, Role.Time) && !token.IsAny(NamedInTime)))
                continue;
            if (outline.Has(i, Role.Plan))
            {
                if (token.IsAny(Named))
                    return statement.SpanOf(i, i + 1);
                continue;
            }
            if (
                (
                    token.IsAny(Concrete)
                    && !token.IsAny(
                        Bits(WordClass.Vague, WordClass.Disposition, WordClass.Umbrella, WordClass.SportUmbrella)
                    )
                ) || IsUnlisted(token)
            )
            {
                return statement.SpanOf(i, i + 1);
            }

            if (token.IsAny(Bits(WordClass.Umbrella, WordClass.SportUmbrella)))
            {
                umbrella = umbrella < 0 ? i : umbrella;
            }
            else if (
                token.IsAny(Bits(WordClass.Mark, WordClass.Assessment, WordClass.Letter))
                || token.Shape == Shape.Number
            )
            {
                measure = i;
            }
            else if (token.Is(WordClass.General) && !token.Is(WordClass.Light))
            {
                general = general < 0 ? i : general;
            }

            if (token.Is(WordClass.Assessment))
                umbrella = umbrella < 0 ? i : umbrella;
        }
        if (umbrella >= 0 && measure >= 0)
            return statement.SpanOf(Math.Min(umbrella, measure), Math.Max(umbrella, measure) + 1);
        foreach (ref readonly var match in statement.Matches)
        {
            if (match.Label == Label.Specific && !outline.Has(match.First, Role.Reason | Role.Plan))
                return statement.SpanOf(match.First, match.End);
        }

        return general >= 0 && hasAmount ? statement.SpanOf(general, general + 1) : null;
    }

    /// <summary>
    /// What no lexicon lists is hardly ever one of the words that say nothing: those are few and listed.
    /// </summary>
    private static bool IsUnlisted(in Token token) => token.Is(WordClass.Unknown) && token.End - token.Start > 2;

    private static UInt128 Bits(params ReadOnlySpan<WordClass> classes)
    {
        UInt128 bits = 0;
        foreach (var wordClass in classes)
            bits |= Word.Bit(wordClass);
        return bits;
    }
}
