using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Milestones.Conversations;
using Milestones.Pages;
using Milestones.Pages.Visiting;
using Milestones.School;
using Milestones.Tests.Journeys;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;
using Milestones.Turns;

namespace Milestones.Tests.Pages;

/// <summary>
/// Pages from the chat to the last line: who sees them, what stands on them, and what it leaves behind.
/// </summary>
public partial class PageJourneys : Journey
{
    [StoreFact]
    public async Task A_teacher_opens_the_class_from_the_chat_and_sees_what_was_shared()
    {
        var course = await WrittenAsync();
        using var browser = await FromChatAsync(course.Teacher, "my class", "Charts");

        var (status, html) = await browser.OpenAsync(browser.Last.Headers.Location!.OriginalString);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("7B Math", html, StringComparison.Ordinal);
        Assert.Contains("2 of 3", html, StringComparison.Ordinal);
        Assert.Contains("Cy", html, StringComparison.Ordinal);
        Assert.DoesNotContain("quokka", html, StringComparison.OrdinalIgnoreCase); // words are on a student's page
        Assert.DoesNotContain("wombat", html, StringComparison.OrdinalIgnoreCase);
    }

    [StoreFact]
    public async Task Reading_a_student_shows_what_was_shared_and_leaves_a_line()
    {
        var course = await WrittenAsync();
        using var teacher = As(course.Teacher);

        var (status, html) = await teacher.OpenAsync(StudentPage(course, "Sam"));
        var (_, kept) = await teacher.OpenAsync(StudentPage(course, "Ana"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("a quokka week", html, StringComparison.Ordinal);
        Assert.DoesNotContain("wombat", kept, StringComparison.OrdinalIgnoreCase);
        var line = Assert.Single(await LinesAsync(course));
        Assert.Equal(("read", course.Teacher.ObjectId, course["Sam"].ObjectId), (line.What, line.By, line.Student));
        Assert.Equal("2026-W38", line.Weeks);
    }

    [StoreFact]
    public async Task A_student_sees_all_that_is_their_own_and_nothing_of_the_class()
    {
        var course = await WrittenAsync();
        using var ana = await FromChatAsync(course["Ana"], "my page", null);

        var (_, mine) = await ana.OpenAsync("/page");
        Assert.Contains("a wombat week", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("quokka", mine, StringComparison.OrdinalIgnoreCase);
        foreach (var page in ClassPagesOf(course))
        {
            var (status, html) = await ana.OpenAsync(page);
            Assert.Equal(HttpStatusCode.Forbidden, status);
            Assert.DoesNotContain("quokka", html, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Empty(await LinesAsync(course));
    }

    [StoreFact]
    public async Task A_copy_of_it_all_is_for_who_is_signed_in_and_not_for_who_has_a_link()
    {
        var course = await WrittenAsync();
        using var ana = As(course["Ana"]);
        Assert.Contains(CopyPages.Mine, (await ana.OpenAsync("/page")).Html, StringComparison.Ordinal);

        var (status, html) = await ana.PostAsync(CopyPages.Mine);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("a wombat week", html, StringComparison.Ordinal);
        Assert.Contains("my-data.json", html, StringComparison.Ordinal);
        Assert.DoesNotContain("quokka", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(
            "frame-ancestors 'self' https://teams.microsoft.com",
            string.Join(' ', ana.Last.Headers.GetValues("Content-Security-Policy")),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.Forbidden, (await ana.PostAsync(CopyPages.Mine, site: "cross-site")).Status);

        using var linked = await FromChatAsync(course["Ana"], "my page", null);
        Assert.DoesNotContain(CopyPages.Mine, (await linked.OpenAsync("/page")).Html, StringComparison.Ordinal);
        using var nobody = new PlainBrowser(Bot.Address);
        foreach (
            var (browser, refusal) in new[]
            {
                (linked, HttpStatusCode.Forbidden),
                (nobody, HttpStatusCode.Unauthorized),
            }
        )
        {
            var refused = await browser.PostAsync(CopyPages.Mine);
            Assert.Equal(refusal, refused.Status);
            Assert.DoesNotContain("wombat", refused.Html, StringComparison.OrdinalIgnoreCase);
        }
    }

    [StoreFact]
    public async Task Teachers_of_other_classes_strangers_and_whoever_has_left_see_nothing()
    {
        var course = await WrittenAsync();
        var other = await Course.StartAsync(Bot, Bot.Student("Kim"), [Bot.Student("Bo")], "8A Art");
        foreach (var stranger in new[] { other.Teacher, other["Bo"], Bot.Student("Eve") })
        {
            using var browser = As(stranger);
            foreach (var page in ClassPagesOf(course))
                Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync(page)).Status);
        }

        // A student of the one class is not found below the other.
        using var kim = As(other.Teacher);
        var beside = $"{ClassPages.Address(other.Team.Key)}/student/{course["Sam"].ObjectId}";
        Assert.Equal(HttpStatusCode.NotFound, (await kim.OpenAsync(beside)).Status);

        using var teacher = As(course.Teacher);
        await course.Team.LeavesAsync(course.Teacher);
        foreach (var page in ClassPagesOf(course))
            Assert.Equal(HttpStatusCode.Forbidden, (await teacher.OpenAsync(page)).Status);
        Assert.Empty(await LinesAsync(course));
    }

    [StoreFact]
    public async Task A_link_opens_once_within_ten_minutes_and_is_not_used_up_by_looking_at_it()
    {
        var sam = Bot.Student();
        await sam.SaysAsync("hi");
        var link = Link(await sam.SaysAsync("my page"));
        using var browser = new PlainBrowser(Bot.Address);

        for (var look = 0; look < 3; look++)
            Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync(link)).Status);
        Assert.Null(browser.Cookie);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync(link, site: "cross-site")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync(link)).Status);
        using var thief = new PlainBrowser(Bot.Address);
        Assert.Equal(HttpStatusCode.Forbidden, (await thief.PostAsync(link)).Status);
        Assert.Null(thief.Cookie);

        var late = Link(await sam.SaysAsync("my page"));
        await sam.LetTimePassAsync(TimeSpan.FromMinutes(10.1));
        Assert.Equal(HttpStatusCode.Forbidden, (await thief.PostAsync(late)).Status);
        var first = Link(await sam.SaysAsync("my page"));
        _ = await sam.SaysAsync("my page");
        Assert.Equal(HttpStatusCode.Forbidden, (await thief.PostAsync(first)).Status); // a new one takes its place
        Assert.Equal(HttpStatusCode.Forbidden, (await thief.PostAsync($"{PageLink.Path}/x")).Status);
    }

