using System.Text;
using System.Text.Json.Nodes;
using Milestones.Features.Teaching;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>Who may see and do what in a class is decided when they do it, whatever a card says.</summary>
public class TeacherTrustJourneys : Journey
{
    private const string Secret = "nobody but me reads this";

    [StoreFact]
    public async Task What_a_student_keeps_is_never_shown_and_every_reading_is_in_the_audit_trail()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var lee = course.Teacher;
        await course.AtAsync(Course.Friday);
        await course.ReflectsAsync("Sam", 1, shares: false, words: Secret);
        await course.ReflectsAsync("Ana", 2, words: "shared with you");
        await course.AtAsync(Course.Monday);
        await course.NewAsync(lee);
        Assert.Empty(await AuditAsync(course));

        await lee.TapsAsync("Read (1)");
        await lee.TapsAsync("Reply");
        var forged = await lee.AnswersAsync(lee.Invoke(TeacherVerbs.Read, Data(course, course["Sam"])), null);

        Assert.Equal("Sam has shared nothing with you yet.", Assert.Single(forged).Text);
        Assert.DoesNotContain(
            Bot.Connector.Messages.Where(call => call.ConversationId == lee.Conversation),
            call => call.Body.GetRawText().Contains(Secret, StringComparison.Ordinal)
        );
        var audit = await AuditAsync(course);
        Assert.Equal(2, audit.Count); // read once, and once more above the answer
        Assert.All(
            audit,
            entry =>
                Assert.Equal(
                    ("read", lee.ObjectId, course["Ana"].ObjectId, "2026-W38"),
                    (
                        Text(entry, "what"),
                        Text(entry, "by"),
                        Text(entry, "student"),
                        entry["weeks"]![0]!.GetValue<string>()
                    )
                )
        );
        Assert.All(
            audit,
            entry => Assert.DoesNotContain("shared with you", entry.ToJsonString(), StringComparison.Ordinal)
        );
    }

    [StoreFact]
    public async Task Who_does_not_teach_the_class_sees_nothing_of_it_whatever_the_card()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var other = await Course.StartAsync(Bot, Bot.Student("Kim"), [Bot.Student("Bo")], "8A Art");
        await course.AtAsync(Course.Friday);
        await course.ReflectsAsync("Ana", 2, words: "shared with you");
        string[] verbs =
        [
            TeacherVerbs.Class,
            TeacherVerbs.List,
            TeacherVerbs.Read,
            TeacherVerbs.Reply,
            TeacherVerbs.Send,
            TeacherVerbs.Nudge,
            TeacherVerbs.Handled,
            TeacherVerbs.Delivery,
        ];

        foreach (var stranger in new[] { course["Sam"], other.Teacher, other["Bo"] })
        {
            foreach (var verb in verbs)
            {
                Assert.StartsWith(
                    "That's for a teacher of this class.",
                    Assert
                        .Single(
                            await stranger.AnswersAsync(stranger.Invoke(verb, Data(course, course["Ana"])), null),
                            shown => shown.InPlace
                        )
                        .Text,
                    StringComparison.Ordinal
                );
            }
        }

        // A student of another class is as absent as one that never was.
        foreach (var verb in verbs.Except([TeacherVerbs.Class, TeacherVerbs.List, TeacherVerbs.Delivery]))
        {
            Assert.StartsWith(
                "I can't find that student",
                Assert
                    .Single(
                        await other.Teacher.AnswersAsync(other.Teacher.Invoke(verb, Data(other, course["Ana"])), null),
                        shown => shown.InPlace
                    )
                    .Text,
                StringComparison.Ordinal
            );
        }

        Assert.StartsWith(
            "I'm not in that team",
            Assert
                .Single(
                    await other.Teacher.AnswersAsync(
                        other.Teacher.Invoke(
                            TeacherVerbs.Class,
                            new JsonObject { ["class"] = "class:11111111-1111-1111-1111-111111111111:nowhere" }
                        ),
                        null
                    ),
                    shown => shown.InPlace
                )
                .Text,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "That card is from earlier",
            Assert
                .Single(
                    await other.Teacher.AnswersAsync(
                        other.Teacher.Invoke(
                            TeacherVerbs.Class,
                            new JsonObject { ["class"] = "class:another-tenant:x" }
                        ),
                        null
                    ),
                    shown => shown.InPlace
                )
                .Text,
            StringComparison.Ordinal
        );
        await course.SettleAsync();
        Assert.Empty((await Bot.PersonAsync(course["Ana"]))!.TeacherReplies);
        Assert.Null((await Bot.PersonAsync(course["Ana"]))!.Nudge);
    }

    [StoreFact]
    public async Task A_teacher_who_left_since_the_digest_is_refused_and_so_is_an_answer_to_a_student_who_left()
    {
        var course = await Course.StartAsync(
            Bot,
            Bot.Student("Lee"),
            [Bot.Student("Kim"), Bot.Student("Sam"), Bot.Student("Ana")],
            settings: new Dictionary<string, string> { ["teachers"] = "aaaaaaaa-0000-0000-0000-000000000002" }
        );
        var (lee, kim) = (course.Teacher, course["Kim"]);
        await course.AtAsync(Course.Friday);
        await course.ReflectsAsync("Sam", 2, words: "too much homework");
        await course.ReflectsAsync("Ana", 2, words: "no time at all");
        await course.AtAsync(Course.Monday);
        var digest = Assert.Single(await course.NewAsync(kim)).Card!;
        await course.NewAsync(lee);

        await course.Team.LeavesAsync(kim);
        Assert.StartsWith(
            "That's for a teacher of this class.",
            Assert.Single(await kim.TapsAsync("Reply", digest)).Text,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "You teach no class with me yet.",
            (await course.AsksAsync(kim, "my class")).Text,
            StringComparison.Ordinal
        );

        await lee.TapsAsync("Reply");
        var form = lee.Screen.Newest;
        var student = form.Lines().Contains("Reply to Ana Rivera") ? course["Ana"] : course["Sam"];
        await course.Team.LeavesAsync(student);
        Assert.StartsWith(
            "I can't find that student",
            Assert.Single(await lee.TapsAsync("Send", form, new Dictionary<string, string> { ["starter"] = "0" })).Text,
            StringComparison.Ordinal
        );
        await course.SettleAsync();
        Assert.Empty((await Bot.PersonAsync(student))!.TeacherReplies);
    }

    [StoreFact]
    public async Task With_Graph_the_owners_are_read_again_at_every_action_and_a_look_up_that_fails_denies_it()
    {
        using var graph = new StubGraph();
        await using var bot = await BotFixture.StartAsync(change: graph.Put, settings: "--Graph:Enabled=true");
        var lee = bot.Student("Lee");
        graph.Owners.Add(lee);
        var course = await Course.StartAsync(bot, lee, [bot.Student("Sam"), bot.Student("Ana")]);
        await course.AtAsync(Course.Friday);
        await course.ReflectsAsync("Sam", 2, words: "too much homework");
        await course.AtAsync(Course.Monday);
        await course.AtAsync(Course.Monday.AddMinutes(6)); // the class reads its owners first
        var digest = Assert.Single(await course.NewAsync(lee)).Card!;

        await course.AtAsync(Course.Monday.AddMinutes(20));
        graph.Refuses = 503;
        Assert.StartsWith(
            "I couldn't check who owns this team",
            Assert.Single(await lee.TapsAsync("Reply", digest)).Text,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "I couldn't check who owns this team",
            (await course.AsksAsync(lee, "my class")).Text,
            StringComparison.Ordinal
        );

        graph.Refuses = null;
        Assert.NotNull((await course.AsksAsync(lee, "my class")).Card);
        await course.AtAsync(Course.Monday.AddMinutes(40));
        graph.Owners.Clear();
        graph.Owners.Add(course["Ana"]);
        Assert.StartsWith(
            "That's for a teacher of this class.",
            Assert.Single(await lee.TapsAsync("Reply", digest)).Text,
            StringComparison.Ordinal
        );
    }

    [StoreFact]
    public async Task With_Graph_no_digest_leaves_while_nobody_can_say_who_teaches()
    {
        using var graph = new StubGraph();
        await using var bot = await BotFixture.StartAsync(change: graph.Put, settings: "--Graph:Enabled=true");
        var lee = bot.Student("Lee");
        graph.Owners.Add(lee);
        var course = await Course.StartAsync(bot, lee, [bot.Student("Sam")]);
        await course.AtAsync(Course.Friday);
        await course.ReflectsAsync("Sam", 2, words: "too much homework");
        graph.Refuses = 503;
        await course.AtAsync(Course.Monday);
        await course.AtAsync(Course.Monday.AddMinutes(6));
        Assert.Empty(await course.NewAsync(lee));

        graph.Refuses = null;
        await course.AtAsync(Course.Monday.AddMinutes(20));
        await course.AtAsync(Course.Monday.AddMinutes(30));
        Assert.Single(await course.NewAsync(lee));
        await course.AtAsync(Course.Monday.AddHours(3));
        Assert.Empty(await course.NewAsync(lee));
    }

    private static JsonObject Data(Course course, Student student) =>
        new()
        {
            ["class"] = course.Team.Key.Partition,
            ["student"] = student.ObjectId,
            ["starter"] = "0",
        };

    private static string Text(JsonNode entry, string name) => entry[name]!.GetValue<string>();

    private async Task<IReadOnlyList<JsonNode>> AuditAsync(Course course) =>
        [
            .. (
                await Bot.Store.ListAsync(course.Team.Key.Partition, "audit:", null, 50, CancellationToken.None)
            ).Select(entry => JsonNode.Parse(Encoding.UTF8.GetString(entry.Document.Json.Span))!),
        ];
}
