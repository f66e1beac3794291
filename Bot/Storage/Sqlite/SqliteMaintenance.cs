using System.Globalization;

namespace Milestones.Storage.Sqlite;

/// <summary>
/// <c>backup FILE</c> and <c>restore FILE</c>: done by the bot that runs on the store (<see cref="ControlService"/>),
/// by the command itself where none does.
/// </summary>
/// <param name="restore">Puts a checked backup in place of what is there; how many documents it holds.</param>
internal sealed class SqliteMaintenance(SqliteFile store, Func<string, Task<long>> restore)
{
    public const string Backup = "backup";
    public const string Restore = "restore";

    private const int Done = 0;
    private const int WrongUsage = 2;

    /// <summary>Does it and says so; the command's exit code.</summary>
    /// <exception cref="StoreUnavailableException">One of the files cannot be used; the store is as it was.</exception>
    public async Task<int> RunAsync(string command, string file, TextWriter output) =>
        command switch
        {
            Backup when File.Exists(file) => await RefuseAsync(output, $"{file} exists already. Give a new name."),
            Backup => await BackupAsync(file, output),
            Restore when !File.Exists(file) => await RefuseAsync(output, $"{file} does not exist."),
            Restore => await RestoreAsync(file, output),
            _ => await RefuseAsync(output, $"The bot that runs knows no {command}."),
        };

    private static async Task<int> RefuseAsync(TextWriter output, string why)
    {
        await output.WriteLineAsync(why);
        return WrongUsage;
    }

    private async Task<int> BackupAsync(string file, TextWriter output)
    {
        var documents = SqliteBackup.Backup(store, file);
        await output.WriteLineAsync($"{file} holds {documents} documents, complete and checked.");
        return Done;
    }

    private async Task<int> RestoreAsync(string file, TextWriter output)
    {
        SqliteBackup.Check(file);
        if (File.Exists(store.Path))
        {
            var kept = FreeName($"{store.Path}.before-restore");
            SqliteBackup.Backup(store, kept);
            await output.WriteLineAsync($"What was there is kept in {kept}.");
        }

        var documents = await restore(file);
        await output.WriteLineAsync($"{store.Path} holds the {documents} documents of {file} again.");
        return Done;
    }

    private static string FreeName(string start) =>
        Enumerable
            .Range(1, int.MaxValue)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"{start}-{number}"))
            .First(name => !File.Exists(name));
}
