using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Milestones.Storage.Sqlite;

/// <summary>
/// The running bot's side: takes <c>backup</c> and <c>restore</c> from a command on the same machine and does them
/// between its own turns.
/// </summary>
/// <param name="store">Null where the documents are not in a file: then there is nothing to do.</param>
internal sealed partial class ControlService(SqliteDocumentStore? store, ILogger<ControlService> logger)
    : BackgroundService
{
    private const int LongestLine = 8 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private ControlFile? _control;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (store is null)
            return Task.CompletedTask;
        try
        {
            _listener.Start();
            var control = new ControlFile(((IPEndPoint)_listener.LocalEndpoint).Port, ControlFile.NewKey());
            control.Write(store.Path);
            _control = control;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SocketException)
        {
            // The bot works without: the commands then use the file as another process does.
            Log.NotListening(logger, store.Path, fault.Message);
            return Task.CompletedTask;
        }

        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        if (store is not null)
            _control?.Remove(store.Path);
        _listener.Stop();
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _listener.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                using var client = await _listener.AcceptTcpClientAsync(stoppingToken);
                await AnswerAsync(client, stoppingToken);
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The bot stops.
        }
    }

    private async Task AnswerAsync(TcpClient client, CancellationToken stopping)
    {
        try
        {
            await using var stream = client.GetStream();
            await using var writer = new StreamWriter(stream) { AutoFlush = true, NewLine = "\n" };
            await writer.WriteLineAsync(_control!.Greeting.AsMemory(), stopping);
            var asked = (await LineAsync(stream, stopping)).Split(' ', 3);
            if (asked is not [var key, var command, var file] || !IsKey(key))
                return;
            var code = await RunAsync(command, file, new Said(writer));
            await writer.WriteLineAsync($"{ControlClient.Ends}{code}".AsMemory(), stopping);
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException)
        {
            // Whoever asked is gone, or never said what they want.
        }
    }

    private async Task<int> RunAsync(string command, string file, TextWriter output)
    {
        try
        {
            var code = await Task.Run(() => store!.Maintenance().RunAsync(command, file, output));
            Log.Done(logger, command, code);
            return code;
        }
        catch (Exception fault) when (fault is StoreUnavailableException or IOException or UnauthorizedAccessException)
        {
            Log.Failed(logger, command, fault.Message);
            await output.WriteLineAsync(fault.Message);
            return 1;
        }
    }

    /// <summary>One line, no longer and no later than an honest command's.</summary>
    private static async Task<string> LineAsync(NetworkStream stream, CancellationToken stopping)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        patience.CancelAfter(Patience);
        var line = new byte[LongestLine];
        for (var length = 0; length < line.Length; )
        {
            var read = await stream.ReadAsync(line.AsMemory(length), patience.Token);
            if (read == 0)
                break;
            length += read;
            if (line[length - 1] == '\n')
                return Encoding.UTF8.GetString(line, 0, length - 1);
        }

        return string.Empty;
    }

    private bool IsKey(string key) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(_control!.Key));

    /// <summary>Marks each line as one to be shown.</summary>
    private sealed class Said(StreamWriter to) : StringWriter
    {
        public override Task WriteLineAsync(string? value) => to.WriteLineAsync(ControlClient.Says + value);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "No command can reach the bot that runs on {Path}: {Reason}")]
        public static partial void NotListening(ILogger logger, string path, string reason);

        [LoggerMessage(2, LogLevel.Information, "An administrator's {Command} ended with {Code}.")]
        public static partial void Done(ILogger logger, string command, int code);

        [LoggerMessage(3, LogLevel.Error, "An administrator's {Command} failed: {Reason}")]
        public static partial void Failed(ILogger logger, string command, string reason);
    }
}
