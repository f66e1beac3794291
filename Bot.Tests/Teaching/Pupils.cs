using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Features.Reflections;
using Milestones.Features.Teaching;
using Milestones.Localization;
using Milestones.School;
using Milestones.Tests.Calendar;
using Milestones.Tests.Classes;

namespace Milestones.Tests.Teaching;

/// <summary>
/// A class of students, each as a test says, and what their teacher sees of them on the Monday after the third prompt.
/// </summary>
internal static class Pupils
{
    public static readonly IsoWeek Week = Moments.Week("2026-W40");

    /// <summary>7:30 in New York, on the Monday after the week.</summary>
    public static readonly DateTimeOffset Now = Moments.Utc("2026-10-05 11:30");

    public static readonly DateTimeOffset Friday = Moments.Utc("2026-10-02 18:00");

    public static Classroom Class(params IReadOnlyList<Person> students) =>
        Classrooms.Of([
            Classrooms.Teacher("lee"),
            .. students.Select(person => Classrooms.Student(person.Id.ObjectId) with { Name = person.Name }),
        ]) with
        {
            Settings = Classrooms.Settings("lee"),
        };

    /// <summary>Asked for three weeks, the last time in <see cref="Week"/>.</summary>
    public static Person Pupil(string name) =>
        new()
        {
            Id = new(Classrooms.Tenant, name),
            Name = $"{name} name",
            TimeZone = "America/New_York",
            Chat = Classrooms.Of().Chat! with { ConversationId = $"a:{name}", ConversationType = "personal" },
            Classes =
            [
                new Membership(
                    Classrooms.Of().Key,
                    "7B Math",
                    MemberRole.Student,
                    Classrooms.Settings().Schedule,
                    GradeBand.Grades6To8,
                    HasContacts: true
                )
                {
                    Cursor = new PromptCursor(Moments.Utc("2026-09-14 12:00"), Week),
                    Outcomes =
                    [
                        .. new[] { "2026-W38", "2026-W39", "2026-W40" }.Select(week => new WeekOutcome(
                            Moments.Week(week),
                            PromptOutcome.Sent
                        )),
                    ],
                },
            ],
        };

    public static Person Reflects(
        this Person person,
        int? mood = 4,
        Sharing sharing = Sharing.MyTeacher,
        int? obstacle = null,
        Going? going = null,
        GoalStatus status = GoalStatus.OnTrack,
        string? words = null,
        IsoWeek? week = null
    ) =>
        person with
        {
            Reflections =
            [
                .. person.Reflections,
                new Reflection(
                    Classrooms.Of().Key,
                    week ?? Week,
                    mood,
                    Answers(obstacle, words),
                    sharing,
                    WantsHelp: false,
                    Friday
                )
                {
                    Goals = going is null
                        ? []
                        : [new GoalSnapshot("g1", $"{person.Id.ObjectId} will get 80%.", status, 60, going)],
                },
            ],
        };

    /// <summary>Shared a week with a number and a few words.</summary>
    public static Person Numbered(Person person, string week, double value, int mood) =>
        person.Reflects(mood, going: Going.Okay, words: $"{value} this week", week: Moments.Week(week)) is var next
            ? next with
            {
                Reflections =
                [
                    .. next.Reflections.SkipLast(1),
                    next.Reflections[^1] with
                    {
                        Goals = [next.Reflections[^1].Goals[0] with { Value = value }],
                    },
                ],
            }
            : person;

    public static Person AsksForHelp(this Person person, DateTimeOffset at, DateTimeOffset? handledAt = null) =>
        person with
        {
            Reflections =
            [
                .. person.Reflections,
                new Reflection(
                    Classrooms.Of().Key,
                    Moments.Week("2026-W39"),
                    null,
                    [],
                    Sharing.OnlyMe,
                    WantsHelp: true,
                    at
                )
                {
                    HelpAt = at,
                    HandledAt = handledAt,
                },
            ],
        };

    public static ClassWeek Seen(params IReadOnlyList<Person> students) => Seen(Class(students), students);

    public static ClassWeek Seen(Classroom classroom, params IReadOnlyList<Person> students) =>
        ClassWeek.Of(
            classroom,
            Week,
            Now,
            member => students.FirstOrDefault(person => person.Id.ObjectId == member.ObjectId)
        );

