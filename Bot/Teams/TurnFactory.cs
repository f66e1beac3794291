using System.Text.Json;
using Milestones.Conversations;
using Milestones.Storage;

namespace Milestones.Teams;

/// <summary>Translates a verified activity into a turn. What is no turn for this bot is null, and answered with 200 or 501 by the endpoint.</summary>
internal static class TurnFactory
{
    public static Turn? From(Activity activity, DateTimeOffset now, Guid seed)
    {
        if (Input(activity) is not { } input || activity.From is not { Id: { } account } from || activity.TenantId is not { } tenant || activity.Conversation?.Id is not { } conversation)
        {
            return null;
        }

        // Anonymous people in meetings have no Entra id; their account id is unique for this bot.
        var person = new PersonId(tenant, from.AadObjectId ?? account);
        return new Turn(
            $"{conversation}|{activity.Id}",
            DocumentKeys.Person(person),
            person,
            from.Name,
            activity.GetConversationReference(),
            input,
            now,
            activity.Locale,
            activity.TimeZone,
            seed);
    }

    private static TurnInput? Input(Activity activity)
    {
        if (activity.Conversation?.ConversationType is { } type && type != ConversationAccount.Personal)
        {
            return null;
        }

        return activity.Type switch
        {
            ActivityTypes.Message => Message(activity),
            ActivityTypes.Invoke when activity.Name == "adaptiveCard/action" => Execute(activity),
            ActivityTypes.InstallationUpdate when activity.Action == "add" => new Installed(),
            ActivityTypes.InstallationUpdate when activity.Action == "remove" => new Uninstalled(),
            ActivityTypes.ConversationUpdate when activity.MembersAdded?.Any(member => member.Id == activity.Recipient?.Id) == true => new Installed(),
            _ => null,
        };
    }

    private static TurnInput Message(Activity activity) =>
        activity.Value is { ValueKind: JsonValueKind.Object } value && Tap(value, activity, inPlace: false) is { } tapped ? tapped
        : SpokenText.Of(activity) is { Length: > 0 } text ? new Said(text)
        : new SaidNothing();

    private static Tapped? Execute(Activity activity) =>
        activity.Value is { ValueKind: JsonValueKind.Object } value
        && value.TryGetProperty("action", out var action) && action.ValueKind == JsonValueKind.Object
            ? Tap(action.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object ? data : default, activity, inPlace: true, Text(action, "verb"))
            : null;

    private static Tapped? Tap(JsonElement data, Activity activity, bool inPlace, string? verb = null)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (data.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in data.EnumerateObject())
            {
                if (property.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
                {
                    values[property.Name] = CleanText.Of(property.Value.ToString());
                }
            }
        }

        verb ??= values.GetValueOrDefault("verb");
        return verb is null ? null : new Tapped(verb, new CardData(values), values.GetValueOrDefault("token") is { Length: > 0 } token ? token : null, activity.ReplyToId, inPlace);
    }

    private static string? Text(JsonElement value, string name) =>
        value.TryGetProperty(name, out var property) && property.ValueKind == JsonValueKind.String ? property.GetString() : null;
}
