namespace Milestones.Channel.Teams;

/// <summary>The answer to an invoke; it goes back on the same HTTP response.</summary>
/// <param name="Body">JSON, or null for none.</param>
internal sealed record InvokeResponse(int Status, ReadOnlyMemory<byte>? Body = null)
{
    /// <summary>For an invoke nobody here knows.</summary>
    public static InvokeResponse NotImplemented { get; } = new(StatusCodes.Status501NotImplemented);

    public static InvokeResponse Empty { get; } = new(StatusCodes.Status200OK);
}

/// <summary>
/// Takes a turn with an activity. When its task ends the turn is durably saved; the answer is null for everything but
/// invokes.
/// </summary>
/// <exception cref="Storage.StoreUnavailableException">Nothing was saved and nothing may be acknowledged.</exception>
internal delegate Task<InvokeResponse?> ActivityHandler(Activity activity, CancellationToken cancellationToken);
