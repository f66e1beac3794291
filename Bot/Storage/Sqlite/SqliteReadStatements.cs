using Microsoft.Data.Sqlite;
using Milestones.Conversations;

namespace Milestones.Storage.Sqlite;

/// <summary>A connection for reading with its compiled statements. Used by one caller at a time.</summary>
internal sealed class SqliteReadStatements(SqliteConnection connection) : IDisposable
{
    private const string Columns = "SELECT pk, id, kind, version, wake_at, expires_at, json FROM Document";
    private const string Alive = "(expires_at IS NULL OR expires_at > $now)";

    // Above every character an id may hold, so that prefix + this ends the range of ids that start with the prefix.
    private const string AfterAll = "\U0010FFFF";

    private readonly SqliteCommand _get = connection.Prepared(
        $"{Columns} WHERE pk = $pk AND id = $id AND {Alive}",
        "$pk",
        "$id",
        "$now"
    );

    private readonly SqliteCommand _list = connection.Prepared(
        $"{Columns} WHERE pk = $pk AND id >= $from AND id < $to AND id <> $after AND {Alive} ORDER BY id LIMIT $limit",
        "$pk",
        "$from",
        "$to",
        "$after",
        "$now",
        "$limit"
    );

    private readonly SqliteCommand _due = connection.Prepared(
        $"SELECT pk, id, wake_at FROM Document WHERE wake_at BETWEEN $from AND $wake AND {Alive} ORDER "
            + "BY wake_at LIMIT $limit",
        "$from",
        "$wake",
        "$now",
        "$limit"
    );

    private readonly SqliteCommand _scan = connection.Prepared(
        $"{Columns} WHERE (pk, id) > ($pk, $id) AND {Alive} ORDER BY pk, id LIMIT $limit",
        "$pk",
        "$id",
        "$now",
        "$limit"
    );

    public StoredDocument? Get(DocumentKey key, long now) =>
        Read(_get.With(key.Partition, key.Id, now), 1) is [var found] ? found : null;

    public List<StoredDocument> GetMany(IReadOnlyCollection<DocumentKey> keys, long now) =>
        [.. keys.Select(key => Get(key, now)).OfType<StoredDocument>()];

    public List<StoredDocument> List(string partition, string idPrefix, string? afterId, int limit, long now)
    {
        var from = string.CompareOrdinal(afterId, idPrefix) > 0 ? afterId : idPrefix;
        return Read(_list.With(partition, from, idPrefix + AfterAll, afterId ?? "", now, limit), limit);
    }

    public List<DueDocument> Due(long from, long wake, int limit, long now)
    {
        using var reader = _due.With(from, wake, now, limit).ExecuteReader();
        var found = new List<DueDocument>();
        while (reader.Read())
        {
            found.Add(
                new(
                    new(reader.GetString(0), reader.GetString(1)),
                    DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(2))
                )
            );
        }

        return found;
    }

    /// <summary>
    /// Every document, by partition and id, after <paramref name="after"/> (empty parts for the start).
    /// </summary>
    public List<StoredDocument> Scan(DocumentKey after, int limit, long now) =>
        Read(_scan.With(after.Partition, after.Id, now, limit), limit);

    public void Dispose()
    {
        _get.Dispose();
        _list.Dispose();
        _due.Dispose();
        _scan.Dispose();
        connection.Dispose();
    }

    private static List<StoredDocument> Read(SqliteCommand command, int limit)
    {
        using var reader = command.ExecuteReader();
        var found = new List<StoredDocument>(Math.Min(limit, 16));
        while (reader.Read())
        {
            var document = new Document(
                new(reader.GetString(0), reader.GetString(1)),
                reader.GetString(2),
                reader.GetFieldValue<byte[]>(6),
                Moment(reader, 4),
                Moment(reader, 5)
            );
            found.Add(new(document, SqliteETag.Text(reader.GetInt64(3))));
        }

        return found;
    }

    private static DateTimeOffset? Moment(SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(column));
}
