using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Safety;

/// <summary>
/// Calls for help: raised by a student's words, shown to the class's adults, answered by one of them.
/// </summary>
internal sealed class SafetyRoutes(AlertOptions alerts, SafetyHandler safety)
{
    public Routes<Classroom> Class { get; } =
        new("Safety")
        {
            Messages =
            [
                Routes<Classroom>.On<AlertRaised>(AlertRules.Raise),
                Routes<Classroom>.On<AlertHandling>(
                    (handling, context) => AlertRules.Handle(handling, context, alerts)
                ),
                Routes<Classroom>.On<AlertClosed>(AlertRules.Close),
            ],
            AfterEach = (result, context) => AlertRules.Remind(result, context, alerts),
            Needs = (classroom, turn, _) =>
                turn.Input is Received { Message: AlertRaised or AlertHandling }
                || (turn.Input is Rang && classroom.Alerts.Any(alert => alert.NextAt <= turn.Now))
                    ? AlertRules.Adults(classroom, alerts)
                    : [],
        };

    public Routes<Person> Private { get; } =
        new("Safety")
        {
            Verbs = new Dictionary<string, Func<Tapped, TurnContext<Person>, TurnResult<Person>?>>(
                StringComparer.Ordinal
            )
            {
                [AlertVerbs.OnIt] = (tapped, context) => ContactHandler.Answer(tapped, context, alerts),
                [AlertVerbs.FalseAlarm] = (tapped, context) => ContactHandler.Answer(tapped, context, alerts),
            },
            Messages = [Routes<Person>.On<ConcernHeard>(safety.HeardInChannel)],
            Needs = (person, turn, _) => [.. ContactHandler.Needs(turn), .. TeacherCare.Needs(person, turn)],
        };
}
