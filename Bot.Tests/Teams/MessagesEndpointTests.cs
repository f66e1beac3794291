using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Milestones.Channel.Teams;
using Milestones.Storage;
using Milestones.Tests.Support;

namespace Milestones.Tests.Teams;

public sealed class MessagesEndpointTests
{
    private static readonly string Message = Recorded.MessageFrom("http://127.0.0.1:5/");
    private static readonly string Invoke = Recorded.AdaptiveCardAction.Replace(
        Recorded.ServiceUrl,
        "http://127.0.0.1:5/",
        StringComparison.Ordinal
    );

    [Fact]
    public async Task A_message_is_acknowledged_with_nothing_after_its_turn()
    {
        var saved = new TaskCompletionSource<Activity>();
        await using var host = await TeamsHost.StartAsync(
            turn: (activity, _) =>
            {
                saved.SetResult(activity);
                return Task.FromResult<InvokeResponse?>(null);
            }
        );

        using var response = await host.PostAsync(Message);

        Assert.Equal("i want to get better at math", (await saved.Task).Text);
        Assert.Equal((HttpStatusCode.OK, ""), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task An_invoke_is_answered_on_the_same_response()
    {
        await using var host = await TeamsHost.StartAsync(
            turn: (_, _) => Task.FromResult<InvokeResponse?>(AdaptiveCardAction.Message("Saved."))
        );

        using var response = await host.PostAsync(Invoke);

        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Saved."}""",
            await response.Content.ReadAsStringAsync()
        );
    }

    [Fact]
    public async Task An_invoke_nobody_knows_is_not_implemented()
    {
        await using var host = await TeamsHost.StartAsync();

        using var response = await host.PostAsync(Invoke);

        Assert.Equal(
            (HttpStatusCode.NotImplemented, ""),
            (response.StatusCode, await response.Content.ReadAsStringAsync())
        );
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Only_POST_is_allowed(string method)
    {
        await using var host = await TeamsHost.StartAsync();

        using var response = await host.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/api/messages"));

        Assert.Equal(
            (HttpStatusCode.MethodNotAllowed, "POST"),
            (response.StatusCode, Assert.Single(response.Content.Headers.Allow))
        );
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/jsonx")]
    [InlineData(null)]
    public async Task Another_content_type_is_refused(string? contentType)
    {
        await using var host = await TeamsHost.StartAsync();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Message));
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);

        using var response = await host.Http.PostAsync("/api/messages", content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)] // no Content-Length: the limit must hold while reading
    public async Task A_body_over_256_KB_is_refused(bool chunked)
    {
        await using var host = await TeamsHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new ByteArrayContent(new byte[(256 * 1024) + 1]),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TransferEncodingChunked = chunked;

        using var response = await host.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task A_body_of_256_KB_is_read()
    {
        await using var host = await TeamsHost.StartAsync();
        var padding = new string(' ', (256 * 1024) - Encoding.UTF8.GetByteCount(Message));

        using var response = await host.PostAsync(Message + padding);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_refused_body_is_told_why_and_reaches_no_turn()
    {
        await using var host = await TeamsHost.StartAsync(
            turn: (_, _) => throw new InvalidOperationException("A turn was taken.")
        );

        using var response = await host.PostAsync("""{"type":"message"}""");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("The activity has no id", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_not_be_saved_is_not_acknowledged()
    {
        await using var host = await TeamsHost.StartAsync(
            turn: (_, _) => throw new StoreUnavailableException("disk full", new IOException())
        );

        using var response = await host.PostAsync(Message);

        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(5)),
            (response.StatusCode, response.Headers.RetryAfter!.Delta)
        );
    }

    [Fact]
    public async Task A_turn_that_does_not_end_is_given_up_and_not_acknowledged()
    {
        var timers = new FakeTimeProvider();
        var started = new TaskCompletionSource();
        await using var host = await TeamsHost.StartAsync(
            time: timers,
            turn: async (_, token) =>
            {
                started.SetResult();
                await Task.Delay(Timeout.Infinite, token);
                return null;
            }
        );

        var posting = host.PostAsync(Message);
        await started.Task.WaitAsync(ConnectorStub.Patience);
        timers.Advance(TimeSpan.FromMinutes(1));
        using var response = await posting;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    [Fact]
    public async Task A_client_that_goes_away_does_not_stop_a_save()
    {
        var (started, goOn, saved) = (
            new TaskCompletionSource(),
            new TaskCompletionSource(),
            new TaskCompletionSource<bool>()
        );
        await using var host = await TeamsHost.StartAsync(
            turn: async (_, token) =>
            {
                started.SetResult();
                await goOn.Task;
                saved.SetResult(!token.IsCancellationRequested);
                return null;
            }
        );
        using var client = new CancellationTokenSource();

        var posting = host.PostAsync(Message, cancellationToken: client.Token);
        await started.Task.WaitAsync(ConnectorStub.Patience);
        await client.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => posting);
        await host.ClientGone.WaitAsync(ConnectorStub.Patience);
        goOn.SetResult();

        Assert.True(await saved.Task.WaitAsync(ConnectorStub.Patience));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")] // a tunnel on this machine
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("Host", "bot.example.org")] // a web page that points its own name here
    public async Task Without_an_app_id_only_this_machine_is_heard(string header, string value)
    {
        await using var host = await TeamsHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(Message, Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation(header, value);

        using var response = await host.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Without_an_app_id_another_service_host_is_still_refused()
    {
        await using var host = await TeamsHost.StartAsync();

        using var response = await host.PostAsync(Recorded.MessageFrom("https://attacker.example.org/"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }
}
