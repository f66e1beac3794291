using System.Text.Json.Nodes;
using Milestones.Language.Opinions;
using Milestones.Language.Wanted;

namespace Milestones.Bench.Wanted;

/// <summary>How well what is wanted was read, as the project's figures have it.</summary>
internal sealed class IntentScores
{
    private static readonly Intent[] Must =
    [
        Intent.Privacy,
        Intent.MyData,
        Intent.StopMessages,
        Intent.PauseMessages,
        Intent.DeleteGoal,
    ];

    private int _lines;
    private int _right;
    private int _offered;
    private int _mustLines;
    private int _mustRight;

    /// <param name="paths">Files of labelled lines, parted by commas.</param>
    /// <param name="second">A language model beside the rules; null for the rules alone.</param>
    public static async Task<JsonObject> OfAsync(string paths, DateOnly today, SecondReading? second)
    {
        var scores = new IntentScores();
        foreach (var line in WantedLines.Read<IntentLine>(paths))
        {
            var opinion = second is null
                ? null
                : await second.OfAsync(line.Text, line.Place, "", AnswerFitting.LanguageOf(line.Lang), today);
            scores.Add(line, Sharper.Wanted(WantedReader.Read(line.Text, line.Place), opinion, line.Place));
        }

        return scores.Json();
    }

    /// <summary>Counts a line and prints it where it was not read right at once.</summary>
    public void Add(IntentLine line, WantedReading reading)
    {
        var right = reading.IsSure && reading.Best == line.Wanted;
        var offered = !reading.IsSure && reading.Guesses.Any(guess => guess.Intent == line.Wanted);
        _lines++;
        _right += right ? 1 : 0;
        _offered += offered ? 1 : 0;
        if (Must.Contains(line.Wanted))
        {
            _mustLines++;
            _mustRight += right ? 1 : 0;
        }
        if (!right)
        {
            Console.WriteLine(
                $"{line.Id} [{line.Lang}] {(offered ? "offered" : "wrong")} {line.Intent} at {line.Where}, read "
                    + $"{(reading.IsSure ? "surely " : "")}"
                    + $"{string.Join(", ", reading.Guesses.Select(one => $"{one.Intent} {one.Probability:0.00}"))} "
                    + $""
                    + $""
                    + $"| {line.Text}"
            );
        }
    }

    public JsonObject Json() =>
        new()
        {
            ["right"] = Share(_right, _lines),
            ["offered"] = Share(_offered, _lines),
            ["wrong"] = Share(_lines - _right - _offered, _lines),
            ["must"] = Share(_mustRight, _mustLines),
        };

    private static double Share(int of, int all) => all == 0 ? 1 : Math.Round(of / (double)all, 4);
}
