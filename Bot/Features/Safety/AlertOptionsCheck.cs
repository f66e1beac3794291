using Microsoft.Extensions.Options;

namespace Milestones.Features.Safety;

/// <summary>
/// Settings with which no adult would be reached stop the bot at its start, with words that say what to change.
/// </summary>
internal sealed class AlertOptionsCheck : IValidateOptions<AlertOptions>
{
    public ValidateOptionsResult Validate(string? name, AlertOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(AlertOptions options)
    {
        if (options.RepeatMinutes is < 5 or > 24 * 60)
        {
            yield return "Safety:RepeatMinutes is not from 5 to 1440. It is the time between two calls about the "
                + "same student.";
        }

        if (options.EscalateAfterHours is not (>= 0 and <= 72))
        {
            yield return "Safety:EscalateAfterHours is not from 0 to 72. It is the time without an answer after "
                + "which the tenant's contacts are told too.";
        }

        if (options.TenantContacts.Any(contact => !Guid.TryParse(contact, out _)))
        {
            yield return "Safety:TenantContacts has an entry that is not a GUID. Each is the Entra object id of a "
                + "person.";
        }

        if (options.TenantContacts.Count > AlertOptions.MostContacts)
            yield return $"Safety:TenantContacts has more than {AlertOptions.MostContacts} entries.";
    }
}
