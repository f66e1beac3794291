using System.Text.Json.Nodes;
using Milestones.Language;

namespace Milestones.Bench;

/// <summary>Evaluates the reader of dates; each line may have a day of its own on which it is read.</summary>
internal static class DatesBench
{
    public static JsonObject Run(DateLine[] lines, DateOnly today)
    {
        var (right, silentlyWrong) = (0, 0);
        foreach (var line in lines)
        {
            var on = line.Today ?? today;
            var found = DateReader.Find(line.Text, on, line.Lang == "es" ? TextLanguage.Spanish : TextLanguage.English);
            if (found.Day == line.Date)
            {
                right++;
                continue;
            }
            silentlyWrong += found.Day is null ? 0 : 1;
            var what = found.Day is { } day ? $"{day:yyyy-MM-dd}" : found.Finding.ToString();
            Console.WriteLine($"date [{line.Lang}] {what} for {line.Date:yyyy-MM-dd} on {on:yyyy-MM-dd} | {line.Text}");
        }
        var (accuracy, silent) = (Share(right, lines), Share(silentlyWrong, lines));
        Console.WriteLine($"dates, {lines.Length} lines: accuracy {accuracy:0.000}  silently wrong {silent:0.000}");
        return new JsonObject { ["accuracy"] = accuracy, ["silently_wrong"] = silent };
    }

    private static double Share(int count, DateLine[] lines) =>
        Math.Round(count / (double)Math.Max(1, lines.Length), 4);
}
