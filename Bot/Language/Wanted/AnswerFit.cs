namespace Milestones.Language.Wanted;

/// <summary>Why a text is no answer to the question asked.</summary>
internal enum Misfit : byte
{
    /// <summary>Does not understand the question or asks what it is for.</summary>
    NotUnderstood,

    /// <summary>Asks for an example, or what others say.</summary>
    WantsExample,

    /// <summary>Will not say, or does not know.</summary>
    Refusal,

    /// <summary>Replaces something said before.</summary>
    Correction,

    /// <summary>Speaks of one more goal.</summary>
    AnotherGoal,

    /// <summary>Wants something of the coach: <see cref="AnswerFit.Wanted"/> says what.</summary>
    Request,

    /// <summary>A feeling, a joke, filler, school life: no part of the goal.</summary>
    Aside,

    /// <summary>Answers, but not this question: a reason where a plan was asked for.</summary>
    OtherQuestion,

    /// <summary>Of the right kind with nothing in it: "try harder", "because".</summary>
    Empty,
}

/// <summary>Whether a text answers the question that is open.</summary>
/// <param name="Probability">That it does, from 0 to 1.</param>
/// <param name="Why">Why it does not; null where it does.</param>
/// <param name="Wanted">What the text wants, read as a text typed at that question.</param>
internal sealed record AnswerFit(float Probability, Misfit? Why, WantedReading Wanted)
{
    public bool Fits => Why is null;
}
