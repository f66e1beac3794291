using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Milestones.Tests.Support;

/// <summary>
/// The bot as it is, alarms and limits included, on loopback in the test's own process: so that a chat window can be
/// looked at weeks later.
/// </summary>
internal sealed class BotInProcess : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly WebApplication _app;

    private BotInProcess() =>
        _app = BotApplication.Build(
            [
                "--environment=Development",
                "--urls=http://127.0.0.1:0",
                "--Playground:Enabled=false",
                $"--Store:Sqlite:Path={_folder.File("milestones.db")}",
            ],
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.AddSingleton<TimeProvider>(Clock);
            }
        );

    /// <summary>It is Monday morning, in September.</summary>
    public RunningClock Clock { get; } = new(PureChat.Monday);

    /// <summary>Where a chat window sends what people write.</summary>
    public Uri Messages => new(new Uri(_app.Urls.Single()), "/api/messages");

    public static async Task<BotInProcess> StartAsync()
    {
        var bot = new BotInProcess();
        await bot._app.StartAsync();
        return bot;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}
