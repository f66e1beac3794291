using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Milestones.Calendar;
using Milestones.Channel.Sending;
using Milestones.Channel.Teams;
using Milestones.Conversations;
using Milestones.School;
using Milestones.Storage;
using Milestones.Storage.Sqlite;
using Milestones.Turns;

namespace Milestones.Bench;

/// <summary>
/// One student of a class and the real bot, or several as on several machines, with a store that charges, a clock that
/// is moved, and a connector that
/// takes everything. The student sees the cards that arrive, and taps their buttons.
/// </summary>
internal sealed class StudentAtWork : IAsyncDisposable
{
    /// <summary>Between two messages of one sitting: a student reads and types.</summary>
    public static readonly TimeSpan Thinking = TimeSpan.FromSeconds(25);

    private const string Tenant = "11111111-1111-1111-1111-111111111111";
    private const string Student = "aaaaaaaa-0000-0000-0000-000000000001";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("milestones-bench-");
    private readonly MovedClock _clock = new();
    private readonly DocumentKey _key = DocumentKeys.Person(new(Tenant, Student));
    private readonly Screen _screen = new();
    private readonly TakesEverything _connector = new();
    private readonly IReadOnlyList<WebApplication> _bots;
    private int _activities;

    /// <param name="bots">Where there are several, what the student does goes to each in turn.</param>
    public StudentAtWork(int bots)
    {
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

    /// <summary>The class has told this student of its schedule.</summary>
    public async Task JoinAsync(WeeklySchedule schedule)
    {
        var membership = new Membership(
            DocumentKeys.Classroom(Tenant, "19:4f3c2b1a0f9e8d7c6b5a4f3e2d1c0b9a@thread.tacv2"),
            "Algebra 1, period 3",
            MemberRole.Student,
            schedule,
            null,
            HasContacts: true
        );
        await Bot.DeliverAsync(
            "joined",
            _key,
            new JoinedClass(membership, "Sam Rivera", null, null),
            CancellationToken.None
        );
    }

    /// <summary>
    /// A sitting at the chat, and the quiet after it: what each turn cost, and what was spent besides on taking note of
    /// deliveries.
    /// </summary>
    public async Task<Sitting> SitAsync(params IReadOnlyList<Act> acts)
    {
        var turns = new List<Turned>();
        using var whole = RequestCharge.Begin();
        foreach (var act in acts)
        {
            using (var turn = RequestCharge.Begin())
            {
                var (activity, tapped) = act.Tapped is { } title ? Tap(title, act) : (Message(act.What), null);
                var answer = await Bot.OnActivityAsync(activity, CancellationToken.None);
                See(answer, tapped);
                turns.Add(new(act.What, turn.Total));
            }

            await PassAsync(Thinking);
        }

        await PassAsync(TimeSpan.FromMinutes(10));
        return new(turns, whole.Total - turns.Sum(turn => turn.Units));
    }

    /// <summary>
    /// Lets the clock run to this moment and the alarms ring: what the bot does of itself, and what it costs.
    /// </summary>
    public async Task<double> UntilAsync(DateTimeOffset moment)
    {
        using var charge = RequestCharge.Begin();
        _clock.Now =
            moment > _clock.Now ? moment : throw new ArgumentException("The clock runs forward.", nameof(moment));
        await PassAsync(TimeSpan.FromMinutes(6));
        return charge.Total;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bot in _bots)
            await bot.DisposeAsync();
        Store.Dispose();
        _connector.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>The one whose turn it is.</summary>
    private GoalCoachBot Bot => _bots[_activities % _bots.Count].Services.GetRequiredService<GoalCoachBot>();

    /// <summary>Lets time pass in the steps in which the alarms look around.</summary>
    private async Task PassAsync(TimeSpan time)
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
    /// Waits for the messages of the last commit: the connector takes them at once, but on other threads.
    /// </summary>
    private async Task ArrivedAsync()
    {
        foreach (var bot in _bots)
            await bot.Services.GetRequiredService<OutboxDispatcher>().SentAsync(_key);
        _screen.Take(_connector.Arrived(), null);
    }

    private void See(InvokeResponse? answer, CardOnScreen? tapped)
    {
        if (answer?.Body is not { } body)
            return;
        var said = JsonElement.Parse(body.Span);
        _screen.Take(
            said.GetProperty("type").GetString() == Attachment.AdaptiveCard
                ? [new(null, new(said.GetProperty("value"), tapped?.ActivityId), InPlace: true)]
                : [],
            tapped
        );
    }

    private (Activity Activity, CardOnScreen Card) Tap(string title, Act act)
    {
        var card = _screen.With(title);
        var button = card.Find(title)!.Value;
        var filled = act.Filled.ToDictionary(
            one => card.Fields.Keys.First(field => field.StartsWith(one.Field, StringComparison.Ordinal)),
            one => one.Value,
            StringComparer.Ordinal
        );
        var action = new
        {
            type = "Action.Execute",
            verb = button.GetProperty("verb").GetString(),
            data = card.Send(button, filled),
        };
        return (
            Next(ActivityTypes.Invoke) with
            {
                Name = InvokeNames.AdaptiveCardAction,
                ReplyToId = card.ActivityId,
                Value = JsonSerializer.SerializeToElement(new { action, trigger = "manual" }),
            },
            card
        );
    }

    private Activity Message(string text) => Next(ActivityTypes.Message) with { Text = text };

    private Activity Next(string type) =>
        new()
        {
            Type = type,
            Id = string.Create(CultureInfo.InvariantCulture, $"17{++_activities:d11}"),
            ChannelId = "msteams",
            ServiceUrl = "http://127.0.0.1/teams/",
            Locale = "en-US",
            LocalTimezone = "America/New_York",
            From = new()
            {
                Id = "29:1abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz0123456789",
                Name = "Sam Rivera",
                AadObjectId = Student,
            },
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
        public DateTimeOffset Now { get; set; } = SchoolWeek.Monday.AddDays(-14);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class TakesEverything : HttpMessageHandler
    {
        private readonly Lock _lock = new();
        private readonly List<Shown> _arrived = [];
        private long _id = 1726000000000;

        /// <summary>What came since the last look.</summary>
        public Shown[] Arrived()
        {
            lock (_lock)
            {
                Shown[] arrived = [.. _arrived];
                _arrived.Clear();
                return arrived;
            }
        }

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            var activity = JsonElement.Parse(await request.Content!.ReadAsByteArrayAsync(cancellationToken));
            var id = Interlocked.Increment(ref _id).ToString(CultureInfo.InvariantCulture);
            if (activity.TryGetProperty("attachments", out var attachments))
            {
                lock (_lock)
                    _arrived.Add(new(null, new(attachments[0].GetProperty("content").Clone(), id)));
            }

            return new HttpResponseMessage(HttpStatusCode.Created)
            {
                Content = new StringContent($$"""{"id":"{{id}}"}""", Encoding.UTF8, "application/json"),
            };
        }
    }
}
