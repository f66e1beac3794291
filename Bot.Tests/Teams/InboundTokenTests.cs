using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;
using Milestones.Channel.Teams;
using Milestones.Tests.Support;

namespace Milestones.Tests.Teams;

/// <summary>Each reason to refuse, alone: everything else about the request is right.</summary>
public sealed class InboundTokenTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 9, 16, 10, 0, 0, TimeSpan.Zero));
    private TestTokens _tokens = null!;
    private TeamsHost _host = null!;

    public async Task InitializeAsync()
    {
        _tokens = await TestTokens.StartAsync();
        _host = await TeamsHost.StartAsync(Settings(), time: _clock);
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _tokens.DisposeAsync();
    }

    [Fact]
    public async Task A_valid_token_is_heard() => await HeardAsync(Valid);

    [Fact]
    public async Task A_service_url_may_differ_in_case() =>
        await HeardAsync(Valid with { ServiceUrl = Recorded.ServiceUrl.ToUpperInvariant() });

    [Fact]
    public async Task Five_minutes_of_skew_are_allowed()
    {
        await HeardAsync(Valid with { Expires = _clock.GetUtcNow().AddMinutes(-4.9) });
        await HeardAsync(Valid with { NotBefore = _clock.GetUtcNow().AddMinutes(4.9) });
    }

    [Fact]
    public async Task No_token() => await RefusedAsync(token: null, Refusal.NoBearerToken);

    [Fact]
    public async Task Another_scheme()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(Recorded.PersonalMessage, null, "application/json"),
        };
        request.Headers.Authorization = new("Basic", _tokens.Sign(Valid));

        using var response = await _host.Http.SendAsync(request);

        await RefusedAsync(response, Refusal.NoBearerToken);
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("a.b.c")]
    [InlineData("....")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.e30")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.bnVsbA.AAAA")] // the payload is null
    public async Task What_is_no_token(string token)
    {
        using var response = await _host.PostAsync(Recorded.PersonalMessage, token);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData(SecurityAlgorithms.HmacSha256)] // the public key as a shared secret
    [InlineData(SecurityAlgorithms.RsaSha384)]
    [InlineData(SecurityAlgorithms.RsaSha512)]
    [InlineData(SecurityAlgorithms.RsaSsaPssSha256)]
    [InlineData(SecurityAlgorithms.None)]
    public async Task Another_algorithm(string algorithm) =>
        await RefusedAsync(_tokens.Sign(Valid with { Algorithm = algorithm }), Refusal.AlgorithmNotAllowed);

    [Theory]
    [InlineData("https://sts.windows.net/11111111-1111-1111-1111-111111111111/")]
    [InlineData("https://api.botframework.com/")]
    [InlineData("https://api.botframework.us")]
    public async Task Another_issuer(string issuer) =>
        await RefusedAsync(_tokens.Sign(Valid with { Issuer = issuer }), Refusal.WrongIssuer);

    [Theory]
    [InlineData("33333333-3333-3333-3333-333333333333")]
    [InlineData("api://botid-22222222-2222-2222-2222-222222222222")]
    public async Task Another_audience(string audience) =>
        await RefusedAsync(_tokens.Sign(Valid with { Audience = audience }), Refusal.WrongAudience);

    [Fact]
    public async Task A_token_that_has_expired() =>
        await RefusedAsync(
            _tokens.Sign(Valid with { Expires = _clock.GetUtcNow().AddMinutes(-5) }),
            Refusal.OutsideItsLifetime
        );

    [Fact]
    public async Task A_token_that_never_expires() =>
        await RefusedAsync(_tokens.Sign(Valid with { Expires = null }), Refusal.OutsideItsLifetime);

    [Fact]
    public async Task A_token_from_the_future() =>
        await RefusedAsync(
            _tokens.Sign(
                Valid with
                {
                    NotBefore = _clock.GetUtcNow().AddMinutes(6),
                    Expires = _clock.GetUtcNow().AddHours(2),
                }
            ),
            Refusal.OutsideItsLifetime
        );

    [Theory]
    [InlineData("second")]
    [InlineData(null)]
    public async Task A_key_nobody_announced(string? keyId) =>
        await RefusedAsync(_tokens.Sign(Valid with { KeyId = keyId }), Refusal.UnknownKey);

    [Fact]
    public async Task A_signature_by_another_key_of_that_name()
    {
        using var forger = RSA.Create(2048);

        await RefusedAsync(_tokens.Sign(Valid, forger), Refusal.WrongSignature);
    }

    [Fact]
    public async Task A_changed_payload()
    {
        var parts = _tokens.Sign(Valid).Split('.');
        var other = _tokens.Sign(Valid with { Expires = _clock.GetUtcNow().AddHours(5) }).Split('.');

        await RefusedAsync($"{parts[0]}.{other[1]}.{parts[2]}", Refusal.WrongSignature);
    }

    [Fact]
    public async Task No_keys_at_all()
    {
        _tokens.IsDown = true;

        await RefusedAsync(_tokens.Sign(Valid), Refusal.KeysUnavailable);
    }

    [Theory]
    [InlineData("skype")]
    [InlineData(null)] // no such member
    public async Task A_key_for_another_channel(string? endorsement)
    {
        _tokens.AddKey("other", endorsement is null ? null : [endorsement]);

        await RefusedAsync(_tokens.Sign(Valid with { KeyId = "other" }), Refusal.KeyNotEndorsed);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task No_service_url_in_the_token(string? serviceUrl) =>
        await RefusedAsync(_tokens.Sign(Valid with { ServiceUrl = serviceUrl }), Refusal.NoServiceUrlClaim);

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net/amer")]
    public async Task Another_service_url_than_the_activity_has(string serviceUrl) =>
        await RefusedAsync(_tokens.Sign(Valid with { ServiceUrl = serviceUrl }), Refusal.ServiceUrlNotClaimed);

    [Theory]
    [InlineData("https://attacker.example.org/")]
    [InlineData("https://smba.trafficmanager.net.example.org/")]
    [InlineData("http://smba.trafficmanager.net/amer/")]
    [InlineData("https://smba.trafficmanager.net@example.org/")]
    [InlineData("https://smba.trafficmanager.net/amer/?x=1")]
    [InlineData("http://127.0.0.1:9/")] // with an app id this machine needs listing too
    [InlineData("smba.trafficmanager.net")]
    public async Task A_service_host_that_is_not_listed(string serviceUrl) =>
        await RefusedAsync(
            _tokens.Sign(Valid with { ServiceUrl = serviceUrl }),
            Refusal.ServiceHostNotAllowed,
            Recorded.MessageFrom(serviceUrl)
        );

    [Fact]
    public async Task Another_channel_than_Teams()
    {
        _tokens.AddKey("both", "msteams", "webchat");

        await RefusedAsync(
            _tokens.Sign(Valid with { KeyId = "both" }),
            Refusal.WrongChannel,
            Recorded.MessageFrom(Recorded.ServiceUrl, channelId: "webchat")
        );
    }

    [Fact]
    public async Task A_tenant_that_is_not_served() =>
        await RefusedAsync(
            _tokens.Sign(Valid),
            Refusal.TenantNotAllowed,
            Recorded.MessageFrom(Recorded.ServiceUrl, tenant: "99999999-9999-9999-9999-999999999999")
        );

    [Fact]
    public async Task No_tenant() =>
        await RefusedAsync(
            _tokens.Sign(Valid),
            Refusal.TenantNotAllowed,
            Recorded
                .PersonalMessage.Replace("\"tenantId\"", "\"tenant\"", StringComparison.Ordinal)
                .Replace("{\"tenant\":{", "{\"t\":{", StringComparison.Ordinal)
        );

    [Fact]
    public async Task A_body_is_not_read_before_the_token_is_checked()
    {
        using var response = await _host.PostAsync("{", "abc");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task With_an_app_id_this_machine_needs_a_token_too()
    {
        using var response = await _host.PostAsync(Recorded.PersonalMessage);

        await RefusedAsync(response, Refusal.NoBearerToken);
    }

    [Fact]
    public async Task Nothing_of_the_token_is_logged_or_answered()
    {
        var token = _tokens.Sign(Valid with { Audience = "33333333-3333-3333-3333-333333333333" });

        using var response = await _host.PostAsync(Recorded.PersonalMessage, token);

        Assert.DoesNotContain(
            _host.Log.All,
            line => line.Contains("3333", StringComparison.Ordinal) || line.Contains(token, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("3333", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private TestToken Valid => TestTokens.Valid(Recorded.ServiceUrl, _clock.GetUtcNow());

    private Dictionary<string, string?> Settings() =>
        new(StringComparer.Ordinal)
        {
            ["Bot:AppId"] = TestTokens.AppId,
            ["Bot:AllowedTenants:0"] = Recorded.Tenant,
            ["Bot:OpenIdMetadata"] = _tokens.Metadata,
        };

    private async Task HeardAsync(TestToken token)
    {
        using var response = await _host.PostAsync(Recorded.PersonalMessage, _tokens.Sign(token));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private async Task RefusedAsync(string? token, Refusal reason, string? activity = null)
    {
        using var response = await _host.PostAsync(activity ?? Recorded.PersonalMessage, token);
        await RefusedAsync(response, reason);
    }

    private async Task RefusedAsync(HttpResponseMessage response, Refusal reason)
    {
        Assert.Equal(reason.Status(), (int)response.StatusCode);
        Assert.Contains(reason.Problem(), await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal($"Warning: Activity refused: {reason}.", Assert.Single(_host.Log.All));
    }
}
