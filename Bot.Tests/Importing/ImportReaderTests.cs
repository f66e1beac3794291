using System.IO.Compression;
using System.Text;
using Milestones.Features.Importing;
using Milestones.School;

namespace Milestones.Tests.Importing;

/// <summary>
/// Each known kind of file, from a sample with its quirks to numbers of students; and files meant to harm.
/// </summary>
public sealed class ImportReaderTests
{
    private static readonly DateOnly Today = new(2026, 9, 25);

    [Theory]
    [InlineData("canvas.csv", "Canvas")]
    [InlineData("canvas-semicolon.csv", "Canvas")]
    [InlineData("map.csv", "Map")]
    [InlineData("map-tabs.txt", "Map")]
    [InlineData("iready.csv", "IReady")]
    [InlineData("powerschool.csv", "PowerSchoolAttendance")]
    [InlineData("teams-grades.csv", "TeamsGrades")]
    [InlineData("sds-users.csv", "SchoolDataSync")]
    [InlineData("plain.csv", "Plain")]
    public void A_format_is_known_by_its_heads(string file, string format) =>
        Assert.Equal(format, ImportFormats.Of(ImportFile.Read(Sample(file))).ToString());

    [Fact]
    public void Canvas_counts_shares_of_its_points_and_leaves_out_what_says_nothing()
    {
        var content = Read(Sample("canvas.csv"));

        Assert.Equal(
            [
                "4 Alvarez, Ana · Current Score · 87.5 percent",
                "4 Alvarez, Ana · Final Score · 80 percent",
                "4 Alvarez, Ana · Fractions quiz, part 1 · 75 percent",
                "5 Brooks, Ben · Current Score · 91 percent",
                "5 Brooks, Ben · Final Score · 90 percent",
                "6 Chen, Chloe · Current Score · 75 percent",
                "6 Chen, Chloe · Essay · 9 ",
                "6 Chen, Chloe · Final Score · 70 percent",
            ],
            content.Readings.Select(Line).Order(StringComparer.Ordinal)
        );
        Assert.Equal(new ImportFlaw(6, ImportWhy.NoNumber, "seventeen"), Assert.Single(content.Flaws));
        Assert.Equal(3, content.Skipped);
        Assert.All(content.Readings, one => Assert.Equal(Today, one.On));
    }

    [Fact]
    public void Decimals_follow_the_file() =>
        Assert.Equal([77.5, 87.25], Read(Sample("canvas-semicolon.csv")).Readings.Select(one => one.Value));

    [Theory]
    [InlineData("map.csv")]
    [InlineData("map-tabs.txt")]
    public void Map_has_a_measure_for_each_subject(string file) =>
        Assert.Equal(
            ["MAP Mathematics 215 2026-09-21", "MAP Reading 220 2026-09-22", "MAP Mathematics 208 2026-09-21"],
            Read(Sample(file)).Readings.Select(one => $"{one.Measure} {one.Value} {one.On:yyyy-MM-dd}")
        );

    [Fact]
    public void IReady_without_a_score_says_nothing()
    {
        var content = Read(Sample("iready.csv"));
        Assert.Equal("2 Alvarez, Ana · i-Ready Math · 512 ", Line(Assert.Single(content.Readings)));
        Assert.Equal(1, content.Skipped);
    }

    [Fact]
    public void Attendance_counts_days_by_what_a_code_means()
    {
        var table = ImportFile.Read(Sample("powerschool.csv"))[0];
        Assert.Equal(["absent", "tardy", "none"], Attendance.Codes(table).Values);
        Assert.Equal(
            ["2 Alvarez, Ana · absences · 1 absences", "4 Alvarez, Ana · tardies · 1 tardies"],
            Read(Sample("powerschool.csv")).Readings.Select(Line)
        );
        Assert.Contains(
            "5 Brooks, Ben · absences · 1 absences",
            Read(Sample("powerschool.csv"), ImportChoices.None with { Codes = [new CodeMeaning("x9", "absent")] })
                .Readings.Select(Line)
        );
    }

    [Fact]
    public void Teams_grades_may_have_no_names()
    {
        var content = Read(Sample("teams-grades.csv"));
        Assert.Equal(
            ["Alvarez, Ana 18", "Brooks, Ben 20"],
            content.Readings.Select(one => $"{one.Student} {one.Value}")
        );
    }

    [Fact]
    public void OneRoster_joins_its_files()
    {
        var content = Read(Zip("manifest", "users", "lineItems", "results"));
        Assert.Equal("2 Alvarez, Ana · Unit test · 80 percent", Line(Assert.Single(content.Readings)));
        Assert.Equal(1, content.Skipped);
    }

