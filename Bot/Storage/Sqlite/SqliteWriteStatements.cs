using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Milestones.Conversations;

namespace Milestones.Storage.Sqlite;

/// <summary>
/// The writer's connection with its compiled statements. Used by the writer's thread alone, inside a transaction.
/// </summary>
internal sealed class SqliteWriteStatements(SqliteConnection connection) : IDisposable
{
    // An expired document is as good as gone, so a new one may take its place.
    private readonly SqliteCommand _create = connection.Prepared(
        """
        INSERT INTO Document (pk, id, kind, version, wake_at, expires_at, json)
        VALUES ($pk, $id, $kind, $version, $wake, $expires, $json)
        ON CONFLICT (pk, id) DO UPDATE
        SET kind = $kind, version = $version, wake_at = $wake, expires_at = $expires, json = $json
        WHERE Document.expires_at <= $now
        """,
        "$pk",
        "$id",
        "$kind",
        "$version",
        "$wake",
        "$expires",
        "$json",
        "$now"
    );

    private readonly SqliteCommand _replace = connection.Prepared(
        """
        UPDATE Document SET kind = $kind, version = $version, wake_at = $wake, expires_at = $expires, json = $json
        WHERE pk = $pk AND id = $id AND version = $expected
        """,
        "$pk",
        "$id",
        "$kind",
        "$version",
        "$wake",
        "$expires",
        "$json",
        "$expected"
    );

    private readonly SqliteCommand _delete = connection.Prepared(
        "DELETE FROM Document WHERE pk = $pk AND id = $id AND version = ifnull($expected, version)",
        "$pk",
        "$id",
        "$expected"
    );

    private readonly SqliteCommand _purge = connection.Prepared(
        "DELETE FROM Document WHERE rowid IN (SELECT rowid FROM Document WHERE expires_at <= $now LIMIT $limit)",
        "$now",
        "$limit"
    );

    public SqliteConnection Connection => connection;

    public WriteResult Create(Document document, long now) => Write(_create, document, now);

    public WriteResult Replace(Document document, long expected) => Write(_replace, document, expected);

    public bool Delete(DocumentKey key, long? expected) =>
        _delete.With(key.Partition, key.Id, expected).ExecuteNonQuery() > 0;

    /// <summary>Removes at most <paramref name="limit"/> expired documents; how many it were.</summary>
    public int Purge(int limit, long now) => _purge.With(now, limit).ExecuteNonQuery();

    public void Dispose()
    {
        _create.Dispose();
        _replace.Dispose();
        _delete.Dispose();
        _purge.Dispose();
        connection.Dispose();
    }

    private static WriteResult Write(SqliteCommand command, Document document, long condition)
    {
        var version = SqliteETag.Next();
        var (key, kind, json, wakeAt, expiresAt) = document;
        var written = command
            .With(key.Partition, key.Id, kind, version, Moment(wakeAt), Moment(expiresAt), Bytes(json), condition)
            .ExecuteNonQuery();
        return written > 0 ? new(SqliteETag.Text(version)) : WriteResult.Conflict;
    }

    private static long? Moment(DateTimeOffset? moment) => moment is { } at ? UnixMilliseconds.From(at) : null;

    private static byte[] Bytes(ReadOnlyMemory<byte> json) =>
        MemoryMarshal.TryGetArray(json, out var whole)
        && whole is { Offset: 0, Array: { } bytes }
        && bytes.Length == whole.Count
            ? bytes
            : json.ToArray();
}
