using System.Net;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using Milestones.Tests.Support;

namespace Milestones.Tests.Pages;

/// <summary>A tab's token: each reason to refuse it, alone.</summary>
public sealed class TabTokenTests : IAsyncLifetime, IDisposable
{
    private const string Somebody = "33333333-3333-4333-8333-333333333333";
    private const string OtherTenant = "99999999-9999-4999-8999-999999999999";

    private TestEntra _entra = null!;
    private BotFixture _bot = null!;
    private PlainBrowser _browser = null!;

    public async Task InitializeAsync()
    {
        _entra = await TestEntra.StartAsync();
        _bot = await BotFixture.StartAsync(TestStore.Sqlite(), null, [.. _entra.Settings]);
        _browser = new(_bot.Address);
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _entra.DisposeAsync();
    }

    public void Dispose() => _browser.Dispose();

    [Fact]
    public async Task A_valid_token_begins_a_visit_of_an_hour()
    {
        Assert.Equal(HttpStatusCode.NoContent, await SignInAsync(Valid));
        var cookie = _browser.Last.Headers.GetValues("Set-Cookie").Single();

        Assert.StartsWith("__Host-milestones=", cookie, StringComparison.Ordinal);
        foreach (var part in (string[])["max-age=3600", "path=/", "secure", "samesite=none", "httponly", "Partitioned"])
            Assert.Contains($"; {part}", cookie, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _browser.OpenAsync("/page")).Status);
        // Of somebody who never wrote there is nothing to copy; who has a link alone would be refused.
        Assert.Equal(HttpStatusCode.NotFound, (await _browser.PostAsync("/page/data")).Status);
        _bot.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(HttpStatusCode.Unauthorized, (await _browser.OpenAsync("/page")).Status);
    }

    [Fact]
    public async Task A_visit_ends_with_the_token_it_rests_on()
    {
        await SignInAsync(With("exp", _bot.Clock.Now.AddMinutes(10).ToUnixTimeSeconds()));
        _bot.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(HttpStatusCode.Unauthorized, (await _browser.OpenAsync("/page")).Status);
    }

    [Fact]
    public async Task A_token_of_version_1_is_for_the_apps_address()
    {
        var first = With("ver", "1.0");
        first["iss"] = $"https://sts.windows.net/{Student.Tenant}/";
        Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(first));
        first["aud"] = $"api://bot.elm.example/botid-{TestEntra.AppId}";
        Assert.Equal(HttpStatusCode.NoContent, await SignInAsync(first));
    }

    [Theory]
    [InlineData("aud", "api://bot.elm.example/botid-22222222-2222-2222-2222-222222222222")] // for version 1.0
    [InlineData("aud", "00000003-0000-0000-c000-000000000000")] // Graph's
    [InlineData("iss", "https://api.botframework.com")] // the bot's own
    [InlineData("iss", "https://sts.windows.net/11111111-1111-1111-1111-111111111111/")]
    [InlineData("ver", "3.0")]
    [InlineData("ver", "")]
    [InlineData("oid", "")]
    [InlineData("oid", "29:somebody")]
    [InlineData("scp", "")]
    [InlineData("scp", "access_as_user2 openid")]
    public async Task What_a_token_must_say(string claim, string value) => await RefusedAsync(With(claim, value), 401);

    [Theory]
    [InlineData(OtherTenant)]
    [InlineData("common")]
    [InlineData("")]
    public async Task Another_tenant(string tenant)
    {
        var other = With("tid", tenant);
        other["iss"] = _entra.Issuer(tenant);
        await RefusedAsync(other, 403);
    }

    [Fact]
    public async Task A_tenant_that_is_not_its_issuer()
    {
        await RefusedAsync(With("iss", _entra.Issuer(OtherTenant)), 401);
        await RefusedAsync(With("tid", OtherTenant), 403);
    }

    [Fact]
    public async Task Too_late_and_too_early()
    {
        await RefusedAsync(With("exp", _bot.Clock.Now.AddMinutes(-5.1).ToUnixTimeSeconds()), 401);
        await RefusedAsync(With("nbf", _bot.Clock.Now.AddMinutes(5.1).ToUnixTimeSeconds()), 401);
    }

    [Fact]
    public async Task Signed_by_somebody_else()
    {
        using var forged = RSA.Create(2048);
        Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(TestEntra.Sign(Valid, forged)));
        Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(TestEntra.Sign(Valid, keyId: "unheard-of")));
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            await SignInAsync(TestEntra.Sign(Valid, algorithm: SecurityAlgorithms.HmacSha256))
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("abc")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.bnVsbA.AAAA")]
    public async Task No_token(string? token) => Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(token));

    [Fact]
    public async Task A_good_token_sent_by_another_site()
    {
        var (status, _) = await _browser.PostAsync("/tab/session", site: "cross-site", token: TestEntra.Sign(Valid));
        Assert.Equal(HttpStatusCode.Unauthorized, status);
    }

    [Fact]
    public async Task A_link_of_the_local_window_opens_nothing_here()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await _browser.OpenAsync("/page/as/anything")).Status);
        Assert.Null(_browser.Cookie);
    }

    private Dictionary<string, object> Valid => _entra.Valid(Somebody, _bot.Clock.Now);

    private Dictionary<string, object> With(string claim, object value)
    {
        var claims = Valid;
        claims[claim] = value;
        return claims;
    }

    private async Task RefusedAsync(Dictionary<string, object> claims, int status)
    {
        Assert.Equal(status, (int)await SignInAsync(claims));
        Assert.Null(_browser.Cookie);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _browser.OpenAsync("/page")).Status);
    }

    private Task<HttpStatusCode> SignInAsync(Dictionary<string, object> claims) => SignInAsync(TestEntra.Sign(claims));

    private async Task<HttpStatusCode> SignInAsync(string? token) =>
        (await _browser.PostAsync("/tab/session", token: token)).Status;
}
