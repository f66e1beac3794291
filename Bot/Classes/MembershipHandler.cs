using Milestones.Conversations;
using Milestones.People;
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
        var next = Met(person, joined.Name, joined.Chat, joined.Locale) with
        {
            Classes = before is null ? [.. person.Classes, now] : [.. person.Classes.Select(known => known.Class == now.Class ? now : known)],
        };

        // What is open already is news to a class this student has just come to, and to one that has somebody to tell only now.
        var tells = now.Role == MemberRole.Student && (before is not { Role: MemberRole.Student } || (now.IsWatched && !before.IsWatched));
        return new(next) { Messages = tells ? [.. person.Alerts.Select(alert => new Addressed(now.Class, new AlertRaised(person.Id, next.Name, alert)))] : [] };
    }

    /// <summary>What a class knows of somebody who has not spoken yet.</summary>
    public static Person Met(Person person, string? name, ConversationReference? chat, string? locale) => person with
    {
        Name = person.Name ?? name,
        Chat = person.Chat ?? chat,
        Locale = person.Locale ?? locale,
    };

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
