using System.Reflection;
using Milestones.Language.Dates;

namespace Milestones.Language.Packs;

/// <summary>
/// Everything a language needs to be read and spoken. Its texts stand in <c>Texts.{code}.resx</c> beside each feature,
/// its words in the lexicon folders <c>{code}</c> and <c>{code}-reports</c>; what cannot be a file is here.
/// </summary>
internal sealed record LanguagePack
{
    /// <summary>Its place among all packs.</summary>
    public required TextLanguage Language { get; init; }

    /// <summary>ISO 639-1. It is stored with a person, so it stays for ever.</summary>
    public required string Code { get; init; }

    /// <summary>In English, as it ends names of texts: <c>Command.Spanish</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What students call it in any language, without accents.</summary>
    public required string[] Names { get; init; }

    /// <summary>The assembly its lexicons are built into.</summary>
    public Assembly Files { get; init; } = typeof(LanguagePack).Assembly;

    public required FormsOf FormsOf { get; init; }

    /// <summary>How a gerund ends.</summary>
    public required string IngEnding { get; init; }

    /// <summary>How an adverb of manner ends.</summary>
    public required string AdverbEnding { get; init; }

    /// <summary>The class of words that tell it from other languages, in the lexicon of concerns.</summary>
    public required string TellingWords { get; init; }

    /// <summary>Letters that speak for it, though less than a word does.</summary>
    public string TellingLetters { get; init; } = "";

    /// <summary>Marks that speak for it as a word does.</summary>
    public string TellingMarks { get; init; } = "";

    /// <summary>Whether "1,5" is one and a half, and "1.200" may be more than a thousand.</summary>
    public bool HasDecimalComma { get; init; }

    public required DateWords DateWords { get; init; }

    public required SchoolWords SchoolWords { get; init; }

    /// <summary>
    /// The names of each month, January first, whole or cut short and without accents, that may be written as one
    /// word with a day.
    /// </summary>
    public required string[][] MonthNames { get; init; }

    public DateGrammar DateGrammar { get; init; } = new();

    public ReportGrammar ReportGrammar { get; init; } = new();

    /// <summary>What the fitted judge of reports knows the language by.</summary>
    public required char Trait { get; init; }

    /// <summary>Makes a goal of a bare noun: "get better at ".</summary>
    public required string GoalFrame { get; init; }

    /// <summary>Makes a day of a length of time: "in ".</summary>
    public required string SpanFrame { get; init; }

    /// <summary>
    /// Whether help lines must have it. A file that a school made before the language came is good still: its lines
    /// are shown in the default language then.
    /// </summary>
    public bool IsNeededInHelpLines { get; init; }

    /// <summary>A goal, read once at the start so that the lexicons are there for the first student.</summary>
    public required string Sample { get; init; }
}
