using Milestones.Calendar;

namespace Milestones.School;

/// <summary>How a class's week comes into its channel.</summary>
internal enum SummaryWish
{
    /// <summary>A teacher sees it first, and nothing is posted without one.</summary>
    AskFirst,

    /// <summary>A teacher sees it first; unless stopped it is posted at the class's time.</summary>
    ByItself,

    Off,
}

/// <summary>How far a class's weeks are told, each once.</summary>
/// <param name="Since">Weeks whose question came before this are not told.</param>
internal sealed record ClassWeeks(DateTimeOffset Since)
{
    /// <summary>The last week that was told or passed over.</summary>
    public IsoWeek? Through { get; init; }

    /// <summary>Weeks told since the last month.</summary>
    public int Told { get; init; }

    /// <summary>Weeks in a row in which enough of the class shared.</summary>
    public Streak Streak { get; init; } = Streak.None;

    /// <summary>What teachers look at; null where nothing waits.</summary>
    public WeekSummary? Waiting { get; init; }

    /// <summary>When it is posted unless a teacher says otherwise; null where it waits for one.</summary>
    public DateTimeOffset? PostAt { get; init; }

    /// <summary>When the next week is looked at; null where none is to come.</summary>
    public DateTimeOffset? NextAt { get; init; }
}

/// <summary>
/// When a class's week is told: on the school day after its question, once most have answered. Teachers see it in the
/// morning, the class at the hour at which it is asked.
/// </summary>
internal static class ClassWeekRules
{
    /// <summary>Every fourth card tells of four weeks.</summary>
    public const int WeeksInAMonth = 4;

    /// <summary>By the clock of the class.</summary>
    private static readonly TimeOnly Morning = new(7, 30);

    /// <summary>How late it may still be told.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromHours(72);

    /// <summary>The next week to be told, and when; null where there is none.</summary>
    public static (Occurrence Question, DateTimeOffset LookAt)? Next(Classroom classroom)
    {
        if (classroom is not { IsActive: true, Settings: { Summary: not SummaryWish.Off } settings, Weeks: { } weeks })
        {
            return null;
        }

        var schedule = settings.Schedule;
        var from = weeks.Through?.Next.Monday ?? LocalTime.Day(weeks.Since, schedule.Zone);
        var question = schedule
            .From(from)
            .FirstOrDefault(one => one.At >= weeks.Since && schedule.Closed(one.Date) is null);
        return question is not null && SchoolDays.After(question.Date, 1, schedule.Holidays) is { } day
            ? (question, LocalTime.First(day, Morning, schedule.Zone))
            : null;
    }

    public static bool IsTooLate(DateTimeOffset lookAt, DateTimeOffset now) => now - lookAt > Grace;

    /// <summary>The class's own hour on the day of the look.</summary>
    public static DateTimeOffset PostAt(WeeklySchedule schedule, DateTimeOffset lookAt) =>
        LocalTime.First(LocalTime.Day(lookAt, schedule.Zone), schedule.Time, schedule.Zone);

    /// <summary>From now on, where nothing was told yet; and when the next week is due.</summary>
    public static Classroom WithAlarm(Classroom classroom, DateTimeOffset now)
    {
        if (classroom.Settings is null)
            return classroom;
        var begun = classroom.Weeks is null ? classroom with { Weeks = new(now) } : classroom;
        var next = Next(begun)?.LookAt;
        return begun.Weeks!.NextAt == next ? begun : begun with { Weeks = begun.Weeks with { NextAt = next } };
    }
}
