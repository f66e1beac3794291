using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Milestones.Channel.Teams;
using Milestones.Conversations;
using Milestones.Tests.Support;

namespace Milestones.Tests.Teams;

public sealed class ConnectorClientTests : IAsyncLifetime
{
    private static readonly ReadOnlyMemory<byte> Hello = OutgoingActivity.Message("hello");

    private readonly FakeTimeProvider _timers = new();
    private ConnectorStub _stub = null!;
    private TeamsHost _host = null!;
    private ConnectorClient _client = null!;
    private ConversationReference _chat = null!;

    public async Task InitializeAsync()
    {
        _stub = await ConnectorStub.StartAsync();
        _host = await TeamsHost.StartAsync(time: _timers);
        _client = _host.Services.GetRequiredService<ConnectorClient>();
        _chat = new ConversationReference(
            _stub.ServiceUrl,
            "a:1/x:y@z;q=1 é",
            "personal",
            Recorded.Tenant,
            "28:bot",
            null,
            null,
            null
        );
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _stub.DisposeAsync();
    }

    [Fact]
    public async Task A_message_is_sent_and_its_id_comes_back()
    {
        var result = await _client.SendAsync(_chat, Hello, default);

        var call = Assert.Single(_stub.Calls);
        Assert.Equal((Outcome.Ok, call.AnsweredId), (result.Outcome, result.Id));
        Assert.Equal(
            (ConnectorRoute.Send, _chat.ConversationId, "hello"),
            (call.Route, call.ConversationId, call.Text)
        );
        Assert.Equal("""{"type":"message","text":"hello","textFormat":"plain"}""", call.Body.GetRawText());
        Assert.Null(call.Authorization);
    }

    [Fact]
    public async Task A_service_url_without_a_slash_at_its_end_works_too()
    {
        var result = await _client.SendAsync(_chat with { ServiceUrl = _stub.ServiceUrl.TrimEnd('/') }, Hello, default);

        Assert.True(result.IsOk);
    }

    [Fact]
    public async Task A_reply_names_the_activity_it_answers()
    {
        await _client.ReplyAsync(_chat, "f:1", new Activity { Type = "message", Text = "yes" }, default);

        var call = Assert.Single(_stub.Calls);
        Assert.Equal(
            (ConnectorRoute.Reply, "f:1", "f:1"),
            (call.Route, call.ActivityId, call.Body.GetProperty("replyToId").GetString())
        );
    }

    [Fact]
    public async Task A_message_is_updated_and_deleted()
    {
        await _client.UpdateAsync(_chat, "170", new Activity { Type = "message", Text = "new" }, default);
        await _client.DeleteAsync(_chat, "170", default);

        Assert.Equal(
            [(ConnectorRoute.Update, "170", "new"), (ConnectorRoute.Delete, "170", null)],
            _stub.Calls.Select(call => (call.Route, call.ActivityId!, call.Text))
        );
    }

    [Fact]
    public async Task A_personal_chat_is_created_in_the_shape_that_works()
    {
        var result = await _client.CreatePersonalAsync(_stub.ServiceUrl, Recorded.Tenant, "29:sam", default);

        Assert.Equal("a:chat-29:sam", result.Id);
        Assert.Equal(
            """{"isGroup":false,"tenantId":"11111111-1111-1111-1111-111111111111","members":[{"id":"29:sam"}]}""",
            Assert.Single(_stub.Calls).Body.GetRawText()
        );
    }

    [Fact]
    public async Task A_thread_is_created_with_its_first_activity()
    {
        var result = await _client.CreateThreadAsync(
            _stub.ServiceUrl,
            Recorded.Tenant,
            "19:c@thread.tacv2",
            Hello,
            default
        );

        var call = Assert.Single(_stub.Calls);
        Assert.Equal(("19:c@thread.tacv2;messageid=1690000000000", call.AnsweredId), (result.Id, result.ActivityId));
        Assert.Equal(
            """{"isGroup":true,"tenantId":"11111111-1111-1111-1111-111111111111","channelData":{"channel":{"id":"19:c@thread.tacv2"}},"activity":{"type":"message","text":"hello","textFormat":"plain"}}""",
            call.Body.GetRawText()
        );
    }

