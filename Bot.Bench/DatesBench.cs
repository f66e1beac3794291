using System.Text.Json.Nodes;
using Milestones.Language;
using Milestones.Language.Opinions;
using Milestones.Language.Wanted;

namespace Milestones.Bench;

/// <summary>Evaluates the reader of dates; each line may have a day of its own on which it is read.</summary>
internal static class DatesBench
{
    /// <param name="second">A language model beside the rules; null for the rules alone.</param>
    public static async Task<JsonObject> RunAsync(DateLine[] lines, DateOnly today, SecondReading? second)
    {
        var (right, silentlyWrong) = (0, 0);
        foreach (var line in lines)
        {
            var on = line.Today ?? today;
            var language = line.Lang == "es" ? TextLanguage.Spanish : TextLanguage.English;
            var opinion = second is null
                ? null
                : await second.OfAsync(line.Text, Place.AskedDeadline, "", language, on);
            var found = Sharper.Date(DateReader.Find(line.Text, on, language), opinion, on, language);
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
