namespace Milestones.Language.Concerns;

/// <summary>Whether something said in the same clause explains an alert away.</summary>
internal static class Explanation
{
    public static bool IsGiven(Finding alert, ReadOnlySpan<Finding> found)
    {
        foreach (var other in found)
        {
            if (other.Clause == alert.Clause && Explains(other, alert))
                return true;
        }

        return false;
    }

    private static bool Explains(Finding other, Finding alert) =>
        other.Rule.Effect switch
        {
            // A loose saying must make up half of what it explains.
            Effect.Idiom => Shared(other, alert) is > 0 and var shared
                && (other.Rule.Force != Force.Light || 2 * shared >= alert.Last - alert.First + 1),
            // "I don't want to live" holds its own negation; "I don't want to die" follows one.
            Effect.Denial => other.First < alert.First && alert.First <= other.Last + 1,
            Effect.Topic => alert.Rule.Force <= Force.Plain,
            Effect.Jest => alert.Rule.Force == Force.Light,
            Effect.Fiction => other.First < alert.First,
            _ => false,
        };

    private static int Shared(Finding one, Finding other) =>
        Math.Min(one.Last, other.Last) - Math.Max(one.First, other.First) + 1;
}
