using Milestones.Tests.Support;

namespace Milestones.Tests.Bench;

/// <summary>What was fitted to, and what nothing may be fitted to.</summary>
public sealed class LabelledDataTests
{
    [Theory]
    [InlineData("Data/sealed/goals/english.jsonl")]
    [InlineData("sealed/goals.jsonl")]
    [InlineData("Data/train/../sealed/goals.jsonl")]
    [InlineData("Data/Sealed/goals.jsonl")]
    public void Sealed_lines_are_not_opened_for_fitting(string path) =>
        Assert.Throws<ArgumentException>(() =>
            LabelledData.ReadForFitting<GoalLine>(Path.Combine(LabelledData.Folder, "..", path))
        );

    [Fact]
    public void Nor_by_a_link_to_them()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("sealed"));
        File.WriteAllText(folder.File("sealed/goals.jsonl"), "");
        File.CreateSymbolicLink(folder.File("goals.jsonl"), folder.File("sealed/goals.jsonl"));

        Assert.Throws<ArgumentException>(() => LabelledData.ReadForFitting<GoalLine>(folder.File("goals.jsonl")));
    }

    [Fact]
    public void No_training_line_stands_twice()
    {
        var files = Directory
            .EnumerateFiles(Path.Combine(LabelledData.Folder, "train"), "*.jsonl", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) is "english.jsonl" or "spanish.jsonl");

        Assert.All(
            files,
            file =>
                Assert.Equal(
                    File.ReadLines(file).Count(),
                    File.ReadLines(file).Distinct(StringComparer.Ordinal).Count()
                )
        );
    }
}
