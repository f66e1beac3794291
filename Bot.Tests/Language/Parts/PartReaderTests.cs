using Milestones.Language;
using Milestones.Language.Parts;

namespace Milestones.Tests.Language.Parts;

/// <summary>What the parts of a line do and what its numbers stand for, where that is plain.</summary>
public sealed class PartReaderTests
{
    private static readonly PartSetting Books = new(PartPlace.Rest, 7, 7, 25, false, "read books", "books");

    [Theory]
    [InlineData(nameof(PartPlace.AskPlan), "no from 7 to 25", "7 Start, 25 Target")]
    [InlineData(nameof(PartPlace.AskPlan), "its 5 now and i want 1", "5 Start, 1 Target")]
    [InlineData(
        nameof(PartPlace.AskMeasure),
        "i got 12 right out of 20 and i want 18",
        "12 Start, 20 OutOf, 18 Target"
    )]
    [InlineData(nameof(PartPlace.AskPlan), "20 minutes 3 times a week", "20 Each, 3 Each")]
    [InlineData(nameof(PartPlace.Rest), "read 2 more today", "2 Add")]
    [InlineData(nameof(PartPlace.Rest), "i'm at 12 now", "12 Now")]
    [InlineData(nameof(PartPlace.Rest), "i studied 2 hours", "2 Work")]
    [InlineData(nameof(PartPlace.Rest), "my brother has 31 books", "31 Other")]
    [InlineData(nameof(PartPlace.AskSure), "8", "8 Sure")]
    public void A_number_stands_for_what_the_line_says(string place, string line, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                ", ",
                PartReader
                    .Read(line, TextLanguage.English, Books with { Place = Enum.Parse<PartPlace>(place) })
                    .Numbers.Select(number => $"{line[number.Start..number.End]} {number.Role}")
            )
        );

    [Theory]
    [InlineData("read 2 more. can my mom see this?", "Gain, AskPrivacy")]
    [InlineData("yes save it. does my teacher see it", "Yes, AskPrivacy")]
    [InlineData("i read 3 books this week. i'm so happy", "Gain, Feeling")]
    [InlineData("stop sending me messages", "Stop")]
    public void A_line_is_read_by_its_parts(string line, string expected) =>
        Assert.Equal(
            expected,
            string.Join(", ", PartReader.Read(line, TextLanguage.English, Books).Parts.Select(part => part.Act))
        );

    [Fact]
    public void Spans_lie_in_the_text_and_in_order()
    {
        const string line = "ok!! leí 3 libros... ¿y cuántos me faltan? 😀 no, 4";
        var read = PartReader.Read(line, TextLanguage.Spanish, Books);
        var at = 0;
        foreach (var part in read.Parts)
        {
            Assert.InRange(part.Start, at, line.Length);
            Assert.InRange(part.End, part.Start + 1, line.Length);
            at = part.End;
        }

        Assert.Equal([3, 4], read.Numbers.Select(number => number.Value));
        Assert.All(read.Numbers, number => Assert.InRange(number.Part, 0, read.Parts.Count - 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("...")]
    [InlineData("😀")]
    public void Nothing_has_no_parts(string line) =>
        Assert.Empty(PartReader.Read(line, TextLanguage.English, Books).Parts);
}
