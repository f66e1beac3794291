using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>
/// The message extension: recognizing somebody and sharing a goal from any chat, and dialogs opened from the channel.
/// Each answer is in the response, and nothing is said into the chat it was called from.
/// </summary>
public class ExtensionJourneys : Journey
{
    [StoreFact]
    public async Task The_author_of_a_message_is_recognized_and_sees_it_first()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var (sam, ana) = (course["Sam"], course["Ana"]);
        var form = CardOf(await AskAsync(sam, "composeExtension/fetchTask", Recognize(ana.ObjectId)));
        Assert.Equal("Shout-out to Ana Rivera", form.Lines().First());
        // A dialog takes no Action.Execute.
        Assert.DoesNotContain("Action.Execute", form.Json.GetRawText(), StringComparison.Ordinal);

        var sending = Submit(form, "Kept at it", "celebrate.recognize");
        var sent = await AskAsync(sam, "composeExtension/submitAction", sending, "tap-1");
        Assert.Equal("Sent to Ana first", CardOf(sent).Lines().First());
        // Teams sends it again: the same answer, and one shout-out.
        Assert.Equal(
            sent.GetRawText(),
            (await AskAsync(sam, "composeExtension/submitAction", sending, "tap-1")).GetRawText()
        );
        await AskAsync(sam, "composeExtension/submitAction", sending, "tap-2");
        Assert.Equal(
            "Sam Rivera has a shout-out for you",
            Assert.Single(await course.NewAsync(ana)).Card!.Lines().First()
        );
        Assert.DoesNotContain(Bot.Connector.Messages, call => call.ConversationId == Group);
        Assert.Equal(sam.Conversation, (await Bot.PersonAsync(sam))!.Chat!.ConversationId);
    }

    [StoreFact]
    public async Task Without_a_message_one_is_chosen_and_every_wrong_one_is_refused_in_words()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var other = await Course.StartAsync(Bot, Bot.Student("Kim"), [Bot.Student("Bo")], "8A Art");
        var sam = course["Sam"];
        var pick = CardOf(await AskAsync(sam, "composeExtension/fetchTask", Recognize(null)));
        Assert.Equal("Who is it for?", pick.Lines().First());
        var form = CardOf(
            await AskAsync(
                sam,
                "composeExtension/submitAction",
                Submit(pick, "Next", "celebrate.recognize", ("student", course["Ana"].ObjectId))
            )
        );
        Assert.Equal("Shout-out to Ana Rivera", form.Lines().First());

        foreach (
            var (author, said) in ((string, string)[])
                [
                    (sam.ObjectId, "That's you!"),
                    (course.Teacher.ObjectId, "teacher"),
                    (other["Bo"].ObjectId, "in none of yours"),
                    ("28:some-bot", "in none of yours"),
                ]
        )
        {
            Assert.Contains(
                said,
                LineOf(await AskAsync(sam, "composeExtension/fetchTask", Recognize(author))),
                StringComparison.OrdinalIgnoreCase
            );
        }

        var eve = Bot.Student("Eve");
        Assert.Contains(
            "I don't know your class yet",
            LineOf(await AskAsync(eve, "composeExtension/fetchTask", Recognize(course["Ana"].ObjectId))),
            StringComparison.Ordinal
        );
        // By hand, past the form: Bo is of another class.
        var forged = Submit(form, "Kept at it", "celebrate.recognize");
        forged["data"]!["student"] = other["Bo"].ObjectId;
        await AskAsync(sam, "composeExtension/submitAction", forged);
        Assert.Empty(await other.NewAsync(other["Bo"]));
        Assert.Empty(await course.NewAsync(course["Ana"]));
    }

    [StoreFact]
    public async Task Words_of_concern_in_the_dialog_are_answered_and_go_to_nobody_else()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var (sam, ana) = (course["Sam"], course["Ana"]);
        var form = CardOf(await AskAsync(sam, "composeExtension/fetchTask", Recognize(ana.ObjectId)));
        var answer = await AskAsync(
            sam,
            "composeExtension/submitAction",
            Submit(form, "Send my words", "celebrate.recognize", ("own", "i want to kill myself"))
        );
        Assert.Contains("988", answer.GetRawText(), StringComparison.Ordinal);
        Assert.Empty(await course.NewAsync(ana));
        Assert.Single((await Bot.PersonAsync(sam))!.Alerts);
        Assert.NotEmpty(await course.NewAsync(course.Teacher));
        Assert.DoesNotContain(Bot.Connector.Messages, call => call.ConversationId == Group);
    }

    [StoreFact]
    public async Task A_goal_of_ones_own_is_found_and_nobody_elses()
    {
        var (sam, eve) = (Bot.Student(), Bot.Student("Eve"));
        await RepetitionJourneys.DraftAsync(sam);
        await sam.TapsAsync("Save");

        foreach (var text in (string[])["", "algebra", "ÁLGEBRA"])
        {
            var found = await AskAsync(sam, "composeExtension/query", Query(text));
            var one = Assert.Single(Extension(found).GetProperty("attachments").EnumerateArray());
            var card = new CardOnScreen(one.GetProperty("content"));
            Assert.Equal("Sam's goal", card.Lines().First());
            Assert.Contains("algebra grade from 55 to 80", one.GetRawText(), StringComparison.Ordinal);
            // How it is to be reached, and why, are in none of it.
            Assert.Empty(card.Titles);
        }

        Assert.Contains(
            "None of your goals",
            Extension(await AskAsync(sam, "composeExtension/query", Query("wombat"))).GetProperty("text").GetString()!,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "no goal to share",
            Extension(await AskAsync(eve, "composeExtension/query", Query(""))).GetProperty("text").GetString()!,
            StringComparison.Ordinal
        );
        Assert.Null(await Bot.PersonAsync(eve)); // looking leaves nothing behind
    }

    [StoreFact]
    public async Task A_dialog_opens_from_the_channel_for_who_taps_it_alone()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var data = new JsonObject
        {
            ["data"] = new JsonObject
            {
                ["msteams"] = new JsonObject { ["type"] = "task/fetch" },
                ["verb"] = "celebrate.begin",
                ["class"] = course.Team.Key.Partition,
            },
        };
        var pick = CardOf(await AskAsync(course["Sam"], "task/fetch", data, team: course.Team));
        Assert.Equal("Who is it for?", pick.Lines().First());
        var form = CardOf(
            await AskAsync(
                course["Sam"],
                "task/submit",
                new JsonObject
                {
                    ["data"] = JsonSerializer.SerializeToNode(
                        pick.Send(
                            pick.Find("Next")!.Value,
                            new Dictionary<string, string> { ["student"] = course["Ana"].ObjectId }
                        )
                    ),
                },
                team: course.Team
            )
        );
        Assert.Equal("Shout-out to Ana Rivera", form.Lines().First());
        Assert.StartsWith(
            "That card is from earlier",
            LineOf(await AskAsync(Bot.Student("Eve"), "task/fetch", data.DeepClone(), team: course.Team)),
            StringComparison.Ordinal
        );
    }

    [StoreFact]
    public async Task What_no_command_of_ours_is_gets_an_answer_too()
    {
        var sam = Bot.Student();
        await sam.SaysAsync("hi");
        foreach (
            var (name, value) in ((string, JsonNode)[])
                [
                    ("composeExtension/fetchTask", new JsonObject { ["commandId"] = "nothing" }),
                    ("composeExtension/query", new JsonObject { ["commandId"] = "nothing" }),
                    ("task/fetch", new JsonObject { ["data"] = new JsonObject { ["verb"] = "nothing" } }),
                ]
        )
        {
            Assert.NotEqual(JsonValueKind.Undefined, (await AskAsync(sam, name, value)).ValueKind);
        }

        foreach (var name in (string[])["composeExtension/queryLink", "composeExtension/fetchTask", "task/submit"])
        {
            using var response = await sam.PostAsync(Invoke(sam, name, new JsonObject(), null, null));
            Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        }
    }

    private const string Group = "19:friends@thread.v2";

    private static JsonObject Recognize(string? author) =>
        new()
        {
            ["commandId"] = "celebrate.recognize",
            ["commandContext"] = author is null ? "compose" : "message",
            ["messagePayload"] = author is null
                ? null
                : new JsonObject
                {
                    ["id"] = "1700000000000",
                    ["from"] = new JsonObject
                    {
                        ["user"] = new JsonObject { ["userIdentityType"] = "aadUser", ["id"] = author },
                    },
                    ["body"] = new JsonObject { ["content"] = "I did it!" },
                },
        };

    private static JsonObject Submit(
        CardOnScreen card,
        string button,
        string command,
        params IEnumerable<(string Name, string Value)> filled
    ) =>
        new()
        {
            ["commandId"] = command,
            ["commandContext"] = "compose",
            ["data"] = JsonSerializer.SerializeToNode(
                card.Send(
                    card.Find(button)!.Value,
                    filled.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal)
                )
            ),
        };

    private static JsonObject Query(string text) =>
        new()
        {
            ["commandId"] = "share.goals",
            ["parameters"] = new JsonArray(
                text.Length == 0
                    ? new JsonObject { ["name"] = "initialRun", ["value"] = "true" }
                    : new JsonObject { ["name"] = "goal", ["value"] = text }
            ),
            ["queryOptions"] = new JsonObject { ["skip"] = 0, ["count"] = 25 },
        };

    /// <summary>From a group chat the bot is no part of, or from a team's channel.</summary>
    private static JsonObject Invoke(Student from, string name, JsonNode value, string? id, Team? team)
    {
        var activity = from.Activity(
            "invoke",
            activity =>
            {
                activity["name"] = name;
                activity["value"] = value.DeepClone();
                if (id is not null)
                    activity["id"] = id;
            }
        );
        if (team is not null)
            return team.Moved(activity);
        activity["conversation"] = new JsonObject
        {
            ["id"] = Group,
            ["conversationType"] = "groupChat",
            ["isGroup"] = true,
            ["tenantId"] = Student.Tenant,
        };
        return activity;
    }

    private static async Task<JsonElement> AskAsync(
        Student from,
        string name,
        JsonNode value,
        string? id = null,
        Team? team = null
    )
    {
        using var response = await from.PostAsync(Invoke(from, name, value, id, team));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync());
    }

    private static CardOnScreen CardOf(JsonElement answer) =>
        new(answer.GetProperty("task").GetProperty("value").GetProperty("card").GetProperty("content"));

    private static string LineOf(JsonElement answer) =>
        answer.GetProperty("task").GetProperty("value") is { ValueKind: JsonValueKind.String } line
            ? line.GetString()!
            : throw new UnreachableException(answer.GetRawText());

    private static JsonElement Extension(JsonElement answer) => answer.GetProperty("composeExtension");
}
