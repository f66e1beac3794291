using System.Net;

namespace Milestones.Channel.Teams;

/// <summary>
/// What a person said to the bot: the text of an activity without the mention that called it, and cleaned.
/// </summary>
internal static class SpokenText
{
    /// <summary>The words, never null. The names of other people stay: they are content.</summary>
    /// <remarks>
    /// Which words are the mention is read from the entity, since a sender can write <c>&lt;at&gt;</c> by hand.
    /// </remarks>
    public static string Of(Activity activity)
    {
        var text = activity.Text ?? "";
        foreach (var entity in activity.Entities ?? [])
        {
            if (
                entity is { Type: Entity.Mention, Text.Length: > 0, Mentioned.Id: { } id }
                && id == activity.Recipient?.Id
            )
            {
                text = text.Replace(entity.Text, "", StringComparison.OrdinalIgnoreCase);
            }
        }

        return CleanText.Of(text).Trim();
    }

    /// <summary>
    /// A mention for an outgoing message: put its text, unchanged, into the message's text, and the entity beside it.
    /// </summary>
    public static Entity Mention(ChannelAccount person) =>
        new()
        {
            Type = Entity.Mention,
            Text = $"<at>{WebUtility.HtmlEncode(CleanText.Of(person.Name ?? ""))}</at>",
            Mentioned = new ChannelAccount { Id = person.Id, Name = person.Name },
        };
}
