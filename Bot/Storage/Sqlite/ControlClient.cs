using System.Globalization;
using System.Net.Sockets;

namespace Milestones.Storage.Sqlite;

/// <summary>The command's side: hands what is to be done to the bot that runs.</summary>
internal static class ControlClient
{
    /// <summary>How a line begins that is to be shown, and the last one, which holds the exit code.</summary>
    public const string Says = "> ";

    public const string Ends = "= ";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Whether a bot of this machine runs on this database.</summary>
    public static async Task<bool> IsRunningAsync(string database, CancellationToken cancellationToken)
    {
        if (ControlFile.Read(database) is not { } control)
            return false;
        using var socket = new TcpClient();
        if (!await ReachesAsync(socket, control, cancellationToken))
            return false;
        using var reader = new StreamReader(socket.GetStream());
        return await IsTheBotAsync(reader, control, cancellationToken);
    }

    /// <summary>The exit code of what the running bot did; null when no bot runs on this database.</summary>
    /// <exception cref="StoreUnavailableException">It stopped before it was done.</exception>
    public static async Task<int?> AskAsync(
        string database,
        string command,
        string file,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        if (ControlFile.Read(database) is not { } control)
            return null;
        using var socket = new TcpClient();
        if (!await ReachesAsync(socket, control, cancellationToken))
            return null;
        using var reader = new StreamReader(socket.GetStream());
        await using var writer = new StreamWriter(socket.GetStream()) { AutoFlush = true, NewLine = "\n" };
        if (!await IsTheBotAsync(reader, control, cancellationToken))
            return null;
        await writer.WriteLineAsync($"{control.Key} {command} {file}".AsMemory(), cancellationToken);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith(Ends, StringComparison.Ordinal))
                return int.Parse(line.AsSpan(Ends.Length), CultureInfo.InvariantCulture);
            await output.WriteLineAsync(line.AsMemory(Says.Length), cancellationToken);
        }

        throw new StoreUnavailableException("The running bot stopped before it was done. Look at its log.");
    }

    private static async Task<bool> ReachesAsync(
        TcpClient socket,
        ControlFile control,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await socket.ConnectAsync(control.Address, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            // It was killed, and its file is still there.
            return false;
        }
    }

    /// <summary>After a crash another program may have been given the port.</summary>
    private static async Task<bool> IsTheBotAsync(
        StreamReader reader,
        ControlFile control,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var said = await reader.ReadLineAsync(cancellationToken).AsTask().WaitAsync(Patience, cancellationToken);
            return said == control.Greeting;
        }
        catch (Exception fault) when (fault is TimeoutException or IOException)
        {
            return false;
        }
    }
}
