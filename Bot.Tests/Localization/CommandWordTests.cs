using Milestones.Conversations;

namespace Milestones.Tests.Localization;

/// <summary>The words of commands are understood in every language at once.</summary>
public sealed class CommandWordTests
{
    public static TheoryData<string, string> Words
    {
        get
        {
            var words = new TheoryData<string, string>();
            foreach (
                var text in ResourceTexts
                    .All.SelectMany(texts => texts.Texts)
                    .Where(text => text.Key.StartsWith("Command.", StringComparison.Ordinal))
            )
            {
                foreach (var word in text.Value.Split('|'))
                    words.Add(text.Key["Command.".Length..], word);
            }

            return words;
        }
    }

    [Fact]
    public void Every_word_of_every_language_means_its_command() =>
        Assert.All(
            Words,
            row =>
            {
                var (command, word) = ((string)row[0], (string)row[1]);
                Assert.Equal(command, Commands.Read(word)?.ToString());
            }
        );

    [Theory]
    [InlineData("¿Por qué?", "Why")]
    [InlineData("porque?", "Why")]
    [InlineData("¡Ayuda!", "Help")]
    [InlineData("MIS METAS", "MyGoals")]
    [InlineData("atras", "Back")]
    [InlineData("Olvídalo.", "Cancel")]
    [InlineData("más tarde", "Later")]
    [InlineData("nueva meta", "NewGoal")]
    [InlineData("en ingles", "English")]
    public void Commands_are_found_as_Spanish_speakers_type_them(string typed, string command) =>
        Assert.Equal(command, Commands.Read(typed)?.ToString());
}
