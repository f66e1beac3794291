using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Milestones.Conversations;
using SQLitePCL;

namespace Milestones.Storage.Sqlite;

/// <summary>
/// One thread that owns the writing connection and commits what waits in groups: many callers share one flush.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private const int GroupSize = 256;
    private const int PurgeSize = 100;
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongQuiet = TimeSpan.FromMinutes(1);

    private readonly SqliteFile _file;
    private readonly StoreHealth _health;
    private readonly TimeProvider _clock;
    private readonly Queue<SqliteWork> _waiting = new();
    private readonly Thread _thread;
    private readonly SqliteCommits _commits;
    private SqliteWriteStatements? _open;
    private bool _counted;
    private TimeSpan _untilPurge = Quiet;
    private bool _stopping;

    public SqliteWriter(SqliteFile file, StoreHealth health, TimeProvider clock)
    {
        (_file, _health, _clock) = (file, health, clock);
        _commits = new(file.Path);
        _thread = new Thread(Work) { IsBackground = true, Name = "SQLite writer" };
        _thread.Start();
    }

    /// <summary>Ends when what <paramref name="write"/> did is durable.</summary>
    /// <exception cref="StoreUnavailableException">Nothing of it was saved.</exception>
    public Task<T> RunAsync<T>(Func<SqliteWriteStatements, T> write, CancellationToken cancellationToken)
    {
        var work = new SqliteWork<T>(write, cancellationToken);
        Enqueue(work);
        return work.Task;
    }

    /// <summary>Ends when nothing that was deleted or replaced before is in the file or beside it.</summary>
    /// <exception cref="StoreUnavailableException">Another process reads; something may be there still.</exception>
    public Task ForgetAsync(CancellationToken cancellationToken)
    {
        var work = new SqliteForgetting(cancellationToken);
        Enqueue(work);
        return work.Task;
    }

    /// <summary>Puts a checked backup in place of what is there; how many documents it holds.</summary>
    /// <exception cref="StoreUnavailableException">It was not; everything is as it was.</exception>
    public Task<long> RestoreAsync(string backup, CancellationToken cancellationToken)
    {
        var work = new SqliteRestoring(backup, cancellationToken);
        Enqueue(work);
        return work.Task;
    }

    private void Enqueue(SqliteWork work)
    {
        lock (_waiting)
        {
            ObjectDisposedException.ThrowIf(_stopping, this);
            _waiting.Enqueue(work);
            Monitor.Pulse(_waiting);
        }
    }

    /// <summary>Commits what still waits, then closes the file.</summary>
    public void Dispose()
    {
        lock (_waiting)
        {
            _stopping = true;
            Monitor.Pulse(_waiting);
        }

        _thread.Join();
        _open?.Dispose();
        _commits.Dispose();
    }

    private void Work()
    {
        var group = new List<SqliteWork>(GroupSize);
        while (Take(group))
        {
            if (group.Count == 0)
                group.Add(new SqliteWork<int>(Purge, CancellationToken.None));
            var together = group.FindAll(work => !work.StandsAlone);
            if (together.Count > 0)
                Commit(together, CommitAll);
            foreach (var restoring in group.OfType<SqliteRestoring>())
                Commit([restoring], Restore);
            // Last, and one of them does for all.
            if (group.FindAll(work => work is SqliteForgetting) is { Count: > 0 } forgetting)
                Commit(forgetting, Forget);
            group.Clear();
        }
    }

    /// <summary>Fills the group with what waits, or leaves it empty after a quiet while; false at the end.</summary>
    private bool Take(List<SqliteWork> group)
    {
        lock (_waiting)
        {
            while (_waiting.Count == 0 && !_stopping)
            {
                if (!Monitor.Wait(_waiting, _untilPurge))
                    return true;
            }

            while (group.Count < GroupSize && _waiting.TryDequeue(out var work))
            {
                if (work.Abandoned)
                    work.Cancel();
                else
                    group.Add(work);
            }

            return group.Count > 0 || !_stopping;
        }
    }

    private void Commit(List<SqliteWork> group, Action<SqliteWriteStatements, List<SqliteWork>> commit)
    {
        try
        {
            _open ??= Open();
            commit(_open, group);
        }
        catch (Exception fault)
        {
            // Closing rolls back; the next group starts with the file as it then is.
            _open?.Dispose();
            _open = null;
            var answer = fault is SqliteException known ? SqliteFault.Explain(known, _file.Path) : fault;
            if (answer is StoreUnavailableException unavailable)
                _health.Failed(unavailable);
            group.ForEach(work => work.Fail(answer));
            return;
        }

        _health.Worked();
        group.ForEach(static work => work.Answer());
    }

    private SqliteWriteStatements Open()
    {
        var connection = _file.Open();
        if (!_counted)
        {
            _counted = true;
            var missing = _commits.Missing(connection);
            if (missing > 0)
            {
                _health.Lost(missing, _file.Path);
                _commits.Accept(connection);
            }
        }

        return new(connection);
    }

    private void CommitAll(SqliteWriteStatements statements, List<SqliteWork> group)
    {
        Begin(statements.Connection);
        foreach (var work in group)
            work.Run(statements);
        var count = SqliteCommits.Next(statements.Connection);
        Check(raw.sqlite3_exec(statements.Connection.Handle, "COMMIT"));
        try
        {
            _commits.Note(count);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // What is saved is saved: the count beside it only helps to notice a loss.
            _commits.Dispose();
        }
    }

    /// <summary>
    /// Deleting overwrites a document in its page; building the file anew also leaves behind what pages keep of rows
    /// that moved. The log is then emptied: it holds the pages as they were.
    /// </summary>
    private void Forget(SqliteWriteStatements statements, List<SqliteWork> group)
    {
        var connection = statements.Connection;
        _ = raw.sqlite3_busy_timeout(connection.Handle, (int)_file.Patience.TotalMilliseconds);
        connection.Execute("VACUUM");
        var since = Stopwatch.GetTimestamp();
        while (connection.Scalar("PRAGMA wal_checkpoint(TRUNCATE)") is not 0L)
        {
            if (Stopwatch.GetElapsedTime(since) >= _file.Patience)
            {
                throw new StoreUnavailableException(
                    $"Another program reads {_file.Path}: what was deleted cannot be wiped from its log yet. It is "
                        + "tried again."
                );
            }

            Thread.Sleep(Random.Shared.Next(1, 4));
        }

        group.ForEach(work => work.Run(statements));
    }

    private void Restore(SqliteWriteStatements statements, List<SqliteWork> group)
    {
        var connection = statements.Connection;
        _ = raw.sqlite3_busy_timeout(connection.Handle, (int)_file.Patience.TotalMilliseconds);
        group.ForEach(work => work.Run(statements));
        _commits.Accept(connection);
    }

    /// <summary>Takes the write lock, which another process may hold for a moment.</summary>
    /// <remarks>
    /// SQLite's own wait backs off to 100 ms between tries, and a busy process would then keep a waiting one out for
    /// seconds.
    /// Short, uneven pauses give every process its turn.
    /// </remarks>
    private void Begin(SqliteConnection connection)
    {
        var handle = connection.Handle;
        _ = raw.sqlite3_busy_timeout(handle, 0);
        var since = Stopwatch.GetTimestamp();
        int result;
        while (
            (result = raw.sqlite3_exec(handle, "BEGIN IMMEDIATE")) == raw.SQLITE_BUSY
            && Stopwatch.GetElapsedTime(since) < _file.Patience
        )
        {
            Thread.Sleep(Random.Shared.Next(1, 4));
        }

        Check(result);
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(result, _open?.Connection.Handle);
    }

    private int Purge(SqliteWriteStatements statements)
    {
        var gone = statements.Purge(PurgeSize, UnixMilliseconds.Now(_clock.GetUtcNow()));
        _untilPurge = gone == PurgeSize ? Quiet : LongQuiet;
        return gone;
    }
}
