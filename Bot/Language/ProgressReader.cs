using Milestones.Channel.Teams;
using Milestones.School;

namespace Milestones.Language;

/// <summary>Reads a report of progress; a wish, a question or a plan is none.</summary>
internal static class ProgressReader
{
    private static readonly UInt128 Talk =
        Word.Bit(WordClass.Content) | Word.Bit(WordClass.Measure) | Word.Bit(WordClass.Unknown);

    public static ProgressReading? Read(string text, DateOnly today, TextLanguage language)
    {
        var statement = Statement.Of(text, language);
        if (statement.First(Label.Frame) is not null || Asks(statement) || statement.First(Label.Command) is not null)
            return null;
        var state = statement.First(Label.State);
        var increment =
            statement.First(Label.Increment) is { } told
            && (told.First == 0 || !statement.Tokens[told.First - 1].Is(WordClass.Not))
                ? told
                : (RuleMatch?)null;
        if (state is null && increment is null)
            return null;
        var on = DayOf(statement, today);
        var value = ValueOf(statement) ?? (increment is null ? null : new Quantity(1, null));
        if (value is null)
            return null;
        return new ProgressReading(
            value,
            state is null || (increment is { Rule.Name: "more" }),
            Topics(statement, text),
            on
        );
    }

    /// <summary>
    /// "mi", "la" and "que" open questions and reports alike: without a question mark they ask nothing.
    /// </summary>
    private static bool Asks(Statement statement)
    {
        foreach (ref readonly var match in statement.Matches)
            if (
                match.Label == Label.Question
                && (match.Rule.Name != "mark" || statement.Tokens[^1].Shape == Shape.Question)
            )
                return true;
        return false;
    }

    private static Quantity? ValueOf(Statement statement)
    {
        foreach (ref readonly var match in statement.Matches)
            if (match.Label == Label.State && match.Rule.Name == "zero")
                return new Quantity(0, statement.Tokens[match.End - 1].Word.Text);
        var tokens = statement.Tokens;
        for (var i = 0; i < tokens.Length; i++)
            if (Amounts.IsAmount(tokens, i) && !IsNamed(statement, i))
                return new Quantity(tokens[i].Value, UnitReader.Read(statement, i));
        return null;
    }

    private static bool IsNamed(Statement statement, int at)
    {
        foreach (ref readonly var match in statement.Matches)
            if (match.Label is Label.NoNumber && match.First <= at && at < match.End)
                return true;
        return false;
    }

    private static DateOnly DayOf(Statement statement, DateOnly today)
    {
        foreach (ref readonly var match in statement.Matches)
        {
            if (match.Label != Label.Past)
                continue;
            var back = match.Rule.Name switch
            {
                "yesterday" => 1,
                "before yesterday" => 2,
                "ago" => match.A is >= 0 and <= 400 && match.B is > 0 ? (int)(match.A * match.B) : 0,
                "weekday" => ((((int)today.DayOfWeek + 6) % 7) - ((int)match.A - 1) + 7) % 7 is var days && days == 0
                    ? 7
                    : days,
                _ => 0,
            };
            return today.AddDays(-back);
        }
        return today;
    }

    private static List<string> Topics(Statement statement, string text)
    {
        var topics = new List<string>();
        foreach (ref readonly var token in statement.Tokens)
            if (token.IsAny(Talk) && token.Shape == Shape.Word && !token.Is(WordClass.Function))
                topics.Add(token.Word.Text.Length > 0 ? token.Word.Text : Folding.Fold(text[token.Start..token.End]));
        return topics;
    }
}
