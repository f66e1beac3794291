using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Milestones.Tests.Support;

internal sealed record StubMember(
    string Id,
    string Name,
    string AadObjectId,
    string? TenantId = null,
    string UserRole = "user",
    string? UserPrincipalName = null
);

/// <summary>The people, teams and channels of the stub, and its usual answers.</summary>
internal sealed class StubRoster
{
    /// <summary>By conversation or team id.</summary>
    public Dictionary<string, List<StubMember>> Members { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, (string Name, string AadGroupId)> Teams { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, List<(string Id, string? Name)>> Channels { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// The conversation that a Create makes: the same personal chat for the same person, a thread for a channel.
    /// </summary>
    public string ConversationOf(JsonElement create)
    {
        if (create.ValueKind != JsonValueKind.Object)
            return "";
        return create.TryGetProperty("members", out var members) && members[0].GetProperty("id").GetString() is var id
            ? $"a:chat-"
                + $"{Members.Values.SelectMany(all => all).FirstOrDefault(one => one.Id == id)?.AadObjectId ?? id}"
            : create.GetProperty("channelData").GetProperty("channel").GetProperty("id").GetString()
                + ";messageid=1690000000000";
    }

    public Task AnswerAsync(HttpContext context, ConnectorCall call) =>
        call.Route switch
        {
            ConnectorRoute.Send or ConnectorRoute.Reply => WriteAsync(context, 201, new { id = call.AnsweredId }),
            ConnectorRoute.Update => WriteAsync(context, 200, new { id = call.ActivityId }),
            ConnectorRoute.Delete => Task.CompletedTask,
            ConnectorRoute.Create when call.IsMessage => WriteAsync(
                context,
                201,
                new { id = call.ConversationId, activityId = call.AnsweredId }
            ),
            ConnectorRoute.Create => WriteAsync(context, 201, new { id = call.ConversationId }),
            ConnectorRoute.Member => Of(call)
                .FirstOrDefault(member => member.Id == call.MemberId || member.AadObjectId == call.MemberId)
                is { } member
                ? WriteAsync(context, 200, member)
                : NotFoundAsync(context, "MemberNotFoundInConversation"),
            ConnectorRoute.PagedMembers => PageAsync(context, Of(call)),
            ConnectorRoute.Team => Teams.TryGetValue(call.ConversationId, out var team)
                ? WriteAsync(
                    context,
                    200,
                    new
                    {
                        id = call.ConversationId,
                        name = team.Name,
                        aadGroupId = team.AadGroupId,
                    }
                )
                : NotFoundAsync(context, "NotFound"),
            ConnectorRoute.Channels => WriteAsync(
                context,
                200,
                new
                {
                    conversations = Channels
                        .GetValueOrDefault(call.ConversationId, [])
                        .Select(channel => new { id = channel.Id, name = channel.Name }),
                }
            ),
            _ => throw new InvalidOperationException($"No answer for {call.Route}."),
        };

    private static Task WriteAsync(HttpContext context, int status, object body)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(body);
    }

    private static Task NotFoundAsync(HttpContext context, string code) =>
        WriteAsync(context, 404, new { error = new { code, message = "not here" } });

    private static Task PageAsync(HttpContext context, List<StubMember> members)
    {
        // Sizes outside 50 to 500 are moved there, as the connector does.
        var size = Math.Clamp(
            int.TryParse(context.Request.Query["pageSize"], CultureInfo.InvariantCulture, out var asked) ? asked : 200,
            50,
            500
        );
        var token = context.Request.Query["continuationToken"].ToString();
        var from = token.Length == 0 ? 0 : int.Parse(token["page=".Length..], CultureInfo.InvariantCulture);
        var page = members.Skip(from).Take(size).ToList();
        return from + page.Count < members.Count
            ? WriteAsync(context, 200, new { members = page, continuationToken = $"page={from + page.Count}" })
            : WriteAsync(context, 200, new { members = page });
    }

    private List<StubMember> Of(ConnectorCall call) => Members.GetValueOrDefault(call.ConversationId, []);
}
