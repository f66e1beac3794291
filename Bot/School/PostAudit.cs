using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Milestones.Conversations;

namespace Milestones.School;

/// <summary>
/// What was done about a post of the class: who, what and when, never the words. It lies with the class
/// (<c>audit-posts:…</c>), in the order of time.
/// </summary>
/// <param name="What"><c>approved</c>, <c>declined</c>, <c>takenDown</c>, <c>withdrawn</c>, <c>isThere</c>,
/// <c>isNotThere</c> or <c>again</c>.</param>
/// <param name="By">Entra object id.</param>
/// <param name="Student">Entra object id of who is named; null for the class's week.</param>
internal sealed record PostAudit(DateTimeOffset At, string What, string Post, string By, string? Student)
{
    public static ArchiveEntry Entry(string what, ClassPost post, PersonId by, Turn turn) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"audit-posts:{turn.Now.UtcDateTime:yyyyMMdd'T'HHmmssfff}-{turn.NewId()}-{what}"
            ),
            JsonSerializer.SerializeToUtf8Bytes(
                new PostAudit(turn.Now, what, post.Id, by.ObjectId, post.Praise?.To),
                PostAuditJson.Default.PostAudit
            )
        );
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(PostAudit))]
internal sealed partial class PostAuditJson : JsonSerializerContext;
