using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Milestones.Storage.Sqlite;

/// <summary>One thread that owns the writing connection and commits what waits in groups: many callers share one flush.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private const int GroupSize = 256;
    private const int PurgeSize = 100;
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongQuiet = TimeSpan.FromMinutes(1);

    private readonly SqliteFile file;
    private readonly StoreHealth health;
    private readonly TimeProvider clock;
    private readonly Queue<SqliteWork> waiting = new();
    private readonly Thread thread;
    private SqliteWriteStatements? open;
    private TimeSpan untilPurge = Quiet;
    private bool stopping;

    public SqliteWriter(SqliteFile file, StoreHealth health, TimeProvider clock)
    {
        (this.file, this.health, this.clock) = (file, health, clock);
        thread = new Thread(Work) { IsBackground = true, Name = "SQLite writer" };
        thread.Start();
    }

    /// <summary>Ends when what <paramref name="write"/> did is durable.</summary>
    /// <exception cref="StoreUnavailableException">Nothing of it was saved.</exception>
    public Task<T> RunAsync<T>(Func<SqliteWriteStatements, T> write, CancellationToken cancellationToken)
    {
        var work = new SqliteWork<T>(write, cancellationToken);
        lock (waiting)
        {
            ObjectDisposedException.ThrowIf(stopping, this);
            waiting.Enqueue(work);
            Monitor.Pulse(waiting);
        }

        return work.Task;
    }

    /// <summary>Commits what still waits, then closes the file.</summary>
    public void Dispose()
    {
        lock (waiting)
        {
            stopping = true;
            Monitor.Pulse(waiting);
        }

        thread.Join();
        open?.Dispose();
    }

    private void Work()
    {
        var group = new List<SqliteWork>(GroupSize);
        while (Take(group))
        {
            if (group.Count == 0)
                group.Add(new SqliteWork<int>(Purge, CancellationToken.None));
            Commit(group);
            group.Clear();
        }
    }

    /// <summary>Fills the group with what waits, or leaves it empty after a quiet while; false at the end.</summary>
    private bool Take(List<SqliteWork> group)
    {
        lock (waiting)
        {
            while (waiting.Count == 0 && !stopping)
            {
                if (!Monitor.Wait(waiting, untilPurge))
                    return true;
            }

            while (group.Count < GroupSize && waiting.TryDequeue(out var work))
            {
                if (work.Abandoned)
                    work.Cancel();
                else
                    group.Add(work);
            }

            return group.Count > 0 || !stopping;
        }
    }

    private void Commit(List<SqliteWork> group)
    {
        try
        {
            open ??= new(file.Open());
            Begin(open.Connection);
            foreach (var work in group)
                work.Run(open);
            Check(raw.sqlite3_exec(open.Connection.Handle, "COMMIT"));
        }
        catch (Exception fault)
        {
            // Closing rolls back; the next group starts with the file as it then is.
            open?.Dispose();
            open = null;
            var answer = fault is SqliteException known ? SqliteFault.Explain(known, file.Path) : fault;
            if (answer is StoreUnavailableException unavailable)
                health.Failed(unavailable);
            group.ForEach(work => work.Fail(answer));
            return;
        }

        health.Worked();
        group.ForEach(static work => work.Answer());
    }

    /// <summary>Takes the write lock, which another process may hold for a moment.</summary>
    /// <remarks>
    /// SQLite's own wait backs off to 100 ms between tries, and a busy process would then keep a waiting one out for seconds.
    /// Short, uneven pauses give every process its turn.
    /// </remarks>
    private void Begin(SqliteConnection connection)
    {
        var handle = connection.Handle;
        _ = raw.sqlite3_busy_timeout(handle, 0);
        var since = Stopwatch.GetTimestamp();
        int result;
        while ((result = raw.sqlite3_exec(handle, "BEGIN IMMEDIATE")) == raw.SQLITE_BUSY && Stopwatch.GetElapsedTime(since) < file.Patience)
            Thread.Sleep(Random.Shared.Next(1, 4));
        Check(result);
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(result, open?.Connection.Handle);
    }

    private int Purge(SqliteWriteStatements statements)
    {
        var gone = statements.Purge(PurgeSize, UnixMilliseconds.Now(clock.GetUtcNow()));
        untilPurge = gone == PurgeSize ? Quiet : LongQuiet;
        return gone;
    }
}
