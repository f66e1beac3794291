using Microsoft.Extensions.Options;
using Milestones.Channel.Teams;
using Milestones.Tests.Support;

namespace Milestones.Tests.Teams;

public sealed class BotOptionsCheckTests
{
    private static readonly Dictionary<string, string?> Good = new(StringComparer.Ordinal)
    {
        ["Bot:AppId"] = TestTokens.AppId,
        ["Bot:AppPassword"] = "secret",
        ["Bot:TenantId"] = Recorded.Tenant,
    };

    [Fact]
    public async Task A_registered_bot_starts_in_production()
    {
        await using var host = await TeamsHost.StartAsync(Good, environment: "Production");
    }

    [Theory]
    [InlineData("Bot:AppId", "", "Bot:AppId is empty")]
    [InlineData("Bot:AppId", "my bot", "Bot:AppId is not a GUID")]
    [InlineData("Bot:TenantId", "", "Bot:TenantId is empty")]
    [InlineData("Bot:TenantId", "botframework.com", "Bot:AllowedTenants is empty")]
    [InlineData("Bot:AllowedTenants:0", "school.example.org", "Bot:AllowedTenants has an entry that is not a GUID")]
    [InlineData("Bot:AppPassword", "", "without a credential")]
    [InlineData(
        "Bot:ManagedIdentityClientId",
        "44444444-4444-4444-4444-444444444444",
        "Bot:AppPassword and Bot:ManagedIdentityClientId. Keep one."
    )]
    [InlineData("Bot:CertificatePath", "/nowhere.pfx", "Bot:CertificatePath names no file that opens")]
    [InlineData("Bot:CertificateThumbprint", "00", "in no store")]
    [InlineData("Bot:OpenIdMetadata", "http://127.0.0.1:1/", "Bot:OpenIdMetadata is not an https address")]
    [InlineData("Bot:OpenIdMetadata", "nonsense", "Bot:OpenIdMetadata is not an https address")]
    [InlineData(
        "Bot:AllowedServiceHosts:0",
        "https://smba.trafficmanager.net/",
        "Bot:AllowedServiceHosts has an entry that is not a host name"
    )]
    public async Task A_wrong_setting_stops_the_start_with_a_word_why(string name, string value, string problem)
    {
        var settings = new Dictionary<string, string?>(Good, StringComparer.Ordinal) { [name] = value };

        var stopped = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            TeamsHost.StartAsync(settings, environment: "Production")
        );

        Assert.Contains(problem, stopped.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://bot.example.org/metadata", "Bot:OpenIdMetadata is not an https address")]
    [InlineData("http://127.0.0.1:5/metadata", null)]
    [InlineData("http://localhost:5/metadata", null)]
    public async Task Development_takes_plain_http_from_this_machine_only(string metadata, string? problem)
    {
        var settings = new Dictionary<string, string?>(Good, StringComparer.Ordinal)
        {
            ["Bot:OpenIdMetadata"] = metadata,
        };

        var stopped = await Record.ExceptionAsync(async () =>
        {
            await using var host = await TeamsHost.StartAsync(settings);
        });

        Assert.Equal(problem is null, stopped is null);
        Assert.Contains(problem ?? "", stopped?.Message ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_credential_without_an_app_id_is_a_mistake()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Bot:AppPassword"] = "secret" };

        await Assert.ThrowsAsync<OptionsValidationException>(() => TeamsHost.StartAsync(settings));
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/amer/", false, true, "https://smba.trafficmanager.net/amer/")]
    [InlineData("https://SMBA.trafficmanager.net/amer", false, true, "https://smba.trafficmanager.net/amer/")]
    [InlineData(
        "https://smba.infra.gcc.teams.microsoft.com/gcc/",
        false,
        true,
        "https://smba.infra.gcc.teams.microsoft.com/gcc/"
    )]
    [InlineData("http://smba.trafficmanager.net/amer/", true, true, null)]
    [InlineData("https://evil.example.org/", true, false, null)]
    [InlineData("http://127.0.0.1:5/x", true, false, "http://127.0.0.1:5/x/")]
    [InlineData("http://localhost:5/_connector", true, false, "http://localhost:5/_connector/")]
    [InlineData("http://[::1]:5/", true, false, "http://[::1]:5/")]
    [InlineData("http://127.0.0.1:5/", true, true, null)] // an app id: listed or nothing
    [InlineData("http://127.0.0.1:5/", false, false, null)] // not Development
    [InlineData("https://user@smba.trafficmanager.net/", false, true, null)]
    [InlineData(null, true, false, null)]
    public void A_service_url_is_used_when_its_host_is_listed(
        string? serviceUrl,
        bool development,
        bool hasAppId,
        string? address
    )
    {
        var hosts = new ServiceHosts(new BotOptions { AppId = hasAppId ? TestTokens.AppId : "" }, development);

        Assert.Equal(address, hosts.TryParse(serviceUrl)?.AbsoluteUri);
    }
}
