using Microsoft.Data.Sqlite;

namespace Milestones.Storage.Sqlite;

/// <summary>Copies of a whole database file, made and taken back while bots use it.</summary>
/// <remarks>
/// Both directions go through SQLite's own backup (https://www.sqlite.org/backup.html): a bot sees a restore as one
/// commit.
/// </remarks>
internal static class SqliteBackup
{
    /// <summary>
    /// Writes the present state of the store to a new file, checked and complete or not there at all. Returns how many
    /// documents it holds.
    /// </summary>
    /// <exception cref="StoreUnavailableException">One of the files cannot be used; the message says why.</exception>
    public static long Backup(SqliteFile store, string target)
    {
        var part = target + ".part";
        File.Delete(part);
        try
        {
            var documents = Explained(
                store.Path,
                () =>
                {
                    using var from = store.OpenToRead();
                    return Explained(part, () => Copy(from, part));
                }
            );
            File.Move(part, target);
            return documents;
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>
    /// Puts the state of a checked backup in place of the store's, in one step that happens wholly or not at all.
    /// Returns how many documents it holds.
    /// </summary>
    /// <exception cref="StoreUnavailableException">One of the files cannot be used; the store is as it was.</exception>
    public static long Restore(string backup, SqliteFile store) =>
        Explained(
            store.Path,
            () =>
            {
                using var to = store.Open();
                var documents = Restore(backup, to);
                using var commits = new SqliteCommits(store.Path);
                commits.Accept(to);
                return documents;
            }
        );

    /// <summary>The same through a connection that writes to the store, outside of any transaction.</summary>
    /// <exception cref="SqliteException">The store cannot be written to now; it is as it was.</exception>
    public static long Restore(string backup, SqliteConnection to)
    {
        using var from = Explained(backup, () => Connect(backup, SqliteOpenMode.ReadOnly));
        from.BackupDatabase(to);
        return Count(to);
    }

    /// <summary>Sees that a file is a sound backup which this bot can read.</summary>
    /// <exception cref="StoreUnavailableException">It is not; the message says why.</exception>
    public static void Check(string backup) =>
        Explained(
            backup,
            () =>
            {
                using var connection = Connect(backup, SqliteOpenMode.ReadOnly);
                Check(connection, backup);
                return true;
            }
        );

    /// <summary>How many documents of two files are in one and not so in the other.</summary>
    /// <exception cref="StoreUnavailableException">One of the files cannot be used; the message says why.</exception>
    public static long Different(string one, string other) =>
        Explained(
            other,
            () =>
            {
                using var connection = Connect(other, SqliteOpenMode.ReadOnly);
                using (var attach = connection.CreateCommand())
                {
                    attach.CommandText = "ATTACH $file AS backup";
                    attach.Parameters.AddWithValue("$file", one);
                    attach.ExecuteNonQuery();
                }

                return (long)
                    connection.Scalar(
                        """
                        SELECT (
                            SELECT count(*) FROM main.Document AS one LEFT JOIN backup.Document AS other USING (pk, id)
                            WHERE (one.kind, one.version, one.wake_at, one.expires_at, one.json)
                                IS NOT (other.kind, other.version, other.wake_at, other.expires_at, other.json)
                        ) + (
                            SELECT count(*) FROM backup.Document AS other LEFT JOIN main.Document AS one USING (pk, id)
                            WHERE one.kind IS NULL
                        )
                        """
                    )!;
            }
        );

    /// <summary>A file that nobody uses, with those that belong to it.</summary>
    public static void Delete(string file)
    {
        foreach (var ending in (string[])["", "-wal", "-shm", SqliteCommits.Ending])
            File.Delete(file + ending);
    }

    private static long Copy(SqliteConnection from, string part)
    {
        using var to = Connect(part, SqliteOpenMode.ReadWriteCreate);
        from.BackupDatabase(to);
        // One plain file, which can be read from anywhere, also from a read-only disk.
        to.Execute("PRAGMA journal_mode = DELETE");
        Check(to, from.DataSource);
        return Count(to);
    }

    private static void Check(SqliteConnection connection, string path)
    {
        if (connection.Scalar("PRAGMA integrity_check(1)") is not "ok")
            throw new StoreUnavailableException(SqliteFault.Damaged(path));
        if (
            connection.Scalar("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'Document'") is not 1L
        )
        {
            throw new StoreUnavailableException($"{path} is not a backup of this bot's store.");
        }

        if (connection.Scalar("PRAGMA user_version") is not (long)SqliteFile.SchemaVersion)
        {
            throw new StoreUnavailableException(
                $"{path} was written by a newer version of this bot. Restore it with that version."
            );
        }
    }

    private static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        if (mode == SqliteOpenMode.ReadWriteCreate)
            PrivateFile.MakeWhereMissing(path);
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = mode,
                Pooling = false,
            }.ToString()
        );
        connection.Open();
        return connection;
    }

    private static long Count(SqliteConnection connection) => (long)connection.Scalar("SELECT count(*) FROM Document")!;

    private static T Explained<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException fault)
        {
            throw SqliteFault.Explain(fault, path);
        }
    }
}
