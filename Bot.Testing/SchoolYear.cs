using System.Globalization;
using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Features.Reflections;
using Milestones.Language;
using Milestones.Localization;
using Milestones.School;
using Milestones.Storage;
using Milestones.Turns;

namespace Milestones.Testing;

/// <summary>
/// A class with a year behind it, as its documents lie in a store: what pages are tried on and measured with.
/// </summary>
internal sealed class SchoolYear
{
    public const string Tenant = "11111111-1111-1111-1111-111111111111";

    private const string TeamId = "19:grade-8-math@thread.tacv2";
    private const string Zone = "America/New_York";
    private const int InDocument = 8;

    private static readonly string[] First =
    [
        "Ana",
        "Ben",
        "Chloe",
        "Diego",
        "Emma",
        "Farid",
        "Grace",
        "Hugo",
        "Ines",
        "Jamal",
        "Kiara",
        "Liam",
        "Maya",
        "Noor",
        "Omar",
        "Priya",
        "Quinn",
        "Rosa",
        "Sofía",
        "Tariq",
        "Uma",
        "Víctor",
        "Wren",
        "Ximena",
        "Yusuf",
        "Zoe",
    ];

    private static readonly string[] Last =
    [
        "Alvarez",
        "Brooks",
        "Chen",
        "Diallo",
        "Evans",
        "Flores",
        "García",
        "Haddad",
        "Ito",
        "Johnson",
    ];

    private static readonly (string Sentence, Area Area, string? Unit, double From, double To)[] Aims =
    [
        (
            "I will get 80% on the fractions quizzes by practicing 20 minutes each night.",
            Area.Academic,
            "percent",
            55,
            80
        ),
        ("I will read 20 books by June by reading every night before bed.", Area.Engagement, "books", 2, 20),
        ("I will go from 6 tardies a month to 1 by setting two alarms.", Area.Behavior, "tardies", 6, 1),
        ("I will ask for help twice a week when I am stuck.", Area.SocialEmotional, "times/week", 0, 2),
        ("I will visit three colleges and write down what I liked.", Area.FutureReadiness, "visits", 0, 3),
    ];

    private static readonly string[] Words =
    [
        "I practiced before the quiz and it helped a lot.",
        "Asking a friend to check my steps.",
        "I ran out of time because of practice.",
        "Doing it right after school instead of at night.",
        "I finally understood how to add fractions.",
    ];

    private static readonly string[] Asked = ["helped", "obstacle", "nextStep", "proud"];

    private readonly DateTimeOffset _now;
    private readonly int _weeks;

    /// <param name="weeks">Weeks behind it, the present one included.</param>
    public SchoolYear(int students, DateTimeOffset now, int weeks = 40)
    {
        (_now, _weeks) = (now, weeks);
        Classroom = ClassOf(students);
        Students = [.. Enumerable.Range(0, students).Select(StudentOf)];
    }

    public static PersonId Teacher { get; } = new(Tenant, "aaaaaaaa-0000-4000-8000-00000000ffff");

    public Classroom Classroom { get; }

    public IReadOnlyList<Person> Students { get; }

    /// <summary>All of it, the archive included.</summary>
    public IEnumerable<Document> Documents(HeadKinds kinds) =>
        Students
            .SelectMany(student => Older(student).Prepend(kinds.Person.Write(Key(student.Id), student)))
            .Append(kinds.Class.Write(Classroom.Key, Classroom))
            .Append(kinds.Person.Write(Key(Teacher), TeacherOf()));

    private static DocumentKey Key(PersonId person) => DocumentKeys.Person(person);

    private IsoWeek This => IsoWeek.Of(LocalTime.Day(_now, Zone));

    private Classroom ClassOf(int students) =>
        new()
        {
            TenantId = Tenant,
            TeamId = TeamId,
            Name = "Grade 8 Math",
            Authority = Authority.School,
            AddedTeachers = [Teacher.ObjectId],
            RosterReadAt = _now,
            Settings = new ClassSettings(
                GradeBand.Grades6To8,
                new WeeklySchedule(
                    DayOfWeek.Monday,
                    new TimeOnly(8, 0),
                    Zone,
                    This.Monday.AddDays(-7 * _weeks),
                    This.Monday.AddDays(100),
                    _now.AddDays(-7 * _weeks)
                ),
                null,
                []
            ),
            Members =
            [
                new Member(Teacher.ObjectId, "Elena Rivera", MemberRole.Teacher) { SeenAt = _now },
                .. Enumerable
                    .Range(0, students)
                    .Select(number => new Member(ObjectId(number), Name(number), MemberRole.Student)),
            ],
        };

    private Person TeacherOf() =>
        new()
        {
            Id = Teacher,
            Name = "Elena Rivera",
            Locale = "en-US",
            TimeZone = Zone,
            Classes =
            [
                new(Classroom.Key, Classroom.Name!, MemberRole.Teacher, Classroom.Settings!.Schedule, null, false),
            ],
        };

