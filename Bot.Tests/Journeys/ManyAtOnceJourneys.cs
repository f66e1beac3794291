using System.Net;
using Milestones.Tests.Storage;

namespace Milestones.Tests.Journeys;

/// <summary>Turns of one document that come at once, or again, long after.</summary>
public class ManyAtOnceJourneys : Journey
{
    [StoreFact]
    public async Task A_hundred_turns_at_once_in_one_chat_are_all_saved()
    {
        var sam = Bot.Student();
        await sam.SaysAsync("hi");
        var messages = Enumerable.Range(0, 100).Select(_ => sam.Message("my goals")).ToList();

        var responses = await Task.WhenAll(messages.Select(message => sam.PostAsync(message)));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
        var handled = (await Bot.PersonAsync(sam))!.Handled;
        Assert.All(
            messages,
            message => Assert.True(handled.Contains($"{sam.Conversation}|{message["id"]!.GetValue<string>()}"))
        );
    }

    [StoreFact]
    public async Task The_same_activity_after_many_others_logs_its_progress_once()
    {
        var sam = Bot.Student();
        await RepetitionJourneys.DraftAsync(sam);
        await sam.TapsAsync("Save");
        var report = sam.Message("i got a 62 today");
        await sam.AnswersAsync(report, null);
        Assert.Single((await Bot.PersonAsync(sam))!.Goals[0].Progress);

        for (var other = 0; other < 40; other++)
            (await sam.PostAsync(sam.Message("thanks"))).Dispose();
        Bot.Clock.Advance(TimeSpan.FromMinutes(50));
        (await sam.PostAsync(report)).Dispose();

        Assert.Single((await Bot.PersonAsync(sam))!.Goals[0].Progress);
    }
}
