namespace Milestones.Language;

/// <summary>Reads what a number counts: the thing after it, and how often ("minutes/day").</summary>
internal static class UnitReader
{
    private const int Reach = 4;

    public static string? Read(Statement statement, int number)
    {
        var tokens = statement.Tokens;
        if (tokens[number].Is(WordClass.Letter))
            return "letter_grade";
        if (number > 0 && tokens[number - 1].Word.Text is "$")
            return "dollars";
        if (tokens[number].Is(WordClass.Frequency) && RateAfter(statement, number + 1) is { } often)
            return $"times/{often}";
        var unit = NameAfter(statement, number, out var at);
        return unit is not null && RateAfter(statement, at + 1) is { } rate ? $"{unit}/{rate}" : unit;
    }

    private static string? NameAfter(Statement statement, int number, out int at)
    {
        var tokens = statement.Tokens;
        for (at = number + 1; at < tokens.Length && at <= number + Reach && !tokens[at].IsMark; at++)
        {
            if (tokens[at].Is(WordClass.Percent))
                return "percent";
            // "1 a week": how often, and of what is said elsewhere.
            if (
                at + 1 < tokens.Length
                && tokens[at].IsAny(Word.Bit(WordClass.Every) | Word.Bit(WordClass.Article))
                && SpanName(tokens[at + 1].Word) is not null
            )
            {
                break;
            }

            if (IsThisSpan(tokens, at))
                break;
            if (tokens[at].Is(WordClass.Measure))
                return tokens[at].Word.Text;
            // "Comic books" are books.
            if (
                tokens[at].Word.Text is var kind
                && kind.LastIndexOf(' ') is var last and > 0
                && Lexicon.Of(statement.Language).TryFind(kind.AsSpan(last + 1), out var thing)
                && thing.Is(WordClass.Measure)
            )
            {
                return thing.Text;
            }

            if (tokens[at].Is(WordClass.Preposition) && !tokens[at].Is(WordClass.Measure))
                break;
        }
        for (var i = number - 1; i >= 0 && i >= number - Reach; i--)
        {
            if (tokens[i].Is(WordClass.Record))
                return tokens[i].Word.Text;
        }

        at = number;
        return null;
    }

    /// <summary>"this semester", "este año": when, not what.</summary>
    private static bool IsThisSpan(ReadOnlySpan<Token> tokens, int at) =>
        tokens[at].Word.Text is "this" or "next" or "este" or "esta"
        && at + 1 < tokens.Length
        && (tokens[at + 1].Is(WordClass.Span) || tokens[at + 1].Is(WordClass.Period));

    private static string? RateAfter(Statement statement, int at)
    {
        var tokens = statement.Tokens;
        for (var i = at; i < tokens.Length && i < at + 3; i++)
        {
            // "al día" and "por semana" are one token; its last word is the span.
            if (
                tokens[i].Is(WordClass.Every)
                && tokens[i].Word.Text is var every
                && every.LastIndexOf(' ') is var space and > 0
                && Lexicon.Of(statement.Language).TryFind(every.AsSpan(space + 1), out var last)
                && SpanName(last) is { } within
            )
            {
                return within;
            }

            if (
                i + 1 < tokens.Length
                && (
                    tokens[i].IsAny(Word.Bit(WordClass.Every) | Word.Bit(WordClass.Article))
                    || tokens[i].Shape == Shape.Slash
                )
                && SpanName(tokens[i + 1].Word) is { } rate
            )
            {
                return rate;
            }
        }
        return null;
    }

    private static string? SpanName(Word word) =>
        word.Is(WordClass.DayPart) ? "day"
        : word.Is(WordClass.Span) ? word.Text
        : null;
}
