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

    private static bool IsThere(string path) => File.Exists(Path.Combine(Repository.Root, path));

    [GeneratedRegex(@"(?<![\w/.-])(docs/)?[a-z][a-z/-]*\.md\b", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Document();
}
