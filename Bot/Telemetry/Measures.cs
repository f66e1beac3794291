using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Milestones.Telemetry;

/// <summary>
/// What is measured, by its names (docs/operate.md, "What to watch"). No tag ever holds an id, a name or a word of
/// anybody: each comes from a short list in the code. While nobody listens, recording costs a comparison.
/// </summary>
internal static class Measures
{
    public const string MeterName = "Milestones";

    private const string Seconds = "s";

    private static readonly Meter Own = new(MeterName);

    /// <summary>Each turn, by <c>input</c> and how it ended (<c>end</c>); its count is that of turns.</summary>
    public static readonly Histogram<double> Turn = Duration(
        "milestones.turn.duration",
        "A turn, its waiting included"
    );

    /// <summary>Lost races, by <c>document</c>: each cost one reading and one run of the rules more.</summary>
    public static readonly Counter<long> Conflicts = Count("milestones.turn.conflicts", "Lost races for a document");

    public static readonly Histogram<double> Reading = Duration(
        "milestones.reading.duration",
        "Reading what somebody typed and finding the answer, without the store"
    );

    /// <summary>By <c>operation</c>.</summary>
    public static readonly Histogram<double> Store = Duration("milestones.store.duration", "One call to the store");

    /// <summary>Request units of Cosmos DB, by <c>operation</c>. SQLite charges nothing.</summary>
    public static readonly Histogram<double> RequestCharge = Own.CreateHistogram<double>(
        "milestones.store.request_charge",
        "{RU}",
        "Request units of one request to the store"
    );

    /// <summary>Each message's end for now, by <c>policy</c> and <c>outcome</c>.</summary>
    public static readonly Counter<long> Sends = Count("milestones.sends", "Messages, by how sending them ended");

    /// <summary>By <c>policy</c>, of what arrived: from its commit to the connector's word for it.</summary>
    public static readonly Histogram<double> OutboxAge = Duration(
        "milestones.outbox.age",
        "From the commit of a message until it arrived"
    );

    public static readonly Counter<long> Throttled = Count("milestones.connector.throttled", "Answers 429 to a call");

    public static readonly Counter<long> AlarmsDue = Count("milestones.alarms.due", "Documents found to be due");

    public static readonly Histogram<double> AlarmLateness = Duration(
        "milestones.alarm.lateness",
        "From the moment a document wanted to be looked at until its turn was saved"
    );

    /// <summary>By <c>concern</c> and <c>level</c>, and nothing of whose or what.</summary>
    public static readonly Counter<long> Concerns = Count("milestones.concerns", "Words of concern that were answered");

    /// <summary>Weekly prompts that were due, by <c>outcome</c>: those sent, and why the others were not.</summary>
    public static readonly Counter<long> Prompts = Count("milestones.prompts", "Weekly prompts that were due");

    public static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);

    /// <summary>One of the few values of an enum, as tags are spelled.</summary>
    public static KeyValuePair<string, object?> Tag<T>(string name, T value)
        where T : struct, Enum => new(name, Enum.GetName(value));

    public static double Since(long started) => Stopwatch.GetElapsedTime(started).TotalSeconds;

    private static Histogram<double> Duration(string name, string description) =>
        Own.CreateHistogram(
            name,
            Seconds,
            description,
            advice: new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries =
                [
                    0.0005,
                    0.001,
                    0.0025,
                    0.005,
                    0.01,
                    0.025,
                    0.05,
                    0.1,
                    0.25,
                    0.5,
                    1,
                    2.5,
                    5,
                    15,
                    60,
                    300,
                    900,
                    3600,
                ],
            }
        );

    private static Counter<long> Count(string name, string description) =>
        Own.CreateCounter<long>(name, description: description);
}
