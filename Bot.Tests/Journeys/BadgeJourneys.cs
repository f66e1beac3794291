using Milestones.School;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>
/// Badges are earned quietly, told once, and stand in the channel only where their owner wants that, and as long.
/// </summary>
public class BadgeJourneys : Journey
{
    private static readonly string[] Six = ["Sam", "Ana", "Kai", "Mia", "Leo", "Zoe"];

    [StoreFact]
    public async Task Thanks_for_help_earn_a_badge_which_is_told_once_and_kept_to_oneself()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var (sam, ana) = (course["Sam"], course["Ana"]);
        await ThanksAsync(sam);
        Assert.DoesNotContain(await course.NewAsync(ana), IsTold);

        var told = Assert.Single(await ana.SaysAsync("hi"), IsTold).Card!;
        Assert.Equal(
            [
                "You earned a badge",
                "▣ Badge Helped someone · Someone thanked you for your help.",
                "Only you see it. Nobody is ranked here.",
                "[My badges]",
            ],
            told.Lines()
        );
        Assert.DoesNotContain(await ana.SaysAsync("hi"), IsTold);
        var mine = Assert.Single(await ana.TapsAsync("My badges", told)).Card!;
        Assert.Contains("[Save]", mine.Lines());
        Assert.Null((await Bot.PersonAsync(ana))!.Badges[0].ShownOn);
        Assert.Contains(
            "None yet. They come by themselves, from what you do.",
            Assert.Single(await sam.SaysAsync("my badges")).Card!.Lines()
        );
        Assert.Empty(await course.NewAsync(course.Teacher));
    }

    [StoreFact]
    public async Task What_is_shown_stands_in_the_week_until_it_is_hidden()
    {
        var course = await Course.StartAsync(Bot, Six);
        var (lee, ana) = (course.Teacher, course["Ana"]);
        await ThanksAsync(course["Sam"]);
        await ThanksAsync(course["Kai"], "zoe");
        await course.NewAsync(ana);
        var mine = Assert.Single(await ana.SaysAsync("mis insignias")).Card!;
        var saved = Assert.Single(await SaveAsync(ana, mine, "Helped")).Card!;
        await course.AtAsync(Course.Friday);
        foreach (var name in Six)
            await course.ReflectsAsync(name, 4);
        await course.NewAsync(lee);
        await course.AtAsync(Course.Monday);
        await lee.TapsAsync(
            "Post it now",
            Assert.Single(await course.NewAsync(lee), one => one.Card?.Find("Not this week") is not null).Card!
        );
        await course.SettleAsync();
        // Zoe was thanked as well, and has chosen nothing.
        Assert.Contains("Helped someone: Ana", Last(course));
        Assert.DoesNotContain("Zoe", Last(course), StringComparison.Ordinal);

        await SaveAsync(ana, saved, "");
        await course.AtAsync(Bot.Clock.Now.AddSeconds(5));
        Assert.DoesNotContain("Ana", Last(course), StringComparison.Ordinal);
        Assert.DoesNotContain((await course.Team.ReadAsync())!.Posts, post => post.Summary?.Badges.Count > 0);
    }

    [StoreFact]
    public async Task Asking_for_help_is_praised_another_day()
    {
        var course = await Course.StartAsync(Bot, "Sam");
        var sam = course["Sam"];
        await sam.SaysAsync("I'd like help");
        Assert.DoesNotContain(await sam.SaysAsync("hi"), IsTold);
        await course.AtAsync(Bot.Clock.Now.AddDays(1));
        await course.NewAsync(sam);
        var person = (await Bot.PersonAsync(sam))!;
        Assert.Equal([BadgeKind.AskedForHelp], person.Badges.Select(badge => badge.Kind));
        Assert.Single(await sam.SaysAsync("hi"), IsTold);
    }

    private static bool IsTold(Shown shown) => shown.Card?.Lines().First() == "You earned a badge";

    private static Task<IReadOnlyList<Shown>> SaveAsync(
        Student student,
        Milestones.Testing.CardOnScreen card,
        string shown
    ) =>
        student.TapsAsync(
            card.Find("Save") is null ? "Guardar" : "Save",
            card,
            new Dictionary<string, string> { ["shown"] = shown }
        );

    private static async Task ThanksAsync(Student from, string to = "ana")
    {
        var form = (await from.SaysAsync($"shout out to {to}"))[0].Card!;
        await from.TapsAsync("Helped me", form);
    }

    /// <summary>What stands in the channel now, as its screen reader says it.</summary>
    private static string Last(Course course) =>
        course
            .Team.Channel.Last(shown =>
                shown.Card?.Json.GetRawText().Contains("Our week", StringComparison.Ordinal) == true
            )
            .Card!.Json.GetProperty("speak")
            .GetString()!;
}
