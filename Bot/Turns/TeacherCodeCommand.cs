using System.Globalization;
using System.Text.Json;
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
        var (team, tenant, wrong) = new CommandArguments(options, configuration).Team();
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

    private static string? NameOf(Document document)
    {
        using var json = JsonDocument.Parse(document.Json);
        return json.RootElement.TryGetProperty("name", out var name) ? name.GetString() : null;
    }
}
