using Milestones.Language.Concerns;
using Milestones.Tests.Localization;

namespace Milestones.Tests.Safety;

/// <summary>
/// How often a concern is caught, and how often chatter is taken for one. All of these lines were used to write the
/// phrases and to fit the
/// weights: the floors keep what was reached (Bot.Testing/Data/README.md has the figures at first sight).
/// </summary>
public sealed class MeasuredReadingTests
{
    private const int LongestOffer = 7;

    [Theory]
    [InlineData("english", 0.97, 0.03)]
    [InlineData("spanish", 0.97, 0.03)]
    public void Concerns_are_caught_and_chatter_is_left_alone(
        string language,
        double recallFloor,
        double falseAlarmCeiling
    )
    {
        var lines = Lines(language);
        var missed = lines
            .Where(line => line.Kind != Concern.None && ConcernReader.Read(line.Text) == Concern.None)
            .ToList();
        var alarms = lines
            .Where(line => line.Kind == Concern.None && ConcernReader.Read(line.Text) != Concern.None)
            .ToList();
        var concerns = lines.Count(line => line.Kind != Concern.None);

        Assert.True(1 - ((double)missed.Count / concerns) >= recallFloor, "Missed:\n" + Listed(missed));
        Assert.True(
            (double)alarms.Count / (lines.Count - concerns) <= falseAlarmCeiling,
            "False alarms:\n" + Listed(alarms)
        );
    }

    [Fact]
    public void Answers_to_the_coach_raise_no_alarm()
    {
        var lines = Lines("answers");
        var alarms = lines.Where(line => ConcernReader.Read(line.Text) != Concern.None).ToList();

        Assert.True(alarms.Count <= 0.01 * lines.Count, "False alarms:\n" + Listed(alarms));
    }

    /// <summary>
    /// Buttons and suggestions come back as what the student said; brackets and braces stand in labels of fields and in
    /// words to a name.
    /// </summary>
    [Fact]
    public void Nothing_the_coach_offers_to_say_raises_an_alarm()
    {
        var offered = ResourceTexts
            .All.SelectMany(texts => texts.Texts)
            .Where(text => text.Key.Split('.')[0] is not ("Safety" or "Word" or "Said"))
            .SelectMany(text => text.Value.Split('|', '\n'))
            .Where(text => text.Split(' ').Length <= LongestOffer && text.IndexOfAny(['(', '{']) < 0);

        Assert.DoesNotContain(offered, text => ConcernReader.Read(text) != Concern.None);
    }

    [Fact]
    public void A_concern_is_mostly_given_its_own_kind()
    {
        var caught = Lines("english")
            .Where(line => line.Kind != Concern.None && ConcernReader.Read(line.Text) != Concern.None)
            .ToList();

        Assert.True(caught.Count(line => ConcernReader.Read(line.Text) == line.Kind) >= 0.9 * caught.Count);
    }

    private static IReadOnlyList<SafetyLine> Lines(string content) =>
        [.. LinesJson.Read<SafetyLine>(LabelledData.Training($"concerns/{content}"))];

    private static string Listed(IEnumerable<SafetyLine> lines) => string.Join('\n', lines.Select(line => line.Text));
}
