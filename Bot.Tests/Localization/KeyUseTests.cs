using System.Text.RegularExpressions;
using Milestones.Tests.Support;

namespace Milestones.Tests.Localization;

/// <summary>Texts and code fit: no key is asked for that is not there, and none is there that nobody asks for.</summary>
public sealed partial class KeyUseTests
{
    /// <summary>Endings that a grade band adds by itself; see <c>Voice</c>.</summary>
    private static readonly string[] Variants = [".K2", ".G35", ".College"];

    private static readonly IReadOnlyCollection<string> Keys = [.. ResourceTexts.English.Texts.Keys];

    [Fact]
    public void Every_key_in_the_code_is_in_the_resources() => Assert.Empty(Code()
        .SelectMany(code => Asked().Matches(code.Text).Select(match => (code.File, Key: match.Groups["key"].Value)))
        .Where(asked => !Keys.Any(Pattern(asked.Key).IsMatch))
        .Select(asked => $"{asked.File}: {asked.Key}"));

    [Fact]
    public void Every_key_in_the_resources_is_used()
    {
        var used = Code().SelectMany(code => Literal().Matches(code.Text).Select(match => match.Groups["key"].Value)).Distinct(StringComparer.Ordinal).Select(Pattern).ToList();

        Assert.Empty(Keys.Where(key => !used.Exists(pattern => pattern.IsMatch(key) || Variants.Any(ending => key.EndsWith(ending, StringComparison.Ordinal) && pattern.IsMatch(key[..^ending.Length])))));
    }

    [Fact]
    public void There_is_code_to_look_at() => Assert.True(Code().Sum(code => Asked().Count(code.Text)) > 100);

    private static IEnumerable<(string File, string Text)> Code() => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "Bot"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Select(file => (Path.GetFileName(file), File.ReadAllText(file)));

    /// <summary>What is computed in a key stands for one or more of its parts.</summary>
    private static Regex Pattern(string key) => new("^" + string.Join("[A-Za-z0-9/ ]+", Hole().Split(key).Select(Regex.Escape)) + "$", RegexOptions.NonBacktracking);

    /// <summary>A text that is asked for: <c>voice["Help.Text"]</c>, <c>voice.Say($"Why.{field}")</c>, <c>voice.List("Suggest.Home")</c>.</summary>
    [GeneratedRegex("""(?:[vV]oice(?:Of\.Person\([a-z]+\))?\[|\.(?:Say|List|Has)\()\$?"(?<key>[A-Z][^"]*)"(?!\s*\+)""")]
    private static partial Regex Asked();

    /// <summary>Anything in quotes that looks like a key, also where it is chosen before it is asked for.</summary>
    [GeneratedRegex("""\$?"(?<key>[A-Z][A-Za-z0-9]*\.(?:\{[^}\n]*\}|[^"\n {])+)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Hole();
}
