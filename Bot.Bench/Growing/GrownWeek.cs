using System.Globalization;

namespace Milestones.Bench.Growing;

/// <summary>One week of a document's growth.</summary>
/// <param name="Longest">Bytes of the longest version that was written, with what was on its way.</param>
/// <param name="Stays">Bytes at the week's end.</param>
/// <param name="Units">Request units of a turn that was saved, on average.</param>
internal sealed record GrownWeek(int Number, int Longest, int Stays, double Units);

/// <summary>How a document grew in a year, and whether what people see of the year is all of it.</summary>
/// <param name="Missing">What was done and is not shown, in words; empty where all is.</param>
internal sealed record GrownYear(IReadOnlyList<GrownWeek> Weeks, IReadOnlyList<string> Missing)
{
    /// <summary>No document is longer (docs/architecture.md, "Documents").</summary>
    public const int Most = 64 * 1024;

    private const int Month = 4;

    public int Longest => Weeks.Max(week => week.Longest);

    /// <summary>A turn in the third month, when all that is kept of recent weeks is there, and in the last.</summary>
    public (double Third, double Last) Units => (Mean(Weeks.Skip(2 * Month).Take(Month)), Mean(Weeks.TakeLast(Month)));

    public bool Fits => Longest < Most && Missing.Count == 0;

    /// <summary>Nothing where as much is shown as was done.</summary>
    public static IEnumerable<string> Counted(string what, int done, int shown) =>
        done == shown ? [] : [string.Create(CultureInfo.InvariantCulture, $"{what}: {shown} of {done}")];

    private double Mean(IEnumerable<GrownWeek> weeks) =>
        weeks.Select(week => week.Units).DefaultIfEmpty(Weeks[^1].Units).Average();
}
