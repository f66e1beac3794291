using System.Diagnostics;
using Milestones.Storage.Cosmos;
using Milestones.Tests.Support;

namespace Milestones.Tests.Storage;

/// <summary>
/// The bot's own program, killed with -9 under load: what was acknowledged is there, nothing was done twice, and every
/// message was sent by its
/// policy. The rounds are those of <c>Bot.Bench durability</c>, which runs hundreds of them.
/// </summary>
[Collection(CosmosGroup.Name)]
public sealed class DurabilityTests(CosmosEmulator emulator)
{
    [Fact]
    public Task A_bot_that_is_killed_again_and_again_loses_nothing_and_does_nothing_twice() =>
        PassesAsync(rounds: 5, processes: 1, students: 8);

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public Task Bots_on_one_file_stand_in_for_the_one_that_is_killed(int processes) =>
        PassesAsync(rounds: 1, processes, students: 8);

    [CosmosFact]
    public async Task Two_bots_on_Cosmos_DB_stand_in_for_the_one_that_is_killed()
    {
        var store = emulator.Fresh();
        using (var client = CosmosConnection.Client(store))
            await CosmosContainer.CreateAsync(client, store, CancellationToken.None);

        await PassesAsync(
            rounds: 1,
            processes: 2,
            students: 4,
            new()
            {
                ["Store__Provider"] = "Cosmos",
                ["Store__Cosmos__Endpoint"] = store.Endpoint!.OriginalString,
                ["Store__Cosmos__Key"] = store.Key,
                ["Store__Cosmos__Database"] = store.Database,
                ["Store__Cosmos__Mode"] = $"{store.Mode}",
            }
        );
    }

    private static async Task PassesAsync(
        int rounds,
        int processes,
        int students,
        Dictionary<string, string>? settings = null
    )
    {
        var start = new ProcessStartInfo(
            Programs.Find("dotnet") ?? "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "Bot.Bench.dll"),
                "durability",
                "--rounds",
                $"{rounds}",
                "--processes",
                $"{processes}",
                "--students",
                $"{students}",
            ]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings ?? [])
            start.Environment[name] = value;

        using var bench = Process.Start(start)!;
        var output = await Task.WhenAll(bench.StandardOutput.ReadToEndAsync(), bench.StandardError.ReadToEndAsync());
        await bench.WaitForExitAsync();
        Assert.True(bench.ExitCode == 0, string.Concat(output));
        Assert.Equal(
            0,
            System.Text.Json.JsonElement.Parse(output[0].TrimEnd().Split('\n')[^1]).GetProperty("faults").GetInt32()
        );
    }
}
