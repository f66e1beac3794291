using System.Diagnostics;

namespace Milestones.Telemetry;

/// <summary>
/// What happens in a turn, as spans: the activity that came in (ASP.NET Core's own), the turn, each call to the store,
/// each message sent. They say what and how long, never who or which words.
/// </summary>
internal static class Spans
{
    public const string SourceName = "Milestones";

    private static readonly ActivitySource Own = new(SourceName);

    /// <summary>A span that ends with its disposal; null while nobody listens.</summary>
    public static Activity? Begin(string name, ActivityKind kind = ActivityKind.Internal) =>
        Own.StartActivity(name, kind);

    public static bool AreHeard => Own.HasListeners();

    /// <summary>It went wrong. The type says how; a message might hold more than is anybody's business.</summary>
    public static void Failed(this Activity? span, Exception fault) =>
        span?.SetStatus(ActivityStatusCode.Error, fault.GetType().Name);
}
