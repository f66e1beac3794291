namespace Milestones.Channel.Teams;

/// <summary>How a call to the connector ended, by what may be done next.</summary>
internal enum Outcome
{
    Ok,

    /// <summary>
    /// Nothing happened there; try again, after <see cref="ConnectorResult.RetryAfter"/> where given.
    /// </summary>
    Retry,

    /// <summary>Blocked, uninstalled, left or deleted: stop until something changes.</summary>
    Gone,

    /// <summary>The request itself is at fault and would be again.</summary>
    Rejected,

    /// <summary>The bot's own registration or credentials are at fault.</summary>
    Unauthorized,

    /// <summary>
    /// It may have happened: an error of theirs, a time-out, or a connection lost after the request had begun.
    /// </summary>
    InDoubt,
}

/// <param name="Id">Of the activity sent or the conversation created, where the connector names one.</param>
/// <param name="ActivityId">Of the first activity of a created thread.</param>
/// <param name="RetryAfter">How long the connector asks to wait.</param>
/// <param name="ErrorCode">The connector's own word for what went wrong, such as
/// <c>ConversationBlockedByUser</c>.</param>
/// <param name="Status">The HTTP status, for logs; 0 when there was no answer.</param>
internal sealed record ConnectorResult(
    Outcome Outcome,
    string? Id = null,
    string? ActivityId = null,
    TimeSpan? RetryAfter = null,
    string? ErrorCode = null,
    int Status = 0
)
{
    public bool IsOk => Outcome == Outcome.Ok;
}

/// <summary>The result of asking for something; <see cref="Value"/> is there when it is Ok.</summary>
internal sealed record ConnectorResult<T>(ConnectorResult Result, T? Value)
    where T : class;
