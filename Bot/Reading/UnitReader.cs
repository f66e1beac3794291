namespace Milestones.Reading;

/// <summary>Reads what a number counts: the thing after it, and how often ("minutes/day").</summary>
internal static class UnitReader
{
    private const int Reach = 4;

    public static string? Read(Statement statement, int number)
    {
        var tokens = statement.Tokens;
        if (tokens[number].Is(WordClass.Letter))
            return "letter_grade";
        var unit = NameAfter(tokens, number, out var at);
        return unit is not null && RateAfter(tokens, at + 1) is { } rate ? Intern(unit, rate) : unit;
    }

    private static string? NameAfter(ReadOnlySpan<Token> tokens, int number, out int at)
    {
        for (at = number + 1; at < tokens.Length && at <= number + Reach && !tokens[at].IsMark; at++)
        {
            if (tokens[at].Is(WordClass.Percent))
                return "percent";
            if (tokens[at].Is(WordClass.Measure))
                return tokens[at].Word.Text;
            if (tokens[at].Is(WordClass.Preposition) && !tokens[at].Is(WordClass.Measure))
                break;
        }
        for (var i = number - 1; i >= 0 && i >= number - Reach; i--)
            if (tokens[i].Is(WordClass.Record))
                return tokens[i].Word.Text;
        at = number;
        return null;
    }

    private static string? RateAfter(ReadOnlySpan<Token> tokens, int at)
    {
        for (var i = at; i + 1 < tokens.Length && i < at + 3; i++)
            if ((tokens[i].IsAny(Word.Bit(WordClass.Every) | Word.Bit(WordClass.Article)) || tokens[i].Shape == Shape.Slash) && tokens[i + 1].IsAny(Word.Bit(WordClass.Span) | Word.Bit(WordClass.DayPart)))
                return tokens[i + 1].Is(WordClass.DayPart) ? "day" : tokens[i + 1].Word.Text;
        return null;
    }

    private static string Intern(string unit, string rate) => $"{unit}/{rate}";
}