    private Person StudentOf(int number)
    {
        var id = new PersonId(Tenant, ObjectId(number));
        var goals = Enumerable.Range(0, 1 + (number % 3)).Select(n => GoalOf(number, n)).ToList();
        var latest = number % 7 == 3 ? 1 : 0;
        return new()
        {
            Id = id,
            Name = Name(number),
            Locale = "en-US",
            TimeZone = Zone,
            Goals = goals,
            Streak = new(3 + (number % 6), 9, This),
            Classes =
            [
                new(
                    Classroom.Key,
                    Classroom.Name!,
                    MemberRole.Student,
                    Classroom.Settings!.Schedule,
                    GradeBand.Grades6To8,
                    HasContacts: false
                )
                {
                    Readers = ["Elena Rivera"],
                    Cursor = new(_now.AddDays(-7 * _weeks)),
                },
            ],
            Reflections =
            [
                .. Enumerable
                    .Range(0, Math.Min(InDocument, _weeks))
                    .Reverse()
                    .Where(back => back >= latest && IsThere(number, back))
                    .Select(back => ReflectionOf(number, back, goals)),
            ],
            PastWeeks = PastWeek.After(
                [],
                [
                    .. Enumerable
                        .Range(InDocument, Math.Max(0, _weeks - InDocument))
                        .Where(back => IsThere(number, back))
                        .Select(back => ReflectionOf(number, back, goals)),
                ]
            ),
        };
    }

    private static bool IsThere(int number, int back) => ((number * 7) + (back * 3)) % 11 != 0;

    private Goal GoalOf(int number, int which)
    {
        var (sentence, area, unit, from, to) = Aims[(number + which) % Aims.Length];
        var started = This.Monday.AddDays(-70);
        var due = This.Monday.AddDays(49 + (number % 5));
        var pace = (number % 5) switch
        {
            0 => 1.0,
            1 => 0.75,
            2 => 0.5,
            3 => 0.2,
            _ => 0.6,
        };
        double At(int week) => Math.Round(from + ((to - from) * pace * Math.Min(1, week / 9.0)));
        return new(
            string.Create(CultureInfo.InvariantCulture, $"g{number}-{which}"),
            sentence,
            area,
            new(null, to, from, unit),
            "Every evening after dinner",
            "If I am tired, then I do five minutes",
            "It matters to me",
            7,
            due,
            Aspects.All,
            Aspects.None,
            started
        )
        {
            Milestones =
            [
                .. Enumerable
                    .Range(1, 4)
                    .Select(step =>
                    {
                        var value = Math.Round(from + ((to - from) * step / 4));
                        return new Milestone("", started.AddDays((due.DayNumber - started.DayNumber) * step / 4), value)
                        {
                            ReachedOn = step <= 4 * pace * 0.9 ? started.AddDays(14 * step) : null,
                        };
                    }),
            ],
            Progress =
            [
                .. Enumerable
                    .Range(1, 9)
                    .Select(week => new ProgressEntry(
                        string.Create(CultureInfo.InvariantCulture, $"e{number}-{which}-{week}"),
                        At(week),
                        started.AddDays(7 * week),
                        null
                    )),
            ],
            ReachedOn = pace >= 1 && which == 0 ? This.Monday : null,
        };
    }

    private Reflection ReflectionOf(int number, int back, IReadOnlyList<Goal> goals)
    {
        var week = IsoWeek.Of(This.Monday.AddDays(-7 * back));
        var day = week.Monday;
        return new(
            Classroom.Key,
            week,
            1 + (((number * 3) + (back * 5) + (number / 3)) % 5),
            [
                new(
                    Asked[(number + back) % Asked.Length],
                    Words[(number + back) % Words.Length],
                    Asked[(number + back) % Asked.Length] == "obstacle" ? number % 3 : null
                ),
            ],
            number % 5 == 4 && back % 2 == 0 ? Sharing.OnlyMe : Sharing.MyTeacher,
            WantsHelp: number % 9 == 5 && back == 0,
            new DateTimeOffset(day.ToDateTime(new TimeOnly(16, 0)), TimeSpan.Zero)
        )
        {
            HandledAt = number % 9 == 5 ? null : _now,
            Goals =
            [
                .. goals
                    .Where(goal => goal.CreatedOn <= day)
                    .Select(goal => new GoalSnapshot(
                        goal.Id,
                        goal.Sentence,
                        GoalStatuses.Of(goal, day),
                        goal.Progress.LastOrDefault(entry => entry.On <= day)?.Value ?? goal.Measure.Baseline
                    )),
            ],
        };
    }

    /// <summary>What left a student's document for the archive.</summary>
    private IEnumerable<Document> Older(Person student)
    {
        var number = int.Parse(student.Id.ObjectId[^12..], NumberStyles.None, CultureInfo.InvariantCulture);
        return Recording
            .With(
                student with
                {
                    Reflections =
                    [
                        .. Enumerable
                            .Range(1, _weeks - 1)
                            .Reverse()
                            .Where(back => IsThere(number, back))
                            .Select(back => ReflectionOf(number, back, student.Goals)),
                    ],
                },
                ReflectionOf(number, 0, student.Goals)
            )
            .Archive.Select(entry => new Document(new(Key(student.Id).Partition, entry.Id), "archive", entry.Json));
    }

    private static string ObjectId(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"aaaaaaaa-0000-4000-8000-{number:d12}");

    private static string Name(int number) =>
        number < First.Length
            ? $"{First[number]} {Last[number % Last.Length]}"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{First[number % First.Length]} {Last[(number / First.Length) % Last.Length]} {number}"
            );
}
