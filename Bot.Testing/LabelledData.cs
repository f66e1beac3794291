namespace Milestones.Testing;

/// <summary>The labelled lines that lie beside this project (Data/README.md).</summary>
internal static class LabelledData
{
    private const string Sealed = "sealed";

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Data");

    /// <summary>A file of lines that rules were made of and weights are fitted to.</summary>
    /// <param name="content">What it holds: <c>goals/english</c>.</param>
    public static string Training(string content) => Path.Combine([Folder, "train", .. $"{content}.jsonl".Split('/')]);

    /// <summary>Reads lines to fit something to them, or to write a rule by them.</summary>
    /// <exception cref="ArgumentException">They are sealed: a figure measured on them would be worth nothing
    /// afterwards.</exception>
    public static IEnumerable<T> ReadForFitting<T>(string path) =>
        IsSealed(path)
            ? throw new ArgumentException($"{path} is sealed: nothing is fitted to it.", nameof(path))
            : LinesJson.Read<T>(path);

    /// <summary>
    /// Whether a file lies in a folder called <c>sealed</c>, by its own path or by that of what it links to.
    /// </summary>
    public static bool IsSealed(string path) =>
        IsIn(path)
        || (new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) is { } target && IsIn(target.FullName));

    private static bool IsIn(string path) =>
        Path.GetFullPath(path)
            .Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar)
            .Contains(Sealed, StringComparer.OrdinalIgnoreCase);
}
