using Milestones.Bench;

return args switch
{
    ["coach", .. var rest] => CoachCommand.Run(rest),
    ["analyze", ..] => AnalyzeCommand.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project Bot.Bench -- coach [--goals FILE] [--dates FILE] [--safety FILE] [--today DAY] [--cv]");
    Console.Error.WriteLine("       dotnet run -c Release --project Bot.Bench -- analyze");
    return 2;
}
