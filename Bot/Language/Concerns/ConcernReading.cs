namespace Milestones.Language.Concerns;

/// <summary>What a text says of concern.</summary>
/// <param name="Kind">What it may be about; <see cref="Concern.None"/> goes with no level.</param>
/// <param name="Language">The language of the text itself; none where its words tell of neither or of both
/// alike.</param>
/// <param name="AboutAnother">It is told of somebody else: a friend, a brother or sister, a student.</param>
internal readonly record struct ConcernReading(
    Concern Kind,
    ConcernLevel Level,
    TextLanguage? Language,
    bool AboutAnother
)
{
    /// <summary>The concern where the evidence is strong, else <see cref="Concern.None"/>.</summary>
    public Concern Alarm => Level == ConcernLevel.Alarm ? Kind : Concern.None;
}
