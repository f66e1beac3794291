namespace Milestones.School;

/// <summary>
/// Somebody wants all that is kept of them to be deleted: asked whether they do, then a day in which it can be taken
/// back.
/// </summary>
/// <param name="AskedAt">The word was asked for then; the next words are it, or the question is over.</param>
internal sealed record Erasure(DateTimeOffset AskedAt)
{
    /// <summary>From the word until it cannot be taken back any more.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    /// <summary>When it is done; null while the word was not given.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Nothing was said or tapped since the word: then "undo" means this.</summary>
    public bool IsLast { get; init; }
}
