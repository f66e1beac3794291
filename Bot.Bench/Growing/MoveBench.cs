using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Milestones.Storage;

namespace Milestones.Bench.Growing;

/// <summary>
/// <c>move</c>: a school's file into a Cosmos DB container by the command that schools use, <c>move-store</c>; how long
/// it takes beside the emulator, and what the service would charge by its published table.
/// </summary>
internal static class MoveBench
{
    /// <summary>The whole move shall be over before a lesson's break is.</summary>
    private static readonly TimeSpan Budget = TimeSpan.FromMinutes(5);

    /// <param name="archived">Archived documents beside each student's own.</param>
    public static async Task<int> RunAsync(int students, int archived)
    {
        CosmosServer.PrepareClients();
        var folder = Directory.CreateTempSubdirectory("milestones-bench-");
        try
        {
            var file = Path.Combine(folder.FullName, "school.db");
            var school = await FilledSchool.WriteAsync(file, students, archived);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{students:N0} students: {school.Documents:N0} documents, {school.Bytes / 1e6:N0} MB of JSON"
                )
            );
            await using var server = await CosmosServer.StartAsync();
            var settings = Settings(file, server.Endpoint);
            await CommandAsync("init-store", settings);
            var since = Stopwatch.GetTimestamp();
            var code = await CommandAsync("move-store", settings);
            var took = Stopwatch.GetElapsedTime(since);
            Console.WriteLine(
                JsonSerializer.Serialize(
                    new
                    {
                        move = new
                        {
                            students,
                            documents = school.Documents,
                            megabytes = Math.Round(school.Bytes / 1e6, 1),
                            seconds = Math.Round(took.TotalSeconds, 1),
                            budgetSeconds = Budget.TotalSeconds,
                            documentsPerSecond = Math.Round(school.Documents / took.TotalSeconds),
                            requestUnits = Math.Round(school.Units),
                            requestUnitsPerSecond = Math.Round(school.Units / Budget.TotalSeconds),
                            complete = code == 0,
                        },
                    }
                )
            );
            return code == 0 && took < Budget ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IConfiguration Settings(string file, Uri endpoint) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Store:Provider"] = "Cosmos",
                    ["Store:Sqlite:Path"] = file,
                    ["Store:Cosmos:Endpoint"] = endpoint.ToString(),
                    ["Store:Cosmos:Key"] = CosmosServer.Key,
                    ["Store:Cosmos:Mode"] = "Gateway",
                }
            )
            .Build();

    private static async Task<int> CommandAsync(string command, IConfiguration settings) =>
        await StoreCommands.RunAsync([command], settings, Console.Out, CancellationToken.None) ?? 1;
}
