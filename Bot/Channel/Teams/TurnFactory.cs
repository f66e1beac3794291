using System.Globalization;
using System.Text.Json;
using Milestones.Calendar;
using Milestones.Conversations;

namespace Milestones.Channel.Teams;

/// <summary>
/// Translates a verified activity into a turn. What is no turn for this bot is null, and answered with 200 or 501 by
/// the endpoint.
/// </summary>
internal static class TurnFactory
{
    private const string EditMessage = "editMessage";
    private const string ExpectReplies = "expectReplies";

    public static Turn? From(Activity activity, DateTimeOffset now, Guid seed)
    {
        if (
            Input(activity, now) is not { } input
            || activity.From is not { Id: { } account } from
            || activity.TenantId is not { } tenant
            || activity.Conversation?.Id is not { } conversation
        )
        {
            return null;
        }

        // A dialog or a search is this person's own, whatever conversation it was opened over.
        var isOwn = input is Tapped { Surface: not Surface.Card };
        var key =
            !isOwn && activity.Conversation.ConversationType == ConversationAccount.Channel
                ? TeamKey(tenant, activity)
                : null;
        if (
            key is null
            && !isOwn
            && activity.Conversation.ConversationType is { } type and not ConversationAccount.Personal
        )
        {
            return null;
        }

        // Anonymous people in meetings have no Entra id; their account id is unique for this bot.
        var person = new PersonId(tenant, from.AadObjectId ?? account);
        return new Turn(
            Id(conversation, activity),
            key ?? DocumentKeys.Person(person),
            person,
            CleanName.Of(from.Name),
            isOwn ? null : activity.GetConversationReference(),
            input,
            now,
            activity.Locale,
            activity.TimeZone,
            seed
        )
        {
            Handed = key is null && input is Said or SaidNothing ? HandedFiles.Of(activity) : null,
            ExpectsReplies =
                activity is { Type: ActivityTypes.Message, DeliveryMode: ExpectReplies }
                && input is Said or SaidNothing or Tapped,
        };
    }

    /// <summary>An edited message comes under the id of the first one; when it was edited tells them apart.</summary>
    private static string Id(string conversation, Activity activity) =>
        activity.Type == ActivityTypes.MessageUpdate
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{First(conversation, activity)}|{activity.Timestamp?.UtcTicks}"
            )
            : First(conversation, activity);

    private static string First(string conversation, Activity activity) => $"{conversation}|{activity.Id}";

    private static TurnInput? Input(Activity activity, DateTimeOffset now)
    {
        return activity.Type switch
        {
            ActivityTypes.Message => Message(activity, now),
            ActivityTypes.MessageUpdate when activity.ChannelData?.EventType == EditMessage => SpokenText.Of(activity)
                is { Length: > 0 } text
                ? new Edited(text, First(activity.Conversation?.Id ?? string.Empty, activity))
                : null,
            ActivityTypes.Invoke => Invoke(activity, now),
            ActivityTypes.InstallationUpdate when activity.Action == "add" => new Installed(),
            ActivityTypes.InstallationUpdate when activity.Action == "remove" => new Uninstalled(),
            ActivityTypes.ConversationUpdate when Names(activity.MembersAdded, activity.Recipient) => new Installed(),
            ActivityTypes.ConversationUpdate when Names(activity.MembersRemoved, activity.Recipient) =>
                new Uninstalled(),
            ActivityTypes.ConversationUpdate
                when activity.ChannelData?.EventType is { } change
                    && activity.Conversation?.ConversationType == ConversationAccount.Channel => new TeamChanged(
                change,
                CleanName.Of(activity.ChannelData.Team?.Name),
                [.. (activity.MembersRemoved ?? []).Select(member => member.AadObjectId ?? member.Id).OfType<string>()],
                activity.ChannelData.Channel?.Id
            ),
            _ => null,
        };
    }

    private static bool Names(IReadOnlyList<ChannelAccount>? members, ChannelAccount? bot) =>
        members?.Any(member => member.Id == bot?.Id) == true;

    private static DocumentKey? TeamKey(string tenant, Activity activity) =>
        activity.ChannelData?.Team?.Id is { } team ? DocumentKeys.Classroom(tenant, team) : null;

    private static TurnInput Message(Activity activity, DateTimeOffset now)
    {
        var data = CardInputs.Of(activity.Value);
        return data.Text("verb") is { } verb ? Tap(verb, data, activity, now, inPlace: false)
            : SpokenText.Of(activity) is { Length: > 0 } text ? new Said(text) { Beside = [.. data.Typed] }
            : data.Typed.Any() ? new Said(string.Empty) { Beside = [.. data.Typed] }
            : new SaidNothing();
    }

    private static Tapped? Invoke(Activity activity, DateTimeOffset now) =>
        activity.Name switch
        {
            InvokeNames.AdaptiveCardAction => Execute(activity, now),
            InvokeNames.TaskFetch or InvokeNames.TaskSubmit => Submitted(
                TaskModule.Read(activity.Value).Data,
                activity,
                now
            ),
            InvokeNames.ComposeExtensionFetchTask => MessagingExtensionAction.TryRead(activity.Value) is { } opened
                ? Open(opened, activity, now)
                : null,
            InvokeNames.ComposeExtensionSubmitAction => MessagingExtensionAction.TryRead(activity.Value) is { } sent
                ? Submitted(sent.Data, activity, now)
                : null,
            InvokeNames.ComposeExtensionQuery => MessagingExtensionQuery.TryRead(activity.Value) is { } query
                ? Search(query, activity, now)
                : null,
            _ => null,
        };

    /// <summary>The manifest's commands are called by the verbs that answer them.</summary>
    private static Tapped Open(MessagingExtensionAction opened, Activity activity, DateTimeOffset now) =>
        Tap(
            opened.CommandId,
            opened.Author is { } author ? Data(("student", author)) : CardData.Empty,
            activity,
            now,
            inPlace: true
        ) with
        {
            Surface = Surface.Dialog,
        };

    private static Tapped? Submitted(JsonElement? data, Activity activity, DateTimeOffset now) =>
        CardInputs.Of(data) is var inputs && inputs.Text("verb") is { } verb
            ? Tap(verb, inputs, activity, now, inPlace: true) with
            {
                Surface = Surface.Dialog,
            }
            : null;

    private static Tapped Search(MessagingExtensionQuery query, Activity activity, DateTimeOffset now) =>
        Tap(
            query.CommandId,
            Data(
                ("text", query.Text),
                ("skip", query.Skip.ToString(CultureInfo.InvariantCulture)),
                ("count", query.Count.ToString(CultureInfo.InvariantCulture))
            ),
            activity,
            now,
            inPlace: true
        ) with
        {
            Surface = Surface.Search,
        };

    private static CardData Data(params IEnumerable<(string Name, string Value)> values) =>
        new(values.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal));

    private static Tapped? Execute(Activity activity, DateTimeOffset now) =>
        AdaptiveCardAction.TryRead(activity.Value) is { } action
            ? Tap(action.Verb, CardInputs.Of(action.Data), activity, now, inPlace: true)
            : null;

    private static Tapped Tap(string verb, CardData data, Activity activity, DateTimeOffset now, bool inPlace) =>
        new(verb, data, Token(data, now), activity.ReplyToId, inPlace);

    /// <summary>What may be done once a week is another thing in the next, also from the card of the last.</summary>
    private static string? Token(CardData data, DateTimeOffset now) =>
        data.Text("token") is { } token && data.Text(CardData.Per) == CardData.Week
            ? $"{token}|{IsoWeek.Of(LocalTime.Day(now, null))}"
            : data.Text("token");
}
