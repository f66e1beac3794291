namespace Milestones.Tests;

/// <summary>A line ends where a reader's eye does.</summary>
public sealed class ReadableLineTests
{
    private const int Longest = 120;

    /// <summary>What came over the wire is kept as it came, in raw strings.</summary>
    private const string Raw = "\"\"\"";

    private static readonly string[] Projects = ["Bot", "Bot.Bench", "Bot.Testing", "Bot.Tests"];

    [Fact]
    public void No_line_is_longer_than_120_characters_but_in_a_raw_string() =>
        Assert.Empty(
            Projects
                .SelectMany(project =>
                    Directory.EnumerateFiles(
                        Path.Combine(Repository.Root, project),
                        "*.cs",
                        SearchOption.AllDirectories
                    )
                )
                .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
                .SelectMany(TooLong)
        );

    private static IEnumerable<string> TooLong(string file)
    {
        var raw = false;
        foreach (var (number, line) in File.ReadLines(file).Index())
        {
            var marks = line.Split(Raw).Length - 1;
            if (line.Length > Longest && !raw && marks == 0)
                yield return $"{Path.GetRelativePath(Repository.Root, file)}({number + 1})";
            raw ^= marks % 2 == 1;
        }
    }
}
