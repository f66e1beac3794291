using Milestones.Bench.Load;
using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Features.Teaching;
using Milestones.School;
using Milestones.Turns;
using Milestones.Views;

namespace Milestones.Bench.Growing;

/// <summary>What a class did and neither its teacher's page nor its students' own pages show.</summary>
internal static class ShownOfClass
{
    /// <param name="reflected">How many did in which week.</param>
    /// <returns>In words; empty where all is shown.</returns>
    public static async Task<IReadOnlyList<string>> MissingAsync(
        BotsAtWork bots,
        Classroom classroom,
        IReadOnlyList<StudentAtWork> students,
        IReadOnlyDictionary<IsoWeek, int> reflected
    )
    {
        var heads = new Dictionary<DocumentKey, object>();
        var shown = 0;
        foreach (var student in students)
        {
            var stored = await bots.Store.GetAsync(student.Key, CancellationToken.None);
            var person = Rules.Kinds.Person.Read(stored!.Document);
            heads[student.Key] = person;
            var whole = await bots.The<PageReader>().WithArchiveAsync(person, CancellationToken.None);
            shown += whole.Reflections.Count(one => one.IsReflected);
        }

        var view = TeacherHandler.View(
            classroom,
            Look(classroom, bots.Now) with
            {
                Others = new OtherDocuments(heads),
            }
        );
        var term = ClassTerm.Of(view.Week, view.DayOf(bots.Now));
        return
        [
            .. GrownYear.Counted("students of the class", students.Count, view.Week.Students.Count(IsKnown)),
            .. GrownYear.Counted("reflections on the students' pages", reflected.Values.Sum(), shown),
            .. term
                .Weeks.Where(week => reflected.ContainsKey(week.Week))
                .SelectMany(week =>
                    GrownYear.Counted($"{week.Week} of the class", reflected[week.Week], week.Reflected)
                ),
        ];
    }

    private static bool IsKnown(StudentWeek student) => student.Person is not null;

    private static TurnContext<Person> Look(Classroom classroom, DateTimeOffset now)
    {
        var teacher = new Person { Id = SchoolYear.Teacher, TimeZone = "America/New_York" };
        var key = DocumentKeys.Person(teacher.Id);
        var looked = new Looked(PageVerbs.Class, classroom.Key);
        return HeadKinds.ContextOf(
            teacher,
            new("look", key, teacher.Id, null, null, looked, now, null, null, Guid.Empty)
        );
    }
}
