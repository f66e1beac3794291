using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Milestones.Conversations;

namespace Milestones.School;

/// <summary>
/// Which teacher read how which student rates themselves or their work, and what shows it; never the words. It lies
/// with the class, in the order of time.
/// </summary>
/// <param name="By">Entra object id, as <paramref name="Student"/>.</param>
/// <param name="Unit">The id of the unit, the task or the goal; <see cref="All"/> for all of these.</param>
internal sealed record TargetsAudit(DateTimeOffset At, string What, string By, string Student, string Unit)
{
    public const string Read = "readTargets";

    public const string All = "*";

    public static ArchiveEntry Entry(string student, string unit, DocumentKey classroom, Turn turn) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"audit:{turn.Now.UtcDateTime:yyyyMMdd'T'HHmmssfff}-{turn.NewId()}-{Read}"
            ),
            JsonSerializer.SerializeToUtf8Bytes(
                new TargetsAudit(turn.Now, Read, turn.Person.ObjectId, student, unit),
                TargetsAuditJson.Default.TargetsAudit
            )
        )
        {
            Partition = classroom.Partition,
        };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TargetsAudit))]
internal sealed partial class TargetsAuditJson : JsonSerializerContext;
