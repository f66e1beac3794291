using Milestones.Conversations;
using Milestones.Scheduling;

namespace Milestones.Classes;

/// <summary>What a person's document takes from their classes.</summary>
internal static class MembershipHandler
{
    /// <summary>In a class, or something about it is new. Prompts begin when a schedule first reaches the person, and are never counted back.</summary>
    public static TurnResult Joined(JoinedClass joined, TurnContext context)
    {
        var person = context.Person;
        var before = person.Classes.FirstOrDefault(known => known.Class == joined.Membership.Class);
        var now = joined.Membership with
        {
            Cursor = before?.Cursor ?? (joined.Membership.Schedule is null ? null : new PromptCursor(context.Now)),
            LastPrompt = before?.LastPrompt,
            Outcomes = before?.Outcomes ?? [],
        };
        var next = person with
        {
            Name = person.Name ?? joined.Name,
            Chat = person.Chat ?? joined.Chat,
            Classes = before is null ? [.. person.Classes, now] : [.. person.Classes.Select(known => known.Class == now.Class ? now : known)],
        };

        // What is open already is news to a class that has somebody to tell only now.
        var tells = now.IsWatched && before is not { IsWatched: true };
        return new(next) { Messages = tells ? [.. person.Alerts.Select(alert => new Addressed(now.Class, new AlertRaised(person.Id, next.Name, alert)))] : [] };
    }

    public static TurnResult Left(LeftClass left, TurnContext context) =>
        new(context.Person with { Classes = [.. context.Person.Classes.Where(known => known.Class != left.Class)] });

    /// <summary>An adult has dealt with it: the other classes need not look any more.</summary>
    public static TurnResult AlertHandled(AlertHandled handled, TurnContext context) =>
        context.Person.Alerts.All(alert => alert.Id != handled.AlertId)
            ? new(context.Person)
            : new(context.Person with { Alerts = [.. context.Person.Alerts.Where(alert => alert.Id != handled.AlertId)] })
            {
                Messages = [.. Membership.Watching(context.Person.Classes).Select(known => new Addressed(known, new AlertClosed(handled.AlertId)))],
            };
}
