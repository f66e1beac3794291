namespace Milestones.Language.Parts;

/// <summary>What one part of a student's line does. The names are those of the labelled lines.</summary>
internal enum PartAct : byte
{
    /// <summary>Says what they want to get better at.</summary>
    Wish,

    /// <summary>Says where they are or what number they want, while a goal is being made.</summary>
    Measure,
    Plan,
    Reason,
    Obstacle,
    Deadline,

    /// <summary>How sure they are.</summary>
    Sure,
    Yes,
    No,
    Ack,
    Hello,

    /// <summary>Puts right what the coach has, with what is right.</summary>
    Fix,

    /// <summary>Says that something is wrong, without what is right.</summary>
    Protest,
    Undo,

    /// <summary>Progress; this one and the four after it tell of what happened.</summary>
    Gain,
    Setback,
    Same,
    Done,
    Effort,
    Feeling,

    /// <summary>Why something came about, or what belongs to it.</summary>
    Explain,
    Chat,
    Concern,
    AskStatus,
    AskPrivacy,
    AskWhy,
    AskWhat,
    AskExample,

    /// <summary>Asks about what is written, and why.</summary>
    AskRecord,

    /// <summary>Asks about the coach itself.</summary>
    AskBot,
    AskOff,
    ChangeNumber,
    ChangeDate,
    ChangePlan,
    ChangeTitle,
    Easier,
    Pause,
    Stop,
    Delete,
    NewGoal,
    Skip,
    Later,
    Back,
    Language,
}
