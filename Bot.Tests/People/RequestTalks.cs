using System.Globalization;
using Milestones.Language.Concerns;
using Milestones.Tests.Support;

namespace Milestones.Tests.People;

/// <summary>What is asked of the coach in words is answered, in the language of the words.</summary>
public sealed class RequestTalks
{
    [Theory]
    [InlineData("who sees this?", "Only you.")]
    [InlineData("what is a smart goal", "A SMART goal")]
    [InlineData("what do you know about me", "I keep your goals")]
    [InlineData("give me an example", "Like these")]
    [InlineData("this is dumb", "Fair.")]
    [InlineData("tell me a joke", "I'm just a goal coach")]
    [InlineData("shout out to maya", "Shout-outs go to people in your class")]
    [InlineData("quién puede ver esto que escribo", "Solo tú.")]
    [InlineData("speak spanish", "hablamos en español")]
    public async Task A_request_is_answered(string text, string answer)
    {
        var chat = new PureChat();
        Assert.Contains(
            await chat.SaysAsync(text),
            one => one.Text?.Contains(answer, StringComparison.Ordinal) == true
        );
        Assert.Null(chat.Known.Dialog);
    }

    [Theory]
    [InlineData("hola quiero leer más libros", "es")]
    [InlineData("no entiendo la tarea de matemáticas y quiero mejorar", "es")]
    [InlineData("español", "es")]
    [InlineData("i want to read more books", null)]
    [InlineData("Núñez", null)]
    [InlineData("ok", null)]
    public async Task The_chat_speaks_the_language_of_a_clear_sentence(string text, string? language)
    {
        var chat = new PureChat();
        await chat.SaysAsync(text);
        Assert.Equal(language, chat.Known.Language);
    }

    [Theory]
    [InlineData("stop texting me at night", 18)]
    [InlineData("don't message me after 9", 21)]
    public async Task Nothing_comes_at_night_and_that_can_be_undone(string text, int hour)
    {
        var chat = new PureChat();
        await chat.SaysAsync(text);
        Assert.Equal(new TimeOnly(hour, 0), chat.Known.Quiet?.From);
        await chat.SaysAsync("undo");
        Assert.Null(chat.Known.Quiet);
    }

    [Theory]
    [InlineData("pause for two weeks")]
    [InlineData("pause messages until september 28")]
    public async Task Messages_wait_until_the_day_that_was_read(string text)
    {
        var chat = new PureChat();
        await chat.SaysAsync(text);
        Assert.Equal(new DateTime(2026, 9, 28), chat.Known.Prompts?.PausedUntil?.UtcDateTime.Date);
        await chat.SaysAsync("undo");
        Assert.Null(chat.Known.Prompts);
    }

    [Theory]
    [InlineData("pause the messages until January", "2027-01-01")]
    [InlineData("pausa hasta enero", "2027-01-01")]
    [InlineData("pause till november", "2026-11-01")]
    public async Task A_pause_until_a_month_is_over_when_the_month_begins(string text, string until)
    {
        var chat = new PureChat();
        await chat.SaysAsync(text);
        Assert.Equal(until, chat.Known.Prompts?.PausedUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Where_no_day_is_read_it_is_asked_for()
    {
        var chat = new PureChat();
        await chat.SaysAsync("pause until finals are over");
        Assert.Null(chat.Known.Prompts);
        await chat.SaysAsync("december 18");
        Assert.Equal(12, chat.Known.Prompts?.PausedUntil?.Month);
    }

    [Fact]
    public async Task Heavy_words_are_asked_about_once_and_nobody_is_called()
    {
        var text = QuietText;
        var chat = new PureChat();
        var asked = Assert.Single(await chat.SaysAsync(text));
        Assert.Equal(["Yes, please", "No, I'm okay"], asked.Suggestions);
        Assert.Contains("any time", Assert.Single(await chat.SaysAsync("No, I'm okay")).Text);
        Assert.Empty(chat.Known.Alerts);
        Assert.DoesNotContain(await chat.SaysAsync(text), one => one.Suggestions?.Contains("Yes, please") == true);
    }

    [Fact]
    public async Task Who_wants_an_adult_and_is_in_no_class_is_told_the_truth()
    {
        var chat = new PureChat();
        await chat.SaysAsync(QuietText);
        Assert.Contains("988", Assert.Single(await chat.SaysAsync("yes please")).Text);
        Assert.Empty(chat.Known.Alerts);
    }

    [Fact]
    public async Task After_an_alarm_the_open_question_comes_back()
    {
        var chat = new PureChat();
        await chat.SaysAsync("i want to get better at math");
        var dialog = chat.Known.Dialog;
        var shown = await chat.SaysAsync("i want to kill myself");
        Assert.NotNull(shown[0].Card);
        Assert.Contains("What part of it", shown[^1].Text);
        Assert.Equal(dialog?.GetType(), chat.Known.Dialog?.GetType());
    }

    /// <summary>
    /// The first of some sentences that is read as weak evidence: the reading is fitted, and may move.
    /// </summary>
    private static string QuietText =>
        new[]
        {
            "i cant stop crying",
            "im sad a lot of the time",
            "nobody at school really likes me",
            "i feel so alone all the time",
            "my parents fight every night",
            "i cry a lot lately",
            "i hate my life sometimes",
            "my stepdad scares me when he yells",
            "i have nobody to sit with at lunch",
            "im sad a lot of the time",
            "nobody would notice if i was gone from class",
            "my brother gets mad and breaks stuff",
            "they laugh at me every day",
            "i dont want to go home today",
            "everything is too much lately",
            "im tired of everything",
        }.First(text => ConcernReader.Read(text, language: null).Level == ConcernLevel.Quiet);
}
