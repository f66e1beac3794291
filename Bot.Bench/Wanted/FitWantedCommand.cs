using Milestones.Language;
using Milestones.Language.Wanted;

namespace Milestones.Bench.Wanted;

/// <summary>
/// Fits the weights of what is wanted and of what answers a question to labelled lines and writes them. With
/// <c>--cv</c> it first prints what lines
/// kept out of the fit say of it, file by file.
/// </summary>
internal static class FitWantedCommand
{
    private const int Parts = 10;

    /// <param name="args">
    /// <c>--intents</c> and <c>--answers</c> name files of labelled lines, parted by commas; <c>--out</c> the folder to
    /// write to.
    /// </param>
    public static int Run(string[] args)
    {
        var intents = Lines<IntentLine>(Arguments.Text(args, "--intents"));
        var answers = Lines<AnswerLine>(Arguments.Text(args, "--answers"));
        var intentWeights = IntentFit.Fit([.. intents.Select(pair => pair.Line)]);
        var ofIntents = AnswerFitting.OfIntentLines([.. intents.Select(pair => pair.Line)]);
        var model = new LinearModel(intentWeights);
        if (args.Contains("--cv"))
        {
            CrossValidate(intents);
            CrossValidate(answers, ofIntents, model);
        }
        Write(args, "intents.weights", intentWeights);
        Write(args, "answers.weights", AnswerFitting.Fit(answers.Select(pair => pair.Line), ofIntents, model));
        return 0;
    }

    private static void Write(string[] args, string name, byte[] weights) =>
        File.WriteAllText(Path.Combine(Arguments.Text(args, "--out"), name), WeightsText.Of(weights));

    private static (string File, T Line)[] Lines<T>(string paths) =>
        [
            .. paths
                .Split(',')
                .SelectMany(path => WantedLines.Read<T>(path).Select(line => (Path.GetFileName(path), line))),
        ];

    private static void CrossValidate((string File, IntentLine Line)[] lines)
    {
        var folds = Folds.Of([.. lines.Select(pair => pair.Line.Text)], Parts);
        var scores = lines.Select(pair => pair.File).Distinct().ToDictionary(file => file, _ => new IntentScores());
        for (var part = 0; part < Parts; part++)
        {
            var model = new LinearModel(
                IntentFit.Fit([.. lines.Where((_, at) => folds[at] != part).Select(pair => pair.Line)])
            );
            foreach (var (file, line) in lines.Where((_, at) => folds[at] == part))
                scores[file].Add(line, WantedReader.Read(line.Text, line.Place, model));
        }
        foreach (var (file, ofFile) in scores)
            Console.WriteLine($"intents, {file} in {Parts} folds: {ofFile.Json().ToJsonString()}");
    }

    private static void CrossValidate(
        (string File, AnswerLine Line)[] lines,
        List<Sample> ofIntents,
        LinearModel intents
    )
    {
        var folds = Folds.Of([.. lines.Select(pair => pair.Line.Text)], Parts);
        var scores = lines.Select(pair => pair.File).Distinct().ToDictionary(file => file, _ => new AnswerScores());
        var wanted = new float[WantedReader.Intents];
        for (var part = 0; part < Parts; part++)
        {
            var model = new LinearModel(
                AnswerFitting.Fit(
                    lines.Where((_, at) => folds[at] != part).Select(pair => pair.Line),
                    ofIntents,
                    intents
                )
            );
            foreach (var (file, line) in lines.Where((_, at) => folds[at] == part))
            {
                WantedReader.Probabilities(line.Text, line.Place, intents, wanted);
                var language = AnswerFitting.LanguageOf(line.Lang);
                scores[file]
                    .Add(
                        line,
                        AnswerFitReader.Read(line.Text, line.Place, line.Goal, language, line.Today, wanted, model)
                    );
            }
        }
        foreach (var (file, ofFile) in scores)
            Console.WriteLine($"answers, {file} in {Parts} folds: {ofFile.Json().ToJsonString()}");
    }
}
