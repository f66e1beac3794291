using System.Diagnostics;
using Milestones.Conversations;
using Milestones.Telemetry;

namespace Milestones.Turns;

/// <summary>A turn as whoever runs the bot sees it: what kind of input, how it ended, how long it took.</summary>
internal sealed class ObservedTurn : IDisposable
{
    private readonly string _input;
    private readonly Activity? _span;
    private readonly long _started = Stopwatch.GetTimestamp();
    private string _end = "Unsaved";

    private ObservedTurn(string input) => (_input, _span) = (input, Spans.Begin($"turn {input}"));

    /// <summary>Null while nobody listens.</summary>
    public static ObservedTurn? Begin(Turn turn) =>
        Spans.AreHeard || Measures.Turn.Enabled ? new(turn.Input.GetType().Name) : null;

    public void Ended(AlarmEnd end) => _end = end.ToString();

    public void Failed(Exception fault) => _span.Failed(fault);

    public void Dispose()
    {
        Measures.Turn.Record(Measures.Since(_started), Measures.Tag("input", _input), Measures.Tag("end", _end));
        _span?.SetTag("milestones.end", _end).Dispose();
    }
}
