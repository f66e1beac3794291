using Milestones.Features.Peers;

namespace Milestones.Tests.Peers;

public sealed class PeerWishTests
{
    [Theory]
    [InlineData("can ana look at my essay?", "ana", "my essay")]
    [InlineData("Could Ana Rivera check my poster about bees", "ana rivera", "my poster about bees")]
    [InlineData("please can ana read my poem!", "ana", "my poem")]
    [InlineData("can ana look at my goal", "ana", null)] // goals are chosen from the list
    [InlineData("ask ana for feedback", "ana", null)]
    [InlineData("i want to ask ana for feedback on my essay", "ana", "my essay")]
    [InlineData("i want feedback from ana on my lab report", "ana", "my lab report")]
    [InlineData("get feedback from ana", "ana", null)]
    [InlineData("ask someone for feedback", "", null)]
    [InlineData("can a classmate look at my essay", "", "my essay")]
    [InlineData("¿Puede Ana leer mi ensayo?", "ana", "mi ensayo")]
    [InlineData("quiero que Ana vea mi cartel", "ana", "mi cartel")]
    [InlineData("pedir a Ana una opinión", "ana", null)]
    [InlineData("comentarios de Ana sobre mi ensayo", "ana", "mi ensayo")]
    public void A_wish_for_feedback_names_whom_and_what(string text, string named, string? work)
    {
        var wish = PeerWish.Read(text);
        Assert.NotNull(wish);
        Assert.Equal((named, work), (string.Join(' ', wish.Named), wish.Work));
    }

    [Theory]
    [InlineData("can you look at my essay")] // the coach
    [InlineData("can my mom look at my goal")]
    [InlineData("can my teacher read my reflections")]
    [InlineData("can everyone read my goals")] // about who sees what
    [InlineData("can anyone see my goals")]
    [InlineData("i want to read 12 books")]
    [InlineData("ana looked at my essay")]
    [InlineData("ask for help")]
    [InlineData("puedes ver mi meta")]
    [InlineData("i will check my planner every day")]
    public void Other_words_are_none(string text) =>
        Assert.True(PeerWish.Read(text) is null or { IsOneself: true }, text);
}
