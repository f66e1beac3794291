using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Milestones.Channel.Teams;
using Milestones.Conversations;
using Milestones.Features.Importing;
using Milestones.Pages;
using Milestones.Pages.Visiting;
using Milestones.Tests.Journeys;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;
using Milestones.Turns;

namespace Milestones.Tests.Importing;

/// <summary>A file or a table that a teacher sends in the chat, and where it leads.</summary>
public partial class HandedJourneys : Journey
{
    private const string Table = "Name\tQuiz\nSam Rivera\t72\nAna Rivera\t81";

    [Theory]
    [InlineData("Name\tQuiz\nSam\t72", true)]
    [InlineData("Name,Quiz\nSam,72\nAna,81", true)]
    [InlineData("Name;Quiz\n\"Rivera; Sam\";72,5\nAna;81", true)]
    [InlineData("Name\tQuiz\nSam\t\nAna\t8", true)] // a cell without a number
    [InlineData("Name\tQuiz", false)]
    [InlineData("Name\tQuiz\nSam\tgood", false)] // no number in it
    [InlineData("Sam\t72\nAna\t81", false)] // no heads
    [InlineData("Hi coach, all\nSee you, 5", false)]
    [InlineData("Name\tQuiz\nSam\t72\t3", false)]
    [InlineData("I can add fractions\nI can draw a graph", false)]
    [InlineData("My goal, by May 1, is to read 5 books.\nOk, thanks", false)]
    [InlineData("", false)]
    public void A_table_is_told_from_sentences(string text, bool isOne) => Assert.Equal(isOne, PastedTable.IsOne(text));

