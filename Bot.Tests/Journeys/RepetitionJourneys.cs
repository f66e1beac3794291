using System.Net;
using System.Text;
using Milestones.Conversations;
using Milestones.Localization;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>
/// What comes twice changes something once; what comes at once is done one after the other; what cannot be saved is not
/// acknowledged.
/// </summary>
public class RepetitionJourneys : Journey
{
    [StoreFact]
    public async Task A_message_that_comes_again_changes_nothing_and_gets_no_second_answer()
    {
        var sam = Bot.Student();
        var message = sam.Message("i want to get better at math");

        await sam.AnswersAsync(message, null);
        var before = await Bot.PersonAsync(sam);
        await sam.PostAsync(message);
        await Bot.CrashAsync();
        await sam.PostAsync(message);
        await sam.SaysAsync("fractions");

        Assert.Equal(2, Bot.Connector.Messages.Count);
        Assert.Equal(before!.Handled.Marks, (await Bot.PersonAsync(sam))!.Handled.Marks.Take(1));
    }

    [StoreFact]
    public async Task A_double_tap_on_Save_gets_the_same_answer_and_makes_one_goal()
    {
        var sam = Bot.Student();
        var card = await DraftAsync(sam);

        var first = await BodyAsync(sam, sam.Tap(card, "Save"));
        var second = await BodyAsync(sam, sam.Tap(card, "Save")); // a new activity id, the same token
        await Bot.CrashAsync();
        var third = await BodyAsync(sam, sam.Tap(card, "Save"));

        Assert.Contains("Goal saved", first, StringComparison.Ordinal);
        Assert.Equal(first, second);
        Assert.Equal(first, third);
        Assert.Single((await Bot.PersonAsync(sam))!.Goals);
    }

