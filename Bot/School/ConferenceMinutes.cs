namespace Milestones.School;

/// <summary>How long each part takes: twenty minutes in all, whatever is left out.</summary>
internal static class ConferenceMinutes
{
    public const int All = 20;

    private static int Weight(ConferencePart part) =>
        part switch
        {
            ConferencePart.Welcome or ConferencePart.Thanks => 1,
            ConferencePart.ProudOf or ConferencePart.Growth => 4,
            ConferencePart.Data or ConferencePart.Questions => 2,
            _ => 3,
        };

    /// <summary>By share, whole minutes, at least one each; what is left goes where most was cut off.</summary>
    public static IReadOnlyDictionary<ConferencePart, int> Of(IReadOnlyList<ConferencePart> told)
    {
        var sum = told.Sum(Weight);
        var minutes = told.ToDictionary(part => part, part => Math.Max(1, All * Weight(part) / sum));
        var order = told.OrderByDescending(part => All * Weight(part) % sum).ToList();
        for (var i = 0; told.Count > 0 && minutes.Values.Sum() < All; i++)
            minutes[order[i % order.Count]]++;
        return minutes;
    }
}
