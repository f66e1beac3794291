using Milestones.Channel.Teams;
using Milestones.Tests.Support;

namespace Milestones.Tests.Teams;

public sealed class GraphTeamOwnersTests
{
    private const string Group = "bbbbbbbb-0000-0000-0000-000000000001";

    [Theory]
    [InlineData("""["owner"]""", Recorded.Tenant, true)]
    [InlineData("""["Owner"]""", Recorded.Tenant, true)]
    [InlineData("[]", Recorded.Tenant, false)]
    [InlineData("""["guest"]""", Recorded.Tenant, false)]
    [InlineData("""["owner","guest"]""", Recorded.Tenant, false)]
    // Graph calls an external member an owner
    [InlineData("""["owner"]""", "99999999-9999-9999-9999-999999999999", false)]
    [InlineData("null", Recorded.Tenant, false)]
    public async Task An_owner_is_of_the_teams_tenant_and_no_guest(string roles, string tenant, bool isOwner)
    {
        using var graph = new AnsweringHandler(_ =>
            AnsweringHandler.Json(
                $$"""{"value":[{"id":"x","roles":{{roles}},"userId":"u1","tenantId":"{{tenant}}"}]}"""
            )
        );

        var owners = Assert.IsType<TeamOwners.Found>(await AskAsync(graph)).ObjectIds;

        Assert.Equal(isOwner ? ["u1"] : [], owners);
    }

    [Fact]
    public async Task Owners_on_later_pages_are_found()
    {
        using var graph = new AnsweringHandler(asked =>
            asked.Address.Query.Contains("skiptoken", StringComparison.Ordinal)
                ? AnsweringHandler.Json(Page("u2"))
                : AnsweringHandler.Json(Page("u1", "https://graph.microsoft.com/v1.0/teams/x/members?$skiptoken=2"))
        );

        Assert.Equal(
            ["u1", "u2"],
            Assert.IsType<TeamOwners.Found>(await AskAsync(graph)).ObjectIds.Order(StringComparer.Ordinal)
        );
        Assert.Equal($"/v1.0/teams/{Group}/members?$top=999", graph.Asked[0].Address.PathAndQuery);
    }

    [Theory]
    [InlineData("https://attacker.example.org/v1.0/teams/x/members")] // the token would go there
    [InlineData("http://graph.microsoft.com/v1.0/teams/x/members")]
    [InlineData("https://graph.microsoft.com/v1.0/teams/x/members")] // again and again
    public async Task A_list_that_goes_elsewhere_or_never_ends_says_nothing(string next)
    {
        using var graph = new AnsweringHandler(_ => AnsweringHandler.Json(Page("u1", next)));

        Assert.IsType<TeamOwners.Unavailable>(await AskAsync(graph));
        Assert.All(
            graph.Asked,
            asked => Assert.Equal("https://graph.microsoft.com", asked.Address.GetLeftPart(UriPartial.Authority))
        );
    }

    [Theory]
    [InlineData(401, true)]
    [InlineData(403, true)]
    [InlineData(404, true)]
    [InlineData(429, false)]
    [InlineData(500, false)]
    [InlineData(503, false)]
    public async Task A_refusal_is_told_from_a_bad_moment(int status, bool denied)
    {
        using var graph = new AnsweringHandler(_ => AnsweringHandler.Json("""{"error":{"code":"x"}}""", status));

        Assert.Equal(denied ? new TeamOwners.Denied(status) : new TeamOwners.Unavailable(), await AskAsync(graph));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"value":7}""")]
    public async Task Nonsense_says_nothing(string answer)
    {
        using var graph = new AnsweringHandler(_ => AnsweringHandler.Json(answer));

        Assert.IsType<TeamOwners.Unavailable>(await AskAsync(graph));
    }

    [Fact]
    public async Task Graph_out_of_reach_says_nothing()
    {
        using var graph = new AnsweringHandler(_ => throw new HttpRequestException("no route"));

        Assert.IsType<TeamOwners.Unavailable>(await AskAsync(graph));
    }

    private static string Page(string owner, string? next = null) =>
        $$"""{"value":[{"roles":["owner"],"userId":"{{owner}}","tenantId":"{{Recorded.Tenant}}"}]{{(next is null ? "" : $",\"@odata.nextLink\":\"{next}\"")}}}""";

    private static Task<TeamOwners> AskAsync(AnsweringHandler graph) =>
        new GraphTeamOwners(
            graph.GetHttpClient(),
            new ConnectorTokens(null, BotCloud.Public),
            BotCloud.Public,
            new LogLines<GraphTeamOwners>()
        ).GetAsync(Recorded.Tenant, Group, default);
}
