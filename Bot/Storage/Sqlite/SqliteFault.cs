using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Milestones.Storage.Sqlite;

/// <summary>What SQLite's result codes mean for whoever runs the bot.</summary>
internal static class SqliteFault
{
    public static StoreUnavailableException Explain(SqliteException fault, string path) =>
        new(Advice(fault, path), fault);

    public static string Damaged(string path) =>
        $"{path} is damaged or not a database. Stop the bot, move the file and its -wal and -shm away "
        + "(keep them), and run: restore FILE with the last backup.";

    // https://www.sqlite.org/rescode.html
    private static string Advice(SqliteException fault, string path) =>
        fault.SqliteErrorCode switch
        {
            raw.SQLITE_FULL => $"The disk that holds {path} is full. Free some space; the bot goes on by itself.",
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED =>
                $"Another program keeps {path} locked. Close it (a database browser, a copy, a virus "
                    + "scan); the bot goes on by itself.",
            raw.SQLITE_READONLY or raw.SQLITE_PERM =>
                $"{path} or its folder is read-only. Let the bot's account write to both; the bot goes on by itself.",
            raw.SQLITE_CANTOPEN =>
                $"{path} cannot be opened. See that its folder exists and that the bot's account may "
                    + "write there; the bot goes on by itself.",
            raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => Damaged(path),
            raw.SQLITE_IOERR => $"The disk that holds {path} failed (code {fault.SqliteExtendedErrorCode}). Look at "
                + "the disk and at the system's log; the bot goes on by itself when it works.",
            _ => $"SQLite cannot use {path} (code {fault.SqliteExtendedErrorCode}: {fault.Message})",
        };
}
