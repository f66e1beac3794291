using System.Text.Json.Serialization;
using Milestones.Calendar;
using Milestones.Conversations;

namespace Milestones.School;

/// <summary>
/// What the weekly reflection is waiting for; beside the goal dialog and independent of it. Kept by name.
/// </summary>
/// <param name="Class">With <paramref name="Week"/>, the reflection it is about; what was answered so far is in
/// there.</param>
[JsonPolymorphic(
    TypeDiscriminatorPropertyName = "awaits",
    UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToBaseType
)]
[JsonDerivedType(typeof(ReflectionDialogState), "unknown")]
[JsonDerivedType(typeof(CheckingIn), "checkIn")]
[JsonDerivedType(typeof(AskingQuestion), "question")]
[JsonDerivedType(typeof(AskingWhatChanged), "whatChanged")]
internal record ReflectionDialogState(DocumentKey? Class, IsoWeek Week)
{
    /// <summary>
    /// Whether a question waits for words. The check-in is a card: what is typed meanwhile is about something else.
    /// </summary>
    [JsonIgnore]
    public bool Listens => this is AskingQuestion or AskingWhatChanged;
}

/// <summary>The check-in card is out.</summary>
internal sealed record CheckingIn(DocumentKey? Class, IsoWeek Week) : ReflectionDialogState(Class, Week);

/// <summary>A question is open.</summary>
/// <param name="GoalId">The goal it is about, where it is about one.</param>
/// <param name="Then">The questions after it.</param>
/// <param name="Before">The questions before it, for <em>back</em>.</param>
/// <param name="Probed">The one gentle probe was made; there is no second in a reflection.</param>
/// <param name="SoFar">The one word that was answered before the probe.</param>
internal sealed record AskingQuestion(
    DocumentKey? Class,
    IsoWeek Week,
    string Question,
    string? GoalId,
    IReadOnlyList<string> Then,
    IReadOnlyList<string> Before,
    bool Probed = false,
    string? SoFar = null
) : ReflectionDialogState(Class, Week);

/// <summary>The student's own words of then and now are side by side: what changed?</summary>
internal sealed record AskingWhatChanged(DocumentKey? Class, IsoWeek Week) : ReflectionDialogState(Class, Week);
