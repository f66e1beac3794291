namespace Milestones.Language.Dates;

/// <summary>
/// Which date words inside a sentence are a time; a sentence has more of them that are none than an answer to "by
/// when?" has.
/// </summary>
internal static class SentenceDates
{
    public static bool Allow(Statement statement, int token, int first, Found found)
    {
        var terms = statement.DateTerms.Terms;
        if (
            found.Expression
            is SchoolTime
                or UnclearTime
                or Away { Unit: TimeUnit.Hour, From: null }
                or Stretch { From: ComingWeekday }
        )
        {
            return false;
        }

        if (token > 0 && statement.Tokens[token - 1].IsAny(Word.Bit(WordClass.Every) | Word.Bit(WordClass.Start)))
            return false;
        var isWeekday = found.Expression is ComingWeekday;
        return Surroundings.Allow(terms, first, found, mayStandAlone: first == 0)
            || (isWeekday && EndsSentence(terms, found.End) && token > 0 && IsDueOn(statement.Tokens[token - 1]));
    }

    /// <summary>"test friday", "turned in friday".</summary>
    private static bool IsDueOn(in Token token) =>
        token.IsAny(Word.Bit(WordClass.Assessment) | Word.Bit(WordClass.Work))
        || token.Word.Text is "in" or "done" or "due" or "finished" or "completed" or "submitted";

    private static bool EndsSentence(ReadOnlySpan<DateTerm> terms, int at) =>
        at >= terms.Length || terms[at].Part == Part.Stop;
}
