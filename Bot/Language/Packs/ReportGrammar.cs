namespace Milestones.Language.Packs;

/// <summary>How a language tells what was done, as far as languages differ in it and no lexicon can say it.</summary>
internal sealed record ReportGrammar
{
    /// <summary>A verb before its subject asks: "does it count".</summary>
    public bool TurnsToAsk { get; init; }

    /// <summary>A sentence may end on the grade it went up to: "from a b to a".</summary>
    public bool MayEndOnAnA { get; init; }

    /// <summary>Words, besides those of every language, with which a number is a name and no measure.</summary>
    public string[] Labels { get; init; } = [];

    /// <summary>How participles end that say how things are, before the s of the plural: "resueltos".</summary>
    public string[] Participles { get; init; } = [];

    /// <summary>What stands before an act that was not done; empty where the lexicon says all of it.</summary>
    public string[] Negations { get; init; } = [];

    /// <summary>What may stand between such a word and its act: "no lo hice".</summary>
    public string[] ObjectPronouns { get; init; } = [];

    /// <summary>Whether an unlisted word, as typed, has the form of something done.</summary>
    public Func<ReadOnlySpan<char>, bool> LooksDone { get; init; } = _ => false;
}
