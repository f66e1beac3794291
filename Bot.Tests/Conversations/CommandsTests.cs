using Milestones.Conversations;
using Milestones.Localization;

namespace Milestones.Tests.Conversations;

public sealed class CommandsTests
{
    [Theory]
    [InlineData("help", Command.Help)]
    [InlineData("  HELP!! ", Command.Help)]
    [InlineData("?", Command.Help)]
    [InlineData("My Goals", Command.MyGoals)]
    [InlineData("why?", Command.Why)]
    [InlineData("¿why?", Command.Why)]
    [InlineData("never mind.", Command.Cancel)]
    [InlineData("español", Command.Spanish)]
    [InlineData("help me with my homework every day", null)] // a sentence is no command
    [InlineData("i want to stop", null)]
    [InlineData("", null)]
    [InlineData("...", null)]
    internal void A_command_is_a_whole_message(string text, Command? expected) =>
        Assert.Equal(expected, Commands.Read(text));

    [Fact]
    public void No_word_stands_for_two_commands()
    {
        foreach (var language in Voice.Languages)
        {
            var voice = new Voice(Voice.CultureFor(language), GradeBand.Grades6To8);
            var words = Enum.GetValues<Command>().SelectMany(command => voice.List($"Command.{command}")).ToList();
            Assert.Equal(words.Count, words.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        }
    }

    [Fact]
    public void Every_command_has_words() =>
        Assert.All(
            Enum.GetValues<Command>(),
            command =>
                Assert.NotEmpty(new Voice(Voice.CultureFor("en"), GradeBand.Grades6To8).List($"Command.{command}"))
        );
}
