using Milestones.Tests.Support;

namespace Milestones.Tests.Playground;

[Collection(PlaygroundJourneys.Name)]
public sealed class KilledBotJourney(PlaygroundFixture playground)
{
    [PlaygroundFact]
    public async Task A_conversation_goes_on_where_it_was_when_the_bot_was_killed()
    {
        await using var bot = await BotProcess.StartAsync();
        await using var chat = await playground.OpenAsync(bot.Messages, greeting: "Milestones", ChatViewport.Phone);
        await chat.SayAsync("i want to get better at math", expect: "What part of it, exactly?");

        await bot.KillAsync();
        await bot.StartAgainAsync();

        await chat.TapAsync("Fractions", expect: "Where are you now");
        await chat.ScreenshotAsync("killed-and-restarted");
    }
}
