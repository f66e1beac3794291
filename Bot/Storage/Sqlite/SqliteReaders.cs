using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Milestones.Storage.Sqlite;

/// <summary>
/// A few connections for reading, lent to one caller at a time. In WAL mode they neither wait for the writer nor hold
/// it up.
/// </summary>
internal sealed class SqliteReaders(SqliteFile file, StoreHealth health) : IDisposable
{
    private static readonly int Size = Math.Clamp(Environment.ProcessorCount, 2, 16);

    private readonly SemaphoreSlim _free = new(Size);
    private readonly ConcurrentStack<SqliteReadStatements> _idle = new();

    public async Task<T> ReadAsync<T>(Func<SqliteReadStatements, T> read, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        try
        {
            var result = Read(read);
            health.Worked();
            return result;
        }
        catch (StoreUnavailableException fault)
        {
            health.Failed(fault);
            throw;
        }
        catch (SqliteException fault)
        {
            var explained = SqliteFault.Explain(fault, file.Path);
            health.Failed(explained);
            throw explained;
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose()
    {
        while (_idle.TryPop(out var statements))
            statements.Dispose();
        _free.Dispose();
    }

    private T Read<T>(Func<SqliteReadStatements, T> read)
    {
        if (!_idle.TryPop(out var statements))
            statements = new(file.OpenToRead());
        try
        {
            var result = read(statements);
            _idle.Push(statements);
            return result;
        }
        catch
        {
            // Whatever went wrong, the next caller opens the file afresh.
            statements.Dispose();
            throw;
        }
    }
}
