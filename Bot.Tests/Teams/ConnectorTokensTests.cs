using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Microsoft.Identity.Client;
using Microsoft.IdentityModel.JsonWebTokens;
using Milestones.Channel.Teams;
using Milestones.Conversations;
using Milestones.Tests.Support;

namespace Milestones.Tests.Teams;

public sealed class ConnectorTokensTests
{
    private const string Expiry =
        "\"expires_in\":3600,\"expires_on\":\"4102444800\",\"token_type\":\"Bearer\",\"resource\":\"x\"";

    private static readonly BotOptions Secret = new()
    {
        AppId = TestTokens.AppId,
        TenantId = Recorded.Tenant,
        AppPassword = "s3cret",
    };

    [Fact]
    public async Task A_secret_buys_a_token_from_the_bots_tenant_once()
    {
        using var login = new AnsweringHandler(_ => AnsweringHandler.Json($$"""{"access_token":"tok",{{Expiry}}}"""));
        var tokens = Tokens(Secret, login);

        Assert.Equal("tok", await tokens.ForConnectorAsync(default));
        Assert.Equal("tok", await tokens.ForConnectorAsync(default));

        var asked = Assert.Single(login.Asked);
        Assert.Equal(
            $"https://login.microsoftonline.com/{Recorded.Tenant}/oauth2/v2.0/token",
            asked.Address.GetLeftPart(UriPartial.Path)
        );
        Assert.Equal(
            ("https://api.botframework.com/.default", "s3cret"),
            (Field(asked, "scope")!.Split(' ')[0], Field(asked, "client_secret"))
        );
    }

    [Fact]
    public async Task The_government_cloud_has_its_own_addresses()
    {
        using var login = new AnsweringHandler(_ => AnsweringHandler.Json($$"""{"access_token":"tok",{{Expiry}}}"""));
        var tokens = Tokens(Secret with { OpenIdMetadata = BotCloud.UsGovernment.OpenIdMetadata }, login);

        await tokens.ForConnectorAsync(default);

        var asked = Assert.Single(login.Asked);
        Assert.Equal(
            ("login.microsoftonline.us", "https://api.botframework.us/.default"),
            (asked.Address.Host, Field(asked, "scope")!.Split(' ')[0])
        );
    }

    [Fact]
    public async Task Graph_has_a_token_of_its_own_for_each_tenant()
    {
        using var login = new AnsweringHandler(asked =>
            AnsweringHandler.Json($$"""{"access_token":"{{asked.Address.Segments[1].Trim('/')}}",{{Expiry}}}""")
        );
        var tokens = Tokens(Secret, login);

        Assert.Equal(
            "99999999-9999-9999-9999-999999999999",
            await tokens.ForGraphAsync("99999999-9999-9999-9999-999999999999", default)
        );
        Assert.Equal("https://graph.microsoft.com/.default", Field(Assert.Single(login.Asked), "scope")!.Split(' ')[0]);
    }

    [Fact]
    public async Task A_certificate_signs_for_the_bot()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("bot.pfx");
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest(
            "CN=bot",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        ).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await File.WriteAllBytesAsync(path, certificate.Export(X509ContentType.Pkcs12, "pw"));
        using var login = new AnsweringHandler(_ => AnsweringHandler.Json($$"""{"access_token":"tok",{{Expiry}}}"""));

        await Tokens(Secret with { AppPassword = "", CertificatePath = path, CertificatePassword = "pw" }, login)
            .ForConnectorAsync(default);

