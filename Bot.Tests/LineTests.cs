using System.Text.RegularExpressions;
using Milestones.Tests.Support;

namespace Milestones.Tests;

/// <summary>How the code lies on the page, and whether what it cites is there.</summary>
public sealed partial class LineTests
{
    private const int Longest = 120;

    /// <summary>
    /// Texts between three quotes are left as they are in tests and measurements: recorded activities and printed
    /// tables.
    /// </summary>
    [Fact]
    public void No_line_is_longer_than_120_characters() =>
        Assert.Empty(
            from file in Sources()
            from line in Lines(file)
            where line.Text.Length > Longest && (IsOfTheBot(file) || !line.IsQuoted)
            select $"{file}:{line.Number}"
        );

    [Fact]
    public void Every_document_that_code_cites_is_in_the_repository() =>
        Assert.Empty(
            from file in Sources()
            from line in Lines(file)
            from Match cited in Document().Matches(line.Text)
            where Known(cited.Value).All(path => !File.Exists(Path.Combine(Repository.Root, path)))
            select $"{file}:{line.Number} cites {cited.Value}"
        );

    private static string[] Known(string cited) => [cited, Path.Combine("docs", cited)];

    private static bool IsOfTheBot(string file) => file.StartsWith("Bot" + Path.DirectorySeparatorChar);

    private static IEnumerable<string> Sources() =>
        Directory
            .EnumerateFiles(Repository.Root, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "artifacts"));

    private static IEnumerable<(int Number, string Text, bool IsQuoted)> Lines(string file)
    {
        var (number, inside) = (0, false);
        foreach (var text in File.ReadLines(Path.Combine(Repository.Root, file)))
        {
            var quotes = Quotes().Count(text);
            yield return (++number, text, inside || quotes > 0);
            inside ^= quotes % 2 == 1;
        }
    }

    [GeneratedRegex("\"{3,}")]
    private static partial Regex Quotes();

    [GeneratedRegex(@"(?<![\w/.-])(docs/)?[a-z][a-z/-]*\.md\b")]
    private static partial Regex Document();
}
