using Milestones.School;

namespace Milestones.Features.Criteria;

/// <summary>What teachers make of a class's tasks, decided once more by the class.</summary>
internal static class TaskClassHandler
{
    public static TurnResult<Classroom> Set(TaskSet set, TurnContext<Classroom> context) =>
        new(
            Teachers.Teaches(context.Classroom, set.By)
                ? ClassTasks.Set(context.Classroom, set.Task)
                : context.Classroom
        );

    public static TurnResult<Classroom> Decided(TaskDecided decided, TurnContext<Classroom> context) =>
        new(
            Teachers.Teaches(context.Classroom, decided.By)
                ? ClassTasks.Decided(context.Classroom, decided.Task, decided.Act, context.Now)
                : context.Classroom
        );
}
