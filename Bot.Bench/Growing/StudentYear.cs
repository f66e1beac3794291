using System.Globalization;
using Milestones.Bench.Load;
using Milestones.Calendar;
using Milestones.School;
using Milestones.Turns;

namespace Milestones.Bench.Growing;

/// <summary>
/// A school year of a student who lets no day pass: ten goals, a number and a note for each of them on every school
/// day, and a reflection each week.
/// </summary>
internal sealed class StudentYear : IAsyncDisposable
{
    private const int Days = 5;
    private const int MostAnswers = 4;

    private static readonly DateTimeOffset Begin = new(2026, 9, 7, 17, 0, 0, TimeSpan.Zero);

    private static readonly WeeklySchedule Fridays = new(
        DayOfWeek.Friday,
        new TimeOnly(14, 0),
        "America/New_York",
        new(2026, 9, 1),
        new(2027, 6, 25),
        new(2026, 8, 20, 12, 0, 0, TimeSpan.Zero)
    );

    private static readonly string[] Subjects =
    [
        "algebra",
        "biology",
        "history",
        "spanish",
        "english",
        "chemistry",
        "geography",
        "art",
        "health",
        "music",
    ];

    private readonly BotsAtWork _bots = new(1, Begin.AddDays(-5));
    private readonly StudentAtWork _student;
    private int _entries;

    public StudentYear() => _student = new(_bots);

    public async Task<GrownYear> PlayAsync(int weeks)
    {
        await _student.JoinAsync(Fridays);
        await _bots.UntilAsync(Begin.AddDays(-3));
        foreach (var subject in Subjects)
        {
            await _student.SitAsync(
                $"i want to raise my {subject} grade from 40% to 95% by june 18 by going to tutoring every tuesday "
                    + "because i want to pass the class",
                "7",
                "[Save]",
                "[Looks good]"
            );
        }

        var grown = new List<GrownWeek>();
        for (var week = 0; week < weeks; week++)
            grown.Add(await WeekAsync(week, weeks));
        return new(grown, await MissingAsync(weeks));
    }

    public ValueTask DisposeAsync() => _bots.DisposeAsync();

    private async Task<GrownWeek> WeekAsync(int week, int weeks)
    {
        _ = _bots.Store.TakeLongest(Rules.Kinds.Person.Name);
        var saved = new List<double>();
        for (var day = 0; day < Days; day++)
        {
            await _bots.UntilAsync(Begin.AddDays((7 * week) + day));
            for (var goal = 1; goal <= Subjects.Length; goal++)
                saved.Add(await LogAsync(goal, ((double)week * Days + day) / (weeks * Days)));
            await _bots.PassAsync(TimeSpan.FromMinutes(10));
        }

        await _bots.UntilAsync(Begin.AddDays((7 * week) + Days - 1).AddHours(3));
        await ReflectAsync();
        return new(
            week + 1,
            _bots.Store.TakeLongest(Rules.Kinds.Person.Name),
            (await ReadAsync()).Bytes,
            saved.Average()
        );
    }

    /// <summary>One entry; what its turn cost.</summary>
    /// <param name="share">How much of the year is over: the number is a little behind it, so that no goal ends
    /// before.</param>
    private async Task<double> LogAsync(int goal, double share)
    {
        var value = Math.Round(40 + (50 * share) + (goal % 3)).ToString(CultureInfo.InvariantCulture);
        var units = 0.0;
        foreach (
            var act in (Act[])
                [
                    "[My goals]",
                    $"[Log progress #{goal}]",
                    new("[Done]", ("value", value), ("note", "did the practice test first and asked about the rest")),
                ]
        )
        {
            units = (await _student.ActAsync(act)).Units;
            await _bots.PassAsync(StudentAtWork.Thinking);
        }

        _entries++;
        return units;
    }

    private async Task ReflectAsync()
    {
        await _student.SitAsync(new Act("[🙂 Good]", ("going-", "Well"), ("sharing", "MyTeacher")));
        for (var answer = 0; answer < MostAnswers && (await ReadAsync()).Person.Reflecting is not null; answer++)
            await _student.SitAsync("doing a little every day instead of all of it on sunday night");
    }

    /// <summary>What the student's own page and the copy of their data do not show.</summary>
    private async Task<IReadOnlyList<string>> MissingAsync(int weeks)
    {
        var (person, _) = await ReadAsync();
        var shown = await _bots.The<PageReader>().WithArchiveAsync(person, CancellationToken.None);
        var copy = await _bots.The<PersonCopies>().OfAsync(_student.Key, CancellationToken.None);
        var entries = shown.Goals.SelectMany(goal => goal.Progress).Select(entry => entry.Id).ToList();
        var text = System.Text.Encoding.UTF8.GetString(copy!.Json.Span);
        return
        [
            .. GrownYear.Counted("goals", Subjects.Length, shown.Goals.Count),
            .. GrownYear.Counted("entries on the page", _entries, entries.Distinct(StringComparer.Ordinal).Count()),
            .. GrownYear.Counted(
                "entries in the copy",
                _entries,
                entries.Count(id => text.Contains($"\"{id}\"", StringComparison.Ordinal))
            ),
            .. GrownYear.Counted("reflections on the page", weeks, shown.Reflections.Count(one => one.IsReflected)),
        ];
    }

    private async Task<(Person Person, int Bytes)> ReadAsync()
    {
        var stored = await _bots.Store.GetAsync(_student.Key, CancellationToken.None);
        return (Rules.Kinds.Person.Read(stored!.Document), stored.Document.Json.Length);
    }
}
