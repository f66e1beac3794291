using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Milestones.Conversations;
using Milestones.Storage;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>Words of concern reach an adult, whatever happens on the way.</summary>
public class AlertJourneys : Journey
{
    private const string Words = "i want to kill myself";

    private Student _lee = null!;
    private Student _kim = null!;
    private Student _sam = null!;
    private Student _counselor = null!;
    private Team _team = null!;
    private IReadOnlyList<string> _settings = [];

    private protected virtual Task<TestStore> EmptyStoreAsync() => Task.FromResult(TestStore.Sqlite());

    private protected sealed override async Task<TestStore> OpenStoreAsync()
    {
        var store = (await EmptyStoreAsync()).With("--Safety:TenantContacts:0=aaaaaaaa-0000-0000-0000-000000000004");
        _settings = store.Settings;
        return store;
    }

    [StoreFact]
    public async Task The_contacts_are_told_at_once_who_and_how_and_not_one_word_of_it()
    {
        await ClassAsync();
        var before = Bot.Clock.Now;

        var answer = await _sam.SaysAsync(Words);

        Assert.Contains(
            "An adult at your school will check in with you.",
            string.Join('\n', answer[0].Lines()),
            StringComparison.Ordinal
        );
        var call = await CallAsync(_lee, 1);
        Assert.Equal(before, Bot.Clock.Now);
        var card = string.Join('\n', Student.See(call).Lines());
        Assert.Contains("Please talk to Sam Rivera", card, StringComparison.Ordinal);
        Assert.Contains("hurting themselves", card, StringComparison.Ordinal);
        Assert.DoesNotContain("kill", call.Body.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(
            Bot.Connector.Messages,
            message =>
                message.ConversationId.StartsWith(_team.Id, StringComparison.Ordinal)
                && message.Body.GetRawText().Contains("Sam", StringComparison.Ordinal)
        );
    }

    [StoreFact]
    public async Task Without_a_class_no_adult_is_promised()
    {
        var sam = Bot.Student();

        Assert.DoesNotContain(
            "will check in",
            string.Join('\n', (await sam.SaysAsync(Words))[0].Lines()),
            StringComparison.Ordinal
        );
    }

    [StoreFact]
    public async Task It_is_repeated_until_somebody_is_on_it_and_audited()
    {
        await ClassAsync();
        await _sam.SaysAsync(Words);
        await CallAsync(_lee, 1);

        await PassAsync(TimeSpan.FromMinutes(30));
        var second = await CallAsync(_lee, 2);
        Assert.Contains(
            "Nobody has answered this yet.",
            string.Join('\n', Student.See(second).Lines()),
            StringComparison.Ordinal
        );
        await PassAsync(TimeSpan.FromSeconds(5));
        var answered = await _lee.TapsAsync("I'm on it", Student.See(second).Card!);
        Assert.Contains(
            answered,
            shown =>
                shown.InPlace
                && string.Join('\n', shown.Lines()).Contains("You're talking to Sam Rivera", StringComparison.Ordinal)
        );
        await _team.SettleAsync();
        await PassAsync(TimeSpan.FromHours(5));

        Assert.Equal(2, Calls(_lee).Count);
        Assert.Empty((await _team.ReadAsync())!.Alerts);
        Assert.Empty((await Bot.PersonAsync(_sam))!.Alerts);
        var audit = (await Bot.Store.ListAsync(_team.Key.Partition, "audit:", null, 50, CancellationToken.None))
            .Select(entry => JsonDocument.Parse(entry.Document.Json).RootElement)
            .ToList();
        Assert.Equal(
            ["raised", "told", "told", "handled"],
            audit.Select(entry => entry.GetProperty("what").GetString())
        );
        Assert.All(
            audit,
            entry => Assert.DoesNotContain("kill", entry.GetRawText(), StringComparison.OrdinalIgnoreCase)
        );
    }

    [StoreFact]
    public async Task A_false_alarm_is_closed_with_one_tap_and_the_other_contacts_hear_of_it()
    {
        await ClassAsync(both: true);
        await _sam.SaysAsync(Words);
        var toLee = await CallAsync(_lee, 1);
        var toKim = await CallAsync(_kim, 1);

        await _lee.TapsAsync("False alarm", Student.See(toLee).Card!);
        await _team.SettleAsync();

        Assert.Empty((await Bot.PersonAsync(_sam))!.Alerts);
        Assert.Contains(
            Bot.Connector.Messages,
            call =>
                IsTo(call, _kim)
                && call.Text?.Contains("closed the call about Sam Rivera", StringComparison.Ordinal) == true
        );
        var late = await _kim.TapsAsync("I'm on it", Student.See(toKim).Card!);
        Assert.StartsWith(
            "Somebody has already answered this",
            Assert.Single(late, shown => shown.InPlace).Text,
            StringComparison.Ordinal
        );
    }

    [StoreFact]
    public async Task Answered_by_two_at_once_it_is_answered_and_audited_once()
    {
        await ClassAsync(both: true);
        await _sam.SaysAsync(Words);
        var toLee = Student.See(await CallAsync(_lee, 1)).Card!;
        var toKim = Student.See(await CallAsync(_kim, 1)).Card!;

        var answers = await Task.WhenAll(
            _lee.PostAsync(_lee.Tap(toLee, "I'm on it")),
            _kim.PostAsync(_kim.Tap(toKim, "False alarm"))
        );
        await _team.SettleAsync();

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Empty((await _team.ReadAsync())!.Alerts);
        var audit = await Bot.Store.ListAsync(_team.Key.Partition, "audit:", null, 50, CancellationToken.None);
        Assert.Single(
            audit,
            entry =>
                JsonDocument.Parse(entry.Document.Json).RootElement.GetProperty("what").GetString()
                    is "handled"
                        or "falseAlarm"
        );
    }

    [StoreFact]
    public async Task Only_a_contact_can_answer()
    {
        await ClassAsync();
        await _sam.SaysAsync(Words);
        var card = Student.See(await CallAsync(_lee, 1)).Card!;

        foreach (var other in new[] { _sam, _kim })
        {
            Assert.StartsWith(
                "Somebody has already answered this",
                Assert.Single(await other.TapsAsync("False alarm", card), shown => shown.InPlace).Text,
                StringComparison.Ordinal
            );
        }

        await _team.SettleAsync();

        Assert.Single((await _team.ReadAsync())!.Alerts);
    }

    [StoreFact]
    public async Task At_night_the_first_call_comes_at_once_and_the_next_in_the_morning()
    {
        await ClassAsync();
        await PassAsync(TimeSpan.FromHours(13)); // 23:00 in New York
        await _sam.SaysAsync(Words);
        await CallAsync(_lee, 1);

        for (var hour = 0; hour < 7; hour++)
            await PassAsync(TimeSpan.FromHours(1));
        Assert.Single(Calls(_lee));

        await PassAsync(TimeSpan.FromHours(1.5));
        Assert.Equal(2, Calls(_lee).Count);
    }

    [StoreFact]
    public async Task After_four_hours_the_tenants_contact_is_told_and_may_answer()
    {
        await ClassAsync();
        await _counselor.SaysAsync("hi");
        await _sam.SaysAsync(Words);
        await CallAsync(_lee, 1);
        Assert.Empty(Calls(_counselor));

        for (var half = 0; half < 8; half++)
            await PassAsync(TimeSpan.FromMinutes(30));

        var call = await CallAsync(_counselor, 1);
        await _counselor.TapsAsync("I'm on it", Student.See(call).Card!);
        await _team.SettleAsync();
        Assert.Empty((await _team.ReadAsync())!.Alerts);
    }

    [StoreFact]
    public async Task An_alert_outlives_a_crash_and_a_connector_in_trouble()
    {
        await ClassAsync();
        Bot.Connector.Answer(
            StubAnswer.After(new TaskCompletionSource().Task),
            times: 1,
            when: call => call.Card is not null && IsTo(call, _lee)
        );
        await _sam.SaysAsync(Words);
        await CallAsync(_lee, 1);

        await Bot.CrashAsync(downFor: OutboxState.ShortLease + TimeSpan.FromSeconds(1));
        await Bot.RingAsync();

        await CallAsync(_lee, 2);
        await _team.SettleAsync();
        Assert.Empty((await _team.ReadAsync())!.Outbox.Entries);
    }

    [StoreFact]
    public async Task A_call_for_help_lost_on_its_way_to_the_class_arrives_within_a_minute_of_the_restart()
    {
        await ClassAsync();
        var lost = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Bot.Trouble.BeforeReplace = (key, _) =>
        {
            if (key != _team.Key)
                return Task.CompletedTask;
            lost.TrySetResult();
            throw new StoreUnavailableException("The disk is slow.");
        };
        await _sam.SaysAsync(Words);

        // The student is answered before the class is told: the call is on its way until it meets the trouble.
        await lost.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Empty(Calls(_lee));
        await Bot.CrashAsync();
        Bot.Trouble.BeforeReplace = null;
        Assert.Empty(Calls(_lee));
        Bot.Clock.Advance(TimeSpan.FromSeconds(50));
        await Bot.RingAsync();

        await CallAsync(_lee, 1);
    }

    [StoreFact]
    public async Task A_second_process_does_not_call_again_what_the_first_one_delivered()
    {
        await ClassAsync();
        await using var second = await BotFixture.StartAsync(new TestStore(_settings));
        await _sam.SaysAsync(Words);
        await CallAsync(_lee, 1);
        await Bot.QuietAsync();
        await Bot.RingAsync();

        second.Clock.Advance(Bot.Clock.Now - second.Clock.Now + OutboxState.Lease);
        await second.RingAsync();
        await second.RingAsync();
        await second.SentAsync(_team.Key);

        Assert.Single(Calls(_lee));
    }

    [StoreFact]
    public async Task A_contact_who_cannot_be_reached_any_more_is_not_waited_for()
    {
        await ClassAsync();
        await _counselor.SaysAsync("hi");
        Bot.Connector.Answer(
            StubAnswer.Error(403, "ConversationBlockedByUser"),
            when: call => call.IsMessage && IsTo(call, _lee)
        );

        await _sam.SaysAsync(Words);
        await _team.SettleAsync();

        await CallAsync(_counselor, 1);
    }

    [StoreFact]
    public async Task Where_nobody_of_the_class_can_be_reached_the_tenants_contact_is_called_and_nothing_promised()
    {
        (_lee, _kim, _sam, _counselor) = (
            Bot.Student("Lee"),
            Bot.Student("Kim"),
            Bot.Student("Sam"),
            Bot.Student("Counselor")
        );
        await _counselor.SaysAsync("hi");
        Bot.Connector.Answer(
            StubAnswer.Error(403, "ConversationBlockedByUser"),
            when: call =>
                call.Route == ConnectorRoute.Create
                && call.ConversationId.EndsWith(_lee.ObjectId, StringComparison.Ordinal)
        );
        _team = new Team(Bot, "7B Math", _lee, _kim, _sam);
        await _team.AddBotAsync(_lee);
        await _team.SetUpAsync(_lee);

        var answer = await _sam.SaysAsync(Words);

        Assert.DoesNotContain("will check in", string.Join('\n', answer[0].Lines()), StringComparison.Ordinal);
        await CallAsync(_counselor, 1);
    }

    [StoreFact]
    public async Task Editing_or_deleting_the_words_withdraws_nothing()
    {
        await ClassAsync();
        await _sam.SaysAsync(Words);
        foreach (
            var (type, change) in new[] { ("messageUpdate", "editMessage"), ("messageDelete", "softDeleteMessage") }
        )
        {
            using var response = await _sam.PostAsync(
                _sam.Activity(
                    type,
                    activity =>
                    {
                        activity["id"] = "Sam-1";
                        activity["channelData"] = new JsonObject { ["eventType"] = change };
                        activity["text"] = type == "messageUpdate" ? "just kidding" : null;
                    }
                )
            );
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        await CallAsync(_lee, 1);
        Assert.Single((await Bot.PersonAsync(_sam))!.Alerts);
        await PassAsync(TimeSpan.FromMinutes(30));
        await CallAsync(_lee, 2);
    }

    [StoreFact]
    public async Task Words_that_a_message_gets_only_by_editing_it_are_read_too()
    {
        await ClassAsync();
        await _sam.SaysAsync("i want to read 20 pages a day");

        await EditAsync("i want to read 30 pages a day", second: 1);
        Assert.Single(await _sam.ArrivedAsync());
        await EditAsync(Words, second: 2);
        await EditAsync(Words, second: 2);

        var answer = Assert.Single(await _sam.ArrivedAsync());
        Assert.Contains("Thank you for telling me", string.Join('\n', answer.Lines()), StringComparison.Ordinal);
        Assert.Single((await Bot.PersonAsync(_sam))!.Alerts);
        await CallAsync(_lee, 1);

        async Task EditAsync(string text, int second)
        {
            using var response = await _sam.PostAsync(
                _sam.Activity(
                    "messageUpdate",
                    activity =>
                    {
                        activity["id"] = "Sam-1";
                        activity["timestamp"] = $"2026-09-18T18:00:{second:d2}Z";
                        activity["channelData"] = new JsonObject { ["eventType"] = "editMessage" };
                        activity["text"] = text;
                    }
                )
            );
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [StoreFact]
    public async Task Words_of_concern_in_the_channel_are_answered_in_private_and_call_an_adult()
    {
        await ClassAsync();
        var posts = _team.Channel.Count;

        await _team.SaysAsync(_sam, Words);

        await CallAsync(_lee, 1);
        var answer = Assert.Single(Bot.Connector.Messages, call => call.ConversationId == $"a:chat-{_sam.ObjectId}");
        Assert.Contains(
            "Thank you for telling me",
            string.Join('\n', Student.See(answer).Lines()),
            StringComparison.Ordinal
        );
        var inChannel = Assert.Single(_team.Channel.Skip(posts));
        Assert.StartsWith("I coach in our private chat", inChannel.Text, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task In_a_class_that_is_not_set_up_words_in_the_channel_reach_the_tenants_contact()
    {
        (_lee, _kim, _sam, _counselor) = (
            Bot.Student("Lee"),
            Bot.Student("Kim"),
            Bot.Student("Sam"),
            Bot.Student("Counselor")
        );
        await _counselor.SaysAsync("hi");
        _team = new Team(Bot, "7B Math", _lee, _sam);
        await _team.AddBotAsync(_lee);

        await _team.SaysAsync(_sam, Words);

        await CallAsync(_counselor, 1);
    }

    [StoreFact]
    public async Task A_class_joined_while_a_concern_is_open_hears_of_it()
    {
        _sam = Bot.Student("Sam");
        _lee = Bot.Student("Lee");
        await _sam.SaysAsync(Words);

        _team = new Team(Bot, "7B Math", _lee, _sam);
        await _team.AddBotAsync(_lee);
        await _team.SetUpAsync(_lee);

        await CallAsync(_lee, 1);
    }

    [StoreFact]
    public async Task What_one_class_has_in_hand_the_others_let_go()
    {
        await ClassAsync();
        var other = new Team(Bot, "8A Art", _kim, _sam);
        await other.AddBotAsync(_kim);
        await other.SetUpAsync(_kim);
        await _sam.SaysAsync(Words);
        await CallAsync(_kim, 1);

        await _lee.TapsAsync("I'm on it", Student.See(await CallAsync(_lee, 1)).Card!);
        await _team.SettleAsync();
        await other.SettleAsync();

        Assert.Empty((await other.ReadAsync())!.Alerts);
    }

    /// <summary>
    /// Lee teaches, Sam learns, Kim is a classmate or, with <paramref name="both"/>, a second contact.
    /// </summary>
    private async Task ClassAsync(bool both = false)
    {
        (_lee, _kim, _sam, _counselor) = (
            Bot.Student("Lee"),
            Bot.Student("Kim"),
            Bot.Student("Sam"),
            Bot.Student("Counselor")
        );
        _team = new Team(Bot, "7B Math", _lee, _kim, _sam);
        await _team.AddBotAsync(_lee);
        await _team.SetUpAsync(
            _lee,
            both
                ? new Dictionary<string, string>
                {
                    ["teachers"] = _kim.ObjectId,
                    ["contacts"] = $"{_lee.ObjectId},{_kim.ObjectId}",
                }
                : null
        );
    }

    private async Task PassAsync(TimeSpan time)
    {
        await Bot.QuietAsync();
        Bot.Clock.Advance(time);
        await Bot.RingAsync();
        await Bot.QuietAsync();
    }

    private static bool IsTo(ConnectorCall call, Student person) =>
        call.ConversationId == person.Conversation || call.ConversationId == $"a:chat-{person.ObjectId}";

    private List<ConnectorCall> Calls(Student person) => Calls(Bot.Connector.Calls, person);

    private async Task<ConnectorCall> CallAsync(Student person, int number) =>
        Calls(await Bot.Connector.UntilAsync(calls => Calls(calls, person).Count >= number), person)[number - 1];

    private static List<ConnectorCall> Calls(IReadOnlyList<ConnectorCall> calls, Student person) =>
        [
            .. calls.Where(call =>
                call.IsMessage
                && call.Card is not null
                && IsTo(call, person)
                && call.Body.GetRawText().Contains("Please talk to", StringComparison.Ordinal)
            ),
        ];
}
