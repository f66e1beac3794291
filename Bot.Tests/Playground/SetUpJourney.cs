using Milestones.Tests.Support;

namespace Milestones.Tests.Playground;

/// <summary>What a teacher sees in Microsoft's local Teams client when a team becomes a class.</summary>
[Collection(PlaygroundJourneys.Name)]
public sealed class SetUpJourney(PlaygroundFixture playground)
{
    [PlaygroundFact]
    public async Task A_team_becomes_a_class_and_the_report_comes_to_the_teachers_chat()
    {
        await using var bot = await BotProcess.StartAsync();
        await using var chat = await playground.OpenAsync(bot.Messages, greeting: "Milestones", ChatViewport.Tall);

        await chat.GoToAsync("General");
        await chat.WaitForPostAsync("Hi, I'm your goal coach!");
        await chat.TapUntilPostAsync("Set up class", "One card, two minutes.");
        await chat.TapAsync("Course dates, days off, reminder");
        await chat.WaitForPostAsync("Last day of the course");
        await chat.ChooseAsync("Channel for class news", "Celebrations");
        await chat.ScreenshotAsync("set-up");
        await chat.TapAsync("Save class settings");
        await chat.WaitForPostAsync("Grade 8 Math is set up");
        await chat.ScreenshotAsync("set-up-saved");

        await chat.GoToAsync("Celebrations");
        await chat.WaitForPostAsync("I can post here.");
        await chat.GoToAsync("Personal Chat");
        await chat.WaitForTextAsync("6 of 6 people can be reached.");
        await chat.ScreenshotAsync("set-up-report");
    }
}
