using System.Globalization;
using System.Text.RegularExpressions;

namespace Milestones.Tests;

/// <summary>What a comment sends its reader to is in the repository.</summary>
public sealed partial class CitationTests
{
    [Fact]
    public void Every_document_that_code_cites_is_there() =>
        Assert.Empty(
            from file in Directory.EnumerateFiles(Repository.Root, "*.cs", SearchOption.AllDirectories)
            where !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "artifacts")
            from Match cited in Document().Matches(File.ReadAllText(file))
            where !IsThere(cited.Value) && !IsThere(Path.Combine("docs", cited.Value))
            select $"{Path.GetRelativePath(Repository.Root, file)} cites {cited.Value}"
        );

    [Fact]
    public void The_threats_are_numbered_and_each_test_they_name_is_there()
    {
        var rows = File.ReadLines(Path.Combine(Repository.Root, "docs", "security.md"))
            .Select(line => line.Split('|'))
            .Where(cells => cells.Length > 4 && int.TryParse(cells[1], CultureInfo.InvariantCulture, out _))
            .ToList();

        Assert.Equal(
            Enumerable.Range(1, rows.Count),
            rows.Select(cells => int.Parse(cells[1], CultureInfo.InvariantCulture))
        );
        Assert.Empty(rows.SelectMany(cells => NotThere(cells[^2])));
    }

    /// <summary>
    /// The tests of a row that do not exist; one that begins with a dot is of the class named before it.
    /// </summary>
    private static IEnumerable<string> NotThere(string cell)
    {
        var classes = typeof(CitationTests).Assembly.GetTypes().ToLookup(type => type.Name, StringComparer.Ordinal);
        var last = "";
        foreach (var named in Quoted().Matches(cell).Select(match => match.Groups["name"].Value.TrimEnd('…')))
        {
            var (type, test) = named.Split('.') is [var before, var after] ? (before, after) : (named, "");
            last = type.Length > 0 ? type : last;
            var methods = classes[last].SelectMany(one => one.GetMethods());
            if (!methods.Any(method => method.Name.StartsWith(test, StringComparison.Ordinal)))
                yield return named;
        }
    }

    private static bool IsThere(string path) => File.Exists(Path.Combine(Repository.Root, path));

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<![\w/.-])(docs/)?[a-z][a-z/-]*\.md\b", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Document();
}
