using System.Text.Json.Nodes;
using Milestones.Conversations;
using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>
/// For a while two versions run on one store. There is one program to try it with, so the other one is played: by
/// documents that older versions left, and by members that a newer one would add.
/// </summary>
public sealed class UpgradeJourneys
{
    [Theory]
    [InlineData("more", "{\"of\":\"later\"}")]
    [InlineData("laterStill", "[1,2]")]
    public async Task What_a_newer_version_adds_does_not_stop_an_older_one(string member, string value)
    {
        await using var bot = await BotFixture.StartAsync();
        var student = bot.Student();
        await student.SaysAsync("i want to get better at fractions");
        await bot.NotedAsync(student);
        await ChangeAsync(bot, student, document => document[member] = JsonNode.Parse(value));

        Assert.NotEmpty(await student.SaysAsync("55 on the quizzes, at least 80"));
        Assert.NotNull((await bot.PersonAsync(student))!.Dialog);
    }

    [Fact]
    public async Task A_document_an_older_version_cannot_read_is_refused_and_stays_until_the_newer_one_is_back()
    {
        await using var bot = await BotFixture.StartAsync();
        var student = bot.Student();
        await student.SaysAsync("i want to get better at fractions");
        await bot.NotedAsync(student);
        var before = await ChangeAsync(bot, student, document => document["schema"] = Head.CurrentSchema + 1);

        using (var answer = await bot.PostAsync(student.Message("55 now").ToJsonString()))
        {
            Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.NotNull(answer.Headers.RetryAfter);
        }

        Assert.Equal(before, (await bot.Store.GetAsync(student.Key, CancellationToken.None))!.ETag);
        Assert.Contains(bot.Log.Lines, line => line.Contains("Run the newer version", StringComparison.Ordinal));
        await ChangeAsync(bot, student, document => document["schema"] = Head.CurrentSchema);
        Assert.NotEmpty(await student.SaysAsync("55 on the quizzes, at least 80"));
    }

    [Fact]
    public async Task Two_bots_on_one_store_answer_one_student_in_turn()
    {
        using var folder = new TemporaryFolder();
        string[] file = [$"--Store:Sqlite:Path={folder.File("school.db")}"];
        await using var older = await BotFixture.StartAsync(settings: file);
        await using var newer = await BotFixture.StartAsync(settings: file);
        var (there, here) = (older.Student(), newer.Student());

        Assert.NotEmpty(await there.SaysAsync("i want to get better at fractions"));
        await older.NotedAsync(there);
        // Both count their messages from one: what the one has had, the other would be a repetition of.
        here.Message("never sent");
        Assert.NotEmpty(await here.SaysAsync("55 on the quizzes, at least 80"));
        await newer.NotedAsync(here);
        there.Message("never sent");
        Assert.NotEmpty(await there.SaysAsync("tutoring on tuesday"));

        Assert.Equal(there.Key, here.Key);
        Assert.NotNull((await newer.PersonAsync(here))!.Dialog);
    }

    /// <summary>As another version leaves it.</summary>
    private static async Task<string> ChangeAsync(BotFixture bot, Student student, Action<JsonObject> change)
    {
        var stored = (await bot.Store.GetAsync(student.Key, CancellationToken.None))!;
        var document = JsonNode.Parse(stored.Document.Json.Span)!.AsObject();
        change(document);
        var json = System.Text.Encoding.UTF8.GetBytes(document.ToJsonString());
        var written = await bot.Store.ReplaceAsync(
            stored.Document with
            {
                Json = json,
            },
            stored.ETag,
            CancellationToken.None
        );
        return written.ETag!;
    }
}
