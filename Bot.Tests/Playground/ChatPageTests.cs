using Milestones.Tests.Support;

namespace Milestones.Tests.Playground;

[Collection(PlaygroundJourneys.Name)]
public sealed class ChatPageTests(PlaygroundFixture playground)
{
    [PlaygroundFact]
    public async Task A_person_writes_taps_and_fills_in_a_form()
    {
        await using var bot = await EchoBot.StartAsync();
        await using var chat = await playground.OpenAsync(bot.Messages);

        Assert.Contains("Echo: hello", await chat.SayAsync("hello"), StringComparison.Ordinal);

        await chat.SayAsync("suggest", expect: "Pick one");
        await chat.TapAsync("Fractions", expect: "Echo: Fractions");

        await chat.SayAsync("card", expect: "A form");
        await chat.FillAsync("Your name", "Maya");
        await chat.FillAsync("Points", "72");
        await chat.FillAsync("Target date", "2026-11-20");
        await chat.ChooseAsync("Area", "Reading");
        await chat.ChooseAsync("Mood", "Great");
        await chat.ScreenshotAsync("echo-form");
        await chat.TapAsync("Send it", expect: "Submitted Maya, 72, 2026-11-20, reading, 5");
        Assert.Contains("Submitted Maya", await chat.LastBotMessageAsync(), StringComparison.Ordinal);

        await chat.TapAsync("Replace it");
        await chat.WaitForTextAsync("The card was replaced");
    }

    [PlaygroundFact]
    public async Task A_phone_shows_the_chat_too()
    {
        await using var bot = await EchoBot.StartAsync();
        await using var chat = await playground.OpenAsync(bot.Messages, viewport: ChatViewport.Phone);

        await chat.SayAsync("card", expect: "A form");

        await chat.ScreenshotAsync("echo-phone");
    }
}
