using System.Globalization;
using System.Text.Json;

namespace Milestones.Bench.Growing;

/// <summary>
/// <c>growth</c>: a school year of one very active student and of a large class, week by week: how long their documents
/// become, what a turn costs, and whether pages and copies still show all of it.
/// </summary>
internal static class GrowthBench
{
    private const int Every = 4;

    public static async Task<int> RunAsync(int weeks, int students)
    {
        await using var student = new StudentYear();
        var one = await student.PlayAsync(weeks);
        Print("One student, ten goals, an entry for each of them on every school day", one);
        await using var classroom = new ClassYear(students);
        var many = await classroom.PlayAsync(weeks);
        Print($"A class of {students}, twelve shout-outs a week with twenty cheers each", many);
        Console.WriteLine(
            JsonSerializer.Serialize(
                new
                {
                    weeks,
                    student = Figures(one),
                    students,
                    classroom = Figures(many),
                }
            )
        );
        return one.Fits && many.Fits ? 0 : 1;
    }

    private static void Print(string what, GrownYear year)
    {
        Console.WriteLine(what);
        Console.WriteLine("  week   longest     stays   RU a turn");
        foreach (var week in year.Weeks.Where(week => week.Number == 1 || week.Number % Every == 0))
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{week.Number, 6} {week.Longest, 9:N0} {week.Stays, 9:N0} {week.Units, 11:0.0}"
                )
            );
        }

        foreach (var missing in year.Missing)
            Console.WriteLine($"  not shown: {missing}");
    }

    private static object Figures(GrownYear year) =>
        new
        {
            longestBytes = year.Longest,
            mostBytes = GrownYear.Most,
            unitsThirdMonth = Math.Round(year.Units.Third, 1),
            unitsLastMonth = Math.Round(year.Units.Last, 1),
            missing = year.Missing,
            curve = year.Weeks.Select(week => week.Stays),
        };
}
