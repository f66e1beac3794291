using Milestones.Channel.Sending;
using Milestones.Channel.Teams;
using Milestones.Features.Safety;
using Milestones.Host;
using Milestones.Host.Playground;
using Milestones.Pages;
using Milestones.Reading;
using Milestones.Storage;
using Milestones.Turns;

namespace Milestones;

/// <summary>The rooms, put together.</summary>
internal static class BotApplication
{
    /// <summary>The settings alone, for commands that need no bot.</summary>
    public static IConfiguration Configuration() =>
        WebApplication
            .CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory })
            .Configuration;

    /// <param name="change">The last word on settings and services, for tests that run the same bot on
    /// loopback.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? change = null)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory }
        );
        builder.WebHost.ConfigureKestrel(ServerLimits.Set);
        builder.Services.AddStore(builder.Configuration);
        builder.Services.AddTeams(builder.Configuration, builder.Environment);
        builder.Services.AddOutbox();
        builder.Services.AddSafety(builder.Configuration);
        builder.Services.AddReading();
        builder.Services.AddGoalCoach(builder.Configuration, builder.Environment);
        builder.Services.AddPages();
        builder.Services.AddSingleton<Warming>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<Warming>());
        builder.Services.AddPages();
        builder.Services.AddScheduling();
        builder.Services.AddPlayground(builder.Configuration, builder.Environment);
        builder.Services.AddHealth();
        builder.Services.AddTelemetry(builder.Configuration);
        change?.Invoke(builder);

        var app = builder.Build();
        app.MapMessages();
        app.MapPages();
        app.MapHealth();
        return app;
    }
}
