using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Milestones.Bench.Load;
using Milestones.School;
using Milestones.Storage.Sqlite;
using Milestones.Views;

namespace Milestones.Bench.Celebrating;

/// <summary>
/// <c>chaos-posts</c>: the bot's own program is killed with -9 at random moments between a teacher's yes, the card in
/// the channel, and its last change after five cheers. Afterwards each shout-out stands there once, with five.
/// </summary>
internal sealed class PostChaosBench(int rounds, int classes, int seed) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    // What a crash leaves is taken up sooner than in earnest; a lease is still longer than a call.
    private static readonly Dictionary<string, string> Hurry = new(StringComparer.Ordinal)
    {
        ["Outbox__Lease"] = "00:00:04",
        ["Outbox__Idle"] = "00:00:01",
        ["Outbox__Pause"] = "00:00:00.5",
        ["Logging__LogLevel__Default"] = "Error",
    };

    private readonly HttpClient _http = new();
    private readonly List<string> _faults = [];
    private int _kills;
    private int _asked;
    private int _tapsLost;

    public static async Task<int> RunAsync(int rounds, int classes, int seed)
    {
        using var bench = new PostChaosBench(rounds, classes, seed);
        return await bench.RunAsync();
    }

    public void Dispose() => _http.Dispose();

    private async Task<int> RunAsync()
    {
        var since = Stopwatch.GetTimestamp();
        var random = new Random(seed);
        var folder = Directory.CreateTempSubdirectory("milestones-posts-");
        var file = Path.Combine(folder.FullName, "milestones.db");
        var bot = new BotInstance(folder.FullName, file, Hurry);
        try
        {
            var latency = new Random(random.Next());
            await using var channel = await ChannelStub.StartAsync(() =>
            {
                lock (latency)
                    return TimeSpan.FromMilliseconds(latency.Next(150));
            });
            using var store = new SqliteDocumentStore(
                file,
                TimeProvider.System,
                NullLogger<SqliteDocumentStore>.Instance
            );
            await bot.StartAsync();
            for (var round = 0; round < rounds; round++)
            {
                var all = Enumerable
                    .Range(round * classes, classes)
                    .Select(number => new PostedClass(number, channel.ServiceUrl))
                    .ToList();
                foreach (var one in all)
                    await one.WriteAsync(store);
                var talks = Task.WhenAll(all.Select(one => TalkAsync(one, store, channel, bot)));
                await KillAsync(bot, random);
                if (random.Next(2) == 0 && !talks.IsCompleted)
                    await KillAsync(bot, random);
                await talks;
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{(round + 1) * classes} shout-outs, {_kills} kills, {_faults.Count} faults"
                    )
                );
            }

            return Report(Stopwatch.GetElapsedTime(since));
        }
        finally
        {
            await bot.DisposeAsync();
            folder.Delete(recursive: true);
        }
    }

    private async Task KillAsync(BotInstance bot, Random random)
    {
        await Task.Delay(random.Next(1200));
        await bot.KillAsync();
        _kills++;
        await bot.StartAsync();
    }

    /// <summary>A teacher's yes, their answer where it is asked whether the card is there, and five cheers.</summary>
    private async Task TalkAsync(PostedClass one, SqliteDocumentStore store, ChannelStub channel, BotInstance bot)
    {
        await TapAsync(() => one.Decides(CelebrationVerbs.Approve), bot);
        var isAsked = false;
        var isPosted = await UntilAsync(async () =>
        {
            var post = await one.ReadAsync(store);
            if (post.State == PostState.Unknown)
            {
                if (!isAsked)
                    Interlocked.Increment(ref _asked);
                isAsked = true;
                var isThere = channel.Standing(one.Post).Count > 0;
                await TapAsync(
                    () => one.Decides(isThere ? CelebrationVerbs.IsThere : CelebrationVerbs.IsNotThere),
                    bot
                );
            }

            return post.State == PostState.Posted;
        });
        if (!isPosted || channel.Standing(one.Post) is not [var card])
        {
            Fault(one, $"stands there {channel.Standing(one.Post).Count} times, {(await one.ReadAsync(store)).State}");
            return;
        }

        for (var student = 0; student < PostedClass.Students; student++)
        {
            var tap = one.Cheers(student, card.Id);
            await TapAsync(() => tap, bot);
        }

        var shows = await UntilAsync(() =>
            Task.FromResult(channel.Standing(one.Post)[0].Button.EndsWith(" 5", StringComparison.Ordinal))
        );
        var (standing, cheers) = (channel.Standing(one.Post), (await one.ReadAsync(store)).Cheers.Count);
        if (!shows || standing.Count != 1 || cheers != PostedClass.Students)
            Fault(one, $"{standing.Count} cards, {standing[0].Button}, {cheers} cheers kept");
    }

    private void Fault(PostedClass one, string what)
    {
        lock (_faults)
            _faults.Add($"{one.Post}: {what}");
    }

    /// <summary>As a person does it: again, until there is an answer.</summary>
    private async Task TapAsync(Func<byte[]> activity, BotInstance bot)
    {
        var isAnswered = await UntilAsync(async () =>
        {
            try
            {
                using var body = new ByteArrayContent(activity());
                body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                using var response = await _http.PostAsync(bot.Messages, body);
                return response.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                Interlocked.Increment(ref _tapsLost);
                return false;
            }
        });
        if (!isAnswered)
            throw new InvalidOperationException($"No answer in {Patience}. {bot.Output}");
    }

    private static async Task<bool> UntilAsync(Func<Task<bool>> happened)
    {
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < Patience; await Task.Delay(Look))
        {
            if (await happened())
                return true;
        }

        return false;
    }

    private int Report(TimeSpan took)
    {
        foreach (var fault in _faults)
            Console.WriteLine($"FAULT {fault}");
        var posts = rounds * classes;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{posts} shout-outs, {_kills} kills: {posts - _faults.Count} stand there once with their five "
                    + $"cheers, {_faults.Count} do not; {_asked} times a teacher was asked whether it is there, "
                    + $"{_tapsLost} taps found nobody"
            )
        );
        Console.WriteLine(
            JsonSerializer.Serialize(
                new
                {
                    posts,
                    kills = _kills,
                    seed,
                    asked = _asked,
                    tapsLost = _tapsLost,
                    faults = _faults.Count,
                    seconds = Math.Round(took.TotalSeconds),
                }
            )
        );
        return _faults.Count == 0 ? 0 : 1;
    }
}
