namespace Milestones.School;

/// <summary>
/// Nobody is told from a figure: what too few stand behind is put together with other such, and no figure can be had
/// by taking those that are shown from their sum.
/// </summary>
internal static class Crowd
{
    /// <summary>Students of one class behind a figure.</summary>
    public const int Students = 5;

    /// <summary>Classes behind a figure of a school.</summary>
    public const int Classes = 3;

    /// <summary>
    /// The groups that are large enough, as they are; all others as one without a kind, which takes in the smallest of
    /// the large ones until it is large enough itself. Nothing where all of them together are not.
    /// </summary>
    /// <param name="size">How many stand behind some items.</param>
    public static IReadOnlyList<(TKind? Kind, IReadOnlyList<TItem> Items)> Of<TKind, TItem>(
        IEnumerable<(TKind Kind, IReadOnlyList<TItem> Items)> groups,
        Func<IEnumerable<TItem>, int> size,
        int least
    )
        where TKind : struct, Enum
    {
        var all = groups.ToList();
        var shown = all.Where(one => size(one.Items) >= least).OrderBy(one => size(one.Items)).ToList();
        List<TItem> rest = [.. all.Except(shown).SelectMany(one => one.Items)];
        while (rest.Count > 0 && size(rest) < least && shown.Count > 0)
        {
            rest.AddRange(shown[0].Items);
            shown.RemoveAt(0);
        }

        return
        [
            .. shown.OrderBy(one => one.Kind).Select(one => ((TKind?)one.Kind, one.Items)),
            .. rest.Count > 0 && size(rest) >= least
                ? [((TKind?)null, (IReadOnlyList<TItem>)rest)]
                : Array.Empty<(TKind?, IReadOnlyList<TItem>)>(),
        ];
    }
}
