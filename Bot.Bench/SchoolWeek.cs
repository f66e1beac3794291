using Milestones.Calendar;

namespace Milestones.Bench;

/// <summary>
/// One recorded week of an active student: a goal session, five progress entries, and the reflection their class asks
/// for.
/// </summary>
/// <param name="Name">What kind of week it is.</param>
/// <param name="Goal">What the student does from the first words to the accepted milestones.</param>
/// <param name="Reflection">What they do with the weekly card.</param>
internal sealed record SchoolWeek(string Name, IReadOnlyList<Act> Goal, IReadOnlyList<Act> Reflection)
{
    /// <summary>The Monday of the week, in the morning of New York.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 9, 28, 14, 0, 0, TimeSpan.Zero);

    public const string Typical = "typical";

    /// <summary>How the progress of a week is told: two entries by sentence, two by form, one by tap.</summary>
    public const string Mix = "two by sentence, two by form, one by tap";

    /// <summary>The class's card comes on Friday at 14:00 in New York.</summary>
    private static readonly WeeklySchedule Fridays = new(
        DayOfWeek.Friday,
        new TimeOnly(14, 0),
        "America/New_York",
        new(2026, 9, 1),
        new(2027, 6, 18),
        new(2026, 8, 20, 12, 0, 0, TimeSpan.Zero)
    );

    private const string Good = "[🙂 Good]";

    /// <summary>
    /// The shortest, a typical and the longest session that students go through, each answering what it is asked.
    /// Typical is one of 8 turns, which is what
    /// first sentences of students take in the middle (<see cref="SessionLengths"/>: 4 to 11, 8.2 on average): it names
    /// a skill, a number and a day, and
    /// leaves the rest to be asked. The shortest names all but how sure they are; the longest begins with a wish, and
    /// has one vague answer and one
    /// <em>why?</em> on the way. With them the reflections grow, from one question after a good week to two and a probe
    /// after a bad one.
    /// </summary>
    public static IReadOnlyList<SchoolWeek> All { get; } =
    [
        new(
            "shortest",
            [
                "i want to raise my algebra 1 grade from 55% to 80% by december 1 by going to "
                    + "tutoring every tuesday because i want to pass the class",
                "7",
                "[Save]",
                "[Looks good]",
            ],
            [new(Good, ("value-", "64")), "I got better"]
        ),
        new(
            Typical,
            [
                "i want to get at least 80 on my fractions quizzes by november 20",
                "like 55",
                "tutoring tuesday and ixl on sundays",
                "because i want to be ready for algebra",
                "7",
                "[Save]",
                "[Looks good]",
            ],
            [new(Good, ("going-", "Okay")), "doing a little every day"]
        ),
        new(
            "longest",
            [
                "i want to get better at math",
                "everything",
                "fractions",
                "from 55 to 80 on the quizzes",
                "why?",
                "tutoring tuesday and ixl on sundays",
                "in 6 weeks",
                "because i want to be ready for algebra",
                "7",
                "[Save]",
                "[Looks good]",
            ],
            [
                new("[😕 Not great]", ("going-", "Stuck"), ("sharing", "MyTeacher")),
                "homework",
                "too much of it in science",
                "Ask for help",
            ]
        ),
    ];

    /// <summary>Five entries on four days. Buttons are on the cards that came before.</summary>
    private static readonly (int Day, IReadOnlyList<Act> Acts)[] Progress =
    [
        (1, ["got 58 on the quiz"]),
        (1, ["[My goals]", "[Log progress]", new("[Done]", ("note", "all of monday's was in on time"))]),
        (2, ["[My goals]", "[+1]"]),
        (3, ["read 2 more books"]),
        (3, ["[My goals]", "[Log progress]", new("[Done]", ("note", "did the practice test first"))]),
    ];

    /// <summary>
    /// Plays the week for a student who has two goals and is in a class since a fortnight: documents of somebody's
    /// first minute would be too small.
    /// </summary>
    public async Task<PlayedWeek> PlayAsync(int bots)
    {
        await using var machines = new BotsAtWork(bots);
        var student = new StudentAtWork(machines);
        await student.SitAsync(
            "I want to read 12 books by december 18 by reading 20 minutes every night because i want "
                + "to write better, now i have 3",
            "8",
            "[Save]",
            "[Looks good]"
        );
        await student.SitAsync(
            "I want to turn in all my homework on time by november 20 by doing it before dinner so "
                + "that i can stay on the team",
            "8",
            "[Save]",
            "[Looks good]"
        );
        await student.JoinAsync(Fridays);
        await machines.UntilAsync(Monday.AddDays(-10).AddHours(4));
        await student.SitAsync(new Act(Good, ("going-", "Well")), "A good plan");
        await machines.UntilAsync(Monday.AddDays(-3).AddHours(4));
        await student.SitAsync(new Act(Good, ("going-", "Okay")), "getting up earlier", "i plan my evenings now");
        await machines.UntilAsync(Monday);

        var before = machines.Store.Sizes.Count;
        var goal = await student.SitAsync(Goal);
        var progress = new List<Sitting>();
        foreach (var (index, (day, acts)) in Progress.Index())
        {
            await machines.UntilAsync(Monday.AddDays(day).AddHours(index));
            progress.Add(await student.SitAsync(acts));
        }

        var prompt = await machines.UntilAsync(Monday.AddDays(4).AddHours(4));
        var reflection = await student.SitAsync(Reflection);
        return new(Name, goal, progress, prompt, reflection, [.. machines.Store.Sizes.Skip(before)]);
    }
}

/// <summary>What a week cost.</summary>
/// <param name="Prompt">Request units of the weekly card: sending it and taking note that it arrived.</param>
/// <param name="Sizes">Each document written: bytes of its JSON, and of the item it is in the container.</param>
internal sealed record PlayedWeek(
    string Name,
    Sitting Goal,
    IReadOnlyList<Sitting> Progress,
    double Prompt,
    Sitting Reflection,
    IReadOnlyList<(int Json, int Item)> Sizes
)
{
    public IEnumerable<Sitting> Sittings => [Goal, .. Progress, Reflection];

    public double Total => Sittings.Sum(sitting => sitting.Total) + Prompt;

    /// <summary>What was not spent in turns of the student.</summary>
    public double Besides => Sittings.Sum(sitting => sitting.Besides) + Prompt;
}
