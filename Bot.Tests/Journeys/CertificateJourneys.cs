using System.Net;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>
/// A certificate is opened by its link alone, for half an hour, and shows what was shared and still is.
/// </summary>
public class CertificateJourneys : Journey
{
    private protected override string[] Settings =>
        ["--School:Name=Elm Street School", "--School:Address=https://bot.elm.example"];

    [StoreFact]
    public async Task A_goal_in_the_students_words_with_class_teacher_and_date()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var sam = course["Sam"];
        await ReachesAsync(sam);
        var offered = Assert.Single(await sam.SaysAsync("certificate")).Card!;
        var path = PathOf(Assert.Single(await sam.TapsAsync("Make it", offered)));

        var (status, html) = await Bot.BrowseAsync(path);
        Assert.Equal(HttpStatusCode.OK, status);
        foreach (
            var text in (string[])
                [
                    "Sam Rivera",
                    "algebra grade from 55 to 80",
                    "7B Math",
                    "Lee Rivera",
                    "September 14, 2026",
                    "Elm Street School",
                ]
        )
        {
            Assert.Contains(text, WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        }

        // As often as wanted, until it is over; another takes its place.
        Assert.Equal(HttpStatusCode.OK, (await Bot.BrowseAsync(path)).Status);
        var term = PathOf(Assert.Single(await sam.TapsAsync("My term", offered)));
        Assert.Equal(HttpStatusCode.NotFound, (await Bot.BrowseAsync(path)).Status);
        Assert.Contains("A term of goals", (await Bot.BrowseAsync(term)).Html, StringComparison.Ordinal);
        await sam.LetTimePassAsync(TimeSpan.FromMinutes(30));
        Assert.Equal(HttpStatusCode.NotFound, (await Bot.BrowseAsync(term)).Status);
    }

    [StoreFact]
    public async Task A_teacher_prints_the_class_with_what_was_shared_and_nothing_else()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana", "Kai");
        var lee = course.Teacher;
        await SharesAndReachesAsync(course, "Sam");
        await SharesAndReachesAsync(course, "Ana", shares: false);
        await course.NewAsync(lee);

        var offered = Assert.Single(await lee.SaysAsync("certificates")).Card!;
        var goals = PathOf(Assert.Single(await lee.TapsAsync("Goals reached", offered)));
        var html = (await Bot.BrowseAsync(goals)).Html;
        Assert.Contains("Sam Rivera", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Ana Rivera", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Kai Rivera", html, StringComparison.Ordinal);

        var term = PathOf(Assert.Single(await lee.TapsAsync("The term", offered)));
        html = (await Bot.BrowseAsync(term)).Html;
        Assert.Equal(3, html.Split("class=\"paper\"").Length - 1);
        Assert.Equal(1, html.Split("algebra").Length - 1);
        var lines = await Bot.Store.ListAsync(
            course.Team.Key.Partition,
            "audit-prints:",
            null,
            10,
            CancellationToken.None
        );
        Assert.Equal(2, lines.Count);

        // Who teaches there no more sees nothing, whatever link they still have.
        await course.Team.LeavesAsync(lee);
        await course.SettleAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await Bot.BrowseAsync(term)).Status);
    }

    [StoreFact]
    public async Task What_is_no_link_of_theirs_opens_nothing()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var sam = course["Sam"];
        await ReachesAsync(sam);
        var offered = Assert.Single(await sam.SaysAsync("certificates")).Card!;
        await sam.TapsAsync("Make it", offered);
        // Ana taps what is Sam's, and what is Lee's.
        var goal = (await Bot.PersonAsync(sam))!.Goals[0].Id;
        Assert.DoesNotContain("Open to print", await AnswerAsync(course["Ana"], "certificate.make", ("goal", goal)));
        Assert.DoesNotContain(
            "Open to print",
            await AnswerAsync(course["Ana"], "certificate.ofClass", ("class", course.Team.Key.Partition))
        );
        foreach (
            var path in (string[])
                ["/certificates/x", "/certificates/%00", "/certificates/" + new string('A', 3000), "/certificates/"]
        )
        {
            Assert.InRange((int)(await Bot.BrowseAsync(path)).Status, 400, 499);
        }

        var (_, html) = await Bot.BrowseAsync("/certificates/x");
        Assert.Contains("This link is over", html, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_goal_deleted_since_is_on_no_certificate()
    {
        var sam = Bot.Student();
        await ReachesAsync(sam);
        var offered = Assert.Single(await sam.SaysAsync("certificado")).Card!;
        var path = PathOf(Assert.Single(await sam.TapsAsync("Make it", offered)));
        Assert.Equal(HttpStatusCode.OK, (await Bot.BrowseAsync(path)).Status);
        await sam.SaysAsync("undo");
        await sam.SaysAsync("undo");
        Assert.DoesNotContain((await Bot.PersonAsync(sam))!.Goals, goal => goal.ReachedOn is not null);
        Assert.Equal(HttpStatusCode.NotFound, (await Bot.BrowseAsync(path)).Status);
    }

    /// <summary>A goal that stood in a week the teacher was shown, or was not shown, and was reached then.</summary>
    internal static async Task SharesAndReachesAsync(Course course, string name, bool shares = true)
    {
        await RepetitionJourneys.DraftAsync(course[name]);
        await course[name].TapsAsync("Save");
        await course.AtAsync(Course.Friday);
        await course.ReflectsAsync(name, 4, shares);
        await course[name].SaysAsync("i got an 82");
        await course[name].SaysAsync("yes");
    }

    private static async Task ReachesAsync(Student student)
    {
        await RepetitionJourneys.DraftAsync(student);
        await student.TapsAsync("Save");
        await student.SaysAsync("i got an 82");
        await student.SaysAsync("yes");
    }

    internal static string PathOf(Shown shown, string button = "Open to print") =>
        new Uri(shown.Card!.Find(button)!.Value.GetProperty("url").GetString()!).AbsolutePath;

    private static async Task<string> AnswerAsync(Student student, string verb, (string Name, string Value) data)
    {
        using var response = await student.PostAsync(
            student.Invoke(verb, new System.Text.Json.Nodes.JsonObject { ["verb"] = verb, [data.Name] = data.Value })
        );
        return await response.Content.ReadAsStringAsync();
    }
}
