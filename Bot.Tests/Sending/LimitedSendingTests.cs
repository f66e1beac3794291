using System.Text;
using Milestones.Channel.Teams;
using Milestones.Conversations;
using Milestones.School;
using Milestones.Storage.Sqlite;
using Milestones.Tests.Calendar;
using Milestones.Tests.Reflections;
using Milestones.Tests.Support;

namespace Milestones.Tests.Sending;

/// <summary>
/// The limits in the bot as it runs: what has no room goes back into its document, and what was said last is answered
/// first.
/// </summary>
public sealed class LimitedSendingTests
{
    [Fact]
    public async Task An_answer_that_finds_no_room_is_not_lost_and_not_counted_as_an_attempt()
    {
        await using var bot = await BotFixture.StartAsync(null, null, "--Limits:ConversationPerHour=2");
        var sam = bot.Student();
        await sam.PostAsync(sam.Message("hi"));
        await bot.Connector.MessagesAsync(1);
        await bot.NotedAsync(sam);

        await sam.PostAsync(sam.Message("help"));
        var waited = await bot.Clock.PassAsync(OutboxState.Lease);
        await bot.Outbox.SentAsync(sam.Key);

        var delivery = Assert.Single(bot.Outbox.Deliveries(sam.Key));
        Assert.Equal((false, 0), (delivery.Settled, delivery.Attempts));
        // It can be noted before another process takes it.
        Assert.InRange(waited, TimeSpan.FromSeconds(30), OutboxState.Lease - BotFixture.NotedAfter);
        Assert.True(delivery.LookAgainAt > bot.Clock.Now);
        Assert.Single(bot.Connector.Messages);
    }

    [Fact]
    public async Task An_answer_does_not_wait_for_a_post_to_the_same_person()
    {
        await using var bot = await BotFixture.StartAsync();
        var sam = bot.Student();
        await sam.PostAsync(sam.Message("hi"));
        await bot.Connector.MessagesAsync(1);
        await bot.NotedAsync(sam);
        var chat = (await bot.PersonAsync(sam))!.Chat;
        var blocked = new TaskCompletionSource();
        bot.Connector.Answer(StubAnswer.After(blocked.Task), when: call => call.Text == "prompt");

        bot.Outbox.Send(sam.Key, chat, [Entry("prompt", OutboxPolicy.Post)]);
        await bot.Connector.UntilAsync(call => call.Text == "prompt");
        bot.Outbox.Send(
            sam.Key,
            chat,
            [
                Entry("one", OutboxPolicy.Reply),
                Entry("second prompt", OutboxPolicy.Post),
                Entry("two", OutboxPolicy.Reply),
            ]
        );

        await bot.Connector.UntilAsync(call => call.Text == "two");
        Assert.Equal(["prompt", "one", "two"], bot.Connector.Messages.Skip(1).Select(call => call.Text));
        blocked.SetResult();
        await bot.Connector.UntilAsync(call => call.Text == "second prompt");

        OutboxEntry Entry(string text, OutboxPolicy policy) =>
            new(
                text,
                policy,
                OutboxCall.Send,
                null,
                null,
                new RawJson(Encoding.UTF8.GetBytes($$"""{"type":"message","text":"{{text}}"}""")),
                1,
                bot.Clock.Now,
                bot.Clock.Now + OutboxState.Lease
            );
    }

    [Fact]
    public async Task A_prompt_is_not_claimed_before_there_is_room_for_it()
    {
        await using var bot = await BotFixture.StartAsync(null, null, "--Limits:TenantPerSecond=3");
        var students = Enumerable.Range(0, 5).Select(n => bot.Student($"Student{n}")).ToList();
        foreach (var student in students)
            await bot.Store.CreateAsync(Kinds.All.Person.Write(student.Key, Due(student)), CancellationToken.None);
        var blocked = new TaskCompletionSource();
        bot.Connector.Answer(StubAnswer.After(blocked.Task));

        bot.Clock.Advance(Moments.Utc("2026-09-18 18:10") - bot.Clock.Now);
        var ring = bot.RingAsync();
        await bot.Connector.MessagesAsync(1);

        // The others wait for time that does not pass here. Were the bot killed now, one prompt would be in doubt.
        var people = await Task.WhenAll(students.Select(bot.PersonAsync));
        Assert.Single(people, person => person!.Outbox.Entries.Count > 0);
        Assert.Equal(4, people.Count(person => person!.Classes[0].Outcomes.Count == 0));
        Assert.False(ring.IsCompleted);
        blocked.SetResult();

        Person Due(Student student) =>
            new Person
            {
                Id = DocumentKeys.PersonOf(student.Key),
                TimeZone = "America/New_York",
                Chat = new(
                    bot.Connector.ServiceUrl,
                    student.Conversation,
                    "personal",
                    Student.Tenant,
                    "28:bot",
                    null,
                    null,
                    null
                ),
            }.With(ReflectingStudent.InMath);
    }

    [Theory]
    [InlineData("--Limits:TenantPerSecond=1")]
    [InlineData("--Limits:ConversationPerHour=0")]
    public async Task Limits_that_let_nothing_through_stop_the_bot_at_its_start(string setting)
    {
        await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() =>
            BotFixture.StartAsync(null, null, setting)
        );
    }
}
