namespace Milestones.Language.Parts;

/// <summary>
/// Acts that are alike in what they want of the coach: where the acts of one family are mistaken for each other, it is
/// still sure that something was asked, or that something happened.
/// </summary>
internal enum PartFamily : byte
{
    /// <summary>Told in passing: nothing is owed.</summary>
    Passing,

    /// <summary>An answer to a question of the coach's.</summary>
    Answer,

    /// <summary>A yes or no.</summary>
    Decision,

    /// <summary>Something is not right.</summary>
    Right,

    /// <summary>How it goes.</summary>
    News,

    /// <summary>A question of their own.</summary>
    Question,

    /// <summary>Something is wanted done.</summary>
    Wish,

    /// <summary>Not now, or here again.</summary>
    Pace,

    /// <summary>Heavy words.</summary>
    Concern,
}

internal static class PartFamilies
{
    public static int Count { get; } = Enum.GetValues<PartFamily>().Length;

    public static PartFamily Of(PartAct act) =>
        act switch
        {
            PartAct.Ack or PartAct.Hello or PartAct.Feeling or PartAct.Explain or PartAct.Chat => PartFamily.Passing,
            PartAct.Wish
            or PartAct.Measure
            or PartAct.Plan
            or PartAct.Reason
            or PartAct.Obstacle
            or PartAct.Deadline
            or PartAct.Sure => PartFamily.Answer,
            PartAct.Yes or PartAct.No => PartFamily.Decision,
            PartAct.Fix or PartAct.Protest or PartAct.Undo => PartFamily.Right,
            PartAct.Gain or PartAct.Setback or PartAct.Same or PartAct.Done or PartAct.Effort => PartFamily.News,
            PartAct.AskStatus
            or PartAct.AskPrivacy
            or PartAct.AskWhy
            or PartAct.AskWhat
            or PartAct.AskExample
            or PartAct.AskRecord
            or PartAct.AskBot
            or PartAct.AskOff => PartFamily.Question,
            PartAct.Concern => PartFamily.Concern,
            PartAct.Skip or PartAct.Later or PartAct.Back => PartFamily.Pace,
            _ => PartFamily.Wish,
        };
}
