using System.Globalization;
using Milestones.Storage.Sqlite;

namespace Milestones.Storage;

/// <summary>
/// A backup every night, for a machine that has nothing of its own to start one: <c>backup-nightly FOLDER</c>. Runs
/// until it is stopped.
/// </summary>
internal sealed class NightlyBackup(SqliteFile store, string folder, TimeProvider time, TextWriter output)
{
    /// <summary>In the zone of the machine, when nobody writes.</summary>
    public static readonly TimeOnly At = new(2, 30);

    /// <summary>The newest are kept: a month, and so long what was deleted is in one (docs/stores.md).</summary>
    public const int Kept = 30;

    private const string Name = "milestones-";

    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await WaitAsync(cancellationToken);
            await BackUpAsync();
        }
    }

    /// <summary>One backup, unless there is one of today. A night that fails is told, and the next one comes.</summary>
    public async Task BackUpAsync()
    {
        var day = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        var file = Path.Combine(folder, $"{Name}{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.db");
        if (File.Exists(file))
            return;
        try
        {
            var documents = SqliteBackup.Backup(store, file);
            await output.WriteLineAsync($"{file} holds {documents} documents, complete and checked.");
            foreach (var old in Backups().SkipLast(Kept))
                File.Delete(old);
        }
        catch (Exception fault) when (fault is StoreUnavailableException or IOException or UnauthorizedAccessException)
        {
            await output.WriteLineAsync($"No backup of {day:yyyy-MM-dd}: {fault.Message}");
        }
    }

    private IEnumerable<string> Backups() =>
        Directory.EnumerateFiles(folder, $"{Name}????-??-??.db").Order(StringComparer.Ordinal);

    /// <summary>By the clock on the wall, which may be set anew meanwhile.</summary>
    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        var now = time.GetLocalNow().DateTime;
        var next = now.Date + At.ToTimeSpan();
        next = next > now ? next : next.AddDays(1);
        for (var left = next - now; left > TimeSpan.Zero; left = next - time.GetLocalNow().DateTime)
            await Task.Delay(left < Longest ? left : Longest, time, cancellationToken);
    }
}
