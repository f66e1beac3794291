using System.Net;
using System.Text.RegularExpressions;

namespace Milestones.Channel.Teams;

/// <summary>
/// What a person said to the bot: the text of an activity without the mention that called it, and cleaned.
/// </summary>
internal static partial class SpokenText
{
    /// <summary>The words, never null. The names of other people stay: they are content.</summary>
    /// <remarks>
    /// Which words are the mention is read from the entity, since a sender can write <c>&lt;at&gt;</c> by hand.
    /// </remarks>
    public static string Of(Activity activity)
    {
        var text = activity.Text is { Length: > 0 } said ? said : Rich(activity);
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
    /// The words of a message that came as HTML alone: some clients leave the plain text out. Its marks are between
    /// words, never a part of them.
    /// </summary>
    private static string Rich(Activity activity) =>
        activity.Attachments?.Select(attachment => attachment.Rich).FirstOrDefault(html => html is not null) is { } html
            ? WebUtility.HtmlDecode(Tag().Replace(html, " "))
            : "";

    [GeneratedRegex("<[^<>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

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
