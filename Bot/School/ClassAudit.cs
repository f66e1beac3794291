using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Milestones.Conversations;
using Milestones.Language.Concerns;

namespace Milestones.School;

/// <summary>What was done about a concern: who, what and when, never the words. Ids are in the order of time.</summary>
/// <param name="Told">Entra object ids.</param>
internal sealed record AlertAudit(
    DateTimeOffset At,
    string What,
    string Alert,
    Concern Concern,
    string Student,
    string? By,
    IReadOnlyList<string> Told
);

internal static class ClassAudit
{
    public static ArchiveEntry Entry(
        string what,
        ClassAlert alert,
        PersonId? by,
        IReadOnlyList<string> told,
        Turn turn
    ) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"audit:{turn.Now.UtcDateTime:yyyyMMdd'T'HHmmssfff}-{turn.NewId()}-{alert.Alert.Id}-{what}"
            ),
            JsonSerializer.SerializeToUtf8Bytes(
                new AlertAudit(
                    turn.Now,
                    what,
                    alert.Alert.Id,
                    alert.Alert.Concern,
                    alert.Student.ObjectId,
                    by?.ObjectId,
                    told
                ),
                AuditJson.Default.AlertAudit
            )
        );
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(AlertAudit))]
internal sealed partial class AuditJson : JsonSerializerContext;
