using Milestones.Bench;

return args switch
{
    ["store", ..] => await StoreBench.RunAsync(Arguments.Number(args, "--documents", 100_000), Arguments.Number(args, "--bytes", 2048)),
    ["claims", ..] => ClaimsBench.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project Bot.Bench -- store | claims | ru");
    return 2;
}
