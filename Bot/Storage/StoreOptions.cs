using Microsoft.Extensions.Options;
using Milestones.Storage.Cosmos;

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

    public CosmosOptions Cosmos { get; set; } = new();
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

    private static string? Problem(StoreOptions options) =>
        options.Provider switch
        {
            StoreProvider.Sqlite => SqliteProblem(options.Sqlite.Path),
            StoreProvider.Cosmos => CosmosProblem(options.Cosmos),
            _ => "Store:Provider must be Sqlite or Cosmos.",
        };

    private static string? CosmosProblem(CosmosOptions options)
    {
        if (options.Endpoint is not { IsAbsoluteUri: true, Scheme: "https" or "http" })
        {
            return "Store:Cosmos:Endpoint is missing. Give the account's address, for example "
                + "https://school.documents.azure.com/.";
        }

        if (options.Endpoint is { Scheme: "http", IsLoopback: false })
            return "Store:Cosmos:Endpoint must begin with https.";
        if (!Convert.TryFromBase64String(options.Key, new byte[options.Key.Length], out _))
        {
            return "Store:Cosmos:Key is not an account key (it is base64 text). Copy it again, or leave it "
                + "empty to use the bot's managed identity.";
        }

        if (options.Database.Length == 0 || options.Container.Length == 0)
            return "Store:Cosmos:Database and Store:Cosmos:Container must not be empty.";
        return Enum.IsDefined(options.Mode) ? null : "Store:Cosmos:Mode must be Direct or Gateway.";
    }

    private static string? SqliteProblem(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            return "Store:Sqlite:Path is empty. Give the database file, for example milestones.db.";
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        return folder is null || Directory.Exists(folder)
            ? null
            : $"Store:Sqlite:Path points into {folder}, which does not exist. Make the folder first.";
    }
}
