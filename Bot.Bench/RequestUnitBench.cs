using System.Globalization;
using System.Text.Json;

namespace Milestones.Bench;

/// <summary>
/// <c>ru</c>: what Cosmos DB would charge for the real bot's requests with its real documents, reckoned from the
/// published table.
/// An emulator cannot tell, and an account was not asked.
/// </summary>
internal static class RequestUnitBench
{
    private const double TurnBudget = 16;
    private const double WeekBudget = 300;

    /// <summary>
    /// Requests come in school hours, five days of seven hours, and four times as dense in the busiest minutes.
    /// </summary>
    private const double SchoolSeconds = 5 * 7 * 3600;
    private const double Peak = 4;

    /// <summary>
    /// As many bots as take a student's messages in turn, where nothing sends those of one conversation to one bot.
    /// </summary>
    private const int Bots = 4;

    private static readonly int[] Students = [1_000, 100_000, 1_000_000];

    /// <param name="goals">A file of first sentences, whose sessions are counted too; null for none.</param>
    public static async Task<int> RunAsync(string? goals)
    {
        var weeks = new List<PlayedWeek>();
        var scattered = new List<PlayedWeek>();
        foreach (var week in SchoolWeek.All)
        {
            weeks.Add(await week.PlayAsync(bots: 1));
            scattered.Add(await week.PlayAsync(Bots));
        }

        var json = weeks.SelectMany(week => week.Sizes).Select(size => size.Json).Order().ToList();
        var items = weeks.SelectMany(week => week.Sizes).Select(size => size.Item).Order().ToList();
        var turns = weeks.SelectMany(week => week.Sittings).SelectMany(sitting => sitting.Turns).ToList();
        var session = weeks.SelectMany(week => week.Goal.Turns).Average(turn => turn.Units);
        var dearest = turns.MaxBy(turn => turn.Units)!;
        var typical = weeks.Single(week => week.Name == SchoolWeek.Typical);
        var mean = weeks.Average(week => week.Total);
        var meanScattered = scattered.Average(week => week.Total);

        var lengths = goals is null ? [] : SessionLengths.Of(goals);
        if (lengths.Count > 0)
        {
            Say(
                $"{lengths.Count} first sentences: sessions of {lengths[0]} to {lengths[^1]} turns, "
                    + $"{lengths[lengths.Count / 2]} in the middle, {lengths.Average():0.0} on average"
            );
        }

        Say(
            $"A student with two goals and a class; {StudentAtWork.Thinking.TotalSeconds} s between "
                + $"two messages. Progress: {SchoolWeek.Mix}."
        );
        Say(
            $"documents written               {json.Count, 8} of {json[0]:N0} to {json[^1]:N0} bytes, "
                + $"median {json[json.Count / 2]:N0}"
        );
        Say(
            $"  as items of the container     {items.Count, 8} of {items[0]:N0} to {items[^1]:N0} "
                + $"bytes, median {items[items.Count / 2]:N0}"
        );
        Say($"a turn of a goal session        {session, 8:0.0} RU on average");
        Say($"the dearest turn of all         {dearest.Units, 8:0.0} RU (budget {TurnBudget}): {dearest.What}");
        foreach (var week in weeks)
            Print(week);
        Say(
            $"a typical week of a student     {typical.Total, 8:0.0} RU (budget {WeekBudget}), "
                + $"{typical.Besides:0.0} of it for the weekly card and notes of deliveries"
        );
        Say(
            $"a week, the mean of the {weeks.Count}       {mean, 8:0.0} RU; {meanScattered:0.0} where "
                + $"{Bots} bots take the messages of one chat in turn: what one has sent another cannot note"
        );

        var scale = Students.Select(students => Scale(students, mean)).ToList();
        var scattering = Students.Select(students => Scale(students, meanScattered)).ToList();
        foreach (var (row, apart) in scale.Zip(scattering))
        {
            Say(
                $"{row.Students, 9:N0} active students       {row.Average, 8:N0} RU/s in school hours, "
                    + $"{row.Busiest:N0} in the busiest minutes: provision {row.Provision:N0}; taken in turn "
                    + $"{apart.Provision:N0}"
            );
        }

        Console.WriteLine(
            JsonSerializer.Serialize(
                new
                {
                    sessions = lengths.Count == 0
                        ? null
                        : new
                        {
                            sentences = lengths.Count,
                            least = lengths[0],
                            median = lengths[lengths.Count / 2],
                            mean = Round(lengths.Average()),
                            most = lengths[^1],
                        },
                    documentBytes = new { median = json[json.Count / 2], max = json[^1] },
                    itemBytes = new { median = items[items.Count / 2], max = items[^1] },
                    turn = new
                    {
                        average = Round(session),
                        max = Round(dearest.Units),
                        budget = TurnBudget,
                    },
                    week = new
                    {
                        total = Round(typical.Total),
                        besides = Round(typical.Besides),
                        mean = Round(mean),
                        scattered = Round(meanScattered),
                        budget = WeekBudget,
                    },
                    weeks = weeks.Select(week => new
                    {
                        name = week.Name,
                        turns = week.Goal.Turns.Count,
                        goal = Round(week.Goal.Total),
                        progress = Round(week.Progress.Sum(sitting => sitting.Total)),
                        reflection = Round(week.Prompt + week.Reflection.Total),
                        total = Round(week.Total),
                    }),
                    progress = SchoolWeek.Mix,
                    students = scale.Zip(
                        scattering,
                        (row, apart) =>
                            new
                            {
                                count = row.Students,
                                average = Round(row.Average),
                                busiest = Round(row.Busiest),
                                provision = row.Provision,
                                provisionScattered = apart.Provision,
                            }
                    ),
                }
            )
        );
        return 0;
    }

    private static void Print(PlayedWeek week)
    {
        Say($"{week.Name, -8} week                   {week.Total, 8:0.0} RU");
        Say($"  goal session, {week.Goal.Turns.Count, 2} turns       {week.Goal.Total, 8:0.0}    ({Units(week.Goal)})");
        foreach (var entry in week.Progress)
            Say($"  progress                      {entry.Total, 8:0.0}    ({Units(entry)})");
        Say($"  the weekly card               {week.Prompt, 8:0.0}    (sent, and noted that it arrived)");
        Say(
            $"  reflection, {week.Reflection.Turns.Count} turns          {week.Reflection.Total, 8:0.0} "
                + $"   ({Units(week.Reflection)})"
        );
    }

    private static CultureInfo Plain => CultureInfo.InvariantCulture;

    /// <summary>Turn by turn.</summary>
    private static string Units(Sitting sitting) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{string.Join(" + ", sitting.Turns.Select(turn => $"{turn.Units:0.0}"))}, "
                + $""
                + $""
                + $"notes {sitting.Besides:0.0}"
        );

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

    private static void Say(string line) => Console.WriteLine(line);
}
