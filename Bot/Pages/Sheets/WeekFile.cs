using System.Globalization;
using Milestones.Features.Teaching;
using Milestones.Turns;

namespace Milestones.Pages.Sheets;

/// <summary>
/// A class's week as a file for a spreadsheet: what the page says of each student by name, and no words of theirs.
/// </summary>
internal static class WeekFile
{
    public static string Of(ClassView view)
    {
        var voice = view.Voice;
        IEnumerable<IEnumerable<string>> rows =
        [
            [
                voice["Page.Student"],
                voice["Page.Class.ThisWeek"],
                voice.Say("Page.Class.OfWeeks", ("n", ClassTerm.Length)),
                voice["Teach.Waiting"],
                voice["Page.Goals"],
                .. GoalFilter.Statuses.Select(status => voice[$"Teach.Goal.{status}"]),
            ],
            .. view.Week.Students.Select(student => Row(student, view)),
        ];
        // A spreadsheet reads accents right only where the file begins with this mark.
        return "\uFEFF" + string.Concat(rows.Select(row => string.Join(',', row.Select(Csv.Field)) + "\r\n"));
    }

    private static IEnumerable<string> Row(StudentWeek student, ClassView view)
    {
        var goals = view.Term.Goals.Where(goal => goal.Student == student).ToList();
        return
        [
            view.View.Name(student),
            view.Voice[ClassSheet.State(student)],
            Number(ClassTerm.WeeksOf(student, view.Week)),
            student.Need is { } need ? view.View.Why(need) : "",
            Number(goals.Count),
            .. GoalFilter.Statuses.Select(status => Number(goals.Count(goal => goal.Goal.Status == status))),
        ];
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
