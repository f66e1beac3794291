using System.Net;
using System.Text.Json.Nodes;
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

namespace Milestones.Tests.Pages;

/// <summary>A month in numbers, in the teacher's chat and on the page, and the answer beside the next one's.</summary>
public class InsightJourneys : Journey
{
    private static readonly string[] Names = ["Sam", "Ana", "Cy", "Di", "Ed", "Flo"];

    [StoreFact]
    public async Task A_teacher_sees_the_month_answers_and_finds_the_answer_beside_the_next()
    {
        var course = await SharedAsync(5);
        var card = await course.AsksAsync(course.Teacher, "insight");
        var words = card.Card!.Json.GetRawText();
        Assert.Contains("7B Math: September 2026", words, StringComparison.Ordinal);
        Assert.Contains("5 goals", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Sam", words, StringComparison.Ordinal);

        var empty = Words(await course.Teacher.TapsAsync("Keep"));
        Assert.Contains("Write a few words first", empty, StringComparison.Ordinal);
        var kept = Words(await course.Teacher.TapsAsync("Keep", Answer("fractions with unlike parts")));
        Assert.Contains("fractions with unlike parts", kept, StringComparison.Ordinal);
        Assert.Contains("Kept on", kept, StringComparison.Ordinal);
        await course.SettleAsync();
        Assert.Equal("2026-09", Assert.Single((await course.Team.ReadAsync())!.Reteach).Period);

        await course.AtAsync(Course.Friday.AddDays(28));
        var next = (await course.AsksAsync(course.Teacher, "insight")).Card!.Json.GetRawText();
        Assert.Contains("October 2026", next, StringComparison.Ordinal);
        Assert.Contains("fractions with unlike parts", next, StringComparison.Ordinal);
        Assert.Contains("Lee", next, StringComparison.Ordinal);
        var quarter = Words(await course.Teacher.TapsAsync("The quarter"));
        Assert.Contains("October to December 2026", quarter, StringComparison.Ordinal);
        var before = Words(await course.Teacher.TapsAsync("The one before"));
        Assert.Contains("July to September 2026", before, StringComparison.Ordinal);
        Assert.Contains("5 new", before, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task The_page_says_the_same_and_takes_the_answer()
    {
        var course = await SharedAsync(5);
        using var teacher = As(course.Teacher);
        var address = ClassPages.Address(course.Team.Key);

        var (_, html) = await teacher.OpenAsync(address);
        Assert.Contains("September 2026 in numbers", html, StringComparison.Ordinal);
        var (status, _) = await teacher.PostAsync($"{address}/reteach", Form("2026-09", "<b>graphs</b>"));
        Assert.Equal(HttpStatusCode.SeeOther, status);
        await course.SettleAsync();

        var (_, next) = await teacher.OpenAsync($"{address}?period=2026-10");
        Assert.Contains("&lt;b&gt;graphs", next, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await teacher.OpenAsync($"{address}?period=%00Q9")).Status);

        // A form of another site, a student, a stranger, a period that is none: nothing is kept.
        foreach (
            var (who, period, site) in new (Student, string, string)[]
            {
                (course.Teacher, "2026-08", "cross-site"),
                (course.Teacher, "2031-08", "same-origin"),
                (course.Teacher, "x", "same-origin"),
                (course["Sam"], "2026-08", "same-origin"),
                (Bot.Student("Eve"), "2026-08", "same-origin"),
            }
        )
        {
            using var browser = As(who);
            await browser.PostAsync($"{address}/reteach", Form(period, "other"), site);
        }

        await course.SettleAsync();
        Assert.Equal("<b>graphs</b>", Assert.Single((await course.Team.ReadAsync())!.Reteach).Text);
    }

    [StoreFact]
    public async Task A_button_beside_the_charts_opens_it()
    {
        var course = await SharedAsync(5);
        await course.AsksAsync(course.Teacher, "my class");
        await course.Teacher.TapsAsync("Charts");
        Assert.Contains(
            "5 goals",
            Words(await course.Teacher.TapsAsync("Month and quarter")),
            StringComparison.Ordinal
        );
    }

    [StoreFact]
    public async Task Of_four_students_nothing_is_told()
    {
        var course = await SharedAsync(4);
        var words = (await course.AsksAsync(course.Teacher, "insight")).Card!.Json.GetRawText();
        Assert.Contains("every figure needs 5 students", words, StringComparison.Ordinal);
        Assert.DoesNotContain("4 goals", words, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Figures_are_shared_with_a_colleague_and_a_channel_and_nobody_is_named()
    {
        var kim = Bot.Student("Kim");
        var course = await SharedAsync(5, kim);
        await course.AsksAsync(course.Teacher, "insight");
        var form = Words(await course.Teacher.TapsAsync("Share"));
        Assert.Contains("Kim Rivera", form, StringComparison.Ordinal);
        Assert.Contains("Channel of 7B Math", form, StringComparison.Ordinal);
        Assert.DoesNotContain("Sam", form, StringComparison.Ordinal);
        Assert.Contains(
            "Choose at least one",
            Words(await course.Teacher.TapsAsync("Share it")),
            StringComparison.Ordinal
        );

        await course.NewAsync(kim);
        var posts = course.Team.Channel.Count;
        var done = Words(
            await course.Teacher.TapsAsync(
                "Share it",
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    // A student and somebody unknown stand on no form: they get nothing.
                    ["with"] = $"{kim.ObjectId},{course.Team.Key.Partition},{course["Sam"].ObjectId},x",
                }
            )
        );
        Assert.Contains("Kim Rivera, Channel of 7B Math", done, StringComparison.Ordinal);
        var shared = Words(await course.NewAsync(kim));
        Assert.Contains("Lee", shared, StringComparison.Ordinal);
        Assert.DoesNotContain("Figures", Words(await course.NewAsync(course["Sam"])), StringComparison.Ordinal);
        var post = Words([Assert.Single(course.Team.Channel.Skip(posts))]);
        Assert.DoesNotContain("Lee", post, StringComparison.Ordinal);
        foreach (var words in new[] { shared, post })
        {
            Assert.Contains("Figures of a class: September 2026", words, StringComparison.Ordinal);
            Assert.Contains("5 goals", words, StringComparison.Ordinal);
            foreach (var name in Names.Append("7B Math"))
                Assert.DoesNotContain(name, words, StringComparison.Ordinal);
        }
    }

    [StoreFact]
    public async Task Whoever_does_not_teach_the_class_shares_nothing_of_it()
    {
        var course = await SharedAsync(5);
        var posts = course.Team.Channel.Count;
        foreach (var who in new[] { course["Sam"], Bot.Student("Eve") })
        {
            using var sent = await who.PostAsync(
                who.Invoke(
                    "teacher.insight.share",
                    new JsonObject
                    {
                        ["verb"] = "teacher.insight.share",
                        ["class"] = course.Team.Key.Partition,
                        ["period"] = "2026-09",
                        ["with"] = course.Team.Key.Partition,
                    }
                )
            );
        }

        await course.SettleAsync();
        Assert.Equal(posts, course.Team.Channel.Count);
    }

    [StoreFact]
    public async Task A_review_keeps_one_decision_and_shows_it_the_next_time()
    {
        var course = await SharedAsync(5);
        var address = $"{ClassPages.Address(course.Team.Key)}/review";
        using var teacher = As(course.Teacher);
        var (_, first) = await teacher.OpenAsync($"{address}?period=2026-09");
        Assert.Contains("first review", first, StringComparison.Ordinal);
        Assert.Contains("3 min:", first, StringComparison.Ordinal);
        Assert.Contains("Academic", first, StringComparison.Ordinal);

        var (_, empty) = await teacher.PostAsync(address, Review("2026-09", "Ideas", " "));
        Assert.Contains("Write one decision first", empty, StringComparison.Ordinal);
        var (_, tooLong) = await teacher.PostAsync(address, Review("2026-09", "", new string('x', 201)));
        Assert.Contains("too long", tooLong, StringComparison.Ordinal);
        // What is written of a student is no concern of the teacher's own.
        var (status, _) = await teacher.PostAsync(
            address,
            Review("2026-09", "they said i hate myself", "<b>Exit slips</b>")
        );
        Assert.Equal(HttpStatusCode.SeeOther, status);
        await course.SettleAsync();
        Assert.Empty((await Bot.PersonAsync(course.Teacher))!.Alerts);
        var (_, kept) = await teacher.OpenAsync($"{address}?period=2026-09");
        Assert.Contains("It stands here again next time", kept, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;Exit slips", kept, StringComparison.Ordinal);

        var (_, next) = await teacher.OpenAsync($"{address}?period=2026-10");
        Assert.Contains("&lt;b&gt;Exit slips", next, StringComparison.Ordinal);
        Assert.DoesNotContain("first review", next, StringComparison.Ordinal);

        foreach (
            var (who, period, site) in new (Student, string, string)[]
            {
                (course.Teacher, "2026-08", "cross-site"),
                (course.Teacher, "2031-08", "same-origin"),
                (course["Sam"], "2026-08", "same-origin"),
                (Bot.Student("Eve"), "2026-08", "same-origin"),
            }
        )
        {
            using var browser = As(who);
            await browser.PostAsync(address, Review(period, "", "other"), site);
        }

        await course.SettleAsync();
        Assert.Equal("<b>Exit slips</b>", Assert.Single((await course.Team.ReadAsync())!.Reviews).Decision);
    }

    /// <summary>So many of six students have shared a goal; the others kept theirs.</summary>
    private async Task<Course> SharedAsync(int sharing, Student? colleague = null)
    {
        var course = colleague is null
            ? await Course.StartAsync(Bot, Names)
            : await Course.StartAsync(
                Bot,
                Bot.Student("Lee"),
                [.. Names.Select(name => Bot.Student(name)), colleague],
                settings: new Dictionary<string, string> { ["teachers"] = colleague.ObjectId }
            );
        await course.AtAsync(Course.Friday);
        foreach (var (index, name) in Names.Index())
        {
            var key = course[name].Key;
            var stored = (await Bot.Store.GetAsync(key, CancellationToken.None))!;
            var person = Kinds.All.Person.Read(stored.Document);
            await Bot.Store.ReplaceAsync(
                Kinds.All.Person.Write(key, With(person, course.Team.Key, index < sharing)),
                stored.ETag,
                CancellationToken.None
            );
        }

        return course;
    }

    private static Person With(Person person, DocumentKey key, bool shares) =>
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
                    shares ? Sharing.MyTeacher : Sharing.OnlyMe,
                    WantsHelp: false,
                    Course.Friday
                )
                {
                    Goals = [new("g", "I read ten books.", GoalStatus.OnTrack, 1)],
                },
            ],
        };

    private PlainBrowser As(Student person)
    {
        var browser = new PlainBrowser(Bot.Address);
        var link = Bot.Services.GetRequiredService<LocalLinks>().Of(new PersonId(Student.Tenant, person.ObjectId));
        browser.OpenAsync(link).GetAwaiter().GetResult();
        return browser;
    }

    private protected override Task<TestStore> OpenStoreAsync() =>
        Task.FromResult(TestStore.Sqlite().With($"--School:Address={TestEntra.Address}"));

    private static Dictionary<string, string> Answer(string words) =>
        new(StringComparer.Ordinal) { ["reteach"] = words };

    private static FormUrlEncodedContent Form(string period, string words) =>
        new(new Dictionary<string, string>(StringComparer.Ordinal) { ["period"] = period, ["reteach"] = words });

    private static FormUrlEncodedContent Review(string period, string notes, string decision) =>
        new(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["period"] = period,
                ["notes"] = notes,
                ["decision"] = decision,
            }
        );

    private static string Words(IReadOnlyList<Shown> shown) =>
        string.Join('\n', shown.Select(one => $"{one.Text} {one.Card?.Json.GetRawText()}"));
}

[NeedsCosmosEmulator]
[Collection(CosmosGroup.Name)]
public sealed class CosmosInsightJourneys(CosmosEmulator emulator) : InsightJourneys
{
    private protected override async Task<TestStore> OpenStoreAsync() =>
        (await CosmosJourneys.OpenAsync(emulator)).With($"--School:Address={TestEntra.Address}");
}
