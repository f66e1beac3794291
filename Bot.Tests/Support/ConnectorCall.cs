using System.Text.Json;

namespace Milestones.Tests.Support;

internal enum ConnectorRoute
{
    Send,
    Reply,
    Update,
    Delete,
    Create,
    Member,
    PagedMembers,
    Team,
    Channels,
}

/// <summary>One call the stub received, whatever it then answered.</summary>
/// <param name="ConversationId">Of the path, or the one a Create answered with; a team's id on team routes.</param>
/// <param name="ActivityId">The activity replied to, updated or deleted; for Create of a thread the first
/// one's.</param>
/// <param name="Body">The activity, or what a Create carried; absent for reads.</param>
internal sealed record ConnectorCall(
    int Number,
    ConnectorRoute Route,
    string ConversationId,
    string? ActivityId,
    string? MemberId,
    JsonElement Body,
    string? Authorization,
    string Path
)
{
    /// <summary>The id the stub gave to what was sent; null when it was scripted to fail.</summary>
    public string? AnsweredId { get; set; }

    /// <summary>The activity sent: the body itself, or the first one of a created thread.</summary>
    public JsonElement Activity =>
        Route == ConnectorRoute.Create && Body.TryGetProperty("activity", out var activity) ? activity : Body;

    public string? Text =>
        Activity.ValueKind == JsonValueKind.Object && Activity.TryGetProperty("text", out var text)
            ? text.GetString()
            : null;

    /// <summary>The Adaptive Card sent, if any.</summary>
    public JsonElement? Card =>
        Activity.ValueKind == JsonValueKind.Object
        && Activity.TryGetProperty("attachments", out var attachments)
        && attachments.GetArrayLength() > 0
            ? attachments[0].GetProperty("content")
            : null;

    public bool IsMessage =>
        Route is ConnectorRoute.Send or ConnectorRoute.Reply or ConnectorRoute.Update
        || (Route == ConnectorRoute.Create && Body.TryGetProperty("activity", out _));
}

/// <summary>What the stub does with a call instead of its usual answer.</summary>
/// <param name="Status">0 to close the connection without an answer.</param>
/// <param name="Until">Answer only when this task has ended.</param>
internal sealed record StubAnswer(
    int Status,
    string? Body = null,
    string? RetryAfter = null,
    Task? Until = null,
    bool Usual = false
)
{
    /// <summary>The connection is lost after the request has arrived.</summary>
    public static StubAnswer Drop { get; } = new(0);

    public static StubAnswer Error(int status, string code) =>
        new(status, $$$"""{"error":{"code":"{{{code}}}","message":"scripted"}}""");

    /// <summary>429; Retry-After in seconds, or as a date.</summary>
    public static StubAnswer Throttle(string? retryAfter = null) =>
        Error(429, "Throttled") with
        {
            RetryAfter = retryAfter,
        };

    /// <summary>The usual answer, but only when the task has ended.</summary>
    public static StubAnswer After(Task until) => new(200, Until: until, Usual: true);
}
