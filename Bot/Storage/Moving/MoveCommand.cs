using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Milestones.Storage.Cosmos;
using Milestones.Storage.Sqlite;

namespace Milestones.Storage.Moving;

/// <summary>
/// <c>move-store</c>: from the file of <c>Store:Sqlite</c> into the empty container of <c>Store:Cosmos</c>, without a
/// file in between.
/// </summary>
internal static class MoveCommand
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int WrongUsage = 2;

    private const int Named = 20;

    /// <returns>The exit code.</returns>
    /// <exception cref="StoreUnavailableException">One of the stores cannot be used; the message says why.</exception>
    /// <exception cref="InvalidDataException">The container is not this move's to fill.</exception>
    public static async Task<int> RunAsync(
        StoreOptions options,
        TimeProvider clock,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        var database = Path.GetFullPath(options.Sqlite.Path);
        if (await ProblemAsync(options, database, cancellationToken) is { } problem)
        {
            await output.WriteLineAsync(problem);
            return WrongUsage;
        }

        using var charge = RequestCharge.Begin();
        using var from = new SqliteDocumentStore(database, clock, NullLogger<SqliteDocumentStore>.Instance);
        using var to = StorageRegistration.Open(Cosmos(options), clock, NullLoggerFactory.Instance);
        await to.PrepareAsync(cancellationToken);
        var result = await new StoreMove(database, from, to, NameOf(options.Cosmos), clock, output).RunAsync(
            cancellationToken
        );
        await SayAsync(result, charge.Total, output);
        if (result.Different is [])
        {
            await output.WriteLineAsync(
                $"Compared: {NameOf(options.Cosmos)} holds all {result.Documents} documents of {database}, each as it "
                    + "is there. Set Store:Provider to Cosmos and start the bots."
            );
            return Done;
        }

        foreach (var key in result.Different.Take(Named))
            await output.WriteLineAsync($"Not as in the file: {key.Partition} {key.Id}");
        await output.WriteLineAsync(
            $"{result.Different.Count} documents are not in the container as they are in {database}. Stop every bot, "
                + $"make the container anew, delete {database}-moving, and run the same command."
        );
        return Failed;
    }

    private static Task SayAsync(MoveResult result, double units, TextWriter output) =>
        output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{result.Documents} documents, {result.Bytes / 1e6:0.0} MB: {result.Copying.TotalSeconds:0.0} s to "
                    + $"copy, {result.Comparing.TotalSeconds:0.0} s to compare; {units:0} request units, as the "
                    + $"service counted."
            )
        );

    private static async Task<string?> ProblemAsync(
        StoreOptions options,
        string database,
        CancellationToken cancellationToken
    )
    {
        if (new StoreOptionsCheck().Validate(name: null, Cosmos(options)) is { Failed: true } wrong)
            return wrong.FailureMessage;
        if (!File.Exists(database))
            return $"{database} does not exist. Store:Sqlite:Path names the file that is moved.";
        return await ControlClient.IsRunningAsync(database, cancellationToken)
            ? $"A bot runs on {database}. Stop it first: what is said during a move would be left behind."
            : null;
    }

    private static StoreOptions Cosmos(StoreOptions options) =>
        new() { Provider = StoreProvider.Cosmos, Cosmos = options.Cosmos };

    private static string NameOf(CosmosOptions options) =>
        $"{options.Database}/{options.Container} at {options.Endpoint}";
}
