namespace Milestones.Language;

/// <summary>Tells a goal from everything else a student types when asked for one.</summary>
internal static class KindReader
{
    private const int LongestBareWish = 8;

    public static StatementKind Read(Statement statement)
    {
        var tokens = statement.Tokens;
        if (tokens.Length == 0)
            return StatementKind.Chatter;
        var other = Opening(statement, out var otherEnd);
        if (other is { } kind)
            return HasGoal(statement, kind, otherEnd) ? StatementKind.Goal : kind;
        if (HasGoal(statement, StatementKind.Goal, 0))
            return StatementKind.Goal;
        if (tokens[^1].Shape == Shape.Question)
            return StatementKind.Question;
        return NamesSomething(tokens) ? StatementKind.Goal : StatementKind.Chatter;
    }

    /// <summary>What the text opens with when that is no goal; the rules say so for its first words only.</summary>
    private static StatementKind? Opening(Statement statement, out int end)
    {
        (StatementKind? kind, end) = (null, 0);
        var asks = statement.Tokens[^1].Shape == Shape.Question;
        foreach (ref readonly var match in statement.Matches)
        {
            if (
                match.First != 0
                || match.End <= end
                || (match.Label == Label.News && WantsFromTheStart(statement))
                || KindOf(match.Label) is not { } found
                || (match.Rule.Name == "mark" && !asks)
            )
            {
                continue;
            }

            (kind, end) = (found, match.End);
        }
        return kind;
    }

    /// <summary>"my goal is …" reads like news about something of mine, and is none.</summary>
    private static bool WantsFromTheStart(Statement statement)
    {
        foreach (ref readonly var match in statement.MatchesAt(0))
        {
            if (match.Label == Label.Goal && match.Rule.Name == "want")
                return true;
        }

        return false;
    }

    private static StatementKind? KindOf(Label label) =>
        label switch
        {
            Label.Question => StatementKind.Question,
            Label.Command => StatementKind.Command,
            Label.Complaint => StatementKind.Complaint,
            Label.DontKnow => StatementKind.DontKnow,
            Label.Thanks => StatementKind.Thanks,
            Label.Greeting => StatementKind.Greeting,
            Label.OffTopic or Label.News => StatementKind.Chatter,
            _ => null,
        };

    /// <summary>
    /// Whether a goal is told from a token on; not in a side clause ("why we have to"). After a question or a command
    /// it must be a sentence of its
    /// own, after a complaint it must be something wanted ("I hate math but I want to pass").
    /// </summary>
    private static bool HasGoal(Statement statement, StatementKind after, int from)
    {
        var tokens = statement.Tokens;
        foreach (ref readonly var match in statement.Matches)
        {
            if (
                match.Label != Label.Goal
                || match.First < from
                || (match.First > 0 && tokens[match.First - 1].IsAny(SideClause))
            )
            {
                continue;
            }

            var opens = match.First == 0 || tokens[match.First - 1].IsMark || statement.FollowsOpeningTime(match.First);
            var holds = after switch
            {
                StatementKind.Goal => opens || match.Rule.Name != "act",
                StatementKind.Question or StatementKind.Command => opens,
                StatementKind.Complaint or StatementKind.DontKnow => match.Rule.Name == "want",
                StatementKind.Greeting or StatementKind.Thanks => true,
                _ => match.Rule.Name != "act" || opens,
            };
            if (holds)
                return true;
        }
        return false;
    }

    private static readonly UInt128 SideClause =
        Word.Bit(WordClass.Wh) | Word.Bit(WordClass.Because) | Word.Bit(WordClass.Not);

    private static readonly UInt128 Nameable =
        Word.Bit(WordClass.Content)
        | Word.Bit(WordClass.Letter)
        | Word.Bit(WordClass.Disposition)
        | Word.Bit(WordClass.Vague);

    /// <summary>
    /// Words that make a sentence ("my locker won't open"), where they are no article or the like besides (Spanish
    /// "este").
    /// </summary>
    private static readonly UInt128 Telling =
        Word.Bit(WordClass.Modal) | Word.Bit(WordClass.Be) | Word.Bit(WordClass.Have);

    private static readonly UInt128 NotTelling =
        Word.Bit(WordClass.Article)
        | Word.Bit(WordClass.Preposition)
        | Word.Bit(WordClass.Conjunction)
        | Word.Bit(WordClass.Base)
        | Word.Bit(WordClass.Commit);

    /// <summary>
    /// "straight As", "better grades", "fractions": to a coach who asked for a goal, a thing of school is one.
    /// </summary>
    private static bool NamesSomething(ReadOnlySpan<Token> tokens)
    {
        if (tokens.Length > LongestBareWish)
            return false;
        // "i play soccer on tuesdays" tells of what is; only a thing alone is wished for.
        if (tokens[0].Is(WordClass.I) || (tokens[0].Is(WordClass.First) && !tokens[0].IsAny(Nameable)))
            return false;
        // One word that is a whole subject ("math") names nothing to aim at.
        if (tokens.Length == 1 && tokens[0].Is(WordClass.Umbrella))
            return false;
        foreach (ref readonly var token in tokens[1..])
        {
            if (token.IsAny(Telling) && !token.IsAny(NotTelling))
                return false;
        }

        foreach (ref readonly var token in tokens)
        {
            if (token.IsAny(Nameable) && token.Word.Areas != 0)
                return true;
        }

        return false;
    }
}
