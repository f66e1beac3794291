using System.Globalization;
using System.Text.Json.Nodes;
using Milestones.Language;

namespace Milestones.Tests.Language;

/// <summary>
/// Dates of the kinds that two public readers of dates are tested with, each read on a day of its own. One half of the
/// peers' set was looked at while the grammar was written; the other half came at .914 at first sight, no day silently
/// wrong. The siblings were written afterwards, one after the other, and came at .984, .965 and .931 at first sight,
/// silently wrong .008, .016 and .062; the third is mostly words that only look like days.
/// </summary>
public sealed class PeerDatesTests
{
    [Theory]
    [InlineData("dates-dev.jsonl", 0.99)]
    [InlineData("dates-peers-dev.jsonl", 0.98)]
    [InlineData("dates-siblings1.jsonl", 0.99)]
    [InlineData("dates-siblings2.jsonl", 0.99)]
    [InlineData("dates-siblings3.jsonl", 0.98)]
    public void Days_are_right_and_never_silently_wrong(string file, double floor)
    {
        var (lines, right) = (0, 0);
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "train", "dates", file)))
        {
            var json = JsonNode.Parse(line)!;
            var (text, day) = ((string)json["text"]!, Day(json["date"]));
            var found = DateReader.Find(
                text,
                Day(json["today"]) ?? new DateOnly(2026, 9, 16),
                Spoken.Language((string)json["lang"]!)
            );
            lines++;
            right += found.Day == day ? 1 : 0;
            Assert.True(found.Day is null || found.Day == day, $"{text}: {found.Day:O}");
        }
        Assert.True(right >= floor * lines, $"{right} of {lines}");
    }

    private static DateOnly? Day(JsonNode? day) =>
        day is null ? null : DateOnly.ParseExact(day.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