        var assertion = new JsonWebToken(Field(Assert.Single(login.Asked), "client_assertion"));
        Assert.Equal(TestTokens.AppId, assertion.Issuer);
        // So that a renewed certificate of the same name is accepted
        Assert.True(assertion.TryGetHeaderValue("x5c", out object _));
    }

    [Fact]
    public async Task A_managed_identity_vouches_for_the_bot()
    {
        using var login = new AnsweringHandler(asked =>
            asked.Address.Host.StartsWith("login.", StringComparison.Ordinal)
                ? AnsweringHandler.Json($$"""{"access_token":"tok",{{Expiry}}}""")
                : AnsweringHandler.Json($$"""{"access_token":"identity",{{Expiry}}}""")
        );

        var token = await Tokens(
                Secret with
                {
                    AppPassword = "",
                    ManagedIdentityClientId = "44444444-4444-4444-4444-444444444444",
                },
                login
            )
            .ForConnectorAsync(default);

        Assert.Equal("tok", token);
        Assert.Contains(
            login.Asked,
            asked =>
                asked.Address.Query.Contains("api%3A%2F%2FAzureADTokenExchange", StringComparison.OrdinalIgnoreCase)
                || asked.Address.Query.Contains("api://AzureADTokenExchange", StringComparison.Ordinal)
        );
        Assert.Equal("identity", Field(login.Asked[^1], "client_assertion"));
    }

    [Fact]
    public async Task The_token_goes_to_a_listed_host_and_nowhere_else()
    {
        using var login = new AnsweringHandler(_ => AnsweringHandler.Json($$"""{"access_token":"tok",{{Expiry}}}"""));
        using var connector = new AnsweringHandler(_ => AnsweringHandler.Json("""{"id":"1"}""", 201));
        var client = Client(login, connector);

        Assert.True((await client.SendAsync(Chat(Recorded.ServiceUrl), OutgoingActivity.Message("hi"), default)).IsOk);
        Assert.Equal("Bearer tok", Assert.Single(connector.Asked).Authorization);

        await client.SendAsync(Chat("https://smba.example.org/"), OutgoingActivity.Message("hi"), default);
        Assert.Single(connector.Asked);
    }

    [Fact]
    public async Task Plain_http_carries_no_token()
    {
        using var login = new AnsweringHandler(_ => AnsweringHandler.Json($$"""{"access_token":"tok",{{Expiry}}}"""));
        using var connector = new AnsweringHandler(_ => AnsweringHandler.Json("""{"id":"1"}""", 201));
        var client = Client(login, connector, Secret with { AllowedServiceHosts = ["127.0.0.1"] });

        Assert.True(
            (
                await client.SendAsync(
                    Chat("http://127.0.0.1:56150/_connector"),
                    OutgoingActivity.Message("hi"),
                    default
                )
            ).IsOk
        );
        Assert.Null(Assert.Single(connector.Asked).Authorization);
        Assert.Empty(login.Asked);
    }

    [Theory]
    [InlineData(
        401,
        """{"error":"invalid_client","error_description":"AADSTS7000215"}""",
        nameof(Outcome.Unauthorized)
    )]
    [InlineData(503, "", nameof(Outcome.Retry))]
    public async Task Without_a_token_nothing_is_sent(int status, string answer, string outcome)
    {
        using var login = new AnsweringHandler(_ => AnsweringHandler.Json(answer, status));
        using var connector = new AnsweringHandler(_ => AnsweringHandler.Json("""{"id":"1"}""", 201));

        var result = await Client(login, connector)
            .SendAsync(Chat(Recorded.ServiceUrl), OutgoingActivity.Message("hi"), default);

        Assert.Equal(outcome, result.Outcome.ToString());
        Assert.Empty(connector.Asked);
    }

    [Fact]
    public async Task A_login_service_nobody_reaches_leaves_no_doubt()
    {
        using var login = new AnsweringHandler(_ => throw new HttpRequestException("no route"));
        using var connector = new AnsweringHandler(_ => AnsweringHandler.Json("""{"id":"1"}""", 201));

        Assert.Equal(
            Outcome.Retry,
            (
                await Client(login, connector)
                    .SendAsync(Chat(Recorded.ServiceUrl), OutgoingActivity.Message("hi"), default)
            ).Outcome
        );
    }

    private static ConversationReference Chat(string serviceUrl) =>
        new(serviceUrl, "a:1", "personal", Recorded.Tenant, "28:bot", null, null, null);

    private static ConnectorTokens Tokens(BotOptions options, IMsalHttpClientFactory login) =>
        new(BotCredentials.Create(options, BotCloud.Of(options), login), BotCloud.Of(options));

    private static ConnectorClient Client(
        AnsweringHandler login,
        AnsweringHandler connector,
        BotOptions? options = null
    )
    {
        options ??= Secret;
        return new ConnectorClient(
            new ConnectorTransport(
                connector.GetHttpClient(),
                Tokens(options, login),
                new ServiceHosts(options, development: true),
                TimeProvider.System,
                new LogLines<ConnectorTransport>()
            )
        );
    }

    private static string? Field(AskedFor asked, string name) =>
        Regex.Match(asked.Body, $"(?:^|&){name}=([^&]*)", RegexOptions.NonBacktracking) is { Success: true } match
            ? Uri.UnescapeDataString(match.Groups[1].Value.Replace('+', ' '))
            : null;
}
