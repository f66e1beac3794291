using Milestones.Language.Concerns;

namespace Milestones.School;

/// <summary>
/// A concern an adult should look at. It says what kind and when, never what was written; editing or deleting the words
/// does not withdraw it.
/// </summary>
/// <param name="Times">How often words of this kind were read since it was opened.</param>
internal sealed record OpenAlert(string Id, Concern Concern, DateTimeOffset RaisedAt, DateTimeOffset LastAt, int Times)
{
    /// <summary>The student was asked, and wants an adult to come.</summary>
    public bool IsAsked { get; init; }

    /// <summary>
    /// Adds a concern to those open: one alert for each kind, so that a bad evening is one call for help and not ten.
    /// </summary>
    public static IReadOnlyList<OpenAlert> Raise(
        IReadOnlyList<OpenAlert> open,
        Concern concern,
        string id,
        DateTimeOffset now,
        bool isAsked = false
    ) =>
        open.Any(alert => alert.Concern == concern)
            ?
            [
                .. open.Select(alert =>
                    alert.Concern == concern ? alert with { LastAt = now, Times = alert.Times + 1 } : alert
                ),
            ]
            : [.. open, new OpenAlert(id, concern, now, now, 1) { IsAsked = isAsked }];
}
