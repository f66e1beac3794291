using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Milestones.Conversations;

namespace Milestones.School;

/// <summary>
/// That a teacher was shown a student's conference pack: who, whose and when; never the words. It lies with the class
/// before anything is shown, once for each student and link or visit of a minute.
/// </summary>
/// <param name="By">Entra object id, as <paramref name="Student"/>.</param>
internal sealed record ConferenceAudit(DateTimeOffset At, string What, string By, string Student)
{
    public const string Read = "readConference";

    public static ArchiveEntry Entry(string student, DocumentKey classroom, PersonId by, DateTimeOffset now) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"audit-conferences:{now.UtcDateTime:yyyyMMdd'T'HHmm}-{Mark(by.ObjectId)}-{Mark(student)}"
            ),
            JsonSerializer.SerializeToUtf8Bytes(
                new ConferenceAudit(now, Read, by.ObjectId, student),
                ConferenceAuditJson.Default.ConferenceAudit
            )
        )
        {
            Partition = classroom.Partition,
        };

    private static string Mark(string text) => Convert.ToHexStringLower(LinkToken.Hash(text)[..6]);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ConferenceAudit))]
internal sealed partial class ConferenceAuditJson : JsonSerializerContext;
