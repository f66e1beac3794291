using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;
using Milestones.Views;

namespace Milestones.Tests.Journeys;

/// <summary>
/// Who somebody is comes from the activity, never from a card; and nothing in a card can do more than its buttons.
/// </summary>
public class TrustJourneys : Journey
{
    private static readonly string[] Verbs =
    [
        .. new[] { typeof(GoalVerbs), typeof(ProgressVerbs) }
            .SelectMany(verbs => verbs.GetFields())
            .Select(verb => (string)verb.GetRawConstantValue()!),
    ];

    [StoreFact]
    public async Task A_goal_of_somebody_else_is_as_absent_as_one_that_never_was()
    {
        var sam = Bot.Student("Sam");
        await RepetitionJourneys.DraftAsync(sam);
        await sam.TapsAsync("Save");
        var goal = Assert.Single((await Bot.PersonAsync(sam))!.Goals);
        var before = await DocumentAsync(sam);
        var eve = Bot.Student("Eve");
        var ivy = Bot.Student("Ivy");

        foreach (var verb in Verbs)
        {
            var theirs = await TypeAsync(eve, verb, goal.Id);
            var none = await TypeAsync(ivy, verb, "nosuchgoal");
            Assert.Equal((verb, none), (verb, theirs));
        }

        Assert.Equal(before, await DocumentAsync(sam));
        Assert.Empty((await Bot.PersonAsync(eve))!.Goals);
        Assert.DoesNotContain(
            Bot.Connector.Messages,
            call =>
                call.ConversationId == eve.Conversation
                && call.Body.GetRawText().Contains("algebra", StringComparison.OrdinalIgnoreCase)
        );
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

        var answers = await sam.AnswersAsync(
            sam.Activity(
                "message",
                activity =>
                {
                    activity["value"] = data;
                    activity["replyToId"] = card.ActivityId;
                }
            ),
            card
        );

        Assert.True(answers[0].InPlace);
        Assert.Contains(
            Bot.Connector.Calls,
            call => call.Route == ConnectorRoute.Update && call.ActivityId == card.ActivityId
        );
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
        Assert.All(
            Bot.Connector.Messages,
            call => Assert.Contains(call.ConversationId, new[] { sam.Conversation, ana.Conversation })
        );
    }

    [StoreFact]
    public async Task A_class_channel_is_no_place_for_a_goal()
    {
        var sam = Bot.Student();
        var message = sam.Message("i want to get better at math");
        message["conversation"] = new JsonObject
        {
            ["id"] = "19:team@thread.tacv2",
            ["conversationType"] = "channel",
            ["isGroup"] = true,
            ["tenantId"] = Support.Student.Tenant,
        };

        using var response = await sam.PostAsync(message);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Null((await Bot.PersonAsync(sam))?.Dialog);
    }

    private async Task<string> DocumentAsync(Student student) =>
        System.Text.Encoding.UTF8.GetString(
            (await Bot.Store.GetAsync(student.Key, CancellationToken.None))!.Document.Json.Span
        );

    /// <summary>What kind of answer a tap gets; the words of somebody else must never be in it.</summary>
    private static async Task<string> TypeAsync(Student student, string verb, string goal)
    {
        using var response = await student.PostAsync(
            student.Invoke(verb, new JsonObject { ["verb"] = verb, ["goal"] = goal })
        );
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var body = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("algebra", body, StringComparison.OrdinalIgnoreCase);
        return JsonDocument.Parse(body).RootElement.GetProperty("type").GetString()!;
    }
}
