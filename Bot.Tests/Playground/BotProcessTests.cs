using Milestones.Tests.Support;

namespace Milestones.Tests.Playground;

[Collection(PlaygroundJourneys.Name)]
public sealed class BotProcessTests
{
    [Fact]
    public async Task A_killed_bot_answers_at_the_same_address_when_it_is_started_again()
    {
        await using var bot = await BotProcess.StartAsync();
        var ready = new Uri(bot.Address, "healthz");

        await bot.KillAsync();
        Assert.False(await ChildProcess.AnswersAsync(ready));

        await bot.StartAgainAsync();
        Assert.True(await ChildProcess.AnswersAsync(ready));
    }
}
