namespace Milestones.Tests.Calendar;

/// <summary>Zones with something about them.</summary>
internal static class Zones
{
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
}
