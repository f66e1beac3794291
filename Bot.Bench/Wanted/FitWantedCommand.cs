using Milestones.Wanted;

namespace Milestones.Bench.Wanted;

/// <summary>
/// Fits the weights of what is wanted to labelled lines and writes them; with <c>--cv</c> it first prints what lines kept out of the fit say of it.
/// </summary>
internal static class FitWantedCommand
{
    private const int Parts = 10;

    public static int Run(string[] args)
    {
        var intents = WantedLines.Read<IntentLine>(Arguments.Text(args, "--intents"));
        if (args.Contains("--cv"))
            CrossValidate(intents);
        File.WriteAllBytes(Arguments.Text(args, "--intents-out"), IntentFit.Fit(intents));
        return 0;
    }

    private static void CrossValidate(IntentLine[] lines)
    {
        var folds = Folds.Of([.. lines.Select(line => line.Text)], Parts);
        var scores = new IntentScores();
        for (var part = 0; part < Parts; part++)
        {
            var model = new LinearModel(IntentFit.Fit([.. lines.Where((_, at) => folds[at] != part)]));
            foreach (var line in lines.Where((_, at) => folds[at] == part))
                scores.Add(line, WantedReader.Read(line.Text, line.Place, model));
        }
        Console.WriteLine($"intents, {lines.Length} lines in {Parts} folds: {scores.Json().ToJsonString()}");
    }
}
