using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Tests.Classes;

public sealed class LookAlikeTests
{
    [Theory]
    [InlineData("Sam Rivera", "sam  RIVERA", true)]
    [InlineData("Sam Rivera", "S\u0430m Rivera", true)] // a Cyrillic a
    [InlineData("Zoë Im", "Zoe lm", true)]
    [InlineData("Sam Rivera", "Sam River", false)]
    [InlineData("Mia Ng", "Mia Wu", false)]
    public void Names_look_the_same_whatever_they_are_written_with(string one, string other, bool same) =>
        Assert.Equal(same, LookAlikes.Look(one) == LookAlikes.Look(other));

    [Fact]
    public void Two_that_look_the_same_are_told_apart_by_their_address_or_else_by_a_number()
    {
        SeenPerson[] people =
        [
            new("b", "29:b", "Sam Rivera") { Login = "srivera2" },
            new("a", "29:a", "Sam R\u0456vera") { Login = "srivera1" },
            new("c", "29:c", "Ana Ortiz"),
            new("e", "29:e", "ANA ORTIZ"),
            new("d", "29:d", "Kim Lee"),
        ];

        Assert.Equal(
            ["Sam Rivera (srivera2)", "Sam R\u0456vera (srivera1)", "Ana Ortiz (1)", "ANA ORTIZ (2)", "Kim Lee"],
            LookAlikes.ToldApart(people).Select(person => person.Name)
        );
    }

    [Fact]
    public void A_roster_of_250_of_one_name_has_250_names()
    {
        SeenPerson[] people =
        [
            .. Enumerable
                .Range(0, 250)
                .Select(n => new SeenPerson($"{n:d3}", $"29:{n}", n % 2 == 0 ? "Sam" : "S\u0410M")),
        ];

        Assert.Distinct(LookAlikes.ToldApart(people).Select(person => person.Name));
    }
}
