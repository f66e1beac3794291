using System.Text.RegularExpressions;

namespace Milestones.Tests.Localization;

/// <summary>The English texts are as easy to read as those they are for can read.</summary>
public sealed partial class ReadingLevelTests
{
    /// <summary>Fewer words are a label or a call, for which the formula says nothing.</summary>
    private const int Sentence = 8;

    /// <summary>Lists to tap or to recognise and formats are no sentences.</summary>
    private static readonly string[] NoSentences =
    [
        "Command.",
        "Said.",
        "Format.",
        "Suggest.",
        "Reflect.Suggest.",
        "Reflect.Moods",
        "Topic.",
        "Word.",
        "Unit.",
        "Span.",
    ];

    /// <summary>What teachers read; no child needs to.</summary>
    private static readonly string[] ForAdults =
    [
        "Alert.",
        "Class.",
        "Page.",
        "Report.",
        "SetUp.",
        "Teach.",
        "Insight.",
        "Unreachable.",
    ];

    [Theory]
    [InlineData(".G35", 5)]
    [InlineData("", 7)]
    public void Every_text_is_easy_enough_for_its_band(string variant, double grade) =>
        Assert.Empty(
            TextsOf(variant)
                .Where(text =>
                    ReadingLevel.Words(text.Value).Count() >= Sentence && ReadingLevel.Grade(text.Value) > grade
                )
                .Select(text => $"{ReadingLevel.Grade(text.Value):0.0} {text.Key}: {text.Value}")
        );

    [Theory]
    [InlineData(".G35", 3)]
    [InlineData("", 3)]
    public void All_texts_of_a_band_together_are_easier_still(string variant, double grade) =>
        Assert.InRange(
            ReadingLevel.Grade(
                string.Join(
                    '\n',
                    TextsOf(variant)
                        .Select(text => text.Value)
                        .Where(text => ReadingLevel.Words(text).Count() >= Sentence)
                )
            ),
            -2,
            grade
        );

    /// <summary>Against counts made by hand.</summary>
    [Theory]
    [InlineData("The cat sat on the mat.", 6, 6, 1, -1.45)]
    [InlineData("The quick brown fox jumps over the lazy dog.", 9, 11, 1, 2.34)]
    [InlineData("Reading every day helps me learn. I like it!", 9, 11, 2, 0.59)]
    [InlineData("Our teacher asked everyone to finish two tables of numbers before lunch.", 12, 19, 1, 7.77)]
    [InlineData("Determination and responsibility characterize successful organizations.", 6, 24, 1, 33.95)]
    public void The_formula_is_the_known_one(string text, int words, int syllables, int sentences, double grade)
    {
        Assert.Equal(words, ReadingLevel.Words(text).Count());
        Assert.Equal(syllables, ReadingLevel.Words(text).Sum(ReadingLevel.Syllables));
        Assert.Equal((0.39 * words / sentences) + (11.8 * syllables / words) - 15.59, ReadingLevel.Grade(text), 6);
        Assert.Equal(grade, ReadingLevel.Grade(text), 0.01);
    }

    [Theory]
    [InlineData("make", 1)]
    [InlineData("makes", 1)]
    [InlineData("asked", 1)]
    [InlineData("wanted", 2)]
    [InlineData("table", 2)]
    [InlineData("tables", 2)]
    [InlineData("whole", 1)]
    [InlineData("classes", 2)]
    [InlineData("changes", 2)]
    [InlineData("goes", 1)]
    [InlineData("you're", 1)]
    [InlineData("calendar", 3)]
    [InlineData("emergency", 4)]
    [InlineData("the", 1)]
    [InlineData("80", 1)]
    public void Syllables_are_counted_as_spoken(string word, int syllables) =>
        Assert.Equal(syllables, ReadingLevel.Syllables(word));

    /// <summary>
    /// The English texts as a band sees them: its own variant where there is one; a number stands in each placeholder.
    /// </summary>
    private static IEnumerable<KeyValuePair<string, string>> TextsOf(string variant)
    {
        var texts = ResourceTexts.English.Texts;
        return texts
            .Where(text =>
                !NoSentences.Any(start => text.Key.StartsWith(start, StringComparison.Ordinal)) && !IsVariant(text.Key)
            )
            .Where(text =>
                variant.Length == 0 || !ForAdults.Any(start => text.Key.StartsWith(start, StringComparison.Ordinal))
            )
            .Select(text =>
                KeyValuePair.Create(
                    text.Key,
                    Placeholder().Replace(texts.GetValueOrDefault(text.Key + variant, text.Value), "5")
                )
            );
    }

    private static bool IsVariant(string key) =>
        key.EndsWith(".K2", StringComparison.Ordinal)
        || key.EndsWith(".G35", StringComparison.Ordinal)
        || key.EndsWith(".College", StringComparison.Ordinal);

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
