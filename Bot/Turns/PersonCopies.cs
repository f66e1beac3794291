using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Milestones.Conversations;
using Milestones.Features.Reflections;
using Milestones.Features.Teaching;
using Milestones.School;
using Milestones.Storage;

namespace Milestones.Turns;

/// <summary>
/// Everything that is kept of somebody, as JSON: their document, what it archived, and which teacher read their
/// reflections, and when.
/// </summary>
internal sealed class PersonCopies(IDocumentStore store, HeadKinds kinds, TimeProvider time)
{
    private const int Tries = 8;

    private static readonly JsonWriterOptions Writing = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// Opens a link once: the copy, or null where link and code do not go together, or its time is over. A wrong code
    /// is counted.
    /// </summary>
    public async Task<PersonCopy?> OpenAsync(string token, string code, CancellationToken cancellationToken)
    {
        if (LinkToken.Read(token) is not var (person, secret))
            return null;
        var key = DocumentKeys.Person(person);
        for (var attempt = 0; attempt < Tries && key.IsValid(); attempt++)
        {
            if (
                await store.GetAsync(key, cancellationToken) is not { } stored
                || kinds.Person.Read(stored.Document) is not { Copy: { } link } head
            )
            {
                return null;
            }

            var opens = link.Opens(secret, code, time.GetUtcNow());
            var next = head with { Copy = opens ? null : link with { Tries = link.Tries + 1 } };
            if ((await store.ReplaceAsync(kinds.Person.Write(key, next), stored.ETag, cancellationToken)).Written)
                return opens ? await OfAsync(key, cancellationToken) : null;
        }

        return null;
    }

    /// <summary>Null where nothing is kept of them.</summary>
    public async Task<PersonCopy?> OfAsync(DocumentKey key, CancellationToken cancellationToken)
    {
        var stored = await store.GetAsync(key, cancellationToken);
        var archive = await store.AllAsync(key.Partition, string.Empty, cancellationToken);
        archive.RemoveAll(one => one.Key == key);
        if (stored is null && archive.Count == 0)
            return null;

        var person = stored is null
            ? null
            : Archived.With(
                kinds.Person.Read(stored.Document),
                Of(Recording.Trail),
                Of(Archiving.ProgressTrail),
                Of(Works.ChecksTrail)
            );
        var classes = person is null ? [] : Traces.Of(person).Classes;
        var json = new ArrayBufferWriter<byte>(16 * 1024);
        using (var writer = new Utf8JsonWriter(json, Writing))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("head");
            Write(writer, stored?.Document);
            writer.WriteStartObject("archive");
            foreach (var one in archive)
            {
                writer.WritePropertyName(one.Key.Id);
                Write(writer, one);
            }

            writer.WriteEndObject();
            writer.WriteStartArray("readBy");
            foreach (var classroom in classes)
                await ReadsAsync(writer, classroom, DocumentKeys.PersonOf(key), cancellationToken);
            writer.WriteEndArray();
            writer.WriteStartArray("shoutOuts");
            foreach (var classroom in classes)
                await ShoutOutsAsync(writer, classroom, DocumentKeys.PersonOf(key), cancellationToken);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return new(person, json.WrittenMemory);

        List<Document> Of(string trail) =>
            archive.FindAll(one => one.Key.Id.StartsWith(trail, StringComparison.Ordinal));
    }

    /// <summary>Who read what of this student in a class; by name, where the class still knows it.</summary>
    private async Task ReadsAsync(
        Utf8JsonWriter writer,
        DocumentKey key,
        PersonId student,
        CancellationToken cancellationToken
    )
    {
        var classroom = await store.GetAsync(key, cancellationToken) is { } stored
            ? kinds.Class.Read(stored.Document)
            : null;
        foreach (var one in await store.AllAsync(key.Partition, Audit.Trail, cancellationToken))
        {
            if (
                Audit.Read(one)
                    is not {
                        What: ReadAudit.Read
                            or TargetsAudit.Read
                            or ConferenceAudit.Read
                            or PeerAudit.Read
                            or FamilyAudit.Made
                    } read
                || read.Student != student.ObjectId
            )
            {
                continue;
            }

            writer.WriteStartObject();
            writer.WriteString("at", read.At);
            writer.WriteString("class", classroom?.Name);
            writer.WriteString("teacher", classroom?.Find(read.By ?? "")?.Name ?? read.By);
            writer.WriteString("what", read.What);
            writer.WriteString("weeks", read.Weeks);
            writer.WriteEndObject();
        }
    }

    /// <summary>What a class said, or is about to say, of this student, and what they said of others.</summary>
    private async Task ShoutOutsAsync(
        Utf8JsonWriter writer,
        DocumentKey key,
        PersonId student,
        CancellationToken cancellationToken
    )
    {
        if (await store.GetAsync(key, cancellationToken) is not { } stored)
            return;
        var classroom = kinds.Class.Read(stored.Document);
        foreach (var post in classroom.Posts)
        {
            if (post.Praise is not { } praise || (praise.To != student.ObjectId && praise.From != student.ObjectId))
                continue;
            writer.WriteStartObject();
            writer.WriteString("at", post.At);
            writer.WriteString("class", classroom.Name);
            writer.WriteString("from", praise.FromName);
            writer.WriteString("about", classroom.Find(praise.To)?.Name);
            writer.WriteString("what", praise.Stem?.ToString());
            writer.WriteString("words", praise.Text);
            writer.WriteString("state", post.State.ToString());
            writer.WriteNumber("cheers", post.Cheers.Count);
            writer.WriteEndObject();
        }
    }

    private static void Write(Utf8JsonWriter writer, Document? document)
    {
        if (document is null)
        {
            writer.WriteNullValue();
            return;
        }

        using var parsed = JsonDocument.Parse(document.Json);
        parsed.RootElement.WriteTo(writer);
    }
}

/// <param name="Head">For the readable page, with what left it; null where only the archive is left.</param>
/// <param name="Json">All of it.</param>
internal sealed record PersonCopy(Person? Head, ReadOnlyMemory<byte> Json);
