using System.Globalization;

namespace Milestones.Bench.Load;

internal static class Zones
{
    /// <summary>A zone (IANA) in which it is about noon, so that no day ends before a measurement does, and nobody sleeps.</summary>
    public static string AtNoon(DateTimeOffset moment)
    {
        var hours = 12 - moment.UtcDateTime.Hour;
        return hours == 0 ? "Etc/GMT" : string.Create(CultureInfo.InvariantCulture, $"Etc/GMT{(hours > 0 ? "-" : "+")}{Math.Abs(hours)}");
    }
}
