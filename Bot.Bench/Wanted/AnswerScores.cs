using System.Text.Json.Nodes;
using Milestones.Language.Opinions;
using Milestones.Language.Wanted;

namespace Milestones.Bench.Wanted;

/// <summary>How well answers are told from other talk, and how many of their values are read right.</summary>
internal sealed class AnswerScores
{
    private int _lines;
    private int _right;
    private int _keys;
    private int _rightKeys;

    /// <param name="paths">Files of labelled lines, parted by commas.</param>
    /// <param name="second">A language model beside the rules; null for the rules alone.</param>
    public static async Task<JsonObject> OfAsync(string paths, SecondReading? second)
    {
        var scores = new AnswerScores();
        foreach (var line in WantedLines.Read<AnswerLine>(paths))
        {
            var language = AnswerFitting.LanguageOf(line.Lang);
            var opinion = second is null
                ? null
                : await second.OfAsync(line.Text, line.Place, line.Goal, language, line.Today);
            var fit = AnswerFitReader.Read(line.Text, line.Place, line.Goal, language, line.Today);
            scores.Add(line, Sharper.Fit(fit, opinion, line.Place));
            scores.AddValues(line, AnswerValues.Of(line).With(opinion, line));
        }
        return scores.Json();
    }

    /// <summary>Counts whether a line fits and prints it where that was read wrong.</summary>
    public void Add(AnswerLine line, AnswerFit read)
    {
        _lines++;
        _right += read.Fits == line.Fits ? 1 : 0;
        if (read.Fits != line.Fits)
        {
            Console.WriteLine(
                $"{line.Id} [{line.Lang}] {(line.Fits ? "fits" : "fits not")} at {line.Asked}, "
                    + $"read {read.Probability:0.00} {read.Why} | {line.Goal} | {line.Text}"
            );
        }
    }

    public JsonObject Json() => new() { ["fits"] = Share(_right, _lines), ["values"] = Share(_rightKeys, _keys) };

    private void AddValues(AnswerLine line, AnswerValues values)
    {
        foreach (var (key, expected) in line.Expect.Where(pair => pair.Key != "fits"))
        {
            var right = values.Has(key, expected);
            _keys++;
            _rightKeys += right ? 1 : 0;
            if (!right)
            {
                Console.WriteLine(
                    $"{line.Id} [{line.Lang}] {key} {expected.GetRawText()} at {line.Asked}, read "
                        + $"{values} | {line.Goal} | {line.Text}"
                );
            }
        }
    }

    private static double Share(int of, int all) => all == 0 ? 1 : Math.Round(of / (double)all, 4);
}
