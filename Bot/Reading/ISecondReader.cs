using Milestones.Language.Opinions;

namespace Milestones.Reading;

/// <summary>Reads a sentence that the rules are unsure of. It may be wrong, late or not there at all.</summary>
internal interface ISecondReader
{
    /// <summary>Whether there is one.</summary>
    bool IsThere { get; }

    /// <summary>Asks once. Every end is a value; only the caller's own cancellation throws.</summary>
    Task<SecondAnswer> ReadAsync(OpinionAsked asked, CancellationToken cancellationToken);
}

/// <summary>What became of asking.</summary>
/// <param name="Answer">Unchecked; null unless it answered.</param>
internal readonly record struct SecondAnswer(SecondEnd End, OpinionAnswer? Answer = null)
{
    /// <summary>Whether the sentence left the bot, or tried to.</summary>
    public bool WasSent => End != SecondEnd.Rested;
}

internal enum SecondEnd
{
    Answered,

    /// <summary>Not within the limit.</summary>
    Late,

    /// <summary>No answer, or none that could be read.</summary>
    Failed,

    /// <summary>It failed so often just now that it was not asked.</summary>
    Rested,
}

/// <summary>The default: nothing leaves the bot.</summary>
internal sealed class NoSecondReader : ISecondReader
{
    public bool IsThere => false;

    public Task<SecondAnswer> ReadAsync(OpinionAsked asked, CancellationToken cancellationToken) =>
        Task.FromResult(new SecondAnswer(SecondEnd.Rested));
}
