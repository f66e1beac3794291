namespace Milestones.Storage.Moving;

/// <summary>Tells how far a long command is: every two seconds, and at each stage's end.</summary>
internal sealed class Progress(TextWriter output, TimeProvider clock)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    private long _said = clock.GetTimestamp();

    public async Task SayAsync(string line)
    {
        _said = clock.GetTimestamp();
        await output.WriteLineAsync(line);
    }

    public Task MaybeSayAsync(string line) => clock.GetElapsedTime(_said) < Every ? Task.CompletedTask : SayAsync(line);
}