    [StoreFact]
    public async Task Two_taps_on_Save_at_once_make_one_goal()
    {
        var sam = Bot.Student();
        var card = await DraftAsync(sam);

        var bodies = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => sam.Tap(card, "Save")).ToList().Select(tap => BodyAsync(sam, tap))
        );

        Assert.Single(bodies.Distinct(StringComparer.Ordinal));
        Assert.Single((await Bot.PersonAsync(sam))!.Goals);
    }

    [StoreFact]
    public async Task A_double_tap_on_Break_it_down_breaks_down_once()
    {
        var sam = Bot.Student();
        await DraftAsync(sam);
        await sam.TapsAsync("Save");
        await sam.SaysAsync("my goals");
        await sam.TapsAsync("Details");
        await sam.TapsAsync("Adjust…");
        var card = sam.Screen.With("Break it down");
        var before = (await Bot.PersonAsync(sam))!.Goals[0].Milestones.Count;

        var first = await BodyAsync(sam, sam.Tap(card, "Break it down"));
        var second = await BodyAsync(sam, sam.Tap(card, "Break it down"));

        Assert.Equal(first, second);
        Assert.Equal(before + 1, (await Bot.PersonAsync(sam))!.Goals[0].Milestones.Count);
    }

    [StoreFact]
    public async Task A_change_submitted_three_times_is_one_change()
    {
        var sam = Bot.Student();
        await DraftAsync(sam);
        await sam.TapsAsync("Save");
        await sam.SaysAsync("my goals");
        await sam.TapsAsync("Details");
        await sam.TapsAsync("Adjust…");
        var card = sam.Screen.With("Save change");
        var filled = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["target"] = "75",
            ["reason"] = "the quizzes got harder",
        };

        foreach (var _ in Enumerable.Range(0, 3))
            (await sam.PostAsync(sam.Tap(card, "Save change", filled))).Dispose();

        Assert.Single((await Bot.PersonAsync(sam))!.Goals[0].Changes);
    }

    [StoreFact]
    public async Task Two_messages_at_once_are_both_answered()
    {
        var sam = Bot.Student();
        await sam.SaysAsync("hi");

        var messages = new[] { "i want to get better at math", "help", "my goals", "thanks" }
            .Select(sam.Message)
            .ToList();
        var responses = await Task.WhenAll(messages.Select(message => sam.PostAsync(message)));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
        Assert.NotNull((await Bot.PersonAsync(sam))!.Dialog);
        Assert.All(messages, message => Assert.True(HandledAsync(message).Result));

        async Task<bool> HandledAsync(System.Text.Json.Nodes.JsonObject message) =>
            (await Bot.PersonAsync(sam))!.Handled.Contains($"{sam.Conversation}|{message["id"]!.GetValue<string>()}");
    }

    [StoreFact]
    public async Task A_turn_that_lost_the_race_runs_again_on_what_the_other_saved()
    {
        var sam = Bot.Student();
        await sam.SaysAsync("i want to get better at math");
        var races = 0;
        Bot.Trouble.BeforeReplace = async (key, store) =>
        {
            if (races++ > 0)
                return;
            var stored = (await store.GetAsync(key, CancellationToken.None))!;
            var other = Kinds.All.Person.Read(stored.Document) with { Band = GradeBand.College };
            Assert.True(
                (
                    await store.ReplaceAsync(Kinds.All.Person.Write(key, other), stored.ETag, CancellationToken.None)
                ).Written
            );
        };

        var answer = await sam.SaysAsync("fractions");

        Assert.Contains("got it", Assert.Single(answer).Text, StringComparison.Ordinal);
        var person = await Bot.PersonAsync(sam);
        Assert.Equal(GradeBand.College, person!.Band);
        Assert.IsType<Milestones.School.AskingMeasure>(person.Dialog);
        Assert.Equal(2, races);
    }

    [StoreFact]
    public async Task A_turn_that_always_loses_the_race_is_not_acknowledged()
    {
        var sam = Bot.Student();
        await sam.SaysAsync("hi");
        var count = 0;
        Bot.Trouble.BeforeReplace = async (key, store) =>
        {
            var stored = (await store.GetAsync(key, CancellationToken.None))!;
            await store.ReplaceAsync(
                Kinds.All.Person.Write(key, Kinds.All.Person.Read(stored.Document) with { Name = $"Sam {++count}" }),
                stored.ETag,
                CancellationToken.None
            );
        };

        using var response = await sam.PostAsync(sam.Message("i want to get better at math"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.IsNotType<Milestones.School.AskingMeasure>((await Bot.PersonAsync(sam))!.Dialog);
        Assert.Single(Bot.Connector.Messages);
    }

    [StoreFact]
    public async Task While_the_store_is_down_nothing_is_acknowledged_or_sent_and_afterwards_all_goes_on()
    {
        var sam = Bot.Student();
        await sam.SaysAsync("i want to get better at math");
        var message = sam.Message("fractions");

        Bot.Trouble.IsDown = true;
        using var refused = await sam.PostAsync(message);
        Bot.Trouble.IsDown = false;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Single(Bot.Connector.Messages);
        Assert.IsType<Milestones.School.AskingWhat>((await Bot.PersonAsync(sam))!.Dialog);
        Assert.Contains("got it", Assert.Single(await sam.AnswersAsync(message, null)).Text, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task What_a_newer_bot_wrote_is_left_alone_and_not_acknowledged()
    {
        var sam = Bot.Student();
        await sam.SaysAsync("hi");
        var stored = (await Bot.Store.GetAsync(sam.Key, CancellationToken.None))!;
        var json = Encoding
            .UTF8.GetString(stored.Document.Json.Span)
            .Replace($"\"schema\":{Head.CurrentSchema}", "\"schema\":99", StringComparison.Ordinal);
        Assert.Contains("99", json, StringComparison.Ordinal);
        await Bot.Store.ReplaceAsync(
            stored.Document with
            {
                Json = Encoding.UTF8.GetBytes(json),
            },
            stored.ETag,
            CancellationToken.None
        );

        using var response = await sam.PostAsync(sam.Message("hello"));
        await Bot.RingAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(
            json,
            Encoding.UTF8.GetString((await Bot.Store.GetAsync(sam.Key, CancellationToken.None))!.Document.Json.Span)
        );
    }

    internal static async Task<CardOnScreen> DraftAsync(Student student)
    {
        await student.SaysAsync(
            "i want to raise my algebra grade from 55 to 80 by december 1 by going to tutoring every "
                + "tuesday because i want to pass the class"
        );
        await student.SaysAsync("7");
        return student.Screen.With("Save");
    }

    private static async Task<string> BodyAsync(Student student, System.Text.Json.Nodes.JsonObject activity)
    {
        using var response = await student.PostAsync(activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        // Compared as JSON: a store may write the same letter in another way.
        return System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync())!.ToJsonString();
    }
}
