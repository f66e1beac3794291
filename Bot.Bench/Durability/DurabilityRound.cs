using Milestones.Bench.Load;
using Milestones.Storage;

namespace Milestones.Bench.Durability;

/// <summary>
/// One round: students talk to one or more bots on one store, a bot is killed at a random moment, everything
/// unacknowledged is sent again,
/// and then every document and every message must be what the rules alone make of what was said.
/// </summary>
internal sealed class DurabilityRound(
    IReadOnlyList<BotInstance> bots,
    IReadOnlyList<TalkingStudent> students,
    Received received,
    Random random,
    Verdict verdict
)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly List<BotInstance> _up = [.. bots];
    private readonly BotInstance _victim = bots[random.Next(bots.Count)];
    private readonly IReadOnlyList<(TalkingStudent Student, Expectation Expected)> _all =
    [
        .. students.Select(student => (student, new Expectation(student))),
    ];

    /// <param name="afterKill">Looks at the store while nobody has it open; only asked when no bot is left.</param>
    public async Task RunAsync(IDocumentStore store, Func<Func<IDocumentStore, Task>, Task> afterKill)
    {
        await TalkAndKillAsync();
        if (bots.Count == 1)
            await afterKill(CheckWhatIsLeftAsync);
        await _victim.StartAsync();
        _up.Add(_victim);
        await TalkAsync(() => { }).WaitAsync(Patience);
        await Task.WhenAll(students.Select(student => student.RepeatAsync(random.Next(student.Acknowledged), bots[0])));
        await SentAsync(store);
        await CheckAsync(store);
        verdict.Rounds++;
        verdict.Turns += students.Sum(student => student.Acknowledged);
        verdict.Redelivered += students.Sum(student => student.Repeated);
    }

    private async Task TalkAndKillAsync()
    {
        var killAfter = random.Next(students.Count * TalkingStudent.Messages.Count);
        var moment = TimeSpan.FromMilliseconds(random.NextDouble() * 10);
        var now = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var acknowledged = 0;
        var talk = TalkAsync(() =>
        {
            if (Interlocked.Increment(ref acknowledged) > killAfter)
                now.TrySetResult();
        });
        await now.Task.WaitAsync(Patience);
        await Task.Delay(moment);
        await _victim.KillAsync();
        Failed(_victim);
        await talk.WaitAsync(Patience);
    }

    private Task TalkAsync(Action acknowledged) =>
        Task.WhenAll(students.Select(student => student.TalkAsync(Up, Failed, acknowledged)));

    private BotInstance? Up()
    {
        lock (_up)
            return _up.Count == 0 ? null : _up[random.Next(_up.Count)];
    }

    private void Failed(BotInstance bot)
    {
        lock (_up)
        {
            if (bot == _victim)
                _up.Remove(bot);
        }
    }

    /// <summary>
    /// Right after the kill: all that was acknowledged is there, and at most the one turn more that each student had
    /// under way.
    /// </summary>
    private async Task CheckWhatIsLeftAsync(IDocumentStore store)
    {
        foreach (var (student, expected) in _all)
        {
            var (taken, wrong) = expected.Taken(await store.GetAsync(expected.Key, CancellationToken.None));
            if (wrong is not null)
                Fault(student, wrong);
            else if (taken < student.Acknowledged || taken > student.Acknowledged + 1)
                Fault(student, $"{student.Acknowledged} turns were acknowledged, {taken} are saved");
            verdict.SavedUnanswered += taken == student.Acknowledged + 1 ? 1 : 0;
        }
    }

    /// <summary>Waits until no document has a message left to send.</summary>
    private async Task SentAsync(IDocumentStore store)
    {
        var limit = Task.Delay(Patience);
        var keys = _all.Select(one => one.Expected.Key).ToList();
        while ((await store.GetManyAsync(keys, CancellationToken.None)).Any(Expectation.HasUnsent))
        {
            if (limit.IsCompleted)
            {
                verdict.Faults.Add("Messages stay unsent.");
                return;
            }

            await Task.Delay(20);
        }
    }

    private async Task CheckAsync(IDocumentStore store)
    {
        var expectedMessages = _all.SelectMany(one => one.Expected.Messages).ToHashSet();
        foreach (var stranger in received.All.Where(message => !expectedMessages.Contains(message)))
            verdict.Faults.Add($"A message nobody should have sent: {stranger}");
        foreach (var (student, expected) in _all)
        {
            var (taken, wrong) = expected.Taken(await store.GetAsync(expected.Key, CancellationToken.None));
            if (wrong is not null || taken != student.Acknowledged)
                Fault(student, wrong ?? $"{student.Acknowledged} turns were acknowledged, {taken} are saved");
            foreach (var message in expected.Messages)
                Count(student, message);
        }
    }

    private void Count(TalkingStudent student, ConnectorMessage message)
    {
        switch (received.Times(message))
        {
            case 1:
                verdict.RepliesOnce++;
                break;
            case 2:
                verdict.RepliesTwice++;
                break;
            case var times:
                Fault(student, $"a message arrived {times} times: {message}");
                break;
        }
    }

    private void Fault(TalkingStudent student, string what) =>
        verdict.Faults.Add($"Student {student.Student.Number}: {what}.");
}
