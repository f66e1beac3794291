using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;
using Milestones.Tests.Support;

namespace Milestones.Tests.Classes;

/// <summary>Classes to try rules on.</summary>
internal static class Classrooms
{
    public const string Tenant = "t1";

    public static readonly DateTimeOffset Now = PureChat.Monday;

    public static Classroom Of(params IReadOnlyList<Member> members) =>
        new()
        {
            TenantId = Tenant,
            TeamId = "19:team@thread.tacv2",
            Name = "7B Math",
            Chat = new ConversationReference(
                "http://127.0.0.1/teams/",
                "19:team@thread.tacv2",
                "channel",
                Tenant,
                "28:bot",
                "Milestones",
                "19:team@thread.tacv2",
                null
            ),
            Members = members,
        };

    public static Member Teacher(string id) =>
        new(id, $"{id} name", MemberRole.Teacher, ChatId: $"a:{id}") { Checked = true };

    public static Member Student(string id) => new(id, $"{id} name", MemberRole.Student) { Checked = true };

    public static ClassSettings Settings(params IReadOnlyList<string> contacts) =>
        new(
            GradeBand.Grades6To8,
            new WeeklySchedule(
                DayOfWeek.Friday,
                new TimeOnly(13, 30),
                "America/New_York",
                new DateOnly(2026, 9, 1),
                new DateOnly(2027, 6, 1),
                Now
            ),
            null,
            contacts
        );

    public static SeenPerson Seen(string id) => new(id, $"29:{id}", $"{id} name");

    public static RosterRead Read(OwnersSeen owners, params IReadOnlyList<SeenPerson> people) =>
        new("7B Math", "group", people, null, owners);

    public static OwnersSeen Owners(params IReadOnlyList<string> ids) =>
        new(ids.ToHashSet(StringComparer.OrdinalIgnoreCase), null);
}
