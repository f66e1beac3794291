using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace Milestones.Channel.Teams;

/// <summary>
/// Makes the MSAL application that proves who the bot is: by secret, certificate, or a managed identity its
/// registration trusts.
/// </summary>
internal static class BotCredentials
{
    /// <param name="http">How MSAL reaches the login service; null for its own way.</param>
    /// <exception cref="InvalidOperationException">The certificate cannot be used; the message says why.</exception>
    public static IConfidentialClientApplication Create(
        BotOptions options,
        BotCloud cloud,
        IMsalHttpClientFactory? http
    )
    {
        var builder = ConfidentialClientApplicationBuilder
            .Create(options.AppId)
            .WithAuthority(new Uri(new Uri(cloud.LoginAuthority), options.TenantId), validateAuthority: false)
            .WithInstanceDiscovery(false);
        if (http is not null)
            builder = builder.WithHttpClientFactory(http);
        if (options.AppPassword.Length > 0)
            builder = builder.WithClientSecret(options.AppPassword);
        else if (options.ManagedIdentityClientId.Length > 0)
            builder = builder.WithClientAssertion(Federated(options.ManagedIdentityClientId, cloud, http));
        else
            builder = builder.WithCertificate(Certificate(options), sendX5C: true);
        return builder.Build();
    }

    /// <summary>What keeps the certificate from being used; null when nothing does.</summary>
    public static string? WhyUnusable(BotOptions options)
    {
        try
        {
            using var certificate = Certificate(options);
            return null;
        }
        catch (InvalidOperationException e)
        {
            return e.Message;
        }
    }

    private static Func<AssertionRequestOptions, Task<string>> Federated(
        string clientId,
        BotCloud cloud,
        IMsalHttpClientFactory? http
    )
    {
        var builder = ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(clientId));
        if (http is not null)
            builder = builder.WithHttpClientFactory(http);
        var identity = builder.Build();
        return async request =>
            (
                await identity
                    .AcquireTokenForManagedIdentity(cloud.TokenExchangeAudience)
                    .ExecuteAsync(request.CancellationToken)
            ).AccessToken;
    }

    private static X509Certificate2 Certificate(BotOptions options)
    {
        var certificate =
            options.CertificatePath.Length > 0 ? FromFile(options) : FromStore(options.CertificateThumbprint);
        return certificate.HasPrivateKey
            ? certificate
            : throw new InvalidOperationException("The bot's certificate has no private key, which it needs to sign.");
    }

    private static X509Certificate2 FromFile(BotOptions options)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(options.CertificatePath, options.CertificatePassword);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException(
                "Bot:CertificatePath names no file that opens as PKCS#12 with Bot:CertificatePassword.",
                e
            );
        }
    }

    private static X509Certificate2 FromStore(string thumbprint)
    {
        // Only Windows keeps certificates of programs for the whole machine.
        StoreLocation[] locations = OperatingSystem.IsWindows()
            ? [StoreLocation.CurrentUser, StoreLocation.LocalMachine]
            : [StoreLocation.CurrentUser];
        foreach (var location in locations)
        {
            using var store = new X509Store(StoreName.My, location);
            store.Open(OpenFlags.ReadOnly);
            if (
                store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false).FirstOrDefault() is
                { } found
            )
            {
                return found;
            }
        }

        throw new InvalidOperationException(
            "Bot:CertificateThumbprint names a certificate that is in no store of this user or machine."
        );
    }
}
