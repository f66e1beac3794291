using Microsoft.Extensions.Options;

namespace Milestones.Storage;

internal enum StoreProvider
{
    Sqlite,
    Cosmos,
}

/// <summary>The settings under <c>Store</c>. One line, <c>Provider</c>, chooses the store.</summary>
internal sealed class StoreOptions
{
    public const string Section = "Store";

    public StoreProvider Provider { get; set; }

    public SqliteOptions Sqlite { get; set; } = new();
}

/// <summary>The settings under <c>Store:Sqlite</c>.</summary>
internal sealed class SqliteOptions
{
    /// <summary>The database file; a relative path starts at the working directory. Its folder must exist.</summary>
    public string Path { get; set; } = "milestones.db";
}

/// <summary>Says at the start what is missing, and which setting it is.</summary>
internal sealed class StoreOptionsCheck : IValidateOptions<StoreOptions>
{
    public ValidateOptionsResult Validate(string? name, StoreOptions options) =>
        Problem(options) is { } problem ? ValidateOptionsResult.Fail(problem) : ValidateOptionsResult.Success;

    private static string? Problem(StoreOptions options) => options.Provider switch
    {
        StoreProvider.Sqlite => SqliteProblem(options.Sqlite.Path),
        _ => "Store:Provider must be Sqlite or Cosmos.",
    };

    private static string? SqliteProblem(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            return "Store:Sqlite:Path is empty. Give the database file, for example milestones.db.";
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        return folder is null || Directory.Exists(folder) ? null : $"Store:Sqlite:Path points into {folder}, which does not exist. Make the folder first.";
    }
}
