namespace Milestones.Language.Concerns;

/// <summary>
/// Weighs the traits of a passage: a logistic regression. A sum can be taken apart into what each trait gave, so it
/// can always be told why a passage alerted. A second sum tells which concern it is.
/// </summary>
internal sealed class ConcernModel(WeightsFile file)
{
    /// <summary>
    /// A kind of concern counts as said where its sum is this near to the strongest; the gravest of those is the one
    /// answered.
    /// </summary>
    private const float AsStrong = 0.35f;

    public static ConcernModel Shared { get; } = new(WeightsFile.Load());

    /// <summary>
    /// How much a passage speaks for a concern of any kind. Long passages have more traits, so that each counts less.
    /// </summary>
    public float Score(scoped ref TraitSet traits)
    {
        var sum = 0;
        for (var at = 0; at < traits.Count; at++)
            sum += file.Weights[traits[at]];
        return file.Bias + (file.Scale * sum / MathF.Sqrt(traits.Count + 1));
    }

    public ConcernLevel LevelOf(float score) =>
        score >= file.Alarm ? ConcernLevel.Alarm
        : score >= file.Quiet ? ConcernLevel.Quiet
        : ConcernLevel.None;

    /// <summary>Which concern a passage is about, if any.</summary>
    public Concern KindOf(scoped ref TraitSet traits)
    {
        Span<int> sums = stackalloc int[WeightsFile.Kinds];
        sums.Clear();
        var words = 0;
        for (var at = 0; at < traits.Count; at++)
        {
            if (!traits.IsWord(at))
                continue;
            words++;
            for (var kind = 0; kind < sums.Length; kind++)
                sums[kind] += file.KindWeights[((traits[at] >> WeightsFile.KindShift) * WeightsFile.Kinds) + kind];
        }

        Span<float> scores = stackalloc float[WeightsFile.Kinds];
        var best = float.NegativeInfinity;
        for (var kind = 0; kind < sums.Length; kind++)
        {
            best = Math.Max(
                best,
                scores[kind] = file.KindBias[kind] + (file.KindScale * sums[kind] / MathF.Sqrt(words + 1))
            );
        }

        for (var kind = 0; kind < sums.Length; kind++)
        {
            if (scores[kind] >= best - AsStrong)
                return (Concern)(kind + 1);
        }

        return Concern.None;
    }
}
