using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Milestones.Bench.Load;
using Milestones.Conversations;
using Milestones.School;
using Milestones.Storage.Sqlite;

namespace Milestones.Bench.Celebrating;

/// <summary>
/// <c>cheer</c>: so many people cheer on one card within ten seconds, each tap twice as Teams may repeat it. How many
/// are
/// counted, how soon each is answered, and how often the card in the channel is changed.
/// </summary>
internal static class CheerBench
{
    private const string Tenant = "11111111-1111-1111-1111-111111111111";
    private const string Team = "19:cheers@thread.tacv2";
    private const string Post = "aaaaaaaaaaaa";

    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(12);

    public static async Task<int> RunAsync(int people, int processes, bool brief)
    {
        var over = TimeSpan.FromSeconds(brief ? 1 : 10);
        var folder = Directory.CreateTempSubdirectory("milestones-bench-");
        var updates = new ConcurrentQueue<TimeSpan>();
        var since = Stopwatch.GetTimestamp();
        try
        {
            await using var connector = await StubConnector.StartAsync(_ =>
                updates.Enqueue(Stopwatch.GetElapsedTime(since))
            );
            var database = Path.Combine(folder.FullName, "bot.db");
            await FillAsync(database, people, connector.ServiceUrl);
            var bots = Enumerable.Range(0, processes).Select(_ => new BotInstance(folder.FullName, database)).ToList();
            foreach (var bot in bots)
                await bot.StartAsync();

            using var http = new HttpClient();
            since = Stopwatch.GetTimestamp();
            var answers = await Task.WhenAll(
                Enumerable
                    .Range(0, people * 2)
                    .Select(async tap =>
                    {
                        await Task.Delay(over * (tap / 2) / people);
                        var sent = Stopwatch.GetTimestamp();
                        using var body = new ByteArrayContent(Tap(tap / 2, connector.ServiceUrl));
                        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                        using var response = await http.PostAsync(bots[tap % processes].Messages, body);
                        return (response.IsSuccessStatusCode, Took: Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
                    })
            );
            await Task.Delay(Settled);
            foreach (var bot in bots)
                await bot.DisposeAsync();

            var post = await ReadAsync(database);
            var times = updates.Order().ToList();
            var closest = times.Zip(times.Skip(1), (one, next) => (next - one).TotalSeconds).DefaultIfEmpty(-1).Min();
            var took = answers.Select(answer => answer.Took).Order().ToList();
            var (median, slowest) = (took[took.Count / 2], took[(int)(took.Count * 0.99)]);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{people} people, {processes} processes: {post.Cheers.Count} counted, {times.Count} changes of "
                        + $"the card, {closest:0.00} s between the closest two; answered within {median:0} ms "
                        + $"(median), {slowest:0} ms (99 of 100)"
                )
            );
            Console.WriteLine(
                JsonSerializer.Serialize(
                    new
                    {
                        people,
                        processes,
                        cheers = post.Cheers.Count,
                        shown = post.Shown,
                        refused = answers.Count(answer => !answer.IsSuccessStatusCode),
                        updates = times.Count,
                        closestSeconds = Math.Round(closest, 2),
                        medianMilliseconds = Math.Round(median, 1),
                        p99Milliseconds = Math.Round(slowest, 1),
                    }
                )
            );
            return post.Cheers.Count == people && post.Shown == people ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task FillAsync(string path, int people, string serviceUrl)
    {
        using var store = new SqliteDocumentStore(path, TimeProvider.System, NullLogger<SqliteDocumentStore>.Instance);
        var classroom = new Classroom
        {
            TenantId = Tenant,
            TeamId = Team,
            Name = "7B Math",
            WelcomedAt = DateTimeOffset.UtcNow,
            RosterReadAt = DateTimeOffset.UtcNow,
            RosterDueAt = DateTimeOffset.UtcNow.AddDays(1),
            Chat = new(serviceUrl, Team, "channel", Tenant, "28:bot", "Milestones", Team, Team),
            Members =
            [
                .. Enumerable
                    .Range(0, people)
                    .Select(number => new Member(Id(number), $"Student {number}", MemberRole.Student)
                    {
                        Checked = true,
                    }),
            ],
            Posts =
            [
                new ClassPost(Post, DateTimeOffset.UtcNow, PostState.Posted)
                {
                    ActivityId = "1700000000000",
                    ChannelId = Team,
                    Praise = new(Post, Id(1), "Student 1", Id(0), PraiseStem.Help, "You helped me."),
                },
            ],
        };
        await store.CreateAsync(Rules.Kinds.Class.Write(classroom.Key, classroom), CancellationToken.None);
    }

    private static async Task<ClassPost> ReadAsync(string path)
    {
        using var store = new SqliteDocumentStore(path, TimeProvider.System, NullLogger<SqliteDocumentStore>.Instance);
        var stored = await store.GetAsync(DocumentKeys.Classroom(Tenant, Team), CancellationToken.None);
        return Rules.Kinds.Class.Read(stored!.Document).Posts.Single();
    }

    private static string Id(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"aaaaaaaa-0000-4000-8000-{number:d12}");

    /// <summary>The same activity each time it is sent.</summary>
    private static byte[] Tap(int person, string serviceUrl) =>
        Encoding.UTF8.GetBytes(
            $$"""
            {"type":"invoke","id":"f:{{person}}","name":"adaptiveCard/action","channelId":"msteams","locale":"en-US",
            "serviceUrl":"{{serviceUrl}}","replyToId":"1700000000000",
            "from":{"id":"29:{{person}}","name":"Student {{person}}","aadObjectId":"{{Id(person)}}"},
            "recipient":{"id":"28:bot","name":"Milestones"},
            "conversation":{"id":"{{Team}};messageid=1700000000000","conversationType":"channel","isGroup":true,
            "tenantId":"{{Tenant}}"},
            "channelData":{"team":{"id":"{{Team}}"},"channel":{"id":"{{Team}}"},"tenant":{"id":"{{Tenant}}"} },
            "value":{"action":{"type":"Action.Execute","verb":"celebrate.cheer",
            "data":{"verb":"celebrate.cheer","post":"{{Post}}"} },"trigger":"manual"} }
            """
        );
}
