namespace Milestones.Testing;

/// <summary>
/// Where this clone lies. What the tests leave behind goes under <c>artifacts/</c>, which git ignores.
/// </summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Artifacts(params string[] parts) => Path.Combine([Root, "artifacts", .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Milestones.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"Milestones.sln is in no folder above {AppContext.BaseDirectory}");
    }
}
