using Milestones.Tests.Storage;
using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>A student makes a goal, over the wire and through the store.</summary>
public class CoachingJourneys : Journey
{
    [StoreFact]
    public async Task A_newcomer_goes_from_a_wish_to_a_saved_goal_with_steps()
    {
        var sam = Bot.Student("Sam");

        var welcome = await sam.OpensAsync();
        Assert.Contains("6–8", welcome.Single().Card!.Titles);
        var begun = Assert.Single(await sam.TapsAsync("6–8"));
        Assert.True(begun.InPlace);
        Assert.Equal(["New goal", "Español"], begun.Card!.Titles);

        await sam.SaysAsync("i want to get better at math");
        await sam.SaysAsync("fractions");
        await sam.SaysAsync("55 now, i want 80 on the next test");
        await sam.SaysAsync("tutoring on tuesdays");
        await sam.SaysAsync("in 6 weeks");
        var draft = await sam.SaysAsync("because i want to pass the class");
        Assert.Subset(draft[^1].Card!.Titles.ToHashSet(), new HashSet<string> { "Save", "Change…", "Later", "7" });

        var saved = await sam.TapsAsync("Save");
        Assert.True(saved[0].InPlace);
        Assert.Single(saved); // the steps are on it, and shown once
        Assert.Equal(["Looks good", "Change…"], saved[0].Card!.Titles);
        await sam.TapsAsync("Looks good");

        var goal = Assert.Single((await Bot.PersonAsync(sam))!.Goals);
        Assert.Equal("I want to get better at math: fractions. From 55 to 80, by Mon, Oct 26.", goal.Sentence);
        Assert.Equal((55, 80), (goal.Measure.Baseline, goal.Measure.Target));
        Assert.InRange(goal.Milestones.Count, 2, 6);
        Assert.Contains($"📘 {goal.Sentence}", (await sam.SaysAsync("my goals")).Single().Card!.Lines());
    }

    [StoreFact]
    public async Task Every_transcript_reads_the_same_over_the_wire()
    {
        foreach (var name in Transcript.Names.Where(Transcript.IsPlain))
        {
            await using var bot = await BotFixture.StartAsync(await OpenStoreAsync());
            await Transcript.PlayAsync(name, bot.Student());
        }
    }

    [StoreFact]
    public async Task A_restart_between_any_two_turns_loses_nothing()
    {
        await Transcript.PlayAsync("step-by-step", new Restarting(Bot, Bot.Student("Ana")));
    }

    [StoreFact]
    public async Task What_students_write_is_not_in_the_log()
    {
        var sam = Bot.Student("Samantha");
        await sam.SaysAsync("i want to get better at zxcvbn");
        await sam.SaysAsync("qwertz");
        Bot.Connector.Answer(StubAnswer.Error(403, "ConversationBlockedByUser"), times: 1);
        await sam.SaysAsync("80 asdfgh on the next test");
        await Bot.RingAsync();

        Assert.NotEmpty(Bot.Log.Lines);
        Assert.DoesNotContain(
            Bot.Log.Lines,
            line =>
                new[] { "zxcvbn", "qwertz", "asdfgh", "Samantha" }.Any(word =>
                    line.Contains(word, StringComparison.OrdinalIgnoreCase)
                )
        );
    }

    private sealed class Restarting(BotFixture bot, Student student) : IChat
    {
        public async Task<IReadOnlyList<Shown>> SaysAsync(string text)
        {
            await bot.CrashAsync();
            return await student.SaysAsync(text);
        }

        public async Task<IReadOnlyList<Shown>> TapsAsync(string title, IReadOnlyDictionary<string, string>? filled)
        {
            await bot.CrashAsync();
            return await student.TapsAsync(title, filled);
        }

        public Task<IReadOnlyList<Shown>> OpensAsync() => student.OpensAsync();

        public Task LetTimePassAsync(TimeSpan time) => student.LetTimePassAsync(time);
    }
}
