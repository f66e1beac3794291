using System.Text.Json.Serialization;
using Milestones.Calendar;
using Milestones.Language;

namespace Milestones.School;

/// <summary>
/// What is known of a goal before it is saved. It lives in the open dialog, so it survives a restart and a weekend.
/// </summary>
/// <param name="Id">The id the goal will have; made when the dialog starts, so that saving twice saves one
/// goal.</param>
/// <param name="FirstWords">The sentence it began with; empty when it began with a button.</param>
internal sealed record GoalDraft(string Id, string FirstWords, Area Area)
{
    /// <summary>What of the first words the goal's sentence says, where they were more talk than wish.</summary>
    public string? Wish { get; init; }

    /// <summary>What exactly, where the first words did not say.</summary>
    public string? What { get; init; }

    public Measure Measure { get; init; } = Measure.None;

    /// <summary>The target as a step from where the student is now ("2 more than now"), until that is known.</summary>
    public double? StepFromNow { get; init; }

    public string? Plan { get; init; }

    public string? Obstacle { get; init; }

    public string? Reason { get; init; }

    /// <summary>How sure the student is, 1 to 10.</summary>
    public int? Confidence { get; init; }

    public DateOnly? Deadline { get; init; }

    /// <summary>The student's own words for it: "by winter break".</summary>
    public string? DeadlineWords { get; init; }

    /// <summary>The time of the school year that <see cref="DeadlineWords"/> speak of.</summary>
    public SchoolDate? School { get; init; }

    /// <summary>
    /// The sentence as the student edited it in the form; null while it is put together from the answers.
    /// </summary>
    public string? Sentence { get; init; }

    /// <summary>What was written beyond the length of a goal, kept whole for the student to pick from.</summary>
    public string? Notes { get; init; }

    /// <summary>Fields that need no more asking: said, answered or skipped.</summary>
    public Fields Settled { get; init; }

    /// <summary>Aspects in the first sentence, before the coach asked anything.</summary>
    public Aspects AtFirst { get; init; }

    /// <summary>Fields answered vaguely twice.</summary>
    public Fields ToSharpen { get; init; }

    /// <summary>Fields in the order they were asked, for <em>back</em>.</summary>
    public IReadOnlyList<Fields> Trail { get; init; } = [];

    /// <summary>Whether the first words already name something to work on: then they can stand alone.</summary>
    public bool FirstWordsAreSpecific { get; init; }

    /// <summary>The next answer is the goal in other words, in place of what was said it is about.</summary>
    public bool Rewords { get; init; }

    [JsonIgnore]
    public Aspects Present =>
        (FirstWordsAreSpecific || What is not null ? Aspects.Specific : Aspects.None)
        | (Measure.Words is not null ? Aspects.Measurable : Aspects.None)
        | (Plan is not null ? Aspects.Achievable : Aspects.None)
        | (Reason is not null ? Aspects.Relevant : Aspects.None)
        | (Deadline is not null || DeadlineWords is not null ? Aspects.TimeBound : Aspects.None);

    [JsonIgnore]
    public Aspects Unsharp => ToSharpen.ToAspects() & Present;

    public GoalDraft Settle(Fields field) => this with { Settled = Settled | field };
}

/// <summary>What the coach can ask for, in the order it asks.</summary>
[Flags]
internal enum Fields
{
    None = 0,
    What = 1,
    Measure = 2,
    Baseline = 4,
    Plan = 8,
    Obstacle = 16,
    Reason = 32,
    Deadline = 64,
    Confidence = 128,
}

internal static class FieldAspects
{
    /// <summary>The letters of SMART that a set of fields speaks for.</summary>
    public static Aspects ToAspects(this Fields fields) =>
        (fields.HasFlag(Fields.What) ? Aspects.Specific : Aspects.None)
        | (fields.HasFlag(Fields.Measure) ? Aspects.Measurable : Aspects.None)
        | (fields.HasFlag(Fields.Plan) ? Aspects.Achievable : Aspects.None)
        | (fields.HasFlag(Fields.Reason) ? Aspects.Relevant : Aspects.None)
        | (fields.HasFlag(Fields.Deadline) ? Aspects.TimeBound : Aspects.None);
}
