using System.Globalization;
using System.Net.Mime;
using Microsoft.Net.Http.Headers;
using Milestones.Storage;

namespace Milestones.Channel.Teams;

/// <summary>
/// POST /api/messages, the one door: checks, reads, takes the turn, and acknowledges only what is saved.
/// </summary>
internal static partial class MessagesEndpoint
{
    /// <summary>
    /// Teams sends an activity again after 15 s; a turn that has not ended by then is given up before that.
    /// </summary>
    private static readonly TimeSpan TurnLimit = TimeSpan.FromSeconds(12);

    public static IEndpointConventionBuilder MapMessages(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/api/messages", (RequestDelegate)HandleAsync);

    private static async Task HandleAsync(HttpContext context)
    {
        var gate = context.RequestServices.GetRequiredService<InboundGate>();
        var logger = context.RequestServices.GetRequiredService<ILogger<InboundGate>>();
        if (!IsJson(context.Request.ContentType))
        {
            await ProblemAsync(
                context,
                StatusCodes.Status415UnsupportedMediaType,
                "An activity is sent as application/json."
            );
            return;
        }

        var sender = await gate.AdmitAsync(context);
        if (sender.Refusal is { } refusal)
        {
            await RefuseAsync(context, refusal);
            return;
        }

        var read = await ReadAsync(context);
        if (read.Activity is not { } activity)
        {
            Count(context, string.Create(CultureInfo.InvariantCulture, $"it could not be read ({read.Status})"));
            await ProblemAsync(context, read.Status, read.Problem!);
            return;
        }

        if (gate.Check(sender, activity) is { } mismatch)
        {
            await RefuseAsync(context, mismatch);
            return;
        }

        await TakeTurnAsync(context, logger, activity);
    }

    private static async ValueTask<ReadActivity> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > ActivityReader.BodyLimit)
            return ReadActivity.TooLarge;
        try
        {
            return await ActivityReader.ReadAsync(context.Request.BodyReader, context.RequestAborted);
        }
        catch (BadHttpRequestException e)
        {
            // The body ended early, came too slowly, or its chunks were malformed.
            return new ReadActivity(null, e.StatusCode, "The body could not be read to its end.");
        }
    }

    private static async Task TakeTurnAsync(HttpContext context, ILogger logger, Activity activity)
    {
        // Not the request's token: a client that goes away must not stop a save half-way.
        using var limit = new CancellationTokenSource(
            TurnLimit,
            context.RequestServices.GetRequiredService<TimeProvider>()
        );
        try
        {
            var response = await context.RequestServices.GetRequiredService<ActivityHandler>()(activity, limit.Token);
            await AcknowledgeAsync(
                context,
                response
                    ?? (activity.Type == ActivityTypes.Invoke ? InvokeResponse.NotImplemented : InvokeResponse.Empty)
            );
        }
        catch (StoreUnavailableException e)
        {
            Log.NotSaved(logger, e);
            await BusyAsync(context);
        }
        catch (OperationCanceledException e) when (limit.IsCancellationRequested)
        {
            Log.TookTooLong(logger, e);
            await BusyAsync(context);
        }
    }

    private static async Task AcknowledgeAsync(HttpContext context, InvokeResponse response)
    {
        context.Response.StatusCode = response.Status;
        if (response.Body is not { } body)
        {
            context.Response.ContentLength = 0;
            return;
        }

        context.Response.ContentType = MediaTypeNames.Application.Json;
        context.Response.ContentLength = body.Length;
        await context.Response.BodyWriter.WriteAsync(body, CancellationToken.None);
    }

    private static Task BusyAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "5";
        return ProblemAsync(
            context,
            StatusCodes.Status503ServiceUnavailable,
            "Nothing was saved; please send it again."
        );
    }

    private static Task RefuseAsync(HttpContext context, Refusal refusal)
    {
        if (!Count(context, refusal.ToString()))
        {
            // Whoever floods gets a bare status and has to connect anew.
            context.Response.StatusCode = Refusal.TooManyRefused.Status();
            context.Response.Headers.RetryAfter = "60";
            context.Response.Headers.Connection = "close";
            context.Response.ContentLength = 0;
            return Task.CompletedTask;
        }

        var status = refusal.Status();
        if (status == StatusCodes.Status401Unauthorized)
            context.Response.Headers.WWWAuthenticate = "Bearer";
        return ProblemAsync(context, status, refusal.Problem());
    }

    private static Task ProblemAsync(HttpContext context, int status, string problem)
    {
        // The rest of a body that is refused unread is not worth receiving.
        if (status == StatusCodes.Status413PayloadTooLarge)
            context.Response.Headers.Connection = "close";
        return TypedResults.Problem(problem, statusCode: status).ExecuteAsync(context);
    }

    private static bool Count(HttpContext context, string why) =>
        context.RequestServices.GetRequiredService<RefusalCounts>().Count(why, context.Connection.RemoteIpAddress);

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var mediaType)
        && mediaType.MediaType.Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase);

    private static partial class Log
    {
        [LoggerMessage(2003, LogLevel.Error, "Activity not acknowledged: the store is unavailable.")]
        public static partial void NotSaved(ILogger logger, Exception exception);

        [LoggerMessage(2004, LogLevel.Error, "Activity not acknowledged: its turn did not end in time.")]
        public static partial void TookTooLong(ILogger logger, Exception exception);
    }
}
