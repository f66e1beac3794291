using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;
using Milestones.Tests.Calendar;
using Milestones.Tests.Reflections;

namespace Milestones.Tests.Conferences;

/// <summary>A student with a term of data, and students who have less.</summary>
internal static class Pupil
{
    public static readonly DateTimeOffset Now = Moments.Utc("2026-11-16 15:00");

    public static DateOnly Today => new(2026, 11, 16);

    public static Person WithNothing { get; } =
        new()
        {
            Id = new("11111111-1111-1111-1111-111111111111", "sam"),
            Name = "Sam Rivera",
            TimeZone = "America/New_York",
        };

    public static Goal Fractions { get; } =
        ReflectingStudent.Goal("fractions", "I will get 80% on fraction quizzes.", new("80%", 80, 55, "percent")) with
        {
            Plan = "tutoring on Tuesday and 20 minutes on Sunday",
            Progress =
            [
                new("p1", 60, new(2026, 9, 20), "my first quiz, I guessed a lot"),
                new("p2", 72, new(2026, 10, 20), null, "https://school.example/quiz-4"),
            ],
            Milestones = [new("", new(2026, 11, 30), 76)],
        };

    public static Goal Books { get; } =
        ReflectingStudent.Goal("books", "I will read 6 books.", new("6 books", 6, 0, "books")) with
        {
            Progress = [new("b1", 6, new(2026, 11, 2))],
            ReachedOn = new(2026, 11, 2),
        };

    public static Person WithOneGoal { get; } =
        WithNothing with
        {
            Goals = [ReflectingStudent.Goal("kind", "I will be kind at recess.", Measure.None)],
        };

    public static Person WithATerm { get; } =
        WithNothing with
        {
            Classes = [ReflectingStudent.InMath],
            Goals = [Books, Fractions],
            Reflections =
            [
                Week("2026-W39", Sharing.MyTeacher, ("proud", "I asked for help and it was ok")),
                Week("2026-W41", Sharing.OnlyMe, ("helped", "doing it with my sister, not alone")),
                Week("2026-W43", Sharing.MyTeacher, ("helped", "I did it before breakfast")),
                Week("2026-W45", Sharing.MyTeacher, ("learned", "I learn more when I say it out loud")),
            ],
            Surveys =
            [
                new UnitSurvey(
                    ReflectingStudent.InMath.Class,
                    new("aaaaaaaaaaaa", "Fractions", ["I can add fractions", "I can compare them"], Now)
                    {
                        Round = UnitRound.After,
                    }
                )
                {
                    Ratings = [new(0) { Before = 1, After = 3 }, new(1) { Before = 2, After = 2 }],
                    Evidence = [new(UnitRound.Before, 0, "I was not sure"), new(UnitRound.After, 0, "my poster")],
                },
            ],
            TeacherReplies =
            [
                new(
                    "r1",
                    ReflectingStudent.InMath.Class,
                    DocumentKeys.Person(new("11111111-1111-1111-1111-111111111111", "lee")),
                    "Ms. Lee",
                    "Your poster explains it better than the book.",
                    Now.AddDays(-20)
                )
                {
                    ShownAt = Now.AddDays(-20),
                },
                new(
                    "r2",
                    ReflectingStudent.InMath.Class,
                    DocumentKeys.Person(new("11111111-1111-1111-1111-111111111111", "lee")),
                    "Ms. Lee",
                    "",
                    Now.AddDays(-10)
                )
                {
                    ShownAt = Now.AddDays(-10),
                    Feedback = new(
                        "fractions",
                        "I will get 80% on fraction quizzes.",
                        "I show each step",
                        "Each step stands on its own line.",
                        "Say why you may cross out the 3."
                    ),
                },
            ],
            Streak = new(3, 5, null),
            Imports = [new("i1", ReflectingStudent.InMath.Class, "Attendance", "percent", new(2026, 11, 1), 96)],
        };

    public static Reflection Week(string week, Sharing sharing, params (string Question, string Words)[] answers) =>
        new(
            ReflectingStudent.InMath.Class,
            IsoWeek.TryParse(week, out var known) ? known : throw new FormatException(week),
            4,
            [.. answers.Select(one => new ReflectionAnswer(one.Question, one.Words))],
            sharing,
            WantsHelp: false,
            Now
        );

    public static TurnContext<Person> In(Person person, string language, GradeBand band) =>
        new(
            person,
            new Turn(
                "t",
                DocumentKeys.Person(person.Id),
                person.Id,
                person.Name,
                null,
                new Said("hi"),
                Now,
                null,
                null,
                Guid.Empty
            ),
            new Voice(Voice.CultureFor(language), band),
            Today
        );
}
