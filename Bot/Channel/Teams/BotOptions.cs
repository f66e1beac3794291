namespace Milestones.Channel.Teams;

/// <summary>The section <c>Bot</c> of the settings: who the bot is, and whom it talks to.</summary>
internal sealed record BotOptions
{
    public const string Section = "Bot";

    /// <summary>
    /// The Entra app id of the registration. Empty: a bot for trying out on this machine, in Development only.
    /// </summary>
    public string AppId { get; init; } = "";

    public string AppPassword { get; init; } = "";

    /// <summary>
    /// The tenant that issues the bot's own tokens: its registration's, or <c>botframework.com</c> for an old
    /// multi-tenant one.
    /// </summary>
    public string TenantId { get; init; } = "";

    /// <summary>The tenants whose people may talk to the bot. Empty: <see cref="TenantId"/> alone.</summary>
    public IReadOnlyList<string> AllowedTenants { get; init; } = [];

    /// <summary>Where the keys of inbound tokens are announced. Chooses the cloud.</summary>
    public string OpenIdMetadata { get; init; } = "";

    /// <summary>
    /// The login service that issues the tokens of people in a tab. Empty: Microsoft's, of the cloud.
    /// </summary>
    public string Authority { get; init; } = "";

    /// <summary>Hosts that may receive the bot's token. Empty: Microsoft's, of the cloud.</summary>
    public IReadOnlyList<string> AllowedServiceHosts { get; init; } = [];

    /// <summary>A PKCS#12 file with the private key, instead of <see cref="AppPassword"/>.</summary>
    public string CertificatePath { get; init; } = "";

    public string CertificatePassword { get; init; } = "";

    /// <summary>
    /// A certificate of the current user's or the machine's own store, instead of <see cref="AppPassword"/>.
    /// </summary>
    public string CertificateThumbprint { get; init; } = "";

    /// <summary>
    /// A user-assigned managed identity trusted by the registration (federated credential), instead of
    /// <see cref="AppPassword"/>.
    /// </summary>
    public string ManagedIdentityClientId { get; init; } = "";

    public bool HasAppId => AppId.Length > 0;

    public bool HasCertificate => CertificatePath.Length > 0 || CertificateThumbprint.Length > 0;

    public bool HasCredential => HasCertificate || AppPassword.Length > 0 || ManagedIdentityClientId.Length > 0;
}
