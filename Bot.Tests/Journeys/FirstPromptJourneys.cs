using Milestones.Calendar;
using Milestones.Tests.Calendar;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>From adding the bot to a team to the first thing a student sees of it.</summary>
public class FirstPromptJourneys : Journey
{
    [StoreFact]
    public async Task The_first_private_message_a_student_gets_is_the_prompt_at_the_hour_the_class_chose()
    {
        var (lee, sam) = (Bot.Student("Lee"), Bot.Student("Sam"));
        var team = new Team(Bot, "7B Math", lee, sam);
        await team.AddBotAsync(lee);
        await team.SetUpAsync(
            lee,
            new Dictionary<string, string>
            {
                ["day"] = "Wednesday",
                ["time"] = "09:15",
                ["zone"] = "America/Denver",
            }
        );

        await AtAsync(Moments.Utc("2026-09-16 15:14"));
        Assert.Empty(To(sam));
        // 9:15 in Denver, and the five minutes over which a class is spread
        await AtAsync(Moments.Utc("2026-09-16 15:21"));

        var prompt = Assert.Single(To(sam));
        Assert.Contains("7B Math", string.Join('\n', Student.See(prompt).Lines()), StringComparison.Ordinal);
        Assert.DoesNotContain(
            To(lee),
            call => call.Card?.GetRawText().Contains("mood", StringComparison.Ordinal) == true
        );
        await sam.TapsAsync("🙂 Good", Student.See(prompt).Card!);
        var person = (await Bot.PersonAsync(sam))!;
        Assert.Equal(Moments.Week("2026-W38"), Assert.Single(person.Reflections).Week);
        Assert.Equal(PromptOutcome.Sent, Assert.Single(person.Classes[0].Outcomes).Outcome);

        var answered = To(sam).Count;
        await AtAsync(Moments.Utc("2026-09-17 15:21"));
        Assert.Equal(answered, To(sam).Count);
    }

    [StoreFact]
    public async Task Who_joins_later_is_asked_with_the_others_and_who_left_is_not()
    {
        var (lee, sam, ana) = (Bot.Student("Lee"), Bot.Student("Sam"), Bot.Student("Ana"));
        var team = new Team(Bot, "7B Math", lee, sam);
        await team.AddBotAsync(lee);
        await team.SetUpAsync(lee);
        await AtAsync(Moments.Utc("2026-09-17 12:00"));
        await team.JoinsAsync(ana);
        await team.LeavesAsync(sam);
        Assert.Empty(To(ana));

        await AtAsync(Moments.Utc("2026-09-18 17:36"));

        Assert.Single(To(ana));
        Assert.Empty(To(sam));
    }

    [StoreFact]
    public async Task Before_a_students_own_language_is_known_the_prompt_speaks_the_teachers()
    {
        var lee = Bot.Student("Lee", "es-MX");
        var sam = Bot.Student("Sam");
        var team = new Team(Bot, "7B Mate", lee, sam);
        await team.AddBotAsync(lee);
        await team.SetUpAsync(lee, button: "Configurar clase", save: "Guardar la configuración");

        await AtAsync(Moments.Utc("2026-09-18 17:36"));

        Assert.Equal("es", Assert.Single(To(sam)).Card!.Value.GetProperty("lang").GetString());
    }

    [StoreFact]
    public async Task An_archived_team_asks_nobody()
    {
        var (lee, sam) = (Bot.Student("Lee"), Bot.Student("Sam"));
        var team = new Team(Bot, "7B Math", lee, sam);
        await team.AddBotAsync(lee);
        await team.SetUpAsync(lee);
        await team.HappensAsync(lee, "teamArchived");

        await AtAsync(Moments.Utc("2026-09-18 17:36"));

        Assert.Empty(To(sam));
    }

    private List<ConnectorCall> To(Student person) =>
        [
            .. Bot.Connector.Messages.Where(call =>
                call.ConversationId == $"a:chat-{person.ObjectId}" || call.ConversationId == person.Conversation
            ),
        ];

    private async Task AtAsync(DateTimeOffset moment)
    {
        await Bot.QuietAsync();
        Bot.Clock.Advance(moment - Bot.Clock.Now);
        await Bot.RingAsync();
        await Bot.QuietAsync();
    }
}
