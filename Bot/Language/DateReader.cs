using Milestones.Calendar;
using Milestones.Language.Dates;
using Milestones.Language.Packs;

namespace Milestones.Language;

/// <summary>
/// Reads the day a phrase or a sentence speaks of. It takes a whole expression or says that it cannot; never its
/// beginning alone.
/// </summary>
internal static class DateReader
{
    /// <summary>
    /// The day named; null where there is none, where it does not exist or is unclear, or where only a school calendar
    /// could tell.
    /// </summary>
    public static DateOnly? Read(string text, DateOnly today, TextLanguage language) => Find(text, today, language).Day;

    /// <summary>What a text says about a day.</summary>
    public static DateReading Find(string text, DateOnly today, TextLanguage language)
    {
        var statement = Statement.Of(text, language);
        var reading = DateFinder.Find(statement.DateTerms.Terms, language, today);
        return reading.School is { Occasion: SchoolOccasion.SportSeason } season
            ? reading with
            {
                School = season with { Name = SeasonName(text, statement) },
            }
            : reading;
    }

    /// <summary>
    /// The date phrase that begins at a token of a sentence. It is one even when its day is unknown; then <paramref
    /// name="day"/> is null.
    /// </summary>
    public static bool TryRead(Statement statement, int at, DateOnly today, out int end, out DateOnly? day)
    {
        (end, day) = (0, null);
        if (!statement.DateAt(at, out var found, out end))
            return false;
        day = DateFinder.Read(found.Expression!, today).Day;
        return true;
    }

    /// <summary>What the season is of: "track season", "la temporada de fútbol".</summary>
    private static string? SeasonName(string text, Statement statement)
    {
        var terms = statement.DateTerms.Terms;
        for (var i = 0; i < terms.Length; i++)
        {
            if (terms[i].Part != Part.School)
                continue;
            var name = LanguagePacks.Of(statement.Language).DateGrammar.SeasonComesBeforeItsName ? i + 2 : i - 1;
            if (name < 0 || name >= terms.Length || terms[name].Part is not (Part.Other or Part.Thing))
                return null;
            var token = statement.Tokens[terms[name].Token];
            return Folding.Fold(text[token.Start..token.End]);
        }
        return null;
    }
}
