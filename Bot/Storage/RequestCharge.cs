using Milestones.Telemetry;

namespace Milestones.Storage;

/// <summary>
/// What requests to the store cost, in Cosmos DB's request units (RU): every charge goes on the metric
/// <c>milestones.store.request_charge</c> of the meter <c>Milestones</c>, and into the sum that is open around
/// it. SQLite charges nothing.
/// </summary>
/// <example><c>using var charge = RequestCharge.Begin(); … the turn …; record(charge.Total);</c></example>
internal sealed class RequestCharge : IDisposable
{
    private static readonly AsyncLocal<RequestCharge?> Open = new();

    private readonly RequestCharge? _outer = Open.Value;
    private readonly Lock _adding = new();
    private double _total;

    private RequestCharge() { }

    /// <summary>Request units since <see cref="Begin"/>, of everything that was called from there on.</summary>
    public double Total
    {
        get
        {
            lock (_adding)
                return _total;
        }
    }

    /// <summary>Opens a sum that ends with its disposal.</summary>
    public static RequestCharge Begin() => Open.Value = new();

    public static void Record(string operation, double units)
    {
        Measures.RequestCharge.Record(units, Measures.Tag("operation", operation));
        for (var sum = Open.Value; sum is not null; sum = sum._outer)
            sum.Add(units);
    }

    public void Dispose() => Open.Value = _outer;

    private void Add(double units)
    {
        lock (_adding)
            _total += units;
    }
}
