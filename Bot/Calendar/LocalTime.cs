using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.TimeZones;

namespace Milestones.Calendar;

/// <summary>
/// Days and hours where a person or a class is. Zones are IANA names; UTC stands in for one that is not known.
/// </summary>
internal static class LocalTime
{
    private static readonly ZoneLocalMappingResolver Earlier = Resolvers.CreateMappingResolver(
        Resolvers.ReturnEarlier,
        Resolvers.ReturnStartOfIntervalAfter
    );

    private static readonly ZoneLocalMappingResolver Later = Resolvers.CreateMappingResolver(
        Resolvers.ReturnLater,
        Resolvers.ReturnStartOfIntervalAfter
    );

    public static bool Knows([NotNullWhen(true)] string? zone) =>
        zone is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null;

    public static DateOnly Day(DateTimeOffset now, string? zone) => At(now, zone).Date.ToDateOnly();

    public static TimeOnly Clock(DateTimeOffset now, string? zone) => At(now, zone).TimeOfDay.ToTimeOnly();

    /// <summary>
    /// The moment a clock there first shows this time on this day. A time that the clocks leap over is the first moment
    /// after the leap,
    /// even when that is another day (Samoa had no 30 December 2011).
    /// </summary>
    public static DateTimeOffset First(DateOnly day, TimeOnly time, string? zone) => Resolve(day, time, zone, Earlier);

    /// <summary>As <see cref="First"/>, but of a time that the clocks show twice the second.</summary>
    public static DateTimeOffset Last(DateOnly day, TimeOnly time, string? zone) => Resolve(day, time, zone, Later);

    private static DateTimeOffset Resolve(
        DateOnly day,
        TimeOnly time,
        string? zone,
        ZoneLocalMappingResolver resolver
    ) =>
        (LocalDate.FromDateOnly(day) + NodaTime.LocalTime.FromTimeOnly(time))
            .InZone(Zone(zone), resolver)
            .ToInstant()
            .ToDateTimeOffset();

    private static LocalDateTime At(DateTimeOffset now, string? zone) =>
        Instant.FromDateTimeOffset(now).InZone(Zone(zone)).LocalDateTime;

    private static DateTimeZone Zone(string? zone) =>
        (zone is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone)) ?? DateTimeZone.Utc;
}
