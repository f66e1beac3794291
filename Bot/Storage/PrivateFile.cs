namespace Milestones.Storage;

/// <summary>Files that hold what students wrote are made for the bot's own account alone: mode 0600.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>
    /// An empty file, where there is none, for SQLite to fill: to SQLite an empty file is a new database, and what it
    /// puts beside it gets the same mode.
    /// </summary>
    public static void MakeWhereMissing(string path)
    {
        if (File.Exists(path))
            return;
        try
        {
            New(path).Dispose();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Another process was faster, or it cannot be made: then SQLite says so in words of its own.
        }
    }

    /// <summary>A new file to write to.</summary>
    /// <exception cref="IOException">There is one already, or it cannot be made.</exception>
    public static FileStream New(string path) => Open(path, FileMode.CreateNew, FileAccess.Write);

    /// <summary>A file to go on with, or a new one.</summary>
    public static FileStream OpenOrNew(string path) => Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite);

    private static FileStream Open(string path, FileMode mode, FileAccess access)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = access,
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return new FileStream(path, options);
    }
}
