using System.Net;
using System.Net.Sockets;
using System.Text;
using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>
/// Connections that begin and do not go on are dropped by the server's own clock, some seconds later; meanwhile and
/// after, turns are taken.
/// </summary>
public class SlowSenderJourneys : Journey
{
    private const int HalfOpen = 300;

    private const string Beginning = "POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\n";

    private static string Headers(int length) =>
        $"{Beginning}Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n";

    [Fact]
    public async Task Three_hundred_half_open_connections_are_dropped_and_hold_nobody_up()
    {
        var held = await Task.WhenAll(Enumerable.Range(0, HalfOpen).Select(_ => OpenAsync(Beginning + "X-A: ")));
        try
        {
            Assert.NotEmpty(await Bot.Student().SaysAsync("hi"));

            var answers = await Task.WhenAll(held.Select(EndAsync));

            Assert.All(answers, answer => Assert.StartsWith("HTTP/1.1 408", answer, StringComparison.Ordinal));
            Assert.NotEmpty(await Bot.Student("Ana").SaysAsync("hi"));
        }
        finally
        {
            Array.ForEach(held, client => client.Dispose());
        }
    }

    [Fact]
    public async Task A_body_that_does_not_come_or_comes_drop_by_drop_is_given_up()
    {
        using var silent = await OpenAsync(Headers(100_000) + "{");
        using var slow = await OpenAsync(Headers(100_000) + "{");
        using var stop = new CancellationTokenSource();
        var dripping = DripAsync(slow, stop.Token);

        var answers = await Task.WhenAll(EndAsync(silent), EndAsync(slow));
        await stop.CancelAsync();
        await dripping;

        Assert.All(answers, answer => Assert.StartsWith("HTTP/1.1 408", answer, StringComparison.Ordinal));
        Assert.Empty((await Bot.Store.ScanAsync(null, 10, CancellationToken.None)).Documents);
        Assert.NotEmpty(await Bot.Student().SaysAsync("hi"));
    }

    [Fact]
    public async Task A_body_longer_than_is_read_is_refused_unread()
    {
        using var client = await OpenAsync(Headers(50_000_000));

        Assert.StartsWith("HTTP/1.1 413", await EndAsync(client), StringComparison.Ordinal);
    }

    private async Task<TcpClient> OpenAsync(string sent)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Bot.Address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(sent));
        return client;
    }

    /// <summary>What the server says before it hangs up.</summary>
    private static async Task<string> EndAsync(TcpClient client)
    {
        var said = new StringBuilder();
        var bytes = new byte[4096];
        try
        {
            int read;
            do
            {
                read = await client.GetStream().ReadAsync(bytes).AsTask().WaitAsync(ConnectorStub.Patience);
                said.Append(Encoding.ASCII.GetString(bytes, 0, read));
            } while (read > 0);
        }
        catch (IOException)
        {
            // Reset, since something of ours was unread.
        }

        return said.ToString();
    }

    /// <summary>A byte whenever the clock of the machine has gone on a little, far below any honest client.</summary>
    private static async Task DripAsync(TcpClient client, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
                await client.GetStream().WriteAsync("x"u8.ToArray(), stop);
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException)
        {
            // It hung up.
        }
    }
}
