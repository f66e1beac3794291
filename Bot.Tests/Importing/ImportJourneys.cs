using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Milestones.Conversations;
using Milestones.Pages;
using Milestones.Pages.Visiting;
using Milestones.Tests.Journeys;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;

namespace Milestones.Tests.Importing;

/// <summary>A file from the class page to a student's goal, and back.</summary>
public class ImportJourneys : Journey
{
    private const string Table =
        "Name,Quiz,Day\nSam Rivera,72,2026-09-10\nAna Rivera,81,2026-09-10\nZed Nobody,5,2026-09-10\n"
        + "Sam Riverra,1,2026-09-10\nAna Rivera,many,2026-09-10\n";

    private const string Mapped = "who=Name&value=Quiz&when=Day&unit=percent";

    [StoreFact]
    public async Task A_file_is_looked_at_taken_counted_and_taken_back()
    {
        var (course, teacher) = await BeginAsync();
        var goal = await GoalAsync(course["Sam"]);
        var file = await UploadAsync(teacher, course, Table);

        var (_, asks) = await teacher.OpenAsync(file);
        Assert.Contains("What only you can say", asks, StringComparison.Ordinal);
        var (_, preview) = await teacher.OpenAsync($"{file}?{Mapped}");
        Assert.Contains("Add 2 numbers of 2 students", preview, StringComparison.Ordinal);
        Assert.Contains("near: Sam Rivera", preview, StringComparison.Ordinal);
        Assert.Contains("Row 4 · Zed Nobody", preview, StringComparison.Ordinal);
        Assert.Contains("Row 6 · many", preview, StringComparison.Ordinal);
        Assert.Empty((await Bot.PersonAsync(course["Sam"]))!.Imports);

        Assert.Equal(HttpStatusCode.SeeOther, (await teacher.PostAsync(file, Form(Mapped))).Status);
        var sam = (await Bot.PersonAsync(course["Sam"]))!;
        Assert.Equal(("Quiz", 72.0), Assert.Single(sam.Imports.Select(one => (one.Measure, one.Value))));
        Assert.Empty(sam.Goals[0].Progress);

        using var student = As(course["Sam"]);
        var (_, mine) = await student.OpenAsync("/page");
        Assert.Contains("Quiz: 72%", mine, StringComparison.Ordinal);
        await student.PostAsync("/page/numbers", Form($"measure=Quiz&goal={goal}"));
        Assert.Equal(72, (await Bot.PersonAsync(course["Sam"]))!.Goals[0].Current);

        // The same file again changes nothing; a later one feeds the goal by itself, with the mapping of before.
        await teacher.PostAsync(file, Form(Mapped));
        Assert.Single((await Bot.PersonAsync(course["Sam"]))!.Goals[0].Progress);
        var next = await UploadAsync(teacher, course, "Name,Quiz,Day\nSam Rivera,80,2026-09-12\n");
        Assert.Contains("Add 1 numbers", (await teacher.OpenAsync(next)).Html, StringComparison.Ordinal);
        await teacher.PostAsync(next, Form(Mapped));
        Assert.Equal(80, (await Bot.PersonAsync(course["Sam"]))!.Goals[0].Current);

        await teacher.PostAsync($"{next}/undo");
        sam = (await Bot.PersonAsync(course["Sam"]))!;
        Assert.Equal(72, sam.Goals[0].Current);
        Assert.Single(sam.Imports);
        await teacher.PostAsync($"{file}/undo");
        sam = (await Bot.PersonAsync(course["Sam"]))!;
        Assert.Empty(sam.Goals[0].Progress);
        Assert.Empty(sam.Imports);
        Assert.All((await course.Team.ReadAsync())!.Imports, one => Assert.NotNull(one.UndoneAt));
    }

    [StoreFact]
    public async Task After_a_week_nothing_is_taken_back_and_after_an_hour_a_file_is_gone()
    {
        var (course, teacher) = await BeginAsync();
        var file = await UploadAsync(teacher, course, Table);
        await teacher.PostAsync(file, Form(Mapped));
        await course.AtAsync(Bot.Clock.Now + TimeSpan.FromDays(7.1));
        using var later = As(course.Teacher);

        await later.PostAsync($"{file}/undo");
        Assert.Single((await Bot.PersonAsync(course["Sam"]))!.Imports);
        Assert.Contains("an hour is over", (await later.OpenAsync(file)).Html, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Only_who_teaches_the_class_brings_numbers_and_only_from_its_own_page()
    {
        var (course, teacher) = await BeginAsync();
        var file = await UploadAsync(teacher, course, Table);
        using var student = As(course["Sam"]);
        using var stranger = As(Bot.Student("Eve"));

        foreach (var browser in new[] { student, stranger })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync(file)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync(file, Form(Mapped))).Status);
        }

        var (status, _) = await teacher.PostAsync(file, Form(Mapped), site: "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Empty((await Bot.PersonAsync(course["Sam"]))!.Imports);

        // Somebody else's goal is none of one's own, and a measure nobody brought is none.
        await teacher.PostAsync(file, Form(Mapped));
        var other = await GoalAsync(course["Ana"]);
        foreach (var form in (string[])[$"measure=Quiz&goal={other}", "measure=Other&goal=", "measure=&goal="])
            await student.PostAsync("/page/numbers", Form(form));
        Assert.Empty((await Bot.PersonAsync(course["Sam"]))!.Bindings);
    }

    [StoreFact]
    public async Task Two_students_of_one_name_are_not_told_apart_by_guessing()
    {
        var course = await Course.StartAsync(Bot, Bot.Student("Lee"), [Bot.Student("Sam"), Bot.Student("Sam")]);
        using var teacher = As(course.Teacher);
        var file = await UploadAsync(teacher, course, Table);

        var (_, preview) = await teacher.OpenAsync($"{file}?{Mapped}");

        Assert.Matches("two students are called so|nobody in this class|near:", preview);
        Assert.DoesNotContain("Add 1 numbers", preview, StringComparison.Ordinal);
    }

    private async Task<(Course Course, PlainBrowser Teacher)> BeginAsync()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        return (course, As(course.Teacher));
    }

    private async Task<string> GoalAsync(Student student)
    {
        await student.SaysAsync(
            "i want to get 90% on my quizzes by december 1 by practicing every night because i like it"
        );
        for (var step = 0; step < 8 && (await Bot.PersonAsync(student))!.Goals.Count == 0; step++)
        {
            if (student.Screen.Cards.Any(card => card.Find("Save") is not null))
                await student.TapsAsync("Save");
            else
                await student.SaysAsync("skip");
        }

        return Assert.Single((await Bot.PersonAsync(student))!.Goals).Id;
    }

    private static async Task<string> UploadAsync(PlainBrowser teacher, Course course, string table)
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(table)), "file", "table.csv" },
        };
        var (status, _) = await teacher.PostAsync($"{ClassPages.Address(course.Team.Key)}/import", form);
        Assert.Equal(HttpStatusCode.SeeOther, status);
        return teacher.Last.Headers.Location!.OriginalString;
    }

    private PlainBrowser As(Student person)
    {
        var browser = new PlainBrowser(Bot.Address);
        var link = Bot.Services.GetRequiredService<LocalLinks>().Of(new PersonId(Student.Tenant, person.ObjectId));
        browser.OpenAsync(link).GetAwaiter().GetResult();
        return browser;
    }

    private static StringContent Form(string fields) => new(fields, null, "application/x-www-form-urlencoded");
}
