using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Milestones.Bench.Load;
using Milestones.Outbox;
using Milestones.Scheduling;
using Milestones.Storage;
using Milestones.Storage.Sqlite;
using Milestones.Teams;

namespace Milestones.Bench;

/// <summary>One student and the real bot in this process, with a store that charges, a clock that is moved, and a connector that takes everything.</summary>
internal sealed class StudentAtWork : IAsyncDisposable
{
    /// <summary>Between two messages of one sitting: a student reads and types.</summary>
    private static readonly TimeSpan Thinking = TimeSpan.FromSeconds(25);

    private const string Tenant = "11111111-1111-1111-1111-111111111111";
    private const string Student = "aaaaaaaa-0000-0000-0000-000000000001";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("milestones-bench-");
    private readonly MovedClock _clock = new();
    private readonly DocumentKey _key = DocumentKeys.Person(new(Tenant, Student));
    private readonly SqliteDocumentStore _file;
    private readonly WebApplication _app;
    private int _said;

    public StudentAtWork()
    {
        _file = new(Path.Combine(_folder.FullName, "store.db"), _clock, NullLogger<SqliteDocumentStore>.Instance);
        Store = new(_file);
        _app = BotApplication.Build(["--environment", "Development", "--Logging:LogLevel:Default", "Error", .. WideLimits.Settings.Select(setting => $"--{setting.Key}={setting.Value}")], builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(_clock);
            builder.Services.AddSingleton<IDocumentStore>(Store);
            builder.Services.AddHttpClient(nameof(ConnectorTransport)).ConfigurePrimaryHttpMessageHandler(() => new TakesEverything());
        });
    }

    public PricedStore Store { get; }

    /// <summary>A sitting at the chat, and the quiet after it. What each turn cost, and what was spent besides on taking note of deliveries and on alarms.</summary>
    public async Task<Sitting> SitAsync(params string[] says)
    {
        var turns = new List<double>();
        using var whole = RequestCharge.Begin();
        foreach (var text in says)
        {
            using (var turn = RequestCharge.Begin())
            {
                await _app.Services.GetRequiredService<GoalCoachBot>().OnActivityAsync(Message(text), CancellationToken.None);
                turns.Add(turn.Total);
            }

            await PassAsync(Thinking);
        }

        await PassAsync(TimeSpan.FromMinutes(10));
        return new(turns, whole.Total - turns.Sum());
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Store.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>Lets time pass in the steps in which the alarms look around.</summary>
    private async Task PassAsync(TimeSpan time)
    {
        await SentAsync();
        for (var until = _clock.Now + time; _clock.Now < until; _clock.Now += TimeSpan.FromSeconds(2))
        {
            await _app.Services.GetRequiredService<AlarmService>().RingAsync(CancellationToken.None);
            await SentAsync();
        }
    }

    /// <summary>Waits for the messages of the last commit: the connector takes them at once, but on other threads.</summary>
    private async Task SentAsync()
    {
        var outbox = _app.Services.GetRequiredService<OutboxDispatcher>();
        var stored = await _file.GetAsync(_key, CancellationToken.None);
        var entries = Rules.Kinds.Person.Read(stored!.Document).Outbox.Entries;
        while (entries.Any(entry => outbox.Deliveries(_key).All(delivery => delivery.EntryId != entry.Id)))
            await Task.Yield();
    }

    private Activity Message(string text) => new()
    {
        Type = ActivityTypes.Message,
        Id = string.Create(CultureInfo.InvariantCulture, $"17{++_said:d11}"),
        ChannelId = "msteams",
        ServiceUrl = "http://127.0.0.1/teams/",
        Locale = "en-US",
        LocalTimezone = "America/New_York",
        Text = text,
        From = new() { Id = "29:1abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz0123456789", Name = "Sam Rivera", AadObjectId = Student },
        Recipient = new() { Id = "28:00000000-0000-0000-0000-000000000000", Name = "Milestones" },
        Conversation = new()
        {
            Id = "a:1pL6i0oYq3tnbUoNMpE0wOEhVVEmuyQ6cYJoHVFt4cm7abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklm",
            ConversationType = ConversationAccount.Personal,
            TenantId = Tenant,
        },
    };

    private sealed class MovedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 9, 14, 14, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class TakesEverything : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.Created) { Content = new StringContent("""{"id":"1726000000000"}""", Encoding.UTF8, "application/json") });
    }
}

/// <summary>What one sitting at the chat cost.</summary>
/// <param name="Turns">Request units of each turn.</param>
/// <param name="Besides">Request units between the turns and after them.</param>
internal sealed record Sitting(IReadOnlyList<double> Turns, double Besides)
{
    public double Total => Turns.Sum() + Besides;
}
