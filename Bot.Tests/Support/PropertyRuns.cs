using System.Globalization;
using FsCheck;
using Microsoft.FSharp.Core;
using Xunit.Abstractions;

namespace Milestones.Tests.Support;

/// <summary>
/// A property that is checked for as long as <c>MILESTONES_LONG</c> says, in minutes; once where it says nothing. Each
/// round has a seed of its own, counted up from <c>MILESTONES_SEED</c>, and the output says which they were.
/// </summary>
internal static class PropertyRuns
{
    private static readonly int Minutes = (int)(Number("MILESTONES_LONG") ?? 0);

    public static void Check(Property property, Config config, ITestOutputHelper output)
    {
        var until = DateTime.UtcNow.AddMinutes(Minutes);
        var first = Number("MILESTONES_SEED") ?? (ulong)Random.Shared.NextInt64(1, 1L << 40);
        var seed = first;
        do
        {
            try
            {
                property.Check(config.WithReplay(FSharpOption<Replay>.Some(new(new(seed), null))));
            }
            catch
            {
                output.WriteLine($"Seed {seed} fails: MILESTONES_SEED={seed} repeats it.");
                throw;
            }

            seed++;
        } while (DateTime.UtcNow < until);

        output.WriteLine($"{seed - first} rounds of {config.MaxTest}, seeds {first} to {seed - 1}.");
    }

    private static ulong? Number(string variable) =>
        ulong.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
