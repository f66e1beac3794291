using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Safety;

/// <summary>
/// Concerns reach an adult: told at once, again until one of them answers, and then to the tenant's contacts. What was
/// written is never in it.
/// </summary>
internal static class AlertRules
{
    /// <summary>
    /// Unsent calls that may wait in the document at once; what does not fit waits for the next look.
    /// </summary>
    private const int Room = 8;

    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Everybody who may have to be told: their own documents know where they are reached and what language they speak.
    /// </summary>
    public static IReadOnlyCollection<DocumentKey> Adults(Classroom classroom, AlertOptions options) =>
        [
            .. Contacts
                .Of(classroom)
                .Select(member => member.ObjectId)
                .Union(options.TenantContacts)
                .Select(classroom.KeyOf),
        ];

    /// <summary>Who may answer for the class: its contacts of now, and those of the tenant who were told.</summary>
    public static bool MayHandle(Classroom classroom, ClassAlert alert, PersonId person, AlertOptions options) =>
        person.TenantId == classroom.TenantId
        && Contacts
            .Of(classroom)
            .Select(member => member.ObjectId)
            .Concat(alert.EscalatedTo)
            .Concat(Counselors(classroom, options))
            .Contains(person.ObjectId, StringComparer.OrdinalIgnoreCase);

    /// <summary>Those of the tenant's contacts whom this class's teachers chose to be told at once.</summary>
    private static IEnumerable<string> Counselors(Classroom classroom, AlertOptions options) =>
        options.TenantContacts.Intersect(classroom.Settings?.Contacts ?? [], StringComparer.OrdinalIgnoreCase);

    public static ClassAlert? Find(Classroom classroom, string? alertId) =>
        classroom.Alerts.FirstOrDefault(open => open.Alert.Id == alertId);

    public static TurnResult<Classroom> Raise(AlertRaised raised, TurnContext<Classroom> context)
    {
        var classroom = context.Classroom;
        if (Find(classroom, raised.Alert.Id) is { } known)
        {
            // It came up once more; the adults are being told already. Where there was none, one may have come.
            return new(
                With(
                    classroom,
                    known with
                    {
                        Alert = raised.Alert,
                        NextAt = known.LastToldAt is null ? context.Now : known.NextAt,
                    }
                )
            );
        }

        var name = classroom.Find(raised.Person)?.Name ?? raised.Name;
        var alert = new ClassAlert(raised.Person, name, raised.Alert) { Since = context.Now, NextAt = context.Now };
        return new(classroom with { Alerts = [.. classroom.Alerts, alert] })
        {
            Archive = [ClassAudit.Entry("raised", alert, raised.Person, [], context.Turn)],
        };
    }

    public static TurnResult<Classroom> Handle(
        AlertHandling handling,
        TurnContext<Classroom> context,
        AlertOptions options
    )
    {
        var classroom = context.Classroom;
        if (Find(classroom, handling.AlertId) is not { } alert || !MayHandle(classroom, alert, handling.By, options))
        {
            return new(classroom);
        }

        // The others need not go as well.
        var others = Reached(classroom, alert, options, context)
            .Where(adult => adult.ObjectId != handling.By.ObjectId && alert.LastToldAt is not null);
        return new(
            Without(classroom, alert),
            [
                .. others.Select(adult => new Elsewhere(
                    adult.Chat,
                    new Say(AlertCards.Taken(alert, handling, adult.Voice)),
                    OutboxPolicy.Post
                )),
            ]
        )
        {
            Messages = [new Addressed(DocumentKeys.Person(alert.Student), new AlertHandled(alert.Alert.Id))],
            Archive =
            [
                ClassAudit.Entry(handling.FalseAlarm ? "falseAlarm" : "handled", alert, handling.By, [], context.Turn),
            ],
        };
    }

    /// <summary>An adult of another class has it in hand.</summary>
    public static TurnResult<Classroom> Close(AlertClosed closed, TurnContext<Classroom> context) =>
        Find(context.Classroom, closed.AlertId) is { } alert
            ? new(Without(context.Classroom, alert))
            {
                Archive = [ClassAudit.Entry("handledElsewhere", alert, null, [], context.Turn)],
            }
            : new(context.Classroom);

