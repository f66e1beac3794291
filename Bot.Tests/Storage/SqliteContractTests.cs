using Microsoft.Extensions.Logging.Abstractions;
using Milestones.Storage;
using Milestones.Storage.Sqlite;
using Milestones.Tests.Support;

namespace Milestones.Tests.Storage;

public sealed class SqliteContractTests : DocumentStoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private protected override Task<IDocumentStore> OpenAsync() =>
        Task.FromResult<IDocumentStore>(
            new SqliteDocumentStore(_folder.File("store.db"), Clock, NullLogger<SqliteDocumentStore>.Instance)
        );
}
