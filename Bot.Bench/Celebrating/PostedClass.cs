using System.Globalization;
using System.Text.Json;
using Milestones.Bench.Load;
using Milestones.Conversations;
using Milestones.School;
using Milestones.Storage;

namespace Milestones.Bench.Celebrating;

/// <summary>A class of five with its teacher, and one shout-out that waits for the teacher's yes.</summary>
internal sealed class PostedClass(int number, string serviceUrl)
{
    public const int Students = 5;

    private const string Tenant = "11111111-1111-1111-1111-111111111111";
    private const string Channel = "channel";

    private readonly string _team = Numbered("19:class-{0}@thread.tacv2", number);
    private int _activities;

    public string Post { get; } = Numbered("post{0:d8}", number);

    public DocumentKey Key => DocumentKeys.Classroom(Tenant, _team);

    private PersonId Teacher => new(Tenant, Id(Students));

    public async Task WriteAsync(IDocumentStore store)
    {
        var now = DateTimeOffset.UtcNow;
        var classroom = new Classroom
        {
            TenantId = Tenant,
            TeamId = _team,
            Name = Numbered("Class {0}", number),
            WelcomedAt = now,
            InstalledBy = Teacher,
            // Nobody is asked who is in it while this lasts.
            RosterReadAt = now.AddDays(1),
            RosterDueAt = now.AddDays(2),
            Chat = new(serviceUrl, _team, Channel, Tenant, "28:bot", "Milestones", _team, _team),
            Settings = new ClassSettings(Localization.GradeBand.Grades6To8, Schedule(now), null, []),
            Members =
            [
                .. Enumerable.Range(0, Students).Select(one => Someone(one, MemberRole.Student)),
                Someone(Students, MemberRole.Teacher),
            ],
            Posts =
            [
                new ClassPost(Post, now, PostState.Waiting)
                {
                    Praise = new(Post, Id(1), "Student 1", Id(0), PraiseStem.Help, "You helped me."),
                },
            ],
        };
        await store.CreateAsync(Rules.Kinds.Class.Write(classroom.Key, classroom), CancellationToken.None);
        await store.CreateAsync(
            Rules.Kinds.Person.Write(
                DocumentKeys.Person(Teacher),
                new Person
                {
                    Id = Teacher,
                    Name = "Teacher",
                    WelcomedAt = now,
                    Chat = Private(),
                    Classes = [new(Key, classroom.Name, MemberRole.Teacher, null, null, HasContacts: true)],
                }
            ),
            CancellationToken.None
        );
    }

    public async Task<ClassPost> ReadAsync(IDocumentStore store) =>
        Rules
            .Kinds.Class.Read((await store.GetAsync(Key, CancellationToken.None))!.Document)
            .Posts.Single(post => post.Id == Post);

    /// <summary>The teacher's tap, in the private chat.</summary>
    public byte[] Decides(string verb) =>
        Tap(
            Students,
            verb,
            new
            {
                verb,
                post = Post,
                @class = Key.Partition,
            },
            replyTo: null,
            new
            {
                id = Private().ConversationId,
                conversationType = "personal",
                tenantId = Tenant,
            },
            new { tenant = new { id = Tenant } }
        );

    /// <summary>A student's tap on the card in the channel.</summary>
    public byte[] Cheers(int student, string cardId) =>
        Tap(
            student,
            Views.CelebrationVerbs.Cheer,
            new { verb = Views.CelebrationVerbs.Cheer, post = Post },
            cardId,
            new
            {
                id = _team,
                conversationType = Channel,
                isGroup = true,
                tenantId = Tenant,
            },
            new
            {
                team = new { id = _team },
                channel = new { id = _team },
                tenant = new { id = Tenant },
            }
        );

    private byte[] Tap(
        int person,
        string verb,
        object data,
        string? replyTo,
        object conversation,
        object channelData
    ) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                type = "invoke",
                id = Numbered("f:{0}", Interlocked.Increment(ref _activities)),
                name = "adaptiveCard/action",
                channelId = "msteams",
                locale = "en-US",
                serviceUrl,
                replyToId = replyTo ?? "1600000000000",
                from = new
                {
                    id = $"29:{Id(person)}",
                    name = Numbered("Student {0}", person),
                    aadObjectId = Id(person),
                },
                recipient = new { id = "28:bot", name = "Milestones" },
                conversation,
                channelData,
                value = new
                {
                    action = new
                    {
                        type = "Action.Execute",
                        verb,
                        data,
                    },
                    trigger = "manual",
                },
            }
        );

    private ConversationReference Private() =>
        new(serviceUrl, $"a:teacher-{number}", "personal", Tenant, "28:bot", "Milestones", null, null);

    private Member Someone(int one, MemberRole role) =>
        new(Id(one), Numbered("Student {0}", one), role) { Checked = true, Knows = 1 };

    private string Id(int one) => Numbered("aaaaaaaa-0000-4000-8000-{0:d12}", (number * 10) + one);

    /// <summary>Nobody is asked about a week before the run is long over.</summary>
    private static Calendar.WeeklySchedule Schedule(DateTimeOffset now) =>
        new(
            now.AddDays(3).DayOfWeek,
            new TimeOnly(12, 0),
            "Etc/UTC",
            DateOnly.FromDateTime(now.UtcDateTime.AddDays(-30)),
            DateOnly.FromDateTime(now.UtcDateTime.AddDays(100)),
            now
        );

    private static string Numbered(string text, int number) =>
        string.Format(CultureInfo.InvariantCulture, text, number);
}
