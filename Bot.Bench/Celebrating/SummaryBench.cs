using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Milestones.Bench.Load;
using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Bench.Celebrating;

/// <summary>
/// <c>summary</c>: a class's turn in which its week is told, from the students' documents as they are stored to the
/// document that is saved; how much of a processor that takes, the collector's share included, how long it lasts on
/// this machine as busy as it is, and how many documents are read for it.
/// </summary>
internal static class SummaryBench
{
    private const string Tenant = "t";

    private static readonly DateTimeOffset Friday = new(2026, 10, 2, 18, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Monday = new(2026, 10, 5, 11, 36, 0, TimeSpan.Zero);

    public static int Run(int students, bool brief)
    {
        var rounds = brief ? 3 : 50;
        var classroom = Class(students);
        var stored = classroom
            .Students.Select(member =>
                Rules.Kinds.Person.Write(classroom.KeyOf(member.ObjectId), Student(member.ObjectId, classroom))
            )
            .ToDictionary(document => document.Key);
        var turn = new Turn("alarm", classroom.Key, default, null, null, new Rang(), Monday, null, null, Guid.Empty);
        var reads = 0;
        var (times, works) = (new List<double>(), new List<double>());
        Classroom? told = null;
        for (var round = 0; round <= rounds; round++)
        {
            var (since, worked) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            var wanted = Rules.Kinds.Class.Needs(classroom, turn, OtherDocuments.None);
            var read = wanted
                .Where(stored.ContainsKey)
                .ToDictionary(key => key, key => (object)Rules.Kinds.Person.Read(stored[key]));
            reads = wanted.Count;
            told = Rules.Kinds.Class.Rules(classroom, turn, new OtherDocuments(read)).Head;
            _ = Rules.Kinds.Class.Write(classroom.Key, told);
            if (round == 0)
                continue;
            times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
            works.Add((Environment.CpuUsage.TotalTime - worked).TotalMilliseconds);
        }

        times.Sort();
        works.Sort();
        var (median, worst) = (times[times.Count / 2], times[^1]);
        var (work, mostWork) = (works[works.Count / 2], works[^1]);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{students} students: {work:0.0} ms of a processor (median), {mostWork:0.0} ms (worst), within "
                    + $"{median:0.0} ms (median), {worst:0.0} ms (worst), {reads} reads, "
                    + $"{told!.Weeks!.Waiting?.Reflected} shared"
            )
        );
        Console.WriteLine(
            JsonSerializer.Serialize(
                new
                {
                    students,
                    reads,
                    medianProcessorMilliseconds = Math.Round(work, 1),
                    worstProcessorMilliseconds = Math.Round(mostWork, 1),
                    medianMilliseconds = Math.Round(median, 1),
                    worstMilliseconds = Math.Round(worst, 1),
                    shared = told.Weeks.Waiting?.Reflected,
                }
            )
        );
        return 0;
    }

    private static Classroom Class(int students)
    {
        var schedule = new WeeklySchedule(
            DayOfWeek.Friday,
            new TimeOnly(13, 30),
            "America/New_York",
            new DateOnly(2026, 9, 1),
            new DateOnly(2027, 6, 1),
            Friday.AddDays(-60)
        );
        return new()
        {
            TenantId = Tenant,
            TeamId = "19:team@thread.tacv2",
            Name = "7B Math",
            Settings = new ClassSettings(GradeBand.Grades6To8, schedule, null, []),
            Weeks = new ClassWeeks(Friday.AddDays(-1)) { NextAt = Monday.AddMinutes(-6) },
            Members =
            [
                .. Enumerable
                    .Range(0, students)
                    .Select(number => new Member(
                        string.Create(CultureInfo.InvariantCulture, $"aaaaaaaa-0000-4000-8000-{number:d12}"),
                        $"Student {number}",
                        MemberRole.Student
                    )
                    {
                        Checked = true,
                        Knows = 1,
                    }),
            ],
        };
    }

    /// <summary>A student as a quarter leaves one: three goals and eight weeks.</summary>
    private static Person Student(string id, Classroom classroom) =>
        new()
        {
            Id = new(Tenant, id),
            Name = "Student",
            Goals =
            [
                .. Enumerable
                    .Range(0, 3)
                    .Select(goal => new Goal(
                        $"g{goal}",
                        "I will raise my math grade from 55 to 80 percent by December 18.",
                        Language.Area.None,
                        new Measure("80 percent", 80, 55, "percent"),
                        "tutoring on Tuesdays",
                        null,
                        "to pass",
                        7,
                        new DateOnly(2026, 12, 18),
                        Aspects.All,
                        Aspects.None,
                        new DateOnly(2026, 9, 14)
                    )
                    {
                        Milestones =
                        [
                            .. Enumerable
                                .Range(0, 6)
                                .Select(step => new Milestone("a step", new DateOnly(2026, 10, 1), 60)
                                {
                                    ReachedOn = step < 2 ? new DateOnly(2026, 10, 1) : null,
                                }),
                        ],
                        Progress =
                        [
                            .. Enumerable
                                .Range(0, 10)
                                .Select(entry => new ProgressEntry(
                                    $"e{entry}",
                                    55 + entry,
                                    new DateOnly(2026, 9, 20),
                                    "a quiz"
                                )),
                        ],
                    }),
            ],
            Reflections =
            [
                .. Enumerable
                    .Range(0, 8)
                    .Select(back => new Reflection(
                        classroom.Key,
                        IsoWeek.Of(DateOnly.FromDateTime(Friday.AddDays(7 * (back - 7)).UtcDateTime)),
                        4,
                        [new ReflectionAnswer("best", "I finished my fractions and helped a friend with hers.")],
                        Sharing.MyTeacher,
                        false,
                        Friday
                    )
                    {
                        Goals = [new GoalSnapshot("g0", "I will raise my math grade.", GoalStatus.OnTrack, 60)],
                    }),
            ],
        };
}
