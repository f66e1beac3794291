using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Milestones.Storage;

namespace Milestones.Pages.Visiting;

/// <summary>
/// What only this bot can make and read, with the platform's own keys and ciphers, which lie in the store
/// (<see cref="KeyRing"/>). Asked for when the first page is opened: reading keys at the start, as the platform does
/// by itself, would make every start wait for them.
/// </summary>
internal sealed class Seals(IDocumentStore store, ILoggerFactory loggers) : IDisposable
{
    private readonly Lazy<ServiceProvider> _platform = new(() =>
    {
        var services = new ServiceCollection();
        services.AddSingleton(loggers).AddDataProtection().SetApplicationName("Milestones");
        services.Configure<KeyManagementOptions>(keys => keys.XmlRepository = new KeyRing(store));
        return services.BuildServiceProvider();
    });

    public IDataProtector For(string purpose) =>
        _platform.Value.GetRequiredService<IDataProtectionProvider>().CreateProtector(purpose);

    public void Dispose()
    {
        if (_platform.IsValueCreated)
            _platform.Value.Dispose();
    }
}
