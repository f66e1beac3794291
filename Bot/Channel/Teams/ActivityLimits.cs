namespace Milestones.Channel.Teams;

/// <summary>
/// How long what identifies something may be, in characters (UTF-16): some times what Teams sends, and short enough for
/// every key that is made of it. All ids of an activity are in this one table.
/// </summary>
internal static class ActivityLimits
{
    private const int Id = 400;
    private const int Account = 160;
    private const int Conversation = 400;
    private const int Team = 160;
    private const int Tenant = 64;
    private const int Address = 400;
    private const int Tag = 64;

    /// <summary>What is wrong with the ids of an activity, for the sender; null when nothing is.</summary>
    public static string? Problem(Activity activity)
    {
        foreach (var (member, value, longest) in Ids(activity))
        {
            if (value?.Length > longest)
                return $"{member} is longer than {longest} characters.";
            if (value?.Any(char.IsControl) == true)
                return $"{member} holds a control character.";
        }

        // Without one the account id stands in, as for anonymous people in meetings; an empty one would be everybody's.
        return
            activity.From?.AadObjectId is { } objectId
            && !(objectId.Length == 36 && Guid.TryParseExact(objectId, "D", out var guid) && guid != Guid.Empty)
            ? "from.aadObjectId is no object id."
            : null;
    }

    /// <summary>Whether every tenant that is named inside is the same one.</summary>
    public static bool TenantsAgree(Activity activity) =>
        new[]
        {
            activity.Conversation?.TenantId,
            activity.ChannelData?.Tenant?.Id,
            activity.From?.TenantId,
            activity.Recipient?.TenantId,
        }
            .OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(2)
            .Count() < 2;

    private static IEnumerable<(string Member, string? Value, int Longest)> Ids(Activity activity)
    {
        yield return ("type", activity.Type, Tag);
        yield return ("id", activity.Id, Id);
        yield return ("replyToId", activity.ReplyToId, Id);
        yield return ("serviceUrl", activity.ServiceUrl, Address);
        yield return ("locale", activity.Locale, Tag);
        yield return ("localTimezone", activity.TimeZone, Tag);
        yield return ("from.id", activity.From?.Id, Account);
        yield return ("from.tenantId", activity.From?.TenantId, Tenant);
        yield return ("recipient.id", activity.Recipient?.Id, Account);
        yield return ("recipient.name", activity.Recipient?.Name, Id);
        yield return ("conversation.id", activity.Conversation?.Id, Conversation);
        yield return ("conversation.tenantId", activity.Conversation?.TenantId, Tenant);
        yield return ("channelData.tenant.id", activity.ChannelData?.Tenant?.Id, Tenant);
        yield return ("channelData.team.id", activity.ChannelData?.Team?.Id, Team);
        yield return ("channelData.channel.id", activity.ChannelData?.Channel?.Id, Team);
        foreach (var member in activity.MembersRemoved ?? [])
            yield return ("membersRemoved", member.AadObjectId ?? member.Id, Account);
    }
}
