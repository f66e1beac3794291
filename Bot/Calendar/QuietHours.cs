namespace Milestones.Calendar;

/// <summary>
/// Hours of the day, in a person's own zone, in which nothing comes unasked. They may run across midnight; equal ends
/// are no quiet hours.
/// </summary>
/// <param name="From">The first quiet moment.</param>
/// <param name="To">The first moment that is not quiet any more.</param>
internal sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    public static QuietHours Night { get; } = new(new TimeOnly(20, 0), new TimeOnly(7, 0));

    public static QuietHours None { get; } = new(default, default);

    public bool Contains(TimeOnly time) => From <= To ? From <= time && time < To : time >= From || time < To;

    public bool Contains(DateTimeOffset moment, string? zone) => Contains(LocalTime.Clock(moment, zone));

    /// <summary>
    /// The first moment from this one on that is not quiet. Where clocks are put back, the end is the second time they
    /// show it.
    /// </summary>
    public DateTimeOffset FreeFrom(DateTimeOffset moment, string? zone)
    {
        // A leap over a whole day can end inside the next night, so one look may not be enough.
        while (Contains(moment, zone))
        {
            var day = LocalTime.Day(moment, zone);
            moment = LocalTime.Last(LocalTime.Clock(moment, zone) < To ? day : day.AddDays(1), To, zone);
        }

        return moment;
    }
}
