using Milestones.Language;
using Milestones.Language.Wanted;

namespace Milestones.Bench.Wanted;

/// <summary>
/// Fits whether a text answers what was asked. What a line wants is one of the traits: lines that the weights of
/// the intents were fitted to are read
/// by weights fitted without them, or they would look surer than a new line ever does.
/// </summary>
internal static class AnswerFitting
{
    private const int Parts = 5;

    /// <summary>
    /// Intent lines know no goal and every question's label; they count less than the lines made for this.
    /// </summary>
    private const float OfIntents = 0.5f;
    private static readonly DateOnly Today = new(2026, 9, 16);

    public static byte[] Fit(
        IEnumerable<AnswerLine> answers,
        IReadOnlyCollection<Sample> ofIntents,
        LinearModel intents
    ) => MaximumEntropy.Fit([.. answers.Select(line => SampleOf(line, intents)), .. ofIntents], outcomes: 2);

    /// <summary>The lines typed at a question, as answers to it or not.</summary>
    public static List<Sample> OfIntentLines(IntentLine[] lines)
    {
        var folds = Folds.Of([.. lines.Select(line => line.Text)], Parts);
        var samples = new List<Sample>();
        Span<float> wanted = stackalloc float[WantedReader.Intents];
        for (var part = 0; part < Parts; part++)
        {
            var model = new LinearModel(IntentFit.Fit([.. lines.Where((_, at) => folds[at] != part)]));
            foreach (var line in lines.Where((line, at) => folds[at] == part && line.Place.IsAsked()))
            {
                WantedReader.Probabilities(line.Text, line.Place, model, wanted);
                var traits = AnswerFitReader.TraitsOf(line.Text, line.Place, "", LanguageOf(line.Lang), Today, wanted);
                samples.Add(new Sample(traits.ToArray(), line.Wanted == Intent.Answer ? 1 : 0, OfIntents));
            }
        }
        return samples;
    }

    public static TextLanguage LanguageOf(string lang) => lang == "es" ? TextLanguage.Spanish : TextLanguage.English;

    private static Sample SampleOf(AnswerLine line, LinearModel intents)
    {
        Span<float> wanted = stackalloc float[WantedReader.Intents];
        WantedReader.Probabilities(line.Text, line.Place, intents, wanted);
        var traits = AnswerFitReader.TraitsOf(
            line.Text,
            line.Place,
            line.Goal,
            LanguageOf(line.Lang),
            line.Today,
            wanted
        );
        return new Sample(traits.ToArray(), line.Fits ? 1 : 0);
    }
}
