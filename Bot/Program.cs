using Milestones;
using Milestones.Host.Packaging;
using Milestones.Storage;

if (args is ["make-manifest", .. var options])
    return MakeManifest.Run(options, Console.Out, Console.Error);

using var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // A command of the store ends between two documents; the web host has its own way.
    pressed.Cancel = true;
    stopping.Cancel();
};
if (await StoreCommands.RunAsync(args, BotApplication.Configuration(), Console.Out, stopping.Token) is { } exitCode)
    return exitCode;

await BotApplication.Build(args).RunAsync();
return 0;
