using Milestones;
using Milestones.Packaging;

if (args is ["make-manifest", .. var options])
    return MakeManifest.Run(options, Console.Out, Console.Error);

await BotApplication.Build(args).RunAsync();
return 0;
