using Microsoft.Identity.Client;

namespace Milestones.Tests.Support;

/// <summary>What was asked of a service that a test plays itself.</summary>
internal sealed record AskedFor(Uri Address, string Body, string? Authorization);

/// <summary>
/// Plays services whose address is fixed (login, Graph) without a network; MSAL takes it for its own way out.
/// </summary>
internal sealed class AnsweringHandler(Func<AskedFor, HttpResponseMessage> answer)
    : HttpMessageHandler,
        IMsalHttpClientFactory
{
    private readonly List<AskedFor> _asked = [];

    public IReadOnlyList<AskedFor> Asked => _asked;

    public static HttpResponseMessage Json(string json, int status = 200) =>
        new((System.Net.HttpStatusCode)status) { Content = new StringContent(json, null, "application/json") };

    public HttpClient GetHttpClient() => new(this, disposeHandler: false);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var asked = new AskedFor(request.RequestUri!, body, request.Headers.Authorization?.ToString());
        _asked.Add(asked);
        return answer(asked);
    }
}