    [Fact]
    public async Task A_roster_is_read_page_by_page()
    {
        _stub.Roster.Members["19:team"] =
        [
            .. Enumerable.Range(0, 120).Select(i => new StubMember($"29:{i}", $"Person {i}", $"oid-{i}")),
        ];
        var ids = new List<string?>();
        string? token = null;
        do
        {
            var page = (await _client.GetPagedMembersAsync(_stub.ServiceUrl, "19:team", 50, token, default)).Value!;
            ids.AddRange(page.Members!.Select(member => member.AadObjectId));
            token = page.ContinuationToken;
        } while (token is not null);

        Assert.Equal(Enumerable.Range(0, 120).Select(i => $"oid-{i}"), ids);
        Assert.Equal(3, _stub.Calls.Count);
    }

    [Fact]
    public async Task A_member_a_team_and_its_channels_are_read()
    {
        _stub.Roster.Members["a:1"] = [new StubMember("29:sam", "Sam", "oid")];
        _stub.Roster.Teams["19:team"] = ("Period 3", "group");
        _stub.Roster.Channels["19:team"] = [("19:team", null), ("19:c2", "Goals")];

        Assert.Equal("Sam", (await _client.GetMemberAsync(_stub.ServiceUrl, "a:1", "29:sam", default)).Value!.Name);
        Assert.Equal(
            Outcome.Gone,
            (await _client.GetMemberAsync(_stub.ServiceUrl, "a:1", "29:gone", default)).Result.Outcome
        );
        Assert.Equal(
            new TeamInfo("19:team", "Period 3", "group"),
            (await _client.GetTeamAsync(_stub.ServiceUrl, "19:team", default)).Value
        );
        Assert.Equal(
            [new ChannelInfo("19:team"), new ChannelInfo("19:c2", "Goals")],
            (await _client.GetChannelsAsync(_stub.ServiceUrl, "19:team", default)).Value!.Conversations!
        );
    }

