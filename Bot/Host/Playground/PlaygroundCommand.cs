using System.Diagnostics;

namespace Milestones.Host.Playground;

/// <summary>
/// How Microsoft 365 Agents Playground is started. Pinned, because its options and its page change between versions.
/// </summary>
internal static class PlaygroundCommand
{
    public const string Package = "@microsoft/m365agentsplayground@0.2.28";

    /// <summary>The file with the window's people and its team.</summary>
    public static string School => Path.Combine(Beside, "playground.yml");

    private static string Beside => Path.Combine(AppContext.BaseDirectory, "Playground");

    /// <summary>
    /// The line a person types. Started so, without <c>tied.cjs</c>, it listens on every network interface.
    /// </summary>
    public static string Line(Uri messages) => $"npx {string.Join(' ', Arguments(messages))}";

    /// <summary>The same command, tied to this process and with the school of playground.yml.</summary>
    /// <param name="messages">Where the bot takes activities.</param>
    /// <param name="folder">For its log file and whatever else it writes.</param>
    public static ProcessStartInfo Start(Uri messages, string folder)
    {
        var beside = Beside;
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npx.cmd" : "npx", Arguments(messages))
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true, // tied.cjs ends it when this pipe closes
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TEAMSAPPTESTER_BROWSER"] = "none";
        start.Environment["M365_AGENTS_PLAYGROUND_LOGFILE"] = LogFile(folder);
        start.Environment["M365_AGENTS_PLAYGROUND_CONFIG_PATH"] = School;
        start.Environment["NODE_OPTIONS"] =
            $"""
            {Environment.GetEnvironmentVariable("NODE_OPTIONS")} --require "{Path.Combine(beside, "tied.cjs").Replace(
                '\\',
                '/'
            )}"
            """.Trim();
        return start;
    }

    public static string LogFile(string folder) => Path.Combine(folder, "playground.log");

    private static string[] Arguments(Uri messages) =>
        [
            "--yes",
            "-p",
            Package,
            "agentsplayground",
            "start",
            "-e",
            messages.ToString(),
            "-c",
            "msteams",
            "--disable-telemetry",
        ];
}
