using Milestones.Calendar;
using Milestones.Language;

namespace Milestones.School;

/// <summary>
/// What a student's classes have said of the school year: their holidays, as far as their names are those of breaks
/// ("Winter break", "Vacaciones de invierno"). A day off without such a name dates nothing.
/// </summary>
internal static class ClassCalendar
{
    /// <summary>Names of breaks say no day of their own; any day serves to read them.</summary>
    private static readonly DateOnly AnyDay = new(2026, 1, 5);

    public static SchoolCalendar Of(Person person) =>
        new([
            .. person
                .Classes.SelectMany(known => known.Schedule?.Holidays ?? [])
                .Select(Named)
                .OfType<SchoolPeriod>()
                .Distinct(),
        ]);

    private static SchoolPeriod? Named(Holiday holiday) =>
        DateReader.Find(holiday.Name, AnyDay, LanguageReader.Detect(holiday.Name)).School is { } date
            ? new SchoolPeriod(date.Occasion, holiday.Name, holiday.First, holiday.Last)
            : null;
}
