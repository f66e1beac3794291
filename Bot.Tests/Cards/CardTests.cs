using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Milestones.Tests.Support;
using Milestones.Views;

namespace Milestones.Tests.Cards;

public sealed class CardTests
{
    private const string Frame = "\"lang\":\"en\",\"speak\":\"hello\",\"fallbackText\":\"hello\",\"version\":\"1.5\"}";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TheoryData<string> All => [.. CardCatalog.Cards.Keys];

    /// <summary>Those whose every word matters; the others only have to keep the rules.</summary>
    public static TheoryData<string> Approvable =>
        [.. CardCatalog.Cards.Keys.Where(name => !name.Contains("long", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Approvable))]
    public async Task The_card_is_as_checked_in(string name) =>
        Approved.Same(
            // How a picture is packed may differ from one runtime to the next; what it shows has tests of its own.
            Regex.Replace(
                JsonSerializer.Serialize(await CardCatalog.Cards[name](), Readable),
                "(?<type>data:image/png;base64,)[^\"]+",
                "${type}…",
                RegexOptions.NonBacktracking,
                TimeSpan.FromSeconds(5)
            ),
            Path.Combine(Repository.Root, "Bot.Tests", "Cards", "Approved", name + ".json")
        );

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_card_keeps_the_rules(string name) =>
        Assert.Empty(CardLint.Check(await CardCatalog.Cards[name]()));

    /// <summary>A second tap of these would count, undo or close once more.</summary>
    private static readonly HashSet<string> Once = new(StringComparer.Ordinal)
    {
        ProgressVerbs.Plus,
        ProgressVerbs.Undo,
        ProgressVerbs.Step,
        ProgressVerbs.Reached,
        ProgressVerbs.BreakDown,
        ProgressVerbs.SubmitAdjust,
        ProgressVerbs.Close,
        GoalVerbs.UndoAct,
    };

    [Fact]
    public async Task What_must_happen_once_carries_a_token_of_its_own_on_every_card()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in Transcript.Names.Where(Transcript.IsPlain))
        {
            await Transcript.PlayAsync(
                name,
                new PureChat(),
                see: shown => Assert.All(shown.Where(one => one.Card is not null), one => Check(one.Card!))
            );
        }

        Assert.Equal(Once.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));

        void Check(CardOnScreen card)
        {
            var tokens = card
                .Buttons.Where(button =>
                    button.TryGetProperty("verb", out var verb) && Once.Contains(verb.GetString()!)
                )
                .Select(button =>
                {
                    seen.Add(button.GetProperty("verb").GetString()!);
                    return button.GetProperty("data").TryGetProperty("token", out var token) ? token.GetString() : null;
                })
                .ToList();
            Assert.DoesNotContain(null, tokens);
            Assert.Distinct(tokens);
        }
    }

    [Fact]
    public async Task Every_card_in_every_transcript_keeps_the_rules()
    {
        foreach (var name in Transcript.Names.Where(Transcript.IsPlain))
        {
            await Transcript.PlayAsync(
                name,
                new PureChat(),
                see: shown =>
                    Assert.All(
                        shown.Where(one => one.Card is not null),
                        one => Assert.Empty(CardLint.Check(one.Card!.Json).Select(wrong => $"{name}: {wrong}"))
                    )
            );
        }
    }

    [Fact]
    public async Task What_a_student_typed_is_never_read_as_markup()
    {
        const string students = "zqx";
        const string typed = "**zqx** [zqx](https://evil.example) <at>zqx</at> {{DATE(2026-01-01T00:00:00Z,SHORT)}}";
        var chat = new PureChat();
        var shown = new List<Shown>(await chat.SaysAsync("use a form"));
        shown.AddRange(
            await chat.TapsAsync(
                "Done",
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["sentence"] = typed,
                    ["measure"] = "80% " + typed,
                    ["now"] = "55%",
                    ["plan"] = typed,
                    ["obstacle"] = typed,
                    ["reason"] = typed,
                    ["by"] = "2026-12-01",
                }
            )
        );
        shown.AddRange(await chat.TapsAsync("Save"));
        shown.AddRange(await chat.TapsAsync("Change…"));
        shown.AddRange(
            await chat.TapsAsync("Done", new Dictionary<string, string>(StringComparer.Ordinal) { ["title0"] = typed })
        );
        shown.AddRange(await chat.SaysAsync("my goals"));
        shown.AddRange(await chat.TapsAsync("Log progress"));
        shown.AddRange(
            await chat.TapsAsync(
                "Done",
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["value"] = "60",
                    ["note"] = typed,
                    ["evidence"] = typed,
                }
            )
        );
        shown.AddRange(await chat.SaysAsync("my goals"));
        shown.AddRange(await chat.TapsAsync("Details"));

        var cards = shown.Where(one => one.Card is not null).Select(one => one.Card!.Json).ToList();
        Assert.Contains(cards, card => card.GetRawText().Contains(students, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(cards.SelectMany(card => CardLint.Check(card, students)).Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"x","wrap":false}],""", "does not wrap")]
    [InlineData("""{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"","wrap":true}],""", "is empty")]
    [InlineData("""{"type":"AdaptiveCard","body":[{"type":"Image","url":"u"}],""", "altText")]
    [InlineData("""{"type":"AdaptiveCard","body":[{"type":"Input.Text","id":"a"}],""", "no label")]
    [InlineData(
        """{"type":"AdaptiveCard","body":[{"type":"Input.Text","id":"a","label":"A","isRequired":true}],""",
        "errorMessage"
    )]
    [InlineData(
        """{"type":"AdaptiveCard","body":[{"type":"Input.Text","id":"a","label":"A"},{"type":"Input.Text","id":"a","label":"A"}],""",
        "twice"
    )]
    [InlineData("""{"type":"AdaptiveCard","body":[{"type":"Chart.Line","title":"t"}],""", "no fallback")]
    [InlineData("""{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"x","wrap":true,"id":null}],""", "null")]
    [InlineData("""{"type":"AdaptiveCard","body":[{"type":"ActionSet","actions":[]}],""", "0 actions")]
    [InlineData(
        """{"type":"AdaptiveCard","body":[{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"Go","verb":"go"}]}],""",
        "older client"
    )]
    [InlineData(
        """{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"zqx","wrap":true}],""",
        "student's words"
    )]
    public void A_card_that_breaks_a_rule_is_found(string card, string expected)
    {
        var wrong = Assert.Single(CardLint.Check(JsonDocument.Parse(card + Frame).RootElement, "zqx"));

        Assert.Contains(expected, wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_without_words_for_a_screen_reader_is_found() =>
        Assert.Equal(4, CardLint.Check(JsonDocument.Parse("""{"type":"AdaptiveCard","body":[]}""").RootElement).Count);
}
