using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Milestones.Conversations;
using Milestones.Features.Safety;
using Milestones.Storage;

namespace Milestones.Turns;

/// <summary>
/// What a school does with the data of one person or one class, for whoever may run commands beside its store:
/// <c>dotnet run --project Bot -- export-person|erase-person|export-class|erase-class|audit</c>.
/// </summary>
internal static class DataCommands
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int WrongUsage = 2;

    /// <returns>The exit code; null where the arguments name another command.</returns>
    public static async Task<int?> RunAsync(
        string[] args,
        IConfiguration configuration,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        if (
            args
            is not [
                ("export-person" or "erase-person" or "export-class" or "erase-class" or "audit")
                and var command,
                .. var options,
            ]
        )
        {
            return null;
        }

        var arguments = new CommandArguments(options, configuration);
        var ofPerson = command is "export-person" or "erase-person";
        var (id, tenant, wrong) = ofPerson ? arguments.Person() : arguments.Team();
        var erases = command is "erase-person" or "erase-class";
        if (wrong is null && erases && !arguments.Has("--yes"))
            wrong = "This cannot be undone. Add --yes where it is meant.";
        if (wrong is null && !erases && arguments.Rest is not [_])
            wrong = $"Which file? Give a new one after the command: {command} FILE";
        if (wrong is not null)
        {
            await output.WriteLineAsync(wrong);
            return WrongUsage;
        }

        var key = ofPerson ? DocumentKeys.Person(new(tenant, id)) : DocumentKeys.Classroom(tenant, id);
        return await StoreCommands.OnStoreAsync(
            async store =>
            {
                var kinds = HeadKinds.Of(HelpLines.Load(HelpLinesFile(configuration)), new AlertOptions());
                var said = erases
                    ? await EraseAsync(store, kinds, key, cancellationToken)
                    : await WriteAsync(store, kinds, command, key, arguments.Rest[0], cancellationToken);
                await output.WriteLineAsync(said ?? "The store holds nothing of them. See that the ids are right.");
                return said is null ? Failed : Done;
            },
            configuration,
            output,
            cancellationToken
        );
    }

    /// <summary>The school's own, or the one beside the program.</summary>
    public static string HelpLinesFile(IConfiguration configuration) =>
        configuration["Safety:HelpLines"] ?? Path.Combine(AppContext.BaseDirectory, "helplines.json");

    private static async Task<string?> EraseAsync(
        IDocumentStore store,
        HeadKinds kinds,
        DocumentKey key,
        CancellationToken cancellationToken
    ) =>
        await new Erasing(store, kinds).RunAsync(key, cancellationToken)
            ? "Deleted, from the store's files too. Backups and exports made before still hold it; so does the chat in "
                + "Teams."
            : null;

    private static async Task<string?> WriteAsync(
        IDocumentStore store,
        HeadKinds kinds,
        string command,
        DocumentKey key,
        string file,
        CancellationToken cancellationToken
    )
    {
        var content = command switch
        {
            "export-person" => (
                await new PersonCopies(store, kinds, TimeProvider.System).OfAsync(key, cancellationToken)
            )?.Json,
            "export-class" => await ClassAsync(store, key, cancellationToken),
            _ => await AuditAsync(store, key, cancellationToken),
        };
        if (content is not { } bytes)
            return null;
        await using (var stream = PrivateFile.New(file))
            await stream.WriteAsync(bytes, cancellationToken);
        return $"{file} is written. It holds what is private: keep it as such.";
    }

    /// <summary>The class's own document and its archive. What students wrote is theirs and in none of it.</summary>
    private static async Task<ReadOnlyMemory<byte>?> ClassAsync(
        IDocumentStore store,
        DocumentKey key,
        CancellationToken cancellationToken
    )
    {
        var all = await store.AllAsync(key.Partition, string.Empty, cancellationToken);
        if (all.Count == 0)
            return null;
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            foreach (var one in all)
            {
                writer.WritePropertyName(one.Key.Id);
                writer.WriteRawValue(one.Json.Span);
            }

            writer.WriteEndObject();
        }

        return json.WrittenMemory;
    }

    /// <summary>The trail of a class as CSV, in the order of time.</summary>
    private static async Task<ReadOnlyMemory<byte>?> AuditAsync(
        IDocumentStore store,
        DocumentKey key,
        CancellationToken cancellationToken
    )
    {
        var lines = (await store.AllAsync(key.Partition, Audit.Trail, cancellationToken))
            .Select(Audit.Read)
            .OfType<Audit>()
            .OrderBy(line => line.At)
            .ToList();
        if (lines.Count == 0 && await store.GetAsync(key, cancellationToken) is null)
            return null;
        var csv = new StringBuilder("at,what,by,student,weeks,more\r\n");
        foreach (var line in lines)
        {
            csv.AppendJoin(
                    ',',
                    new[]
                    {
                        line.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                        line.What,
                        line.By,
                        line.Student,
                        line.Weeks,
                        line.More,
                    }.Select(Csv.Field)
                )
                .Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(csv.ToString());
    }
}
