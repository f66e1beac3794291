using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;
using Milestones.Storage;
using Milestones.Views;

namespace Milestones.Turns;

/// <summary>What a page of conference packs shows.</summary>
/// <param name="Packs">One student's, or those of a class by name.</param>
/// <param name="ClassName">Null for a student's own.</param>
internal sealed record ConferencesRead(IReadOnlyList<ConferenceRead> Packs, Voice Voice, string? ClassName);

/// <param name="Context">The student with all of the archive that a pack can name, spoken to as they are.</param>
internal sealed record ConferenceRead(TurnContext<Person> Context, ConferencePack Pack);

/// <summary>
/// Reads what conference packs show, anew each time: what was changed, taken out or deleted since is not in them, and
/// who teaches the class no more sees none. A teacher sees a pack only after a line about it lies with the class.
/// </summary>
internal sealed class ConferenceReader(IDocumentStore store, HeadKinds kinds, PageReader pages, TimeProvider time)
{
    private static readonly JsonTypeInfo<UnitSurvey> Surveys = StoredJson.Reading(UnitSurveyJson.Default.UnitSurvey);

    /// <summary>Null where the link is none, or its time is over, or there is nothing to show any more.</summary>
    public async Task<ConferencesRead?> OpenAsync(string token, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (
            LinkToken.Read(token) is not var (id, secret)
            || DocumentKeys.Person(id) is var key && !key.IsValid()
            || await store.GetAsync(key, cancellationToken) is not { } stored
            || kinds.Person.Read(stored.Document)
                is not { Print: { Kind: PrintKind.Conference or PrintKind.ClassConferences } link } person
            || !link.Opens(secret, now)
        )
        {
            return null;
        }

        if (link.Kind == PrintKind.Conference)
            return await OwnAsync(person, cancellationToken);
        if (
            link.Class is not { } named
            || await store.GetAsync(named, cancellationToken) is not { } team
            || kinds.Class.Read(team.Document) is not { } classroom
            || !Teachers.Teaches(classroom, id)
        )
        {
            return null;
        }

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

        return await OfClassAsync(classroom, students.GetValueOrDefault, person, cancellationToken);
    }

    /// <summary>A student's own; null where they have none.</summary>
    public async Task<ConferencesRead?> OwnAsync(Person person, CancellationToken cancellationToken) =>
        person is { Conference: { } pack, Erasure: null or { At: null } }
            ? new([await ReadAsync(person, pack, cancellationToken)], VoiceOf.Person(person), null)
            : null;

    /// <summary>Every pack of a class that is ready; for who was found to teach it.</summary>
    public async Task<ConferencesRead> OfClassAsync(
        Classroom classroom,
        Func<DocumentKey, Person?> personOf,
        Person teacher,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var packs = new List<ConferenceRead>();
        foreach (var ready in ClassPacks.Of(classroom, personOf).Where(one => one.IsReady))
        {
            await pages.NoteAsync(
                ConferenceAudit.Entry(ready.Member.ObjectId, classroom.Key, teacher.Id, now),
                classroom.Key,
                cancellationToken
            );
            packs.Add(await ReadAsync(ready.Person!, ready.Pack!, cancellationToken));
        }

        var voice = VoiceOf.Person(teacher);
        return new(packs, voice, classroom.Name ?? voice["Class.NoName"]);
    }

    private async Task<ConferenceRead> ReadAsync(
        Person person,
        ConferencePack pack,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var key = DocumentKeys.Person(person.Id);
        var whole = await pages.WithArchiveAsync(person, cancellationToken);
        var units = await store.AllAsync(key.Partition, UnitTrail, cancellationToken);
        whole = whole with
        {
            Surveys =
            [
                .. units
                    .Select(one => JsonSerializer.Deserialize(one.Json.Span, Surveys))
                    .OfType<UnitSurvey>()
                    .Where(old => person.Surveys.All(one => one.Unit.Id != old.Unit.Id)),
                .. person.Surveys,
            ],
        };
        var turn = new Turn(
            $"page:{Guid.NewGuid():N}",
            key,
            person.Id,
            person.Name,
            null,
            new Looked(PageVerbs.Mine),
            now,
            person.Locale,
            person.TimeZone,
            Guid.NewGuid()
        );
        return new(new(whole, turn, VoiceOf.Person(person), LocalTime.Day(now, person.TimeZone)), pack);
    }

    /// <summary>How the ids of archived units begin.</summary>
    private const string UnitTrail = "unit:";
}
