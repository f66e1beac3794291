namespace Milestones.Language.Wanted;

/// <summary>What a sentence typed to the coach wants; the order is that of the weights file.</summary>
internal enum Intent : byte
{
    /// <summary>An attempt at the open question, also a vague one; with nothing open a bare subject.</summary>
    Answer,

    /// <summary>Names something to reach while nothing is in the making.</summary>
    Goal,

    /// <summary>Names one more thing to reach while a goal is in the making.</summary>
    SecondGoal,

    /// <summary>Wants to begin a goal and names none.</summary>
    NewGoal,

    /// <summary>Reports what was or was not done, or a result.</summary>
    Progress,

    /// <summary>Replaces something said while the goal is in the making.</summary>
    Correction,

    /// <summary>Changes a saved goal.</summary>
    EditGoal,
    DeleteGoal,
    CloseGoal,

    /// <summary>A copy or an erasure of everything.</summary>
    MyData,

    /// <summary>Takes back the last entry or act.</summary>
    Undo,

    /// <summary>No messages any more, or never at night.</summary>
    StopMessages,

    /// <summary>No messages until a day, a return or an event.</summary>
    PauseMessages,

    /// <summary>Who reads, sees or is told this.</summary>
    Privacy,

    /// <summary>How one goal is going or what it is.</summary>
    Status,

    /// <summary>A list of the goals.</summary>
    MyGoals,

    /// <summary>The meaning or purpose of a word or question.</summary>
    Explain,

    /// <summary>Something to copy or choose from.</summary>
    Example,

    /// <summary>What the coach can do.</summary>
    Abilities,

    /// <summary>Does not know, or will not say.</summary>
    Refuse,

    /// <summary>Annoyed or bored.</summary>
    Vent,

    /// <summary>Sad, worried or glad.</summary>
    Emotion,

    /// <summary>Another language.</summary>
    Language,

    /// <summary>About the coach itself, or play.</summary>
    Smalltalk,

    /// <summary>Facts, homework to be done, how school runs.</summary>
    Offtopic,
    Greeting,
    Thanks,

    /// <summary>Tells of life, a day, a joke: neither a report nor a request.</summary>
    Sharing,

    /// <summary>Leaves the talk for now.</summary>
    Farewell,

    /// <summary>Drops what is being made or asked just now.</summary>
    Cancel,
}
