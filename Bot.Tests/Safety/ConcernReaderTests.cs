using Milestones.Language.Concerns;

namespace Milestones.Tests.Safety;

public sealed class ConcernReaderTests
{
    [Theory]
    [InlineData("i want to kill myself")]
    [InlineData("I WANT TO KILL MYSELF!!!")]
    [InlineData("i want to k*ll myself")]
    [InlineData("i want to k1ll my self")]
    [InlineData("i want to kiiiiill myself")]
    [InlineData("i wanna unalive myself")]
    [InlineData("thinking about su1c1de")]
    [InlineData("im having sucidal thoughts")] // a letter missing
    [InlineData("im having suciidal thoughts")] // two letters swapped and doubled: one slip is one letter
    [InlineData("k.m.s")]
    [InlineData("kms")]
    [InlineData("me quiero morír")] // an accent where none belongs
    [InlineData("quiero suicidarme")]
    [InlineData("ｉ want to kill myself kms")]
    public void The_same_words_are_read_however_they_are_spelt(string text) =>
        Assert.Equal(Concern.SelfHarm, ConcernReader.Read(text));

    [Theory]
    [InlineData("i want to hurt myself", "i would never hurt myself")]
    [InlineData("i smoke weed", "i do not smoke weed")]
    [InlineData("i want to die", "i dont want to die")]
    [InlineData("tomo alcohol", "no tomo alcohol")]
    [InlineData("they bully me", "nobody has ever bullied me")]
    public void A_denial_is_no_concern(string said, string denied)
    {
        Assert.NotEqual(Concern.None, ConcernReader.Read(said));
        Assert.Equal(Concern.None, ConcernReader.Read(denied));
    }

    [Theory]
    [InlineData("i dont want to live")]
    [InlineData("i cant stop cutting myself")]
    [InlineData("no quiero vivir")]
    [InlineData("i never want to wake up again")]
    public void A_negation_inside_the_words_of_concern_is_no_denial(string text) =>
        Assert.Equal(Concern.SelfHarm, ConcernReader.Read(text));

    [Theory]
    [InlineData("my essay is about vaping", nameof(Concern.None))]
    [InlineData("my essay is about vaping. i vape every day", nameof(Concern.Substance))]
    [InlineData("my essay is about vaping but my friends keep offering me a vape", nameof(Concern.Substance))]
    [InlineData("i could kill for a pizza", nameof(Concern.None))]
    [InlineData("i could kill for a pizza, and i want to kill myself", nameof(Concern.SelfHarm))]
    [InlineData("mi proyecto es sobre las drogas", nameof(Concern.None))]
    [InlineData("mi proyecto es sobre las drogas pero yo fumo mota", nameof(Concern.Substance))]
    public void An_excuse_silences_its_own_clause_only(string text, string expected) =>
        Assert.Equal(expected, ConcernReader.Read(text).ToString());

    [Theory]
    [InlineData("in the book the father hits his kids", nameof(Concern.None))]
    [InlineData("my dad hits me, like in the book", nameof(Concern.Abuse))] // a real person outweighs the topic
    [InlineData("my character says i want to die in the last scene", nameof(Concern.None))]
    [InlineData("im gonna die this homework is so long", nameof(Concern.None))]
    [InlineData("i want to die", nameof(Concern.SelfHarm))]
    public void How_plain_the_words_are_decides_what_explains_them(string text, string expected) =>
        Assert.Equal(expected, ConcernReader.Read(text).ToString());

    [Theory]
    [InlineData("they bully me and i want to kill myself", nameof(Concern.SelfHarm))]
    [InlineData("my dad hits me and i drink vodka", nameof(Concern.Abuse))]
    [InlineData("they make fun of me so im bringing a gun to school", nameof(Concern.Violence))]
    public void The_gravest_concern_is_the_one_returned(string text, string expected) =>
        Assert.Equal(expected, ConcernReader.Read(text).ToString());

    [Theory]
    [InlineData("mi papa hits me when he is drunk", nameof(Concern.Abuse))]
    [InlineData("me siento sad y me quiero morir", nameof(Concern.SelfHarm))]
    [InlineData("my tio me toca at night", nameof(Concern.Abuse))]
    public void Mixed_languages_are_read_as_one(string text, string expected) =>
        Assert.Equal(expected, ConcernReader.Read(text).ToString());

    [Fact]
    public void Words_of_concern_are_found_at_the_end_of_a_long_run_on_message()
    {
        var message =
            string.Join(' ', Enumerable.Repeat("today we read a book and then had a game at school", 60))
            + " i want to kill myself";

        Assert.Equal(Concern.SelfHarm, ConcernReader.Read(message));
    }
}
