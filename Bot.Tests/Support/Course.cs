using System.Globalization;
using Milestones.Localization;
using Milestones.Tests.Calendar;

namespace Milestones.Tests.Support;

/// <summary>A class with its teacher Lee, set up for Fridays 13:30 in New York, whose weeks a test lets pass.</summary>
internal sealed class Course
{
    /// <summary>Just after the first prompt.</summary>
    public static readonly DateTimeOffset Friday = Moments.Utc("2026-09-18 17:40");

    /// <summary>Just after the first digest: 7:30 in New York, and the spread.</summary>
    public static readonly DateTimeOffset Monday = Moments.Utc("2026-09-21 11:36");

    private readonly BotFixture _bot;
    private readonly List<Student> _people;

    private Course(BotFixture bot, Student teacher, IReadOnlyList<Student> students, string name)
    {
        (_bot, Teacher, Students) = (bot, teacher, students);
        _people = [teacher, .. students];
        Team = new Team(bot, name, _people);
    }

    public Student Teacher { get; }

    public IReadOnlyList<Student> Students { get; }

    public Team Team { get; }

    public Student this[string name] => _people.Single(person => person.Name == name);

    public static Task<Course> StartAsync(BotFixture bot, params IReadOnlyList<string> students) =>
        StartAsync(bot, bot.Student("Lee"), [.. students.Select(name => bot.Student(name))]);

    public static async Task<Course> StartAsync(
        BotFixture bot,
        Student teacher,
        IReadOnlyList<Student> students,
        string name = "7B Math",
        IReadOnlyDictionary<string, string>? settings = null
    )
    {
        var course = new Course(bot, teacher, students, name);
        foreach (var person in course._people)
        {
            await person.SaysAsync("hi");
            await person.ArrivedAsync();
        }

        await course.Team.AddBotAsync(teacher);
        await course.Team.SetUpAsync(teacher, settings);
        foreach (var person in course._people)
            await course.NewAsync(person);
        return course;
    }

    /// <summary>Lets the clock run to this moment, rings, and lets everything arrive.</summary>
    public async Task AtAsync(DateTimeOffset moment)
    {
        await SettleAsync();
        if (moment > _bot.Clock.Now)
            _bot.Clock.Advance(moment - _bot.Clock.Now);
        await SettleAsync();
    }

    /// <summary>
    /// What messages between documents and alarms are under way comes to an end; everybody's screen takes what arrived.
    /// </summary>
    public async Task SettleAsync()
    {
        for (var round = 0; round < 4; round++)
        {
            await _bot.RingAsync();
            foreach (var person in _people)
                await _bot.SentAsync(person.Key);
            await _bot.SentAsync(Team.Key);
        }
    }

    /// <summary>What came to somebody since the last look.</summary>
    public async Task<IReadOnlyList<Shown>> NewAsync(Student person)
    {
        await SettleAsync();
        var arrived = await person.ArrivedAsync();
        person.Screen.Take(arrived, null);
        return arrived;
    }

    /// <summary>What somebody is shown for their words, when all that was under way has arrived as well.</summary>
    public async Task<Shown> AsksAsync(Student person, string words)
    {
        await NewAsync(person);
        IReadOnlyList<Shown> shown = [.. await person.SaysAsync(words), .. await NewAsync(person)];
        return shown[0];
    }

    /// <summary>A student answers the week's card: a mood, and words where there are some.</summary>
    public async Task ReflectsAsync(string name, int mood, bool shares = true, string? words = null)
    {
        var student = this[name];
        await NewAsync(student);
        if (!student.Screen.Cards.Any(card => card.Find("Done") is not null))
            await student.SaysAsync("reflect");
        await student.TapsAsync(
            new Voice(CultureInfo.GetCultureInfo("en"), GradeBand.Grades6To8).List("Reflect.Moods")[mood - 1],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["sharing"] = shares ? "MyTeacher" : "OnlyMe" }
        );
        await student.SaysAsync(words ?? "skip");
        await SettleAsync();
    }
}
