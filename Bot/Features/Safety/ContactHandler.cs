using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Safety;

/// <summary>
/// What an adult who was called does from their private chat. The class's document decides whether they may, here and
/// again when it takes the message.
/// </summary>
internal static class ContactHandler
{
    /// <summary>The class document such a turn has to read.</summary>
    public static IReadOnlyCollection<DocumentKey> Needs(Turn turn) =>
        turn.Input is Tapped { Verb: AlertVerbs.OnIt or AlertVerbs.FalseAlarm } tapped && Named(tapped, turn) is { } key
            ? [key]
            : [];

    /// <summary>A contact answers a call. Who is none any more, or finds it answered, is told so.</summary>
    public static TurnResult<Person> Answer(Tapped tapped, TurnContext<Person> context, AlertOptions options)
    {
        if (Named(tapped, context.Turn) is not { } key || context.Others.Class(key) is not { } classroom)
        {
            return new(context.Person, new Notice(context.Voice["Tap.Gone"]));
        }

        var falseAlarm = tapped.Verb == AlertVerbs.FalseAlarm;
        return
            AlertRules.Find(classroom, tapped.Data.Text("alert")) is not { } alert
            || !AlertRules.MayHandle(classroom, alert, context.Turn.Person, options)
            ? new(context.Person, new Notice(context.Voice["Alert.Gone"]))
            : new(
                context.Person,
                new Replace(AlertCards.Answered(alert, falseAlarm, context.Voice), context.Voice["Alert.OnIt"])
            )
            {
                Messages =
                [
                    new(
                        classroom.Key,
                        new AlertHandling(alert.Alert.Id, context.Turn.Person, context.Person.Name, falseAlarm)
                    ),
                ],
            };
    }

    private static DocumentKey? Named(Tapped tapped, Turn turn) =>
        DocumentKeys.NamedClass(tapped.Data.Text("class"), turn.Person.TenantId);
}
