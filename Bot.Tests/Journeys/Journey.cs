using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>
/// A test of the whole bot through POST /api/messages. A class that inherits a journey can run it on another store.
/// </summary>
public abstract class Journey : IAsyncLifetime
{
    private protected BotFixture Bot { get; private set; } = null!;

    public async Task InitializeAsync() => Bot = await BotFixture.StartAsync(await OpenStoreAsync(), null, Settings);

    public async Task DisposeAsync() => await Bot.DisposeAsync();

    /// <summary>What a school set, as arguments.</summary>
    private protected virtual string[] Settings => [];

    private protected virtual Task<TestStore> OpenStoreAsync() => Task.FromResult(TestStore.Sqlite());
}
