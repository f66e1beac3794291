using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Milestones.Channel.Sending;
using Milestones.Channel.Teams;
using Milestones.Storage;
using Milestones.Storage.Sqlite;
using Milestones.Turns;

namespace Milestones.Bench;

/// <summary>
/// The real bot, or several as on several machines, with a store that charges, a clock that is moved, and a connector
/// that takes everything.
/// </summary>
internal sealed class BotsAtWork : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("milestones-bench-");
    private readonly MovedClock _clock;
    private readonly TakesEverything _connector = new();
    private readonly IReadOnlyList<WebApplication> _bots;
    private int _activities;

    /// <param name="bots">Where there are several, what people do goes to each in turn.</param>
    /// <param name="since">When it begins; a fortnight before the recorded week unless told.</param>
    public BotsAtWork(int bots, DateTimeOffset? since = null)
    {
        _clock = new() { Now = since ?? SchoolWeek.Monday.AddDays(-14) };
        Store = new(
            new SqliteDocumentStore(
                Path.Combine(_folder.FullName, "store.db"),
                _clock,
                NullLogger<SqliteDocumentStore>.Instance
            )
        );
        string[] settings =
        [
            "--environment",
            "Development",
            "--Logging:LogLevel:Default",
            "Error",
            .. WideLimits.Settings.Select(setting => $"--{setting.Key}={setting.Value}"),
        ];
        _bots =
        [
            .. Enumerable
                .Range(0, bots)
                .Select(_ =>
                    BotApplication.Build(
                        settings,
                        builder =>
                        {
                            builder.Services.AddSingleton<TimeProvider>(_clock);
                            builder.Services.AddSingleton<IDocumentStore>(Store);
                            builder
                                .Services.AddHttpClient(nameof(ConnectorTransport))
                                .ConfigurePrimaryHttpMessageHandler(() => _connector);
                        }
                    )
                ),
        ];
    }

    public PricedStore Store { get; }

    public DateTimeOffset Now => _clock.Now;

    /// <summary>Who is in the team, where the connector is asked for its roster.</summary>
    public IReadOnlyList<ChannelAccount> Roster
    {
        get => _connector.Roster;
        set => _connector.Roster = value;
    }

    /// <summary>A part of the bot whose turn it is.</summary>
    public T The<T>()
        where T : notnull => _bots[_activities % _bots.Count].Services.GetRequiredService<T>();

    public Task<InvokeResponse?> TakeAsync(Activity activity) =>
        The<GoalCoachBot>().OnActivityAsync(activity, CancellationToken.None);

    /// <summary>The id of the next activity, in the order of Teams' own.</summary>
    public string NextId() => string.Create(CultureInfo.InvariantCulture, $"17{++_activities:d11}");

    /// <summary>Lets time pass in the steps in which the alarms look around.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        await ArrivedAsync();
        for (var until = _clock.Now + time; _clock.Now < until; _clock.Now += TimeSpan.FromSeconds(2))
        {
            foreach (var bot in _bots)
            {
                await bot.Services.GetRequiredService<AlarmService>().RingAsync(CancellationToken.None);
                await ArrivedAsync();
            }
        }
    }

    /// <summary>
    /// Lets the clock run to this moment and the alarms ring: what the bots do of themselves, and what it costs.
    /// </summary>
    public async Task<double> UntilAsync(DateTimeOffset moment)
    {
        using var charge = RequestCharge.Begin();
        _clock.Now =
            moment > _clock.Now ? moment : throw new ArgumentException("The clock runs forward.", nameof(moment));
        await PassAsync(TimeSpan.FromMinutes(6));
        return charge.Total;
    }

    /// <summary>The cards that came into a conversation since the last look.</summary>
    public IReadOnlyList<Shown> Arrived(string conversation) => _connector.Arrived(conversation);

    public async ValueTask DisposeAsync()
    {
        foreach (var bot in _bots)
            await bot.DisposeAsync();
        Store.Dispose();
        _connector.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>
    /// Waits for the messages of the last commits: the connector takes them at once, but on other threads.
    /// </summary>
    private async Task ArrivedAsync()
    {
        foreach (var bot in _bots)
            await bot.Services.GetRequiredService<OutboxDispatcher>().SentAsync();
    }

    private sealed class MovedClock : TimeProvider
    {
        public required DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class TakesEverything : HttpMessageHandler
    {
        private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

        private readonly Lock _lock = new();
        private readonly Dictionary<string, List<Shown>> _arrived = new(StringComparer.Ordinal);
        private long _id = 1726000000000;

        public IReadOnlyList<ChannelAccount> Roster { get; set; } = [];

        public List<Shown> Arrived(string conversation)
        {
            lock (_lock)
                return _arrived.Remove(conversation, out var arrived) ? arrived : [];
        }

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            if (request.Method == HttpMethod.Get)
                return Json(HttpStatusCode.OK, JsonSerializer.Serialize(new { members = Roster }, Web));
            var activity = JsonElement.Parse(await request.Content!.ReadAsByteArrayAsync(cancellationToken));
            var id = Interlocked.Increment(ref _id).ToString(CultureInfo.InvariantCulture);
            if (activity.TryGetProperty("attachments", out var attachments))
            {
                var conversation = ConversationOf(request.RequestUri!);
                lock (_lock)
                {
                    if (!_arrived.TryGetValue(conversation, out var arrived))
                        _arrived.Add(conversation, arrived = []);
                    arrived.Add(new(null, new(attachments[0].GetProperty("content").Clone(), id)));
                }
            }

            return Json(HttpStatusCode.Created, $$"""{"id":"{{id}}"}""");
        }

        private static HttpResponseMessage Json(HttpStatusCode code, string body) =>
            new(code) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

        /// <summary>As the connector's addresses have it: <c>…/conversations/ID/activities</c>.</summary>
        private static string ConversationOf(Uri address)
        {
            var parts = address.AbsolutePath.Split('/');
            return Uri.UnescapeDataString(parts[Array.IndexOf(parts, "conversations") + 1]);
        }
    }
}
