using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>What a collector gets of a talk, read back as it came over the wire.</summary>
public sealed class TelemetryJourneys
{
    private const string Secret = "qzxwvut";

    [Fact]
    public async Task A_turn_is_one_trace_from_the_activity_over_the_store_to_the_message()
    {
        await using var collector = await OtlpStub.StartAsync();
        await TalkAsync(collector);

        var spans = collector.Spans;
        // Others' turns may be among them: the instruments are the whole process's.
        Assert.Contains(
            spans.Where(span => span.Name == "turn Said"),
            turn =>
                spans.Any(span => span.Id == turn.Parent && span.Name == "POST /api/messages")
                && spans.Any(span => span.Parent == turn.Id && span.Name == "store get")
                && spans.Any(span => span.Parent == turn.Id && span.Name == "store replace")
                && spans.Any(span => span.Parent == turn.Id && span.Name == "send")
        );
    }

    [Fact]
    public async Task What_a_turn_took_and_did_is_measured()
    {
        await using var collector = await OtlpStub.StartAsync();
        await TalkAsync(collector);

        Assert.Subset(
            collector.Metrics.ToHashSet(StringComparer.Ordinal),
            new HashSet<string>(StringComparer.Ordinal)
            {
                "milestones.turn.duration",
                "milestones.reading.duration",
                "milestones.store.duration",
                "milestones.sends",
                "milestones.outbox.age",
                "milestones.alarms.due",
                "milestones.alarm.lateness",
                "milestones.concerns",
                "milestones.connector.throttled",
                "http.server.request.duration",
                "dotnet.gc.collections",
            }
        );
        Assert.Contains("SelfHarm", collector.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_a_student_leaves_with_it()
    {
        await using var collector = await OtlpStub.StartAsync();
        var student = await TalkAsync(collector);

        string[] own =
        [
            Secret,
            "fractions",
            "kill myself",
            student.Name,
            student.ObjectId,
            student.Conversation,
            Student.Tenant,
        ];
        Assert.All(own, text => Assert.DoesNotContain(text, collector.Everything, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("school", collector.Everything, StringComparison.Ordinal);
    }

    private static async Task<Student> TalkAsync(OtlpStub collector)
    {
        await using var bot = await BotFixture.StartAsync(settings: collector.Settings);
        var student = bot.Student("Zebedee");
        await student.OpensAsync();
        await student.SaysAsync($"i want to get better at fractions {Secret}");
        await student.SaysAsync($"i want to kill myself {Secret}");
        await bot.BrowseAsync($"/my-data/{Secret}");
        await student.LetTimePassAsync(TimeSpan.FromDays(1));
        await bot.RingAsync();

        // Its answer would wait for the clock: it is enough that the connector refused it.
        bot.Connector.Answer(new StubAnswer(429, RetryAfter: "600"));
        var calls = bot.Connector.Calls.Count;
        await bot.PostAsync(student.Message("hi").ToJsonString());
        await bot.Connector.UntilAsync(all => all.Count > calls);
        await bot.Outbox.SentAsync(student.Key);
        bot.Connector.Forget();
        bot.Clock.Advance(TimeSpan.FromMinutes(11));
        await bot.RingAsync();
        return student;
    }
}
