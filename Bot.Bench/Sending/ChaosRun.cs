using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Milestones.Bench.Load;
using Milestones.Outbox;
using Milestones.People;
using Milestones.Storage;
using Milestones.Storage.Sqlite;

namespace Milestones.Bench.Sending;

/// <summary>One fan-out whose bots are killed again and again, until everybody's prompt is decided.</summary>
internal sealed class ChaosRun(int students, int tenants, int processes, Random random, Account account)
{
    private const int PerSecond = 30;
    private const int PromptsBetweenKills = 40;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // What a crash leaves is taken up sooner than in earnest; a lease is still longer than a call that is not answered.
    private static readonly Dictionary<string, string> Hurry = new(StringComparer.Ordinal)
    {
        ["Outbox__Lease"] = "00:00:20",
        ["Outbox__Idle"] = "00:00:01",
        ["Outbox__Pause"] = "00:00:00.5",
        ["Logging__LogLevel__Default"] = "Error",
    };

    private readonly HashSet<DocumentKey> _inFlight = [];
    private TeamsConnector _connector = null!;
    private School _school = null!;
    private IDocumentStore _store = null!;

    /// <param name="kills">The most; there are fewer when everything is decided before.</param>
    public async Task RunAsync(int kills)
    {
        var folder = Directory.CreateTempSubdirectory("milestones-chaos-");
        var trouble = new Random(random.Next());
        var file = Path.Combine(folder.FullName, "milestones.db");
        var bots = Enumerable.Range(0, processes).Select(_ => new BotInstance(folder.FullName, file, Hurry)).ToList();
        try
        {
            await using var connector = _connector = await TeamsConnector.StartAsync(new TeamsLimits(PerSecond), Latency, () => Trouble(trouble));
            using var store = _store = new SqliteDocumentStore(file, TimeProvider.System, NullLogger<SqliteDocumentStore>.Instance);
            _school = new School(tenants, Math.Max(tenants, students / 30), students, connector.ServiceUrl);
            await _school.FillAsync(store, ThisMinute());
            await Task.WhenAll(bots.Select(bot => bot.StartAsync()));
            for (var killed = 0; killed < kills && await KillAsync(bots[random.Next(bots.Count)]); killed++)
                account.Kills++;
            await DecidedAsync();
            await CountAsync();
        }
        finally
        {
            foreach (var bot in bots)
                await bot.DisposeAsync();
            folder.Delete(recursive: true);
        }
    }

    /// <summary>10 % of 429, 2 % of 500 and 1 % without an answer.</summary>
    private static Answer Trouble(Random random) => random.Next(100) switch
    {
        < 10 => Answer.Refused,
        < 12 => Answer.Failed,
        < 13 => Answer.None,
        _ => Answer.Taken,
    };

    private static DateTimeOffset ThisMinute() => DateTimeOffset.UtcNow is var now ? new(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero) : default;

    /// <summary>Kills one at a random moment and starts it again; false when there is nothing left to disturb.</summary>
    private async Task<bool> KillAsync(BotInstance bot)
    {
        var target = _connector.Prompts + random.Next(1, PromptsBetweenKills);
        for (var since = Stopwatch.GetTimestamp(); _connector.Prompts < target && Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(5); await Task.Delay(2))
        {
            // Until so many more have arrived, or nothing comes any more.
        }

        await Task.Delay(random.Next(100));
        await bot.KillAsync();
        var left = await LookAsync();
        bot.Start();

        // Sometimes right in its start.
        if (random.Next(6) == 0)
        {
            await Task.Delay(random.Next(1500));
            await bot.KillAsync();
            left = await LookAsync();
            account.Kills++;
            bot.Start();
        }

        await bot.ReadyAsync();
        return left > 0;
    }

    /// <summary>Takes note of what is in flight.</summary>
    /// <returns>How many students' prompts are not decided yet.</returns>
    private async Task<int> LookAsync()
    {
        var undecided = 0;
        await foreach (var person in PeopleAsync())
        {
            undecided += IsDecided(person) ? 0 : 1;
            if (person.Outbox.Entries.Any(entry => entry is { Policy: OutboxPolicy.Post, Attempts: > 0 }))
                account.InFlight += _inFlight.Add(DocumentKeys.Person(person.Id)) ? 1 : 0;
        }

        return undecided;
    }

    private async Task DecidedAsync()
    {
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < Patience; await Task.Delay(500))
        {
            var open = 0;
            await foreach (var person in PeopleAsync())
                open += IsDecided(person) ? 0 : 1;
            if (open == 0)
                return;
        }
    }

    private async Task CountAsync()
    {
        var calls = _connector.Calls;
        var arrived = calls.Where(call => call is { Week: not null, MayHaveArrived: true }).ToLookup(call => call.Conversation, StringComparer.Ordinal);
        var people = new Dictionary<DocumentKey, Person>();
        await foreach (var person in PeopleAsync())
            people[DocumentKeys.Person(person.Id)] = person;
        foreach (var pupil in _school.Pupils)
            account.Add(pupil, people[pupil.Key], [.. arrived[pupil.Conversation]], _inFlight.Contains(pupil.Key));
        account.Count(calls);
        account.Runs++;
    }

    private async IAsyncEnumerable<Person> PeopleAsync()
    {
        foreach (var chunk in _school.Pupils.Chunk(500))
        {
            foreach (var stored in await _store.GetManyAsync([.. chunk.Select(pupil => pupil.Key)], CancellationToken.None))
                yield return Rules.Kinds.Person.Read(stored.Document);
        }
    }

    private static bool IsDecided(Person person) => person.Outbox.Entries.Count == 0 && person.Classes[0].Outcomes.Count > 0;
}
