namespace Milestones.Language.Dates;

/// <summary>What became of a date: its first and last day, or why it has none.</summary>
internal readonly record struct DayRange(
    DateFinding Finding,
    DateOnly First,
    DateOnly Last,
    bool IsWeek = false,
    bool IsMonth = false
)
{
    /// <summary>A school week is over on its Friday.</summary>
    private const int FridayAfterMonday = 4;

    public static DayRange NoSuchDay => new(DateFinding.NoSuchDay, default, default);

    public static DayRange Unclear => new(DateFinding.Unclear, default, default);

    public bool IsDay => Finding == DateFinding.Day;

    /// <summary>The day by which the range is over.</summary>
    public DateOnly Due => IsWeek ? First.AddDays(FridayAfterMonday) : Last;

    public static DayRange Of(DateOnly? day) => day is { } one ? new(DateFinding.Day, one, one) : NoSuchDay;

    public static DayRange Week(DateOnly? monday) =>
        Days.Add(monday, 6) is { } sunday ? new(DateFinding.Day, monday!.Value, sunday, IsWeek: true) : Unclear;

    public static DayRange Month(DateOnly? first) =>
        first is { } day
            ? new(
                DateFinding.Day,
                day,
                new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)),
                IsMonth: true
            )
            : Unclear;
}
