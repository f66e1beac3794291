using System.Web;

namespace Milestones.Turns;

/// <summary>What commands about a team or a person are told: <c>--team</c>, <c>--person</c>, <c>--tenant</c>.</summary>
internal sealed class CommandArguments(string[] arguments, IConfiguration configuration)
{
    private const string TenantMissing = "Which tenant? Give its id with --tenant, or set Bot:TenantId.";

    /// <summary>The words that are no option and no option's value.</summary>
    public IReadOnlyList<string> Rest { get; } =
    [
        .. arguments.Where(
            (word, at) =>
                !word.StartsWith("--", StringComparison.Ordinal) && (at == 0 || !TakesValue(arguments[at - 1]))
        ),
    ];

    /// <summary>The name of a school; null where none was said.</summary>
    public string? School => Option("--school");

    /// <summary>The tenant alone, or what is wrong with what was said.</summary>
    public (string Nothing, string Tenant, string? Wrong) OfTenant() =>
        Tenant(null) is { } tenant ? (string.Empty, tenant, null) : Wrong(TenantMissing);

    public bool Has(string option) => Array.IndexOf(arguments, option) >= 0;

    /// <summary>The team and its tenant, or what is wrong with what was said.</summary>
    public (string Team, string Tenant, string? Wrong) Team()
    {
        if (Option("--team") is not { Length: > 0 } said)
        {
            return Wrong(
                "Which team? --team is its link (Teams: ··· beside the team, Get link to team) or its 19:… id."
            );
        }

        var (team, linked) = Link(said);
        return team is null ? Wrong("That is no link to a team. In Teams: ··· beside the team, Get link to team.")
            : Tenant(linked) is { } tenant ? (team, tenant, null)
            : Wrong(TenantMissing);
    }

    /// <summary>The person's Entra object id and their tenant, or what is wrong with what was said.</summary>
    public (string Person, string Tenant, string? Wrong) Person() =>
        Option("--person") is not { Length: > 0 } person ? Wrong("Which person? --person is their Entra object id.")
        : Tenant(null) is { } tenant ? (person, tenant, null)
        : Wrong(TenantMissing);

    private static bool TakesValue(string option) => option is "--team" or "--person" or "--tenant" or "--school";

    private static (string, string, string?) Wrong(string text) => (string.Empty, string.Empty, text);

    private string? Option(string name) =>
        Array.IndexOf(arguments, name) is var at and >= 0 && at + 1 < arguments.Length ? arguments[at + 1] : null;

    private string? Tenant(string? linked) =>
        Array.Find(
            [
                Option("--tenant"),
                linked,
                configuration["Bot:AllowedTenants:1"] is null ? configuration["Bot:AllowedTenants:0"] : null,
                configuration["Bot:TenantId"],
            ],
            one => one is { Length: > 0 }
        );

    /// <summary>The thread id and tenant of a link to a team; what is no link is taken for the id itself.</summary>
    private static (string? Team, string? Tenant) Link(string said)
    {
        if (!Uri.TryCreate(said, UriKind.Absolute, out var link) || link.Scheme is not ("https" or "http"))
            return (said, null);
        var parts = link.AbsolutePath.Split('/');
        return
            Array.IndexOf(parts, "team") is var at and >= 0
            && at + 1 < parts.Length
            && Uri.UnescapeDataString(parts[at + 1]) is var team
            && team.StartsWith("19:", StringComparison.Ordinal)
            ? (team, HttpUtility.ParseQueryString(link.Query)["tenantId"])
            : (null, null);
    }
}
