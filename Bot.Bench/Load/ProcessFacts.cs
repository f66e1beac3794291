using System.Globalization;

namespace Milestones.Bench.Load;

/// <summary>What the system says of a process (Linux, <c>proc(5)</c>).</summary>
/// <param name="PeakMemory">The most memory it ever occupied, in bytes.</param>
/// <param name="Processor">Time of all processors together.</param>
internal sealed record ProcessFacts(long Memory, long PeakMemory, TimeSpan Processor)
{
    /// <summary>How many threads ran or waited to, on the whole machine, over the last minute.</summary>
    public static double MachineLoad =>
        double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);

    /// <summary>Of the program that a shell has started.</summary>
    public static ProcessFacts OfChild(int shell)
    {
        var child = File.ReadAllText($"/proc/{shell}/task/{shell}/children")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .First(id => File.ReadAllText($"/proc/{id}/comm").StartsWith("dotnet", StringComparison.Ordinal));
        var status = File.ReadAllLines($"/proc/{child}/status");
        var times = File.ReadAllText($"/proc/{child}/stat").Split(") ")[1].Split(' ');
        return new(Kilobytes("VmRSS:"), Kilobytes("VmHWM:"), Ticks(times[11]) + Ticks(times[12]));

        long Kilobytes(string name) =>
            1024
            * long.Parse(
                status
                    .First(line => line.StartsWith(name, StringComparison.Ordinal))
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
                CultureInfo.InvariantCulture
            );

        static TimeSpan Ticks(string hundredths) =>
            TimeSpan.FromMilliseconds(10 * long.Parse(hundredths, CultureInfo.InvariantCulture));
    }
}
