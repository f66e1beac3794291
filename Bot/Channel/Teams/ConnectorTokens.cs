using Microsoft.Identity.Client;

namespace Milestones.Channel.Teams;

/// <summary>
/// The bot's own tokens: for the connector and, per tenant, for Graph. MSAL keeps and renews them; one instance for the
/// process.
/// </summary>
internal sealed class ConnectorTokens(IConfidentialClientApplication? application, BotCloud cloud)
{
    private readonly string[] _connectorScopes = [cloud.ConnectorScope];
    private readonly string[] _graphScopes = [new Uri(cloud.Graph, "/.default").AbsoluteUri];

    /// <summary>Null for a bot without a credential, which only Development allows.</summary>
    /// <exception cref="MsalException">There is none now; a <see cref="MsalServiceException"/> says what the login
    /// service answered.</exception>
    public async ValueTask<string?> ForConnectorAsync(CancellationToken cancellationToken) =>
        application is null
            ? null
            : (await application.AcquireTokenForClient(_connectorScopes).ExecuteAsync(cancellationToken)).AccessToken;

    /// <inheritdoc cref="ForConnectorAsync"/>
    public async ValueTask<string?> ForGraphAsync(string tenantId, CancellationToken cancellationToken) =>
        application is null
            ? null
            : (
                await application
                    .AcquireTokenForClient(_graphScopes)
                    .WithTenantId(tenantId)
                    .ExecuteAsync(cancellationToken)
            ).AccessToken;
}
