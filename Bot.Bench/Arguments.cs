using System.Globalization;

namespace Milestones.Bench;

/// <summary>Options of the command line: a name and its value.</summary>
internal static class Arguments
{
    public static string Text(string[] args, string name) =>
        Array.IndexOf(args, name) is var at && at >= 0 && at + 1 < args.Length
            ? args[at + 1]
            : throw new ArgumentException($"{name} is missing.", nameof(args));

    /// <summary>Seconds in place of minutes, to see that a command works: its figures then say nothing.</summary>
    public static bool IsShort(string[] args) => args.Contains("--short");

    public static int Number(string[] args, string name, int otherwise) =>
        Array.IndexOf(args, name) is var at && at >= 0 && at + 1 < args.Length
            ? int.Parse(args[at + 1], CultureInfo.InvariantCulture)
            : otherwise;
}
