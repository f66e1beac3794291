using System.Text.Json;
using Milestones.Channel.Teams;
using Milestones.Conversations;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Bench.Growing;

/// <summary>Somebody of a class cheers on a card in its channel.</summary>
internal static class Cheer
{
    public static Activity Of(Person person, string post, ConversationReference channel, string id) =>
        new()
        {
            Type = ActivityTypes.Invoke,
            Id = id,
            Name = InvokeNames.AdaptiveCardAction,
            ChannelId = "msteams",
            ServiceUrl = channel.ServiceUrl,
            Locale = "en-US",
            From = new()
            {
                Id = $"29:{person.Id.ObjectId}",
                Name = person.Name,
                AadObjectId = person.Id.ObjectId,
            },
            Recipient = new() { Id = channel.BotId, Name = channel.BotName },
            Conversation = new()
            {
                Id = channel.ConversationId,
                ConversationType = channel.ConversationType,
                TenantId = channel.TenantId,
            },
            ChannelData = new()
            {
                Team = new(channel.TeamId),
                Channel = new(channel.ChannelId),
                Tenant = new(channel.TenantId),
            },
            Value = JsonSerializer.SerializeToElement(
                new
                {
                    action = new
                    {
                        type = "Action.Execute",
                        verb = CelebrationVerbs.Cheer,
                        data = new { verb = CelebrationVerbs.Cheer, post },
                    },
                    trigger = "manual",
                }
            ),
        };
}
