using System.Globalization;

namespace Milestones.Testing;

/// <summary>Time zones, IANA.</summary>
internal static class Zones
{
    /// <summary>Zones with something about them.</summary>
    public static readonly string[] All =
    [
        "America/New_York",
        "America/Phoenix", // no summer time
        "America/St_Johns", // half past
        "Europe/Madrid",
        "Asia/Kathmandu", // a quarter to
        "Australia/Lord_Howe", // summer time of half an hour
        "Pacific/Apia", // far ahead
        "Pacific/Kiritimati", // furthest ahead
        "Pacific/Pago_Pago", // furthest behind
        "Africa/Casablanca", // moved its clocks for Ramadan, and for good in September 2026
        "America/Nuuk", // moves its clocks on Saturday night
        "UTC",
    ];

    /// <summary>
    /// A zone in which it is about noon, so that no day ends before a measurement does, and nobody sleeps.
    /// </summary>
    public static string AtNoon(DateTimeOffset moment)
    {
        var hours = 12 - moment.UtcDateTime.Hour;
        return hours == 0
            ? "Etc/GMT"
            : string.Create(CultureInfo.InvariantCulture, $"Etc/GMT{(hours > 0 ? "-" : "+")}{Math.Abs(hours)}");
    }
}
