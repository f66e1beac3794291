namespace Milestones.School;

/// <summary>What something in a conference is, which decides how it is told.</summary>
internal enum ConferenceKind
{
    /// <summary>Words of a reflection; <see cref="ConferenceItem.About"/> is the question's key.</summary>
    Answer,

    /// <summary>What shows a goal's progress; about the goal's sentence, with what there was before.</summary>
    Work,

    /// <summary>What shows a learning target; about the target.</summary>
    TargetWork,

    /// <summary>A goal that was reached.</summary>
    Reached,

    /// <summary>What a teacher wrote; about their name, with the next step they named.</summary>
    Feedback,
    Badge,
    Plan,

    /// <summary>Weeks in a row that were looked back on.</summary>
    Weeks,

    /// <summary>A goal's number, then and now.</summary>
    Number,

    /// <summary>A learning target, then and now.</summary>
    Target,

    /// <summary>A success criterion, then and now.</summary>
    Criterion,

    /// <summary>How many targets of a unit are learned.</summary>
    Unit,

    /// <summary>A number from the school; about its measure.</summary>
    Imported,

    /// <summary>A goal that goes on, with its plan and next step.</summary>
    Goal,

    /// <summary>A question for the family, by its place.</summary>
    Question,
}

/// <summary>Something of a student's own that can stand in their conference.</summary>
/// <param name="Id">The same as long as what it is about is there.</param>
/// <param name="Words">The student's own, as they wrote them; empty where it is all numbers.</param>
internal sealed record ConferenceItem(string Id, ConferencePart Part, ConferenceKind Kind, string Words)
{
    public string About { get; init; } = "";

    /// <summary>Words beside it: a first draft, a teacher's next step, what a number counts.</summary>
    public string? Beside { get; init; }

    public DateOnly? On { get; init; }

    /// <summary>Kept by the student as <em>only me</em>.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>It stands there without being put there, until the student takes it out.</summary>
    public bool IsOffered { get; init; }

    /// <summary>The goal it is about, for what its numbers count.</summary>
    public Goal? Goal { get; init; }

    public double? Then { get; init; }

    public double? Now { get; init; }
}