    [Theory]
    [InlineData(400, "BadSyntax", nameof(Outcome.Rejected))]
    [InlineData(401, "BotNotRegistered", nameof(Outcome.Unauthorized))]
    [InlineData(403, "ConversationBlockedByUser", nameof(Outcome.Gone))]
    [InlineData(404, "ConversationNotFound", nameof(Outcome.Gone))]
    [InlineData(405, "x", nameof(Outcome.Rejected))]
    [InlineData(408, "x", nameof(Outcome.InDoubt))]
    [InlineData(412, "PreconditionFailed", nameof(Outcome.Retry))]
    [InlineData(413, "MessageSizeTooBig", nameof(Outcome.Rejected))]
    [InlineData(429, "Throttled", nameof(Outcome.Retry))]
    [InlineData(500, "ServiceError", nameof(Outcome.InDoubt))]
    [InlineData(502, "x", nameof(Outcome.InDoubt))]
    [InlineData(503, "x", nameof(Outcome.InDoubt))]
    [InlineData(504, "x", nameof(Outcome.InDoubt))]
    public async Task A_status_says_what_may_be_done_next(int status, string code, string outcome)
    {
        _stub.Answer(StubAnswer.Error(status, code));

        var result = await _client.SendAsync(_chat, Hello, default);

        Assert.Equal((outcome, code, status), (result.Outcome.ToString(), result.ErrorCode, result.Status));
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", null)]
    [InlineData("soon", null)]
    [InlineData(null, null)]
    public async Task Throttling_says_how_long_to_wait(string? retryAfter, int? seconds)
    {
        _stub.Answer(StubAnswer.Throttle(retryAfter));

        var result = await _client.SendAsync(_chat, Hello, default);

        Assert.Equal(
            (Outcome.Retry, seconds is { } s ? TimeSpan.FromSeconds(s) : null),
            (result.Outcome, result.RetryAfter)
        );
    }

    [Fact]
    public async Task A_script_ends_and_usual_answers_follow()
    {
        _stub.Answer(StubAnswer.Throttle(), times: 2);

        var outcomes = new List<Outcome>();
        for (var i = 0; i < 3; i++)
            outcomes.Add((await _client.SendAsync(_chat, Hello, default)).Outcome);

        Assert.Equal([Outcome.Retry, Outcome.Retry, Outcome.Ok], outcomes);
    }

    [Fact]
    public async Task A_connection_lost_after_the_request_leaves_doubt()
    {
        _stub.Answer(StubAnswer.Drop);

        Assert.Equal(Outcome.InDoubt, (await _client.SendAsync(_chat, Hello, default)).Outcome);
        Assert.Single(_stub.Calls);
    }

    [Fact]
    public async Task A_connector_nobody_reaches_leaves_no_doubt()
    {
        await _stub.DisposeAsync();

        Assert.Equal(Outcome.Retry, (await _client.SendAsync(_chat, Hello, default)).Outcome);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_leaves_doubt()
    {
        _stub.Answer(StubAnswer.After(new TaskCompletionSource().Task));

        var sending = _client.SendAsync(_chat, Hello, default);
        await _stub.UntilAsync(calls => calls.Count == 1);
        _timers.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(Outcome.InDoubt, (await sending).Outcome);
    }

    [Fact]
    public async Task The_callers_cancellation_is_the_callers()
    {
        _stub.Answer(StubAnswer.After(new TaskCompletionSource().Task));
        using var caller = new CancellationTokenSource();

        var sending = _client.SendAsync(_chat, Hello, caller.Token);
        await _stub.UntilAsync(calls => calls.Count == 1);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Theory]
    [InlineData(202, "")]
    [InlineData(201, "not json")]
    [InlineData(201, "[]")]
    [InlineData(201, "{\"id\":7}")]
    public async Task Sent_is_sent_even_when_no_id_comes_back(int status, string body)
    {
        _stub.Answer(new StubAnswer(status, body));

        var result = await _client.SendAsync(_chat, Hello, default);

        Assert.Equal((Outcome.Ok, (string?)null), (result.Outcome, result.Id));
    }

    [Fact]
    public async Task An_endless_answer_is_not_read_to_its_end()
    {
        _stub.Answer(new StubAnswer(200, new string(' ', 2 * 1024 * 1024)));

        Assert.True((await _client.SendAsync(_chat, Hello, default)).IsOk);
        Assert.Equal(
            Outcome.InDoubt,
            (await _client.GetPagedMembersAsync(_stub.ServiceUrl, "19:team", 50, null, default)).Result.Outcome
        );
    }

    [Theory]
    [InlineData("https://attacker.example.org/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    public async Task An_address_that_is_not_listed_is_never_called(string serviceUrl)
    {
        var result = await _client.SendAsync(_chat with { ServiceUrl = serviceUrl }, Hello, default);

        Assert.Equal((Outcome.Rejected, "ServiceHostNotAllowed"), (result.Outcome, result.ErrorCode));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        _stub.Answer(new StubAnswer(307));

        Assert.Equal(Outcome.Rejected, (await _client.SendAsync(_chat, Hello, default)).Outcome);
        Assert.Single(_stub.Calls);
    }

    [Fact]
    public async Task A_waiting_test_sees_calls_that_come_later()
    {
        var waiting = _stub.UntilAsync(call => call.Text == "third");
        foreach (var text in new[] { "first", "second", "third" })
        {
            await _client.SendAsync(
                _chat,
                Encoding.UTF8.GetBytes($$"""{"type":"message","text":"{{text}}"}"""),
                default
            );
        }

        Assert.Equal(3, (await waiting).Number);
        Assert.Equal(["first", "second", "third"], (await _stub.MessagesAsync(3)).Select(call => call.Text));
    }

    [Fact]
    public void An_activity_is_written_without_what_it_lacks() =>
        Assert.Equal(
            """{"type":"message","text":"hi"}""",
            JsonSerializer.Serialize(new Activity { Type = "message", Text = "hi" }, WireJson.Default.Activity)
        );
}
