using Milestones.Language;
using Milestones.Localization;

namespace Milestones.Features.Reflections;

/// <summary>
/// Whether words name trouble at home: somebody of the family, and what weighs on them. It is no concern to alarm
/// anybody about, and nobody is told of it; it is answered by a kind word and the way to a person.
/// </summary>
internal static class TroubleAtHome
{
    private static readonly char[] Between = [' ', ',', '.', '!', '?', ';', ':', '\n', '\t', '(', ')', '"'];

    /// <summary>In any of the languages: students mix.</summary>
    public static bool IsNamed(string text)
    {
        var said = $" {string.Join(' ', Folding.Fold(text).Split(Between, StringSplitOptions.RemoveEmptyEntries))} ";
        return Voice
            .InEveryLanguage("Word.Home.Who")
            .Zip(Voice.InEveryLanguage("Word.Home.What"))
            .Any(words => Has(words.First) && Has(words.Second));

        bool Has(IEnumerable<string> words) =>
            words.Any(word => said.Contains($" {Folding.Fold(word)} ", StringComparison.Ordinal));
    }
}
