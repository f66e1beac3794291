using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Milestones.Storage.Sqlite;

/// <summary>One database file: opening it, and the schema inside.</summary>
/// <param name="path">Absolute, or relative to the working directory.</param>
/// <param name="patience">How long a statement waits for another process that holds the file.</param>
internal sealed class SqliteFile(string path, TimeSpan patience)
{
    /// <summary>Kept in <c>user_version</c>. A file with a higher number was written by a newer bot.</summary>
    public const int SchemaVersion = 1;

    // A rowid table: documents of kilobytes would make the interior pages of a clustered one large.
    private const string Schema = """
        CREATE TABLE Document (
            pk TEXT NOT NULL,
            id TEXT NOT NULL,
            kind TEXT NOT NULL,
            version INTEGER NOT NULL,
            wake_at INTEGER,
            expires_at INTEGER,
            json BLOB NOT NULL,
            PRIMARY KEY (pk, id)
        ) STRICT;
        CREATE INDEX Document_wake_at ON Document (wake_at) WHERE wake_at IS NOT NULL;
        CREATE INDEX Document_expires_at ON Document (expires_at) WHERE expires_at IS NOT NULL;
        PRAGMA user_version = 1;
        """;

    private static readonly System.Version OldestLibrary = new(3, 51, 3);

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public TimeSpan Patience { get; } = patience;

    /// <summary>
    /// A connection whose commits survive a power cut; makes the file and its schema when there is none.
    /// </summary>
    /// <exception cref="SqliteException">The file cannot be used now.</exception>
    /// <exception cref="StoreUnavailableException">The file is not one this bot may write to.</exception>
    public SqliteConnection Open()
    {
        var connection = Connect(Path, SqliteOpenMode.ReadWriteCreate);
        try
        {
            CheckLibrary(connection.ServerVersion);
            Configure(connection);
            EnsureSchema(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <exception cref="StoreUnavailableException">Before 3.51.3 the library can damage a file that several processes
    /// use.</exception>
    public static void CheckLibrary(string version)
    {
        if (System.Version.Parse(version) < OldestLibrary)
        {
            throw new StoreUnavailableException(
                $"The SQLite library is {version}; before {OldestLibrary} it can damage a file that several processes "
                    + "use (https://www.sqlite.org/wal.html#walresetbug). Take the library that comes with the bot."
            );
        }
    }

    /// <summary>The same for reading; nothing can be written through it.</summary>
    public SqliteConnection OpenToRead()
    {
        var connection = Open();
        connection.Execute("PRAGMA query_only = ON");
        return connection;
    }

    private SqliteConnection Connect(string file, SqliteOpenMode mode)
    {
        var settings = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = Math.Max(1, (int)Math.Ceiling(Patience.TotalSeconds)),
        };
        if (mode == SqliteOpenMode.ReadWriteCreate)
            PrivateFile.MakeWhereMissing(file);
        var connection = new SqliteConnection(settings.ToString());
        connection.Open();
        return connection;
    }

    private void Configure(SqliteConnection connection)
    {
        _ = raw.sqlite3_busy_timeout(connection.Handle, (int)Patience.TotalMilliseconds);
        if (connection.Scalar("PRAGMA journal_mode = WAL") is not "wal")
        {
            throw new StoreUnavailableException(
                $"{Path} cannot be kept in WAL mode. Put it on a local disk (not a network share) that "
                    + "the bot may write to."
            );
        }

        // A checkpoint after 8,000 pages (32 MB) and not after 1,000: it flushes the file a second time while every
        // writer waits, and pages that
        // were written again and again meanwhile go into the file once.
        connection.Execute(
            "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 8000; PRAGMA journal_size_limit = 67108864; "
                // What is deleted or replaced is overwritten, not only given back.
                + "PRAGMA secure_delete = ON;"
        );
    }

    private void EnsureSchema(SqliteConnection connection)
    {
        if (Version(connection) == SchemaVersion)
            return;
        connection.Execute("BEGIN IMMEDIATE");
        try
        {
            // Read again under the lock: another process may have made it meanwhile.
            var version = Version(connection);
            if (version > SchemaVersion)
            {
                throw new StoreUnavailableException(
                    $"{Path} was written by a newer version of this bot (schema {version}, this one "
                        + $"knows {SchemaVersion}). Start the newer version."
                );
            }

            if (version == 0)
            {
                if (connection.Scalar("SELECT count(*) FROM sqlite_schema") is not 0L)
                {
                    throw new StoreUnavailableException(
                        $"{Path} is another program's database. Point Store:Sqlite:Path to a file of the bot's own."
                    );
                }

                connection.Execute(Schema);
            }

            connection.Execute("COMMIT");
        }
        catch
        {
            _ = raw.sqlite3_exec(connection.Handle, "ROLLBACK");
            throw;
        }
    }

    private static long Version(SqliteConnection connection) => (long)connection.Scalar("PRAGMA user_version")!;
}
