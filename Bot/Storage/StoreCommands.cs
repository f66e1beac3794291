using Microsoft.Extensions.Logging.Abstractions;
using Milestones.Storage.Cosmos;
using Milestones.Storage.Moving;
using Milestones.Storage.Sqlite;

namespace Milestones.Storage;

/// <summary>What whoever runs the bot does with its store: <c>dotnet run --project Bot -- COMMAND [FILE]</c>.</summary>
internal static class StoreCommands
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int WrongUsage = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Runs the command that the arguments name, on the store that the settings name; its exit code, or null when they
    /// name none and the bot is to start.
    /// </summary>
    public static async Task<int?> RunAsync(
        string[] args,
        IConfiguration configuration,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        Func<StoreOptions, Task<int>>? command = args switch
        {
            ["init-store", ..] => options => InitAsync(options, output, cancellationToken),
            ["backup", var file, ..] => options => BackupAsync(options, file, output, cancellationToken),
            ["backup-nightly", var folder, ..] => options => NightlyAsync(options, folder, output, cancellationToken),
            ["restore", var file, ..] => options => RestoreAsync(options, file, output, cancellationToken),
            ["export-store", var file, ..] => options => ExportAsync(options, file, output, cancellationToken),
            ["import-store", var file, ..] => options => ImportAsync(options, file, output, cancellationToken),
            ["move-store", ..] => options =>
                MoveCommand.RunAsync(options, TimeProvider.System, output, cancellationToken),
            ["backup-nightly"] => _ =>
                SayAsync(output, WrongUsage, "Into which folder? Give it after the command: backup-nightly FOLDER"),
            ["backup" or "restore" or "export-store" or "import-store"] => _ =>
                SayAsync(output, WrongUsage, $"Which file? Give it after the command: {args[0]} FILE"),
            _ => null,
        };
        return command is null ? null : await RunAsync(command, configuration, output);
    }

    private static async Task<int> RunAsync(
        Func<StoreOptions, Task<int>> command,
        IConfiguration configuration,
        TextWriter output
    )
    {
        try
        {
            var options = configuration.GetSection(StoreOptions.Section).Get<StoreOptions>() ?? new();
            return new StoreOptionsCheck().Validate(name: null, options) is { Failed: true } wrong
                ? await SayAsync(output, WrongUsage, wrong.FailureMessage)
                : await command(options);
        }
        catch (Exception fault)
            when (fault
                    is StoreUnavailableException
                        or InvalidDataException
                        or IOException
                        or UnauthorizedAccessException
                        or InvalidOperationException
            )
        {
            return await SayAsync(output, Failed, fault.Message);
        }
    }

    /// <summary>Does something with the store that the settings name, and says what went wrong there.</summary>
    public static Task<int> OnStoreAsync(
        Func<IDocumentStore, Task<int>> command,
        IConfiguration configuration,
        TextWriter output,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            async options =>
            {
                using var store = await OpenAsync(options, cancellationToken);
                return await command(store);
            },
            configuration,
            output
        );

    private static async Task<int> InitAsync(
        StoreOptions options,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        if (options.Provider == StoreProvider.Cosmos)
        {
            var cosmos = options.Cosmos;
            using var client = CosmosConnection.Client(cosmos);
            var made = await CosmosContainer.CreateAsync(client, cosmos, cancellationToken);
            return await SayAsync(
                output,
                Done,
                $"{cosmos.Database}/{cosmos.Container} at {cosmos.Endpoint} "
                    + $"{(made ? "is made." : "was there already.")}"
            );
        }

        using var store = await OpenAsync(options, cancellationToken);
        return await SayAsync(output, Done, $"{Path.GetFullPath(options.Sqlite.Path)} is ready.");
    }

    private static Task<int> BackupAsync(
        StoreOptions options,
        string file,
        TextWriter output,
        CancellationToken cancellationToken
    ) =>
        options.Provider == StoreProvider.Sqlite
            ? MaintainAsync(options, SqliteMaintenance.Backup, file, output, cancellationToken)
            : SayAsync(
                output,
                WrongUsage,
                "Cosmos DB backs itself up (set continuous backup on the account). For a file of your "
                    + "own use export-store."
            );

    private static async Task<int> NightlyAsync(
        StoreOptions options,
        string folder,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        if (options.Provider != StoreProvider.Sqlite)
            return await SayAsync(output, WrongUsage, "backup-nightly is for the SQLite store.");
        if (!Directory.Exists(folder))
            return await SayAsync(output, WrongUsage, $"The folder {folder} does not exist.");
        try
        {
            await output.WriteLineAsync($"A backup every night at {NightlyBackup.At:HH:mm}, into {folder}.");
            var file = new SqliteFile(options.Sqlite.Path, Patience);
            await new NightlyBackup(file, folder, TimeProvider.System, output).RunAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Stopped, as it is meant to be.
        }

        return Done;
    }

    private static Task<int> RestoreAsync(
        StoreOptions options,
        string file,
        TextWriter output,
        CancellationToken cancellationToken
    ) =>
        options.Provider == StoreProvider.Sqlite
            ? MaintainAsync(options, SqliteMaintenance.Restore, file, output, cancellationToken)
            : SayAsync(
                output,
                WrongUsage,
                "restore is for the SQLite store. Cosmos DB is restored in the Azure portal; a file "
                    + "of export-store is taken back by import-store."
            );

    /// <summary>The bot that runs on the store does it; where none runs, this process.</summary>
    private static async Task<int> MaintainAsync(
        StoreOptions options,
        string command,
        string file,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        var store = new SqliteFile(options.Sqlite.Path, Patience);
        var absolute = Path.GetFullPath(file);
        return await ControlClient.AskAsync(store.Path, command, absolute, output, cancellationToken)
            ?? await new SqliteMaintenance(
                store,
                backup => Task.FromResult(SqliteBackup.Restore(backup, store))
            ).RunAsync(command, absolute, output);
    }

    private static async Task<int> ExportAsync(
        StoreOptions options,
        string file,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        if (File.Exists(file))
            return await SayAsync(output, WrongUsage, $"{file} exists already. Give a new name.");
        using var store = await OpenAsync(options, cancellationToken);
        var documents = await new StoreExport(store, TimeProvider.System, output).RunAsync(file, cancellationToken);
        return await SayAsync(output, Done, $"{file} holds {documents} documents and is complete.");
    }

    private static async Task<int> ImportAsync(
        StoreOptions options,
        string file,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        var export = await ExportFile.OpenAsync(file, cancellationToken);
        using var store = await OpenAsync(options, cancellationToken);
        var result = await new StoreImport(store, TimeProvider.System, output).RunAsync(export, cancellationToken);
        await output.WriteLineAsync($"{result.Written} documents written, {result.Present} were there already.");
        if (result.Different is [])
        {
            return await SayAsync(
                output,
                Done,
                $"Compared: the store holds all {export.Documents} documents of {file}, each as it is there."
            );
        }

        foreach (var key in result.Different.Take(20))
            await output.WriteLineAsync($"Not as in the file: {key.Partition} {key.Id}");
        return await SayAsync(
            output,
            Failed,
            $"{result.Different.Count} documents are not in the store as they are in {file}. Import "
                + "into an empty store, with no bot running on it."
        );
    }

    private static async Task<IDocumentStore> OpenAsync(StoreOptions options, CancellationToken cancellationToken)
    {
        var store = StorageRegistration.Open(options, TimeProvider.System, NullLoggerFactory.Instance);
        try
        {
            await store.PrepareAsync(cancellationToken);
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    private static async Task<int> SayAsync(TextWriter output, int code, string line)
    {
        await output.WriteLineAsync(line);
        return code;
    }
}
