using Milestones;
using Milestones.Host;
using Milestones.Host.Packaging;
using Milestones.Storage;
using Milestones.Turns;

if (args is ["make-manifest", .. var options])
    return MakeManifest.Run(options, Console.Out, Console.Error);

using var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // A command of the store ends between two documents; the web host has its own way.
    pressed.Cancel = true;
    stopping.Cancel();
};
var settings = BotApplication.Configuration();
if (await ReadyCommand.RunAsync(args, settings, Console.Out, stopping.Token) is { } ready)
    return ready;
if (await TeacherCodeCommand.RunAsync(args, settings, TimeProvider.System, Console.Out, stopping.Token) is { } made)
    return made;
if (await SchoolCommands.RunAsync(args, settings, TimeProvider.System, Console.Out, stopping.Token) is { } of)
    return of;
if (await DataCommands.RunAsync(args, settings, Console.Out, stopping.Token) is { } ended)
    return ended;
if (await DrillCommand.RunAsync(args, settings, TimeProvider.System, Console.Out, stopping.Token) is { } drilled)
    return drilled;
if (await StoreCommands.RunAsync(args, settings, Console.Out, stopping.Token) is { } exitCode)
    return exitCode;

await BotApplication.Build(args).RunAsync();
return 0;
