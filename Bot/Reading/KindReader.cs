namespace Milestones.Reading;

/// <summary>Tells a goal from everything else a student types when asked for one.</summary>
internal static class KindReader
{
    private const int LongestBareWish = 8;

    public static StatementKind Read(Statement statement)
    {
        var tokens = statement.Tokens;
        if (tokens.Length == 0)
            return StatementKind.Chatter;
        var goal = FirstGoal(statement);
        var other = Opening(statement, out var otherEnd);
        if (other is { } kind && (goal < 0 || goal < otherEnd))
            return kind;
        if (goal >= 0)
            return StatementKind.Goal;
        if (tokens[^1].Shape == Shape.Question)
            return StatementKind.Question;
        return NamesSomething(tokens) ? StatementKind.Goal : StatementKind.Chatter;
    }

    /// <summary>What the text opens with when that is no goal; the rules say so for its first words only.</summary>
    private static StatementKind? Opening(Statement statement, out int end)
    {
        (StatementKind? kind, end) = (null, 0);
        foreach (ref readonly var match in statement.Matches)
        {
            if (match.First != 0 || match.End <= end || KindOf(match.Label) is not { } found)
                continue;
            (kind, end) = (found, match.End);
        }
        return kind;
    }

    private static StatementKind? KindOf(Label label) => label switch
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

    /// <summary>Where the first words of a goal begin; not those of a side clause ("why we have to").</summary>
    private static int FirstGoal(Statement statement)
    {
        foreach (ref readonly var match in statement.Matches)
            if (match.Label == Label.Goal && (match.First == 0 || !statement.Tokens[match.First - 1].IsAny(SideClause)))
                return match.First;
        return -1;
    }

    private static readonly UInt128 SideClause = Word.Bit(WordClass.Wh) | Word.Bit(WordClass.Because) | Word.Bit(WordClass.Not);

    /// <summary>"straight As", "better grades", "fractions": to a coach who asked for a goal, a thing of school is one.</summary>
    private static bool NamesSomething(ReadOnlySpan<Token> tokens)
    {
        if (tokens.Length > LongestBareWish)
            return false;
        foreach (ref readonly var token in tokens)
            if (token.IsAny(Word.Bit(WordClass.Content) | Word.Bit(WordClass.Letter)) && token.Word.Areas != 0)
                return true;
        return false;
    }
}
