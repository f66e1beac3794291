using System.Globalization;
using System.Text.Json;
using System.Web;
using Milestones.Conversations;
using Milestones.School;
using Milestones.Storage;

namespace Milestones.Turns;

/// <summary>
/// <c>dotnet run --project Bot -- teacher-code --team TEAM [--tenant TENANT]</c>: an administrator names the teacher of
/// a team without knowing who that is here. What it makes is one use, one day, and in the class's audit trail.
/// </summary>
internal static class TeacherCodeCommand
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int WrongUsage = 2;

    /// <returns>The exit code; null where the arguments name another command.</returns>
    public static async Task<int?> RunAsync(
        string[] args,
        IConfiguration configuration,
        TimeProvider time,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        if (args is not ["teacher-code", .. var options])
            return null;
        var (team, tenant, wrong) = Read(options, configuration);
        if (wrong is not null)
        {
            await output.WriteLineAsync(wrong);
            return WrongUsage;
        }

        return await StoreCommands.OnStoreAsync(
            async store =>
                await MakeAsync(
                    store,
                    DocumentKeys.Classroom(tenant, team),
                    time.GetUtcNow(),
                    output,
                    cancellationToken
                ),
            configuration,
            output,
            cancellationToken
        );
    }

    private static async Task<int> MakeAsync(
        IDocumentStore store,
        DocumentKey key,
        DateTimeOffset now,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        if (await store.GetAsync(key, cancellationToken) is not { } stored)
        {
            await output.WriteLineAsync(
                "The bot does not know this team. Add it to the team in Teams first, and see that --team and "
                    + "--tenant are right."
            );
            return Failed;
        }

        var (tenant, team) = DocumentKeys.TeamOf(key);
        var (code, until) = (TeacherCode.New(), now + TeacherCode.Lasts);

        // The trail first: a code that is nowhere written down is never valid.
        var audit = new TeacherAudit(now, "codeMade", Environment.UserName, [], []);
        await store.CreateAsync(
            new Document(
                new(key.Partition, TeacherAudit.Id(now, TeacherCode.MarkOf(code)[..12], "codeMade")),
                "archive",
                TeacherAudit.Json(audit)
            ),
            cancellationToken
        );
        await store.CreateAsync(
            new Document(
                TeacherCode.KeyOf(tenant, code),
                "code",
                TeacherCode.Json(new MadeCode(team, until)),
                ExpiresAt: until
            ),
            cancellationToken
        );
        await output.WriteLineAsync(
            $"""
            {code}

            Whoever is in the team {NameOf(stored.Document) ?? team} and sends this to the bot in their private chat becomes
            its teacher and is shown what students share there. It works once, until {until.UtcDateTime.ToString(
                "yyyy-MM-dd HH:mm",
                CultureInfo.InvariantCulture
            )} UTC.
            Give it to the teacher alone. It is not shown again.
            """
        );
        return Done;
    }

    private static (string Team, string Tenant, string? Wrong) Read(string[] options, IConfiguration configuration)
    {
        string? Option(string name) =>
            Array.IndexOf(options, name) is var at and >= 0 && at + 1 < options.Length ? options[at + 1] : null;

        if (Option("--team") is not { Length: > 0 } said)
        {
            return Wrong(
                "Which team? --team is its link (Teams: ··· beside the team, Get link to team) or its 19:… id."
            );
        }

        var (team, linked) = Link(said);
        if (team is null)
            return Wrong("That is no link to a team. In Teams: ··· beside the team, Get link to team.");
        string?[] configured =
        [
            Option("--tenant"),
            linked,
            configuration["Bot:AllowedTenants:1"] is null ? configuration["Bot:AllowedTenants:0"] : null,
            configuration["Bot:TenantId"],
        ];
        return Array.Find(configured, one => one is { Length: > 0 }) is { } tenant
            ? (team, tenant, null)
            : Wrong("Which tenant? Give its id with --tenant, or set Bot:TenantId.");

        static (string, string, string?) Wrong(string text) => (string.Empty, string.Empty, text);
    }

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

    private static string? NameOf(Document document)
    {
        using var json = JsonDocument.Parse(document.Json);
        return json.RootElement.TryGetProperty("name", out var name) ? name.GetString() : null;
    }
}
