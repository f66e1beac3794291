using System.Net;
using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>A tap that opens a list or a form is answered without a commit; what changes anything is saved.</summary>
public sealed class LookingJourneys : Journey
{
    [Fact]
    public async Task A_tap_that_only_looks_is_answered_and_costs_no_commit()
    {
        var sam = await WithGoalAsync();
        await Bot.NotedAsync(sam);
        var before = await ETagAsync(sam);

        Assert.Contains("Details", (await sam.TapsAsync("My goals")).Single().Card!.Titles);
        Assert.Contains("Log progress", (await sam.TapsAsync("Details")).Single().Card!.Titles);
        Assert.Contains("Done", (await sam.TapsAsync("Log progress")).Single().Card!.Titles);
        Assert.Equal(before, await ETagAsync(sam));

        await sam.TapsAsync("Done", new Dictionary<string, string>(StringComparer.Ordinal) { ["value"] = "5" });
        Assert.NotEqual(before, await ETagAsync(sam));
        Assert.Equal(5, (await Bot.PersonAsync(sam))!.Goals[0].Current);
    }

    [Fact]
    public async Task A_look_that_comes_again_looks_again()
    {
        var sam = await WithGoalAsync();
        await sam.SaysAsync("my goals");
        var tap = sam.Tap(sam.Screen.Newest, "Details");

        var first = (await sam.AnswersAsync(tap, null)).Single().Lines();
        await Bot.CrashAsync();
        Assert.Equal(first, (await sam.AnswersAsync(tap, null)).Single().Lines());
    }

    [Fact]
    public async Task What_was_delivered_before_a_look_is_noted_after_it()
    {
        var sam = await WithGoalAsync();
        await sam.SaysAsync("my goals");
        await sam.TapsAsync("Details");
        Assert.Single((await Bot.PersonAsync(sam))!.Outbox.Entries);

        await Bot.NotedAsync(sam);
        Assert.Empty((await Bot.PersonAsync(sam))!.Outbox.Entries);
        await Bot.CrashAsync(TimeSpan.FromHours(1));
        await Bot.RingAsync();
        Assert.Empty(await sam.ArrivedAsync());
    }

    [Fact]
    public async Task A_look_from_another_time_zone_is_saved()
    {
        var sam = await WithGoalAsync();
        var tap = sam.Tap(sam.Screen.Newest, "My goals");
        tap["entities"]![0]!["timezone"] = "America/Denver";

        using var response = await sam.PostAsync(tap);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("America/Denver", (await Bot.PersonAsync(sam))!.TimeZone);
    }

    [Fact]
    public async Task The_talk_that_makes_a_goal_leaves_nothing_to_note()
    {
        var sam = await WithGoalAsync();

        Assert.Empty((await Bot.PersonAsync(sam))!.Outbox.Entries);
    }

    private async Task<Student> WithGoalAsync()
    {
        var sam = Bot.Student();
        await sam.SaysAsync(
            "i want to read 12 books by december 1 by reading 20 minutes every night because i like it, now i have 3"
        );
        await sam.SaysAsync("7");
        await sam.TapsAsync("Save");
        await Bot.SentAsync(sam.Key);
        await sam.TapsAsync("Looks good");
        return sam;
    }

    private async Task<string> ETagAsync(Student sam) =>
        (await Bot.Store.GetAsync(sam.Key, CancellationToken.None))!.ETag;
}
