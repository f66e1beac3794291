using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>A deployment replaces a bot while somebody talks to it.</summary>
public sealed class StopJourneys
{
    [Fact]
    public async Task A_stop_waits_for_the_turn_that_is_under_way_and_for_its_answer()
    {
        await using var bot = await BotFixture.StartAsync();
        var student = bot.Student();
        await student.OpensAsync();
        var (begun, goOn) = (Signal(), Signal());
        bot.Trouble.BeforeReplace = async (_, _) =>
        {
            begun.TrySetResult();
            await goOn.Task;
        };
        var sent = bot.Connector.Messages.Count;

        var turn = bot.PostAsync(student.Message("i want to get better at fractions").ToJsonString());
        await begun.Task.WaitAsync(ConnectorStub.Patience);
        var stopping = bot.StopAsync();
        Assert.False(stopping.IsCompleted);
        goOn.SetResult();

        Assert.Equal(HttpStatusCode.OK, (await turn).StatusCode);
        await stopping.WaitAsync(ConnectorStub.Patience);
        Assert.Equal(sent + 1, bot.Connector.Messages.Count);
        bot.Trouble.BeforeReplace = null;
        await bot.CrashAsync();
        var person = await bot.PersonAsync(student);
        Assert.NotNull(person!.Dialog);
        Assert.Empty(person.Outbox.Entries);
    }

    /// <summary>Container platforms kill after 10 to 30 seconds: what is left is left to the alarms.</summary>
    [Fact]
    public async Task A_stop_takes_ten_seconds_at_the_most()
    {
        HostOptions? host = null;
        await using var bot = await BotFixture.StartAsync(change: services =>
            services.AddSingleton<IHostedService>(provider =>
            {
                host = provider.GetRequiredService<IOptions<HostOptions>>().Value;
                return new Nothing();
            })
        );

        Assert.Equal(TimeSpan.FromSeconds(10), host!.ShutdownTimeout);
    }

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed class Nothing : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
