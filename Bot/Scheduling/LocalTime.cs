using NodaTime;

namespace Milestones.Scheduling;

/// <summary>Days and hours where a person is.</summary>
internal static class LocalTime
{
    /// <summary>The calendar day in an IANA zone; UTC where the zone is not known.</summary>
    public static DateOnly Day(DateTimeOffset now, string? zone) => DateOnly.FromDateTime(At(now, zone).ToDateTimeUnspecified());

    private static LocalDateTime At(DateTimeOffset now, string? zone) =>
        Instant.FromDateTimeOffset(now).InZone((zone is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone)) ?? DateTimeZone.Utc).LocalDateTime;
}
