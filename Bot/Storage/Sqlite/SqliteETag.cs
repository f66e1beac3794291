using System.Globalization;

namespace Milestones.Storage.Sqlite;

/// <summary>A document's version: 64 random bits, drawn anew at every write.</summary>
/// <remarks>
/// A counter would start again when a document is deleted and made anew, or when a backup is restored under a running
/// bot,
/// and a stale ETag could then match what it never saw.
/// </remarks>
internal static class SqliteETag
{
    public static long Next() => Random.Shared.NextInt64(long.MinValue, long.MaxValue);

    public static string Text(long version) => version.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>Null for what this store never gave out: it matches no version.</summary>
    public static long? Version(string etag) =>
        long.TryParse(etag, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var version)
            ? version
            : null;
}
