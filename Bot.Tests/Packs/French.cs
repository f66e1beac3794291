using Milestones.Calendar;
using Milestones.Language;
using Milestones.Language.Dates;
using Milestones.Language.Packs;

namespace Milestones.Tests.Packs;

/// <summary>
/// A language with a handful of words, to see that a pack and its lexicons are all a language needs. Nobody speaks it.
/// </summary>
internal static class French
{
    public static LanguagePack Pack { get; } =
        new()
        {
            Language = (TextLanguage)2,
            Code = "fr",
            Name = "French",
            Names = ["french", "frances", "francais"],
            Files = typeof(French).Assembly,
            FormsOf = Forms,
            IngEnding = "ant",
            AdverbEnding = "ment",
            TellingWords = "french",
            TellingLetters = "çèêàû",
            HasDecimalComma = true,
            DateWords = new(
                (Part.The, "le=1 la les=2"),
                (Part.Of, "de du=1"),
                (Part.In, "dans"),
                (Part.By, "pour"),
                (Part.Before, "avant"),
                (Part.Next, "prochain prochaine"),
                (Part.RelativeDay, "demain=1 hier=-1"),
                (Part.A, "un=1 une=1"),
                (Part.Every, "chaque"),
                (Part.Unit, "jour=1 jours=1 semaine=2 semaines=2 mois=5")
            ),
            SchoolWords = new((SchoolOccasion.Break, "vacances")),
            MonthNames =
            [
                ["janv"],
                [],
                [],
                ["avr"],
                [],
                ["juin"],
                ["juil"],
                ["aout"],
                [],
                [],
                [],
                [],
            ],
            DateGrammar = new() { NextFollowsTheNoun = true, TheMakesAWeekdayADay = true },
            Trait = 'f',
            GoalFrame = "progresser en ",
            SpanFrame = "dans ",
            Sample = "je veux lire plus",
        };

    private static IEnumerable<(string Form, WordClass? Class)> Forms(string word, string kind, string[] irregular)
    {
        yield return (word, kind == "verb" ? WordClass.Base : null);
        if (kind == "noun")
            yield return (word + "s", WordClass.Plural);
        foreach (var form in irregular.Select(form => form.Split(':')))
            yield return (form[0], Enum.Parse<WordClass>(form[1]));
    }
}
