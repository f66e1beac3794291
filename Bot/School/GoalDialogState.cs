using System.Text.Json.Serialization;

namespace Milestones.School;

/// <summary>
/// What the coach is waiting for. Kept by name, so that a reordering of the code does not move anyone's conversation.
/// </summary>
[JsonPolymorphic(
    TypeDiscriminatorPropertyName = "awaits",
    UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToBaseType
)]
[JsonDerivedType(typeof(GoalDialogState), "unknown")]
[JsonDerivedType(typeof(AskingFirstWords), "firstWords")]
[JsonDerivedType(typeof(AskingPictures), "pictures")]
[JsonDerivedType(typeof(AskingWhat), "what")]
[JsonDerivedType(typeof(AskingMeasure), "measure")]
[JsonDerivedType(typeof(AskingBaseline), "baseline")]
[JsonDerivedType(typeof(AskingDirection), "direction")]
[JsonDerivedType(typeof(AskingPlan), "plan")]
[JsonDerivedType(typeof(AskingPlanDay), "planDay")]
[JsonDerivedType(typeof(AskingObstacle), "obstacle")]
[JsonDerivedType(typeof(AskingReason), "reason")]
[JsonDerivedType(typeof(AskingDeadline), "deadline")]
[JsonDerivedType(typeof(AskingSchoolDay), "schoolDay")]
[JsonDerivedType(typeof(AskingConfidence), "confidence")]
[JsonDerivedType(typeof(OfferingHigherBar), "higherBar")]
[JsonDerivedType(typeof(OfferingSmallerStep), "smallerStep")]
[JsonDerivedType(typeof(ReviewingDraft), "reviewingDraft")]
[JsonDerivedType(typeof(ReviewingMilestones), "reviewingMilestones")]
[JsonDerivedType(typeof(ConfirmingCancel), "confirmingCancel")]
[JsonDerivedType(typeof(OfferingKeptDraft), "keptDraft")]
internal record GoalDialogState;

/// <summary>A state that holds a draft.</summary>
internal abstract record Drafting(GoalDraft Draft) : GoalDialogState;

/// <summary>
/// A question. <paramref name="Times"/> says how often it was put: a vague answer is followed up once.
/// </summary>
internal abstract record Asking(GoalDraft Draft, int Times) : Drafting(Draft);

internal sealed record AskingFirstWords : GoalDialogState
{
    /// <summary>
    /// Asked along with a greeting: what comes next is an answer if it fits, and nothing puts the question again.
    /// </summary>
    public bool IsLight { get; init; }
}

/// <summary>The youngest choose by pictures: what is chosen or told so far. Nothing of it is needed by a tap.</summary>
/// <param name="Picture">The name of the picture.</param>
internal sealed record AskingPictures(string? Picture = null, int? Count = null) : GoalDialogState;

internal sealed record AskingWhat(GoalDraft Draft, int Times = 1) : Asking(Draft, Times);

internal sealed record AskingMeasure(GoalDraft Draft, int Times = 1) : Asking(Draft, Times);

internal sealed record AskingBaseline(GoalDraft Draft, int Times = 1) : Asking(Draft, Times);

/// <summary>The target lies below where the student is: is lower better, or were the two mixed up?</summary>
internal sealed record AskingDirection(GoalDraft Draft, int Times = 1) : Asking(Draft, Times);

internal sealed record AskingPlan(GoalDraft Draft, int Times = 1) : Asking(Draft, Times);

/// <summary>A plan of a word or two: on which day?</summary>
internal sealed record AskingPlanDay(GoalDraft Draft, int Times = 1) : Asking(Draft, Times);

internal sealed record AskingObstacle(GoalDraft Draft, int Times = 1) : Asking(Draft, Times);

internal sealed record AskingReason(GoalDraft Draft, int Times = 1) : Asking(Draft, Times);

internal sealed record AskingDeadline(GoalDraft Draft, int Times = 1) : Asking(Draft, Times);

/// <summary>The deadline is a time of the school year (<see cref="GoalDraft.School"/>): which day is that?</summary>
internal sealed record AskingSchoolDay(GoalDraft Draft, int Times = 1) : Asking(Draft, Times);

internal sealed record AskingConfidence(GoalDraft Draft, int Times = 1) : Asking(Draft, Times);

/// <summary>Nine or ten: would a higher bar be more fun?</summary>
internal sealed record OfferingHigherBar(GoalDraft Draft) : Drafting(Draft);

/// <summary>Four or less: would a smaller step be kinder?</summary>
internal sealed record OfferingSmallerStep(GoalDraft Draft) : Drafting(Draft);

/// <summary>The draft card is out. Its buttons carry <paramref name="Token"/>, which works once.</summary>
internal sealed record ReviewingDraft(GoalDraft Draft, string Token) : Drafting(Draft)
{
    /// <summary>The draft before words changed it, to go back to; null where none did.</summary>
    public GoalDraft? Before { get; init; }
}

/// <summary>The goal is saved and its milestones are proposed.</summary>
internal sealed record ReviewingMilestones(string GoalId) : GoalDialogState;

/// <param name="Resume">What was open, a <see cref="Drafting"/>; declared as the type that knows the stored
/// names.</param>
internal sealed record ConfirmingCancel(GoalDraft Draft, GoalDialogState Resume) : Drafting(Draft)
{
    /// <summary>
    /// What to go on with. Where a newer version was asking something unknown here, the draft as it is.
    /// </summary>
    [JsonIgnore]
    public Drafting Open => Resume as Drafting ?? new ReviewingDraft(Draft, string.Empty);
}

/// <summary>A new goal was asked for while a draft is kept: go on with that one, or start afresh?</summary>
/// <param name="Text">What started the new goal, not lost by asking.</param>
internal sealed record OfferingKeptDraft(GoalDraft Draft, string? Text) : Drafting(Draft);

/// <summary>A draft put aside. It is offered again until <paramref name="Until"/>.</summary>
internal sealed record KeptDraft(GoalDraft Draft, DateTimeOffset Until)
{
    /// <summary>How long a draft is kept (docs/product.md, section 1).</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);
}
