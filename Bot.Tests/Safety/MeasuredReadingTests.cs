using Milestones.Channel.Teams;
using Milestones.Language.Concerns;
using Milestones.School;
using Milestones.Tests.Localization;

namespace Milestones.Tests.Safety;

/// <summary>
/// How often a concern is caught, and how often chatter is taken for one. A set's first figure, before its lines were looked at for
/// tuning, is the honest one and stands beside it; the floors keep what was reached since.
/// </summary>
public sealed class MeasuredReadingTests
{
    private const int LongestOffer = 7;

    [Theory]
    [InlineData("dev", 0.97, 0.03)]
    [InlineData("held-out", 0.98, 0.02)] // first: recall 0.915, false alarms 0.035
    [InlineData("fresh", 0.97, 0.02)] // first: 0.613, 0.065; written to be hard
    [InlineData("fresh-2", 0.97, 0.02)] // first: 0.597, 0.056; written to be hard
    [InlineData("fresh-3", 0.97, 0.02)] // first: 0.813, 0.072
    [InlineData("fresh-4", 0.97, 0.02)] // first: 0.792, 0.162; written to be hard
    [InlineData("fresh-5", 0.97, 0.02)] // first: 0.868, 0.049
    [InlineData("fresh-6", 0.97, 0.02)] // first: 0.776, 0.068
    [InlineData("fresh-7", 0.97, 0.02)] // first: 0.801, 0.039
    [InlineData("fresh-8", 0.97, 0.02)] // first: 0.860, 0.020
    [InlineData("fresh-9", 0.97, 0.02)] // first: 0.916, 0.069
    [InlineData("fresh-10", 0.97, 0.03)] // first: 0.845, 0.053
    [InlineData("fresh-11", 0.95, 0.05)] // first: 0.767, 0.100; few
    [InlineData("fresh-12", 0.97, 0.02)] // first, by phrases alone: 0.968, 0.033
    [InlineData("fresh-13", 0.97, 0.02)] // first, by phrases alone: 0.859, 0.048
    [InlineData("fresh-14", 0.97, 0.03)] // first: 0.955, 0.055; by phrases alone 0.888, 0.027
    [InlineData("fresh-15", 0.97, 0.05)] // first: 0.931, 0.140; by phrases alone 0.836, 0.084; chatter of home and friends
    [InlineData("fresh-23", 0.97, 0.04)] // first: 0.955, 0.136; few
    [InlineData("fresh-22", 0.97, 0.04)] // first: 1.000, 0.067
    [InlineData("fresh-21", 0.97, 0.03)] // first: 1.000, 0.087
    [InlineData("fresh-20", 0.97, 0.03)] // first: 0.976, 0.048
    [InlineData("fresh-19", 0.97, 0.03)] // first: 0.975, 0.024
    [InlineData("fresh-18", 0.97, 0.04)] // first: 1.000, 0.107; by phrases alone 0.893, 0.000; few
    [InlineData("fresh-17", 0.95, 0.02)] // first: 0.957, 0.000; by phrases alone 0.848, 0.043
    [InlineData("fresh-16", 0.97, 0.04)] // first: 0.905, 0.064; by phrases alone 0.789, 0.051; written to be hard
    public void Concerns_are_caught_and_chatter_is_left_alone(string set, double recallFloor, double falseAlarmCeiling)
    {
        var lines = LabelledLine.Read(set);
        var missed = lines.Where(line => line.Concern != Concern.None && ConcernReader.Read(line.Text) == Concern.None).ToList();
        var alarms = lines.Where(line => line.Concern == Concern.None && ConcernReader.Read(line.Text) != Concern.None).ToList();
        var concerns = lines.Count(line => line.Concern != Concern.None);

        Assert.True(1 - ((double)missed.Count / concerns) >= recallFloor, "Missed:\n" + Listed(missed));
        Assert.True((double)alarms.Count / (lines.Count - concerns) <= falseAlarmCeiling, "False alarms:\n" + Listed(alarms));
    }

    [Fact]
    public void Answers_to_the_coach_raise_no_alarm()
    {
        var lines = LabelledLine.Read("answers");
        var alarms = lines.Where(line => ConcernReader.Read(line.Text) != Concern.None).ToList();

        Assert.True(alarms.Count <= 0.01 * lines.Count, "False alarms:\n" + Listed(alarms));
    }

    /// <summary>Buttons and suggestions come back as what the student said; brackets and braces stand in labels of fields and in words to a name.</summary>
    [Fact]
    public void Nothing_the_coach_offers_to_say_raises_an_alarm()
    {
        var offered = ResourceTexts.All.SelectMany(texts => texts.Texts).Where(text => !text.Key.StartsWith("Safety", StringComparison.Ordinal))
            .SelectMany(text => text.Value.Split('|', '\n')).Where(text => text.Split(' ').Length <= LongestOffer && text.IndexOfAny(['(', '{']) < 0);

        Assert.DoesNotContain(offered, text => ConcernReader.Read(text) != Concern.None);
    }

    [Fact]
    public void A_concern_is_mostly_given_its_own_kind()
    {
        var caught = LabelledLine.Read("held-out").Where(line => line.Concern != Concern.None && ConcernReader.Read(line.Text) != Concern.None).ToList();

        Assert.True(caught.Count(line => ConcernReader.Read(line.Text) == line.Concern) >= 0.9 * caught.Count);
    }

    private static string Listed(IEnumerable<LabelledLine> lines) => string.Join('\n', lines.Select(line => line.Text));
}
