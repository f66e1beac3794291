using System.Text.RegularExpressions;
using Milestones.Localization;

namespace Milestones.Tests.Localization;

/// <summary>
/// What a translation must have to stand in for the English: the same keys, the same placeholders, lists in step.
/// </summary>
public sealed partial class TranslationTests
{
    /// <summary>Texts that are the same in other languages: letters, numbers and signs.</summary>
    private static readonly string[] SameEverywhere =
    [
        "Word.Smart",
        "Action.PlusOne",
        "Band.Grades3To5",
        "Band.Grades6To8",
        "Band.Grades9To12",
        "Band.KTo2",
        "Chip.Achievable",
        "Chip.Has",
        "Chip.Open",
        "Chip.Unsharp",
        "Conference.Item.Imported",
        "Conference.Minutes",
        "Form.now.Example",
        "SetUp.Channel.General",
        "Settings.Language.*",
        "Settings.Language.*",
        "Suggest.Confidence",
        "Teach.Title",
        "Unit.Dollars",
    ];

    public static TheoryData<string> Languages => [.. ResourceTexts.Translations.Select(texts => texts.Language)];

    public static TheoryData<string> AllLanguages => [.. ResourceTexts.All.Select(texts => texts.Language)];

    [Fact]
    public void Every_language_has_a_file_and_every_file_a_language() =>
        Assert.Equal(
            Voice.Languages.Order(StringComparer.Ordinal),
            ResourceTexts.All.Select(texts => texts.Language).Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_key_is_missing_and_none_is_left_over(string language)
    {
        // A missing variant (.G35) would show the English one, and an extra variant would hide the text it belongs to.
        var (english, translated) = (ResourceTexts.English.Texts.Keys, ResourceTexts.In(language).Texts.Keys);
        Assert.Equal(english.Order(StringComparer.Ordinal), translated.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Placeholders_are_the_same(string language) =>
        Assert.Empty(
            Pairs(language)
                .Where(pair => !Placeholders(pair.English).SetEquals(Placeholders(pair.Translated)))
                .Select(pair => $"{pair.Key}: {pair.English} / {pair.Translated}")
        );

    [Theory]
    [MemberData(nameof(Languages))]
    public void Lists_whose_order_counts_are_in_step(string language) =>
        Assert.Empty(
            Pairs(language)
                .Where(pair =>
                    !IsVocabulary(pair.Key) && pair.English.Split('|').Length != pair.Translated.Split('|').Length
                )
                .Select(pair => $"{pair.Key}: {pair.English} / {pair.Translated}")
        );

    [Theory]
    [MemberData(nameof(Languages))]
    public void Nothing_is_left_in_English(string language) =>
        Assert.Empty(
            Pairs(language)
                .Where(pair =>
                    pair.English == pair.Translated
                    && !SameEverywhere.Any(same =>
                        same == pair.Key
                        || (
                            same.EndsWith(".*", StringComparison.Ordinal)
                            && pair.Key.StartsWith(same[..^1], StringComparison.Ordinal)
                        )
                    )
                )
                .Select(pair => pair.Key)
        );

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void No_text_is_blank_and_no_list_says_the_same_twice(string language) =>
        Assert.All(
            ResourceTexts.In(language).Texts,
            text =>
            {
                var entries = text.Value.Split('|');
                Assert.All(
                    entries,
                    entry =>
                        Assert.False(
                            string.IsNullOrWhiteSpace(entry) || entry != entry.Trim(),
                            $"{text.Key}: '{entry}'"
                        )
                );
                Assert.Equal(entries.Length, entries.Distinct(StringComparer.OrdinalIgnoreCase).Count());
            }
        );

    private static IEnumerable<(string Key, string English, string Translated)> Pairs(string language)
    {
        var translated = ResourceTexts.In(language).Texts;
        return ResourceTexts
            .English.Texts.Where(text => translated.ContainsKey(text.Key))
            .Select(text => (text.Key, text.Value, translated[text.Key]));
    }

    /// <summary>Words to recognise, of which each language has as many as it needs.</summary>
    private static bool IsVocabulary(string key) =>
        key.Split('.')[0] is "Command" or "Word" or "Topic" or "Unit" or "Span";

    private static HashSet<string> Placeholders(string text) =>
        [.. Placeholder().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
