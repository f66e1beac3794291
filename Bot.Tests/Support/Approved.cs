namespace Milestones.Tests.Support;

/// <summary>
/// Compares what was made with a checked-in file. With <c>MILESTONES_APPROVE=1</c> the file is written instead: then
/// read the difference in git.
/// </summary>
internal static class Approved
{
    private static readonly bool Approving = Environment.GetEnvironmentVariable("MILESTONES_APPROVE") == "1";

    public static void Same(string made, string file)
    {
        var text = made.TrimEnd('\n') + "\n";
        Assert.NotEqual("\n", text);
        if (Approving)
        {
            // In one go: another test may be reading the file, and what it read half it would write back half.
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var written = $"{file}.{Guid.NewGuid():N}";
            File.WriteAllText(written, text);
            File.Move(written, file, overwrite: true);
            return;
        }

        Assert.True(
            File.Exists(file),
            $"{file} is not there yet. Run once with MILESTONES_APPROVE=1 and read what it writes."
        );
        Assert.Equal(File.ReadAllText(file), text);
    }

    /// <summary>
    /// The part of a written document between <c>&lt;!-- name --&gt;</c> and <c>&lt;!-- /name --&gt;</c>.
    /// </summary>
    public static void Section(string file, string name, string made)
    {
        var (begin, end) = ($"<!-- {name} -->\n", $"\n<!-- /{name} -->");
        var text = File.ReadAllText(file);
        var from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var to = text.IndexOf(end, from, StringComparison.Ordinal);
        Assert.True(from >= begin.Length && to >= from, $"{file} has no part called {name}.");
        Same(text[..from] + made + text[to..], file);
    }
}
