using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Mastery;

/// <summary>What a teacher put into the form of a new unit.</summary>
/// <param name="Wrong">What is wrong with it, in words; null where nothing is.</param>
internal sealed record UnitForm(string Name, string Targets, string? Wrong)
{
    public static UnitForm Empty { get; } = new(string.Empty, string.Empty, null);

    public static UnitForm Read(CardData data, Voice voice)
    {
        var (name, targets) = (data.Text("name") ?? string.Empty, data.Text("targets") ?? string.Empty);
        var list = TargetList.Read(targets);
        return new(
            name,
            targets,
            name.Length is 0 or > LearningUnit.LongestName
                    ? voice.Say("Teach.Units.Fault.Name", ("max", LearningUnit.LongestName))
                : list.Fault == TargetFault.None ? null
                : voice.Say(
                    $"Teach.Units.Fault.{list.Fault}",
                    ("n", list.Targets.Count),
                    ("max", list.Fault == TargetFault.TooLong ? LearningUnit.LongestTarget : LearningUnit.MostTargets),
                    ("place", list.TooLong)
                )
        );
    }
}
