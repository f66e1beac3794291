using Milestones.Features.Safety;
using Milestones.Tests.Support;

namespace Milestones.Tests.Safety;

public sealed class AlertOptionsCheckTests
{
    private static readonly AlertOptionsCheck Check = new();

    [Fact]
    public void The_defaults_are_right() => Assert.True(Check.Validate(null, new AlertOptions()).Succeeded);

    [Theory]
    [InlineData(0, 4, "", "Safety:RepeatMinutes is not from 5 to 1440.")]
    [InlineData(30, 100, "", "Safety:EscalateAfterHours is not from 0 to 72.")]
    [InlineData(30, double.NaN, "", "Safety:EscalateAfterHours is not from 0 to 72.")]
    [InlineData(30, 4, "counselor@school.example", "Safety:TenantContacts has an entry that is not a GUID.")]
    public void A_wrong_setting_is_named(int repeat, double escalate, string contact, string problem)
    {
        var options = new AlertOptions
        {
            RepeatMinutes = repeat,
            EscalateAfterHours = escalate,
            TenantContacts = contact.Length == 0 ? [] : [contact],
        };

        Assert.StartsWith(problem, Assert.Single(Check.Validate(null, options).Failures!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_setting_stops_the_start()
    {
        var stopped = await Assert.ThrowsAnyAsync<Exception>(() =>
            BotFixture.StartAsync(settings: "--Safety:TenantContacts:0=the counselor")
        );

        Assert.Contains("Safety:TenantContacts", stopped.Message, StringComparison.Ordinal);
    }
}
