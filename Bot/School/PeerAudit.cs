using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Milestones.Conversations;

namespace Milestones.School;

/// <summary>
/// Which teacher read what feedback a student asked for, got and gave; never the words. It lies with the class, in the
/// order of time.
/// </summary>
/// <param name="By">Entra object id, as <paramref name="Student"/>.</param>
internal sealed record PeerAudit(DateTimeOffset At, string What, string By, string Student)
{
    public const string Read = "readFeedback";

    public static ArchiveEntry Entry(string student, DocumentKey classroom, Turn turn) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"audit:{turn.Now.UtcDateTime:yyyyMMdd'T'HHmmssfff}-{turn.NewId()}-{Read}"
            ),
            JsonSerializer.SerializeToUtf8Bytes(
                new PeerAudit(turn.Now, Read, turn.Person.ObjectId, student),
                PeerAuditJson.Default.PeerAudit
            )
        )
        {
            Partition = classroom.Partition,
        };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PeerAudit))]
internal sealed partial class PeerAuditJson : JsonSerializerContext;
