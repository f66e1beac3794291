using System.Diagnostics;
using System.Globalization;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Milestones.Bench.Load;
using Milestones.Channel.Teams;
using Milestones.Conversations;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Bench.Trust;

/// <summary>
/// A settings form with 40,000 ids where a class has at most 250, and a letter with 60,000 marks on it: from the bytes
/// of the request to the answer.
/// </summary>
internal static class HostileForm
{
    private const string Tenant = "11111111-1111-1111-1111-111111111111";
    private const string Teacher = "aaaaaaaa-0000-4000-8000-000000000001";
    private const string Team = "19:team@thread.tacv2";

    private static readonly JsonSerializerOptions Unescaped = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly DateTimeOffset Now = new(2026, 9, 14, 15, 0, 0, TimeSpan.Zero);

    /// <summary>Milliseconds of each round, in the class's channel and in the teacher's chat.</summary>
    public static async Task<(List<double> Channel, List<double> Chat)> MeasureAsync(int rounds)
    {
        var classroom = new Classroom
        {
            TenantId = Tenant,
            TeamId = Team,
            Name = "7B Math",
            Members = [new Member(Teacher, "Lee Rivera", MemberRole.Teacher)],
        };
        var person = new Person
        {
            Id = new(Tenant, Teacher),
            Classes = [new Membership(classroom.Key, "7B Math", MemberRole.Teacher, null, null, HasContacts: true)],
        };
        var (channel, chat) = (Request(inChannel: true), Request(inChannel: false));
        var (first, second) = (new List<double>(), new List<double>());
        // The first rounds warm the code up.
        for (var round = -5; round < rounds; round++)
        {
            var inChannel = await TimedAsync(
                channel,
                turn => Rules.Kinds.Class.Rules(classroom, turn, OtherDocuments.None).Replies.Count
            );
            var inChat = await TimedAsync(
                chat,
                turn => Rules.Kinds.Person.Rules(person, turn, OtherDocuments.None).Replies.Count
            );
            if (round < 0)
                continue;
            first.Add(inChannel);
            second.Add(inChat);
        }

        return (first, second);
    }

    /// <summary>Milliseconds of each round.</summary>
    public static async Task<List<double>> MarksAsync(int rounds)
    {
        var person = new Person { Id = new(Tenant, Teacher) };
        var message = Activity("message", "a:chat", "personal");
        message["text"] = "a" + new string('\u0301', 60_000);
        var request = JsonSerializer.SerializeToUtf8Bytes(message, Unescaped);
        var times = new List<double>();
        for (var round = -5; round < rounds; round++)
        {
            var took = await TimedAsync(
                request,
                turn => Rules.Kinds.Person.Rules(person, turn, OtherDocuments.None).Replies.Count
            );
            if (round >= 0)
                times.Add(took);
        }

        return times;
    }

    private static async Task<double> TimedAsync(byte[] request, Func<Turn, int> answer)
    {
        var since = Stopwatch.GetTimestamp();
        var read = await ActivityReader.ReadAsync(
            PipeReader.Create(new System.Buffers.ReadOnlySequence<byte>(request)),
            CancellationToken.None
        );
        var turn = TurnFactory.From(read.Activity!, Now, Guid.NewGuid())!;
        if (answer(turn) == 0)
            throw new InvalidOperationException("Nothing was answered.");
        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }

    private static byte[] Request(bool inChannel)
    {
        var tap = Activity("invoke", inChannel ? Team : "a:chat", inChannel ? "channel" : "personal");
        tap["name"] = "adaptiveCard/action";
        tap["channelData"] = inChannel ? new JsonObject { ["team"] = new JsonObject { ["id"] = Team } } : null;
        tap["value"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = ClassVerbs.Save,
                ["data"] = new JsonObject
                {
                    ["class"] = DocumentKeys.Classroom(Tenant, Team).Partition,
                    ["teachers"] = string.Join(
                        ',',
                        Enumerable
                            .Range(0, 40_000)
                            .Select(number => number.ToString("x4", CultureInfo.InvariantCulture))
                    ),
                },
            },
        };
        return JsonSerializer.SerializeToUtf8Bytes(tap);
    }

    private static JsonObject Activity(string type, string conversation, string kind) =>
        new()
        {
            ["type"] = type,
            ["id"] = "one",
            ["channelId"] = "msteams",
            ["serviceUrl"] = "https://smba.trafficmanager.net/teams/",
            ["from"] = new JsonObject
            {
                ["id"] = "29:lee",
                ["name"] = "Lee Rivera",
                ["aadObjectId"] = Teacher,
            },
            ["recipient"] = new JsonObject { ["id"] = "28:bot" },
            ["conversation"] = new JsonObject
            {
                ["id"] = conversation,
                ["conversationType"] = kind,
                ["tenantId"] = Tenant,
            },
        };
}
