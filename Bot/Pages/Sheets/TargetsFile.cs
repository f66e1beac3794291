using System.Globalization;
using Milestones.School;
using Milestones.Turns;

namespace Milestones.Pages.Sheets;

/// <summary>
/// A unit as a file for a spreadsheet: each student by name, and for each target before, after and the teacher's mark.
/// No words of theirs.
/// </summary>
internal static class TargetsFile
{
    public static string Of(LearningUnit unit, ClassView view)
    {
        var voice = view.Voice;
        IEnumerable<IEnumerable<string>> rows =
        [
            [
                voice["Page.Student"],
                .. unit.Targets.SelectMany(target =>
                    (string[])
                        [
                            $"{target} · {voice["Page.Units.Before"]}",
                            $"{target} · {voice["Page.Units.After"]}",
                            $"{target} · {voice["Page.Units.Mark"]}",
                        ]
                ),
            ],
            .. view.Week.Students.Select(student =>
                (IEnumerable<string>)
                    [
                        view.View.Name(student),
                        .. Ratings(student.Person is { } person ? Surveys.Find(person, unit.Id) : null, unit),
                    ]
            ),
        ];
        // A spreadsheet reads accents right only where the file begins with this mark.
        return "\uFEFF" + string.Concat(rows.Select(row => string.Join(',', row.Select(Csv.Field)) + "\r\n"));
    }

    private static IEnumerable<string> Ratings(UnitSurvey? survey, LearningUnit unit) =>
        Enumerable
            .Range(0, unit.Targets.Count)
            .Select(target => survey?.Of(target))
            .SelectMany(rating => (string[])[Number(rating?.Before), Number(rating?.After), Number(rating?.Mark)]);

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
