using Milestones.Channel.Teams;
using Milestones.Language;
using Milestones.School;

namespace Milestones.Tests.Language;

/// <summary>
/// How well labelled statements are read, as floors. Both held-out files were written and labelled before anything was tuned on them; at first sight
/// the five aspects were found with an F1 of 0.95, 0.95, 0.93, 0.93, 0.93 (held) and 0.90, 0.93, 0.86, 0.80, 1.00 (held2). Of held5 the three parts came at
/// 0.96, 0.98, 0.95, 0.96, 0.99, then 0.88, 0.90, 0.78, 0.92, 0.98 (written to be hard), then 0.96, 0.96, 0.91, 0.98, 0.95.
/// Held6 to held10 were read one after the other, each after the mistakes of the one before were mended: aspects at 0.98, 0.95, 0.82, 0.90, 0.94, then 0.98, 0.95,
/// 0.95, 0.91, 0.97, then 0.94, 0.95, 0.84, 0.91, 0.95, then 0.94, 1.00, 0.67, 0.93, 1.00, then 0.94, 0.91,
/// 0.82, 1.00, 1.00 (the last two with few plans); is_goal at 0.952, 0.955, 0.968, 0.953, 0.926; the area at 0.897, 0.903, 0.937, 0.919, 0.838. Their dates came at 0.938, 0.969, 0.922 and 0.973.
/// </summary>
public sealed class FloorTests
{
    private const string Dev = "goals-dev.jsonl";
    private const string Held = "goals-held.jsonl";
    private const string HeldTwo = "goals-held2.jsonl";
    private const string HeldThree = "goals-held3.jsonl";
    private const string HeldFour = "goals-held4.jsonl";
    private const string HeldFive = "goals-held5.jsonl";
    private const string HeldSix = "goals-held6.jsonl";
    private const string HeldSeven = "goals-held7.jsonl";
    private const string HeldEight = "goals-held8.jsonl";
    private const string HeldNine = "goals-held9.jsonl";
    private const string HeldTen = "goals-held10.jsonl";
    private static readonly DateOnly Today = new(2026, 9, 16);

    /// <summary>The sets that are read as well as the dev set; of one, the Spanish lines are not.</summary>
    public static TheoryData<string, string> Sets { get; } = new()
    {
        { Dev, "en" },
        { Dev, "es" },
        { Held, "en" },
        { Held, "es" },
        { HeldTwo, "en" },
        { HeldTwo, "es" },
        { HeldThree, "en" },
        { HeldFour, "en" },
        { HeldFour, "es" },
        { HeldFive, "en" },
        { HeldFive, "es" },
        { HeldSix, "en" },
        { HeldSix, "es" },
        { HeldSeven, "en" },
        { HeldSeven, "es" },
        { HeldEight, "en" },
        { HeldEight, "es" },
        { HeldNine, "en" },
        { HeldNine, "es" },
        { HeldTen, "en" },
        { HeldTen, "es" },
    };

    [Theory]
    [MemberData(nameof(Sets))]
    public void A_goal_is_told_from_other_talk(string file, string language) =>
        AtLeast(0.98, Accuracy(file, language, (line, read) => line.IsGoal == read.IsGoal));