    [StoreFact]
    public async Task A_pasted_table_leads_to_the_preview_and_is_taken_there()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        await ImportsAsync(course, await course.Teacher.SaysAsync(Table));
    }

    [StoreFact]
    public async Task A_table_that_comes_as_html_is_read_from_it()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var message = course.Teacher.Message("Name Quiz Sam Rivera 72 Ana Rivera 81");
        message["attachments"] = new JsonArray(
            new JsonObject
            {
                ["contentType"] = "text/html",
                ["content"] =
                    "<div><table border=\"1\"><tbody><tr style=\"x\"><td><b>Name</b></td><td>Quiz</td></tr>"
                    + "<tr><td>Sam&nbsp;Rivera</td><td>72</td></tr><tr><th>Ana Rivera</th><td> 81 </td></tr></table>"
                    + "<p>see</p></div>",
            }
        );
        await ImportsAsync(course, await course.Teacher.AnswersAsync(message, null));
    }

    [StoreFact]
    public async Task A_file_is_fetched_from_where_it_lies()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        await using var drive = await StartAsync(context => context.Response.WriteAsync(Table));
        await ImportsAsync(
            course,
            await course.Teacher.AnswersAsync(File(course.Teacher, $"{drive.Urls.First()}/x.csv"), null)
        );
    }

    [StoreFact]
    public async Task A_file_that_cannot_be_had_or_read_is_answered_and_not_kept()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        await using var drive = await StartAsync(context =>
            context.Request.Path.Value switch
            {
                "/away" => Redirect(context),
                "/word" => context.Response.WriteAsync("no table"),
                "/broken" => context.Response.WriteAsync($"Name,Quiz\nSam,{new string('7', 70_000)}"),
                _ => NotThere(context),
            }
        );
        foreach (
            var (url, said) in new[]
            {
                ($"{drive.Urls.First()}/gone", "could not get that file"),
                ($"{drive.Urls.First()}/away", "could not get that file"),
                ("https://example.com/x.csv", "could not get that file"),
                ("file:///etc/passwd", "could not get that file"),
                ("not an address", "could not get that file"),
                ($"{drive.Urls.First()}/word", "table"),
                ($"{drive.Urls.First()}/broken", "end"),
            }
        )
        {
            var shown = await course.Teacher.AnswersAsync(File(course.Teacher, url), null);
            Assert.Contains(said, Assert.Single(shown).Text, StringComparison.Ordinal);
            Assert.DoesNotContain("root:", shown[0].Text, StringComparison.Ordinal);
        }

        Assert.Empty(await Bot.Services.GetRequiredService<Uploads>().WaitingAsync(course.Teacher.Key, default));
    }

    /// <summary>Where files are had from, for a bot that is known to Teams.</summary>
    [Theory]
    [InlineData("https://elm-my.sharepoint.com/x", true)]
    [InlineData("https://elm.sharepoint.com/personal/lee/download.aspx?tempauth=x", true)]
    [InlineData("http://elm.sharepoint.com/x", false)]
    [InlineData("https://elm.sharepoint.com:8443/x", false)]
    [InlineData("https://sharepoint.com.example.com/x", false)]
    [InlineData("https://evilsharepoint.com/x", false)]
    [InlineData("https://sharepoint.com/x", false)]
    [InlineData("https://lee@elm.sharepoint.com/x", false)]
    [InlineData("http://127.0.0.1/x", false)]
    [InlineData("http://169.254.169.254/latest", false)]
    public async Task Files_are_had_from_the_schools_own_drive_alone(string url, bool asked)
    {
        using var handler = new Counting();
        using var http = new HttpClient(handler);
        var files = new FileDownloads(
            http,
            new BotOptions { AppId = "11111111-1111-1111-1111-111111111111" },
            development: true,
            NullLogger<FileDownloads>.Instance
        );
        var bytes = await files.GetAsync(url, 10, CancellationToken.None);
        Assert.Equal(asked ? 1 : 0, handler.Calls);
        Assert.Equal(asked ? "1234567890" : null, bytes is null ? null : Encoding.UTF8.GetString(bytes));
        Assert.Null(await files.GetAsync(url, 9, CancellationToken.None)); // too long
    }

    [StoreFact]
    public async Task Of_students_and_with_words_of_concern_a_message_stays_what_it_is()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        await course["Sam"].SaysAsync(Table);
        await course["Sam"].AnswersAsync(File(course["Sam"], "http://127.0.0.1:1/x"), null);
        var heard = await course.Teacher.SaysAsync(Table + "\ni want to kill myself\t5");
        Assert.DoesNotContain(heard, one => one.Card?.Find("See what fits") is not null);
        Assert.NotEmpty((await Bot.PersonAsync(course.Teacher))!.Alerts);
        foreach (var person in new[] { course["Sam"], course.Teacher })
        {
            Assert.Empty(await Bot.Services.GetRequiredService<Uploads>().WaitingAsync(person.Key, default));
        }
    }

    [StoreFact]
    public async Task Of_several_classes_one_is_chosen_and_nobody_else_finds_the_file()
    {
        var lee = Bot.Student("Lee");
        var first = await Course.StartAsync(Bot, lee, [Bot.Student("Bo"), Bot.Student("Cy")], "8A Art");
        var second = await Course.StartAsync(Bot, lee, [Bot.Student("Sam"), Bot.Student("Ana")]);
        await second.NewAsync(lee);
        var card = Assert.Single(await lee.SaysAsync(Table)).Card!;
        Assert.NotNull(card.Find("8A Art"));
        var link = Link(await lee.TapsAsync("7B Math", card));
        using var browser = new PlainBrowser(Bot.Address);
        await browser.PostAsync(link);
        var file = browser.Last.Headers.Location!.OriginalString;
        Assert.StartsWith(ClassPages.Address(second.Team.Key), file, StringComparison.Ordinal);

        // Under the same number another teacher finds nothing, and in a class one does not teach nobody does.
        var other = await Course.StartAsync(Bot, Bot.Student("Kim"), [Bot.Student("Di")], "9C");
        using var kim = As(other.Teacher);
        var elsewhere = $"{ClassPages.Address(other.Team.Key)}/import/{file.Split('/')[^1]}";
        Assert.Contains("an hour is over", (await kim.OpenAsync(elsewhere)).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync(elsewhere)).Status);

        // The page of each class lists what waits.
        var (_, begin) = await browser.OpenAsync($"{ClassPages.Address(first.Team.Key)}/import");
        Assert.Contains("From the chat", begin, StringComparison.Ordinal);
        Assert.Contains(file.Split('/')[^1], begin, StringComparison.Ordinal);
    }

    private async Task ImportsAsync(Course course, IReadOnlyList<Shown> shown)
    {
        Assert.Contains(
            "nothing is saved before",
            Assert.Single(shown).Card!.Json.GetRawText(),
            StringComparison.Ordinal
        );
        var link = Link(await course.Teacher.TapsAsync("See what fits"));
        using var browser = new PlainBrowser(Bot.Address);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync(link)).Status);
        var file = browser.Last.Headers.Location!.OriginalString;
        var (_, preview) = await browser.OpenAsync($"{file}?who=Name&value=Quiz&unit=percent");
        Assert.Contains("Add 2 numbers of 2 students", preview, StringComparison.Ordinal);
        Assert.Empty((await Bot.PersonAsync(course["Sam"]))!.Imports);
        using var form = new StringContent(
            "who=Name&value=Quiz&unit=percent",
            null,
            "application/x-www-form-urlencoded"
        );
        await browser.PostAsync(file, form);
        Assert.Equal(72, Assert.Single((await Bot.PersonAsync(course["Sam"]))!.Imports).Value);
    }

    private static JsonObject File(Student person, string url)
    {
        var message = person.Message("");
        message["attachments"] = new JsonArray(
            new JsonObject
            {
                ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
                ["name"] = "quiz.csv",
                ["content"] = new JsonObject { ["downloadUrl"] = url, ["fileType"] = "csv" },
            }
        );
        return message;
    }

    private static async Task<WebApplication> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var drive = builder.Build();
        drive.MapGet("/{**path}", answer);
        await drive.StartAsync();
        return drive;
    }

    private static Task Redirect(HttpContext context)
    {
        context.Response.Redirect("/x");
        return Task.CompletedTask;
    }

    private static Task NotThere(HttpContext context)
    {
        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }

    private PlainBrowser As(Student person)
    {
        var browser = new PlainBrowser(Bot.Address);
        browser
            .OpenAsync(Bot.Services.GetRequiredService<LocalLinks>().Of(new PersonId(Student.Tenant, person.ObjectId)))
            .GetAwaiter()
            .GetResult();
        return browser;
    }

    private static string Link(IReadOnlyList<Shown> shown) =>
        OpenLink().Match(shown.Single(one => one.Card is not null).Card!.Json.GetRawText()).Value;

    private protected override Task<TestStore> OpenStoreAsync() =>
        Task.FromResult(TestStore.Sqlite().With($"--School:Address={TestEntra.Address}"));

    [GeneratedRegex("/page/open/[A-Za-z0-9_-]+", RegexOptions.NonBacktracking)]
    private static partial Regex OpenLink();

    private sealed class Counting : HttpMessageHandler
    {
        public int Calls { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Calls++;
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent("1234567890") });
        }
    }
}