    [Fact]
    public void A_password_is_not_even_read() =>
        Assert.DoesNotContain(
            ImportFile.Read(Sample("sds-users.csv"))[0].Rows.SelectMany(row => row.Cells),
            cell => cell.Contains("hunter2", StringComparison.Ordinal)
        );

    [Fact]
    public void What_can_be_read_two_ways_is_asked()
    {
        var choices = ImportChoices.None with { Who = "Name", Value = "Score", When = "Day" };
        var asked = Read(Sample("plain.csv"), choices);
        Assert.True(asked is { AsksNumbers: true, AsksDays: true });

        var content = Read(Sample("plain.csv"), choices with { DecimalComma = true, DayFirst = true });
        Assert.False(content.AsksNumbers || content.AsksDays);
        Assert.Equal(
            ["Score 1.5 2026-04-03", "Score 2.25 2026-06-05"],
            content.Readings.Select(one =>
                string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"{one.Measure} {one.Value} {one.On:yyyy-MM-dd}"
                )
            )
        );
        Assert.Equal(
            [1500.0, 2250.0],
            Read(Sample("plain.csv"), choices with { DecimalComma = false, DayFirst = false })
                .Readings.Select(one => one.Value)
        );
    }

    [Theory]
    [InlineData("windows-1252")]
    [InlineData("utf-16")]
    [InlineData("utf-8")]
    public void Encodings_are_found(string name)
    {
        var encoding =
            name == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("Name;Score\nSofía Ñandú;7\n")];
        var row = Assert.Single(ImportFile.Read(bytes)[0].Rows);
        Assert.Equal(["Sofía Ñandú", "7"], row.Cells);
    }

    [Fact]
    public void What_is_meant_to_harm_is_refused()
    {
        Refused(ImportFault.Empty, []);
        Refused(ImportFault.NotATable, "one column\n1\n"u8.ToArray());
        Refused(ImportFault.NotText, [(byte)'a', 0, (byte)',', (byte)'b']);
        Refused(ImportFault.TooLarge, new byte[ImportFile.Largest + 1]);
        Refused(ImportFault.TooManyColumns, Encoding.UTF8.GetBytes(new string(',', 500) + "\n"));
        Refused(ImportFault.Broken, [.. "PK"u8, 3, 4, 1, 2, 3, 4, 5]);
        Refused(ImportFault.TooLarge, Bomb());
        Assert.Equal(
            ImportFault.Broken,
            Assert
                .Throws<ImportFileException>(() =>
                    ImportFile
                        .Read(Encoding.UTF8.GetBytes($"Name,Score\n\"{new string('x', 1_000_000)}\",1\n"))[0]
                        .Rows.Count()
                )
                .Fault
        );

        // 200 columns are a table like any other, and so is a row of another length.
        var wide = string.Join(',', Enumerable.Range(0, 200).Select(n => $"c{n}"));
        Assert.Equal(200, ImportFile.Read(Encoding.UTF8.GetBytes($"{wide}\n1,2\n"))[0].Heads.Count);
    }

    [Fact]
    public void Heads_of_one_format_over_rows_of_another_give_rows_with_reasons()
    {
        var content = Read(
            Encoding.UTF8.GetBytes(
                "StudentLastName,StudentFirstName,Subject,TestStartDate,TestRITScore\nu1,active,,l1,fully graded\n"
            )
        );
        Assert.Empty(content.Readings);
        Assert.Equal(ImportWhy.NoNumber, Assert.Single(content.Flaws).Why);
    }

    private static void Refused(ImportFault fault, byte[] bytes) =>
        Assert.Equal(fault, Assert.Throws<ImportFileException>(() => ImportFile.Read(bytes)).Fault);

    /// <summary>A few kilobytes that would become hundreds of megabytes.</summary>
    private static byte[] Bomb()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("results.csv", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1024 * 1024];
            Array.Fill(zeros, (byte)'1');
            for (var i = 0; i < 40; i++)
                entry.Write(zeros);
        }

        return bytes.ToArray();
    }

    private static byte[] Zip(params string[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files)
            {
                using var entry = zip.CreateEntry($"{file}.csv").Open();
                entry.Write(Sample($"oneroster/{file}.csv"));
            }
        }

        return bytes.ToArray();
    }

    private static ImportContent Read(byte[] bytes, ImportChoices? choices = null) =>
        ImportReader.Read(ImportFile.Read(bytes), choices ?? ImportChoices.None, Today);

    private static string Line(ImportReading one) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{one.Row} {one.Student} · {one.Measure} · {one.Value} {one.Unit}"
        );

    private static byte[] Sample(string file) =>
        File.ReadAllBytes(Path.Combine(Repository.Root, "Bot.Tests", "Importing", "Samples", file));
}
