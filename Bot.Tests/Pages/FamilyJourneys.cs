using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Milestones.Language;
using Milestones.Localization;
using Milestones.School;
using Milestones.Tests.Journeys;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;
using Milestones.Turns;

namespace Milestones.Tests.Pages;

/// <summary>Links for home from the chat to the last line: who makes them, what they show, and when they end.</summary>
public partial class FamilyJourneys : Journey
{
    [StoreFact]
    public async Task Home_sees_the_goals_that_were_chosen_and_weeks_only_where_they_were_shared()
    {
        var course = await WrittenAsync(GradeBand.Grades6To8);
        var sam = course["Sam"];
        await GoalAsync(sam, "lizard");
        await GoalAsync(sam, "secret dance");
        await course.AtAsync(Course.Friday.AddDays(7));
        await course.ReflectsAsync("Sam", 4, shares: false, words: "a wombat week");

        var alone = await MadeAsync(sam, "lizard", weeks: false);
        using var home = new PlainBrowser(Bot.Address);
        var (status, html) = await home.PostAsync(alone);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Sam: goals", html, StringComparison.Ordinal);
        Assert.Contains("lizard", html, StringComparison.Ordinal);
        Assert.DoesNotContain("secret dance", html, StringComparison.Ordinal);
        Assert.DoesNotContain("quokka", html, StringComparison.Ordinal);
        Assert.Null(home.Cookie);

        var (_, all) = await home.PostAsync(await MadeAsync(sam, "lizard", weeks: true));
        Assert.Contains("a quokka week", all, StringComparison.Ordinal);
        Assert.DoesNotContain("wombat", all, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await home.PostAsync(alone)).Status); // a new one takes its place
    }

    [StoreFact]
    public async Task It_opens_for_two_weeks_as_often_as_wanted_and_tells_nothing_in_passing()
    {
        var sam = await WithGoalAsync();
        var link = await MadeAsync(sam, "lizard", weeks: false);
        using var home = new PlainBrowser(Bot.Address);

        var (_, passing) = await home.OpenAsync(link);
        Assert.DoesNotContain("Sam", passing, StringComparison.Ordinal);
        Assert.DoesNotContain("lizard", passing, StringComparison.Ordinal);
        for (var look = 0; look < 3; look++)
            Assert.Equal(HttpStatusCode.OK, (await home.PostAsync(link)).Status);
        var headers = home.Last.Headers;
        Assert.True(headers.CacheControl!.NoStore);
        Assert.Equal("no-referrer", headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("noindex", headers.GetValues("X-Robots-Tag").Single());
        Assert.StartsWith(
            "default-src 'none'; script-src 'self'; style-src 'self';",
            headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );

        await sam.LetTimePassAsync(FamilyLink.Lasts - TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await home.PostAsync(link)).Status);
        await sam.LetTimePassAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.NotFound, (await home.PostAsync(link)).Status);
    }

    [StoreFact]
    public async Task What_was_taken_back_forged_closed_or_deleted_shows_nothing()
    {
        var sam = await WithGoalAsync();
        using var home = new PlainBrowser(Bot.Address);
        var link = await MadeAsync(sam, "lizard", weeks: false);

        var ana = Bot.Student("Ana");
        await ana.SaysAsync("hi");
        var (_, forged) = LinkToken.New(new(Student.Tenant, sam.ObjectId), Guid.NewGuid());
        var (_, strange) = LinkToken.New(new(Student.Tenant, ana.ObjectId), Guid.NewGuid());
        foreach (var wrong in new[] { forged, strange, "x", "%20", new string('A', 2000) })
            Assert.Equal(HttpStatusCode.NotFound, (await home.PostAsync($"{FamilyLink.Path}/{wrong}")).Status);

        await ChangeAsync(sam, person => person with { Goals = [] });
        Assert.Equal(HttpStatusCode.NotFound, (await home.PostAsync(link)).Status); // the goal is gone
        await GoalAsync(sam, "lizard");
        Assert.Equal(HttpStatusCode.OK, (await home.PostAsync(link)).Status);
        await ChangeAsync(
            sam,
            person => person with { Erasure = new(Bot.Clock.Now) { At = Bot.Clock.Now.AddDays(1) } }
        );
        Assert.Equal(HttpStatusCode.NotFound, (await home.PostAsync(link)).Status); // they asked to be forgotten
        await ChangeAsync(sam, person => person with { Erasure = null });
        Assert.Equal(HttpStatusCode.OK, (await home.PostAsync(link)).Status);
        await sam.SaysAsync("link for home");
        await sam.TapsAsync("Take it back");
        Assert.Equal(HttpStatusCode.NotFound, (await home.PostAsync(link)).Status);
    }

    [StoreFact]
    public async Task The_page_speaks_the_familys_language_and_not_the_browsers()
    {
        var sam = await WithGoalAsync();
        using var home = new PlainBrowser(Bot.Address);

        var (_, html) = await home.PostAsync(await MadeAsync(sam, "lizard", weeks: false, language: "es"));

        Assert.Contains("<html lang=\"es\"", html, StringComparison.Ordinal);
        Assert.Contains("Sam: metas", html, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task For_the_youngest_the_teacher_makes_it_from_what_is_shared_and_either_ends_it()
    {
        var course = await WrittenAsync(GradeBand.KTo2);
        var (sam, teacher) = (course["Sam"], course.Teacher);
        await GoalAsync(sam, "secret dance");

        Assert.DoesNotContain("Make the link", Words(await sam.SaysAsync("link for home")), StringComparison.Ordinal);
        var link = await MadeForAsync(course, "Sam");
        using var home = new PlainBrowser(Bot.Address);
        var (status, html) = await home.PostAsync(link);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("a quokka week", html, StringComparison.Ordinal);
        Assert.DoesNotContain("secret dance", html, StringComparison.Ordinal); // in no week that was shared
        Assert.Contains(
            "linkForHome",
            string.Join(' ', (await LinesAsync(course)).Select(line => line.What)),
            StringComparison.Ordinal
        );

        // Nothing shared, nothing to show.
        Assert.DoesNotContain("/home/", Words(await ForAsync(course, "Ana")), StringComparison.Ordinal);

        await sam.SaysAsync("link for home");
        await sam.TapsAsync("Take it back");
        Assert.Equal(HttpStatusCode.NotFound, (await home.PostAsync(link)).Status);

        var second = await MadeForAsync(course, "Sam");
        Assert.Equal(HttpStatusCode.OK, (await home.PostAsync(second)).Status);
        await OfClassAsync(course);
        await teacher.TapsAsync("Take it back", Filled("Sam", course));
        await course.SettleAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await home.PostAsync(second)).Status);

        var third = await MadeForAsync(course, "Sam");
        await course.Team.LeavesAsync(sam);
        await course.SettleAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await home.PostAsync(third)).Status);
    }

    [StoreFact]
    public async Task Where_students_make_it_a_teacher_does_not()
    {
        var course = await WrittenAsync(GradeBand.Grades6To8);

        Assert.DoesNotContain(
            "Make the link",
            Words(await course.Teacher.SaysAsync("link for home")),
            StringComparison.Ordinal
        );
        using var answer = await course.Teacher.PostAsync(
            course.Teacher.Invoke(
                "family.makeFor",
                new JsonObject
                {
                    ["verb"] = "family.makeFor",
                    ["class"] = course.Team.Key.Partition,
                    ["student"] = course["Sam"].ObjectId,
                    ["weeks"] = "yes",
                }
            )
        );
        Assert.DoesNotContain("/home/", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await course.SettleAsync();
        Assert.Null((await Bot.PersonAsync(course["Sam"]))!.Family);
    }

    private async Task<Course> WrittenAsync(GradeBand band)
    {
        var course = await Course.StartAsync(
            Bot,
            Bot.Student("Lee"),
            [Bot.Student("Sam"), Bot.Student("Ana")],
            settings: new Dictionary<string, string>(StringComparer.Ordinal) { ["band"] = band.ToString() }
        );
        // What a student says of their own grade changes how they are spoken to, and not who makes the link.
        await ChangeAsync(course["Sam"], person => person with { Band = GradeBand.Grades6To8 });
        await course.AtAsync(Course.Friday);
        await course.ReflectsAsync("Sam", 2, words: "a quokka week");
        return course;
    }

    private async Task<Student> WithGoalAsync()
    {
        var sam = Bot.Student();
        await sam.SaysAsync("hi");
        await GoalAsync(sam, "lizard");
        return sam;
    }

    /// <summary>The way a student goes: words, a choice, the link.</summary>
    private async Task<string> MadeAsync(Student sam, string goal, bool weeks, string language = "en")
    {
        await sam.SaysAsync("link for home");
        return Link(
            await sam.TapsAsync(
                "Make the link",
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["goals"] = goal.Replace(' ', '-'),
                    ["weeks"] = weeks ? "yes" : "no",
                    ["language"] = language,
                }
            )
        );
    }

    private static async Task OfClassAsync(Course course)
    {
        await course.NewAsync(course.Teacher);
        await course.Teacher.SaysAsync("link for home");
        await course.Teacher.TapsAsync("7B Math");
    }

    private static async Task<IReadOnlyList<Shown>> ForAsync(Course course, string name)
    {
        await OfClassAsync(course);
        return await course.Teacher.TapsAsync("Make the link", Filled(name, course));
    }

    private static async Task<string> MadeForAsync(Course course, string name)
    {
        var link = Link(await ForAsync(course, name));
        await course.SettleAsync();
        return link;
    }

    private static Dictionary<string, string> Filled(string name, Course course) =>
        new(StringComparer.Ordinal) { ["student"] = course[name].ObjectId, ["weeks"] = "yes" };

    private Task GoalAsync(Student student, string name) =>
        ChangeAsync(
            student,
            person =>
                person with
                {
                    Goals =
                    [
                        .. person.Goals,
                        new Goal(
                            name.Replace(' ', '-'),
                            $"I read ten {name} books.",
                            Area.Academic,
                            new("ten books", 10, 0, "books"),
                            "every evening",
                            null,
                            null,
                            4,
                            new DateOnly(2026, 12, 1),
                            Aspects.All,
                            Aspects.None,
                            new DateOnly(2026, 9, 1)
                        ),
                    ],
                }
        );

    private async Task ChangeAsync(Student student, Func<Person, Person> change)
    {
        var stored = (await Bot.Store.GetAsync(student.Key, CancellationToken.None))!;
        await Bot.Store.ReplaceAsync(
            Kinds.All.Person.Write(student.Key, change(Kinds.All.Person.Read(stored.Document))),
            stored.ETag,
            CancellationToken.None
        );
    }

    private async Task<IReadOnlyList<Audit>> LinesAsync(Course course) =>
        [
            .. (await Bot.Store.ListAsync(course.Team.Key.Partition, "audit", null, 100, CancellationToken.None))
                .Select(one => Audit.Read(one.Document))
                .OfType<Audit>(),
        ];

    private static string Words(IReadOnlyList<Shown> shown) =>
        string.Join('\n', shown.Select(one => $"{one.Text} {one.Card?.Json.GetRawText()}"));

    private static string Link(IReadOnlyList<Shown> shown) => new Uri(Address().Match(Words(shown)).Value).AbsolutePath;

    private protected override Task<TestStore> OpenStoreAsync() =>
        Task.FromResult(TestStore.Sqlite().With($"--School:Address={TestEntra.Address}"));

    [GeneratedRegex("https://bot.elm.example/home/[A-Za-z0-9_-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}

[NeedsCosmosEmulator]
[Collection(CosmosGroup.Name)]
public sealed class CosmosFamilyJourneys(CosmosEmulator emulator) : FamilyJourneys
{
    private protected override async Task<TestStore> OpenStoreAsync() =>
        (await CosmosJourneys.OpenAsync(emulator)).With($"--School:Address={TestEntra.Address}");
}
