using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Milestones.Cards;

namespace Milestones.Tests.Cards;

public sealed partial class MarkdownTests
{
    private static readonly char[] Active = ['*', '_', '[', ']', '(', ')', '`', '#', '+', '-', '~', '\\'];

    [Theory]
    [InlineData("fractions", "fractions")]
    [InlineData("**bold** _it_", "\\*\\*bold\\*\\* \\_it\\_")]
    [InlineData("[x](https://evil.example)", "\\[x\\]\\(https://evil.example\\)")]
    [InlineData("<at>Anna</at>", "‹at›Anna‹/at›")]
    [InlineData("{{DATE(2026-01-01T00:00:00Z)}}", "{\u200B{\u200BDATE\\(2026\\-01\\-01T00:00:00Z\\)}}")]
    [InlineData("1. first", "1\\. first")]
    [InlineData("3.5 pages", "3\\.5 pages")]
    [InlineData("&lt;b&gt;", "&amp;lt;b&amp;gt;")]
    public void Signs_lose_their_power_and_keep_their_look(string typed, string expected) =>
        Assert.Equal(expected, Markdown.Escape(typed));

    [Fact]
    public void No_active_sign_survives_whatever_is_typed()
    {
        var signs = Gen.Elements(
            "*_[](){}~`#+-<>!|&\\ \n\r\t.1a:;@/áé😀"
                .EnumerateRunes()
                .Select(rune => rune.ToString())
                .Concat(["<at>", "</at>", "{{DATE(", "{{TIME(", "![", "](", "&lt;", "&#42;", "1. ", "- "])
                .ToArray()
        );
        Prop.ForAll(
                Gen.ListOf(signs).Select(string.Concat).ToArbitrary(),
                typed =>
                {
                    var escaped = Markdown.Escape(typed);
                    for (var i = 0; i < escaped.Length; i++)
                    {
                        if (Active.Contains(escaped[i]))
                        {
                            Assert.True(
                                escaped[i] == '\\' || (i > 0 && escaped[i - 1] == '\\'),
                                $"{escaped[i]} is active in {escaped}"
                            );
                            i += escaped[i] == '\\' ? 1 : 0;
                        }
                    }

                    Assert.DoesNotContain("<", escaped, StringComparison.Ordinal);
                    Assert.DoesNotContain("{{", escaped, StringComparison.Ordinal);
                    Assert.DoesNotMatch(Numbered(), escaped);
                    Assert.DoesNotMatch(Entity(), escaped);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    /// <summary>A numbered list begins with digits and a full stop or a bracket at the beginning of a line.</summary>
    [GeneratedRegex(@"(^|\n|\r)[ \t]*[0-9]{1,9}\.", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Numbered();

    [GeneratedRegex("&([^a]|a[^m]|am[^p]|amp[^;])", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Entity();
}
