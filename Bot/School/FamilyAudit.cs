using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Milestones.Conversations;

namespace Milestones.School;

/// <summary>
/// That a teacher made a link for a student's home: who, for whom and when. It lies with the class
/// (<c>audit-home:…</c>), in the order of time.
/// </summary>
/// <param name="By">Entra object id, as <paramref name="Student"/>.</param>
internal sealed record FamilyAudit(DateTimeOffset At, string What, string By, string Student)
{
    public const string Made = "linkForHome";

    public static ArchiveEntry Entry(string student, DocumentKey classroom, Turn turn) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"audit-home:{turn.Now.UtcDateTime:yyyyMMdd'T'HHmmssfff}-{turn.NewId()}"
            ),
            JsonSerializer.SerializeToUtf8Bytes(
                new FamilyAudit(turn.Now, Made, turn.Person.ObjectId, student),
                FamilyAuditJson.Default.FamilyAudit
            )
        )
        {
            Partition = classroom.Partition,
        };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FamilyAudit))]
internal sealed partial class FamilyAuditJson : JsonSerializerContext;
