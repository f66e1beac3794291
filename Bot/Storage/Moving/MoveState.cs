using System.Globalization;

namespace Milestones.Storage.Moving;

/// <summary>How far a move is.</summary>
internal enum MoveStage
{
    Copying,
    Comparing,
    Compared,
}

/// <summary>
/// A move under way, in a file beside the one that is moved (<c>FILE-moving</c>): by it the same command goes on where
/// it was stopped.
/// </summary>
/// <param name="Id">Names this move, here and in the store that is filled.</param>
/// <param name="Target">Where to, in words.</param>
/// <param name="Documents">How many are copied.</param>
/// <param name="Bookmark">Where the copying goes on; null for the beginning.</param>
internal sealed record MoveState(string Id, string Target, MoveStage Stage, long Documents, string? Bookmark)
{
    public static MoveState Begin(string target) =>
        new(Guid.NewGuid().ToString("N"), target, MoveStage.Copying, 0, null);

    /// <summary>Null where no move of this file is under way.</summary>
    /// <exception cref="InvalidDataException">It was changed or damaged.</exception>
    public static async Task<MoveState?> ReadAsync(string database, CancellationToken cancellationToken)
    {
        var file = FileOf(database);
        if (!File.Exists(file))
            return null;
        var lines = await File.ReadAllLinesAsync(file, cancellationToken);
        return
            lines is [{ Length: > 0 } id, var target, var stage, var documents, .. var bookmark]
            && Enum.TryParse<MoveStage>(stage, out var known)
            && long.TryParse(documents, CultureInfo.InvariantCulture, out var count)
            ? new(id, target, known, count, bookmark is [] ? null : string.Join('\n', bookmark))
            : throw new InvalidDataException(
                $"{file} is damaged. Delete it, make the container that was being filled anew, and begin again."
            );
    }

    public async Task WriteAsync(string database, CancellationToken cancellationToken)
    {
        var fresh = FileOf(database) + ".new";
        PrivateFile.MakeWhereMissing(fresh);
        string[] lines =
        [
            Id,
            Target,
            $"{Stage}",
            Documents.ToString(CultureInfo.InvariantCulture),
            .. Bookmark is null ? [] : new[] { Bookmark },
        ];
        await File.WriteAllTextAsync(fresh, string.Join('\n', lines), cancellationToken);
        File.Move(fresh, FileOf(database), overwrite: true);
    }

    public static void Forget(string database) => File.Delete(FileOf(database));

    private static string FileOf(string database) => database + "-moving";
}
