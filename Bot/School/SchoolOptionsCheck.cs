using Microsoft.Extensions.Options;

namespace Milestones.School;

/// <summary>Settings of the school that cannot work stop the bot at its start.</summary>
internal sealed class SchoolOptionsCheck : IValidateOptions<SchoolOptions>
{
    /// <summary>
    /// Shorter than the last weeks a teacher looks at, it would be a fault; longer than this, no retention.
    /// </summary>
    private const int Shortest = 30;
    private const int Longest = 3650;

    public ValidateOptionsResult Validate(string? name, SchoolOptions options) =>
        Problems(options).ToList() is { Count: > 0 } problems
            ? ValidateOptionsResult.Fail(problems)
            : ValidateOptionsResult.Success;

    private static IEnumerable<string> Problems(SchoolOptions options)
    {
        if (
            options
                .TenantRetentionDays.Values.Append(options.RetentionDays)
                .Any(days => days is < Shortest or > Longest)
        )
        {
            yield return $"School:RetentionDays, and each of School:TenantRetentionDays, is a number of days from "
                + $"{Shortest} to {Longest}.";
        }

        if (
            options.Address.Length > 0
            && !(
                Uri.TryCreate(options.Address, UriKind.Absolute, out var address)
                && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            )
        )
        {
            yield return "School:Address is not an https address. It is where a browser reaches the bot, such as "
                + "https://bot.school.example.";
        }
    }
}
