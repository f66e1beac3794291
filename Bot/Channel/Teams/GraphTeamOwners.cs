using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using MsalException = Microsoft.Identity.Client.MsalException;

namespace Milestones.Channel.Teams;

/// <summary>The section <c>Graph</c> of the settings.</summary>
internal sealed record GraphOptions
{
    public const string Section = "Graph";

    /// <summary>True where the team's owners consented to TeamMember.Read.Group.</summary>
    public bool Enabled { get; init; }
}

/// <summary>Who owns a team, or why that is not known. Where it is not known, nobody is taken for a teacher.</summary>
internal abstract record TeamOwners
{
    /// <param name="ObjectIds">Entra object ids, possibly none.</param>
    internal sealed record Found(IReadOnlySet<string> ObjectIds) : TeamOwners;

    /// <summary>Graph refuses: no consent, or no such team. It stays so until somebody does something.</summary>
    internal sealed record Denied(int Status) : TeamOwners;

    /// <summary>Graph cannot say now.</summary>
    internal sealed record Unavailable : TeamOwners;
}

/// <summary>
/// Asks Graph for a team's owners. An education class is a group, and its teachers are the group's owners.
/// </summary>
/// <remarks>Guests and members of other tenants are left out: Graph calls an external member an owner.</remarks>
internal sealed partial class GraphTeamOwners(
    HttpClient http,
    ConnectorTokens tokens,
    BotCloud cloud,
    ILogger<GraphTeamOwners> logger
)
{
    private const int PageLimit = 50;

    /// <param name="tenantId">The team's tenant.</param>
    /// <param name="aadGroupId">The team's Entra group, not its thread id.</param>
    public async Task<TeamOwners> GetAsync(string tenantId, string aadGroupId, CancellationToken cancellationToken)
    {
        var owners = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var next = new Uri(cloud.Graph, $"teams/{Uri.EscapeDataString(aadGroupId)}/members?$top=999");
        try
        {
            for (var page = 0; page < PageLimit; page++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, next);
                if (await tokens.ForGraphAsync(tenantId, cancellationToken) is { } token)
                    request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                using var response = await http.SendAsync(request, cancellationToken);
                if (!response.IsSuccessStatusCode)
                    return Refused(response.StatusCode);

                var members = await JsonSerializer.DeserializeAsync(
                    await response.Content.ReadAsStreamAsync(cancellationToken),
                    WireJson.Default.GraphMembers,
                    cancellationToken
                );
                owners.UnionWith(
                    (members?.Value ?? []).Where(member => member.IsOwnerIn(tenantId)).Select(member => member.UserId!)
                );
                if (members?.NextLink is not { } link)
                    return new TeamOwners.Found(owners);
                if (!Uri.TryCreate(link, UriKind.Absolute, out var address) || !cloud.Graph.IsBaseOf(address))
                    return Unreadable();
                next = address;
            }

            return Unreadable();
        }
        catch (Exception e)
            when (e is HttpRequestException or JsonException or MsalException
                || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            Log.NoAnswer(logger, e);
            return new TeamOwners.Unavailable();
        }
    }

    private TeamOwners Refused(HttpStatusCode status)
    {
        Log.Refused(logger, (int)status);
        return status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound
            ? new TeamOwners.Denied((int)status)
            : new TeamOwners.Unavailable();
    }

    private TeamOwners.Unavailable Unreadable()
    {
        Log.Endless(logger);
        return new TeamOwners.Unavailable();
    }

    private static partial class Log
    {
        [LoggerMessage(2301, LogLevel.Warning, "Graph refused a team's members with {Status}.")]
        public static partial void Refused(ILogger logger, int status);

        [LoggerMessage(2302, LogLevel.Warning, "Graph did not answer about a team's members.")]
        public static partial void NoAnswer(ILogger logger, Exception exception);

        [LoggerMessage(2303, LogLevel.Warning, "Graph's list of a team's members does not end, or goes on elsewhere.")]
        public static partial void Endless(ILogger logger);
    }
}

internal sealed record GraphMembers(
    IReadOnlyList<GraphMember>? Value = null,
    [property: JsonPropertyName("@odata.nextLink")] string? NextLink = null
);

internal sealed record GraphMember(IReadOnlyList<string>? Roles = null, string? UserId = null, string? TenantId = null)
{
    public bool IsOwnerIn(string tenantId) =>
        UserId is not null
        && Roles is not null
        && string.Equals(TenantId, tenantId, StringComparison.OrdinalIgnoreCase)
        && Roles.Contains("owner", StringComparer.OrdinalIgnoreCase)
        && !Roles.Contains("guest", StringComparer.OrdinalIgnoreCase);
}
