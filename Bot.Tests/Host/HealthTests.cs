using System.Net;
using Milestones.Tests.Support;

namespace Milestones.Tests.Host;

public sealed class HealthTests
{
    [Fact]
    public async Task A_bot_that_runs_is_up_and_ready()
    {
        await using var bot = await BotFixture.StartAsync();

        Assert.Equal((HttpStatusCode.OK, "Healthy"), await bot.BrowseAsync("/healthz"));
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await bot.BrowseAsync("/readyz"));
    }

    [Fact]
    public async Task Without_its_store_a_bot_is_up_but_not_ready_until_the_store_is_back()
    {
        await using var bot = await BotFixture.StartAsync();
        bot.Trouble.IsDown = true;

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy store"), await bot.BrowseAsync("/readyz"));
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await bot.BrowseAsync("/healthz"));
        bot.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy store alarms"), await bot.BrowseAsync("/readyz"));

        bot.Trouble.IsDown = false;
        bot.Clock.Advance(TimeSpan.FromSeconds(1));
        await bot.RingAsync();
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await bot.BrowseAsync("/readyz"));
    }

    [Fact]
    public async Task The_store_is_asked_once_a_second_however_many_ask()
    {
        await using var bot = await BotFixture.StartAsync();
        await bot.BrowseAsync("/readyz");
        bot.Trouble.IsDown = true;

        Assert.Equal((HttpStatusCode.OK, "Healthy"), await bot.BrowseAsync("/readyz"));
        bot.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy store"), await bot.BrowseAsync("/readyz"));
    }

    [Fact]
    public async Task A_bot_that_does_not_know_the_keys_of_tokens_is_not_ready()
    {
        // Nobody listens there.
        await using var bot = await BotFixture.StartAsync(
            settings:
            [
                "--Bot:AppId=22222222-2222-2222-2222-222222222222",
                "--Bot:TenantId=11111111-1111-1111-1111-111111111111",
                $"--Bot:OpenIdMetadata=http://127.0.0.1:{ChildProcess.FreePort()}/keys",
            ]
        );

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy keys"), await bot.BrowseAsync("/readyz"));
    }
}
