using Milestones.School;

namespace Milestones.Features.Importing;

/// <summary>
/// Attendance as PowerSchool has it: a row for each day that somebody was not simply there, with a code of the school's
/// own. What the codes mean a teacher says once; how often each came by the file's last day is the number.
/// </summary>
internal static class Attendance
{
    public const string Absent = "absent";
    public const string Tardy = "tardy";
    public const string Neither = "none";

    /// <summary>The codes there are, with what they seem to mean.</summary>
    public static IReadOnlyDictionary<string, string> Codes(ImportTable table)
    {
        var code = table.Find("Attendance_CodeID");
        return table
            .Rows.Select(row => row[code])
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(40)
            .ToDictionary(one => one, Guess, StringComparer.OrdinalIgnoreCase);
    }

    public static ImportContent Read(ImportTable table, ImportChoices choices, DateOnly today)
    {
        var (name, day, code) = (
            table.Find("[1]LastFirst", "LastFirst"),
            table.Find("Att_Date"),
            table.Find("Attendance_CodeID")
        );
        var rows = table.Rows.Select(row => (row.Number, Name: row[name], Day: row[day], Code: row[code])).ToList();
        var told = ImportCells.StyleOf([], rows.Select(row => row.Day));
        var style = told with { DayFirst = told.DayFirst ?? choices.DayFirst };
        List<ImportFlaw> flaws = [];
        var marks = new List<(int Row, string Name, DateOnly Day, string Meaning)>();
        foreach (var row in rows)
        {
            var meaning = choices.MeaningOf(row.Code) ?? Guess(row.Code);
            if (row.Name.Length == 0)
                flaws.Add(new(row.Number, ImportWhy.NoName, ""));
            else if (ImportCells.Day(row.Day, style) is not { } on)
                flaws.Add(new(row.Number, ImportWhy.NoDay, row.Day));
            else if (on > today)
                flaws.Add(new(row.Number, ImportWhy.FutureDay, row.Day));
            else
                marks.Add((row.Number, row.Name, on, meaning));
        }

        var last = marks.Count == 0 ? today : marks.Max(mark => mark.Day);
        return new(
            [
                .. marks
                    .Where(mark => mark.Meaning is Absent or Tardy)
                    .GroupBy(mark => (mark.Name, mark.Meaning))
                    .Select(same => new ImportReading(
                        same.First().Row,
                        same.Key.Name,
                        same.Key.Meaning == Absent ? "absences" : "tardies",
                        same.Key.Meaning == Absent ? "absences" : "tardies",
                        last,
                        // A day with several periods is one day.
                        same.Select(mark => mark.Day).Distinct().Count()
                    )),
            ],
            flaws,
            marks.Count(mark => mark.Meaning == Neither)
        )
        {
            AsksDays = style.DayFirst is null && rows.Any(row => ImportCells.IsDoubtfulDay(row.Day)),
        };
    }

    /// <summary>A spreadsheet makes "true" of a T.</summary>
    private static string Guess(string code) =>
        code.ToUpperInvariant() switch
        {
            "T" or "TRUE" or "TU" or "TE" or "L" or "TARDY" or "LATE" => Tardy,
            "A" or "U" or "E" or "UA" or "EA" or "UNX" or "EXC" or "ABSENT" => Absent,
            _ => Neither,
        };
}
