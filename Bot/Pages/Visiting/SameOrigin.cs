namespace Milestones.Pages.Visiting;

/// <summary>
/// Whether a request that changes something comes from a page of ours. A cookie that works inside of Teams would be
/// sent
/// with the forms of any site; browsers say where a form comes from, and no script can change what they say.
/// </summary>
/// <remarks>https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site</remarks>
internal static class SameOrigin
{
    public static bool Sent(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site
            ? site == "same-origin"
            : Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin)
                && string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
}
