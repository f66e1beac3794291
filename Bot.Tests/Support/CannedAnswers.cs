using System.Net;
using System.Text;

namespace Milestones.Tests.Support;

/// <summary>Answers some requests itself, as a service in trouble would, and lets the others through.</summary>
/// <param name="answer">Null for a request that goes through.</param>
internal sealed class CannedAnswers(Func<HttpRequestMessage, HttpResponseMessage?> answer)
    : DelegatingHandler(new SocketsHttpHandler())
{
    private int _given;

    /// <summary>How many requests it answered itself.</summary>
    public int Given => _given;

    /// <summary>An answer of Cosmos DB.</summary>
    public static HttpResponseMessage Cosmos(HttpStatusCode status, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage(status)
        {
            Content = new StringContent(
                """{"code":"x","message":"made by a test"}""",
                Encoding.UTF8,
                "application/json"
            ),
        };
        response.Headers.Add("x-ms-request-charge", "0.38");
        response.Headers.Add("x-ms-activity-id", Guid.NewGuid().ToString());
        foreach (var (name, value) in headers)
            response.Headers.Add(name, value);
        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (answer(request) is not { } canned)
            return await base.SendAsync(request, cancellationToken);
        Interlocked.Increment(ref _given);
        canned.RequestMessage = request;
        return canned;
    }
}
