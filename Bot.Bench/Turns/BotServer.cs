using System.Globalization;

namespace Milestones.Bench.Turns;

/// <summary>The bot as its own program makes it, with one route more: its counters.</summary>
internal static class BotServer
{
    public static async Task<int> RunAsync(int port, string database)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["environment"] = "Development", // a bot without a registration, which takes messages of this machine
            ["Urls"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"),
            ["Store:Sqlite:Path"] = database,
            ["Playground:Enabled"] = "false",
        };
        var app = BotApplication.Build([
            .. settings.Concat(WideLimits.Settings).Select(setting => $"--{setting.Key}={setting.Value}"),
        ]);
        Counters.Map(app);
        await app.RunAsync();
        return 0;
    }
}
