using Milestones.Language;
using Milestones.Language.Reports;

namespace Milestones.Tests.Language.Reports;

/// <summary>What the same words are worth to different goals. Kinds as they are named in the labelled sets.</summary>
public sealed class ReportReaderTests
{
    private static readonly DateOnly Today = new(2026, 9, 16);

    private static readonly Dictionary<string, ReportGoal> Goals = new(StringComparer.Ordinal)
    {
        ["percent"] = new("raise my math grade from 62 to 80", "percent", 62, 80, 66, false),
        ["letter"] = new("go from a D to a B in english", "letter_grade", 1, 3, 1.7, false),
        ["gpa"] = new("raise my GPA from 2.7 to 3.2", "gpa", 2.7, 3.2, 2.8, false),
        ["map"] = new("raise my MAP score from 205 to 215", "points", 205, 215, 208, false),
        ["act"] = new("score 24 on the ACT", "points", 19, 24, 21, false),
        ["mile"] = new("run the mile in under 8 minutes", "seconds", 530, 480, 512, true),
        ["race"] = new("run 5 km in 24:30", "seconds", 1650, 1470, 1570, true),
        ["minutes"] = new("read 20 minutes a day", "minutes/day", 5, 20, 10, false),
        ["screen"] = new("tiktok no more than 60 minutes a day", "minutes/day", 240, 60, 120, true),
        ["books"] = new("read 20 books by June", "books", 0, 20, 6, false),
        ["pages"] = new("read 2000 pages this year", "pages", 0, 2000, 900, false),
        ["green"] = new("be on green 20 days", "days", 0, 20, 8, false),
        ["absences"] = new("miss no more than 4 days", "absences", 9, 4, 2, true),
        ["tardies"] = new("be late no more than 3 times this quarter", "tardies", 8, 3, 1, true),
        ["tardanzas"] = new("llegar tarde máximo 3 veces este bimestre", "tardies", 8, 3, 1, true),
        ["missing"] = new("lower my missing assignments from 9 to 0", "assignments", 9, 0, 7, true),
        ["paginas"] = new("leer 2000 páginas este año", "pages", 0, 2000, 150, false),
        ["none"] = new("pass algebra 1", "none", null, null, null, false),
        ["unknown"] = new("get a 90 average in geography", "percent", null, 90, null, false),
    };

