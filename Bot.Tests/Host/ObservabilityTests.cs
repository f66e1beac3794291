using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.RegularExpressions;
using Milestones.Telemetry;

namespace Milestones.Tests.Host;

/// <summary>What the dashboard draws and the alerts watch is measured, under that name.</summary>
public sealed partial class ObservabilityTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "infra", "observability");

    public static TheoryData<string> Files => ["dashboard.json", "alerts.yml"];

    /// <summary>As Prometheus calls them: dots and units become words.</summary>
    private static HashSet<string> Measured { get; } =
        typeof(Measures)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null))
            .OfType<Instrument>()
            .SelectMany(Names)
            .ToHashSet(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_measurement_that_is_shown_is_made(string file)
    {
        var shown = Name()
            .Matches(File.ReadAllText(Path.Combine(Folder, file)))
            .Select(match => match.Value)
            .ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(shown);
        Assert.Empty(shown.Except(Measured));
    }

    [Fact]
    public void Everything_that_is_measured_is_on_the_dashboard()
    {
        var dashboard = File.ReadAllText(Path.Combine(Folder, "dashboard.json"));

        Assert.Empty(
            typeof(Measures)
                .GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(field => field.GetValue(null))
                .OfType<Instrument>()
                .Where(instrument => !Names(instrument).Any(name => dashboard.Contains(name, StringComparison.Ordinal)))
                .Select(instrument => instrument.Name)
        );
    }

    [Fact]
    public void There_are_four_alerts_and_each_says_what_to_do()
    {
        var operate = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operate.md"));
        var alerts = File.ReadAllLines(Path.Combine(Folder, "alerts.yml"));

        Assert.Equal(4, alerts.Count(line => line.Contains("- alert:", StringComparison.Ordinal)));
        var todo = alerts.Where(line => line.Contains("todo:", StringComparison.Ordinal)).ToList();
        Assert.Equal(4, todo.Count);
        Assert.All(todo, line => Assert.Contains($"**{line.Split('"')[1]}", operate, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Names(Instrument instrument)
    {
        var unit = instrument.Unit == "s" ? "_seconds" : "";
        var name = instrument.Name.Replace('.', '_') + unit;
        return instrument is Counter<long> ? [$"{name}_total"] : [$"{name}_bucket", $"{name}_sum", $"{name}_count"];
    }

    [GeneratedRegex("milestones_[a-z_]+", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
