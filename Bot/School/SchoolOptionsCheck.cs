using System.Security.Cryptography;
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

    private const int SmallestKey = 2048;

    private const int LongestLevel = 24;

    private const int MostTerms = 6;

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

        if (
            options.Levels.Count > 0
            && (
                options.Levels.Count != UnitSurvey.Levels
                || options.Levels.Any(word => string.IsNullOrWhiteSpace(word) || word.Length > LongestLevel)
            )
        )
        {
            yield return $"School:Levels has {UnitSurvey.Levels} words, from the lowest, each of at most "
                + $"{LongestLevel} characters; or none.";
        }

        if (options.Terms.Count > MostTerms || options.Terms.Any(start => SchoolTerm.Start(start, 2001) is null))
        {
            yield return $"School:Terms has the first days of the terms of a year as month and day, such as 08-01 and "
                + $"01-10; at most {MostTerms}.";
        }

        if (options.BadgeKeyFile.Length > 0 && !IsKey(options.BadgeKeyFile))
        {
            yield return "School:BadgeKeyFile is no file with a private RSA key of 2048 bits or more, as "
                + "`openssl genrsa -out badges.pem 3072` makes it.";
        }
    }

    private static bool IsKey(string file)
    {
        try
        {
            using var key = RSA.Create();
            key.ImportFromPem(File.ReadAllText(file));
            return key.KeySize >= SmallestKey && key.ExportParameters(includePrivateParameters: true).D is not null;
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            return false;
        }
    }
}
