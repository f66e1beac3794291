using Milestones.Reading.Dates;

namespace Milestones.Reading;

/// <summary>Reads the day a phrase or a sentence speaks of. It takes a whole expression or says that it cannot; never its beginning alone.</summary>
internal static class DateReader
{
    /// <summary>The day named; null where there is none, where it does not exist or is unclear, or where only a school calendar could tell.</summary>
    public static DateOnly? Read(string text, DateOnly today, TextLanguage language) => Find(text, today, language).Day;

    /// <summary>What a text says about a day.</summary>
    public static DateReading Find(string text, DateOnly today, TextLanguage language) =>
        DateFinder.Find(Statement.Of(text, language).DateTerms.Terms, language, today);

    /// <summary>The date phrase that begins at a token of a sentence. It is one even when its day is unknown; then <paramref name="day"/> is null.</summary>
    public static bool TryRead(Statement statement, int at, DateOnly today, out int end, out DateOnly? day)
    {
        (end, day) = (0, null);
        if (!statement.DateAt(at, out var found, out end))
            return false;
        day = DateFinder.Read(found.Expression!, today).Day;
        return true;
    }
}
