using System.Text;
using System.Text.Json.Nodes;
using Milestones.Features.Teaching;
using Milestones.School;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>
/// Where Graph is not asked and adding the bot makes nobody a teacher: the administrator's code does.
/// </summary>
public class AuthorityJourneys : IAsyncLifetime
{
    private BotFixture _bot = null!;
    private Student _lee = null!;
    private Student _sam = null!;
    private Team _team = null!;

    public async Task InitializeAsync()
    {
        _bot = await BotFixture.StartAsync(await OpenStoreAsync(), settings: "--Classes:InstallerIsTeacher=false");
        (_lee, _sam) = (_bot.Student("Lee"), _bot.Student("Sam"));
        _team = new Team(_bot, "7B Math", _lee, _sam);
    }

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    private protected virtual Task<TestStore> OpenStoreAsync() => Task.FromResult(TestStore.Sqlite());

    [StoreFact]
    public async Task Adding_the_bot_makes_nobody_a_teacher_and_a_code_does()
    {
        await _team.AddBotAsync(_sam);
        Assert.Contains("I don't know yet who teaches here.", Words(_team.Channel[0]), StringComparison.Ordinal);
        Assert.DoesNotContain("That's not our teacher", _team.Channel[0].Card!.Titles);
        foreach (var person in new[] { _lee, _sam })
        {
            Assert.StartsWith(
                "No teacher of this class is known to me now",
                (await _team.TapsAsync(person, "Set up class", _team.Channel[0].Card!)).Text,
                StringComparison.Ordinal
            );
        }

        var code = await _bot.TeacherCodeAsync(_team);
        Assert.StartsWith(
            "Welcome! You are a teacher of 7B Math now",
            await SendAsync(_lee, code.ToLowerInvariant()),
            StringComparison.Ordinal
        );

        Assert.Contains("7B Math is set up", Words(await _team.SetUpAsync(_lee)), StringComparison.Ordinal);
        Assert.Contains(
            _team.Channel,
            shown => shown.Text?.StartsWith("Lee Rivera teaches this class", StringComparison.Ordinal) == true
        );
        Assert.Equal(MemberRole.Student, Assert.Single((await _bot.PersonAsync(_sam))!.Classes).Role);
        Assert.Equal(["codeMade", "codeUsed", "teachers"], (await AuditAsync()).Order(StringComparer.Ordinal));
    }

    [StoreFact]
    public async Task A_code_works_once_within_a_day_and_for_who_is_in_the_team()
    {
        var outsider = _bot.Student("Outsider");
        await _team.AddBotAsync(_lee);
        var (old, used) = (await _bot.TeacherCodeAsync(_team), await _bot.TeacherCodeAsync(_team));
        Assert.StartsWith(
            "That code is for a team you are not in",
            await SendAsync(outsider, used),
            StringComparison.Ordinal
        );

        await SendAsync(_lee, used);
        Assert.StartsWith("I don't know that code", await SendAsync(_sam, used), StringComparison.Ordinal);
        _bot.Clock.Advance(TimeSpan.FromHours(25));
        Assert.StartsWith("I don't know that code", await SendAsync(_sam, old), StringComparison.Ordinal);
        Assert.StartsWith(
            "I don't know that code",
            await SendAsync(_sam, "ABCD-EFGH-JKLM-NPQR"),
            StringComparison.Ordinal
        );

        Assert.Equal(
            [_lee.ObjectId],
            (await _team.ReadAsync())!
                .Members.Where(member => member.Role == MemberRole.Teacher)
                .Select(member => member.ObjectId)
        );
    }

    [StoreFact]
    public async Task When_the_last_teacher_has_left_the_class_is_locked_until_a_code_and_no_coming_and_going_opens_it()
    {
        await _team.AddBotAsync(_lee);
        await SendAsync(_lee, await _bot.TeacherCodeAsync(_team));
        await _team.SetUpAsync(_lee);

        await _team.LeavesAsync(_lee);
        await _team.RemoveBotAsync(_sam);
        await _team.AddBotAsync(_sam);
        await _team.JoinsAsync(_lee);

        foreach (var person in new[] { _lee, _sam })
        {
            Assert.StartsWith(
                "No teacher of this class is known to me now",
                (await _team.TapsAsync(person, "Set up class", _team.Channel[0].Card!)).Text,
                StringComparison.Ordinal
            );
        }

        Assert.Equal([], Assert.Single((await _bot.PersonAsync(_sam))!.Classes).Readers);
        await SendAsync(_lee, await _bot.TeacherCodeAsync(_team));
        await _team.SettleAsync();
        Assert.Equal(["Lee Rivera"], Assert.Single((await _bot.PersonAsync(_sam))!.Classes).Readers);
    }

