using System.Diagnostics;
using Milestones.Bench.Load;

namespace Milestones.Bench.Sending;

/// <summary>What was seen of a fan-out; moments by <see cref="Stopwatch"/>.</summary>
/// <param name="IdleSince">From here on students talked to a bot that was warm and had nothing else to do.</param>
/// <param name="Idle">Of the process, at the due minute.</param>
/// <param name="Busy">When the last prompt had left.</param>
/// <param name="Last">When every document had taken note.</param>
internal sealed record Measured(
    IReadOnlyList<Call> Calls,
    IReadOnlyList<Talk> Talks,
    long IdleSince,
    long DueAt,
    long EndedAt,
    ProcessFacts Idle,
    ProcessFacts Busy,
    ProcessFacts Last,
    int Unnoted
);

/// <summary>The figures of a fan-out.</summary>
internal sealed class Fanout(
    int students,
    int tenants,
    int perSecond,
    int documentBytes,
    double machineLoad,
    Measured measured
)
{
    private const double Share = 0.95;
    private const double MostMegabytes = 300;
    private const double MostRatio = 3;

    private readonly List<Call> _prompts =
    [
        .. measured.Calls.Where(call => call is { Week: not null, Answer: Answer.Taken }),
    ];

    public int DocumentBytes => documentBytes;

    public double MachineLoad => machineLoad;

    public int PerSecond => perSecond;

    public int Prompts => _prompts.Count;

    /// <summary>From the first prompt to the last, as they arrived.</summary>
    public double Seconds => Span(_prompts);

    public double Rate => (Prompts - 1) / Seconds;

    public double ShareOfAllowed => Rate / (tenants * perSecond);

    public double FirstAfterSeconds => Stopwatch.GetElapsedTime(measured.DueAt, _prompts[0].At).TotalSeconds;

    public double ShareFromDue =>
        Prompts / Stopwatch.GetElapsedTime(measured.DueAt, _prompts[^1].At).TotalSeconds / (tenants * perSecond);

    public double SlowestTenant =>
        _prompts.GroupBy(call => call.Tenant, StringComparer.Ordinal).Min(own => (own.Count() - 1) / Span([.. own]))
        / perSecond;

    /// <summary>
    /// Everything that was sent from the first prompt to the last: an answer takes the place of a prompt.
    /// </summary>
    public double ShareWithAnswers =>
        measured.Calls.Count(call =>
            call.Answer == Answer.Taken && call.At >= _prompts[0].At && call.At <= _prompts[^1].At
        )
        / Seconds
        / (tenants * perSecond);

    public int RefusedForTenant => measured.Calls.Count(call => call.Limit == "tenant");

    public int RefusedForConversation => measured.Calls.Count(call => call.Limit == "conversation");

    /// <summary>Students who got the prompt more than once.</summary>
    public int Twice =>
        _prompts.GroupBy(call => call.Conversation, StringComparer.Ordinal).Count(own => own.Count() > 1);

    public int Unnoted => measured.Unnoted;

    public double IdleMegabytes => Megabytes(measured.Idle.Memory);

    public double PeakMegabytes => Megabytes(measured.Last.PeakMemory);

    /// <summary>
    /// All that the bot did from the due minute to the last prompt, by prompt; the answers to those who talk are in it.
    /// </summary>
    public double ProcessorMilliseconds =>
        (measured.Busy.Processor - measured.Idle.Processor).TotalMilliseconds / Prompts;

    public Latencies IdleReply => Latencies.Of(IdleTalks.Select(talk => talk.Replied));

    public Latencies IdleAcknowledged => Latencies.Of(IdleTalks.Select(talk => talk.Acknowledged));

    public Latencies BusyReply => Latencies.Of(BusyTalks.Select(talk => talk.Replied));

    public Latencies BusyAcknowledged => Latencies.Of(BusyTalks.Select(talk => talk.Acknowledged));

    public double ReplyRatio => Ratio(BusyReply, IdleReply);

    public double AcknowledgedRatio => Ratio(BusyAcknowledged, IdleAcknowledged);

    public bool Passed =>
        Prompts == students
        && Twice == 0
        && Unnoted == 0
        && RefusedForTenant + RefusedForConversation == 0
        && ShareWithAnswers >= Share
        && PeakMegabytes < MostMegabytes
        && ReplyRatio <= MostRatio;

    private IEnumerable<Talk> IdleTalks =>
        measured.Talks.Where(talk => talk.At >= measured.IdleSince && talk.At < measured.DueAt);

    private IEnumerable<Talk> BusyTalks =>
        measured.Talks.Where(talk => talk.At >= _prompts[0].At && talk.At <= measured.EndedAt);

    public object Figures() =>
        new
        {
            prompts = Prompts,
            tenants,
            perSecond,
            documentBytes,
            seconds = Math.Round(Seconds, 2),
            rate = Math.Round(Rate, 1),
            shareOfAllowed = Math.Round(ShareOfAllowed, 4),
            shareFromDue = Math.Round(ShareFromDue, 4),
            slowestTenant = Math.Round(SlowestTenant, 4),
            shareWithAnswers = Math.Round(ShareWithAnswers, 4),
            refusedForTenant = RefusedForTenant,
            refusedForConversation = RefusedForConversation,
            twice = Twice,
            unnoted = Unnoted,
            idleMegabytes = Math.Round(IdleMegabytes, 1),
            peakMegabytes = Math.Round(PeakMegabytes, 1),
            processorMilliseconds = Math.Round(ProcessorMilliseconds, 3),
            idleReply = IdleReply,
            busyReply = BusyReply,
            replyRatio = Math.Round(ReplyRatio, 2),
            idleAcknowledged = IdleAcknowledged,
            busyAcknowledged = BusyAcknowledged,
            acknowledgedRatio = Math.Round(AcknowledgedRatio, 2),
            machineLoad,
            passed = Passed,
        };

    private static double Ratio(Latencies busy, Latencies idle) => idle.P99 > 0 ? busy.P99 / idle.P99 : 0;

    private static double Span(List<Call> calls) => Stopwatch.GetElapsedTime(calls[0].At, calls[^1].At).TotalSeconds;

    private static double Megabytes(long bytes) => bytes / (1024.0 * 1024);
}

/// <summary>In milliseconds.</summary>
internal sealed record Latencies(int Count, double P50, double P99)
{
    public static Latencies Of(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        return new(sorted.Count, At(0.5), At(0.99));

        double At(double share) =>
            sorted.Count == 0 ? 0 : Math.Round(sorted[(int)(share * (sorted.Count - 1))].TotalMilliseconds, 2);
    }
}
