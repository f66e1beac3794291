using Milestones.Bench;

return args switch
{
    ["coach", .. var rest] => CoachCommand.Run(rest),
    ["analyze", ..] => AnalyzeCommand.Run(),
    ["store", ..] => await StoreBench.RunAsync(Arguments.Number(args, "--documents", 100_000), Arguments.Number(args, "--bytes", 2048)),
    ["ru", ..] => await RequestUnitBench.RunAsync(),
    ["claims", ..] => ClaimsBench.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: dotnet run -c Release --project Bot.Bench -- COMMAND
          coach [--goals FILE] [--dates FILE] [--safety FILE] [--today DAY] [--cv]
          analyze
          store [--documents N] [--bytes N]
          ru
          claims
        """);
    return 2;
}
