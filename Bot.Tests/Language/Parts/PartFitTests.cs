using Milestones.Bench.Parts;
using Milestones.Language.Parts;

namespace Milestones.Tests.Language.Parts;

/// <summary>The lines the parts are learned from, and the learning.</summary>
public sealed class PartFitTests
{
    private static readonly string Folder = Path.Combine(LabelledData.Folder, "train", "parts");

    [Fact]
    public void The_same_lines_give_the_same_weights()
    {
        var lines = PartLine.ReadAll(Path.Combine(Folder, "grades-3-to-8.tsv")).Take(60).ToList();
        var (one, other) = (PartFit.Fit(lines), PartFit.Fit(lines));
        Assert.Equal(one.Gaps, other.Gaps);
        Assert.Equal(one.Acts, other.Acts);
        Assert.Equal(one.Roles, other.Roles);
    }

    [Fact]
    public void Every_act_role_and_place_has_lines()
    {
        var lines = Directory
            .EnumerateFiles(Folder)
            .Order(StringComparer.Ordinal)
            .SelectMany(PartLine.ReadAll)
            .ToList();
        Assert.Equal(
            Enum.GetValues<PartAct>(),
            lines.SelectMany(line => line.Parts.Select(part => part.Act)).Distinct().Order()
        );
        Assert.Equal(
            Enum.GetValues<NumberRole>(),
            lines.SelectMany(line => line.Numbers.Select(number => number.Role)).Distinct().Order()
        );
        Assert.Equal(Enum.GetValues<PartPlace>(), lines.Select(line => line.Setting.Place).Distinct().Order());
        Assert.All(lines, line => Assert.NotEmpty(line.Parts));
    }

    /// <summary>Lines kept out of the fit: the floor lies under what was measured when they were first read.</summary>
    [Fact]
    public void Lines_kept_out_of_the_fit_are_read()
    {
        var scores = new PartScores();
        foreach (var line in PartLine.ReadAll(Path.Combine(Folder, "kept-out.tsv")))
            scores.Add(line, PartReader.Models, null);
        var json = scores.Json();
        Assert.InRange(json["acts"]!.GetValue<double>(), 0.67, 1);
        Assert.InRange(json["roles"]!.GetValue<double>(), 0.74, 1);
    }

    [Fact]
    public void A_marked_line_is_its_words_its_parts_and_its_numbers()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(
                file,
                "en\trest\twhat=spelling;unit=words of 10;way=up;from=4;now=6;to=9\t"
                    + "<ack>ok <setback>only {5|now} today\n"
            );
            var line = Assert.Single(PartLine.ReadAll(file));
            Assert.Equal("ok only 5 today", line.Text);
            Assert.Equal([(0, PartAct.Ack), (3, PartAct.Setback)], line.Parts);
            Assert.Equal([(8, 9, NumberRole.Now)], line.Numbers);
            Assert.Equal(
                new PartSetting(PartPlace.Rest, 4, 6, 9, false, "spelling words of 10", "of 10"),
                line.Setting
            );
        }
        finally
        {
            File.Delete(file);
        }
    }
}
