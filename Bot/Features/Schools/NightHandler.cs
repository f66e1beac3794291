using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Schools;

/// <summary>
/// Once a night a class is counted, and tells its school what it counts now in the place of what it told before. The
/// school needs to know no class for that, and nobody has to look for classes.
/// </summary>
internal static class NightHandler
{
    /// <summary>By the clock of the class; a school's classes come one after the other.</summary>
    private static readonly TimeOnly Night = new(1, 0);
    private static readonly TimeSpan Window = TimeSpan.FromHours(4);

    public static IReadOnlyCollection<DocumentKey> Needs(Classroom classroom, Turn turn) =>
        turn.Input is Rang && IsDue(classroom, turn.Now)
            ? [.. classroom.Students.Select(member => classroom.KeyOf(member.ObjectId))]
            : [];

    public static TurnResult<Classroom> Ring(TurnContext<Classroom> context, SchoolOptions school)
    {
        var classroom = context.Classroom;
        if (!IsDue(classroom, context.Now))
            return new(classroom);

        // What was done in the evening still belongs to that day, and on the first of a term to the term before.
        var day = context.Today.AddDays(-1);
        var now = ClassCount.Of(
            classroom,
            classroom.Students.Select(member => context.Others.Person(classroom.KeyOf(member.ObjectId))),
            school.TermOf(day),
            day
        );
        return Told(classroom, now) with
        {
            Head = classroom with { Counted = now, CountAt = Next(classroom, context.Now) },
        };
    }

    /// <summary>The next night, once the class is set up.</summary>
    public static Classroom WithAlarm(Classroom classroom, DateTimeOffset now) =>
        classroom is { CountAt: null, Settings: not null, IsActive: true }
            ? classroom with
            {
                CountAt = Next(classroom, now),
            }
            : classroom;

    /// <summary>A term that is over stays as it was told last.</summary>
    private static TurnResult<Classroom> Told(Classroom classroom, SchoolPart? now)
    {
        var before = classroom.Counted;
        if (now is null ? before is null : now.IsSame(before))
            return new(classroom);
        var replaced = now is not null && before?.Term < now.Term ? null : before;
        var sameSchool = now is null || replaced is null || Mark(now) == Mark(replaced);
        return new(classroom)
        {
            Messages = sameSchool
                ? [To(classroom, now ?? replaced!, new(replaced, now))]
                : [To(classroom, replaced!, new(replaced, null)), To(classroom, now!, new(null, now))],
        };
    }

    private static Addressed To(Classroom classroom, SchoolPart part, SchoolCounted told) =>
        new(DocumentKeys.School(classroom.TenantId, Mark(part)), told);

    private static string Mark(SchoolPart part) => DocumentKeys.SchoolMark(part.School);

    private static bool IsDue(Classroom classroom, DateTimeOffset now) =>
        classroom is { IsActive: true, Settings: not null } && classroom.CountAt <= now;

    private static DateTimeOffset Next(Classroom classroom, DateTimeOffset now)
    {
        var zone = classroom.Settings!.Schedule.Zone;
        var today = LocalTime.Day(now, zone);
        var spread = Spread.Of(classroom.Key.Partition, Window);
        var tonight = LocalTime.First(today, Night, zone) + spread;
        return tonight > now ? tonight : LocalTime.First(today.AddDays(1), Night, zone) + spread;
    }
}
