using System.Text.Json.Nodes;
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
    public static JsonObject Of(string paths)
    {
        var scores = new AnswerScores();
        foreach (var line in WantedLines.Read<AnswerLine>(paths))
        {
            scores.Add(
                line,
                AnswerFitReader.Read(line.Text, line.Place, line.Goal, AnswerFitting.LanguageOf(line.Lang), line.Today)
            );
            scores.AddValues(line, AnswerValues.Of(line));
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
