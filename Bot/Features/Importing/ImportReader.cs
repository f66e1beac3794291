using System.Text.RegularExpressions;
using Milestones.School;

namespace Milestones.Features.Importing;

/// <summary>
/// From tables to numbers of students. Each format brings where a name, a day and numbers stand; everything else is the
/// same for all.
/// </summary>
internal static partial class ImportReader
{
    private static readonly string[] SaysNothing =
    [
        "",
        "EX",
        "N/A",
        "NA",
        "-",
        "exempt",
        "not submitted",
        "(read only)",
        "(solo lectura)",
        "missing",
    ];

    /// <param name="today">Where a file has no day of its own; and nothing can be of later.</param>
    public static ImportContent Read(IReadOnlyList<ImportTable> tables, ImportChoices choices, DateOnly today) =>
        ImportFormats.Of(tables) switch
        {
            ImportFormat.OneRoster => Take(OneRoster(tables), choices, today),
            ImportFormat.Canvas => Take(Canvas(tables[0]), choices, today),
            ImportFormat.Map => Take(Map(tables[0]), choices, today),
            ImportFormat.IReady => Take(IReady(tables[0]), choices, today),
            ImportFormat.TeamsGrades => Take(TeamsGrades(tables[0]), choices, today),
            ImportFormat.PowerSchoolAttendance => Attendance.Read(tables[0], choices, today),
            ImportFormat.Plain when choices is { Who: { } who, Value: { } value } => Take(
                Plain(tables[0], who, value, choices),
                choices,
                today
            ),
            _ => new([], [], 0),
        };

    /// <summary>A cell with a number, before it is read as one.</summary>
    /// <param name="Of">What the number is out of, as the file writes it; null for none.</param>
    private readonly record struct Cell(
        int Row,
        string Student,
        string Measure,
        string? Unit,
        string? Day,
        string Value,
        string? Of = null
    );

    private static ImportContent Take(IEnumerable<Cell> cells, ImportChoices choices, DateOnly today)
    {
        List<Cell> all = [];
        var skipped = 0;
        foreach (var cell in cells)
        {
            if (SaysNothing.Contains(cell.Value, StringComparer.OrdinalIgnoreCase))
                skipped++;
            else
                all.Add(cell);
        }

        var told = ImportCells.StyleOf(all.Select(one => one.Value), all.Select(one => one.Day).OfType<string>());
        var style = new ImportStyle(told.DecimalComma ?? choices.DecimalComma, told.DayFirst ?? choices.DayFirst);
        var readings = new List<ImportReading>(all.Count);
        var flaws = new List<ImportFlaw>();
        foreach (var cell in all)
        {
            if (Reading(cell, style, today) is var (reading, why) && reading is not null)
                readings.Add(reading);
            else
                flaws.Add(new(cell.Row, why, why == ImportWhy.NoNumber ? cell.Value : cell.Day ?? ""));
        }

        return new(readings, flaws, skipped)
        {
            AsksNumbers = style.DecimalComma is null && all.Any(one => ImportCells.IsDoubtfulNumber(one.Value)),
            AsksDays = style.DayFirst is null && all.Any(one => one.Day is { } day && ImportCells.IsDoubtfulDay(day)),
        };
    }

    private static (ImportReading? Reading, ImportWhy Why) Reading(Cell cell, ImportStyle style, DateOnly today)
    {
        if (cell.Student.Length == 0)
            return (null, ImportWhy.NoName);
        if (ImportCells.Number(cell.Value, style) is not { } value)
            return (null, ImportWhy.NoNumber);
        var day = cell.Day is { Length: > 0 } text ? ImportCells.Day(text, style) : today;
        if (day is null)
            return (null, ImportWhy.NoDay);
        if (day > today)
            return (null, ImportWhy.FutureDay);
        var share = cell.Of is { } of && ImportCells.Number(of, style) is { } most and > 0;
        return (
            new(
                cell.Row,
                cell.Student,
                cell.Measure,
                share ? "percent" : cell.Unit,
                day.Value,
                share ? Math.Round(100 * value / ImportCells.Number(cell.Of!, style)!.Value, 1) : value
            ),
            default
        );
    }

