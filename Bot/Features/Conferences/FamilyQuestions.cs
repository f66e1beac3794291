using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Conferences;

/// <summary>
/// Three questions a family can ask: they stand in the letter, and are what the student tries out before.
/// </summary>
internal static class FamilyQuestions
{
    public const int Count = 3;

    /// <summary>Parts that a question is asked about.</summary>
    public static readonly ConferencePart[] Asked =
    [
        ConferencePart.ProudOf,
        ConferencePart.Habit,
        ConferencePart.Growth,
        ConferencePart.Data,
        ConferencePart.Goals,
    ];

    /// <summary>About what is told, in the order of the student; where that is little, about learning at all.</summary>
    public static IReadOnlyList<string> Of(ConferencePack pack, Voice voice) =>
        [
            .. pack
                .Told.Where(part => Asked.Contains(part))
                .Take(Count)
                .Select(part => voice[$"Conference.Family.{part}"])
                .Concat(voice.List("Conference.Family.Any"))
                .Take(Count),
        ];
}
