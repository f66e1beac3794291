using Milestones.Tests.Calendar;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>The class's week comes into its channel once: seen by a teacher first, without a name, never of fewer than
/// five.</summary>
public class ClassWeekJourneys : Journey
{
    private static readonly string[] Six = ["Sam", "Ana", "Kai", "Mia", "Leo", "Zoe"];

    /// <summary>The class's own hour on the day of the look: 13:30 in New York.</summary>
    private static readonly DateTimeOffset Hour = Moments.Utc("2026-09-21 17:31");

    [StoreFact]
    public async Task A_teacher_sees_the_week_first_and_posts_it_once()
    {
        var course = await ReflectedAsync(shares: 6);
        var lee = course.Teacher;
        var look = Look(await course.NewAsync(lee));
        Assert.Equal("The class's week, before the class sees it", look.Lines().First());
        Assert.Contains("6 of us looked back and shared it.", look.Lines().Concat(look.Json.GetRawText().Split('"')));
        Assert.Equal("[Post it now] [Change…] [Not this week]", look.Lines().Last());
        Assert.Empty(Weeks(course));

        await lee.TapsAsync("Post it now", look);
        await course.SettleAsync();
        var week = Assert.Single(Weeks(course));
        Assert.Equal(
            [
                "🌟 Our week",
                "6 of us looked back and shared it.",
                "▬ 6 of us looked back and shared it.",
                "[👏 Cheer] [Give a shout-out]",
            ],
            week.Lines()
        );
        Assert.Equal("🌟 Our week. 6 of us looked back and shared it.", week.Json.GetProperty("speak").GetString());
        Assert.Equal("That is decided already.", (await lee.TapsAsync("Not this week", look))[0].Text);
        await course.AtAsync(Hour);
        await course.AtAsync(Hour.AddDays(1));
        Assert.Single(Weeks(course));
    }

    [StoreFact]
    public async Task What_is_not_wanted_is_not_posted_and_what_is_changed_is_shown_so()
    {
        var course = await ReflectedAsync(shares: 6);
        var lee = course.Teacher;
        var look = Look(await course.NewAsync(lee));
        var form = Assert.Single(await lee.TapsAsync("Change…", look)).Card!;
        var again = Assert
            .Single(
                await lee.TapsAsync("Post it now", form, new Dictionary<string, string> { ["note"] = "you idiots" })
            )
            .Card!;
        Assert.Contains("One of these words can hurt. Can you say it another way?", again.Lines());
        await lee.TapsAsync(
            "Post it now",
            again,
            new Dictionary<string, string> { ["note"] = "What a **week**!", ["parts"] = "Streak" }
        );
        await course.SettleAsync();
        Assert.Equal(
            ["🌟 Our week", "What a **week**!", "[👏 Cheer] [Give a shout-out]"],
            Assert.Single(Weeks(course)).Lines()
        );
    }

    [StoreFact]
    public async Task It_goes_by_itself_at_the_classs_hour_unless_it_is_stopped()
    {
        var course = await ReflectedAsync(shares: 6, new Dictionary<string, string> { ["summary"] = "ByItself" });
        var look = Look(await course.NewAsync(course.Teacher));
        Assert.Contains(
            look.Lines(),
            line => line.StartsWith("It goes into the channel at 1:30", StringComparison.Ordinal)
        );
        Assert.Empty(Weeks(course));
        await course.AtAsync(Hour);
        Assert.Single(Weeks(course));
        await course.AtAsync(Hour.AddHours(2));
        Assert.Single(Weeks(course));
    }

    [StoreFact]
    public async Task Stopped_it_never_comes()
    {
        var course = await ReflectedAsync(shares: 6, new Dictionary<string, string> { ["summary"] = "ByItself" });
        await course.Teacher.TapsAsync("Not this week", Look(await course.NewAsync(course.Teacher)));
        await course.AtAsync(Hour);
        Assert.Empty(Weeks(course));
    }

    [StoreFact]
    public async Task Of_fewer_than_five_nothing_is_said_and_never_where_it_is_off()
    {
        var few = await ReflectedAsync(shares: 4);
        Assert.DoesNotContain(await few.NewAsync(few.Teacher), IsLook);
        await few.AtAsync(Hour);
        Assert.Empty(Weeks(few));
    }

    [StoreFact]
    public async Task Off_is_off()
    {
        var course = await ReflectedAsync(shares: 6, new Dictionary<string, string> { ["summary"] = "Off" });
        Assert.DoesNotContain(await course.NewAsync(course.Teacher), IsLook);
        await course.AtAsync(Hour);
        Assert.Empty(Weeks(course));
    }

    [StoreFact]
    public async Task After_days_of_being_down_an_old_week_is_not_told()
    {
        var course = await Course.StartAsync(Bot, Six);
        await course.AtAsync(Course.Friday);
        foreach (var name in Six)
            await course.ReflectsAsync(name, 4);
        await Bot.CrashAsync(TimeSpan.FromDays(7));
        await course.SettleAsync();
        Assert.DoesNotContain(await course.NewAsync(course.Teacher), IsLook);
        Assert.NotNull((await course.Team.ReadAsync())!.Weeks!.Through);
    }

    [StoreFact]
    public async Task The_fourth_week_is_told_as_the_month()
    {
        var course = await Course.StartAsync(Bot, Six);
        var lee = course.Teacher;
        for (var week = 0; week < 4; week++)
        {
            await course.AtAsync(Course.Friday.AddDays(7 * week));
            foreach (var name in Six)
                await course.ReflectsAsync(name, 4);
            await course.NewAsync(lee);
            await course.AtAsync(Course.Monday.AddDays(7 * week));
            await lee.TapsAsync("Post it now", Look(await course.NewAsync(lee)));
            await course.SettleAsync();
        }

        var told = Weeks(course);
        Assert.Equal(
            ["🌟 Our week", "🌟 Our week", "🌟 Our week", "🌟 Our month"],
            told.Select(card => card.Lines().First())
        );
        Assert.Contains("4 weeks in a row.", told[^1].Lines());
        Assert.Contains("(Chart.Line)", told[^1].Lines());
    }

    private async Task<Course> ReflectedAsync(int shares, IReadOnlyDictionary<string, string>? settings = null)
    {
        var course = await Course.StartAsync(
            Bot,
            Bot.Student("Lee"),
            [.. Six.Select(name => Bot.Student(name))],
            settings: settings
        );
        await course.AtAsync(Course.Friday);
        foreach (var (name, number) in Six.Select((name, number) => (name, number)))
            await course.ReflectsAsync(name, 4, shares: number < shares);
        await course.NewAsync(course.Teacher);
        await course.AtAsync(Course.Monday);
        return course;
    }

    private static bool IsLook(Shown shown) => shown.Card?.Find("Not this week") is not null;

    private static Milestones.Testing.CardOnScreen Look(IReadOnlyList<Shown> arrived) =>
        Assert.Single(arrived, IsLook).Card!;

    private static List<Milestones.Testing.CardOnScreen> Weeks(Course course) =>
        [
            .. course
                .Team.Channel.Where(shown => !shown.InPlace && shown.Card?.Find("👏 Cheer") is not null)
                .Select(shown => shown.Card!),
        ];
}
