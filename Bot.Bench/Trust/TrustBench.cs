using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Milestones.Language;
using Milestones.School;

namespace Milestones.Bench.Trust;

/// <summary>
/// <c>trust</c>: what the protections of docs/security.md cost: a form with 40,000 ids, a letter with 60,000 marks,
/// wiping what was deleted, the counter of commits, and the look at a document's length that every turn takes.
/// </summary>
internal static class TrustBench
{
    public static async Task<int> RunAsync(int documents, bool brief)
    {
        var folder = Directory.CreateTempSubdirectory("milestones-bench-");
        try
        {
            var form = await HostileForm.MeasureAsync(brief ? 3 : 50);
            Say("a form with 40,000 ids, in the channel (ms)", form.Channel);
            Say("… in the teacher's chat (ms)", form.Chat);

            var marks = await HostileForm.MarksAsync(brief ? 3 : 50);
            Say("a letter with 60,000 marks (ms)", marks);

            var counting = StoreCosts.Counting(Path.Combine(folder.FullName, "count.db"), brief ? 20 : 2_000);
            Say("a flushed commit of one document, not counted (µs)", counting.Plain);
            Say("… counted (µs)", counting.Counted);

            var wiping = await StoreCosts.ForgettingAsync(
                Path.Combine(folder.FullName, "wipe.db"),
                documents,
                brief ? 2 : 7
            );
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{documents:N0} documents, {wiping.FileMegabytes:0.0} MB")
            );
            Say("wiping what was deleted (ms)", wiping.Forgot);
            Say("… the longest wait of another's write (ms)", wiping.Waited);

            var look = Lengths(brief ? 20 : 5_000);
            Say("the look at a document's length (µs)", look.Times);
            Console.WriteLine(
                JsonSerializer.Serialize(
                    new
                    {
                        formMilliseconds = new { channel = Of(form.Channel), chat = Of(form.Chat) },
                        marksMilliseconds = Of(marks),
                        commitMicroseconds = new { plain = Of(counting.Plain), counted = Of(counting.Counted) },
                        wiping = new
                        {
                            documents,
                            megabytes = Math.Round(wiping.FileMegabytes, 1),
                            milliseconds = Of(wiping.Forgot),
                            longestWait = Of(wiping.Waited),
                        },
                        length = new { bytes = look.Bytes, microseconds = Of(look.Times) },
                    },
                    JsonSerializerOptions.Web
                )
            );
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A student as a quarter leaves one: three goals with steps and six entries each.</summary>
    private static (int Bytes, List<double> Times) Lengths(int rounds)
    {
        var start = new DateOnly(2026, 9, 1);
        var person = new Person
        {
            Id = new("t", "p"),
            Goals =
            [
                .. Enumerable
                    .Range(0, 3)
                    .Select(number => new Goal(
                        $"goal{number}",
                        "raise my fractions quiz from 55 to 80 by December 1",
                        Area.Academic,
                        new Measure("fractions quiz", 80, 55, "%"),
                        "tutoring on Tuesdays and IXL on Sundays",
                        "when I am tired I do ten minutes",
                        "I want to pass",
                        7,
                        new DateOnly(2026, 12, 1),
                        Aspects.All,
                        Aspects.None,
                        start
                    )
                    {
                        Progress =
                        [
                            .. Enumerable
                                .Range(0, 6)
                                .Select(week => new ProgressEntry(
                                    $"e{week}",
                                    55 + week,
                                    start.AddDays(7 * week),
                                    "quiz"
                                )),
                        ],
                    }),
            ],
        };
        var times = new List<double>();
        var bytes = 0;
        for (var round = 0; round < rounds; round++)
        {
            var since = Stopwatch.GetTimestamp();
            bytes = Room.Kept(person);
            times.Add(Stopwatch.GetElapsedTime(since).TotalMicroseconds);
        }

        return (bytes, times);
    }

    private static void Say(string what, List<double> times)
    {
        var of = Of(times);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what, -52} median {of.Median, 10:N1}   95 % {of.Most, 10:N1}   worst {of.Worst, 10:N1}"
            )
        );
    }

    private static Spread Of(List<double> times)
    {
        var sorted = times.Order().ToList();
        return new(
            Math.Round(sorted[sorted.Count / 2], 1),
            Math.Round(sorted[sorted.Count * 95 / 100], 1),
            Math.Round(sorted[^1], 1)
        );
    }

    private sealed record Spread(double Median, double Most, double Worst);
}
