using Milestones.Language;

namespace Milestones.Bench;

/// <summary>
/// The spread of the figures over folds of the lines, as they are and with every lexicon entry left out whose words
/// occur in that fold alone: what
/// the rules still read without having met the words of a line.
/// </summary>
internal static class CrossValidation
{
    private const int Folds = 5;
    private const int ShortestStem = 4;

    public static void Print(GoalLine[] lines, DateOnly today)
    {
        var whole = new GoalScores[Folds];
        var without = new GoalScores[Folds];
        for (var fold = 0; fold < Folds; fold++)
        {
            var mine = lines.Where((_, i) => i % Folds == fold).ToArray();
            var onlyHere = WordsOf(mine);
            onlyHere.ExceptWith(WordsOf(lines.Where((_, i) => i % Folds != fold)));
            whole[fold] = Score(mine, today, Lexicon.Of);
            var english = Lexicon.Without(TextLanguage.English, e => IsAbout(e, onlyHere));
            var spanish = Lexicon.Without(TextLanguage.Spanish, e => IsAbout(e, onlyHere));
            without[fold] = Score(mine, today, l => l == TextLanguage.Spanish ? spanish : english);
        }
        Print($"spread over {Folds} folds", whole);
        Print("spread with the words of the fold alone left out of the lexicons", without);
    }

    private static GoalScores Score(GoalLine[] lines, DateOnly today, Func<TextLanguage, Lexicon> lexicon)
    {
        var scores = new GoalScores();
        foreach (var line in lines)
        {
            var language = LanguageReader.Detect(line.Text);
            scores.Add(line, GoalReader.Read(line.Text, today, language, lexicon(language)));
        }
        return scores;
    }

    private static void Print(string title, GoalScores[] folds)
    {
        Console.WriteLine(title);
        foreach (var (name, _) in folds[0].All)
        {
            var values = folds
                .Select(f => f.All.First(s => s.Name == name).Score)
                .Select(s => GoalScores.IsRatio(name) ? s.Accuracy : s.F1)
                .ToArray();
            Console.WriteLine(
                $"  {name, -12} {string.Join(' ', values.Select(v => $"{v:0.000}"))}  min "
                    + $"{values.Min():0.000}  mean {values.Average():0.000}  max {values.Max():0.000}"
            );
        }
    }

    private static HashSet<string> WordsOf(IEnumerable<GoalLine> lines) =>
        lines
            .SelectMany(l => Folding.Fold(l.Text).Split(Separators, StringSplitOptions.RemoveEmptyEntries))
            .ToHashSet(StringComparer.Ordinal);

    private static readonly char[] Separators =
    [
        ' ',
        '.',
        ',',
        ';',
        ':',
        '!',
        '?',
        '"',
        '\'',
        '(',
        ')',
        '-',
        '/',
        '\n',
    ];

    private static bool IsAbout(string entry, HashSet<string> words)
    {
        var bare = Folding.Fold(entry.Split('(', '=')[0].Trim());
        return bare.Split(' ')
            .Any(part =>
                words.Contains(part)
                || (
                    part.Length >= ShortestStem
                    && words.Any(w =>
                        w.Length - part.Length is >= 0 and <= 3 && w.StartsWith(part[..^1], StringComparison.Ordinal)
                    )
                )
            );
    }
}
