using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Milestones.Channel.Sending;
using Milestones.Conversations;
using Milestones.School;
using Milestones.Storage;
using Milestones.Turns;

namespace Milestones.Tests.Support;

/// <summary>
/// The whole bot on loopback: its own store, a connector that remembers what arrives, and a clock that a test moves. It
/// can be
/// killed and started again on the same store.
/// </summary>
internal sealed class BotFixture : IAsyncDisposable
{
    /// <summary>So long after the last delivery an idle document gets a commit that notes it.</summary>
    public static readonly TimeSpan NotedAfter = OutboxDispatcher.Idle + TimeSpan.FromSeconds(1);

    /// <summary>The limits run by the real clock, and a script talks faster than any person.</summary>
    private static readonly string[] NoLimits = [.. WideLimits.Settings.Select(one => $"--{one.Key}={one.Value}")];

    private readonly TestStore _store;
    private readonly string[] _settings;
    private readonly HttpClient _http = new();
    private readonly Action<IServiceCollection>? _change;
    private WebApplication _app = null!;
    private Uri _messages = null!;
    private readonly List<DocumentKey> _keys = [];
    private int _students;

    private BotFixture(TestStore store, Action<IServiceCollection>? change, string[] settings, ConnectorStub connector)
    {
        (_store, _change, _settings) = (store, change, settings);
        Connector = connector;
    }

    public ConnectorStub Connector { get; }

    /// <summary>Of the bot that runs now. A bot that was killed keeps the time at which it stopped.</summary>
    public TimeByHand Clock { get; private set; } = new(PureChat.Monday);

    /// <summary>Everything any of the bots logged.</summary>
    public LogBook Log { get; } = new();

    /// <summary>What goes wrong with the store, when a test says so.</summary>
    public StoreTrouble Trouble { get; } = new();

    public IDocumentStore Store => _app.Services.GetRequiredService<IDocumentStore>();

    /// <summary>Where a browser reaches the bot that runs now.</summary>
    public Uri Address => new(_messages, "/");

    public IServiceProvider Services => _app.Services;

    public OutboxDispatcher Outbox => _app.Services.GetRequiredService<OutboxDispatcher>();

    /// <param name="change">The last word on services, such as what stands in for Graph.</param>
    public static async Task<BotFixture> StartAsync(
        TestStore? store = null,
        Action<IServiceCollection>? change = null,
        params string[] settings
    )
    {
        var bot = new BotFixture(store ?? TestStore.Sqlite(), change, settings, await ConnectorStub.StartAsync());
        await bot.RunAsync();
        return bot;
    }

    /// <summary>Somebody with a personal chat with the bot.</summary>
    public Student Student(string name = "Sam", string locale = "en-US")
    {
        var student = new Student(this, name, ++_students) { Locale = locale };
        Knows(student.Key);
        return student;
    }

    /// <summary>A document whose messages <see cref="QuietAsync"/> waits for.</summary>
    public void Knows(DocumentKey key) => _keys.Add(key);

    /// <summary>The alarm clock looks once, as it does every few seconds.</summary>
    public Task<int> RingAsync() => _app.Services.GetRequiredService<AlarmService>().RingAsync(CancellationToken.None);

    /// <summary>
    /// Waits until nothing is under way to this student, and then for the look that notes it in the document.
    /// </summary>
    public async Task NotedAsync(Student student)
    {
        await Outbox.SentAsync(student.Key);
        Clock.Advance(NotedAfter);
        await RingAsync();
    }

    /// <summary>Stops in good order, with time for what is under way.</summary>
    public Task StopAsync() => _app.StopAsync();

    /// <summary>Ends the process in the middle of whatever it does, and starts another one later.</summary>
    public async Task CrashAsync(TimeSpan downFor = default)
    {
        await EndAsync();
        Clock = new TimeByHand(Clock.Now + downFor);
        await RunAsync();
    }

    /// <summary>What an administrator gets from the command that makes a code for this team.</summary>
    public Task<(int ExitCode, string Said)> RunTeacherCodeAsync(params IEnumerable<string> arguments) =>
        RunAsync(TeacherCodeCommand.RunAsync, ["teacher-code", .. arguments]);

    /// <summary>The same from the commands about the figures of a school.</summary>
    public Task<(int ExitCode, string Said)> RunSchoolAsync(params IEnumerable<string> arguments) =>
        RunAsync(SchoolCommands.RunAsync, arguments);

    private async Task<(int ExitCode, string Said)> RunAsync(
        Func<string[], IConfiguration, TimeProvider, TextWriter, CancellationToken, Task<int?>> command,
        IEnumerable<string> arguments
    )
    {
        using var said = new StringWriter();
        var exitCode = await command(
            [.. arguments],
            new ConfigurationBuilder().AddCommandLine([.. _store.Settings]).Build(),
            Clock,
            said,
            CancellationToken.None
        );
        return (exitCode!.Value, said.ToString());
    }

    public async Task<string> TeacherCodeAsync(Team team)
    {
        var (exitCode, said) = await RunTeacherCodeAsync("--team", team.Id, "--tenant", Tests.Support.Student.Tenant);
        Assert.Equal(0, exitCode);
        return said.Split('\n')[0].Trim();
    }

    public async Task<Person?> PersonAsync(Student student) =>
        await Store.GetAsync(student.Key, CancellationToken.None) is { } stored
            ? Kinds.All.Person.Read(stored.Document)
            : null;

    public async Task<Classroom?> ClassAsync(DocumentKey key) =>
        await Store.GetAsync(key, CancellationToken.None) is { } stored ? Kinds.All.Class.Read(stored.Document) : null;

    /// <summary>Ends when nothing committed for this document is under way.</summary>
    public Task SentAsync(DocumentKey key) => Outbox.SentAsync(key).WaitAsync(ConnectorStub.Patience);

    /// <summary>
    /// Ends when nothing is under way from anybody, messages from one document to the next included. To be awaited
    /// before the clock moves: else time limits run out.
    /// </summary>
    public async Task QuietAsync()
    {
        while (_keys.FirstOrDefault(key => Outbox.UnderWay(key).Count > 0) is { Partition: not null } key)
            await SentAsync(key);
    }

    public async Task<HttpResponseMessage> PostAsync(string activity)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(activity));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return await _http.PostAsync(_messages, content);
    }

    /// <summary>Where the bot that runs now has this page.</summary>
    public Uri Page(string path) => new(_messages, path);

    /// <summary>What a browser gets there.</summary>
    public async Task<(HttpStatusCode Status, string Html)> BrowseAsync(string path, HttpContent? form = null)
    {
        var address = new Uri(_messages, path);
        using var response = form is null ? await _http.GetAsync(address) : await _http.PostAsync(address, form);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        await Connector.DisposeAsync();
        _http.Dispose();
        _store.Dispose();
    }

    private async Task RunAsync()
    {
        string[] settings =
        [
            "--environment=Development",
            "--urls=http://127.0.0.1:0",
            "--Playground:Enabled=false",
            .. NoLimits,
            .. _store.Settings,
            .. _settings,
        ];
        _app = BotApplication.Build(
            settings,
            builder =>
            {
                builder.Logging.ClearProviders().AddProvider(Log);
                builder.Services.AddSingleton<TimeProvider>(Clock);
                Trouble.Put(builder.Services);
                _change?.Invoke(builder.Services);
            }
        );
        await _app.StartAsync();
        _messages = new Uri(new Uri(_app.Urls.Single()), "/api/messages");
    }

    private async Task EndAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }
}
