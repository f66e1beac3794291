using System.Net;
using System.Text.Json.Nodes;
using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Tests.Support;

/// <summary>
/// A team in Teams with the bot in it, over the wire: its events, its channel, and its roster in the stub.
/// </summary>
internal sealed class Team
{
    private readonly BotFixture _bot;
    private readonly List<StubMember> _roster;

    public Team(BotFixture bot, string name, params IEnumerable<Student> people)
    {
        (_bot, Name) = (bot, name);
        Id = $"19:{name.Replace(' ', '-')}@thread.tacv2";
        _roster = [.. people.Select(Of)];
        bot.Knows(Key);
        bot.Connector.Roster.Members[Id] = _roster;
        bot.Connector.Roster.Teams[Id] = (name, $"group-{name}");
    }

    public string Name { get; }

    public string Id { get; }

    public DocumentKey Key => DocumentKeys.Classroom(Student.Tenant, Id);

    public static StubMember Of(Student person) =>
        new(person.Account, $"{person.Name} Rivera", person.ObjectId, Student.Tenant);

    public List<StubMember> Roster => _roster;

    public Task<Classroom?> ReadAsync() => _bot.ClassAsync(Key);

    /// <summary>The messages in the team's channel, oldest first.</summary>
    public IReadOnlyList<Shown> Channel =>
        [
            .. _bot
                .Connector.Messages.Where(call => call.ConversationId.StartsWith(Id, StringComparison.Ordinal))
                .Select(Student.See),
        ];

    /// <summary>Teams tells of it twice: as an installation and as a member.</summary>
    public async Task AddBotAsync(Student by)
    {
        await PostAsync(by, "installationUpdate", activity => activity["action"] = "add");
        await PostAsync(
            by,
            "conversationUpdate",
            activity =>
            {
                activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "28:bot" });
                activity["channelData"]!["eventType"] = "teamMemberAdded";
            }
        );
        await SettleAsync();
    }

    public async Task RemoveBotAsync(Student by)
    {
        await PostAsync(by, "installationUpdate", activity => activity["action"] = "remove");
        await SettleAsync();
    }

    public async Task HappensAsync(Student by, string eventType, Action<JsonObject>? more = null)
    {
        await PostAsync(
            by,
            "conversationUpdate",
            activity =>
            {
                activity["channelData"]!["eventType"] = eventType;
                more?.Invoke(activity);
            }
        );
        await SettleAsync();
    }

    public async Task JoinsAsync(Student person)
    {
        _roster.Add(Of(person));
        await HappensAsync(
            person,
            "teamMemberAdded",
            activity =>
                activity["membersAdded"] = new JsonArray(
                    new JsonObject { ["id"] = person.Account, ["aadObjectId"] = person.ObjectId }
                )
        );
    }

    public async Task LeavesAsync(Student person)
    {
        _roster.RemoveAll(member => member.AadObjectId == person.ObjectId);
        await HappensAsync(
            person,
            "teamMemberRemoved",
            activity =>
                activity["membersRemoved"] = new JsonArray(
                    new JsonObject { ["id"] = person.Account, ["aadObjectId"] = person.ObjectId }
                )
        );
    }

    /// <summary>The card that takes the welcome's place for this person, or the notice they get.</summary>
    public async Task<Shown> TapsAsync(
        Student person,
        string title,
        CardOnScreen card,
        IReadOnlyDictionary<string, string>? filled = null
    )
    {
        var tap = person.Tap(card, title, filled);
        Move(tap);
        return Assert.Single(await person.AnswersAsync(tap, null), shown => shown.InPlace);
    }

    public async Task SaysAsync(Student person, string text)
    {
        var message = person.Message(text);
        Move(message);
        message["conversation"]!["id"] = $"{Id};messageid=1690000000001";
        using var response = await person.PostAsync(message);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await SettleAsync();
    }

    /// <summary>Sets the class up as the form suggests, apart from what is filled in.</summary>
    public async Task<Shown> SetUpAsync(
        Student teacher,
        IReadOnlyDictionary<string, string>? filled = null,
        string button = "Set up class",
        string save = "Save class settings"
    )
    {
        var form = await TapsAsync(teacher, button, Channel.First(shown => shown.Card is not null).Card!);
        var saved = await TapsAsync(teacher, save, form.Card!, filled);
        await SettleAsync();
        return saved;
    }

    /// <summary>Lets the alarms ring until the class wants nothing more at this hour.</summary>
    public async Task SettleAsync()
    {
        for (var look = 0; look < 100; look++)
        {
            await _bot.QuietAsync();
            await _bot.RingAsync();
            await _bot.QuietAsync();
            if (
                await ReadAsync() is not { } classroom
                || IsAtRest(classroom, _bot.Clock.Now + TimeSpan.FromSeconds(95))
            )
            {
                return;
            }

            _bot.Clock.Advance(classroom.WakeAt <= _bot.Clock.Now ? TimeSpan.Zero : BotFixture.NotedAfter);
        }

        Assert.Fail("The class never comes to rest.");
    }

    private static bool IsAtRest(Classroom classroom, DateTimeOffset until) =>
        classroom.Outbox.Entries.Count == 0
        && classroom.TellAt is null
        && !(classroom.RosterDueAt <= until)
        && !(classroom.CheckDueAt <= until);

    private async Task PostAsync(Student by, string type, Action<JsonObject> more)
    {
        var activity = by.Activity(type, Move);
        more(activity);
        using var response = await by.PostAsync(activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    /// <summary>The same activity in this team's channel.</summary>
    public JsonObject Moved(JsonObject activity)
    {
        Move(activity);
        return activity;
    }

    private void Move(JsonObject activity)
    {
        activity["conversation"] = new JsonObject
        {
            ["id"] = Id,
            ["conversationType"] = "channel",
            ["isGroup"] = true,
            ["tenantId"] = Student.Tenant,
        };
        activity["channelData"] = new JsonObject
        {
            ["team"] = new JsonObject { ["id"] = Id, ["name"] = Name },
            ["channel"] = new JsonObject { ["id"] = Id },
            ["tenant"] = new JsonObject { ["id"] = Student.Tenant },
        };
    }
}
