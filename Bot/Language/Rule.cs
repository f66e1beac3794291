namespace Milestones.Language;

/// <summary>What a rule of a grammar file finds.</summary>
internal enum Label : byte
{
    Time,
    Because,
    Plan,
    Frame,
    Current,
    Criterion,
    Frequency,
    Specific,
    Vague,
    FromTo,
    Target,
    Baseline,
    Greeting,
    Thanks,
    Question,
    Command,
    Complaint,
    DontKnow,
    OffTopic,
    News,
    Goal,
    NoGrade,
    NoNumber,
    Increment,
    State,
    Relative,
    Past,
    Area,
}

/// <summary>One place of a rule: a token of one of some classes or words, or a gap.</summary>
/// <param name="Gap">How many tokens of the same sentence may stand here instead; 0 for a place that is one
/// token.</param>
internal sealed record Element(
    UInt128 Classes,
    Word[] Words,
    bool AnyNumber,
    bool AnyOrdinal,
    bool Optional,
    bool Capture,
    bool Not,
    int Gap
)
{
    public bool Fits(in Token token)
    {
        if ((token.Word.Classes & Classes) != 0)
            return true;
        if ((AnyNumber && token.Shape == Shape.Number) || (AnyOrdinal && token.Shape == Shape.Ordinal))
            return true;
        foreach (var word in Words)
        {
            if (ReferenceEquals(word, token.Word))
                return true;
        }

        return false;
    }
}

/// <summary>A line of a grammar file.</summary>
/// <param name="AtSentence">The match must begin a sentence.</param>
/// <param name="AtText">The match must begin the text.</param>
/// <param name="ToEnd">The match must end the sentence.</param>
internal sealed record Rule(Label Label, string Name, Element[] Elements, bool AtSentence, bool AtText, bool ToEnd);
