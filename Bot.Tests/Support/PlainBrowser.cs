using System.Net;
using System.Net.Http.Headers;

namespace Milestones.Tests.Support;

/// <summary>A browser as far as a server sees it: what it sends with a request, and the cookie it keeps.</summary>
internal sealed class PlainBrowser(Uri address) : IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false })
    {
        BaseAddress = address,
    };

    /// <summary>As <c>name=value</c>; a real browser would keep it on a safe connection only.</summary>
    public string? Cookie { get; set; }

    public HttpResponseMessage Last { get; private set; } = new();

    public Task<(HttpStatusCode Status, string Html)> OpenAsync(string path) => SendAsync(HttpMethod.Get, path);

    /// <param name="site">Where the form stands, as browsers say it.</param>
    public Task<(HttpStatusCode Status, string Html)> PostAsync(
        string path,
        HttpContent? form = null,
        string site = "same-origin",
        string? token = null
    ) => SendAsync(HttpMethod.Post, path, form, site, token);

    public void Dispose() => _http.Dispose();

    private async Task<(HttpStatusCode Status, string Html)> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? form = null,
        string site = "same-origin",
        string? token = null
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = form };
        request.Headers.Add("Sec-Fetch-Site", site);
        if (Cookie is not null)
            request.Headers.Add("Cookie", Cookie);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        Last = await _http.SendAsync(request);
        if (Last.Headers.TryGetValues("Set-Cookie", out var set))
            Cookie = set.Single().Split(';')[0];
        return (Last.StatusCode, await Last.Content.ReadAsStringAsync());
    }
}