    [Theory]
    [InlineData(Dev, "en", 0.95)]
    [InlineData(Dev, "es", 0.95)]
    [InlineData(Held, "en", 0.94)]
    [InlineData(Held, "es", 0.93)]
    [InlineData(HeldTwo, "en", 0.92)]
    [InlineData(HeldTwo, "es", 0.92)]
    [InlineData(HeldThree, "en", 0.95)]
    [InlineData(HeldThree, "es", 0.90)]
    [InlineData(HeldFour, "en", 0.95)]
    [InlineData(HeldFour, "es", 0.92)]
    [InlineData(HeldFive, "en", 0.94)]
    [InlineData(HeldFive, "es", 0.92)]
    [InlineData(HeldSix, "en", 0.95)]
    [InlineData(HeldSix, "es", 0.95)]
    [InlineData(HeldSeven, "en", 0.95)]
    [InlineData(HeldSeven, "es", 0.95)]
    [InlineData(HeldEight, "en", 0.95)]
    [InlineData(HeldEight, "es", 0.95)]
    [InlineData(HeldNine, "en", 0.95)]
    [InlineData(HeldNine, "es", 0.95)]
    [InlineData(HeldTen, "en", 0.90)]
    [InlineData(HeldTen, "es", 0.95)]
    public void Each_aspect_is_found_where_it_is(string file, string language, double floor)
    {
        AtLeast(floor, F1(file, language, l => l.Specific, r => r.Specific is not null));
        AtLeast(floor, F1(file, language, l => l.Measurable, r => r.Measurable is not null));
        AtLeast(floor, F1(file, language, l => l.ActionPlan, r => r.Plan is not null));
        AtLeast(floor, F1(file, language, l => l.Relevant, r => r.Reason is not null));
        AtLeast(floor, F1(file, language, l => l.TimeBound, r => r.TimeBound is not null));
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Area_numbers_and_day_are_read(string file, string language)
    {
        AtLeast(0.90, Accuracy(file, language, (line, read) => line.Type.Replace("_", "", StringComparison.Ordinal) == NameOf(read.Area)));
        AtLeast(0.95, Accuracy(file, language, (line, read) => line.Deadline == read.Deadline));
        AtLeast(0.90, Accuracy(file, language, (line, read) => Same(line.Target, read.Target)));
        AtLeast(0.90, Accuracy(file, language, (line, read) => Same(line.Baseline, read.Baseline)));
    }

    [Theory]
    [InlineData("dates-dev.jsonl", "en")]
    [InlineData("dates-dev.jsonl", "es")]
    [InlineData("dates-held6.jsonl", "en")]
    [InlineData("dates-held6.jsonl", "es")]
    [InlineData("dates-held7.jsonl", "en")]
    [InlineData("dates-held7.jsonl", "es")]
    [InlineData("dates-held8.jsonl", "es")]
    [InlineData("dates-held9.jsonl", "en")]
    [InlineData("dates-held9.jsonl", "es")]
    public void Date_phrases_mean_their_day(string file, string language)
    {
        var lines = LabelledLines.Read<DateLine>(file).Where(l => l.Lang == language).ToArray();
        AtLeast(0.97, lines.Count(l => DateReader.Read(l.Text, Today, Spoken.Language(language)) == l.Date) / (double)lines.Length);
    }

    [Theory]
    [InlineData(Dev)]
    [InlineData(Held)]
    [InlineData(HeldTwo)]
    [InlineData(HeldThree)]
    [InlineData(HeldFour)]
    [InlineData(HeldFive)]
    [InlineData(HeldSix)]
    [InlineData(HeldSeven)]
    [InlineData(HeldEight)]
    [InlineData(HeldNine)]
    [InlineData(HeldTen)]
    public void A_span_lies_in_its_text(string file)
    {
        foreach (var line in LabelledLines.Read<GoalLine>(file))
        {
            var read = GoalReader.Read(line.Text, Today);
            foreach (var span in (TextSpan?[])[read.Specific, read.Measurable, read.Plan, read.Reason, read.TimeBound])
                Assert.True(span is not { } s || (s.Start >= 0 && s.Length > 0 && s.Start + s.Length <= line.Text.Length), line.Text);
        }
    }

    private static void AtLeast(double floor, double figure) => Assert.True(figure >= floor, $"{figure:0.000} is under {floor:0.000}");

    private static double Accuracy(string file, string language, Func<GoalLine, GoalReading, bool> right)
    {
        var lines = LabelledLines.Read<GoalLine>(file).Where(l => l.Lang == language).ToArray();
        return lines.Count(l => right(l, GoalReader.Read(l.Text, Today))) / (double)lines.Length;
    }

    private static double F1(string file, string language, Func<GoalLine, bool> expected, Func<GoalReading, bool> found)
    {
        var pairs = LabelledLines.Read<GoalLine>(file).Where(l => l.Lang == language)
            .Select(l => (Expected: expected(l), Found: found(GoalReader.Read(l.Text, Today)))).ToArray();
        var hits = pairs.Count(p => p.Expected && p.Found);
        return 2.0 * hits / (pairs.Count(p => p.Expected) + pairs.Count(p => p.Found));
    }

    private static bool Same(double? expected, Quantity? found) =>
        expected is { } e ? found is not null && Math.Abs(found.Value - e) < 1e-6 : found is null;

    private static string NameOf(Area area) => area.ToString().ToLowerInvariant();

    private static TextLanguage LanguageOf(string language) => language == "es" ? TextLanguage.Spanish : TextLanguage.English;
}
