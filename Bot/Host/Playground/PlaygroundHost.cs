using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Milestones.Pages.Visiting;

namespace Milestones.Host.Playground;

/// <summary>
/// Once the bot listens and is warm, starts the local chat window and says where to open it. The bot never waits for
/// it, and does without
/// it when Node.js is missing. The window ends with the bot.
/// </summary>
internal sealed partial class PlaygroundHost(
    IServer server,
    IHostApplicationLifetime lifetime,
    Warming warming,
    LocalLinks links,
    ILogger<PlaygroundHost> logger
) : BackgroundService
{
    private const string Listening = "Listening on ";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        await warming.Done.WaitAsync(stoppingToken);
        if (MessagesAddress() is not { } messages)
            return; // a server without a plain HTTP address, such as a test's, cannot be reached by the window

        var folder = Directory.CreateTempSubdirectory("milestones-playground-");
        try
        {
            Log.Starting(logger, PlaygroundCommand.Package);
            await RunAsync(messages, PlaygroundCommand.Start(messages, folder.FullName), stoppingToken);
        }
        catch (Win32Exception)
        {
            Log.NodeMissing(logger, PlaygroundCommand.Line(messages));
        }
        finally
        {
            folder.Delete(recursive: true); // its log holds what was said in the chat
        }
    }

    private async Task RunAsync(Uri messages, ProcessStartInfo command, CancellationToken stoppingToken)
    {
        var complaints = new StringBuilder();
        using var window = new Process { StartInfo = command };
        window.ErrorDataReceived += (_, line) => complaints.AppendLine(line.Data);
        window.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.StartsWith(Listening, StringComparison.Ordinal) is not true)
                return;
            Log.Ready(logger, $"http://localhost:{line.Data[Listening.Length..]}/");
            foreach (var (name, person) in PlaygroundPeople.All)
                Log.Page(logger, name, new Uri(messages, links.Of(person)));
        };
        window.Start();
        GiveWay(window);
        try
        {
            window.BeginOutputReadLine();
            window.BeginErrorReadLine();
            await window.WaitForExitAsync(stoppingToken);
            Log.Ended(logger, window.ExitCode, complaints.ToString());
        }
        finally
        {
            window.Kill(entireProcessTree: true);
            await window.WaitForExitAsync(CancellationToken.None); // and for whatever else of it still writes
        }
    }

    /// <summary>
    /// Fetching and starting the window takes a processor for a while: whoever writes to the bot meanwhile is answered
    /// first.
    /// </summary>
    private static void GiveWay(Process window)
    {
        try
        {
            window.PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It has ended already, or this system does not let it: then it runs as it is.
        }
    }

    private Uri? MessagesAddress() =>
        server
            .Features.Get<IServerAddressesFeature>()
            ?.Addresses.Where(address => address.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            .Select(address => BindingAddress.Parse(address))
            .Select(address =>
                new UriBuilder(
                    "http",
                    address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : address.Host,
                    address.Port,
                    "/api/messages"
                ).Uri
            )
            .FirstOrDefault();

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Starting the chat window, {Package}. The first time, npx fetches it.")]
        public static partial void Starting(ILogger logger, string package);

        [LoggerMessage(
            LogLevel.Information,
            "Chat with the bot at {Address} (from this computer only). Ctrl+C ends both."
        )]
        public static partial void Ready(ILogger logger, string address);

        [LoggerMessage(LogLevel.Information, "The pages of {Name}, once they have said hi: {Address}")]
        public static partial void Page(ILogger logger, string name, Uri address);

        [LoggerMessage(
            LogLevel.Warning,
            "No chat window: npx is not on the path. Install Node.js, or run this where it is (it "
                + "then listens on every network interface): {Line}"
        )]
        public static partial void NodeMissing(ILogger logger, string line);

        [LoggerMessage(
            LogLevel.Warning,
            "The chat window ended with exit code {ExitCode}; the bot goes on without it. {Complaints}"
        )]
        public static partial void Ended(ILogger logger, int exitCode, string complaints);
    }
}
