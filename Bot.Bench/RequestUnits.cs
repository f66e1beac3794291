namespace Milestones.Bench;

/// <summary>
/// What Cosmos DB charges, from its published, illustrative table: one region, session consistency
/// (https://learn.microsoft.com/azure/cosmos-db/understand-request-unit-consumption). Sizes between two rows are
/// interpolated.
/// </summary>
internal static class RequestUnits
{
    /// <summary>
    /// Bytes that the service adds to an item: <c>_rid</c>, <c>_self</c>, <c>_etag</c>, <c>_attachments</c>,
    /// <c>_ts</c>.
    /// </summary>
    public const int SystemProperties = 250;

    private const double PerIndexedTerm = 0.2;

    // Kilobytes, point read, create; indexing not counted.
    private static readonly (double Kilobytes, double Read, double Create)[] Published =
    [
        (1, 1.00, 4.95),
        (2, 1.04, 6.29),
        (8, 1.33, 7.04),
        (16, 1.67, 9.52),
        (64, 4.76, 22.67),
        (256, 20.28, 98.29),
        (1024, 145.90, 625.00),
    ];

    /// <param name="bytes">Of the item as it is sent, here and below.</param>
    public static double Read(int bytes) => Interpolate(bytes, row => row.Read);

    /// <summary>A read of what is not there.</summary>
    public static double ReadNothing => 1;

    /// <summary>Four terms are written: pk, wakeAt, and the two that always are, id and _ts.</summary>
    public static double Create(int bytes) => Interpolate(bytes, row => row.Create) + (4 * PerIndexedTerm);

    /// <summary>
    /// About twice a create (a delete and an insert); of the terms _ts changes, and mostly wakeAt, each out and in.
    /// </summary>
    public static double Replace(int bytes, bool wakesAtTheSame = false) =>
        (2 * Interpolate(bytes, row => row.Create)) + ((wakesAtTheSame ? 1 : 2) * 2 * PerIndexedTerm);

    /// <summary>
    /// A query that finds nothing: at least this much on each physical partition it asks (2.3 to 3 is usual).
    /// </summary>
    public static double EmptyQuery(int physicalPartitions) => 2.8 * physicalPartitions;

    private static double Interpolate(int bytes, Func<(double Kilobytes, double Read, double Create), double> charge)
    {
        var size = Math.Max(Published[0].Kilobytes, (bytes + SystemProperties) / 1024.0);
        var above = Math.Min(
            Array.FindIndex(Published, row => row.Kilobytes >= size) is var at && at < 0
                ? Published.Length - 1
                : Math.Max(1, at),
            Published.Length - 1
        );
        var (low, high) = (Published[above - 1], Published[above]);
        var share = (size - low.Kilobytes) / (high.Kilobytes - low.Kilobytes);
        return charge(low) + (share * (charge(high) - charge(low)));
    }
}
