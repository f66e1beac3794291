using System.Text.Json.Serialization;

namespace Milestones.Calendar;

/// <summary>Days without school. Both ends count.</summary>
internal sealed record Holiday(string Name, DateOnly First, DateOnly Last)
{
    public bool Contains(DateOnly day) => First <= day && day <= Last;
}

/// <summary>
/// Days on which a class takes a rest from prompts. Both ends count; without a last day it lasts until somebody ends
/// it.
/// </summary>
internal sealed record ClassPause(DateOnly First, DateOnly? Last)
{
    public bool Contains(DateOnly day) => First <= day && (Last is null || day <= Last);
}

/// <summary>The one prompt planned for a week.</summary>
/// <param name="Date">The day in the class's zone that it was planned for.</param>
/// <param name="At">The moment (UTC), after leaps of the clock.</param>
internal sealed record Occurrence(IsoWeek Week, DateOnly Date, DateTimeOffset At);

/// <summary>
/// When a class is asked to reflect: once a week on a weekday, by the clock of its zone, between two days and not on
/// others.
/// </summary>
/// <param name="Zone">IANA name.</param>
/// <param name="Start">The first day of the course.</param>
/// <param name="End">The last day of the course; it counts.</param>
/// <param name="MovedAt">Since when day, time and zone have been these: what they would have been before is nobody's
/// prompt.</param>
internal sealed record WeeklySchedule(
    DayOfWeek Day,
    TimeOnly Time,
    string Zone,
    DateOnly Start,
    DateOnly End,
    DateTimeOffset MovedAt
)
{
    public IReadOnlyList<Holiday> Holidays { get; init; } = [];

    public IReadOnlyList<ClassPause> Pauses { get; init; } = [];

    /// <summary>The days of the week with school; none for Monday to Friday.</summary>
    public IReadOnlyList<DayOfWeek> SchoolWeek { get; init; } = [];

    /// <summary>How long after the prompt its one reminder comes; null for none.</summary>
    /// <remarks>
    /// Null is written. A generated reader sets what is <c>init</c> to null also where it is missing, and leaves a
    /// <c>set</c> alone.
    /// </remarks>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public TimeSpan? ReminderAfter { get; set; } = TimeSpan.FromHours(24);

    /// <summary>
    /// The reminder comes in the morning of the next school day, whatever <see cref="ReminderAfter"/> says. What
    /// earlier versions set up has hours.
    /// </summary>
    public bool RemindsNextMorning { get; init; }

    /// <summary>The hour at which something begins that waited for a school day, by the clock of the class.</summary>
    public static TimeOnly Morning { get; } = new(7, 0);

    /// <summary>When a prompt that went out at this moment is followed by its reminder; null for none.</summary>
    public DateTimeOffset? ReminderOf(DateTimeOffset prompt) =>
        !RemindsNextMorning ? prompt + ReminderAfter
        : SchoolDayAfter(LocalTime.Day(prompt, Zone)) is { } day ? LocalTime.First(day, Morning, Zone)
        : null;

    /// <summary>
    /// Whether something may come unasked on this day: a day of the school week, or the class's own day, without days
    /// off and pauses, as long as the course lasts.
    /// </summary>
    public bool IsSchoolDay(DateOnly day) =>
        day <= End && Closed(day) is null && (day.DayOfWeek == Day || SchoolDays.IsInWeek(day.DayOfWeek, SchoolWeek));

    /// <summary>The next such day; null when days off fill a year.</summary>
    public DateOnly? SchoolDayAfter(DateOnly day) =>
        Enumerable
            .Range(1, Math.Min(366, DateOnly.MaxValue.DayNumber - day.DayNumber))
            .Select(day.AddDays)
            .Where(IsSchoolDay)
            .Select(one => (DateOnly?)one)
            .FirstOrDefault();

    /// <summary>
    /// Until when a week's prompt may still come: its week, and the first school day after it where the week has none
    /// left. A late prompt never meets the next one.
    /// </summary>
    public DateTimeOffset Until(Occurrence due, Occurrence? next)
    {
        var last = SchoolDayAfter(due.Date) is { } day && day > due.Week.Sunday ? day : due.Week.Sunday;
        var until = LocalTime.First(last.AddDays(1), default, Zone);
        return next?.At < until ? next.At : until;
    }

    public WeeklySchedule Moved(DayOfWeek day, TimeOnly time, string zone, DateTimeOffset now) =>
        (day, time, zone) == (Day, Time, Zone)
            ? this
            : this with
            {
                Day = day,
                Time = time,
                Zone = zone,
                MovedAt = now,
            };

    public Holiday? HolidayOn(DateOnly day) => Holidays.FirstOrDefault(holiday => holiday.Contains(day));

    /// <summary>Why nothing is sent on this day, if so; null when prompts go out.</summary>
    public PromptOutcome? Closed(DateOnly day) =>
        HolidayOn(day) is not null ? PromptOutcome.Holiday
        : Pauses.Any(pause => pause.Contains(day)) ? PromptOutcome.ClassPaused
        : null;

    /// <summary>What is planned for a week, holidays or not; null outside the course.</summary>
    public Occurrence? In(IsoWeek week)
    {
        var date = week.DayOf(Day);
        return date < Start || date > End ? null : new Occurrence(week, date, LocalTime.First(date, Time, Zone));
    }

    /// <summary>
    /// The next prompt after a moment that is on no holiday and in no pause; null when the course has none left.
    /// </summary>
    public Occurrence? Next(DateTimeOffset after) =>
        From(LocalTime.Day(after, Zone)).FirstOrDefault(one => one.At > after && Closed(one.Date) is null);

    /// <summary>What is planned from the week of this day on, in order, holidays or not.</summary>
    public IEnumerable<Occurrence> From(DateOnly day)
    {
        for (var week = IsoWeek.Of(day < Start ? Start : day); week.Monday <= End; week = week.Next)
        {
            if (In(week) is { } planned)
                yield return planned;
        }
    }
}
