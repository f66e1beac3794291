using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.Pages;
using Milestones.Pages.Visiting;
using Milestones.School;
using Milestones.Tests.Journeys;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;

namespace Milestones.Tests.Schools;

/// <summary>From the classes' nights to the page of the school, and who is let in.</summary>
public partial class SchoolJourneys : Journey
{
    private static readonly string[] Classes = ["7B Math", "7C Math", "8A Art"];

    [StoreFact]
    public async Task Three_classes_are_counted_in_the_night_and_an_administrator_sees_the_sum()
    {
        var courses = await SharedAsync(3);
        var head = Administrator("Head");
        var (_, before) = await SeesAsync(head, SchoolFiguresPages.Path);
        Assert.Equal(["3", "15", "&#x2013;", "0 of 0"], Figures(before)); // earlier nights had nothing to count

        await NightAsync(courses);
        var (status, html) = await SeesAsync(head, SchoolFiguresPages.Path);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["3", "15", "100%", "0 of 15"], Figures(html));
        Assert.Contains("August 2026 to December 2026", html, StringComparison.Ordinal);
        Assert.Contains("6&#x2013;8", html, StringComparison.Ordinal);
        foreach (
            var name in courses
                .SelectMany(one => one.Students.Append(one.Teacher))
                .Select(one => one.Name)
                .Concat(Classes)
        )
        {
            Assert.DoesNotContain(name, html, StringComparison.Ordinal);
        }

