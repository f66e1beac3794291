namespace Milestones.Host.Packaging;

/// <summary>
/// What the manifest in the repository leaves open: each school has its own registration, address and policies.
/// </summary>
/// <param name="AppId">The bot's Entra application id; the Teams app carries the same one.</param>
/// <param name="Domain">Host name the bot is reached by, without scheme or path.</param>
/// <param name="Website">Where people find support.</param>
internal sealed record ManifestValues(Guid AppId, string Domain, Uri Website, Uri Privacy, Uri Terms)
{
    /// <summary>The text for a placeholder such as <c>${{APP_ID}}</c>; null for one that is not known.</summary>
    public string? For(string placeholder) =>
        placeholder switch
        {
            "APP_ID" => AppId.ToString("D"),
            "DOMAIN" => Domain,
            "WEBSITE_URL" => Website.AbsoluteUri,
            "PRIVACY_URL" => Privacy.AbsoluteUri,
            "TERMS_URL" => Terms.AbsoluteUri,
            _ => null,
        };
}
