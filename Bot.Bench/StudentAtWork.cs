using System.Text.Json;
using Milestones.Calendar;
using Milestones.Channel.Teams;
using Milestones.Conversations;
using Milestones.School;
using Milestones.Storage;
using Milestones.Turns;

namespace Milestones.Bench;

/// <summary>One student of a class at the chat, who sees the cards that arrive, and taps their buttons.</summary>
/// <param name="objectId">Entra object id, in <see cref="Tenant"/>.</param>
internal sealed class StudentAtWork(BotsAtWork bots, string objectId, string name)
{
    public const string Tenant = "11111111-1111-1111-1111-111111111111";

    /// <summary>Between two messages of one sitting: a student reads and types.</summary>
    public static readonly TimeSpan Thinking = TimeSpan.FromSeconds(25);

    /// <summary>Nobody scrolls up further than this.</summary>
    private const int MostCards = 40;

    private readonly Screen _screen = new();

    /// <summary>Somebody with nobody beside them.</summary>
    public StudentAtWork(BotsAtWork bots)
        : this(bots, "aaaaaaaa-0000-0000-0000-000000000001", "Sam Rivera") { }

    public DocumentKey Key { get; } = DocumentKeys.Person(new(Tenant, objectId));

    public ConversationReference Chat => new(ServiceUrl, Conversation, "personal", Tenant, BotId, BotName, null, null);

    private const string ServiceUrl = "http://127.0.0.1/teams/";
    private const string BotId = "28:00000000-0000-0000-0000-000000000000";
    private const string BotName = "Milestones";

    private string Conversation =>
        $"a:1pL6i0oYq3tnbUoNMpE0wOEhVVEmuyQ6cYJoHVFt4cm7abcdefghijklmnopqrstuvwxyz{objectId[24..]}ABCDEFGHIJK";

    /// <summary>The class has told this student of its schedule.</summary>
    public async Task JoinAsync(WeeklySchedule schedule)
    {
        var membership = new Membership(
            DocumentKeys.Classroom(Tenant, "19:4f3c2b1a0f9e8d7c6b5a4f3e2d1c0b9a@thread.tacv2"),
            "Algebra 1, period 3",
            MemberRole.Student,
            schedule,
            null,
            HasContacts: true
        );
        await bots.The<GoalCoachBot>()
            .DeliverAsync("joined", Key, new JoinedClass(membership, name, null, null), CancellationToken.None);
    }

    /// <summary>
    /// A sitting at the chat, and the quiet after it: what each turn cost, and what was spent besides on taking note of
    /// deliveries.
    /// </summary>
    public async Task<Sitting> SitAsync(params IReadOnlyList<Act> acts)
    {
        var turns = new List<Turned>();
        using var whole = RequestCharge.Begin();
        foreach (var act in acts)
        {
            turns.Add(await ActAsync(act));
            await bots.PassAsync(Thinking);
        }

        await bots.PassAsync(TimeSpan.FromMinutes(10));
        return new(turns, whole.Total - turns.Sum(turn => turn.Units));
    }

    /// <summary>One thing they do, and no time passes.</summary>
    public async Task<Turned> ActAsync(Act act)
    {
        _screen.Take(bots.Arrived(Conversation), null);
        _screen.Scroll(MostCards);
        using var turn = RequestCharge.Begin();
        var (activity, tapped) = act.Tapped is { } title ? Tap(title, act) : (Message(act.What), null);
        See(await bots.TakeAsync(activity), tapped);
        return new(act.What, turn.Total);
    }

    private void See(InvokeResponse? answer, CardOnScreen? tapped)
    {
        if (answer?.Body is not { } body)
            return;
        var said = JsonElement.Parse(body.Span);
        _screen.Take(
            said.GetProperty("type").GetString() == Attachment.AdaptiveCard
                ? [new(null, new(said.GetProperty("value"), tapped?.ActivityId), InPlace: true)]
                : [],
            tapped
        );
    }

    private (Activity Activity, CardOnScreen Card) Tap(string title, Act act)
    {
        var card = _screen.With(title, [.. act.Filled.Select(one => one.Field)]);
        var button = card.Find(title)!.Value;
        var filled = act.Filled.ToDictionary(
            one => card.Fields.Keys.First(field => field.StartsWith(one.Field, StringComparison.Ordinal)),
            one => one.Value,
            StringComparer.Ordinal
        );
        var action = new
        {
            type = "Action.Execute",
            verb = button.GetProperty("verb").GetString(),
            data = card.Send(button, filled),
        };
        return (
            Next(ActivityTypes.Invoke) with
            {
                Name = InvokeNames.AdaptiveCardAction,
                ReplyToId = card.ActivityId,
                Value = JsonSerializer.SerializeToElement(new { action, trigger = "manual" }),
            },
            card
        );
    }

    private Activity Message(string text) => Next(ActivityTypes.Message) with { Text = text };

    private Activity Next(string type) =>
        new()
        {
            Type = type,
            Id = bots.NextId(),
            ChannelId = "msteams",
            ServiceUrl = ServiceUrl,
            Locale = "en-US",
            LocalTimezone = "America/New_York",
            From = new()
            {
                Id = $"29:1abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz{objectId[26..]}",
                Name = name,
                AadObjectId = objectId,
            },
            Recipient = new() { Id = BotId, Name = BotName },
            Conversation = new()
            {
                Id = Conversation,
                ConversationType = ConversationAccount.Personal,
                TenantId = Tenant,
            },
        };
}
