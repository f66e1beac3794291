using Milestones.Conversations;
using Milestones.Features.Safety;
using Milestones.School;
using Milestones.Storage;

namespace Milestones.Turns;

/// <summary>
/// For whoever may run commands beside the store: <c>dotnet run --project Bot -- school-page</c> makes a link to the
/// figures of the school, <c>school-class --team TEAM --school NAME</c> says which school a class is one of.
/// </summary>
internal static class SchoolCommands
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int WrongUsage = 2;

    private const int Tries = 8;

    private const int LongestName = 60;

    /// <returns>The exit code; null where the arguments name another command.</returns>
    public static async Task<int?> RunAsync(
        string[] args,
        IConfiguration configuration,
        TimeProvider time,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        if (args is not [("school-page" or "school-class") and var command, .. var options])
            return null;
        var arguments = new CommandArguments(options, configuration);
        var address = configuration["School:Address"] ?? "";
        var name = arguments.School?.Trim() ?? "";
        var (team, tenant, wrong) = command == "school-page" ? arguments.OfTenant() : arguments.Team();
        if (wrong is null && command == "school-page" && address.Length == 0)
            wrong = "Where do browsers reach the bot? Set School:Address.";
        if (wrong is null && command == "school-class" && (arguments.School is null || name.Length > LongestName))
        {
            wrong = $"Which school? --school is its name, at most {LongestName} characters; --school \"\" for none.";
        }

        if (wrong is not null)
        {
            await output.WriteLineAsync(wrong);
            return WrongUsage;
        }

        return await StoreCommands.OnStoreAsync(
            async store =>
            {
                var said =
                    command == "school-page"
                        ? await LinkAsync(store, tenant, address, time.GetUtcNow(), cancellationToken)
                        : await NameAsync(
                            store,
                            HeadKinds.Of(HelpLines.Load(DataCommands.HelpLinesFile(configuration)), new AlertOptions()),
                            DocumentKeys.Classroom(tenant, team),
                            name,
                            cancellationToken
                        );
                await output.WriteLineAsync(
                    said ?? "The bot does not know this team. See that --team and --tenant are right."
                );
                return said is null ? Failed : Done;
            },
            configuration,
            output,
            cancellationToken
        );
    }

    private static async Task<string?> LinkAsync(
        IDocumentStore store,
        string tenant,
        string address,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var (key, token) = SchoolLink.New(tenant);
        var until = now + SchoolLink.Lasts;
        await store.CreateAsync(new Document(key, "link", SchoolLink.Json(until), ExpiresAt: until), cancellationToken);
        return $"""
            {address.TrimEnd('/')}{SchoolLink.Path}/{token}

            It opens the figures of the school once, within ten minutes, for whoever holds it, and shows them for half
            an hour. There are no names on the page. It is not shown again.
            """;
    }

    private static async Task<string?> NameAsync(
        IDocumentStore store,
        HeadKinds kinds,
        DocumentKey key,
        string name,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await store.GetAsync(key, cancellationToken) is not { } stored)
                return null;
            var classroom = kinds.Class.Read(stored.Document);
            var named = classroom with { SchoolName = name.Length > 0 ? name : null };
            if ((await store.ReplaceAsync(kinds.Class.Write(key, named), stored.ETag, cancellationToken)).Written)
            {
                return $"{classroom.Name ?? key.Partition} is counted "
                    + (name.Length > 0 ? $"for {name} from tonight on." : "for no school of its own from tonight on.");
            }
        }

        throw new StoreUnavailableException("The class kept changing; nothing was changed. Run the command again.");
    }
}
