using System.Diagnostics;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Milestones.Bench.Turns;

/// <summary>What a process says about itself since its start.</summary>
/// <param name="Allocated">Bytes of all objects ever made.</param>
/// <param name="WorkingSet">Bytes of memory it occupies now, code and libraries included.</param>
/// <param name="PeakWorkingSet">The most it ever was (VmHWM).</param>
/// <param name="ProcessorTime">Of all processors together.</param>
internal sealed record Counters(
    long Allocated,
    long WorkingSet,
    long PeakWorkingSet,
    TimeSpan ProcessorTime,
    int Collections
)
{
    public const string Route = "/counters";

    public static Counters Now()
    {
        using var me = Process.GetCurrentProcess();
        return new(
            GC.GetTotalAllocatedBytes(precise: true),
            me.WorkingSet64,
            me.PeakWorkingSet64,
            me.TotalProcessorTime,
            GC.CollectionCount(0)
        );
    }

    public static void Map(WebApplication app) => app.MapGet(Route, () => Results.Json(Now()));

    public static async Task<Counters> OfAsync(HttpClient http, Uri server) =>
        (await http.GetFromJsonAsync<Counters>(new Uri(server, Route)))!;
}
