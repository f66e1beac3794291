namespace Milestones.Language;

/// <summary>
/// Finds what bounds a goal in time: a date, an event that dates it, or a period. A start, a frequency or a time of day
/// does not.
/// </summary>
internal static class TimeReader
{
    public static (TextSpan? Span, DateOnly? Deadline) Read(Statement statement, Outline outline, DateOnly today)
    {
        TextSpan? span = null;
        TextSpan? planned = null;
        DateOnly? deadline = null;
        DateOnly? plannedDay = null;
        var tokens = statement.Tokens;
        for (var i = 0; i < tokens.Length; )
        {
            if (outline.Has(i, Role.Reason) || !TryPhrase(statement, i, today, out var end, out var day))
            {
                i++;
                continue;
            }
            var from = Lead(tokens, i);
            outline.Mark(from, end, Role.Time);
            if (outline.Has(i, Role.Plan))
            {
                planned ??= statement.SpanOf(from, end);
                plannedDay ??= day;
            }
            else
            {
                span ??= statement.SpanOf(from, end);
                deadline ??= day;
            }
            i = end;
        }
        return span is null ? (planned, plannedDay) : (span, deadline);
    }

    private static bool TryPhrase(Statement statement, int at, DateOnly today, out int end, out DateOnly? day)
    {
        end = 0;
        var isDate = DateReader.TryRead(statement, at, today, out var dateEnd, out day);
        if (isDate)
            end = dateEnd;
        var longer = false;
        foreach (ref readonly var match in statement.MatchesAt(at))
        {
            if (match.Label != Label.Time || match.End <= end || IsRepeated(statement.Tokens, match))
                continue;
            (end, longer) = (match.End, true);
        }
        // "May 1st of my senior year" needs a school calendar after all.
        if (
            isDate
            && end < statement.Tokens.Length - 2
            && statement.Tokens[end].Is(WordClass.Preposition)
            && IsSchoolYear(statement, end + 1, out var yearEnd)
        )
        {
            (end, day) = (yearEnd, null);
        }
        else if (longer)
        {
            day = DayWithin(statement, at, ref end, today);
        }

        return end > 0;
    }

    /// <summary>
    /// "by the end of this month" is a period whose last words are a date; "on my spelling test Friday" is an event
    /// with one.
    /// </summary>
    private static DateOnly? DayWithin(Statement statement, int at, ref int end, DateOnly today)
    {
        for (var i = at; i < end; i++)
        {
            if (DateReader.TryRead(statement, i, today, out var dateEnd, out var day) && dateEnd >= end)
            {
                end = dateEnd;
                return day;
            }
        }

        return null;
    }

    private static bool IsSchoolYear(Statement statement, int at, out int end)
    {
        var tokens = statement.Tokens;
        for (end = at; end < tokens.Length && end < at + 3; end++)
        {
            if (tokens[end].Is(WordClass.Period))
            {
                end++;
                return true;
            }
        }

        return false;
    }

    private static bool IsRepeated(ReadOnlySpan<Token> tokens, in RuleMatch match)
    {
        if (
            match.First > 0
            && (
                tokens[match.First - 1].Is(WordClass.Start)
                || (
                    tokens[match.First - 1].Is(WordClass.Every)
                    && !tokens[match.First].IsAny(Word.Bit(WordClass.Article) | Word.Bit(WordClass.Preposition))
                )
            )
        )
        {
            return true;
        }
        // "take part in the science fair" says what.
        if (
            match.First > 0
            && tokens[match.First - 1].Is(WordClass.Attend)
            && tokens[match.First].Is(WordClass.Preposition)
            && !tokens[match.First].Is(WordClass.By)
        )
        {
            return true;
        }

        ref readonly var last = ref tokens[match.End - 1];
        return last.IsAny(Word.Bit(WordClass.Event) | Word.Bit(WordClass.Assessment))
            && last.Is(WordClass.Plural)
            && !last.Is(WordClass.Period);
    }

    /// <summary>The preposition in front belongs to what shows the time.</summary>
    private static int Lead(ReadOnlySpan<Token> tokens, int at)
    {
        while (
            at > 0
            && tokens[at - 1]
                .IsAny(
                    Word.Bit(WordClass.By)
                        | Word.Bit(WordClass.Before)
                        | Word.Bit(WordClass.Preposition)
                        | Word.Bit(WordClass.Article)
                )
        )
        {
            at--;
        }

        return at;
    }
}
