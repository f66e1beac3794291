using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Milestones.Conversations;

namespace Milestones.School;

/// <summary>
/// That a teacher made certificates of what students of the class shared: who and when. It lies with the class
/// (<c>audit-prints:…</c>), in the order of time.
/// </summary>
/// <param name="By">Entra object id.</param>
internal sealed record PrintAudit(DateTimeOffset At, string What, string By)
{
    public static ArchiveEntry Entry(PrintKind kind, DocumentKey classroom, Turn turn) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"audit-prints:{turn.Now.UtcDateTime:yyyyMMdd'T'HHmmssfff}-{turn.NewId()}"
            ),
            JsonSerializer.SerializeToUtf8Bytes(
                new PrintAudit(turn.Now, $"printed{kind}", turn.Person.ObjectId),
                PrintAuditJson.Default.PrintAudit
            )
        )
        {
            Partition = classroom.Partition,
        };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PrintAudit))]
internal sealed partial class PrintAuditJson : JsonSerializerContext;
