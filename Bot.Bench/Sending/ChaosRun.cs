using System.Diagnostics;
using Milestones.Bench.Load;
using Milestones.Conversations;
using Milestones.School;
using Milestones.Storage;

namespace Milestones.Bench.Sending;

/// <summary>One fan-out whose bots are killed again and again, until everybody's prompt is decided.</summary>
internal sealed class ChaosRun(
    School school,
    IDocumentStore store,
    TeamsConnector connector,
    IReadOnlyList<BotInstance> bots,
    Random random,
    Account account
)
{
    private const int PromptsBetweenKills = 40;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly HashSet<DocumentKey> _inFlight = [];

    /// <param name="kills">The most; there are fewer when everything is decided before.</param>
    public async Task RunAsync(int kills)
    {
        await Task.WhenAll(bots.Select(bot => bot.StartAsync()));
        for (var killed = 0; killed < kills && await KillAsync(bots[random.Next(bots.Count)]); killed++)
            account.Kills++;
        await DecidedAsync();
        await CountAsync();
    }

    /// <summary>
    /// Kills one at a random moment and starts it again; false when there is nothing left to disturb.
    /// </summary>
    private async Task<bool> KillAsync(BotInstance bot)
    {
        var target = connector.Prompts + random.Next(1, PromptsBetweenKills);
        for (
            var since = Stopwatch.GetTimestamp();
            connector.Prompts < target && Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(5);
            await Task.Delay(2)
        )
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
        var calls = connector.Calls;
        var arrived = calls
            .Where(call => call is { Week: not null, MayHaveArrived: true })
            .ToLookup(call => call.Conversation, StringComparer.Ordinal);
        var people = new Dictionary<DocumentKey, Person>();
        await foreach (var person in PeopleAsync())
            people[DocumentKeys.Person(person.Id)] = person;
        foreach (var pupil in school.Pupils)
            account.Add(pupil, people[pupil.Key], [.. arrived[pupil.Conversation]], _inFlight.Contains(pupil.Key));
        account.Count(calls);
        account.Runs++;
    }

    private async IAsyncEnumerable<Person> PeopleAsync()
    {
        foreach (var chunk in school.Pupils.Chunk(500))
        {
            foreach (
                var stored in await store.GetManyAsync([.. chunk.Select(pupil => pupil.Key)], CancellationToken.None)
            )
            {
                yield return Rules.Kinds.Person.Read(stored.Document);
            }
        }
    }

    private static bool IsDecided(Person person) =>
        person.Outbox.Entries.Count == 0 && person.Classes[0].Outcomes.Count > 0;
}
