using System.Diagnostics;
using System.Text.Json;
using Milestones.Language;
using Milestones.Language.Concerns;

namespace Milestones.Bench;

/// <summary>Measures what reading a text costs: a typical statement, and the growth on long hostile ones.</summary>
internal static class AnalyzeCommand
{
    private const int Rounds = 20_000;
    private static readonly DateOnly Today = new(2026, 9, 16);

    private static readonly string[] Typical =
    [
        "i want to go from a 65 to an 80 in algebra by the end of november by doing 5 problems a "
            + "night so i can stay on the team",
        "turn in all my homework on time this quarter",
        "quiero subir mi nota de matemáticas de 6 a 8 antes de diciembre estudiando 20 minutos cada "
            + "noche porque quiero entrar a la universidad",
        "i wanna be less stressed",
    ];

    private static readonly (string Name, string Unit)[] Hostile =
    [
        ("commas", ","),
        ("letters", "a"),
        ("digits", "9"),
        ("by reading ", "by reading "),
        ("from 1 to ", "from 1 to "),
        ("every day ", "every day "),
        ("words nobody listed", "qwzxvk jfrgst "),
        ("misspelled", "homewrok fractoins "),
        ("emoji", "😀"),
        ("by the end of ", "by the end of the "),
        ("spanish", "para mejorar de 5 a "),
        ("accents", "a\u0301"),
        ("lone surrogates", "\ud83d"),
        ("dates", "10/10/10/10 "),
        ("because i want to ", "because i want to "),
    ];

    public static int Run(bool brief)
    {
        var (rounds, typical, hostile) = (brief ? 20 : Rounds, new List<object>(), new List<object>());
        foreach (var text in Typical)
        {
            var (micros, bytes) = Measure(text, rounds);
            Console.WriteLine($"{micros, 8:0.0} µs {bytes, 8:0} B  {text}");
            typical.Add(new { microseconds = Math.Round(micros, 1), bytes = Math.Round(bytes) });
        }
        foreach (var (name, unit) in Hostile)
        {
            Console.Write($"{name, -22}");
            foreach (var length in (int[])[1_000, 2_000, 5_000, 10_000])
            {
                var text = string.Concat(Enumerable.Repeat(unit, (length / unit.Length) + 1))[..length];
                var milliseconds = Measure(text, brief ? 1 : 20).Micros / 1000;
                Console.Write($"  {length} chars {milliseconds:0.00} ms");
                hostile.Add(
                    new
                    {
                        name,
                        characters = length,
                        milliseconds = Math.Round(milliseconds, 2),
                    }
                );
            }
            Console.WriteLine();
        }
        Console.WriteLine(JsonSerializer.Serialize(new { typical, hostile }));
        return 0;
    }

    private static void Read(string text)
    {
        GoalReader.Read(text, Today);
        ConcernReader.Read(text);
    }

    private static (double Micros, double Bytes) Measure(string text, int rounds)
    {
        for (var i = 0; i < rounds / 2; i++)
            Read(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < rounds; i++)
            Read(text);
        var micros = Stopwatch.GetElapsedTime(start).TotalMicroseconds / rounds;
        return (micros, (GC.GetAllocatedBytesForCurrentThread() - before) / (double)rounds);
    }
}
