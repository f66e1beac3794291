using System.Text.RegularExpressions;
using Milestones.Language.Packs;

namespace Milestones.Tests.Packs;

/// <summary>What is of one language stands in its pack.</summary>
public sealed partial class PackTests
{
    [Fact]
    public void No_file_outside_the_packs_names_a_language()
    {
        var bot = Path.Combine(Repository.Root, "Bot");
        Assert.Empty(
            Directory
                .EnumerateFiles(bot, "*.cs", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(bot, file).Replace('\\', '/'))
                .Where(file => file.Split('/') is not (["bin" or "obj", ..] or ["Language", "Packs", ..]))
                .SelectMany(file =>
                    File.ReadLines(Path.Combine(bot, file))
                        .Where(line => Named().IsMatch(line))
                        .Select(line => $"{file}: {line.Trim()}")
                )
        );
    }

    [Fact]
    public void A_pack_is_late_where_something_was_read()
    {
        _ = LanguagePacks.All;

        Assert.Throws<InvalidOperationException>(() => LanguagePacks.Add(French.Pack));
    }

    [Fact]
    public void Every_pack_has_twelve_months_and_a_code_of_its_own()
    {
        Assert.All(LanguagePacks.All, pack => Assert.Equal(12, pack.MonthNames.Length));
        Assert.Distinct(LanguagePacks.All.Select(pack => pack.Code));
    }

    /// <summary>A language compared with or asked for by its name or its code.</summary>
    [GeneratedRegex(
        """\b(TextLanguage|Tongues)\.(English|Spanish|Both)\b|\b(English|Spanish)(\.Pack|Forms|Dates)\b|"es"|== "en"|\bIsSpanish\b|\bIsEnglish\b""",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Named();
}
