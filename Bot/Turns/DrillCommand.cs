using System.Globalization;
using Milestones.Features.Safety;
using Milestones.Storage;

namespace Milestones.Turns;

/// <summary>
/// <c>restore-drill [FILE]</c>: whether a backup could be restored, and how long that would take. Without a file one is
/// made, by the bot that runs where one does.
/// </summary>
internal static class DrillCommand
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int WrongUsage = 2;

    /// <returns>The exit code; null where the arguments name another command.</returns>
    public static async Task<int?> RunAsync(
        string[] args,
        IConfiguration configuration,
        TimeProvider clock,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        if (args is not ["restore-drill", .. var rest])
            return null;
        var options = configuration.GetSection(StoreOptions.Section).Get<StoreOptions>() ?? new();
        if (options.Provider != StoreProvider.Sqlite)
        {
            await output.WriteLineAsync("restore-drill is for the SQLite store; for Azure see docs/operate.md.");
            return WrongUsage;
        }

        if (rest is [var file, ..])
        {
            if (File.Exists(file))
                return await DrillAsync(Path.GetFullPath(file), configuration, clock, output, cancellationToken);
            await output.WriteLineAsync($"{file} does not exist. Give a backup, or none and one is made.");
            return WrongUsage;
        }

        var backup = Path.GetFullPath(options.Sqlite.Path) + ".drill-backup";
        File.Delete(backup);
        try
        {
            var since = clock.GetTimestamp();
            if (await StoreCommands.RunAsync(["backup", backup], configuration, output, cancellationToken) is not Done)
                return Failed;
            await output.WriteLineAsync($"Backed up in {Seconds(clock.GetElapsedTime(since))}.");
            return await DrillAsync(backup, configuration, clock, output, cancellationToken);
        }
        finally
        {
            File.Delete(backup);
        }
    }

    private static async Task<int> DrillAsync(
        string backup,
        IConfiguration configuration,
        TimeProvider clock,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var kinds = HeadKinds.Of(HelpLines.Load(DataCommands.HelpLinesFile(configuration)), new AlertOptions());
            var result = await new RestoreDrill(kinds, clock).RunAsync(backup, $"{backup}.drill", cancellationToken);
            await SayAsync(result, output);
            return result.Passed ? Done : Failed;
        }
        catch (Exception fault) when (fault is StoreUnavailableException or IOException or UnauthorizedAccessException)
        {
            await output.WriteLineAsync(fault.Message);
            return Failed;
        }
    }

    private static async Task SayAsync(DrillResult result, TextWriter output)
    {
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{result.Documents} documents, {result.Bytes / 1e6:0.0} MB: restored in {Seconds(result.Restoring)}, "
                    + $"checked in {Seconds(result.Checking)}. The newest entry in it is of {Day(result.Newest)}."
            )
        );
        await output.WriteLineAsync(
            result.Passed
                ? $"Passed: each document is as in the backup, and this version reads all {result.People} people and "
                    + $"{result.Classes} classes. What was restored is deleted again."
                : $"Failed: {result.Different} documents are not as in the backup, {result.Unreadable} people or "
                    + "classes cannot be read by this version."
        );
    }

    private static string Seconds(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "no day";
}
