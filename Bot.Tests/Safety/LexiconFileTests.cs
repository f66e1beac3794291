using Milestones.Language.Concerns;

namespace Milestones.Tests.Safety;

public sealed class LexiconFileTests
{
    [Theory]
    [InlineData("want to die", "line 1: A phrase stands before any heading.")]
    [InlineData("[sorrow]", "line 1: No heading is called [sorrow].")]
    [InlineData("# fine\n[abuse firm]\n<carer> hits me", "line 3: No words are given for <carer>.")]
    [InlineData("[abuse]\n~3", "line 2: A phrase has between 1 and 64 words.")]
    public void A_mistake_is_reported_with_its_line(string text, string message)
    {
        var fault = Assert.Throws<InvalidDataException>(() =>
            new LexiconFile().Read("en/test.txt", new StringReader(text))
        );

        Assert.Equal("en/test.txt, " + message, fault.Message);
    }

    [Theory]
    [InlineData("my mom hits me", true)]
    [InlineData("my mom really often hits me", true)]
    [InlineData("my mom really very often hits me", false)] // the gap holds two words
    [InlineData("my mom never hits me", false)] // no gap passes a negation
    [InlineData("my mom hits", false)]
    [InlineData("my dad slapped me", true)]
    public void A_phrase_is_found_through_classes_and_gaps(string text, bool found)
    {
        var file = new LexiconFile();
        file.Read("test", new StringReader("parent = mom dad\n[abuse firm]\n<parent> ~2 hits|slapped me"));
        var ids = text.Split(' ')
            .Concat(["mom", "dad", "hits", "slapped", "me", "never"])
            .Distinct()
            .Select((word, id) => (word, id))
            .ToDictionary(pair => pair.word, pair => pair.id);
        var machine = new PhraseMachine(file.Phrases, ids, ids.Count, ["never"]);
        var findings = new Finding[4];

        var count = machine.Find(
            [.. text.Split(' ').Select(word => new Word((ushort)ids[word], 0, 0))],
            new ulong[machine.Lanes],
            findings
        );

        Assert.Equal(found ? 1 : 0, count);
        if (found)
            Assert.Equal((1, text.Split(' ').Length - 1), (findings[0].First, findings[0].Last));
    }

    [Theory]
    [InlineData("suicde", "suicide")]
    [InlineData("suiicide", "suicide")]
    [InlineData("suicode", "suicide")]
    [InlineData("suiicde", "suicide")] // two letters swapped
    [InlineData("suiceed", null)] // two slips
    [InlineData("suciide", "suicide")]
    [InlineData("puicide", null)] // the first letter counts as right
    [InlineData("cutting", "cutting")]
    [InlineData("ki", null)]
    public void One_slip_in_a_long_word_is_seen_through(string written, string? meant) =>
        Assert.Equal(meant, new Spelling(["suicide", "cutting"]).Correct(written));
}