    [Theory]
    // A letter goal: points ask, words of failure are no step.
    [InlineData("letter", "got a 55", "ask")]
    [InlineData("letter", "an 83 on the essay", "ask")]
    [InlineData("letter", "failed the test", "setback")]
    [InlineData("letter", "flunked the essay", "setback")]
    [InlineData("letter", "its a C+ now", "value", 2.3)]
    [InlineData("letter", "no wait a B minus", "value", 2.7)]
    // A percent goal.
    [InlineData("percent", "i failed again", "setback")]
    [InlineData("percent", "bombed it", "setback")]
    [InlineData("percent", "i gave up", "setback")]
    [InlineData("percent", "totally blew the quiz", "setback")]
    [InlineData("percent", "went down 3 points", "value", 63.0)]
    [InlineData("percent", "dropped like 4 points", "value", 62.0)]
    [InlineData("percent", "it went up by five", "value", 71.0)]
    [InlineData("percent", "studied for 30 min", "effort")]
    [InlineData("percent", "reviewed for two hours", "effort")]
    [InlineData("percent", "got 15/20", "value", 75.0)]
    [InlineData("percent", "18 out of 24", "value", 75.0)]
    [InlineData("percent", "missed 2 out of 8", "value", 75.0)]
    [InlineData("percent", "i got 68 then 74", "value", 74.0)]
    [InlineData("percent", "first it was 60 and now 71", "value", 71.0)]
    [InlineData("percent", "my lab partner got 96 on it", "none")]
    [InlineData("percent", "my cousin has a 99", "none")]
    [InlineData("percent", "still 62", "value", 62.0)]
    [InlineData("percent", "no change, 66", "value", 66.0)]
    [InlineData("percent", "its at a 71 now", "value", 71.0)]
    [InlineData("percent", "got a 4 on the exit ticket", "ask")]
    [InlineData("percent", "i will get a 90 tomorrow", "none")]
    [InlineData("unknown", "up 6 points from last time", "ask")]
    // Averages of letters.
    [InlineData("gpa", "failed chem midterm", "setback")]
    [InlineData("gpa", "its a 2.85 after report cards", "value", 2.85)]
    [InlineData("gpa", "my gpa is 3.1 now", "value", 3.1)]
    [InlineData("gpa", "got a 91 in history", "ask")]
    // Points of a test.
    [InlineData("map", "read for 20 min today", "effort")]
    [InlineData("map", "did 30 minutes of lexia", "effort")]
    [InlineData("map", "212!!", "value", 212.0)]
    [InlineData("act", "got my score back, 22", "value", 22.0)]
    [InlineData("act", "up 2 from last time", "value", 23.0)]
    // So much a day.
    [InlineData("minutes", "skipped yesterday", "setback")]
    [InlineData("minutes", "didnt read today", "setback")]
    [InlineData("minutes", "read for 20 min today", "value", 20.0)]
    [InlineData("minutes", "half an hour", "value", 30.0)]
    [InlineData("minutes", "an hour and a quarter last night", "value", 75.0)]
    [InlineData("screen", "2 hours yesterday", "value", 120.0)]
    // Times.
    [InlineData("mile", "8:17 today!!", "value", 497.0)]
    [InlineData("mile", "eight oh five", "value", 485.0)]
    [InlineData("mile", "dropped 10 seconds from last time", "value", 502.0)]
    [InlineData("mile", "7 seconds faster", "value", 505.0)]
    [InlineData("race", "ran 25:40", "value", 1540.0)]
    [InlineData("race", "26:02 flat", "value", 1562.0)]
    // What adds up.
    [InlineData("green", "got red again", "setback")]
    [InlineData("green", "3 more green days", "change", 3.0)]
    [InlineData("absences", "missed 1 day", "change", 1.0)]
    [InlineData("absences", "was out tuesday and wednesday", "change", 2.0)]
    [InlineData("absences", "no absences this week", "change", 0.0)]
    [InlineData("tardies", "was late today", "change", 1.0)]
    [InlineData("tardies", "late twice this week", "change", 2.0)]
    [InlineData("missing", "down to 4 missing", "value", 4.0)]
    [InlineData("missing", "only 5 missing left", "value", 5.0)]
    [InlineData("books", "finished 2 more", "change", 2.0)]
    [InlineData("books", "read 45 pages", "effort")]
    [InlineData("books", "im on 9 books total", "value", 9.0)]
    [InlineData("pages", "now at 1200 pages", "value", 1200.0)]
    [InlineData("pages", "1250 pages so far", "value", 1250.0)]
    [InlineData("pages", "up to 1250 pages", "value", 1250.0)]
    [InlineData("pages", "i have read 1250 pages in total", "value", 1250.0)]
    [InlineData("pages", "read 8½ pages", "change", 8.5)]
    [InlineData("pages", "read 8 1/2 pages", "change", 8.5)]
    [InlineData("pages", "read 8 and a half pages", "change", 8.5)]
    [InlineData("pages", "read eight point five pages", "change", 8.5)]
    // Reached.
    [InlineData("none", "i passed!!!", "done")]
    [InlineData("none", "final grade posted and i passed algebra", "done")]
    [InlineData("none", "got a 64", "ask")]
    [InlineData("percent", "hit my goal today!", "done")]
    [InlineData("percent", "did it", "ask")]
    public void English_reports_are_placed(string goal, string text, string kind, double number = double.NaN) =>
        Expect(goal, text, TextLanguage.English, kind, number);

