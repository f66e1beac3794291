using System.Globalization;

namespace Milestones.Calendar;

/// <summary>What can be wrong with a schedule that somebody typed.</summary>
internal enum ScheduleFault
{
    UnknownDay,
    UnreadableTime,
    UnknownZone,
    UnreadableStart,
    UnreadableEnd,
    EndBeforeStart,

    /// <summary>Longer than two years.</summary>
    CourseTooLong,

    CourseOver,
    UnreadableHoliday,
    HolidayEndsBeforeStart,

    /// <summary>More than a hundred.</summary>
    TooManyHolidays,

    /// <summary>Not a whole number of hours from 1 to 72.</summary>
    ReminderOutOfRange,
}

/// <param name="Holiday">The place in the list, from zero, for faults of a holiday.</param>
internal readonly record struct ScheduleProblem(ScheduleFault Fault, int? Holiday = null);

/// <summary>A schedule, or everything that keeps the form from being one.</summary>
internal sealed record ScheduleReading(WeeklySchedule? Schedule, IReadOnlyList<ScheduleProblem> Problems);

/// <param name="Last">Empty for a holiday of one day.</param>
internal sealed record HolidayForm(string? Name, string? First, string? Last = null);

/// <summary>A schedule as a card's inputs bring it: text, all of it possibly missing or wrong.</summary>
/// <param name="Day">English name of a weekday.</param>
/// <param name="Time"><c>HH:mm</c>.</param>
/// <param name="Zone">IANA name.</param>
/// <param name="Start"><c>yyyy-MM-dd</c>, as <paramref name="End"/>.</param>
/// <param name="ReminderHours">Hours after the prompt; empty for no reminder.</param>
/// <param name="RemindsNextMorning">In the morning of the next school day instead.</param>
/// <param name="SchoolWeek">English names of the weekdays with school; none for Monday to Friday.</param>
internal sealed record ScheduleForm(
    string? Day,
    string? Time,
    string? Zone,
    string? Start,
    string? End,
    string? ReminderHours = "24",
    IReadOnlyList<HolidayForm>? Holidays = null,
    bool RemindsNextMorning = false,
    IReadOnlyList<string>? SchoolWeek = null
)
{
    private const int MostHolidays = 100;

    public ScheduleReading Read(DateTimeOffset now)
    {
        var problems = new List<ScheduleProblem>();
        var zone = Zone?.Trim();
        Note(!LocalTime.Knows(zone), ScheduleFault.UnknownZone);
        Note(
            !Enum.TryParse<DayOfWeek>(Day, ignoreCase: true, out var day)
                || !string.Equals(day.ToString(), Day, StringComparison.OrdinalIgnoreCase),
            ScheduleFault.UnknownDay
        );
        Note(
            !TimeOnly.TryParseExact(
                Time,
                ["HH:mm", "H:mm", "HH:mm:ss"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var time
            ),
            ScheduleFault.UnreadableTime
        );
        Note(!TryDate(Start, out var start), ScheduleFault.UnreadableStart);
        Note(!TryDate(End, out var end), ScheduleFault.UnreadableEnd);
        if (problems.Count == 0)
        {
            Note(end < start, ScheduleFault.EndBeforeStart);
            Note(end > start.AddYears(2), ScheduleFault.CourseTooLong);
            Note(end >= start && end < LocalTime.Day(now, zone), ScheduleFault.CourseOver);
        }

        var hours = 0;
        Note(
            ReminderHours is { Length: > 0 }
                && (
                    !int.TryParse(ReminderHours, NumberStyles.None, CultureInfo.InvariantCulture, out hours)
                    || hours is < 1 or > 72
                ),
            ScheduleFault.ReminderOutOfRange
        );
        var holidays = ReadHolidays(problems);
        return problems.Count > 0
            ? new(null, problems)
            : new(
                new WeeklySchedule(day, time, zone!, start, end, now)
                {
                    Holidays = holidays,
                    SchoolWeek = ReadWeek(),
                    RemindsNextMorning = RemindsNextMorning,
                    ReminderAfter = hours == 0 ? null : TimeSpan.FromHours(hours),
                },
                problems
            );

        void Note(bool isSo, ScheduleFault fault)
        {
            if (isSo)
                problems.Add(new(fault));
        }
    }

    /// <summary>What is no day of the week is left out; the usual week is not written down.</summary>
    private List<DayOfWeek> ReadWeek()
    {
        var days = Enum.GetValues<DayOfWeek>()
            .Where(day => SchoolWeek?.Contains(day.ToString(), StringComparer.OrdinalIgnoreCase) == true)
            .ToList();
        return days.SequenceEqual(Usual) ? [] : days;
    }

    private static readonly DayOfWeek[] Usual =
    [
        DayOfWeek.Monday,
        DayOfWeek.Tuesday,
        DayOfWeek.Wednesday,
        DayOfWeek.Thursday,
        DayOfWeek.Friday,
    ];

    private List<Holiday> ReadHolidays(List<ScheduleProblem> problems)
    {
        var holidays = new List<Holiday>();
        var forms = Holidays ?? [];
        if (forms.Count > MostHolidays)
            problems.Add(new(ScheduleFault.TooManyHolidays));
        foreach (var (index, form) in forms.Take(MostHolidays).Index())
        {
            if (
                !TryDate(form.First, out var first)
                || !TryDate(form.Last is { Length: > 0 } ? form.Last : form.First, out var last)
            )
            {
                problems.Add(new(ScheduleFault.UnreadableHoliday, index));
            }
            else if (last < first)
            {
                problems.Add(new(ScheduleFault.HolidayEndsBeforeStart, index));
            }
            else
            {
                holidays.Add(new(form.Name?.Trim() ?? "", first, last));
            }
        }

        return holidays;
    }

    /// <summary>A day of this century: others are slips of the keyboard.</summary>
    private static bool TryDate(string? text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
        && date.Year is >= 2000 and < 2100;
}
