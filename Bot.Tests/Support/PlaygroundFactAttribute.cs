namespace Milestones.Tests.Support;

/// <summary>
/// A test that needs Chromium, Node.js and npm. Where they are missing it is skipped, except when <c>CI=true</c>: there
/// it must run.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PlaygroundFactAttribute : FactAttribute
{
    public PlaygroundFactAttribute()
    {
        if (!Required && Missing is { } missing)
            Skip = missing;
    }

    internal static bool Required => Environment.GetEnvironmentVariable("CI") == "true";

    internal static string? Missing { get; } =
        Programs.Chromium is null
            ? "Chromium is missing: apt-get install --no-install-recommends chromium, or set CHROMIUM to its path."
        : !NpmPackages.Available ? NpmPackages.Missing
        : null;
}
