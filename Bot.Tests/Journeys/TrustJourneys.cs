using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Milestones.Goals;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>Who somebody is comes from the activity, never from a card; and nothing in a card can do more than its buttons.</summary>
public class TrustJourneys : Journey
{
    private static readonly string[] Verbs =
        [.. new[] { typeof(GoalVerbs), typeof(ProgressVerbs) }.SelectMany(verbs => verbs.GetFields()).Select(verb => (string)verb.GetRawConstantValue()!)];

    [StoreFact]
    public async Task A_goal_of_somebody_else_is_as_absent_as_one_that_never_was()
    {
        var sam = Bot.Student("Sam");
        await RepetitionJourneys.DraftAsync(sam);
        await sam.TapsAsync("Save");
        var goal = Assert.Single((await Bot.PersonAsync(sam))!.Goals);
        var before = await DocumentAsync(sam);
        var eve = Bot.Student("Eve");
        await eve.SaysAsync("hi");

        foreach (var verb in Verbs)
        {
            var theirs = await TextAsync(eve, verb, goal.Id);
            var none = await TextAsync(eve, verb, "nosuchgoal");
            Assert.Equal(Without(none), Without(theirs));
            Assert.DoesNotContain("algebra", theirs, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(before, await DocumentAsync(sam));
        Assert.Empty((await Bot.PersonAsync(eve))!.Goals);
        Assert.DoesNotContain(Bot.Connector.Messages, call => call.ConversationId == eve.Conversation && call.Body.GetRawText().Contains("algebra", StringComparison.OrdinalIgnoreCase));

        // Cards made for this tap carry ids and days of their own.
        static string Without(string body) => JsonDocument.Parse(body).RootElement.GetProperty("type").GetString()!;
    }

    [StoreFact]
    public async Task A_card_of_a_goal_that_is_saved_already_says_so_and_changes_nothing()
    {
        var sam = Bot.Student();
        var card = await RepetitionJourneys.DraftAsync(sam);
        await sam.SaysAsync("save");
        var before = (await Bot.PersonAsync(sam))!.Goals;

        foreach (var button in new[] { "Save", "Change…", "Later" })
            Assert.True(Assert.Single(await sam.TapsAsync(button, card)).InPlace);

        Assert.Equal(JsonSerializer.Serialize(before), JsonSerializer.Serialize((await Bot.PersonAsync(sam))!.Goals));
    }

    [StoreFact]
    public async Task Clients_that_send_a_tap_as_a_message_get_the_card_updated()
    {
        var sam = Bot.Student();
        var card = await RepetitionJourneys.DraftAsync(sam);
        var data = JsonSerializer.SerializeToNode(card.Send(card.Find("Save")!.Value))!;

        var answers = await sam.AnswersAsync(sam.Activity("message", activity =>
        {
            activity["value"] = data;
            activity["replyToId"] = card.ActivityId;
        }), card);

        Assert.True(answers[0].InPlace);
        Assert.Contains(Bot.Connector.Calls, call => call.Route == ConnectorRoute.Update && call.ActivityId == card.ActivityId);
        Assert.Single((await Bot.PersonAsync(sam))!.Goals);
    }

    [StoreFact]
    public async Task Two_students_never_meet()
    {
        var sam = Bot.Student("Sam");
        var ana = Bot.Student("Ana");
        await sam.SaysAsync("i want to get better at math");
        await ana.SaysAsync("i want to read more books");

        Assert.Contains("got it", (await sam.SaysAsync("fractions"))[0].Text, StringComparison.Ordinal);
        Assert.All(Bot.Connector.Messages, call => Assert.Contains(call.ConversationId, new[] { sam.Conversation, ana.Conversation }));
    }

    [StoreFact]
    public async Task A_class_channel_is_no_place_for_a_goal()
    {
        var sam = Bot.Student();
        var message = sam.Message("i want to get better at math");
        message["conversation"] = new JsonObject { ["id"] = "19:team@thread.tacv2", ["conversationType"] = "channel", ["isGroup"] = true, ["tenantId"] = Support.Student.Tenant };

        using var response = await sam.PostAsync(message);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Null((await Bot.PersonAsync(sam))?.Dialog);
    }

    private async Task<string> DocumentAsync(Student student) =>
        System.Text.Encoding.UTF8.GetString((await Bot.Store.GetAsync(student.Key, CancellationToken.None))!.Document.Json.Span);

    private static async Task<string> TextAsync(Student student, string verb, string goal)
    {
        using var response = await student.PostAsync(student.Invoke(verb, new JsonObject { ["verb"] = verb, ["goal"] = goal }));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }
}
