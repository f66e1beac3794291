using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Milestones.Calendar;
using Milestones.Conversations;

namespace Milestones.Features.Teaching;

/// <summary>
/// Which teacher read which student's reflections, and when; never the words. It lies with the class, in the order of
/// time (docs/product.md, section 7).
/// </summary>
/// <param name="By">Entra object id, as <paramref name="Student"/>.</param>
internal sealed record ReadAudit(
    DateTimeOffset At,
    string What,
    string By,
    string Student,
    IReadOnlyList<IsoWeek> Weeks
)
{
    public const string Read = "read";

    public static ArchiveEntry Entry(StudentWeek student, IReadOnlyList<IsoWeek> weeks, TeacherView view)
    {
        var (turn, classroom) = (view.Context.Turn, view.Week.Classroom);
        return new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"audit:{turn.Now.UtcDateTime:yyyyMMdd'T'HHmmssfff}-{turn.NewId()}-read"
            ),
            JsonSerializer.SerializeToUtf8Bytes(
                new ReadAudit(turn.Now, Read, turn.Person.ObjectId, student.Member.ObjectId, weeks),
                ReadAuditJson.Default.ReadAudit
            )
        )
        {
            Partition = classroom.Key.Partition,
        };
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReadAudit))]
internal sealed partial class ReadAuditJson : JsonSerializerContext;
