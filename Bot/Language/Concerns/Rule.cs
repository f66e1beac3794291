namespace Milestones.Language.Concerns;

/// <summary>What finding a phrase means.</summary>
internal enum Effect
{
    /// <summary>The words may be a concern.</summary>
    Alert,

    /// <summary>A saying: an alert inside it is none ("killing time").</summary>
    Idiom,

    /// <summary>An alert that follows at once is denied ("I would never …").</summary>
    Denial,

    /// <summary>Schoolwork, media, games or sport: alerts that could be about those are none.</summary>
    Topic,

    /// <summary>Laughter or a trifling cause: an exaggeration is none.</summary>
    Jest,

    /// <summary>What follows is told of an invented person: no alert, however plain.</summary>
    Fiction,
}

/// <summary>
/// How much it takes to explain an alert away. A saying that is <see cref="Light"/> explains less: see the reader.
/// </summary>
internal enum Force
{
    /// <summary>A topic or a jest explains it.</summary>
    Light,

    /// <summary>A topic explains it, a jest does not.</summary>
    Plain,

    /// <summary>Said of oneself or of a real person: only a denial, a saying or fiction explains it.</summary>
    Firm,
}

/// <summary>The heading a phrase stands under in a lexicon file.</summary>
internal readonly record struct Rule(Effect Effect, Concern Concern, Force Force);

/// <summary>
/// One place in a phrase: the words that fit there. No words at all stands for any word but a negation.
/// </summary>
internal sealed record Step(string[] Words, bool Optional);

/// <param name="Tongue">The language it is written in: it counts in no other's texts.</param>
internal sealed record Phrase(Rule Rule, Step[] Steps, Tongues Tongue);

/// <summary>A phrase found: the first and the last of its words, and where its clause begins.</summary>
internal readonly record struct Finding(Rule Rule, int First, int Last, int Clause = 0);