    /// <summary>Lee's view of it, in a language.</summary>
    public static TeacherView View(ClassWeek week, string language = "en-US")
    {
        var lee = new Person
        {
            Id = new(Classrooms.Tenant, "lee"),
            Name = "Lee Rivera",
            Locale = language,
            TimeZone = "America/New_York",
        };
        var turn = new Turn(
            "t",
            week.Classroom.KeyOf("lee"),
            lee.Id,
            lee.Name,
            null,
            new Said("my class"),
            Now,
            language,
            lee.TimeZone,
            new Guid(7, 0, 0, new byte[8])
        );
        return new(
            week,
            new TurnContext<Person>(
                lee,
                turn,
                new Voice(Voice.CultureFor(language), GradeBand.Grades9To12),
                LocalTime.Day(Now, lee.TimeZone)
            )
        );
    }

    /// <summary>A class in which there is something of everything.</summary>
    public static IReadOnlyList<Person> Sixteen() =>
        [
            Named("Ana Alvarez")
                .Reflects(
                    mood: 2,
                    obstacle: 0,
                    going: Going.Stuck,
                    status: GoalStatus.Stuck,
                    words: "I kept trying though"
                ),
            Named("Bo Chen").Reflects(mood: 4, obstacle: 0, going: Going.Stuck, status: GoalStatus.BitBehind),
            Named("Cy Diaz").Reflects(mood: 3, obstacle: 0, going: Going.Stuck, status: GoalStatus.Stuck),
            Since(Named("Di Evans"), 40)
                .Reflects(mood: 5, going: Going.Well, words: "that i finally understood how to add fractions"),
            Since(Named("Eve Ford"), 40).Reflects(mood: 4, going: Going.Well),
            Named("Flo Garcia").Reflects(mood: 5, going: Going.Well) with
            {
                TeacherReplies =
                [
                    new TeacherReply(
                        "r1",
                        Classrooms.Of().Key,
                        Classrooms.Of().KeyOf("lee"),
                        "Lee Rivera",
                        "Well done!",
                        Now.AddDays(-2)
                    )
                    {
                        ShownAt = Now.AddDays(-2),
                        SeenAt = Now.AddDays(-1),
                    },
                ],
            },
            Named("Gus Hall").Reflects(mood: 4, going: Going.Well),
            Named("Hal Ito").Reflects(mood: 5, going: Going.Well),
            Named("Ida Jones").Reflects(mood: 4, going: Going.Well, status: GoalStatus.Reached),
            Prompted(Named("Jo Kim"), PromptOutcome.Sent, null, reminder: PromptOutcome.Sent)
                .Reflects(mood: 1, obstacle: 2, going: Going.Stuck, words: "kept to myself", sharing: Sharing.OnlyMe),
            Named("Kay Lopez").AsksForHelp(Moments.Utc("2026-09-29 18:00")),
            Named("Lou Mora").AsksForHelp(Friday).Reflects(mood: 3),
            Named("Max Nunez"),
            Prompted(Named("Nia Ortiz"), PromptOutcome.Unreachable, "ConversationBlockedByUser"),
            Prompted(Named("Oz Park"), PromptOutcome.Unknown, null, reminder: PromptOutcome.Unknown),
            Prompted(Named("Pia Quin"), PromptOutcome.OptedOut, null),
        ];

    public static Person Prompted(
        Person person,
        PromptOutcome outcome,
        string? detail,
        PromptOutcome? reminder = null
    ) =>
        person with
        {
            Classes = [person.Classes[0] with { Outcomes = [new WeekOutcome(Week, outcome, detail, reminder)] }],
        };

    /// <summary>As many different students.</summary>
    public static IReadOnlyList<Person> Several(int count, Func<Person, Person> each) =>
        [.. Enumerable.Range(1, count).Select(n => each(Pupil($"s{n:d2}")))];

    private static Person Named(string name) => Pupil(name.Split(' ')[0].ToLowerInvariant()) with { Name = name };

    private static Person Since(Person person, int days) =>
        person with
        {
            Classes = [person.Classes[0] with { Cursor = new PromptCursor(Now.AddDays(-days)) }],
        };

    private static List<ReflectionAnswer> Answers(int? obstacle, string? words) =>
        [
            .. obstacle is null
                ? Array.Empty<ReflectionAnswer>()
                : [new ReflectionAnswer(ReflectionQuestions.Obstacle, "Not enough time", obstacle)],
            .. words is null ? Array.Empty<ReflectionAnswer>() : [new ReflectionAnswer("proud", words)],
        ];
}
