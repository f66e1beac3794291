using Milestones.School;
using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>
/// Where Graph says who owns a team, nobody else is its teacher, and nobody at all while it does not say.
/// </summary>
public sealed class OwnerJourneys : IAsyncLifetime, IDisposable
{
    private readonly StubGraph _graph = new();
    private BotFixture _bot = null!;
    private Student _lee = null!;
    private Student _sam = null!;
    private Team _team = null!;

    public async Task InitializeAsync()
    {
        _bot = await BotFixture.StartAsync(change: _graph.Put, settings: "--Graph:Enabled=true");
        (_lee, _sam) = (_bot.Student("Lee"), _bot.Student("Sam"));
        _team = new Team(_bot, "7B Math", _lee, _sam);
        _graph.Owners.Add(_lee);
    }

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    public void Dispose() => _graph.Dispose();

    [Fact]
    public async Task The_owner_sets_up_and_not_the_student_who_added_the_bot()
    {
        await _team.AddBotAsync(_sam);

        Assert.StartsWith(
            "That's for a teacher",
            (await _team.TapsAsync(_sam, "Set up class", _team.Channel[0].Card!)).Text,
            StringComparison.Ordinal
        );
        var form = await _team.TapsAsync(_lee, "Set up class", _team.Channel[0].Card!);
        Assert.DoesNotContain("teachers", form.Card!.Fields.Keys);
        Assert.Contains(
            "7B Math is set up",
            string.Join('\n', (await _team.SetUpAsync(_lee)).Lines()),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Who_is_no_owner_any_more_can_do_nothing_with_the_card_they_still_have()
    {
        await _team.AddBotAsync(_lee);
        await _team.SetUpAsync(_lee);
        var inChannel = (await _team.TapsAsync(_lee, "Set up class", _team.Channel[0].Card!)).Card!;
        await _lee.SaysAsync("set up class");
        var inPrivate = _lee.Screen.With("Save class settings");

        _graph.Owners.Clear();
        await LaterAsync(TimeSpan.FromMinutes(6));

        var change = new Dictionary<string, string> { ["day"] = "Monday" };
        Assert.StartsWith(
            "This team has no owner",
            (await _team.TapsAsync(_lee, "Save class settings", inChannel, change)).Text,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "This team has no owner",
            Assert.Single(await _lee.TapsAsync("Save class settings", inPrivate, change), shown => shown.InPlace).Text,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "This team has no owner",
            Assert.Single(await _lee.TapsAsync("Check again", await ReportAsync()), shown => shown.InPlace).Text,
            StringComparison.Ordinal
        );
        await _team.SettleAsync();
        Assert.Equal(DayOfWeek.Friday, (await _team.ReadAsync())!.Settings!.Schedule.Day);
        Assert.Equal(MemberRole.Student, Assert.Single((await _bot.PersonAsync(_lee))!.Classes).Role);
    }

    [Fact]
    public async Task Asked_for_in_words_the_card_is_for_todays_owners_too()
    {
        await _team.AddBotAsync(_lee);
        await _team.SetUpAsync(_lee);
        _graph.Owners.Clear();
        await LaterAsync(TimeSpan.FromMinutes(6));

        var answer = await _lee.SaysAsync("set up class");

        Assert.DoesNotContain(answer, shown => shown.Card is not null);
    }

    [Theory]
    [InlineData(503, "I couldn't check who owns this team just now")]
    [InlineData(403, "I'm not allowed to see who owns this team")]
    public async Task While_Graph_does_not_say_nobody_may_and_as_soon_as_it_does_the_owner_may(int status, string why)
    {
        await _team.AddBotAsync(_lee);
        var form = (await _team.TapsAsync(_lee, "Set up class", _team.Channel[0].Card!)).Card!;
        _graph.Refuses = status;
        await LaterAsync(TimeSpan.FromMinutes(6));
        Assert.StartsWith(
            why,
            (await _team.TapsAsync(_lee, "Save class settings", form)).Text,
            StringComparison.Ordinal
        );
        Assert.Null((await _team.ReadAsync())!.Settings);

        _graph.Refuses = null;

        Assert.Contains(
            "7B Math is set up",
            string.Join('\n', (await _team.TapsAsync(_lee, "Save class settings", form)).Lines()),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_team_without_owners_is_told_what_it_lacks_until_it_has_one()
    {
        _graph.Owners.Clear();
        await _team.AddBotAsync(_lee);
        Assert.StartsWith(
            "This team has no owner that I can see.",
            (await _team.TapsAsync(_lee, "Set up class", _team.Channel[0].Card!)).Text,
            StringComparison.Ordinal
        );

        _graph.Owners.Add(_lee);
        await LaterAsync(TimeSpan.FromMinutes(6));

        Assert.NotNull((await _team.TapsAsync(_lee, "Set up class", _team.Channel[0].Card!)).Card);
    }

    [Fact]
    public async Task Graph_is_asked_once_for_several_taps_in_a_row()
    {
        await _team.AddBotAsync(_lee);
        var before = _graph.Asked;

        await _team.SetUpAsync(_lee);

        Assert.Equal(before, _graph.Asked);
    }

    [Fact]
    public async Task A_contact_who_does_not_own_the_team_any_more_is_told_nothing_about_students()
    {
        var kim = _bot.Student("Kim");
        _team.Roster.Add(Team.Of(kim));
        _graph.Owners.Add(kim);
        await _team.AddBotAsync(_lee);
        await _team.SetUpAsync(
            _lee,
            new Dictionary<string, string> { ["contacts"] = $"{_lee.ObjectId},{kim.ObjectId}" }
        );

        _graph.Owners.Remove(kim);
        await LaterAsync(TimeSpan.FromDays(1));
        await _team.SettleAsync();
        await _sam.SaysAsync("i want to kill myself");
        await _team.SettleAsync();

        Assert.Equal([_lee.ObjectId], Called());

        IEnumerable<string> Called() =>
            new[] { _lee, kim }
                .Where(adult =>
                    _bot.Connector.Messages.Any(call =>
                        call.Card is not null
                        && call.ConversationId.EndsWith(adult.ObjectId, StringComparison.Ordinal)
                        && call.Body.GetRawText().Contains("Please talk to", StringComparison.Ordinal)
                    )
                )
                .Select(adult => adult.ObjectId);
    }

    private async Task LaterAsync(TimeSpan time)
    {
        await _bot.QuietAsync();
        _bot.Clock.Advance(time);
    }

    private async Task<CardOnScreen> ReportAsync() =>
        Student
            .See(
                await _bot.Connector.UntilAsync(call =>
                    call.Card is not null
                    && call.Body.GetRawText().Contains("Who I can reach", StringComparison.Ordinal)
                )
            )
            .Card!;
}
