namespace Milestones.Storage.Sqlite;

/// <summary>One caller's write, waiting for its group.</summary>
internal abstract class SqliteWork(CancellationToken cancellationToken)
{
    protected CancellationToken Token => cancellationToken;

    /// <summary>It runs outside of any transaction, after what was asked for before.</summary>
    public virtual bool StandsAlone => false;

    /// <summary>True when its caller gave up before it was begun.</summary>
    public bool Abandoned => cancellationToken.IsCancellationRequested;

    public abstract void Run(SqliteWriteStatements statements);

    /// <summary>Tells the caller what <see cref="Run"/> found; only after the commit.</summary>
    public abstract void Answer();

    public abstract void Fail(Exception fault);

    public abstract void Cancel();
}

internal class SqliteWork<T>(Func<SqliteWriteStatements, T> write, CancellationToken cancellationToken)
    : SqliteWork(cancellationToken)
{
    // The writer's thread must not run what its callers do next.
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Task => _answer.Task;

    public override void Run(SqliteWriteStatements statements) => _result = write(statements);

    public override void Answer() => _answer.SetResult(_result!);

    public override void Fail(Exception fault) => _answer.SetException(fault);

    public override void Cancel() => _answer.SetCanceled(Token);
}

/// <summary>Waits until nothing that was deleted can be read from the file.</summary>
internal sealed class SqliteForgetting(CancellationToken cancellationToken)
    : SqliteWork<bool>(static _ => true, cancellationToken)
{
    public override bool StandsAlone => true;
}

/// <summary>Another state of the whole file, as one commit.</summary>
internal sealed class SqliteRestoring(string backup, CancellationToken cancellationToken)
    : SqliteWork<long>(write => SqliteBackup.Restore(backup, write.Connection), cancellationToken)
{
    public override bool StandsAlone => true;
}
