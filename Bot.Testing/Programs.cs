namespace Milestones.Testing;

internal static class Programs
{
    /// <summary>Debian's Chromium, or the one that <c>CHROMIUM</c> names; null when there is none.</summary>
    public static string? Chromium { get; } =
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : Find("chromium");

    /// <summary>Full path of a program on the search path; null when there is none.</summary>
    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder =>
                OperatingSystem.IsWindows()
                    ? new[] { $"{name}.cmd", $"{name}.exe" }.Select(file => Path.Combine(folder, file))
                    : [Path.Combine(folder, name)]
            )
            .FirstOrDefault(File.Exists);
}
