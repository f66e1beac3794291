using Milestones.Tests.Support;

namespace Milestones.Tests.Playground;

/// <summary>What a student sees in Microsoft's local Teams client, with the real bot in a process of its own.</summary>
[Collection(PlaygroundJourneys.Name)]
public sealed class StudentJourneys(PlaygroundFixture playground)
{
    [PlaygroundFact]
    public async Task A_newcomer_makes_a_goal_by_typing_and_tapping_and_it_survives_a_killed_bot()
    {
        await using var bot = await BotProcess.StartAsync();
        await using var chat = await playground.OpenAsync(bot.Messages, greeting: "Milestones", ChatViewport.Tall);
        await chat.ScreenshotAsync("welcome");

        await chat.SayAsync("i want to get better at math", expect: "What part of it, exactly?");
        await chat.TapAsync("Fractions", "Where are you now");
        await chat.ScreenshotAsync("question");
        await chat.SayAsync("like 55, at least 80 on the next 3 quizzes", expect: "get from 55 to 80");

        // The power goes out in the middle of the conversation.
        await bot.KillAsync();
        await bot.StartAgainAsync();

        await chat.SayAsync("tutoring tuesday and ixl on sundays", expect: "By when?");
        await chat.TapAsync("In 4 weeks", "Why does it matter to you?");
        await chat.SayAsync("my mom would be so happy", expect: "Your goal");
        await chat.ScreenshotAsync("draft");
        await chat.TapAsync("7");
        await chat.WaitForTextAsync("❼");
        await chat.ScreenshotAsync("draft-sure");

        await chat.TapAsync("Change…");
        await chat.WaitForTextAsync("Your goal, all at once");
        await chat.FillAsync("What I'll do each week", "tutoring on tuesdays");
        await chat.ScreenshotAsync("form");
        await chat.TapAsync("Done");
        await chat.WaitForTextAsync("tutoring on tuesdays");
        await chat.TapAsync("Save", "Small steps to get there");
        await chat.ScreenshotAsync("milestones");
        await chat.TapAsync("Looks good", "You're all set");
        var mine = await chat.SayAsync("my goals", expect: "Next:");
        Assert.Contains("fractions", mine, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("55", mine, StringComparison.Ordinal);
        await chat.ScreenshotAsync("my-goals");
    }

    [PlaygroundFact]
    public async Task Progress_moves_the_bar_and_reaching_the_goal_is_celebrated()
    {
        await using var bot = await BotProcess.StartAsync();
        await using var chat = await playground.OpenAsync(bot.Messages, greeting: "Milestones", ChatViewport.Tall);
        await chat.SayAsync(
            "i want to read 10 books by may 30 because i love stories, i will read every night before bed",
            expect: "Your goal"
        );
        await chat.TapAsync("Save", "Small steps to get there");
        await chat.TapAsync("Looks good", "You're all set");

        await chat.SayAsync("read 3 more books", expect: "now 3 books");
        await chat.ScreenshotAsync("logged");
        await chat.SayAsync("undo", expect: "Taken back");
        await chat.SayAsync("im at 10 books now", expect: "Is the goal reached?");
        await chat.TapAsync("Yes, reached!", "What helped you most?");
        await chat.ScreenshotAsync("reached");
    }

    [PlaygroundFact]
    public async Task A_spanish_speaker_is_coached_in_spanish()
    {
        await using var bot = await BotProcess.StartAsync();
        await using var chat = await playground.OpenAsync(bot.Messages, greeting: "Milestones", ChatViewport.Tall);
        await chat.SayAsync("español", expect: "español");
        var asked = await chat.SayAsync("quiero mejorar en matemáticas");
        Assert.Contains("¿", asked, StringComparison.Ordinal);
        await chat.SayAsync("fracciones", expect: "¿");
        await chat.SayAsync("como 55, por lo menos 80 en los próximos 3 exámenes", expect: "de 55 a 80");
        await chat.ScreenshotAsync("spanish");
    }

    [PlaygroundFact]
    public async Task The_youngest_make_a_goal_in_three_taps()
    {
        await using var bot = await BotProcess.StartAsync();
        await using var chat = await playground.OpenAsync(bot.Messages, greeting: "Milestones", ChatViewport.Tall);
        await chat.TapAsync("K–2");
        await chat.WaitForTextAsync("Let's pick a goal!");
        await chat.SayAsync("new goal", expect: "What do you want to do?");
        await chat.ScreenshotAsync("pictures");
        await chat.TapAsync("Read");
        await chat.WaitForTextAsync("I will read ___ books.");
        await chat.TapAsync("3");
        await chat.WaitForTextAsync("By when?");
        await chat.TapAsync("Two weeks");
        await chat.WaitForTextAsync("Your goal is set");
        await chat.TapAsync("My goals");
        await chat.WaitForTextAsync("goal 3 books");
        await chat.TapAsync("+1");
        await chat.WaitForTextAsync("Logged: 1");
        await chat.ScreenshotAsync("plus-one");
    }
}
