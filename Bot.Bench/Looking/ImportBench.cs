using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Milestones.Features.Importing;
using Milestones.School;

namespace Milestones.Bench.Looking;

/// <summary>
/// <c>import</c>: a long file from its bytes to the plan that a preview shows, and how much memory that takes.
/// </summary>
internal static class ImportBench
{
    public static int Run(int rows)
    {
        var classroom = new SchoolYear(250, TimeProvider.System.GetUtcNow(), weeks: 1).Classroom;
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var bytes = File(rows, classroom, today);
        Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = 0L;
        using var watch = new Timer(_ => peak = Math.Max(peak, GC.GetTotalMemory(false)), null, 0, 5);
        var since = Stopwatch.GetTimestamp();
        var plan = ImportPlan.Of(
            ImportReader.Read(ImportFile.Read(bytes), ImportChoices.None, today),
            classroom,
            "bench"
        );
        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
        var megabytes = Math.Max(peak - before, 0) / 1024.0 / 1024.0;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{rows} rows ({bytes.Length / 1024} KB): {seconds:0.00} s, {megabytes:0} MB more at the most, "
                    + $"{plan.Values} numbers of {plan.Students.Count} students"
            )
        );
        Console.WriteLine(
            JsonSerializer.Serialize(
                new
                {
                    rows,
                    import = new { seconds = Math.Round(seconds, 2), megabytes = Math.Round(megabytes) },
                    values = plan.Values,
                    students = plan.Students.Count,
                }
            )
        );
        return 0;
    }

    private static byte[] File(int rows, Classroom classroom, DateOnly today)
    {
        var people = classroom.Students.Select(member => member.Name!.Split(' ', 2)).ToList();
        var text = new StringBuilder("StudentLastName,StudentFirstName,StudentID,Subject,TestStartDate,TestRITScore\n");
        for (var row = 0; row < rows; row++)
        {
            var person = people[row % people.Count];
            var day = today.AddDays(-(row % 180));
            text.Append(
                CultureInfo.InvariantCulture,
                $"{person[1]},{person[0]},{row:d7},Subject {row % 12},{day:MM/dd/yyyy},{200 + (row % 40)}\n"
            );
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
