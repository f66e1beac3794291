using Milestones.Channel.Sending;
using Milestones.Channel.Teams;
using Milestones.Conversations;
using Milestones.Features.Classes;
using Milestones.School;

namespace Milestones.Turns;

/// <summary>
/// What a class wants to know of its team: who is in it, who owns it, and whose private chat can be opened.
/// </summary>
internal sealed class RosterReader(
    ConnectorClient connector,
    GraphTeamOwners graph,
    SendLimits limits,
    ClassOptions options
)
{
    private const int PageSize = 200;

    /// <summary>A roster that goes on longer than this never ends.</summary>
    private const int MostPages = 10;

    /// <summary>A check can wait, and is not to hold up other alarms.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public bool AsksGraph => options.AsksGraph;

    /// <summary>All or nothing: a page that fails half-way leaves the roster that is known in its place.</summary>
    public async Task<RosterRead> ReadAsync(Classroom classroom, CancellationToken cancellationToken)
    {
        if (classroom.Chat is not { } chat)
        {
            return Failed(RosterFault.NoAnswer);
        }

        var team = await connector.GetTeamAsync(chat.ServiceUrl, classroom.TeamId, cancellationToken);
        if (team.Value is null)
        {
            return Failed(FaultOf(team.Result));
        }

        var (people, fault) = await PeopleAsync(classroom, chat.ServiceUrl, cancellationToken);
        if (fault is { } why)
        {
            return Failed(why) with { Name = CleanName.Of(team.Value.Name) };
        }

        var group = team.Value.AadGroupId ?? classroom.GroupId;
        return new(
            CleanName.Of(team.Value.Name),
            group,
            people,
            null,
            await OwnersAsync(classroom.TenantId, group, cancellationToken)
        )
        {
            Channels = await ChannelsAsync(chat.ServiceUrl, classroom.TeamId, cancellationToken),
        };

        static RosterRead Failed(RosterFault fault) => new(null, null, [], fault, OwnersSeen.NotAsked);
    }

    public async Task<OwnersSeen> OwnersAsync(string tenantId, string? groupId, CancellationToken cancellationToken) =>
        !AsksGraph ? OwnersSeen.NotAsked with { InstallerTeaches = options.InstallerIsTeacher }
        : groupId is null ? new(null, OwnersFault.NoAnswer)
        : await graph.GetAsync(tenantId, groupId, cancellationToken) switch
        {
            TeamOwners.Found found => new(found.ObjectIds, null),
            TeamOwners.Denied => new(null, OwnersFault.NotAllowed),
            _ => new(null, OwnersFault.NoAnswer),
        };

    /// <summary>
    /// Whether one person is in the team, and how it knows them. Asked by their account where that is known; not every
    /// connector finds people by their Entra id, so who is not found by that is looked for in the roster.
    /// </summary>
    public async Task<(Presence Presence, SeenPerson? Person)> FindAsync(
        Classroom classroom,
        string objectId,
        CancellationToken cancellationToken
    )
    {
        if (classroom.Chat is not { } chat)
            return (Presence.Unknown, null);
        var account = classroom.Find(objectId)?.AccountId is { Length: > 0 } known ? known : null;
        var (result, found) = await connector.GetMemberAsync(
            chat.ServiceUrl,
            classroom.TeamId,
            account ?? objectId,
            cancellationToken
        );
        if (found is not null)
            return IsOfTheSchool(found, classroom.TenantId) ? (Presence.Here, Seen(found)) : (Presence.Gone, null);
        if (!IsNoMember(result))
            return (Presence.Unknown, null);
        if (account is not null)
            return (Presence.Gone, null);
        var (people, fault) = await PeopleAsync(classroom, chat.ServiceUrl, cancellationToken);
        return fault is not null ? (Presence.Unknown, null)
            : people.FirstOrDefault(person => person.ObjectId == objectId) is { } person ? (Presence.Here, person)
            : (Presence.Gone, null);
    }

    /// <summary>
    /// Opens private chats without writing in them, until one does not answer: then the others would wait for nothing,
    /// too.
    /// </summary>
    public async Task<ChatsOpened> OpenChatsAsync(
        Classroom classroom,
        IEnumerable<Member> members,
        CancellationToken cancellationToken
    )
    {
        var opened = new List<OpenedChat>();
        foreach (var member in members)
        {
            opened.Add(
                classroom.Chat is { } chat
                    ? await OpenChatAsync(
                        chat.ServiceUrl,
                        classroom.TenantId,
                        member.ObjectId,
                        member.AccountId,
                        cancellationToken
                    )
                    : new(member.ObjectId, null, OpenedChat.NoAnswer, TryAgain: true)
            );
            if (opened[^1].TryAgain)
            {
                break;
            }
        }

        return new(opened);
    }

    /// <param name="accountId">Their channel account, where it is known: Teams documents that it works, and of Entra
    /// ids only that they mostly do.</param>
    public async Task<OpenedChat> OpenChatAsync(
        string serviceUrl,
        string tenantId,
        string objectId,
        string? accountId,
        CancellationToken cancellationToken
    )
    {
        // Each is a conversation of its own, which nobody else is calling; the tenant's rate is shared with everything
        // that is sent.
        if (
            await limits.AcquireAsync(tenantId, objectId, OutboxPolicy.Post, Patience, cancellationToken)
            > TimeSpan.Zero
        )
        {
            return new(objectId, null, OpenedChat.NoAnswer, TryAgain: true);
        }

        var result = await connector.CreatePersonalAsync(
            serviceUrl,
            tenantId,
            accountId ?? objectId,
            cancellationToken
        );
        if (result is { Outcome: Outcome.Retry, RetryAfter: { } wait })
        {
            limits.Refused(tenantId, objectId, wait);
        }

        return result switch
        {
            { IsOk: true, Id: { } id } => new(objectId, id),
            { Outcome: Outcome.Gone or Outcome.Rejected or Outcome.Unauthorized } => new(
                objectId,
                null,
                result.ErrorCode ?? $"Http{result.Status}"
            ),
            _ => new(objectId, null, OpenedChat.NoAnswer, TryAgain: true),
        };
    }

    private async Task<IReadOnlyList<SeenChannel>?> ChannelsAsync(
        string serviceUrl,
        string teamId,
        CancellationToken cancellationToken
    ) =>
        (await connector.GetChannelsAsync(serviceUrl, teamId, cancellationToken)).Value is not { } channels
            ? null
            :
            [
                .. (channels.Conversations ?? [])
                    .Where(channel => channel.Id is not null)
                    .Select(channel => new SeenChannel(channel.Id!, CleanName.Of(channel.Name))),
            ];

    /// <summary>Guests and members of other tenants are left out, and people in a meeting without an account.</summary>
    private static bool IsOfTheSchool(ChannelAccount account, string tenantId) =>
        account is { AadObjectId.Length: > 0, UserRole: not ("anonymous" or "guest") }
        && (account.TenantId is null || string.Equals(account.TenantId, tenantId, StringComparison.OrdinalIgnoreCase))
        && account.UserPrincipalName?.Contains("#EXT#", StringComparison.OrdinalIgnoreCase) != true;

    private async Task<(IReadOnlyList<SeenPerson> People, RosterFault? Fault)> PeopleAsync(
        Classroom classroom,
        string serviceUrl,
        CancellationToken cancellationToken
    )
    {
        var people = new Dictionary<string, SeenPerson>(StringComparer.Ordinal);
        string? next = null;
        for (var page = 0; page < MostPages; page++)
        {
            var read = await connector.GetPagedMembersAsync(
                serviceUrl,
                classroom.TeamId,
                PageSize,
                next,
                cancellationToken
            );
            if (read.Value is null)
            {
                return ([], FaultOf(read.Result));
            }

            foreach (
                var account in (read.Value.Members ?? []).Where(account => IsOfTheSchool(account, classroom.TenantId))
            )
            {
                people[account.AadObjectId!] = Seen(account);
            }

            if (people.Count > Classroom.MostMembers)
            {
                return ([], RosterFault.TooLarge);
            }

            if (read.Value.ContinuationToken is not { Length: > 0 } token)
            {
                return ([.. people.Values], null);
            }

            next = token;
        }

        return ([], RosterFault.NoAnswer);
    }

    private static SeenPerson Seen(ChannelAccount account) =>
        new(account.AadObjectId!, account.Id ?? string.Empty, CleanName.Of(account.Name))
        {
            Login = CleanName.Of((account.UserPrincipalName ?? account.Email)?.Split('@')[0]),
        };

    /// <summary>The team answers and does not know them: not the same as a team, or a bot, that is not there.</summary>
    private static bool IsNoMember(ConnectorResult result) =>
        result
            is {
                Status: StatusCodes.Status404NotFound,
                ErrorCode: not ("ConversationNotFound" or "BotNotInConversationRoster")
            };

    private static RosterFault FaultOf(ConnectorResult result) =>
        result.Outcome == Outcome.Gone ? RosterFault.NotThere : RosterFault.NoAnswer;
}
