using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Milestones.School;
using Milestones.Tests.Support;

namespace Milestones.Tests.Storage;

/// <summary>
/// The bot's own program, killed with -9 between a teacher's yes and the channel, and while the card is changed: in the
/// end exactly one post is there, with the right number of cheers.
/// </summary>
public sealed class PostDurabilityTests : IAsyncLifetime, IDisposable
{
    private readonly TestStore _store = TestStore.Sqlite();
    private readonly HttpClient _http = new();

    /// <summary>Makes the class, and keeps the connector when its bot has stopped.</summary>
    private BotFixture Bot { get; set; } = null!;

    private BotProcess Process { get; set; } = null!;

    public async Task InitializeAsync() =>
        // The program has the clock on the wall, which may be years away from the one the class was made by.
        Bot = await BotFixture.StartAsync(_store, null, "--School:RetentionDays=3650");

    public async Task DisposeAsync()
    {
        if (Process is not null)
            await Process.DisposeAsync();
        await Bot.DisposeAsync();
    }

    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData(false)] // as soon as the yes is acknowledged
    [InlineData(true)] // while the channel has it and has not answered
    public async Task Killed_between_the_yes_the_channel_and_a_cheer_there_is_one_post(bool atTheConnector)
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana", "Kai");
        var (lee, sam, ana) = (course.Teacher, course["Sam"], course["Ana"]);
        await sam.TapsAsync("Helped me", (await sam.SaysAsync("shout out to ana"))[0].Card!);
        await ana.TapsAsync("In the channel", Assert.Single(await course.NewAsync(ana)).Card!);
        var waiting = Assert.Single(await course.NewAsync(lee)).Card!;
        await course.SettleAsync();
        await Bot.StopAsync();

        Process = await BotProcess.StartAsync(
            new("Store__Sqlite__Path", _store.Settings[^1].Split('=')[1]),
            new("School__RetentionDays", "3650"),
            new("Outbox__Lease", "00:00:08"),
            new("Outbox__Idle", "00:00:05"),
            new("Outbox__Pause", "00:00:01")
        );
        var never = new TaskCompletionSource();
        if (atTheConnector)
        {
            Bot.Connector.Answer(
                StubAnswer.After(never.Task),
                times: 1,
                when: call => call.Route == ConnectorRoute.Send && call.ConversationId == course.Team.Id
            );
        }

        await PostAsync(lee.Tap(waiting, "Post it"));
        if (atTheConnector)
            await Bot.Connector.UntilAsync((ConnectorCall _) => Posted(course).Count > 0);
        await KilledAsync();
        never.SetResult();

        // Where nobody knows whether it is there a teacher is asked: it may have been posted, and the killed bot not
        // have heard so. A yes that had not reached the class is brought again, and nothing needs to be asked.
        await Process.Running.ReachedAsync(
            "the post or the question whether it is there",
            async () =>
                Asked(lee) is not null || (await course.Team.ReadAsync())!.Posts is [{ State: PostState.Posted }]
        );
        if (Asked(lee) is { } asked)
            await PostAsync(lee.Tap(asked, Posted(course).Count > 0 ? "It's there" : "It isn't"));
        await Process.Running.ReachedAsync(
            "the post, known to be there",
            async () =>
                Posted(course).Count > 0 && (await course.Team.ReadAsync())!.Posts is [{ State: PostState.Posted }]
        );

        // Two cheers, and an end in the middle of the first change of the card.
        var post = new CardOnScreen(Posted(course)[0].Json, Posted(course)[0].ActivityId ?? "1234");
        var forEver = new TaskCompletionSource();
        Bot.Connector.Answer(
            StubAnswer.After(forEver.Task),
            times: 1,
            when: call => call.Route == ConnectorRoute.Update
        );
        await PostAsync(course.Team.Moved(sam.Tap(post, "👏 Cheer")));
        await Bot.Connector.UntilAsync(calls => calls.Any(call => call.Route == ConnectorRoute.Update));
        await PostAsync(course.Team.Moved(course["Kai"].Tap(post, "👏 Cheer")));
        await KilledAsync();
        forEver.SetResult();
        await Bot.Connector.UntilAsync(calls => calls.Any(call => Shows(call, "[👏 Cheer · 2]")));

        Assert.Single(Posted(course));
        var stored = Assert.Single((await course.Team.ReadAsync())!.Posts);
        Assert.Equal((PostState.Posted, 2), (stored.State, stored.Cheers.Count));
    }

    private async Task KilledAsync()
    {
        await Process.KillAsync();
        await Process.StartAgainAsync();
    }

    private async Task PostAsync(JsonNode activity)
    {
        using var content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(Process.Messages, content);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private CardOnScreen? Asked(Student teacher) =>
        Bot
            .Connector.Messages.Where(call => call.ConversationId == teacher.Conversation && call.Card is not null)
            .Select(call => Student.See(call).Card!)
            .LastOrDefault(card => card.Find("It's there") is not null);

    private static bool Shows(ConnectorCall call, string line) =>
        call is { Route: ConnectorRoute.Update, Card: { } card } && new CardOnScreen(card).Lines().Contains(line);

    private static List<CardOnScreen> Posted(Course course) =>
        [
            .. course
                .Team.Channel.Where(shown => !shown.InPlace && shown.Card?.Find("👏 Cheer") is not null)
                .Select(shown => shown.Card!),
        ];
}
