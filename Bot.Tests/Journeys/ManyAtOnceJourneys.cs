using System.Net;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>Turns of one document that come at once.</summary>
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
    }
}
