using System.Text.Json.Nodes;
using Milestones.Host.Playground;
using Milestones.Tests.Support;

namespace Milestones.Tests.Playground;

[Collection(PlaygroundJourneys.Name)]
public sealed class PlaygroundHostTests
{
    [PlaygroundFact]
    public async Task The_chat_window_opens_with_the_bot_and_ends_when_the_bot_is_killed()
    {
        using var installed = await InstalledNpx.CreateAsync();
        await using var bot = await BotProcess.StartAsync(
            new("Playground__Enabled", "true"),
            new("PATH", installed.SearchPath)
        );

        var window = new Uri((await bot.Running.WrittenAsync("Chat with the bot at ")).Split(' ')[0]);
        Assert.True(await ChildProcess.AnswersAsync(new(window, "_debug/ping")));

        await bot.Running.AbandonAsync();
        await ChildProcess.SilentAsync(new(window, "_debug/ping"));
    }

    [Fact]
    public async Task Without_Node_the_bot_runs_and_prints_the_one_line_to_start_the_chat_window()
    {
        await using var bot = await BotProcess.StartAsync(new("Playground__Enabled", "true"), new("PATH", "/nowhere"));

        var line = await bot.Running.WrittenAsync("npx --yes -p @microsoft/m365agentsplayground@");

        Assert.EndsWith(
            $" agentsplayground start -e {bot.Messages} -c msteams --disable-telemetry",
            line,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Tests_and_development_use_the_same_version()
    {
        var tested = JsonNode.Parse(
            await File.ReadAllTextAsync(Path.Combine(Repository.Root, "Bot.Tests", "Support", "npm", "package.json"))
        )!;

        Assert.Equal(
            PlaygroundCommand.Package,
            $"@microsoft/m365agentsplayground@{tested["dependencies"]!["@microsoft/m365agentsplayground"]}"
        );
    }

    /// <summary>
    /// An npx that starts the installed package in place of fetching it: tests reach no registry but npm's own install.
    /// </summary>
    private sealed class InstalledNpx : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("milestones-npx-");

        public string SearchPath =>
            $"{_folder.FullName}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";

        public static async Task<InstalledNpx> CreateAsync()
        {
            var cli = await NpmPackages.FileAsync("@microsoft/m365agentsplayground/cli.js");
            var npx = new InstalledNpx();
            var script = Path.Combine(npx._folder.FullName, "npx");
            await File.WriteAllTextAsync(
                script,
                $"#!/bin/sh\nshift 4 # --yes -p PACKAGE agentsplayground\nnode '{cli}' \"$@\"\n"
            );
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            return npx;
        }

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
