using System.Globalization;
using Milestones.Bench;
using Milestones.Bench.Celebrating;
using Milestones.Bench.Durability;
using Milestones.Bench.Growing;
using Milestones.Bench.Looking;
using Milestones.Bench.Parts;
using Milestones.Bench.Replies;
using Milestones.Bench.Restart;
using Milestones.Bench.Safety;
using Milestones.Bench.Sending;
using Milestones.Bench.Trust;
using Milestones.Bench.Turns;
using Milestones.Bench.Wanted;

// Figures are printed alike on every machine.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

return args switch
{
    ["coach", .. var rest] => await CoachCommand.RunAsync(rest),
    ["analyze", ..] => AnalyzeCommand.Run(Arguments.IsShort(args)),
    ["sessions", var goals] => SessionLengths.Print(goals),
    ["fit", ..] => FitCommand.Run(
        args.Contains("--data") ? Arguments.Text(args, "--data") : null,
        args.Contains("--out") ? Arguments.Text(args, "--out") : null
    ),
    ["store", ..] => await StoreBench.RunAsync(
        Arguments.Number(args, "--documents", 100_000),
        Arguments.Number(args, "--bytes", 2048),
        Arguments.IsShort(args)
    ),
    ["fit-wanted", .. var rest] => FitWantedCommand.Run(rest),
    ["fit-reports", .. var rest] => ReportFit.Run(rest),
    ["fit-parts", .. var rest] => FitPartsCommand.Run(rest),
    ["replies", _, ..] => RepliesCommand.Run(args[1..]),
    ["parts", _, ..] => PartsCommand.Run(args[1..]),
    ["ru", ..] => await RequestUnitBench.RunAsync(args.Contains("--goals") ? Arguments.Text(args, "--goals") : null),
    ["claims", ..] => ClaimsBench.Run(Arguments.IsShort(args)),
    ["turns", ..] => await TurnsBench.RunAsync(
        Arguments.Number(args, "--turns", 100_000),
        Arguments.Number(args, "--students", 10_000),
        Arguments.IsShort(args)
    ),
    ["restart", ..] => await RestartBench.RunAsync(
        Arguments.Number(args, "--documents", 100_000),
        Arguments.Number(args, "--rounds", 7)
    ),
    ["durability", ..] => await new DurabilityBench(
        Arguments.Number(args, "--rounds", 200),
        Arguments.Number(args, "--processes", 1),
        Arguments.Number(args, "--students", 16),
        Arguments.Number(args, "--seed", 1)
    ).RunAsync(),
    ["fanout", ..] => await new FanoutBench(
        Arguments.Number(args, "--students", 20_000),
        Arguments.Number(args, "--classes", 700),
        Arguments.Number(args, "--tenants", 20),
        Arguments.Number(args, "--per-second", 30)
    ).RunAsync(Arguments.IsShort(args)),
    ["chaos", ..] => await new ChaosBench(
        Arguments.Number(args, "--rounds", 100),
        Arguments.Number(args, "--students", 2000),
        Arguments.Number(args, "--tenants", 4),
        Arguments.Number(args, "--processes", 1),
        Arguments.Number(args, "--seed", 1)
    ).RunAsync(Arguments.IsShort(args)),
    ["cheer", ..] => await CheerBench.RunAsync(
        Arguments.Number(args, "--people", 300),
        Arguments.Number(args, "--processes", 1),
        Arguments.IsShort(args)
    ),
    ["chaos-posts", ..] => await PostChaosBench.RunAsync(
        Arguments.Number(args, "--rounds", 50),
        Arguments.Number(args, "--classes", 4),
        Arguments.Number(args, "--seed", 1)
    ),
    ["summary", ..] => SummaryBench.Run(Arguments.Number(args, "--students", 200), Arguments.IsShort(args)),
    ["trust", ..] => await TrustBench.RunAsync(Arguments.Number(args, "--documents", 20_000), Arguments.IsShort(args)),
    ["page", ..] => await PageBench.RunAsync(
        Arguments.Number(args, "--students", 250),
        Arguments.IsShort(args),
        args.Contains("--serve")
    ),
    ["growth", ..] => await GrowthBench.RunAsync(
        Arguments.Number(args, "--weeks", 40),
        Arguments.Number(args, "--students", 250)
    ),
    ["drill", ..] => await DrillBench.RunAsync(
        Arguments.Number(args, "--students", 100_000),
        Arguments.Number(args, "--archived", 1)
    ),
    ["move", ..] => await MoveBench.RunAsync(
        Arguments.Number(args, "--students", 100_000),
        Arguments.Number(args, "--archived", 1)
    ),
    ["import", ..] => ImportBench.Run(Arguments.Number(args, "--rows", 50_000)),
    ["serve-bot", ..] => await BotServer.RunAsync(
        Arguments.Number(args, "--port", 3978),
        Arguments.Text(args, "--database")
    ),
    ["serve-bare-store", ..] => await BareServer.OnTheStoreAsync(
        Arguments.Number(args, "--port", 3978),
        Arguments.Text(args, "--database")
    ),
    ["serve-bare-connection", ..] => await BareServer.OnOneConnectionAsync(
        Arguments.Number(args, "--port", 3978),
        Arguments.Text(args, "--database")
    ),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        usage: dotnet run -c Release --project Bot.Bench -- COMMAND
          coach [--goals FILE] [--dates FILE] [--progress FILE...] [--intents FILE] [--answers FILE] [--safety FILE]
                [--concerns FILE] [--ordinary FILE] [--today DAY] [--cv] [--model URL [--name NAME]]
          analyze
          fit-reports OUT FILE...
          sessions GOALS
          fit [--data FOLDER] [--out FILE]
          fit-parts --lines FILE[,FILE] --out FOLDER [--cv]
          parts FILE[,FILE] [--misses]
          fit-wanted --intents FILE[,FILE] --answers FILE[,FILE] --out FOLDER [--cv]
          store [--documents N] [--bytes N]
          ru [--goals FILE]
          claims
          turns [--turns N] [--students N]
          restart [--documents N] [--rounds N]
          fanout [--students N] [--classes N] [--tenants N] [--per-second N]
          chaos [--rounds N] [--students N] [--tenants N] [--processes N] [--seed N]
          cheer [--people N] [--processes N]
          chaos-posts [--rounds N] [--classes N] [--seed N]
          summary [--students N]
          trust [--documents N]
          page [--students N] [--serve]
          import [--rows N]
          growth [--weeks N] [--students N]
          move [--students N] [--archived N]
          drill [--students N] [--archived N]
          durability [--rounds N] [--processes N] [--students N] [--seed N]
        With --short, analyze, store, claims, turns, fanout, chaos, cheer, summary, trust and page
        take seconds, to see that they work.
        The last line of every command is one JSON object.
        """
    );
    return 2;
}
