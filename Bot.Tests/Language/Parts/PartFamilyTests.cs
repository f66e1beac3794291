using Milestones.Language;
using Milestones.Language.Parts;

namespace Milestones.Tests.Language.Parts;

/// <summary>Acts that want something alike of the coach are one family.</summary>
public sealed class PartFamilyTests
{
    [Theory]
    [InlineData(nameof(PartAct.Gain), nameof(PartFamily.News))]
    [InlineData(nameof(PartAct.Setback), nameof(PartFamily.News))]
    [InlineData(nameof(PartAct.AskBot), nameof(PartFamily.Question))]
    [InlineData(nameof(PartAct.AskRecord), nameof(PartFamily.Question))]
    [InlineData(nameof(PartAct.ChangePlan), nameof(PartFamily.Wish))]
    [InlineData(nameof(PartAct.Delete), nameof(PartFamily.Wish))]
    [InlineData(nameof(PartAct.Chat), nameof(PartFamily.Passing))]
    [InlineData(nameof(PartAct.Later), nameof(PartFamily.Pace))]
    [InlineData(nameof(PartAct.Protest), nameof(PartFamily.Right))]
    [InlineData(nameof(PartAct.Concern), nameof(PartFamily.Concern))]
    public void An_act_is_of_its_family(string act, string family) =>
        Assert.Equal(family, PartFamilies.Of(Enum.Parse<PartAct>(act)).ToString());

    [Fact]
    public void A_part_is_an_act_of_its_likeliest_family_and_says_how_likely_both_are()
    {
        var read = PartReader.Read(
            "how many left",
            TextLanguage.English,
            new(PartPlace.Rest, From: 0, Now: 3, To: 10, LowerIsBetter: false, Words: "read books", Unit: "books")
        );

        var part = Assert.Single(read.Parts);
        Assert.Equal(PartFamily.Question, PartFamilies.Of(part.Act));
        Assert.InRange(part.Share, 0, part.Together);
        Assert.InRange(part.Together, part.Share, 1.0001);
    }
}
