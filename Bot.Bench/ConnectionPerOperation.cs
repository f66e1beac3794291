using Microsoft.Data.Sqlite;

namespace Milestones.Bench;

/// <summary>
/// What one would write first with <c>Microsoft.Data.Sqlite</c>: a pooled connection per operation, its pragmas set on
/// opening, the same file layout.
/// </summary>
internal sealed class ConnectionPerOperation(string path)
{
    private readonly string _settings = new SqliteConnectionStringBuilder { DataSource = path }.ToString();

    /// <summary>Reads one document and replaces it if it is still the version that was read.</summary>
    public bool ReadAndReplace(string partition, byte[] json)
    {
        long version;
        using (var connection = Open())
        {
            using var read = connection.CreateCommand();
            read.CommandText = "SELECT version, wake_at, expires_at, json FROM Document WHERE pk = $pk AND id = 'head'";
            read.Parameters.AddWithValue("$pk", partition);
            using var reader = read.ExecuteReader();
            reader.Read();
            version = reader.GetInt64(0);
            _ = reader.GetFieldValue<byte[]>(3);
        }

        using (var connection = Open())
        {
            using var replace = connection.CreateCommand();
            replace.CommandText =
                "UPDATE Document SET version = $next, wake_at = $wake, json = $json WHERE pk = $pk "
                + "AND id = 'head' AND version = $version";
            replace.Parameters.AddWithValue("$next", Random.Shared.NextInt64());
            replace.Parameters.AddWithValue("$wake", Random.Shared.NextInt64(1L << 41, 1L << 42));
            replace.Parameters.AddWithValue("$json", json);
            replace.Parameters.AddWithValue("$pk", partition);
            replace.Parameters.AddWithValue("$version", version);
            return replace.ExecuteNonQuery() == 1;
        }
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_settings);
        connection.Open();
        using var pragmas = connection.CreateCommand();
        pragmas.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;";
        pragmas.ExecuteNonQuery();
        return connection;
    }
}
