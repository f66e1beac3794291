namespace Milestones.Channel.Teams;

/// <summary>The addresses that differ between Microsoft's clouds.</summary>
/// <param name="FileHosts">What the names of hosts end with where files of a chat lie.</param>
internal sealed record BotCloud(
    string OpenIdMetadata,
    string LoginAuthority,
    string ConnectorScope,
    string TokenExchangeAudience,
    Uri Graph,
    IReadOnlyList<string> ServiceHosts,
    IReadOnlyList<string> FileHosts
)
{
    public static BotCloud Public { get; } =
        new(
            "https://login.botframework.com/v1/.well-known/openidconfiguration",
            "https://login.microsoftonline.com/",
            "https://api.botframework.com/.default",
            "api://AzureADTokenExchange",
            new Uri("https://graph.microsoft.com/v1.0/"),
            ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"],
            ["sharepoint.com"]
        );

    public static BotCloud UsGovernment { get; } =
        new(
            "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
            "https://login.microsoftonline.us/",
            "https://api.botframework.us/.default",
            "api://AzureADTokenExchangeUSGov",
            new Uri("https://graph.microsoft.us/v1.0/"),
            ["smba.infra.gov.teams.microsoft.us", "smba.infra.dod.teams.microsoft.us"],
            ["sharepoint.us", "sharepoint-mil.us"]
        );

    /// <summary>
    /// The cloud whose metadata the settings name; an address of the school's own counts as the public one.
    /// </summary>
    public static BotCloud Of(BotOptions options) =>
        Uri.TryCreate(options.OpenIdMetadata, UriKind.Absolute, out var address)
        && address.IdnHost.EndsWith(".azure.us", StringComparison.OrdinalIgnoreCase)
            ? UsGovernment
            : Public;
}