    private static IEnumerable<Cell> OneRoster(IReadOnlyList<ImportTable> tables)
    {
        var results = tables.First(one => one.Has("lineItemSourcedId", "studentSourcedId", "score"));
        var people = Names(tables.FirstOrDefault(one => one.Has("sourcedId", "givenName", "familyName")));
        var items = tables.FirstOrDefault(one => one.Has("sourcedId", "title", "resultValueMax"));
        var titles = new Dictionary<string, (string Title, string Most)>(StringComparer.Ordinal);
        if (items is not null)
        {
            var (id, title, most) = (items.Find("sourcedId"), items.Find("title"), items.Find("resultValueMax"));
            foreach (var row in items.Rows)
                titles[row[id]] = (row[title], row[most]);
        }

        var (student, item, score) = (
            results.Find("studentSourcedId"),
            results.Find("lineItemSourcedId"),
            results.Find("score")
        );
        var (status, state, day) = (results.Find("status"), results.Find("scoreStatus"), results.Find("scoreDate"));
        foreach (var row in results.Rows)
        {
            if (row[status].Equals("tobedeleted", StringComparison.OrdinalIgnoreCase))
                continue;
            var (title, most) = titles.GetValueOrDefault(row[item], (row[item], ""));
            var counts = row[state] is "" or "fully graded" or "partially graded";
            yield return new(
                row.Number,
                people.GetValueOrDefault(row[student], row[student]),
                title,
                null,
                row[day],
                counts ? row[score] : "",
                most.Length > 0 ? most : null
            );
        }
    }

    private static Dictionary<string, string> Names(ImportTable? users)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        if (users is null)
            return names;
        var (id, given, family) = (users.Find("sourcedId"), users.Find("givenName"), users.Find("familyName"));
        foreach (var row in users.Rows)
            names[row[id]] = $"{row[family]}, {row[given]}";
        return names;
    }

    private static IEnumerable<Cell> Canvas(ImportTable table)
    {
        var (whole, last, first) = (table.Find("Student"), table.Find("LastName"), table.Find("FirstName"));
        var columns = table
            .Heads.Index()
            .Where(head => Assignment().IsMatch(head.Item) || head.Item is "Current Score" or "Final Score")
            .ToList();
        ImportRow? possible = null;
        foreach (var row in table.Rows)
        {
            var student = whole >= 0 ? row[whole] : $"{row[last]}, {row[first]}";
            if (student.Equals("Points Possible", StringComparison.OrdinalIgnoreCase))
            {
                possible = row;
                continue;
            }

            // A row before the points is about assignments; the test student is nobody.
            if (possible is null || student is "" or "," or "Student, Test")
                continue;
            foreach (var (column, head) in columns)
            {
                var isTotal = head.EndsWith("Score", StringComparison.Ordinal);
                var most = possible[column];
                yield return new(
                    row.Number,
                    student,
                    isTotal ? head : head[..head.LastIndexOf('(')].Trim(),
                    isTotal ? "percent" : null,
                    null,
                    row[column],
                    isTotal || most.StartsWith('(') ? null : most
                );
            }
        }
    }

    private static IEnumerable<Cell> Map(ImportTable table)
    {
        var (last, first) = (table.Find("StudentLastName"), table.Find("StudentFirstName"));
        var (subject, day, rit) = (
            table.Find("Subject", "MeasurementScale", "Discipline"),
            table.Find("TestStartDate"),
            table.Find("TestRITScore")
        );
        foreach (var row in table.Rows)
            yield return new(row.Number, $"{row[last]}, {row[first]}", $"MAP {row[subject]}", null, row[day], row[rit]);
    }

    private static IEnumerable<Cell> IReady(ImportTable table)
    {
        var (last, first, subject) = (table.Find("Last Name"), table.Find("First Name"), table.Find("Subject"));
        var (day, score) = (
            table.Find(
                "Diagnostic: Completion Date (Most Recent)",
                "Diagnostic: Completion Date (1)",
                "Completion Date"
            ),
            table.Find(ImportFormats.IReady)
        );
        foreach (var row in table.Rows)
        {
            yield return new(
                row.Number,
                $"{row[last]}, {row[first]}",
                $"i-Ready {row[subject]}",
                null,
                row[day],
                row[score]
            );
        }
    }

    private static IEnumerable<Cell> TeamsGrades(ImportTable table)
    {
        var (first, last, grade) = (table.Find("First Name"), table.Find("Last Name"), table.Find("Grade", "Points"));
        foreach (var row in table.Rows)
            yield return new(row.Number, $"{row[last]}, {row[first]}", table.Heads[grade], null, null, row[grade]);
    }

    private static IEnumerable<Cell> Plain(ImportTable table, string who, string value, ImportChoices choices)
    {
        var (name, number) = (table.Find(who), table.Find(value));
        var (what, when) = (table.Find(choices.What ?? ""), table.Find(choices.When ?? ""));
        foreach (var row in table.Rows)
        {
            yield return new(
                row.Number,
                row[name],
                what >= 0 && row[what].Length > 0 ? row[what] : value,
                choices.Unit,
                when >= 0 ? row[when] : null,
                row[number]
            );
        }
    }

    /// <summary>A title with the assignment's number behind it.</summary>
    [GeneratedRegex(@"\(\d+\)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Assignment();
}
