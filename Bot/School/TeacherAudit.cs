using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Milestones.Conversations;

namespace Milestones.School;

/// <summary>
/// What happened to who teaches a class: whom, when, and by whose doing. It lies with the class (<c>audit-
/// teachers:…</c>), in the order of time.
/// </summary>
/// <param name="What"><c>teachers</c>, <c>locked</c>, <c>unlocked</c>, <c>codeMade</c>, <c>codeRefused</c>.</param>
/// <param name="By">Entra object id of who acted, the account that ran the command, or null for a reading of the
/// team.</param>
/// <param name="Began">Entra object ids of those who teach from now on.</param>
/// <param name="Ended">Entra object ids of those who do not any more.</param>
internal sealed record TeacherAudit(
    DateTimeOffset At,
    string What,
    string? By,
    IReadOnlyList<string> Began,
    IReadOnlyList<string> Ended
)
{
    /// <summary>The entries of one turn; none where it changed nothing of this.</summary>
    public static IEnumerable<ArchiveEntry> Of(Classroom before, Classroom after, Turn turn)
    {
        var by = turn.Input switch
        {
            StandingRead read => read.Person.ObjectId,
            Received { Message: ClassSetUp setUp } => setUp.By.ObjectId,
            Received { Message: ClaimAnswered answered } => answered.By.ObjectId,
            _ => turn.Person.ObjectId,
        };
        if ((before.LockedAt is null) != (after.LockedAt is null))
            yield return Entry(after.LockedAt is null ? "unlocked" : "locked", by, [], [], turn);
        var (taught, teach) = (Ids(before), Ids(after));
        if (!taught.SequenceEqual(teach))
            yield return Entry("teachers", by, [.. teach.Except(taught)], [.. taught.Except(teach)], turn);
    }

    public static ArchiveEntry Entry(
        string what,
        string? by,
        IReadOnlyList<string> began,
        IReadOnlyList<string> ended,
        Turn turn
    ) => new(Id(turn.Now, turn.NewId(), what), Json(new(turn.Now, what, by, began, ended)));

    public static string Id(DateTimeOffset now, string id, string what) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"audit-teachers:{now.UtcDateTime:yyyyMMdd'T'HHmmssfff}-{id}-{what}"
        );

    public static byte[] Json(TeacherAudit audit) =>
        JsonSerializer.SerializeToUtf8Bytes(audit, TeacherAuditJson.Default.TeacherAudit);

    private static List<string> Ids(Classroom classroom) =>
        [.. classroom.Members.Where(member => member.Role == MemberRole.Teacher).Select(member => member.ObjectId)];
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(TeacherAudit))]
internal sealed partial class TeacherAuditJson : JsonSerializerContext;
