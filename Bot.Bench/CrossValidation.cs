namespace Milestones.Bench;

/// <summary>The spread of the figures over folds of the lines.</summary>
internal static class CrossValidation
{
    private const int Folds = 5;

    public static void Print(GoalLine[] lines, DateOnly today)
    {
        Console.WriteLine($"spread over {Folds} folds");
        var folds = Enumerable.Range(0, Folds).Select(_ => new GoalScores()).ToArray();
        for (var i = 0; i < lines.Length; i++)
            folds[i % Folds].Add(lines[i], Reading.GoalReader.Read(lines[i].Text, today));
        foreach (var (name, _) in folds[0].All)
        {
            var values = folds.Select(f => f.All.First(s => s.Name == name).Score).Select(s => GoalScores.IsRatio(name) ? s.Accuracy : s.F1).ToArray();
            Console.WriteLine($"  {name,-12} {string.Join(' ', values.Select(v => $"{v:0.000}"))}  min {values.Min():0.000}  max {values.Max():0.000}");
        }
    }
}
