using System.Net;
using System.Text.Json.Nodes;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>A student edits a message in Teams: the last one is corrected, an older one is not.</summary>
public class EditJourneys : Journey
{
    private int _edits;

    [StoreFact]
    public async Task The_last_answer_is_corrected_and_the_question_comes_again()
    {
        var sam = Bot.Student("Sam");
        await sam.SaysAsync("i want to get better at fractions");
        await sam.SaysAsync("55 now, i want 80 on the next test");

        Assert.Contains("from 55 to 85", await EditAsync(sam, 2, "55 now, i want 85 on the next test"));
        await sam.SaysAsync("tutoring on tuesdays");
        await sam.SaysAsync("in 6 weeks");
        await sam.SaysAsync("because i want to pass");
        await sam.TapsAsync("Save");

        Assert.Equal(85, Assert.Single((await Bot.PersonAsync(sam))!.Goals).Measure.Target);
    }

    [StoreFact]
    public async Task The_last_report_is_corrected_and_an_older_message_is_not()
    {
        var sam = Bot.Student("Sam");
        await sam.SaysAsync(
            "i want to raise my algebra grade from 55% to 80% by december 1 by going to tutoring every tuesday because "
                + "i want to pass the class"
        );
        await sam.TapsAsync("Save");
        await sam.TapsAsync("Looks good");
        await sam.SaysAsync("got 71 on the quiz");

        Assert.Contains("67%", await EditAsync(sam, 4, "got 67 on the quiz"));
        Assert.Equal([67], await ValuesAsync(sam));

        await sam.SaysAsync("got 75 on the quiz");
        Assert.Empty(await EditAsync(sam, 4, "got 45 on the quiz"));
        Assert.Equal([67, 75], await ValuesAsync(sam));
    }

    private async Task<IReadOnlyList<double?>> ValuesAsync(Student student) =>
        [.. (await Bot.PersonAsync(student))!.Goals.Single().Progress.Select(entry => entry.Value)];

    /// <summary>The student's so many-eth activity in other words.</summary>
    private async Task<string> EditAsync(Student student, int activity, string text)
    {
        await student.ArrivedAsync();
        using var response = await student.PostAsync(
            student.Activity(
                "messageUpdate",
                edited =>
                {
                    edited["id"] = $"Sam-{activity}";
                    edited["timestamp"] = $"2026-09-18T18:00:{++_edits:d2}Z";
                    edited["channelData"] = new JsonObject { ["eventType"] = "editMessage" };
                    edited["text"] = text;
                }
            )
        );
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return string.Join('\n', (await student.ArrivedAsync()).SelectMany(shown => shown.Lines()));
    }
}
