namespace Milestones.Features.Importing;

/// <summary>The kinds of file that are known by their heads. What is none of them is a plain table.</summary>
internal enum ImportFormat
{
    Plain,
    OneRoster,
    SchoolDataSync,
    Canvas,
    Map,
    IReady,
    PowerSchoolAttendance,
    TeamsGrades,
}

internal static class ImportFormats
{
    /// <summary>
    /// By the names of columns alone, never by their places: a file of no known heads is not guessed at.
    /// </summary>
    public static ImportFormat Of(IReadOnlyList<ImportTable> tables) =>
        tables.Any(one => one.Has("lineItemSourcedId", "studentSourcedId", "score")) ? ImportFormat.OneRoster
        : tables.Any(one => one.Has("classSourcedId", "userSourcedId", "role") && !one.Has("status"))
        || tables.Any(one => one.Has("sourcedId", "givenName", "familyName") && !one.Has("score"))
            ? ImportFormat.SchoolDataSync
        : tables[0] switch
        {
            var one when one.Has("ID", "Section") && one.Find("Student", "LastName") >= 0 => ImportFormat.Canvas,
            var one when one.Has("StudentLastName", "StudentFirstName", "TestRITScore") => ImportFormat.Map,
            var one when one.Has("Last Name", "First Name", "Subject") && one.Find(IReady) >= 0 => ImportFormat.IReady,
            var one
                when one.Has("[1]LastFirst", "Att_Date", "Attendance_CodeID")
                    || one.Has("LastFirst", "Att_Date", "Attendance_CodeID") => ImportFormat.PowerSchoolAttendance,
            var one when one.Has("First Name", "Last Name") && one.Find("Grade", "Points") == 3 =>
                ImportFormat.TeamsGrades,
            _ => ImportFormat.Plain,
        };

    public static readonly string[] IReady =
    [
        "Diagnostic: Overall Scale Score (Most Recent)",
        "Diagnostic: Overall Scale Score (1)",
        "Overall Scale Score",
    ];
}
