using System.Globalization;
using Milestones.Bench.Load;
using Milestones.Calendar;
using Milestones.Channel.Teams;
using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;
using Milestones.Storage;

namespace Milestones.Bench.Sending;

/// <summary>Somebody who is to get a prompt.</summary>
internal sealed record Pupil(string Tenant, string Conversation, DocumentKey Key);

/// <summary>
/// Students with a goal each, in classes of several tenants, all with their reflection at one minute. Their documents
/// are what the bot's own rules make:
/// of a talk with the coach, and of the message by which a class tells its members of its schedule.
/// </summary>
internal sealed class School(int tenants, int classes, int students, Func<string, string> serviceUrl)
{
    public IReadOnlyList<Pupil> Pupils { get; } =
    [.. Enumerable.Range(0, students).Select(n => Someone(n, TenantOf(n % classes % tenants)))];

    public static string TenantOf(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{number:d12}");

    /// <summary>Writes all documents.</summary>
    /// <param name="due">A whole minute: every prompt is due then, without the minutes over which the bot usually
    /// spreads them.</param>
    /// <returns>The mean size of a student's document, in bytes.</returns>
    public async Task<int> FillAsync(IDocumentStore store, DateTimeOffset due)
    {
        var now = due.AddHours(-1);
        var schedule = Schedule(due, now);
        var model = AfterTalking(now);
        foreach (var chunk in Enumerable.Range(0, classes).Chunk(100))
            await Task.WhenAll(chunk.Select(n => store.CreateAsync(Class(n, schedule, now), CancellationToken.None)));
        long bytes = 0;
        foreach (var chunk in Enumerable.Range(0, students).Chunk(500))
        {
            var documents = chunk.AsParallel().Select(n => Student(n, model, schedule, due, now)).ToList();
            bytes += documents.Sum(document => (long)document.Json.Length);
            await Task.WhenAll(documents.Select(document => store.CreateAsync(document, CancellationToken.None)));
        }

        return (int)(bytes / students);
    }

    private static Pupil Someone(int n, string tenant) =>
        new(
            tenant,
            string.Create(CultureInfo.InvariantCulture, $"a:pupil-{n}"),
            DocumentKeys.Person(
                new(tenant, string.Create(CultureInfo.InvariantCulture, $"bbbbbbbb-0000-4000-8000-{n:d12}"))
            )
        );

    private static DocumentKey ClassKey(int n, int tenants) =>
        DocumentKeys.Classroom(
            TenantOf(n % tenants),
            string.Create(CultureInfo.InvariantCulture, $"19:class-{n}@thread.tacv2")
        );

    /// <summary>
    /// On the minute, in a zone in which it is about noon: nobody's night, and no day ends meanwhile.
    /// </summary>
    private static WeeklySchedule Schedule(DateTimeOffset due, DateTimeOffset now)
    {
        var zone = Zones.AtNoon(due);
        return new(
            LocalTime.Day(due, zone).DayOfWeek,
            LocalTime.Clock(due, zone),
            zone,
            LocalTime.Day(now, zone).AddDays(-30),
            LocalTime.Day(now, zone).AddDays(100),
            now.AddDays(-30)
        );
    }

    /// <summary>A student's document after a talk that made a goal, some weeks ago.</summary>
    private static Person AfterTalking(DateTimeOffset now)
    {
        Person? person = null;
        var talking = new ScriptedStudent(0);
        for (var said = 0; said < ScriptedStudent.Dialog.Count; said++)
        {
            var turn = TurnFactory.From(
                ActivityReader.Read(talking.Says(said, ScriptedStudent.Dialog[said], "http://127.0.0.1/")).Activity!,
                now.AddDays(-20),
                Guid.NewGuid()
            )!;
            person = Rules.Kinds.Person.Rules(person ?? Rules.Kinds.Person.Begin(turn), turn, OtherDocuments.None).Head;
            person = person with { Handled = person.Handled.With(null, turn.Now, turn.Id) };
        }

        return person!;
    }

    private Document Student(int n, Person model, WeeklySchedule schedule, DateTimeOffset due, DateTimeOffset now)
    {
        var pupil = Pupils[n];
        var person = model with
        {
            Id = DocumentKeys.PersonOf(pupil.Key),
            Name = string.Create(CultureInfo.InvariantCulture, $"Pupil {n}"),
            TimeZone = schedule.Zone,
            Chat = new(
                serviceUrl(pupil.Tenant),
                pupil.Conversation,
                "personal",
                pupil.Tenant,
                "28:22222222-2222-2222-2222-222222222222",
                "Milestones",
                null,
                null
            ),
        };
        var membership = new Membership(
            ClassKey(n % classes, tenants),
            string.Create(CultureInfo.InvariantCulture, $"Class {n % classes}"),
            MemberRole.Student,
            schedule,
            GradeBand.Grades6To8,
            HasContacts: true
        );
        var joined = new Turn(
            $"message:{n}",
            pupil.Key,
            person.Id,
            null,
            null,
            new Received(new JoinedClass(membership, person.Name, null, null)),
            now,
            null,
            null,
            Guid.NewGuid()
        );
        var document = Rules.Kinds.Person.Write(
            pupil.Key,
            Rules.Kinds.Person.Rules(person, joined, OtherDocuments.None).Head
        );
        return document.WakeAt >= due && document.WakeAt < due.AddMinutes(6)
            ? document with
            {
                WakeAt = due,
            }
            : throw new InvalidOperationException(
                $"The rules would wake this student at {document.WakeAt}, not at {due}."
            );
    }

    private Document Class(int n, WeeklySchedule schedule, DateTimeOffset now)
    {
        var key = ClassKey(n, tenants);
        var (tenant, team) = DocumentKeys.TeamOf(key);
        var members = Enumerable
            .Range(0, students)
            .Where(student => student % classes == n)
            .Select(student => new Member(
                DocumentKeys.PersonOf(Pupils[student].Key).ObjectId,
                $"Pupil {student}",
                MemberRole.Student
            )
            {
                Checked = true,
                Knows = 1,
            });
        return Rules.Kinds.Class.Write(
            key,
            new Classroom
            {
                TenantId = tenant,
                TeamId = team,
                Name = $"Class {n}",
                WelcomedAt = now,
                Members = [.. members],
                Settings = new(GradeBand.Grades6To8, schedule, null, []),
                RosterDueAt = now.AddDays(1),
            }
        );
    }
}
