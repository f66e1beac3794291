using Milestones.Tests.Support;

namespace Milestones.Tests.Host;

/// <summary>A setting that cannot work stops the whole bot at its start, and is named.</summary>
public sealed class SettingsTests
{
    [Theory]
    [InlineData("Bot:AppId", "not-a-guid")]
    [InlineData("Bot:OpenIdMetadata", "http://school.example/keys")]
    [InlineData("Bot:AllowedServiceHosts:0", "https://smba.trafficmanager.net/")]
    [InlineData("Graph:Enabled", "perhaps")]
    [InlineData("Classes:InstallerIsTeacher", "perhaps")]
    [InlineData("Store:Provider", "Mongo")]
    [InlineData("Store:Sqlite:Path", "/no/such/folder/school.db")]
    [InlineData("School:RetentionDays", "7")]
    [InlineData("School:Address", "bot.school.example")]
    [InlineData("Safety:RepeatMinutes", "0")]
    [InlineData("Safety:EscalateAfterHours", "100")]
    [InlineData("Safety:TenantContacts:0", "ms.lee@school.example")]
    [InlineData("Safety:HelpLines", "/no/such/file.json")]
    [InlineData("Limits:TenantPerSecond", "1")]
    [InlineData("Limits:ConversationPerHour", "none")]
    [InlineData("Outbox:Pause", "00:00:00")]
    [InlineData("Playground:Enabled", "perhaps")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector")]
    public async Task A_setting_that_cannot_work_is_named_at_the_start(string setting, string value)
    {
        var fault = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await using var bot = await BotFixture.StartAsync(settings: $"--{setting}={value}");
        });

        var named = setting.EndsWith(":0", StringComparison.Ordinal) ? setting[..^2] : setting;
        // A member is named by its class where the framework checks it: LimitOptions, TenantPerSecond.
        Assert.True(
            fault.ToString().Contains(named, StringComparison.Ordinal)
                || fault.Message.Contains(named.Split(':')[^1], StringComparison.Ordinal),
            fault.Message
        );
    }
}
