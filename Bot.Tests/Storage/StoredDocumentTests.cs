using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Milestones.Conversations;
using Milestones.Features.Reflections;
using Milestones.Features.Teaching;
using Milestones.School;
using Milestones.Storage;
using Milestones.Tests.Support;
using Milestones.Turns;

namespace Milestones.Tests.Storage;

/// <summary>
/// Documents that earlier versions wrote, one folder for each: every later version reads them. They stay as they are. A
/// version that
/// stores something new records its own with <c>MILESTONES_RECORD</c> (<see cref="Journeys.DocumentJourney"/>).
/// </summary>
public sealed class StoredDocumentTests
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "Bot.Tests", "Storage", "Fixtures");

    public static TheoryData<string> Files =>
        [
            .. Directory
                .EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Folder, file))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_document_of_an_earlier_version_is_read_and_nothing_in_it_is_lost(string file)
    {
        var json = File.ReadAllBytes(Path.Combine(Folder, file));

        var again = Path.GetFileName(file).Split('.')[0] switch
        {
            "person" => Head(Kinds.All.Person, json),
            "class" => Head(Kinds.All.Class, json),
            "message" => Again(json, MessageJson.Default.DocumentMessage),
            "goal" => Again(json, GoalJson.Default.Goal),
            "progress" => Again(json, GoalJson.Default.ProgressEntry),
            "reflection" => Again(json, ReflectionJson.Default.Reflection),
            "reply" => Again(json, ReplyJson.Default.TeacherReply),
            "alert" => Again(json, AuditJson.Default.AlertAudit),
            "prints" => Again(json, PrintAuditJson.Default.PrintAudit),
            "conferences" => Again(json, ConferenceAuditJson.Default.ConferenceAudit),
            "conference" => Again(json, ConferenceJson.Default.ConferencePack),
            "posts" => Again(json, PostAuditJson.Default.PostAudit),
            "teachers" => Again(json, TeacherAuditJson.Default.TeacherAudit),
            "unit" => Again(json, UnitSurveyJson.Default.UnitSurvey),
            "task" => Again(json, WorkJson.Default.TaskWork),
            "check" => Again(json, WorkJson.Default.CriteriaCheck),
            "feedback" => Again(json, PeerAuditJson.Default.PeerAudit),
            "targets" => Again(json, TargetsAuditJson.Default.TargetsAudit),
            "read" => Again(json, ReadAuditJson.Default.ReadAudit),
            var other => throw new InvalidOperationException($"What is a {other}?"),
        };

        Assert.Empty(Lost(JsonNode.Parse(json), JsonNode.Parse(again), "$"));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_turn_of_it_is_answered(string file)
    {
        if (!Path.GetFileName(file).StartsWith("person.", StringComparison.Ordinal))
            return;
        foreach (var words in (string[])["hi", "my goals", "got 72 on the quiz", "reflect", "skip"])
        {
            var chat = new PureChat();
            chat.Person = Kinds.All.Person.Read(
                new Document(chat.Key, "person", File.ReadAllBytes(Path.Combine(Folder, file)))
            );

            Assert.NotEmpty(chat.Take(new Said(words)));
        }
    }

    private static byte[] Head<T>(HeadKind<T> kind, byte[] json)
        where T : Head
    {
        var key = new DocumentKey("any", DocumentKeys.Head);
        return kind.Write(key, kind.Read(new Document(key, kind.Name, json))).Json.ToArray();
    }

    private static byte[] Again<T>(byte[] json, JsonTypeInfo<T> written) =>
        JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize(json, StoredJson.Reading(written))!, written);

    /// <summary>What stood there and does not any more; a later version may add to it.</summary>
    private static IEnumerable<string> Lost(JsonNode? before, JsonNode? after, string here) =>
        (before, after) switch
        {
            (JsonObject one, JsonObject other) => one.SelectMany(pair =>
                Lost(pair.Value, other[pair.Key], $"{here}.{pair.Key}")
            ),
            (JsonArray one, JsonArray other) when one.Count == other.Count => one.SelectMany(
                (item, index) => Lost(item, other[index], $"{here}[{index}]")
            ),
            _ => JsonNode.DeepEquals(before, after) ? [] : [here],
        };
}
