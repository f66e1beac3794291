using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MsalException = Microsoft.Identity.Client.MsalException;

namespace Milestones.Channel.Teams;

/// <summary>
/// One call to the connector: allowed host, token, time limit, and the answer read as an <see cref="Outcome"/>. Every
/// expected end is a value;
/// an exception is a fault of ours or the caller's cancellation. Nothing is repeated here.
/// </summary>
internal sealed partial class ConnectorTransport(
    HttpClient http,
    ConnectorTokens tokens,
    ServiceHosts serviceHosts,
    TimeProvider time,
    ILogger<ConnectorTransport> logger
)
{
    /// <summary>From the first byte to the last.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Bytes: a roster page of 500 people is about 200 KB.</summary>
    private const int AnswerLimit = 1024 * 1024;

    /// <summary>The connector's own are half as long.</summary>
    private const int LongestCode = 64;

    private static readonly ConnectorResult HostNotAllowed = new(
        Outcome.Rejected,
        ErrorCode: nameof(Refusal.ServiceHostNotAllowed)
    );

    public async Task<ConnectorResult> CallAsync(
        HttpMethod method,
        string serviceUrl,
        string path,
        ReadOnlyMemory<byte>? body,
        CancellationToken cancellationToken
    )
    {
        using var content = body is { } bytes ? new Utf8Content(bytes) : null;
        var (result, answer) = await SendAsync(
            method,
            serviceUrl,
            path,
            content,
            WireJson.Default.ResourceResponse,
            cancellationToken
        );
        return result.IsOk ? result with { Id = answer?.Id, ActivityId = answer?.ActivityId } : result;
    }

    public async Task<ConnectorResult<T>> GetAsync<T>(
        string serviceUrl,
        string path,
        JsonTypeInfo<T> typeInfo,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var (result, answer) = await SendAsync(HttpMethod.Get, serviceUrl, path, null, typeInfo, cancellationToken);
        return result.IsOk && answer is null
            ? new(result with { Outcome = Outcome.InDoubt, ErrorCode = "UnreadableAnswer" }, null)
            : new(result, answer);
    }

    private async Task<(ConnectorResult Result, T? Answer)> SendAsync<T>(
        HttpMethod method,
        string serviceUrl,
        string path,
        Utf8Content? content,
        JsonTypeInfo<T> typeInfo,
        CancellationToken cancellationToken
    )
        where T : class
    {
        if (serviceHosts.TryParse(serviceUrl) is not { } address)
            return (HostNotAllowed, null);

        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var request = new HttpRequestMessage(method, new Uri(address, path)) { Content = content };
        try
        {
            // Plain http is a stub or a Playground on this machine, which needs no token and gets none.
            if (address.Scheme == Uri.UriSchemeHttps && await tokens.ForConnectorAsync(either.Token) is { } token)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return await ReadAsync(response, typeInfo, either.Token);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            Log.NoAnswer(logger, method, e);
            return (new ConnectorResult(content is { Started: false } ? Outcome.Retry : Outcome.InDoubt), null);
        }
        catch (MsalException e)
        {
            Log.NoToken(logger, e.ErrorCode, e);
            return (
                new ConnectorResult(e.IsRetryable ? Outcome.Retry : Outcome.Unauthorized, ErrorCode: e.ErrorCode),
                null
            );
        }
    }

    private async Task<(ConnectorResult Result, T? Answer)> ReadAsync<T>(
        HttpResponseMessage response,
        JsonTypeInfo<T> typeInfo,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var status = (int)response.StatusCode;
        if (response.IsSuccessStatusCode)
        {
            return (
                new ConnectorResult(Outcome.Ok, Status: status),
                await BodyAsync(response, typeInfo, cancellationToken)
            );
        }

        var error = (await BodyAsync(response, WireJson.Default.ErrorResponse, cancellationToken))?.Error;
        var result = new ConnectorResult(
            OutcomeOf(response.StatusCode),
            RetryAfter: RetryAfter(response),
            ErrorCode: CodeOf(error),
            Status: status
        );
        Log.Failed(logger, status, result.ErrorCode);
        return (result, null);
    }

    /// <summary>
    /// The answer's body. Once there is a status, a body that is missing, broken or endless changes nothing about what
    /// happened.
    /// </summary>
    private static async Task<T?> BodyAsync<T>(
        HttpResponseMessage response,
        JsonTypeInfo<T> typeInfo,
        CancellationToken cancellationToken
    )
        where T : class
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(AnswerLimit, cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return body.Length == 0 ? null : JsonSerializer.Deserialize(body, typeInfo);
        }
        catch (Exception e) when (e is JsonException or HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>
    /// A word as the connector has them. It is logged, stored and shown: whatever looks otherwise is none.
    /// </summary>
    private static string? CodeOf(ConnectorError? error) =>
        error?.Code is not { Length: > 0 } code ? null
        : code.Length <= LongestCode && code.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '_' or '-' or '.')
            ? code
        : "UnreadableCode";

    private static Outcome OutcomeOf(HttpStatusCode status) =>
        status switch
        {
            HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed => Outcome.Retry,
            HttpStatusCode.Forbidden or HttpStatusCode.NotFound => Outcome.Gone,
            HttpStatusCode.Unauthorized => Outcome.Unauthorized,
            HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => Outcome.InDoubt,
            _ => Outcome.Rejected,
        };

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var wait = response.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - time.GetUtcNow() : null;
        return wait > TimeSpan.Zero ? wait : null;
    }

    private static partial class Log
    {
        [LoggerMessage(2101, LogLevel.Warning, "Connector answered {Status} {Code}.")]
        public static partial void Failed(ILogger logger, int status, string? code);

        [LoggerMessage(2102, LogLevel.Warning, "Connector did not answer a {Method}.")]
        public static partial void NoAnswer(ILogger logger, HttpMethod method, Exception exception);

        [LoggerMessage(2103, LogLevel.Error, "No token for the connector: {Code}.")]
        public static partial void NoToken(ILogger logger, string code, Exception exception);
    }
}
