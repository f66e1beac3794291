using System.Globalization;
using Milestones.Features.Peers;
using Milestones.Language;
using Milestones.Localization;
using Milestones.School;
using Milestones.Tests.Classes;

namespace Milestones.Tests.Peers;

public sealed class FeedbackStemsTests
{
    [Theory]
    [InlineData("I like how you …", "show each step", "I like how you show each step")]
    [InlineData("What if you …?", "add a graph", "What if you add a graph?")]
    [InlineData("What if you …?", "add a graph??", "What if you add a graph?")]
    [InlineData("What if you …?", "What if you add a graph?", "What if you add a graph?")] // said already
    [InlineData("It works well that you …", "Show each step", "It works well that you show each step")]
    [InlineData("It works well that you …", "Your graph is clear.", "Your graph is clear.")]
    [InlineData("What if you …?", "why do bees dance?", "why do bees dance?")]
    [InlineData("Está bien que …", "muestras cada paso", "Está bien que muestras cada paso")]
    [InlineData("¿Y si …?", "¿Cómo bailan?", "¿Cómo bailan?")]
    [InlineData(null, "Your graph is clear.", "Your graph is clear.")]
    [InlineData("I like how you …", null, null)] // a beginning alone is nothing
    public void A_beginning_and_words_make_a_sentence(string? stem, string? words, string? sentence) =>
        Assert.Equal(sentence, FeedbackStems.Joined(stem, words));

    [Fact]
    public void Where_there_are_success_criteria_each_is_a_beginning()
    {
        var asked = Asked(Area.Academic) with { Criteria = ["I give a reason", "I name my source"] };
        Assert.Equal(
            ["“I give a reason”: it works well that you …", "“I name my source”: it works well that you …"],
            FeedbackStems.Strengths(asked, English(GradeBand.Grades6To8))
        );
        Assert.Equal(
            "“I name my source”: what if you …?",
            FeedbackStems.Questions(asked, English(GradeBand.Grades6To8))[1]
        );
    }

    [Fact]
    public void Every_area_has_beginnings_with_one_gap_in_every_language_and_band()
    {
        foreach (var area in Enum.GetValues<Area>())
        {
            foreach (var band in Enum.GetValues<GradeBand>())
            {
                foreach (var language in Voice.Languages)
                {
                    var voice = new Voice(CultureInfo.GetCultureInfo(language), band);
                    var stems = FeedbackStems
                        .Strengths(Asked(area), voice)
                        .Concat(FeedbackStems.Questions(Asked(area), voice))
                        .ToList();
                    Assert.True(stems.Count >= 4);
                    Assert.All(stems, stem => Assert.Equal(1, stem.Count('…'.Equals)));
                }
            }
        }
    }

    private static Voice English(GradeBand band) => new(CultureInfo.GetCultureInfo("en"), band);

    private static PeerFeedback Asked(Area area) =>
        new("a", Classrooms.Of().Key, PeerSide.Giving, "sam", Classrooms.Now) { Area = area };
}
