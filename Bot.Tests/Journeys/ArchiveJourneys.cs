using System.Net;
using System.Text.Json.Nodes;
using Milestones.Features.Teaching;
using Milestones.Storage;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>What did not take effect is not written, and what did is written, whatever happens in between.</summary>
public class ArchiveJourneys : Journey
{
    [StoreFact]
    public async Task A_turn_that_is_never_saved_leaves_no_line_in_the_audit_trail()
    {
        var (course, tap) = await ReadingAsync();
        var count = 0;
        Bot.Trouble.BeforeReplace = async (key, store) =>
        {
            var stored = (await store.GetAsync(key, CancellationToken.None))!;
            var person = Kinds.All.Person.Read(stored.Document);
            await store.ReplaceAsync(
                Kinds.All.Person.Write(key, person with { Name = $"Lee {++count}" }),
                stored.ETag,
                CancellationToken.None
            );
        };
        using var response = await course.Teacher.PostAsync(tap);
        Bot.Trouble.BeforeReplace = null;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Empty(await TrailAsync(course));
    }

    [StoreFact]
    public async Task A_turn_that_ran_twice_leaves_one_line()
    {
        var (course, tap) = await ReadingAsync();
        var races = 0;
        Bot.Trouble.BeforeReplace = async (key, store) =>
        {
            if (races++ > 0)
                return;
            var stored = (await store.GetAsync(key, CancellationToken.None))!;
            await store.ReplaceAsync(stored.Document, stored.ETag, CancellationToken.None);
        };
        using var response = await course.Teacher.PostAsync(tap);

        Assert.Equal(2, races);
        Assert.Single(await TrailAsync(course));
    }

    [StoreFact]
    public async Task What_was_committed_is_archived_though_the_process_died_right_after()
    {
        var (course, tap) = await ReadingAsync();
        Bot.Trouble.RefusesArchive = true;
        using var refused = await course.Teacher.PostAsync(tap);
        Bot.Trouble.RefusesArchive = false;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Empty(await TrailAsync(course));

        await Bot.CrashAsync(downFor: TimeSpan.FromMinutes(3));
        await Bot.RingAsync();

        Assert.Single(await TrailAsync(course));
        Assert.Empty((await Bot.PersonAsync(course.Teacher))!.ToArchive);
    }

    [StoreFact]
    public async Task A_repeated_request_is_answered_only_after_its_line_is_written()
    {
        var (course, tap) = await ReadingAsync();
        Bot.Trouble.RefusesArchive = true;
        using var refused = await course.Teacher.PostAsync(tap);
        Bot.Trouble.RefusesArchive = false;
        using var repeated = await course.Teacher.PostAsync(tap);

        Assert.Equal(HttpStatusCode.OK, repeated.StatusCode);
        Assert.Single(await TrailAsync(course));
    }

    /// <summary>A teacher about to read what Sam shared.</summary>
    private async Task<(Course Course, JsonObject Tap)> ReadingAsync()
    {
        var course = await Course.StartAsync(Bot, "Sam");
        await course.AtAsync(Course.Friday);
        await course.ReflectsAsync("Sam", 4);
        await course.NewAsync(course.Teacher);
        var data = new JsonObject { ["class"] = course.Team.Key.Partition, ["student"] = course["Sam"].ObjectId };
        return (course, course.Teacher.Invoke(TeacherVerbs.Read, data));
    }

    private async Task<IReadOnlyList<StoredDocument>> TrailAsync(Course course) =>
        [
            .. (
                await Bot.Store.ListAsync(course.Team.Key.Partition, "audit:", null, 100, CancellationToken.None)
            ).Where(entry => entry.Document.Key.Id.EndsWith("-read", StringComparison.Ordinal)),
        ];
}
