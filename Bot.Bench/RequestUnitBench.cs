using System.Globalization;
using System.Text.Json;

namespace Milestones.Bench;

/// <summary>
/// <c>ru</c>: what Cosmos DB would charge for the real bot's requests with its real documents, reckoned from the published table.
/// An emulator cannot tell, and an account was not asked.
/// </summary>
internal static class RequestUnitBench
{
    private const double TurnBudget = 16;
    private const double WeekBudget = 300;

    /// <summary>Requests come in school hours, five days of seven hours, and four times as dense in the busiest minutes.</summary>
    private const double SchoolSeconds = 5 * 7 * 3600;
    private const double Peak = 4;

    private static readonly string[] GoalSession =
    [
        "i want to get better at math", "fractions", "at least 80 on the next 3 quizzes", "like 55", "tutoring tuesday and ixl on sundays",
        "if sunday is busy i do it monday", "because i want to be ready for algebra", "in 6 weeks", "7", "save", "looks good",
    ];

    public static async Task<int> RunAsync()
    {
        await using var student = new StudentAtWork();

        // The student has two goals already: documents of somebody's first minute would be too small.
        await student.SitAsync("I want to read 12 books by december 18 by reading 20 minutes every night because i want to write better, now i have 3", "8", "save", "looks good");
        await student.SitAsync("I want to turn in all my homework on time by november 20 by doing it before dinner so that i can stay on the team", "not sure", "if i'm tired i do 10 minutes", "8", "save", "looks good");
        var before = student.Store.Sizes.Count;

        List<Sitting> sittings = [await student.SitAsync(GoalSession)];
        foreach (var progress in (string[])["got 58 on the quiz", "got 60 on the quiz", "read 2 more books", "got 62 on the quiz", "got 66 on the quiz"])
            sittings.Add(await student.SitAsync(progress));
        var sizes = student.Store.Sizes.Skip(before).Order().ToList();

        // Not built yet: as many turns as its form and two questions take, after a prompt, at the price of the others.
        var turns = sittings.SelectMany(sitting => sitting.Turns).ToList();
        var typical = turns.Average();
        var besides = sittings.Sum(sitting => sitting.Besides);
        var reflection = (3 * typical) + (2 * typical);
        var week = sittings.Sum(sitting => sitting.Total) + reflection;

        Say($"documents written               {sizes.Count,8} of {sizes[0]:N0} to {sizes[^1]:N0} bytes, median {sizes[sizes.Count / 2]:N0}");
        Say($"a coaching turn                 {sittings[0].Turns.Average(),8:0.0} RU on average, {sittings[0].Turns.Max():0.0} at most (budget {TurnBudget})");
        Say($"the goal session, {GoalSession.Length} turns      {sittings[0].Turns.Sum(),8:0.0} RU, and {sittings[0].Besides:0.0} for deliveries and alarms");
        Say($"five progress entries           {sittings.Skip(1).Sum(sitting => sitting.Turns.Sum()),8:0.0} RU, and {sittings.Skip(1).Sum(sitting => sitting.Besides):0.0} for deliveries and alarms");
        Say($"one reflection (5 turns assumed){reflection,8:0.0} RU");
        Say($"a week of an active student     {week,8:0.0} RU (budget {WeekBudget}), {besides:0.0} of it for deliveries and alarms");

        var scale = ((int[])[1_000, 100_000, 1_000_000]).Select(students => Scale(students, week)).ToList();
        foreach (var row in scale)
            Say($"{row.Students,9:N0} active students       {row.Average,8:N0} RU/s in school hours, {row.Busiest:N0} in the busiest minutes: provision {row.Provision:N0}");

        Console.WriteLine(JsonSerializer.Serialize(new
        {
            documentBytes = new { median = sizes[sizes.Count / 2], max = sizes[^1] },
            turn = new { average = Round(sittings[0].Turns.Average()), max = Round(sittings[0].Turns.Max()), budget = TurnBudget },
            week = new { total = Round(week), deliveriesAndAlarms = Round(besides), budget = WeekBudget },
            students = scale.Select(row => new { count = row.Students, average = Round(row.Average), busiest = Round(row.Busiest), provision = row.Provision }),
        }));
        return 0;
    }

    /// <summary>RU/s for so many students, the polls of as many processes as they need included.</summary>
    private static (int Students, double Average, double Busiest, double Provision) Scale(int students, double week)
    {
        var average = students * week / SchoolSeconds;
        var partitions = Math.Max(1, (int)Math.Ceiling(average * Peak / 10_000));
        var processes = Math.Max(2, students / 100_000);
        var polls = processes * RequestUnits.EmptyQuery(partitions) / 2;
        var busiest = (average * Peak) + polls;
        return (students, average + polls, busiest, Math.Max(400, Math.Ceiling(busiest / 100) * 100));
    }

    private static double Round(double units) => Math.Round(units, 1);

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
