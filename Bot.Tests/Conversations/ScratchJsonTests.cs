using System.Text.Json;
using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Tests.Conversations;

public sealed class ScratchJsonTests
{
    // Longer and shorter ones by turns, and one that is longer than any buffer kept.
    private static readonly int[] Lengths = [10, 40_000, 0, 300_000, 17, 16 * 1024, 5];

    [Fact]
    public void Each_document_is_written_whole_and_as_long_as_it_is()
    {
        foreach (var person in Lengths.Select(Named))
        {
            var expected = JsonSerializer.SerializeToUtf8Bytes(person, PersonJson.Default.Person);

            Assert.Equal(expected, ScratchJson.Bytes(person, PersonJson.Default.Person, default));
            Assert.Equal(
                ScratchJson.Bytes(person, PersonJson.Default.Person, ScratchJson.AsStored).Length,
                ScratchJson.Length(person, PersonJson.Default.Person)
            );
        }
    }

    [Fact]
    public void What_was_written_stays_when_the_next_is()
    {
        var first = ScratchJson.Bytes(Named(100), PersonJson.Default.Person, ScratchJson.AsStored);
        var copy = first.ToArray();

        _ = ScratchJson.Bytes(Named(200), PersonJson.Default.Person, ScratchJson.AsStored);

        Assert.Equal(copy, first);
    }

    [Fact]
    public void After_what_cannot_be_written_the_next_is_whole()
    {
        Assert.ThrowsAny<ArgumentException>(() =>
            ScratchJson.Length(
                double.NaN,
                (System.Text.Json.Serialization.Metadata.JsonTypeInfo<double>)
                    JsonSerializerOptions.Default.GetTypeInfo(typeof(double))
            )
        );

        Assert.Equal(
            JsonSerializer.SerializeToUtf8Bytes(Named(3), PersonJson.Default.Person),
            ScratchJson.Bytes(Named(3), PersonJson.Default.Person, default)
        );
    }

    private static Person Named(int length) =>
        new()
        {
            Id = new("t", "p"),
            Name = new string('ñ', length),
            Band = GradeBand.Grades6To8,
        };
}
