using Microsoft.Extensions.Options;

namespace Milestones.Channel.Teams;

/// <summary>
/// Settings that cannot work, or are not safe, stop the bot at its start with words that say what to change.
/// </summary>
internal sealed class BotOptionsCheck(IHostEnvironment environment) : IValidateOptions<BotOptions>
{
    public ValidateOptionsResult Validate(string? name, BotOptions options)
    {
        var problems = options.HasAppId ? Registered(options) : Unregistered(options);
        var all = problems.Concat(Addresses(options)).ToList();
        return all.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(all);
    }

    private IEnumerable<string> Unregistered(BotOptions options)
    {
        if (!environment.IsDevelopment())
        {
            yield return "Bot:AppId is empty. Without it tokens cannot be checked, so the bot starts in "
                + "Development only. Set it to the app id of the bot's registration.";
        }

        if (options.HasCredential)
            yield return "Bot:AppId is empty but a credential is set. Set Bot:AppId, or remove the credential.";
    }

    private IEnumerable<string> Registered(BotOptions options)
    {
        if (!Guid.TryParse(options.AppId, out _))
            yield return "Bot:AppId is not a GUID. It is the application (client) id of the bot's registration.";
        if (options.TenantId.Length == 0 && options.HasCredential)
        {
            yield return "Bot:TenantId is empty. It is the tenant of the bot's registration, which issues the "
                + "bot's tokens.";
        }

        if (options.AllowedTenants.Count == 0 && !Guid.TryParse(options.TenantId, out _))
        {
            yield return "Bot:AllowedTenants is empty and Bot:TenantId is not a tenant's GUID. List the tenants "
                + "whose people may use the bot.";
        }

        if (options.AllowedTenants.Any(tenant => !Guid.TryParse(tenant, out _)))
            yield return "Bot:AllowedTenants has an entry that is not a GUID. Each is the id of a tenant.";

        var credentials = Credentials(options).ToList();
        if (credentials.Count == 0 && !environment.IsDevelopment())
        {
            yield return "Bot:AppId is set without a credential. Set one of Bot:AppPassword, Bot:CertificatePath, "
                + "Bot:CertificateThumbprint, Bot:ManagedIdentityClientId.";
        }

        if (credentials.Count > 1)
            yield return $"The bot needs one credential but has {string.Join(" and ", credentials)}. Keep one.";
        if (options.HasCertificate && BotCredentials.WhyUnusable(options) is { } problem)
            yield return problem;
    }

    private IEnumerable<string> Addresses(BotOptions options)
    {
        if (
            options.OpenIdMetadata.Length > 0
            && !(
                Uri.TryCreate(options.OpenIdMetadata, UriKind.Absolute, out var metadata)
                && ServiceHosts.IsSecure(metadata, environment.IsDevelopment())
            )
        )
        {
            yield return "Bot:OpenIdMetadata is not an https address. Plain http is accepted for this machine in "
                + "Development only.";
        }

        if (
            options.Authority.Length > 0
            && !(
                Uri.TryCreate(options.Authority, UriKind.Absolute, out var authority)
                && ServiceHosts.IsSecure(authority, environment.IsDevelopment())
                && authority.AbsoluteUri.EndsWith('/')
            )
        )
        {
            yield return "Bot:Authority is not an https address that ends in a slash. Plain http is accepted for this "
                + "machine in Development only.";
        }

        if (
            options.AllowedServiceHosts.Any(host =>
                !Uri.TryCreate($"https://{host}/", UriKind.Absolute, out var uri)
                || !uri.Authority.Equals(host, StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            yield return "Bot:AllowedServiceHosts has an entry that is not a host name. Each is like "
                + "smba.trafficmanager.net, without https:// and path.";
        }
    }

    private static IEnumerable<string> Credentials(BotOptions options)
    {
        if (options.AppPassword.Length > 0)
            yield return "Bot:AppPassword";
        if (options.CertificatePath.Length > 0)
            yield return "Bot:CertificatePath";
        if (options.CertificateThumbprint.Length > 0)
            yield return "Bot:CertificateThumbprint";
        if (options.ManagedIdentityClientId.Length > 0)
            yield return "Bot:ManagedIdentityClientId";
    }
}