    [StoreFact]
    public async Task A_bot_that_was_away_shows_nothing_until_a_code_says_who_teaches_now()
    {
        await _team.AddBotAsync(_lee);
        await SendAsync(_lee, await _bot.TeacherCodeAsync(_team));
        await _team.SetUpAsync(_lee);
        await _team.RemoveBotAsync(_lee);
        await _team.AddBotAsync(_lee);

        Assert.StartsWith(
            "No teacher of this class is known to me now",
            (await Tapped(_lee, TeacherVerbs.Class)).Text,
            StringComparison.Ordinal
        );
        await SendAsync(_lee, await _bot.TeacherCodeAsync(_team));
        Assert.NotNull((await Tapped(_lee, TeacherVerbs.Class)).Card);
    }

    [StoreFact]
    public async Task Who_left_untold_is_refused_within_five_minutes_and_so_is_who_cannot_be_checked()
    {
        await _team.AddBotAsync(_lee);
        await SendAsync(_lee, await _bot.TeacherCodeAsync(_team));
        await _team.SetUpAsync(_lee);
        await LaterAsync(TimeSpan.FromMinutes(6));
        _bot.Connector.Answer(
            StubAnswer.Error(503, "ServiceUnavailable"),
            when: call => call.Route == ConnectorRoute.Member
        );
        foreach (var words in new[] { "my class", "who hasn't reflected?", "set up class" })
        {
            Assert.StartsWith(
                "I couldn't check just now",
                (await SaidAsync(_lee, words)).Text,
                StringComparison.Ordinal
            );
        }

        Assert.StartsWith(
            "I couldn't check just now",
            (await Tapped(_lee, TeacherVerbs.Class)).Text,
            StringComparison.Ordinal
        );

        _bot.Connector.Forget();
        Assert.NotNull((await Tapped(_lee, TeacherVerbs.Class)).Card);
        _team.Roster.RemoveAll(member => member.AadObjectId == _lee.ObjectId);
        await LaterAsync(TimeSpan.FromMinutes(6));
        Assert.StartsWith(
            "That's for a teacher of this class",
            (await Tapped(_lee, TeacherVerbs.Class)).Text,
            StringComparison.Ordinal
        );
        Assert.NotNull((await _team.ReadAsync())!.LockedAt);
    }

    [StoreFact]
    public async Task The_command_takes_the_teams_link_and_says_what_it_needs()
    {
        await _team.AddBotAsync(_lee);
        var link =
            $"https://teams.microsoft.com/l/team/{Uri.EscapeDataString(_team.Id)}/conversations"
            + $"?groupId=x&tenantId={Student.Tenant}";

        Assert.Equal(0, (await _bot.RunTeacherCodeAsync("--team", link)).ExitCode);
        Assert.Equal(2, (await _bot.RunTeacherCodeAsync()).ExitCode);
        Assert.Equal(2, (await _bot.RunTeacherCodeAsync("--team", _team.Id)).ExitCode);
        Assert.Equal(
            2,
            (
                await _bot.RunTeacherCodeAsync("--team", link.Replace("/team/", "/channel/", StringComparison.Ordinal))
            ).ExitCode
        );
        Assert.Equal(
            1,
            (await _bot.RunTeacherCodeAsync("--team", "19:elsewhere", "--tenant", Student.Tenant)).ExitCode
        );
    }

    private static string Words(Shown shown) => string.Join('\n', shown.Lines());

    private async Task<string> SendAsync(Student person, string code)
    {
        using var response = await person.PostAsync(person.Message(code));
        await _bot.SentAsync(_team.Key);
        await _team.SettleAsync();
        return (await person.ArrivedAsync())[^1].Text!;
    }

    private async Task<Shown> SaidAsync(Student person, string words)
    {
        await person.ArrivedAsync();
        return (await person.SaysAsync(words))[^1];
    }

    private async Task<Shown> Tapped(Student person, string verb) =>
        Assert.Single(
            await person.AnswersAsync(person.Invoke(verb, new JsonObject { ["class"] = _team.Key.Partition }), null),
            shown => shown.InPlace
        );

    private async Task LaterAsync(TimeSpan time)
    {
        await _bot.QuietAsync();
        _bot.Clock.Advance(time);
    }

    private async Task<IEnumerable<string>> AuditAsync() =>
        (await _bot.Store.ListAsync(_team.Key.Partition, "audit-teachers:", null, 50, CancellationToken.None)).Select(
            entry => JsonNode.Parse(Encoding.UTF8.GetString(entry.Document.Json.Span))!["what"]!.GetValue<string>()
        );
}
