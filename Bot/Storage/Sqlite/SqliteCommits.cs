using System.Buffers.Binary;
using Microsoft.Data.Sqlite;

namespace Milestones.Storage.Sqlite;

/// <summary>
/// Counts commits twice: in the database, with each of them, and in a small file beside it, after each. When the file
/// is ahead at a start, commits that were acknowledged are gone: the log lost its tail, or an older file was put in
/// place.
/// </summary>
/// <remarks>
/// The database's count is its <c>application_id</c>, which SQLite leaves to its user and keeps in the first page. The
/// file is not flushed: after a power cut it may be behind, which says nothing, and never ahead.
/// </remarks>
internal sealed class SqliteCommits(string database) : IDisposable
{
    /// <summary>How its name ends, after the database's.</summary>
    public const string Ending = "-commits";

    private FileStream? _file;

    private string Path => database + Ending;

    /// <summary>How many acknowledged commits are missing; 0 when none, or when nobody counted.</summary>
    public int Missing(SqliteConnection connection)
    {
        if (!File.Exists(Path))
            return 0;
        var stored = Of(connection);
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length
            ? 0
            : Math.Max(0, BinaryPrimitives.ReadInt32LittleEndian(bytes) - stored);
    }

    /// <summary>In the transaction: one more. Returns the new count.</summary>
    public static int Next(SqliteConnection connection)
    {
        var next = Of(connection) is var count and < int.MaxValue ? count + 1 : 1;
        connection.SetApplicationId(next);
        return next;
    }

    /// <summary>After the commit.</summary>
    public void Note(int count)
    {
        _file ??= Open();
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, count);
        RandomAccess.Write(_file.SafeFileHandle, bytes, 0);
    }

    /// <summary>
    /// What is in the database now is what is meant to be there: after a restore, or when its loss was said. The file
    /// stays the one that other processes write to.
    /// </summary>
    public void Accept(SqliteConnection connection) => Note(Of(connection));

    public void Dispose()
    {
        _file?.Dispose();
        _file = null;
    }

    private static int Of(SqliteConnection connection) => (int)(long)connection.Scalar("PRAGMA application_id")!;

    private FileStream Open()
    {
        PrivateFile.MakeWhereMissing(Path);
        return new(Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
    }
}
