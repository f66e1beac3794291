using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Milestones.Channel.Teams;
using Milestones.Features.Teaching;
using Milestones.School;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;
using Milestones.Views;

namespace Milestones.Tests.Journeys;

/// <summary>What attackers and broken clients send: refused with a reason, and nothing has changed.</summary>
public sealed class HostileJourneys : Journey
{
    private const string Other = "22222222-2222-2222-2222-222222222222";

    [Theory]
    [InlineData("channelData")]
    [InlineData("from")]
    public async Task Tenants_that_disagree_inside_an_activity_are_refused_and_leave_no_row(string where)
    {
        var sam = Bot.Student();
        var message = sam.Message("hi");
        if (where == "from")
            message["from"]!["tenantId"] = Other;
        else
            message["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Other } };

        using var response = await sam.PostAsync(message);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty((await Bot.Store.ScanAsync(null, 10, CancellationToken.None)).Documents);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("not-a-guid")]
    [InlineData("aaaaaaaa-0000-0000-0000-000000000001\n")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task An_object_id_that_is_none_is_refused_and_shares_no_document(string objectId)
    {
        var sam = Bot.Student();
        var message = sam.Message("hi");
        message["from"]!["aadObjectId"] = objectId;

        using var response = await sam.PostAsync(message);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty((await Bot.Store.ScanAsync(null, 10, CancellationToken.None)).Documents);
    }

    [Theory]
    [InlineData("id", 2000)]
    [InlineData("from", 300)]
    [InlineData("conversation", 2000)]
    [InlineData("tenant", 300)]
    [InlineData("team", 500)]
    [InlineData("channel", 500)]
    [InlineData("serviceUrl", 3000)]
    [InlineData("locale", 300)]
    public async Task An_id_over_its_length_gets_a_clear_refusal_and_leaves_no_row(string which, int length)
    {
        var sam = Bot.Student();
        var message = sam.Message("hi");
        var far = new string('a', length);
        switch (which)
        {
            case "from":
                ((JsonObject)message["from"]!).Remove("aadObjectId");
                message["from"]!["id"] = far;
                break;
            case "conversation":
                message["conversation"]!["id"] = far;
                break;
            case "tenant":
                message["conversation"]!["tenantId"] = far;
                break;
            case "team" or "channel":
                message = new Team(Bot, "7B Math", sam).Moved(message);
                message["channelData"]![which]!["id"] = far;
                break;
            case "serviceUrl":
                message["serviceUrl"] = message["serviceUrl"]!.GetValue<string>() + far;
                break;
            default:
                message[which] = far;
                break;
        }

        using var response = await sam.PostAsync(message);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain(far, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty((await Bot.Store.ScanAsync(null, 10, CancellationToken.None)).Documents);
    }

    [StoreFact]
    public async Task A_reason_of_200_KB_and_200_breakings_down_leave_a_document_under_64_KB()
    {
        var sam = Bot.Student();
        await RepetitionJourneys.DraftAsync(sam);
        await sam.TapsAsync("Save");
        var goal = (await Bot.PersonAsync(sam))!.Goals[0].Id;

        using (
            var closed = await sam.PostAsync(
                sam.Invoke(
                    ProgressVerbs.Close,
                    new JsonObject
                    {
                        ["verb"] = ProgressVerbs.Close,
                        ["goal"] = goal,
                        ["reason"] = new string('x', 200 * 1024),
                    }
                )
            )
        )
        {
            Assert.Equal(HttpStatusCode.OK, closed.StatusCode);
        }

        Assert.True((await Bot.PersonAsync(sam))!.Goals[0].IsActive);
        for (var n = 0; n < 200; n++)
        {
            (
                await sam.PostAsync(
                    sam.Invoke(
                        ProgressVerbs.BreakDown,
                        new JsonObject
                        {
                            ["verb"] = ProgressVerbs.BreakDown,
                            ["goal"] = goal,
                            ["token"] = $"mine{n}",
                        }
                    )
                )
            ).Dispose();
        }

        var stored = (await Bot.Store.GetAsync(sam.Key, CancellationToken.None))!;
        Assert.InRange(stored.Document.Json.Length, 1, 64 * 1024);
        var person = (await Bot.PersonAsync(sam))!;
        Assert.InRange(person.Goals[0].Milestones.Count, 1, 2 * MilestonePlan.Most);
        Assert.InRange(person.Goals[0].Changes.Count, 1, Goal.RecentChanges);
    }

    [StoreFact]
    public async Task Forty_thousand_teachers_in_a_form_are_refused()
    {
        var course = await Course.StartAsync(Bot, "Sam");
        var card = await course.Team.TapsAsync(
            course.Teacher,
            "Set up class",
            course.Team.Channel.First(shown => shown.Card is not null).Card!
        );
        var tap = course.Teacher.Tap(card.Card!, "Save class settings");
        tap["value"]!["action"]!["data"]!["teachers"] = string.Join(
            ',',
            Enumerable.Range(0, 40_000).Select(n => $"{n:x4}")
        );
        course.Team.Moved(tap);

        var before = (await course.Team.ReadAsync())!;
        using var response = await course.Teacher.PostAsync(tap);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("too long", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var after = (await course.Team.ReadAsync())!;
        Assert.Equal(before.SetUps, after.SetUps);
        Assert.Equal(before.AddedTeachers, after.AddedTeachers);
    }

    [StoreFact]
    public async Task Sixty_thousand_marks_on_a_letter_get_an_answer_and_are_no_goal()
    {
        var sam = Bot.Student();
        await sam.SaysAsync("hi");

        using var response = await Bot.PostAsync(
            sam.Message("a" + new string('\u0301', 60_000))
                .ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
        );

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotEmpty(await sam.ArrivedAsync());
        Assert.Empty((await Bot.PersonAsync(sam))!.Goals);
    }

    [Theory]
    [InlineData("value", "1e308")]
    [InlineData("value", "-1e15")]
    [InlineData("on", "0001-01-01")]
    [InlineData("on", "9999-12-31")]
    public async Task A_number_or_a_day_out_of_this_world_is_refused_with_a_word(string field, string value)
    {
        var sam = Bot.Student();
        await RepetitionJourneys.DraftAsync(sam);
        await sam.TapsAsync("Save");
        await sam.SaysAsync("my goals");
        await sam.TapsAsync("Log progress");

        var answer = await sam.TapsAsync(
            "Done",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["value"] = "60", [field] = value }
        );

        Assert.Empty((await Bot.PersonAsync(sam))!.Goals[0].Progress);
        Assert.NotNull(Assert.Single(answer).Card!.Find("Done"));
    }

    [Theory]
    [InlineData("target", "1e300")]
    [InlineData("by", "9999-12-31")]
    public async Task A_target_or_a_deadline_out_of_this_world_is_refused_with_a_word(string field, string value)
    {
        var sam = Bot.Student();
        await RepetitionJourneys.DraftAsync(sam);
        await sam.TapsAsync("Save");
        await sam.SaysAsync("my goals");
        await sam.TapsAsync("Details");
        await sam.TapsAsync("Adjust…");

        var answer = await sam.TapsAsync(
            "Save change",
            new Dictionary<string, string>(StringComparer.Ordinal) { [field] = value }
        );

        Assert.Empty((await Bot.PersonAsync(sam))!.Goals[0].Changes);
        Assert.NotNull(Assert.Single(answer).Card!.Find("Save change"));
    }

    [StoreFact]
    public async Task Answers_come_in_the_response_where_the_sender_expects_them_there()
    {
        var sam = Bot.Student();
        var message = sam.Message("how am i doing");
        message["deliveryMode"] = "expectReplies";

        using var response = await sam.PostAsync(message);

        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        var said = Assert.Single((JsonArray)body["activities"]!)!;
        Assert.Equal("message", said["type"]!.GetValue<string>());
        Assert.Contains("goal", said["text"]!.GetValue<string>(), StringComparison.OrdinalIgnoreCase);
        await Bot.SentAsync(sam.Key);
        Assert.Empty(Bot.Connector.Messages);
        Assert.Empty((await Bot.PersonAsync(sam))!.Outbox.Entries);
    }

    [Theory]
    [InlineData("html")]
    [InlineData("list")]
    [InlineData("deep")]
    [InlineData("messageBack")]
    [InlineData("teacher")]
    [InlineData("unknown")]
    public async Task Words_of_concern_are_heard_wherever_they_arrive(string way)
    {
        const string words = "i want to kill myself";
        var sam = Bot.Student();
        await sam.SaysAsync("hi");
        var activity = way switch
        {
            "html" => sam.Activity(
                "message",
                message =>
                    message["attachments"] = new JsonArray(
                        new JsonObject { ["contentType"] = "text/html", ["content"] = $"<div><p>{words}</p></div>" }
                    )
            ),
            "list" => sam.Invoke(
                GoalVerbs.SubmitForm,
                new JsonObject { ["verb"] = GoalVerbs.SubmitForm, ["sentence"] = new JsonArray("ok", words) }
            ),
            "deep" => sam.Invoke(
                GoalVerbs.SubmitForm,
                new JsonObject
                {
                    ["verb"] = GoalVerbs.SubmitForm,
                    ["sentence"] = new JsonObject { ["a"] = new JsonObject { ["b"] = words } },
                }
            ),
            "messageBack" => sam.Activity("message", message => message["value"] = new JsonObject { ["note"] = words }),
            "teacher" => sam.Invoke(
                TeacherVerbs.Send,
                new JsonObject { ["verb"] = TeacherVerbs.Send, ["own"] = words }
            ),
            _ => sam.Invoke("no.such.verb", new JsonObject { ["verb"] = "no.such.verb", ["x"] = words }),
        };

        using var response = await sam.PostAsync(activity);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Single((await Bot.PersonAsync(sam))!.Alerts);
        Assert.Contains(
            await sam.ArrivedAsync(),
            shown =>
                JsonSerializer.Serialize(shown.Card?.Json).Contains("988", StringComparison.Ordinal)
                || shown.Text?.Contains("988", StringComparison.Ordinal) == true
        );
    }

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("X-Real-IP")]
    [InlineData("Forwarded")]
    [InlineData("CF-Connecting-IP")]
    [InlineData("True-Client-IP")]
    [InlineData("Via")]
    public async Task Without_an_app_id_a_request_that_was_handed_on_is_refused(string header)
    {
        await using var host = await TeamsHost.StartAsync();
        host.Http.DefaultRequestHeaders.Add(header, header == "Via" ? "1.1 proxy" : "198.51.100.7");

        using var response = await host.PostAsync(Teams.Recorded.MessageFrom("http://127.0.0.1:5/"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Two_thousand_refusals_are_two_lines_and_a_real_turn_is_taken_all_the_same()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        await using var host = await TeamsHost.StartAsync(time: time);
        var statuses = new List<HttpStatusCode>();
        for (var n = 0; n < 2_000; n++)
        {
            using var refused = await host.PostAsync(Teams.Recorded.MessageFrom("http://evil.example/"));
            statuses.Add(refused.StatusCode);
        }

        using var taken = await host.PostAsync(Teams.Recorded.MessageFrom("http://127.0.0.1:5/"));
        host.Services.GetRequiredService<RefusalCounts>().EndMinute();
        using var again = await host.PostAsync(Teams.Recorded.MessageFrom("http://evil.example/"));

        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, statuses[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        Assert.Equal(HttpStatusCode.Forbidden, again.StatusCode);
        Assert.Equal(
            [
                "Warning: Activity refused: ServiceHostNotAllowed.",
                "Warning: Activity refused: ServiceHostNotAllowed, 1999 more in the last minute.",
                "Warning: Activity refused: ServiceHostNotAllowed.",
            ],
            host.Log.All
        );
    }

    [StoreFact]
    public async Task A_connectors_error_text_forges_no_log_line()
    {
        var sam = Bot.Student();
        Bot.Connector.Answer(
            new StubAnswer(403, """{"error":{"code":"Bad\r\nCritical Milestones: forged","message":"x"}}"""),
            times: 1
        );

        await sam.PostAsync(sam.Message("hi"));
        await Bot.SentAsync(sam.Key);

        Assert.Contains(Bot.Log.Lines, line => line.Contains("Connector answered 403", StringComparison.Ordinal));
        Assert.DoesNotContain(
            Bot.Log.Lines,
            line => line.Contains('\n', StringComparison.Ordinal) && line.Contains("forged", StringComparison.Ordinal)
        );
    }
}
