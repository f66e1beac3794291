using Milestones.Tests.Storage;
using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>A teacher's week: the digest comes, a reflection is read and answered, the student sees it, and the teacher sees that.</summary>
public class TeacherJourneys : Journey
{
    [StoreFact]
    public async Task A_week_from_the_prompt_to_the_answer_that_was_read()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana", "Bo", "Cy");
        await course.AtAsync(Course.Friday);
        await course.ReflectsAsync("Sam", 2, words: "the quiz was hard and i had no time");
        await course.ReflectsAsync("Ana", 4);
        await course.ReflectsAsync("Bo", 5, shares: false, words: "nobody may read this");
        await course.NewAsync(course.Teacher);

        await course.AtAsync(Course.Monday);
        var digest = Assert.Single(await course.NewAsync(course.Teacher)).Card!;
        Assert.Contains("3 of 4 reflected.", digest.Lines());
        Assert.Contains(digest.Lines(), line => line.StartsWith("Sam Rivera · shared a hard week", StringComparison.Ordinal));

        var read = Assert.Single(await course.Teacher.TapsAsync("Read (2)", digest)).Card!;
        while (!read.Lines().Contains("Sam Rivera"))
            read = Assert.Single(await course.Teacher.TapsAsync(read.Titles.First(title => title.StartsWith("Next", StringComparison.Ordinal)), read)).Card!;
        Assert.Contains("“the quiz was hard and i had no time”", read.Lines());

        var form = Assert.Single(await course.Teacher.TapsAsync("Reply", read)).Card!;
        var sent = Assert.Single(await course.Teacher.TapsAsync("Send", form, new Dictionary<string, string> { ["starter"] = "0", ["own"] = "Let's look at the quiz together." })).Card!;
        Assert.Contains("Sent to Sam Rivera. You'll see here when it was read.", sent.Lines());

        var answer = Assert.Single(await course.NewAsync(course["Sam"])).Card!;
        Assert.Equal(["Lee Rivera answered you", "Thanks for telling me, Sam. That sounds like a hard week. Let's look at the quiz together.", "7B Math", "[Thanks] [I'd like help]"], answer.Lines());
        Assert.Contains("Sam Rivera · Mon, Sep 21 · delivered, not read yet", (await course.Teacher.SaysAsync("needs a reply"))[0].Card!.Lines());

        await course["Sam"].TapsAsync("Thanks", answer);
        Assert.Contains("Sam Rivera · Mon, Sep 21 · read ✓", (await course.Teacher.SaysAsync("needs a reply"))[0].Card!.Lines());
        Assert.Contains("This week's answers: 1 sent, 1 read.", (await course.Teacher.SaysAsync("my class"))[0].Card!.Lines());
    }
}
