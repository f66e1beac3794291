using Milestones.Storage.Cosmos;
using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>The same journeys on the production store: one setting is all that differs.</summary>
internal static class CosmosJourneys
{
    public static async Task<TestStore> OpenAsync(CosmosEmulator emulator)
    {
        var options = emulator.Fresh();
        using (var client = CosmosConnection.Client(options))
            await CosmosContainer.CreateAsync(client, options, CancellationToken.None);
        return new TestStore([
            "--Store:Provider=Cosmos",
            $"--Store:Cosmos:Endpoint={options.Endpoint}",
            $"--Store:Cosmos:Key={options.Key}",
            $"--Store:Cosmos:Database={options.Database}",
            $"--Store:Cosmos:Container={options.Container}",
            $"--Store:Cosmos:Mode={options.Mode}",
        ]);
    }
}

[NeedsCosmosEmulator]
[Collection(CosmosGroup.Name)]
public sealed class CosmosCoachingJourneys(CosmosEmulator emulator) : CoachingJourneys
{
    private protected override Task<TestStore> OpenStoreAsync() => CosmosJourneys.OpenAsync(emulator);
}

[NeedsCosmosEmulator]
[Collection(CosmosGroup.Name)]
public sealed class CosmosEditJourneys(CosmosEmulator emulator) : EditJourneys
{
    private protected override Task<TestStore> OpenStoreAsync() => CosmosJourneys.OpenAsync(emulator);
}

[NeedsCosmosEmulator]
[Collection(CosmosGroup.Name)]
public sealed class CosmosDeliveryJourneys(CosmosEmulator emulator) : DeliveryJourneys
{
    private protected override Task<TestStore> OpenStoreAsync() => CosmosJourneys.OpenAsync(emulator);
}

[NeedsCosmosEmulator]
[Collection(CosmosGroup.Name)]
public sealed class CosmosRepetitionJourneys(CosmosEmulator emulator) : RepetitionJourneys
{
    private protected override Task<TestStore> OpenStoreAsync() => CosmosJourneys.OpenAsync(emulator);
}

[NeedsCosmosEmulator]
[Collection(CosmosGroup.Name)]
public sealed class CosmosTrustJourneys(CosmosEmulator emulator) : TrustJourneys
{
    private protected override Task<TestStore> OpenStoreAsync() => CosmosJourneys.OpenAsync(emulator);
}

[NeedsCosmosEmulator]
[Collection(CosmosGroup.Name)]
public sealed class CosmosClassJourneys(CosmosEmulator emulator) : ClassJourneys
{
    private protected override Task<TestStore> OpenStoreAsync() => CosmosJourneys.OpenAsync(emulator);
}

[NeedsCosmosEmulator]
[Collection(CosmosGroup.Name)]
public sealed class CosmosFirstPromptJourneys(CosmosEmulator emulator) : FirstPromptJourneys
{
    private protected override Task<TestStore> OpenStoreAsync() => CosmosJourneys.OpenAsync(emulator);
}

[NeedsCosmosEmulator]
[Collection(CosmosGroup.Name)]
public sealed class CosmosAlertJourneys(CosmosEmulator emulator) : AlertJourneys
{
    private protected override Task<TestStore> EmptyStoreAsync() => CosmosJourneys.OpenAsync(emulator);
}

[NeedsCosmosEmulator]
[Collection(CosmosGroup.Name)]
public sealed class CosmosWritingBackJourneys(CosmosEmulator emulator) : WritingBackJourneys
{
    private protected override Task<TestStore> OpenStoreAsync() => CosmosJourneys.OpenAsync(emulator);
}

[NeedsCosmosEmulator]
[Collection(CosmosGroup.Name)]
public sealed class CosmosArchiveJourneys(CosmosEmulator emulator) : ArchiveJourneys
{
    private protected override Task<TestStore> OpenStoreAsync() => CosmosJourneys.OpenAsync(emulator);
}

[NeedsCosmosEmulator]
[Collection(CosmosGroup.Name)]
public sealed class CosmosCelebratingJourneys(CosmosEmulator emulator) : CelebratingJourneys
{
    private protected override Task<TestStore> OpenStoreAsync() => CosmosJourneys.OpenAsync(emulator);
}

[NeedsCosmosEmulator]
[Collection(CosmosGroup.Name)]
public sealed class CosmosCelebratingTroubleJourneys(CosmosEmulator emulator) : CelebratingTroubleJourneys
{
    private protected override Task<TestStore> OpenStoreAsync() => CosmosJourneys.OpenAsync(emulator);
}

[NeedsCosmosEmulator]
[Collection(CosmosGroup.Name)]
public sealed class CosmosClassWeekJourneys(CosmosEmulator emulator) : ClassWeekJourneys
{
    private protected override Task<TestStore> OpenStoreAsync() => CosmosJourneys.OpenAsync(emulator);
}

[NeedsCosmosEmulator]
[Collection(CosmosGroup.Name)]
public sealed class CosmosBadgeJourneys(CosmosEmulator emulator) : BadgeJourneys
{
    private protected override Task<TestStore> OpenStoreAsync() => CosmosJourneys.OpenAsync(emulator);
}

[NeedsCosmosEmulator]
[Collection(CosmosGroup.Name)]
public sealed class CosmosCertificateJourneys(CosmosEmulator emulator) : CertificateJourneys
{
    private protected override Task<TestStore> OpenStoreAsync() => CosmosJourneys.OpenAsync(emulator);
}

[NeedsCosmosEmulator]
[Collection(CosmosGroup.Name)]
public sealed class CosmosExtensionJourneys(CosmosEmulator emulator) : ExtensionJourneys
{
    private protected override Task<TestStore> OpenStoreAsync() => CosmosJourneys.OpenAsync(emulator);
}
