using Milestones.Channel.Teams;

namespace Milestones.Language;

/// <summary>Reads the day a phrase or a sentence speaks of.</summary>
internal static class DateReader
{
    /// <summary>The first day named; null where there is none, where it does not exist, or where only a school calendar could tell.</summary>
    public static DateOnly? Read(string text, DateOnly today, TextLanguage language)
    {
        var statement = Statement.Of(text, language);
        for (var at = 0; at < statement.Tokens.Length; at++)
            if (TryRead(statement, at, today, wholeText: true, out _, out var day) && day is not null)
                return day;
        return null;
    }

    /// <summary>The date phrase that begins at a token. It is one even when its day does not exist; then <paramref name="day"/> is null.</summary>
    public static bool TryRead(Statement statement, int at, DateOnly today, bool wholeText, out RuleMatch found, out DateOnly? day)
    {
        (found, day) = (default, null);
        foreach (ref readonly var match in statement.MatchesAt(at))
            if (match.Label == Label.Date)
                found = match;
        if (found.Rule is null || IsNoDate(statement, found, wholeText))
            return false;
        day = DateForms.Resolve(found, today, statement.Language);
        if (day is not { } resolved)
            return true;
        for (var i = at - 1; i >= 0 && i >= at - 2; i--)
            if (statement.Tokens[i].Is(WordClass.Before))
                day = DateForms.Before(found, resolved);
            else if (!statement.Tokens[i].Is(WordClass.Article))
                break;
        if (statement.Tokens[at].Is(WordClass.Before))
            day = DateForms.Before(found, resolved);
        return true;
    }

    /// <summary>Whether a token joins a weekday to another that stands before or after it.</summary>
    private static bool IsListed(ReadOnlySpan<Token> tokens, int joint, int step) =>
        joint > 0 && joint + 1 < tokens.Length && tokens[joint].IsAny(Word.Bit(WordClass.Conjunction)) && tokens[joint].Word.Text is not "or" and not "o" && tokens[joint + step].Is(WordClass.Weekday)
            && tokens[joint - step].Is(WordClass.Weekday);

    private static bool IsNoDate(Statement statement, in RuleMatch match, bool wholeText)
    {
        var tokens = statement.Tokens;
        if (match.Rule.Name == "YearEnd" && match.A is not (>= 2000 and <= 2100))
            return true;
        for (var i = match.First; i < match.End; i++)
            if (tokens[i].Is(WordClass.Every) || (tokens[i].Is(WordClass.Weekday) && tokens[i].Is(WordClass.Plural)))
                return true;
        // "on Tuesdays and Thursdays", written "tues and thurs", is how often.
        if (match.Rule.Name == "Weekday" && (IsListed(tokens, match.End, 1) || IsListed(tokens, match.First - 1, -1) || IsListed(tokens, match.End - 2, -1)))
            return true;
        if (match.First > 0 && tokens[match.First - 1].IsAny(Word.Bit(WordClass.Every) | Word.Bit(WordClass.Start)))
            return true;
        // 8/10 is a score unless something says it is a day.
        return match.Rule.Name == "NumericBare" && !(wholeText && match.First == 0 && match.End == tokens.Length)
            && !(match.First > 0 && tokens[match.First - 1].IsAny(Word.Bit(WordClass.By) | Word.Bit(WordClass.Before) | Word.Bit(WordClass.Preposition)) && (match.End == tokens.Length || tokens[match.End].IsMark));
    }
}