    /// <summary>Tells the adults of every concern whose time has come.</summary>
    public static TurnResult<Classroom> Remind(
        TurnResult<Classroom> result,
        TurnContext<Classroom> context,
        AlertOptions options
    )
    {
        if (context.Turn.Input is not (Rang or Received { Message: AlertRaised }))
        {
            return result;
        }

        var next = result.Head;
        List<Reply> replies = [.. result.Replies];
        List<ArchiveEntry> archive = [.. result.Archive];
        var room = Room - next.Outbox.Entries.Count(entry => entry.Policy == OutboxPolicy.Alert);
        foreach (var alert in result.Head.Alerts.Where(open => open.NextAt <= context.Now))
        {
            if (room <= 0)
            {
                next = With(next, alert with { NextAt = context.Now + LookAgain });
                continue;
            }

            var night = Night(next, options);
            var sleeping = alert.LastToldAt is not null && night?.Contains(context.Now, Zone(next)) == true;

            // Who was called already sleeps; who is called for the first time is called now.
            var adults = Reached(next, alert, options, context)
                .Where(adult => !sleeping || (adult.IsOfTenant && !alert.EscalatedTo.Contains(adult.ObjectId)))
                .ToList();
            room -= adults.Count;
            replies.AddRange(
                adults.Select(adult => new Elsewhere(
                    adult.Chat,
                    new Show(
                        AlertCards.Call(next, alert, context.Now, adult.Voice),
                        adult.Voice.Say("Alert.Title", ("name", AlertCards.Name(alert, adult.Voice)))
                    ),
                    OutboxPolicy.Alert
                ))
            );
            var told = Told(alert, adults, options, context.Now, night, Zone(next));
            next = With(next, told);
            if (adults.Count > 0)
            {
                archive.Add(
                    ClassAudit.Entry(
                        told.EscalatedAt == context.Now ? "escalated" : "told",
                        alert,
                        null,
                        [.. adults.Select(adult => adult.ObjectId)],
                        context.Turn
                    )
                );
            }
        }

        return result with
        {
            Head = next,
            Replies = replies,
            Archive = archive,
        };
    }

    /// <summary>The hours in which nobody is called a second time; null where all are called at any hour.</summary>
    private static QuietHours? Night(Classroom classroom, AlertOptions options) =>
        options.RepeatAtNight || Zone(classroom) is null ? null : QuietHours.Night;

    private static string? Zone(Classroom classroom) => classroom.Settings?.Schedule.Zone;

    /// <param name="night">The hours in which nobody is called again; the first call to the tenant's contacts does
    /// not wait.</param>
    private static ClassAlert Told(
        ClassAlert alert,
        List<Adult> adults,
        AlertOptions options,
        DateTimeOffset now,
        QuietHours? night,
        string? zone
    )
    {
        var escalated = adults.Where(adult => adult.IsOfTenant).Select(adult => adult.ObjectId).ToList();
        var told = alert with
        {
            LastToldAt = adults.Count > 0 ? now : alert.LastToldAt,
            EscalatedAt = alert.EscalatedAt ?? (escalated.Count > 0 ? now : null),
            EscalatedTo = [.. alert.EscalatedTo.Union(escalated)],
        };
        var next = now + options.Repeat;
        if (night is not null && told.LastToldAt is not null)
            next = night.FreeFrom(next, zone);
        var escalation = alert.Since + options.EscalateAfter;
        return told with { NextAt = escalation > now && escalation < next ? escalation : next };
    }

    /// <summary>
    /// The class's contacts; and the tenant's, once it took too long or when nobody of the class can be reached at all.
    /// </summary>
    private static IEnumerable<Adult> Reached(
        Classroom classroom,
        ClassAlert alert,
        AlertOptions options,
        TurnContext<Classroom> context
    )
    {
        var adults = Contacts
            .Of(classroom)
            .Select(member => member.ObjectId)
            .Union(Counselors(classroom, options))
            .Select(id => At(id, isOfTenant: false))
            .OfType<Adult>()
            .ToList();
        var escalates =
            alert.EscalatedAt is not null
            || context.Now >= alert.Since + options.EscalateAfter
            || !adults.Exists(adult => classroom.Find(adult.ObjectId) is { Unreachable: null });
        return !escalates
            ? adults
            : adults.Concat(
                options
                    .TenantContacts.Where(id => !adults.Exists(adult => adult.ObjectId == id))
                    .Select(id => At(id, isOfTenant: true))
                    .OfType<Adult>()
                    .Take(Contacts.Most)
            );

        Adult? At(string id, bool isOfTenant)
        {
            var person = context.Others.Person(classroom.KeyOf(id));
            return classroom.WhereToTell(id, person) is { } chat
                ? new Adult(id, chat, person is null ? context.Voice : VoiceOf.Person(person), isOfTenant)
                : null;
        }
    }

    private static Classroom With(Classroom classroom, ClassAlert changed) =>
        classroom with
        {
            Alerts = [.. classroom.Alerts.Select(open => open.Alert.Id == changed.Alert.Id ? changed : open)],
        };

    private static Classroom Without(Classroom classroom, ClassAlert closed) =>
        classroom with
        {
            Alerts = [.. classroom.Alerts.Where(open => open.Alert.Id != closed.Alert.Id)],
        };

    private sealed record Adult(string ObjectId, ConversationReference Chat, Voice Voice, bool IsOfTenant);
}
