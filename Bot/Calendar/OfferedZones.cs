namespace Milestones.Calendar;

/// <summary>Time zones to choose from: those of the schools this is for, the teacher's own first.</summary>
internal static class OfferedZones
{
    private static readonly string[] Usual =
    [
        "America/New_York",
        "America/Chicago",
        "America/Denver",
        "America/Phoenix",
        "America/Los_Angeles",
        "America/Anchorage",
        "Pacific/Honolulu",
        "America/Puerto_Rico",
        "America/Halifax",
        "America/Toronto",
        "America/Winnipeg",
        "America/Vancouver",
        "America/Mexico_City",
        "America/Tijuana",
        "America/Guatemala",
        "America/Bogota",
        "America/Lima",
        "America/Santiago",
        "America/Argentina/Buenos_Aires",
        "America/Sao_Paulo",
        "Europe/London",
        "Europe/Madrid",
        "Europe/Paris",
        "Europe/Berlin",
        "Africa/Lagos",
        "Asia/Dubai",
        "Asia/Kolkata",
        "Asia/Manila",
        "Asia/Tokyo",
        "Australia/Sydney",
        "Pacific/Auckland",
        "UTC",
    ];

    /// <summary>IANA names, each once; what is not known as a zone is left out.</summary>
    /// <param name="first">The client's, and the one that is set.</param>
    public static IReadOnlyList<string> Of(params IEnumerable<string?> first) =>
        [.. first.Where(LocalTime.Knows).OfType<string>().Concat(Usual).Distinct(StringComparer.Ordinal)];

    /// <summary>The city first, which people look for: <c>New York (America/New_York)</c>.</summary>
    public static string Name(string zone) =>
        zone.LastIndexOf('/') is >= 0 and var slash ? $"{zone[(slash + 1)..].Replace('_', ' ')} ({zone})" : zone;
}
