using Milestones.Language;
using Milestones.Language.Concerns;
using Milestones.Language.Packs;
using Milestones.Language.Wanted;

namespace Milestones.Tests.Language;

/// <summary>Words as children write them by their sound are read as what they stand for.</summary>
public sealed class MisspellingTests
{
    [Fact]
    public void No_word_of_a_language_is_listed_as_misspelt_and_each_stands_for_another()
    {
        Assert.NotEmpty(Misspellings.All);
        Assert.All(
            Misspellings.All,
            pair =>
            {
                Assert.NotEqual(pair.Key, pair.Value);
                Assert.DoesNotContain(pair.Value, Misspellings.All.Keys);
                Assert.All(
                    LanguagePacks.All,
                    pack =>
                        Assert.False(
                            Milestones.Language.Lexicon.Of(pack.Language).TryFind(pair.Key, out _),
                            $"{pair.Key} is a word in {pack.Name}."
                        )
                );
            }
        );
    }

    [Theory]
    [InlineData("my uncel hits me wen he is mad")]
    [InlineData("my unkle tuches me and i dont like it")]
    [InlineData("mi padrasto me pega")]
    public void Real_concern_is_heard_however_it_is_spelt(string text) =>
        Assert.NotEqual(ConcernLevel.None, ConcernReader.Read(text, language: null).Level);

    [Fact]
    public void A_wish_is_read_however_it_is_spelt() =>
        Assert.Equal(Intent.StopMessages, WantedReader.Read("no mor mesages pls", Place.GoalSaved).Best);
}
