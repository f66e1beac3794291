using Milestones.Language.Concerns;

namespace Milestones.Tests.Safety;

public sealed class ConcernModelTests
{
    [Theory]
    [InlineData("the day was fine and a kid in my row tripped me and threw my lunch", nameof(Concern.Bullying))]
    [InlineData("being dead sounds easier than being here", nameof(Concern.SelfHarm))]
    [InlineData("i brought a box cutter to school", nameof(Concern.Violence))]
    public void A_sentence_no_phrase_knows_is_weighed_by_what_it_is_about(string text, string expected) =>
        Assert.Equal(expected, ConcernReader.Read(text).ToString());

    [Fact]
    public void What_is_said_firmly_is_not_drowned_out_by_the_day_around_it() =>
        Assert.Equal(
            Concern.SelfHarm,
            ConcernReader.Read("today we read a book and then had a game at school and i want to kill myself")
        );

    [Theory]
    [InlineData("school sucks")]
    [InlineData("they laughed at my joke and it made my day")]
    [InlineData("i feel hopeless at fractions")]
    public void Chatter_with_a_grave_word_is_left_alone(string text) =>
        Assert.Equal(Concern.None, ConcernReader.Read(text));

    [Theory]
    [InlineData("projects", "project")]
    [InlineData("wanting", "want")]
    [InlineData("is", "is")]
    [InlineData("crosses", "cro")] // a stem's stem is itself
    public void Forms_of_a_word_share_a_stem(string word, string stem) =>
        Assert.Equal(stem, WordStem.Of(word).ToString());

    [Fact]
    public void A_concept_without_words_is_reported_with_its_line()
    {
        var fault = Assert.Throws<InvalidDataException>(() =>
            new ConceptFile().Read("en/concepts.txt", new StringReader("# fine\nfear scared"))
        );

        Assert.Equal("en/concepts.txt, line 2: a concept is written as name = words.", fault.Message);
    }
}
