using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Milestones.Storage;
using Milestones.Storage.Sqlite;
using Milestones.Tests.Support;

namespace Milestones.Tests.Storage;

public sealed class StorageRegistrationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_store_is_made_at_the_start_and_closed_at_the_stop()
    {
        var path = _folder.File("school.db");
        using (var host = Host(("Store:Provider", "sqlite"), ("Store:Sqlite:Path", path)))
        {
            await host.StartAsync();
            Assert.IsType<SqliteDocumentStore>(host.Services.GetRequiredService<IDocumentStore>());
            Assert.True(File.Exists(path));
            await host.StopAsync();
        }

        Assert.False(File.Exists(path + "-wal"));
    }

    [Fact]
    public async Task A_store_that_cannot_be_used_yet_does_not_end_the_bot()
    {
        var path = _folder.File("school.db");
        await File.WriteAllTextAsync(path, new string('x', 8192));
        using var host = Host(("Store:Sqlite:Path", path));

        await host.StartAsync();

        await Assert.ThrowsAsync<StoreUnavailableException>(() =>
            host.Services.GetRequiredService<IDocumentStore>().GetAsync(new("anna", "head"), CancellationToken.None)
        );
        await host.StopAsync();
    }

    [Theory]
    [InlineData("Store:Sqlite:Path", " ", "Store:Sqlite:Path is empty")]
    [InlineData("Store:Sqlite:Path", "/no/such/folder/school.db", "which does not exist")]
    [InlineData("Store:Provider", "7", "Store:Provider must be Sqlite or Cosmos")]
    [InlineData("Store:Provider", "Mongo", "Store:Provider")]
    public async Task A_setting_that_cannot_work_is_named_at_the_start(string setting, string value, string said)
    {
        using var host = Host((setting, value));

        var fault = await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync());

        Assert.True(fault is OptionsValidationException or InvalidOperationException, fault.ToString());
        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }

    private static IHost Host(params (string Name, string Value)[] settings)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(
            settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value)
        );
        builder.Services.AddLogging();
        builder.Services.AddStore(builder.Configuration);
        return builder.Build();
    }
}