    [StoreFact]
    public async Task A_cookie_that_was_changed_or_made_elsewhere_is_none()
    {
        var sam = Bot.Student();
        await sam.SaysAsync("hi");
        using var browser = As(sam);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/page")).Status);
        var good = browser.Cookie!;

        foreach (
            var wrong in (string[])
                [
                    $"{good}x",
                    good[..^2],
                    $"{Visits.Cookie}=abc",
                    $"{Visits.Cookie}=",
                    good.Replace("__Host-", "", StringComparison.Ordinal),
                ]
        )
        {
            browser.Cookie = wrong;
            Assert.Equal(HttpStatusCode.Unauthorized, (await browser.OpenAsync("/page")).Status);
        }
    }

    [StoreFact]
    public async Task Nothing_about_anybody_is_kept_on_its_way_framed_elsewhere_or_run()
    {
        var course = await WrittenAsync();
        using var teacher = As(course.Teacher);
        foreach (var page in ClassPagesOf(course).Append("/page"))
        {
            await teacher.OpenAsync(page);
            var headers = teacher.Last.Headers;
            Assert.True(headers.CacheControl!.NoStore, page);
            Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("no-referrer", headers.GetValues("Referrer-Policy").Single());
            if (teacher.Last.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            var policy = headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains(
                "default-src 'none'; script-src 'self'; style-src 'self';",
                policy,
                StringComparison.Ordinal
            );
            Assert.Contains("frame-ancestors 'self' https://teams.microsoft.com", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        }
    }

    [StoreFact]
    public async Task A_file_of_the_week_has_no_words_and_no_formulas()
    {
        var course = await WrittenAsync("=HYPERLINK(\"x\")");
        using var teacher = As(course.Teacher);

        var (_, file) = await teacher.OpenAsync($"{ClassPages.Address(course.Team.Key)}/week.csv");

        Assert.Equal([0xEF, 0xBB, 0xBF], (await teacher.Last.Content.ReadAsByteArrayAsync())[..3]);
        Assert.StartsWith("Student,", file, StringComparison.Ordinal);
        Assert.Equal(4, file.TrimEnd().Split('\n').Length);
        Assert.Contains("\"'=HYPERLINK", file, StringComparison.Ordinal);
        Assert.DoesNotContain("quokka", file, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("2026-W38.csv", teacher.Last.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
    }

    [StoreFact]
    public async Task A_file_of_a_unit_has_the_ratings_and_no_formulas()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        await MasteryJourneys.StartsAsync(course, "=SUM(A1), and what it is for\n2. I can draw it");
        await MasteryJourneys.RatesAsync(course, course["Sam"], "1 · Not yet", "3 · Got it");
        using var teacher = As(course.Teacher);
        var unit = (await course.Team.ReadAsync())!.Units[0].Id;

        var (_, page) = await teacher.OpenAsync(ClassPages.Address(course.Team.Key));
        var address = $"{ClassPages.Address(course.Team.Key)}/unit/{unit}.csv";
        Assert.Contains(address, page, StringComparison.Ordinal);
        var (_, file) = await teacher.OpenAsync(address);

        Assert.Contains("\"'=SUM(A1), and what it is for · before\"", file, StringComparison.Ordinal);
        Assert.Contains("Sam Rivera,1,,,3,,\r\n", file, StringComparison.Ordinal);
        Assert.Contains("Ana Rivera,,,,,,\r\n", file, StringComparison.Ordinal);
        var other = $"{ClassPages.Address(course.Team.Key)}/unit/none.csv";
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.OpenAsync(other)).Status);
        using var sam = As(course["Sam"]);
        Assert.Equal(HttpStatusCode.Forbidden, (await sam.OpenAsync(address)).Status);
    }

    [StoreFact]
    public async Task Work_is_seen_and_commented_on_from_the_students_page_and_stands_on_their_own()
    {
        var course = await WrittenAsync();
        await course.AtAsync(Course.Monday.AddDays(1));
        await CriteriaJourneys.ChecksAsync(course, course["Sam"]);
        await course.SettleAsync();
        using var teacher = As(course.Teacher);
        var (_, page) = await teacher.OpenAsync(StudentPage(course, "Sam"));
        Assert.Contains("page 2", page, StringComparison.Ordinal);
        var work = (await Bot.PersonAsync(course["Sam"]))!.Tasks[0];
        var address = $"{StudentPage(course, "Sam")}/feedback";

        // Without a next step nothing goes, and the page says so.
        await teacher.PostAsync(address, Feedback(""));
        var (_, again) = await teacher.OpenAsync(teacher.Last.Headers.Location!.OriginalString);
        Assert.Contains("Nothing was sent.", again, StringComparison.Ordinal);
        await teacher.PostAsync(address, Feedback("Add a <b>quote</b>"));
        await course.SettleAsync();
        await course.NewAsync(course["Sam"]);
        var reply = Assert.Single((await Bot.PersonAsync(course["Sam"]))!.TeacherReplies);
        Assert.Equal("I give a reason", reply.Feedback!.Criterion);
        var (_, read) = await teacher.OpenAsync(StudentPage(course, "Sam"));
        Assert.Contains("Add a &lt;b&gt;quote", read, StringComparison.Ordinal);

        using var sam = As(course["Sam"]);
        var (_, own) = await sam.OpenAsync("/page");
        Assert.Contains("My work in class", own, StringComparison.Ordinal);
        Assert.Contains("Partly", own, StringComparison.Ordinal);
        Assert.Contains("Add a &lt;b&gt;quote", own, StringComparison.Ordinal);

        // Nobody else says anything of it.
        foreach (var one in (string[])["Sam", "Ana"])
        {
            using var other = As(course[one]);
            var (status, _) = await other.PostAsync(address, Feedback("Mine"));
            Assert.Equal(HttpStatusCode.Forbidden, status);
        }

        FormUrlEncodedContent Feedback(string next) =>
            new(
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["criterion"] = $"{work.Id}:{work.Criteria.List[0].Id}",
                    ["strength"] = "A clear reason",
                    ["nextStep"] = next,
                }
            );
    }

