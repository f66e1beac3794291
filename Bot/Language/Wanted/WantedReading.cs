using System.Runtime.InteropServices;

namespace Milestones.Language.Wanted;

/// <param name="Probability">From 0 to 1, over all that can be wanted.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Guess(Intent Intent, float Probability);

/// <summary>What a sentence seems to want.</summary>
/// <param name="Guesses">The most probable first, at most three.</param>
/// <param name="IsSure">Whether the first may be acted upon; else it is asked which of them is meant.</param>
internal sealed record WantedReading(IReadOnlyList<Guess> Guesses, bool IsSure)
{
    public Intent Best => Guesses[0].Intent;
}