    [Theory]
    [InlineData("tardanzas", "llegué a tiempo toda la semana", "change", 0.0)]
    [InlineData("tardanzas", "hoy llegué tarde", "change", 1.0)]
    [InlineData("tardanzas", "ya son dos retardos", "value", 2.0)]
    [InlineData("paginas", "ya llevo 203 páginas", "value", 203.0)]
    [InlineData("paginas", "voy en la página 1200", "value", 1200.0)]
    [InlineData("paginas", "leí 1.250 páginas en total", "value", 1250.0)]
    [InlineData("paginas", "leí ocho páginas y media", "change", 8.5)]
    [InlineData("paginas", "leí ocho y medio páginas", "change", 8.5)]
    [InlineData("paginas", "ocho coma dos páginas", "change", 8.2)]
    [InlineData("percent", "me fue mal otra vez", "setback")]
    [InlineData("percent", "reprobé el examen", "setback")]
    [InlineData("percent", "saqué 15 de 20", "value", 75.0)]
    [InlineData("percent", "bajé tres puntos", "value", 63.0)]
    [InlineData("percent", "subí 4 puntos", "value", 70.0)]
    [InlineData("percent", "estudié una hora con mi hermana", "effort")]
    [InlineData("percent", "mi amigo sacó 95", "none")]
    [InlineData("percent", "mañana voy a sacar 100", "none")]
    [InlineData("percent", "me fue mejor que la otra vez", "ask")]
    [InlineData("gpa", "dos coma noventa y cinco", "value", 2.95)]
    [InlineData("mile", "hoy hice 8:20", "value", 500.0)]
    [InlineData("mile", "le bajé diez segundos", "value", 502.0)]
    [InlineData("none", "¡pasé álgebra!", "done")]
    public void Spanish_reports_are_placed(string goal, string text, string kind, double number = double.NaN) =>
        Expect(goal, text, TextLanguage.Spanish, kind, number);

    [Theory]
    [InlineData("got a 90 yesterday", "2026-09-15")]
    [InlineData("got a 90 on monday", "2026-09-14")]
    [InlineData("got a 90", "2026-09-16")]
    public void The_day_it_speaks_of_is_read(string text, string day) =>
        Assert.Equal(
            DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
            ReportReader.Read(text, Goals["percent"], Today, TextLanguage.English).On
        );

    [Theory]
    [InlineData("1e308")]
    [InlineData("got 1e308")]
    [InlineData("99999999999999999999")]
    public void A_number_nobody_counts_to_is_none(string text) =>
        Assert.False(
            ReportReader.Read(text, Goals["percent"], Today, TextLanguage.English) is Report.Value or Report.Change
        );

    [Fact]
    public void The_labelled_lines_it_was_written_with_are_read()
    {
        var (right, lines, false_, others) = (0, 0, 0, 0);
        var files = (string[])["progress-dev.jsonl", "progress-train.jsonl"];
        foreach (var line in files.SelectMany(LabelledReports.Read))
        {
            var kind = KindOf(ReportReader.Read(line.Text, line.ToGoal(), Today, Spoken.Language(line.Lang)));
            (lines, right) = (lines + 1, right + (kind == line.Kind ? 1 : 0));
            if (line.Kind is "value" or "change" or "done")
                continue;
            (others, false_) = (others + 1, false_ + (kind is "value" or "change" or "done" ? 1 : 0));
        }
        Assert.True(right >= 0.97 * lines, $"{right} of {lines}");
        Assert.True(false_ <= 0.005 * others, $"{false_} of {others}");
    }

    private static void Expect(string goal, string text, TextLanguage language, string kind, double number)
    {
        var report = ReportReader.Read(text, Goals[goal], Today, language);
        Assert.Equal(kind, KindOf(report));
        if (!double.IsNaN(number))
            Assert.Equal(number, report is Report.Value value ? value.Number : ((Report.Change)report).Delta, 6);
    }

    private static string KindOf(Report report) => report.GetType().Name.ToLowerInvariant();
}