    [StoreFact]
    public async Task What_somebody_wrote_is_text_whatever_it_looks_like()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana", "Cy");
        await course.AtAsync(Course.Friday);
        await course.ReflectsAsync("Sam", 4, words: "<script>alert(1)</script><img src=x onerror=alert(2)>");
        using var teacher = As(course.Teacher);

        var (_, html) = await teacher.OpenAsync(StudentPage(course, "Sam"));

        Assert.Contains("&lt;script&gt;alert(1)", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task A_page_speaks_the_language_of_whoever_looks()
    {
        var sam = Bot.Student("Sam", "es-MX");
        await sam.SaysAsync("hola");
        using var browser = As(sam);

        var (_, html) = await browser.OpenAsync("/page");

        Assert.Contains("<html lang=\"es\"", html, StringComparison.Ordinal);
        Assert.Contains("Mis metas", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/page/class/%20")]
    [InlineData("/page/class/!!!")]
    [InlineData("/page/class/Lw")] // a slash
    [InlineData("/page/class/AAAA")] // control characters
    public async Task An_address_that_names_no_class_shows_none(string path)
    {
        var sam = Bot.Student();
        await sam.SaysAsync("hi");
        using var browser = As(sam);
        var (status, _) = await browser.OpenAsync(path);
        Assert.True(status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, status.ToString());
    }

    /// <summary>Sam shared a hard week, Ana kept hers, Cy has not reflected.</summary>
    private async Task<Course> WrittenAsync(string third = "Cy")
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana", third);
        await course.AtAsync(Course.Friday);
        await course.ReflectsAsync("Sam", 2, words: "a quokka week");
        await course.ReflectsAsync("Ana", 4, shares: false, words: "a wombat week");
        return course;
    }

    /// <summary>The way a person goes: the words, a button, the link, its one button.</summary>
    private async Task<PlainBrowser> FromChatAsync(Student person, string words, string? button)
    {
        var shown = await person.SaysAsync(words);
        var link = Link(button is null ? shown : await person.TapsAsync(button));
        var browser = new PlainBrowser(Bot.Address);
        var (status, _) = await browser.PostAsync(link);
        Assert.Equal(HttpStatusCode.SeeOther, status);
        return browser;
    }

    /// <summary>A browser in which this person is signed in.</summary>
    private PlainBrowser As(Student person)
    {
        var browser = new PlainBrowser(Bot.Address);
        var link = Bot.Services.GetRequiredService<LocalLinks>().Of(new PersonId(Student.Tenant, person.ObjectId));
        browser.OpenAsync(link).GetAwaiter().GetResult();
        Assert.NotNull(browser.Cookie);
        return browser;
    }

    private static string StudentPage(Course course, string name) =>
        $"{ClassPages.Address(course.Team.Key)}/student/{course[name].ObjectId}";

    private static IEnumerable<string> ClassPagesOf(Course course) =>
        [
            ClassPages.Address(course.Team.Key),
            $"{ClassPages.Address(course.Team.Key)}/week.csv",
            StudentPage(course, "Sam"),
        ];

    private static string Link(IReadOnlyList<Shown> shown) =>
        new Uri(Address().Match(shown[^1].Card!.Json.GetRawText()).Value).AbsolutePath;

    private async Task<IReadOnlyList<Audit>> LinesAsync(Course course) =>
        [
            .. (await Bot.Store.ListAsync(course.Team.Key.Partition, "audit:", null, 100, CancellationToken.None))
                .Select(one => Audit.Read(one.Document))
                .OfType<Audit>(),
        ];

    private protected override Task<TestStore> OpenStoreAsync() =>
        Task.FromResult(TestStore.Sqlite().With($"--School:Address={TestEntra.Address}"));

    [GeneratedRegex("https://bot.elm.example/page/open/[A-Za-z0-9_-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}

[NeedsCosmosEmulator]
[Collection(CosmosGroup.Name)]
public sealed class CosmosPageJourneys(CosmosEmulator emulator) : PageJourneys
{
    private protected override async Task<TestStore> OpenStoreAsync() =>
        (await CosmosJourneys.OpenAsync(emulator)).With($"--School:Address={TestEntra.Address}");
}
