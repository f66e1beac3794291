using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Criteria;

/// <summary>What a teacher put into the form of a task.</summary>
/// <param name="Task">The id of the task that is changed; null for a new one.</param>
/// <param name="Wrong">What is wrong with it, in words; null where nothing is.</param>
internal sealed record TaskForm(string? Task, string Name, string Criteria, string? Wrong)
{
    public static TaskForm Empty { get; } = new(null, string.Empty, string.Empty, null);

    public static TaskForm Of(ClassTask task) =>
        new(task.Id, task.Name, string.Join('\n', task.Criteria.Select(one => one.Text)), null);

    public static TaskForm Read(CardData data, Voice voice)
    {
        var (name, criteria) = (data.Text("name") ?? string.Empty, data.Text("criteria") ?? string.Empty);
        return new(
            data.Text("task"),
            name,
            criteria,
            name.Length is 0 or > ClassTask.LongestName
                ? voice.Say("Teach.Tasks.Fault.Name", ("max", ClassTask.LongestName))
                : CriteriaList.Read(criteria).Wrong(voice)
        );
    }
}
