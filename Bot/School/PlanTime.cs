using Milestones.Language;

namespace Milestones.School;

/// <summary>Whether the words of a plan say when.</summary>
internal static class PlanTime
{
    /// <summary>A plan this short names a thing to do; a longer one has its time or needs none.</summary>
    private const int Bare = 4;

    /// <summary>Fewer words are a day alone.</summary>
    private const int Weekly = 3;

    private static readonly UInt128 Days =
        Word.Bit(WordClass.Weekday) | Word.Bit(WordClass.Every) | Word.Bit(WordClass.Frequency);

    private static readonly UInt128 Times =
        Word.Bit(WordClass.Weekday)
        | Word.Bit(WordClass.Every)
        | Word.Bit(WordClass.Frequency)
        | Word.Bit(WordClass.DayPart)
        | Word.Bit(WordClass.Span)
        | Word.Bit(WordClass.Before)
        | Word.Bit(WordClass.Digit);

    public static bool IsIn(string text, TextLanguage language)
    {
        foreach (ref readonly var token in Statement.Of(text, language).Tokens)
        {
            if (token.IsAny(Times))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether words tell something to do on certain days: "10 problems on mondays".</summary>
    public static bool IsWeekly(string text, TextLanguage language)
    {
        if (WordCount.Of(text) < Weekly)
        {
            return false;
        }

        foreach (ref readonly var token in Statement.Of(text, language).Tokens)
        {
            if (token.IsAny(Days))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it is worth asking for a day.</summary>
    public static bool IsBare(string plan, TextLanguage language) =>
        WordCount.Of(plan) <= Bare && !IsIn(plan, language);
}
