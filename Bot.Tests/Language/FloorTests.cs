using Milestones.Language;

namespace Milestones.Tests.Language;

/// <summary>
/// How well labelled statements are read, as floors. All of them were used to write the rules: the figures say what the
/// rules keep, not how
/// unseen lines are read (Bot.Testing/Data/README.md has the figures at first sight).
/// </summary>
public sealed class FloorTests
{
    private static readonly DateOnly Today = new(2026, 9, 16);

    [Theory]
    [InlineData("english")]
    [InlineData("spanish")]
    public void A_goal_is_told_from_other_talk(string language) =>
        AtLeast(0.98, Accuracy(language, (line, read) => line.IsGoal == read.IsGoal));

    [Theory]
    [InlineData("english", 0.95)]
    [InlineData("spanish", 0.95)]
    public void Each_aspect_is_found_where_it_is(string language, double floor)
    {
        AtLeast(floor, F1(language, l => l.Specific, r => r.Specific is not null));
        AtLeast(floor, F1(language, l => l.Measurable, r => r.Measurable is not null));
        AtLeast(floor, F1(language, l => l.ActionPlan, r => r.Plan is not null));
        AtLeast(floor, F1(language, l => l.Relevant, r => r.Reason is not null));
        AtLeast(floor, F1(language, l => l.TimeBound, r => r.TimeBound is not null));
    }

    [Theory]
    [InlineData("english")]
    [InlineData("spanish")]
    public void Area_numbers_and_day_are_read(string language)
    {
        AtLeast(
            0.90,
            Accuracy(
                language,
                (line, read) => line.Type.Replace("_", "", StringComparison.Ordinal) == NameOf(read.Area)
            )
        );
        AtLeast(0.95, Accuracy(language, (line, read) => line.Deadline == read.Deadline));
        AtLeast(0.90, Accuracy(language, (line, read) => Same(line.Target, read.Target)));
        AtLeast(0.90, Accuracy(language, (line, read) => Same(line.Baseline, read.Baseline)));
    }

    [Theory]
    [InlineData("english", "en")]
    [InlineData("spanish", "es")]
    public void Date_phrases_mean_their_day(string language, string spoken)
    {
        var lines = LinesJson.Read<DateLine>(LabelledData.Training($"dates/{language}")).ToArray();
        AtLeast(
            0.97,
            lines.Count(l => DateReader.Read(l.Text, Today, Spoken.Language(spoken)) == l.Date) / (double)lines.Length
        );
    }

    [Theory]
    [InlineData("english")]
    [InlineData("spanish")]
    public void A_span_lies_in_its_text(string language)
    {
        foreach (var line in Goals(language))
        {
            var read = GoalReader.Read(line.Text, Today);
            foreach (var span in (TextSpan?[])[read.Specific, read.Measurable, read.Plan, read.Reason, read.TimeBound])
            {
                Assert.True(
                    span is not { } s || (s.Start >= 0 && s.Length > 0 && s.Start + s.Length <= line.Text.Length),
                    line.Text
                );
            }
        }
    }

    private static void AtLeast(double floor, double figure) =>
        Assert.True(figure >= floor, $"{figure:0.000} is under {floor:0.000}");

    private static GoalLine[] Goals(string language) =>
        [.. LinesJson.Read<GoalLine>(LabelledData.Training($"goals/{language}"))];

    private static double Accuracy(string language, Func<GoalLine, GoalReading, bool> right)
    {
        var lines = Goals(language);
        return lines.Count(l => right(l, GoalReader.Read(l.Text, Today))) / (double)lines.Length;
    }

    private static double F1(string language, Func<GoalLine, bool> expected, Func<GoalReading, bool> found)
    {
        var pairs = Goals(language)
            .Select(l => (Expected: expected(l), Found: found(GoalReader.Read(l.Text, Today))))
            .ToArray();
        var hits = pairs.Count(p => p.Expected && p.Found);
        return 2.0 * hits / (pairs.Count(p => p.Expected) + pairs.Count(p => p.Found));
    }

    private static bool Same(double? expected, Quantity? found) =>
        expected is { } e ? found is not null && Math.Abs(found.Value - e) < 1e-6 : found is null;

    private static string NameOf(Area area) => area.ToString().ToLowerInvariant();
}