        // Another night with one more goal reached takes the place of the first.
        await ChangeAsync(
            courses[0].Students[0],
            person => person with { Goals = [person.Goals[0] with { ReachedOn = new(2026, 9, 19) }] }
        );
        await NightAsync(courses);
        Assert.Equal(["3", "15", "100%", "1 of 15"], Figures((await SeesAsync(head, SchoolFiguresPages.Path)).Html));
    }

    [StoreFact]
    public async Task Of_two_classes_nothing_is_shown()
    {
        var courses = await SharedAsync(2);
        await NightAsync(courses);
        using var browser = As(Administrator("Head"));
        var (_, html) = await browser.OpenAsync(SchoolFiguresPages.Path);
        Assert.Contains("There is nothing to show yet", html, StringComparison.Ordinal);
        Assert.Empty(Figures(html));
    }

    [StoreFact]
    public async Task A_link_of_the_command_opens_the_figures_once_and_nothing_else()
    {
        var courses = await SharedAsync(3);
        await NightAsync(courses);
        var link = await LinkAsync();
        using var browser = new PlainBrowser(Bot.Address);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync(link)).Status);
        Assert.Null(browser.Cookie);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync(link, site: "cross-site")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync(link)).Status);
        Assert.Equal(["3", "15", "100%", "0 of 15"], Figures((await browser.OpenAsync(SchoolFiguresPages.Path)).Html));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.OpenAsync("/page")).Status);
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await browser.OpenAsync(ClassPages.Address(courses[0].Team.Key))).Status
        );

        using var thief = new PlainBrowser(Bot.Address);
        foreach (var other in new[] { link, $"{SchoolLink.Path}/x", $"{SchoolLink.Path}/{new string('A', 2000)}" })
            Assert.Equal(HttpStatusCode.Forbidden, (await thief.PostAsync(other)).Status);
        var late = await LinkAsync();
        Bot.Clock.Advance(TimeSpan.FromMinutes(10.1));
        Assert.Equal(HttpStatusCode.Forbidden, (await thief.PostAsync(late)).Status);
        Assert.Null(thief.Cookie);
        Bot.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.OpenAsync(SchoolFiguresPages.Path)).Status);
        browser.Cookie = "__Host-milestones-school=x";
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.OpenAsync(SchoolFiguresPages.Path)).Status);
    }

    [StoreFact]
    public async Task Teachers_students_and_strangers_do_not_see_it()
    {
        var courses = await SharedAsync(3);
        await NightAsync(courses);
        foreach (var who in new[] { courses[0].Teacher, courses[0].Students[0], Bot.Student("Eve") })
        {
            using var browser = As(who);
            var (status, html) = await browser.OpenAsync(SchoolFiguresPages.Path);
            Assert.Equal(HttpStatusCode.Forbidden, status);
            Assert.Empty(Figures(html));
        }
    }

    [StoreFact]
    public async Task An_administrator_gets_there_from_the_chat()
    {
        var head = Administrator("Head");
        await head.SaysAsync("hi");
        await head.SaysAsync("my page");
        var card = (await head.TapsAsync("The school in numbers")).Single(one => one.Card is not null).Card!;
        using var browser = new PlainBrowser(Bot.Address);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync(Link(card.Json.GetRawText()))).Status);
        Assert.Equal(SchoolFiguresPages.Path, browser.Last.Headers.Location!.OriginalString);

        // What was an administrator's button does nothing for others.
        var sam = Bot.Student("Sam");
        await sam.SaysAsync("hi");
        using var refused = await sam.PostAsync(sam.Invoke("page.school", new JsonObject { ["verb"] = "page.school" }));
        Assert.DoesNotContain("/page/open", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Classes_of_two_schools_are_counted_apart_and_moved_with_the_night()
    {
        var courses = await SharedAsync(3);
        foreach (var course in courses)
            await NameAsync(course, "Lincoln <b>");
        await NightAsync(courses);
        var head = Administrator("Head");
        var (_, one) = await SeesAsync(head, SchoolFiguresPages.Path);
        Assert.Equal(["3", "15", "100%", "0 of 15"], Figures(one));
        Assert.Contains("Lincoln &lt;b&gt;", one, StringComparison.Ordinal);

        await NameAsync(courses[2], "Roosevelt");
        await NightAsync(courses);
        var (_, all) = await SeesAsync(head, SchoolFiguresPages.Path);
        Assert.Contains("All schools", all, StringComparison.Ordinal);
        Assert.Empty(Figures(all));
        var marks = SchoolLinks().Matches(all).Select(one => one.Value).ToList();
        Assert.Equal(2, marks.Count);
        Assert.Equal(HttpStatusCode.OK, (await SeesAsync(head, marks[0])).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await SeesAsync(head, $"{SchoolFiguresPages.Path}/0000")).Status);

        await NameAsync(courses[2], "LINCOLN <b>");
        await NightAsync(courses);
        Assert.Equal(["3", "15", "100%", "0 of 15"], Figures((await SeesAsync(head, marks[0])).Html));
    }

    [StoreFact]
    public async Task What_is_said_wrong_to_the_commands_is_told()
    {
        var course = (await SharedAsync(1))[0];
        Assert.Equal(2, (await Bot.RunSchoolAsync("school-page")).ExitCode);
        Assert.Equal(
            2,
            (await Bot.RunSchoolAsync("school-class", "--team", course.Team.Id, "--tenant", Student.Tenant)).ExitCode
        );
        Assert.Equal(2, (await NameAsync("19:x", new string('x', 61))).ExitCode);
        Assert.Equal(1, (await NameAsync("19:x", "Lincoln")).ExitCode);
        var (_, said) = await NameAsync(course.Team.Id, "");
        Assert.Contains("no school of its own", said, StringComparison.Ordinal);
        Assert.Null((await course.Team.ReadAsync())!.SchoolName);
    }

    private async Task<IReadOnlyList<Course>> SharedAsync(int classes)
    {
        foreach (var name in (string[])["", "Lincoln <b>", "Roosevelt"])
            Bot.Knows(DocumentKeys.School(Student.Tenant, DocumentKeys.SchoolMark(name)));
        List<Course> courses = [];
        foreach (var (index, name) in Classes.Take(classes).Index())
        {
            courses.Add(
                await Course.StartAsync(
                    Bot,
                    Bot.Student($"Teacher{index}"),
                    [.. Enumerable.Range(0, 5).Select(one => Bot.Student($"Pupil{index}{one}"))],
                    name
                )
            );
        }

        await courses[0].AtAsync(Course.Friday);
        foreach (var course in courses)
        {
            foreach (var student in course.Students)
                await ChangeAsync(student, person => With(person, course.Team.Key));
        }

        return courses;
    }

    private async Task NightAsync(IReadOnlyList<Course> courses)
    {
        Bot.Clock.Advance(TimeSpan.FromDays(1));
        foreach (var course in courses)
            await course.SettleAsync();
        await Bot.QuietAsync();
    }

    private async Task ChangeAsync(Student student, Func<Person, Person> change)
    {
        await Bot.QuietAsync();
        var stored = (await Bot.Store.GetAsync(student.Key, CancellationToken.None))!;
        var written = await Bot.Store.ReplaceAsync(
            Kinds.All.Person.Write(student.Key, change(Kinds.All.Person.Read(stored.Document))),
            stored.ETag,
            CancellationToken.None
        );
        Assert.True(written.Written);
    }

    private static Person With(Person person, DocumentKey key) =>
        person with
        {
            Goals =
            [
                new(
                    "g",
                    "I read ten books.",
                    Area.Academic,
                    new("ten books", 10, 0, "books"),
                    "every evening",
                    null,
                    null,
                    7,
                    new DateOnly(2026, 12, 1),
                    Aspects.All,
                    Aspects.None,
                    new DateOnly(2026, 9, 2)
                ),
            ],
            Reflections =
            [
                new(
                    key,
                    IsoWeek.Of(new DateOnly(2026, 9, 14)),
                    4,
                    [],
                    Sharing.MyTeacher,
                    WantsHelp: false,
                    Course.Friday
                )
                {
                    Goals = [new("g", "I read ten books.", GoalStatus.OnTrack, 1)],
                },
            ],
        };

    private Student Administrator(string name)
    {
        var person = Bot.Student(name);
        Bot.Services.GetRequiredService<SchoolOptions>().Administrators.Add(person.ObjectId);
        return person;
    }

    private PlainBrowser As(Student person)
    {
        var browser = new PlainBrowser(Bot.Address);
        var link = Bot.Services.GetRequiredService<LocalLinks>().Of(new PersonId(Student.Tenant, person.ObjectId));
        browser.OpenAsync(link).GetAwaiter().GetResult();
        return browser;
    }

    /// <summary>A visit lasts an hour, a night is longer.</summary>
    private async Task<(HttpStatusCode Status, string Html)> SeesAsync(Student person, string path)
    {
        using var browser = As(person);
        return await browser.OpenAsync(path);
    }

    private async Task<string> LinkAsync()
    {
        var (exitCode, said) = await Bot.RunSchoolAsync("school-page", "--tenant", Student.Tenant);
        Assert.Equal(0, exitCode);
        return new Uri(said.Split('\n')[0].Trim()).AbsolutePath;
    }

    private async Task NameAsync(Course course, string name) =>
        Assert.Equal(0, (await NameAsync(course.Team.Id, name)).ExitCode);

    private Task<(int ExitCode, string Said)> NameAsync(string team, string name) =>
        Bot.RunSchoolAsync("school-class", "--team", team, "--tenant", Student.Tenant, "--school", name);

    private static string Link(string card) => OpenLink().Match(card).Value;

    private static IReadOnlyList<string> Figures(string html) =>
        [.. Figure().Matches(html).Select(one => one.Groups["figure"].Value)];

    private protected override Task<TestStore> OpenStoreAsync() =>
        Task.FromResult(TestStore.Sqlite().With($"--School:Address={TestEntra.Address}"));

    [GeneratedRegex("<dd>(?<figure>[^<]*)</dd>", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Figure();

    [GeneratedRegex("/page/school/[0-9a-f]{16}", RegexOptions.NonBacktracking)]
    private static partial Regex SchoolLinks();

    [GeneratedRegex("/page/open/[A-Za-z0-9_-]+", RegexOptions.NonBacktracking)]
    private static partial Regex OpenLink();
}

[NeedsCosmosEmulator]
[Collection(CosmosGroup.Name)]
public sealed class CosmosSchoolJourneys(CosmosEmulator emulator) : SchoolJourneys
{
    private protected override async Task<TestStore> OpenStoreAsync() =>
        (await CosmosJourneys.OpenAsync(emulator)).With($"--School:Address={TestEntra.Address}");
}
