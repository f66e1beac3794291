using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;
using Milestones.Storage;

namespace Milestones.Turns;

/// <summary>What a link shows: the certificates, and the language they are in.</summary>
internal sealed record CertificatesRead(IReadOnlyList<Certificate> Certificates, Voice Voice);

/// <summary>
/// Reads what a link to certificates shows, anew each time it is opened: what was taken back, unshared or deleted since
/// is not on them, and who teaches the class no more sees none.
/// </summary>
internal sealed class CertificateReader(IDocumentStore store, HeadKinds kinds, TimeProvider time)
{
    /// <summary>Null where the link is none, or its time is over, or there is nothing to show any more.</summary>
    public async Task<CertificatesRead?> OpenAsync(string token, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (
            LinkToken.Read(token) is not var (id, secret)
            || !DocumentKeys.Person(id).IsValid()
            || await PersonAsync(DocumentKeys.Person(id), cancellationToken) is not { Print: { } link } person
            || link.Kind is PrintKind.Conference or PrintKind.ClassConferences
            || !link.Opens(secret, now)
        )
        {
            return null;
        }

        var classroom = link.Class is { } key ? await ClassAsync(key, cancellationToken) : null;
        var read = link.Kind is PrintKind.Goal or PrintKind.Term
            ? Own(link, person, classroom, now)
            : await OfClassAsync(link.Kind, person, classroom, now, cancellationToken);
        return read is { Certificates.Count: > 0 } ? read : null;
    }

    private static CertificatesRead Own(PrintLink link, Person person, Classroom? classroom, DateTimeOffset now)
    {
        var voice = VoiceOf.Person(person);
        var today = LocalTime.Day(now, person.TimeZone);
        return new(
            CertificateRules.Own(link, person, classroom, voice["Class.Somebody"], today) is { } own ? [own] : [],
            voice
        );
    }

    private async Task<CertificatesRead?> OfClassAsync(
        PrintKind kind,
        Person teacher,
        Classroom? classroom,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (classroom is null || !Teachers.Teaches(classroom, teacher.Id))
            return null;
        var students = new Dictionary<DocumentKey, Person>();
        foreach (
            var one in await store.GetManyAsync(
                [.. classroom.Students.Select(member => classroom.KeyOf(member.ObjectId))],
                cancellationToken
            )
        )
        {
            students[one.Document.Key] = kinds.Person.Read(one.Document);
        }

        var voice = VoiceOf.Person(teacher);
        return new(
            CertificateRules.OfClass(
                kind,
                classroom,
                member => students.GetValueOrDefault(classroom.KeyOf(member.ObjectId)),
                voice["Class.Somebody"],
                LocalTime.Day(now, classroom.Settings?.Schedule.Zone)
            ),
            voice
        );
    }

    private async Task<Person?> PersonAsync(DocumentKey key, CancellationToken cancellationToken) =>
        await store.GetAsync(key, cancellationToken) is { } stored ? kinds.Person.Read(stored.Document) : null;

    private async Task<Classroom?> ClassAsync(DocumentKey key, CancellationToken cancellationToken) =>
        await store.GetAsync(key, cancellationToken) is { } stored ? kinds.Class.Read(stored.Document) : null;
}
