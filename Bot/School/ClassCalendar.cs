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
        ])
        {
            Week = Week(person),
            DaysOff = [.. person.Classes.SelectMany(known => known.Schedule?.Holidays ?? []).Distinct()],
        };

    /// <summary>Days on which any of the classes has school; none where no class says.</summary>
    private static IReadOnlyList<DayOfWeek> Week(Person person)
    {
        var schedules = person.Classes.Select(known => known.Schedule).OfType<WeeklySchedule>().ToList();
        return
        [
            .. Enum.GetValues<DayOfWeek>()
                .Where(day => schedules.Exists(one => one.Day == day || SchoolDays.IsInWeek(day, one.SchoolWeek))),
        ];
    }

    private static SchoolPeriod? Named(Holiday holiday) =>
        DateReader.Find(holiday.Name, AnyDay, LanguageReader.Detect(holiday.Name)).School is { } date
            ? new SchoolPeriod(date.Occasion, holiday.Name, holiday.First, holiday.Last)
            : null;
}
