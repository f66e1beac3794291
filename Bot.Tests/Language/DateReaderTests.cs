using Milestones.Calendar;
using Milestones.Language;

namespace Milestones.Tests.Language;

/// <summary>Days as students name them. They are read on Saturday, November 28, 2026.</summary>
public sealed class DateReaderTests
{
    private static readonly DateOnly Today = new(2026, 11, 28);

    [Theory]
    [InlineData("friday 12/18", "2026-12-18")]
    [InlineData("mon 12/7", "2026-12-07")]
    [InlineData("on wednesday 1/13", "2027-01-13")]
    [InlineData("due 12/18", "2026-12-18")]
    [InlineData("due by 1/4", "2027-01-04")]
    [InlineData("due on 3/2", "2027-03-02")]
    [InlineData("dec18", "2026-12-18")]
    [InlineData("by jan9", "2027-01-09")]
    [InlineData("14feb", "2027-02-14")]
    [InlineData("next 3 weeks", "2026-12-19")]
    [InlineData("the next ten days", "2026-12-08")]
    [InlineData("over the next 2 months", "2027-01-28")]
    [InlineData("Tuesday 22nd", "2026-12-22")]
    [InlineData("thurs the 10th", "2026-12-10")]
    [InlineData("by friday the 11th", "2026-12-11")]
    [InlineData("by the first friday of february", "2027-02-05")]
    [InlineData("the second monday in january", "2027-01-11")]
    [InlineData("by the last friday of may", "2027-05-28")]
    [InlineData("by the 20th of next month", "2026-12-20")]
    [InlineData("the 3rd of next month", "2026-12-03")]
    [InlineData("next month on the 9th", "2026-12-09")]
    [InlineData("on friday next week", "2026-12-04")]
    [InlineData("next week on tuesday", "2026-12-01")]
    [InlineData("monday of next week", "2026-11-30")]
    [InlineData("october twenty-first", "2027-10-21")]
    [InlineData("january thirty first", "2027-01-31")]
    [InlineData("the twenty second of march", "2027-03-22")]
    [InlineData("3 weeks from tomorrow", "2026-12-20")]
    [InlineData("two days from monday", "2026-12-02")]
    [InlineData("a week after thanksgiving 2027", "2027-12-02")]
    [InlineData("nov 29-30", "2026-11-30")]
    [InlineData("from dec 7 to dec 11", "2026-12-11")]
    [InlineData("between the 7th and the 11th of december", "2026-12-11")]
    [InlineData("thanksgiving 2027", "2027-11-25")]
    [InlineData("christmas of 2027", "2027-12-25")]
    [InlineData("halloween next year", "2027-10-31")]
    [InlineData("by easter", "2027-03-28")]
    [InlineData("the friday before christmas", "2026-12-18")]
    [InlineData("tomorrow at 3 pm", "2026-11-29")]
    [InlineData("friday in the morning", "2026-12-04")]
    [InlineData("maybe by monday?", "2026-11-30")]
    [InlineData("i start today and i will be done by dec 4", "2026-12-04")]
    [InlineData("i failed last week, so by friday", "2026-12-04")]
    public void English_days_are_read_to_their_end(string text, string day) => Same(day, text, TextLanguage.English);

    [Theory]
    [InlineData("para el 15/1", "2027-01-15")]
    [InlineData("el 4/12", "2026-12-04")]
    [InlineData("antes del 20/12", "2026-12-19")]
    [InlineData("el viernes 18/12", "2026-12-18")]
    [InlineData("lunes 7/12", "2026-12-07")]
    [InlineData("el miércoles 13 de enero", "2027-01-13")]
    [InlineData("diciembre 15", "2026-12-15")]
    [InlineData("enero 8", "2027-01-08")]
    [InlineData("dic. 15", "2026-12-15")]
    [InlineData("mié.", "2026-12-02")]
    [InlineData("vie", "2026-12-04")]
    [InlineData("el jue.", "2026-12-03")]
    [InlineData("lunes por la mañana", "2026-11-30")]
    [InlineData("el viernes por la tarde", "2026-12-04")]
    [InlineData("mañana por la noche", "2026-11-29")]
    [InlineData("el primer viernes de febrero", "2027-02-05")]
    [InlineData("el 20 del próximo mes", "2026-12-20")]
    [InlineData("el viernes de la semana que viene", "2026-12-04")]
    [InlineData("tres semanas a partir de mañana", "2026-12-20")]
    [InlineData("del 7 al 11 de diciembre", "2026-12-11")]
    [InlineData("navidad de 2027", "2027-12-25")]
    [InlineData("el día después de navidad", "2026-12-26")]
    public void Spanish_days_are_read_to_their_end(string text, string day) => Same(day, text, TextLanguage.Spanish);

    [Theory]
    [InlineData("feb 30", "en")]
    [InlineData("by nov 31", "en")]
    [InlineData("june 31st", "en")]
    [InlineData("31 de abril", "es")]
    [InlineData("el 30 de febrero", "es")]
    [InlineData("31/6", "es")]
    public void A_day_the_calendar_has_not_is_told(string text, string language) =>
        Assert.Equal(DateFinding.NoSuchDay, Find(text, Spoken.Language(language)).Finding);

    [Theory]
    [InlineData("yesterday", "en")]
    [InlineData("two weeks ago", "en")]
    [InlineData("i slacked off last year", "en")]
    [InlineData("la semana pasada", "es")]
    [InlineData("hace tres días", "es")]
    [InlineData("el lunes pasado", "es")]
    public void What_is_over_is_no_deadline(string text, string language) =>
        Assert.Equal(DateFinding.Past, Find(text, Spoken.Language(language)).Finding);

    [Theory]
    [InlineData("winter break", nameof(SchoolOccasion.WinterBreak), nameof(SchoolEdge.Start))]
    [InlineData("by spring break", nameof(SchoolOccasion.SpringBreak), nameof(SchoolEdge.Start))]
    [InlineData("before christmas break", nameof(SchoolOccasion.WinterBreak), nameof(SchoolEdge.Before))]
    [InlineData("before winter break starts", nameof(SchoolOccasion.WinterBreak), nameof(SchoolEdge.Before))]
    [InlineData("end of the quarter", nameof(SchoolOccasion.Quarter), nameof(SchoolEdge.End))]
    [InlineData("by the end of this semester", nameof(SchoolOccasion.Semester), nameof(SchoolEdge.End))]
    [InlineData("this marking period", nameof(SchoolOccasion.MarkingPeriod), nameof(SchoolEdge.End))]
    [InlineData("finals", nameof(SchoolOccasion.Finals), nameof(SchoolEdge.Start))]
    [InlineData("before finals", nameof(SchoolOccasion.Finals), nameof(SchoolEdge.Before))]
    [InlineData("by midterms", nameof(SchoolOccasion.Midterms), nameof(SchoolEdge.Start))]
    [InlineData("before my track season", nameof(SchoolOccasion.SportSeason), nameof(SchoolEdge.Before))]
    [InlineData("end of the school year", nameof(SchoolOccasion.SchoolYear), nameof(SchoolEdge.End))]
    [InlineData("by summer", nameof(SchoolOccasion.Summer), nameof(SchoolEdge.Start))]
    [InlineData("the friday before winter break", nameof(SchoolOccasion.WinterBreak), nameof(SchoolEdge.Before))]
    public void English_school_times_wait_for_a_calendar(string text, string occasion, string edge) =>
        SameSchool(text, TextLanguage.English, occasion, edge);

    [Theory]
    [InlineData("antes de las vacaciones de invierno", nameof(SchoolOccasion.WinterBreak), nameof(SchoolEdge.Before))]
    [InlineData("fin de semestre", nameof(SchoolOccasion.Semester), nameof(SchoolEdge.End))]
    [InlineData("a fin de curso", nameof(SchoolOccasion.SchoolYear), nameof(SchoolEdge.End))]
    [InlineData("para el final del trimestre", nameof(SchoolOccasion.Trimester), nameof(SchoolEdge.End))]
    [InlineData("antes de los exámenes finales", nameof(SchoolOccasion.Finals), nameof(SchoolEdge.Before))]
    [InlineData("este verano", nameof(SchoolOccasion.Summer), nameof(SchoolEdge.Start))]
    public void Spanish_school_times_wait_for_a_calendar(string text, string occasion, string edge) =>
        SameSchool(text, TextLanguage.Spanish, occasion, edge);

    [Fact]
    public void A_school_time_says_which_one()
    {
        Assert.Equal(2, Find("end of the second quarter", TextLanguage.English).School!.Number);
        Assert.Equal(1, Find("next semester", TextLanguage.English).School!.Ahead);
        Assert.Equal("track", Find("before my track season", TextLanguage.English).School!.Name);
        Assert.Equal("futbol", Find("antes de la temporada de fútbol", TextLanguage.Spanish).School!.Name);
    }

    [Theory]
    [InlineData("in a few weeks", "en")]
    [InlineData("friday or monday", "en")]
    [InlineData("earlier this month", "en")]
    [InlineData("de lunes a viernes", "es")]
    [InlineData("after christmas", "en")]
    [InlineData("friday 12/17", "en")]
    [InlineData("3 days after my party in december", "en")]
    [InlineData("the middle of next year", "en")]
    [InlineData("may 1st of my senior year", "en")]
    [InlineData("en unas semanas", "es")]
    [InlineData("el viernes o el lunes", "es")]
    [InlineData("después de navidad", "es")]
    public void What_can_mean_several_days_is_asked(string text, string language) =>
        Assert.Equal(DateFinding.Unclear, Find(text, Spoken.Language(language)).Finding);

    [Theory]
    [InlineData("5 greens in a week", "en")]
    [InlineData("twice a month", "en")]
    [InlineData("every other friday", "en")]
    [InlineData("7/10 on my quiz", "en")]
    [InlineData("on weekends", "en")]
    [InlineData("can we make it easier", "en")] // no misspelled Easter
    [InlineData("i work 24/7", "en")]
    [InlineData("los fines de semana", "es")]
    [InlineData("march madness", "en")]
    [InlineData("from 19 to 24", "en")]
    [InlineData("volunteer for 5 hours", "en")]
    [InlineData("a las tres de la tarde", "es")]
    [InlineData("los martes y jueves", "es")]
    [InlineData("subir de 6 a 8", "es")]
    public void What_only_looks_like_a_day_is_none(string text, string language) =>
        Assert.Equal(DateFinding.None, Find(text, Spoken.Language(language)).Finding);

    [Theory]
    [InlineData("get 5 greens in a week", null)]
    [InlineData("earn 4 stickers in a day", null)]
    [InlineData("i slacked off last year", null)]
    [InlineData("raise my math grade to a B by the 20th of next month", "2026-12-20")]
    [InlineData("read 4 books by the first friday of february", "2027-02-05")]
    [InlineData("learn my lines before the friday before christmas", "2026-12-17")]
    public void A_goal_has_the_whole_day_too(string text, string? day)
    {
        var reading = GoalReader.Read(text, Today, TextLanguage.English);
        Assert.Equal(
            day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
            reading.Deadline
        );
        Assert.True(day is null || reading.TimeBound is not null);
    }

    [Fact]
    public void Long_and_hostile_texts_take_little_time()
    {
        foreach (
            var piece in (string[])
                [
                    "before the ",
                    "from ",
                    "one day after ",
                    "1/2/",
                    "the first friday of ",
                    "in 1 day and ",
                    "last next this ",
                    "9",
                    "a",
                ]
        )
        {
            var text = string.Concat(Enumerable.Repeat(piece, 10_000 / piece.Length));
            Assert.True(Enum.IsDefined(Find(text, TextLanguage.English).Finding));
        }
    }

    private static DateReading Find(string text, TextLanguage language) => DateReader.Find(text, Today, language);

    private static void Same(string day, string text, TextLanguage language) =>
        Assert.Equal(
            day,
            Find(text, language).Day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        );

    private static void SameSchool(string text, TextLanguage language, string occasion, string edge)
    {
        var reading = Find(text, language);
        Assert.Equal(DateFinding.School, reading.Finding);
        Assert.Equal((occasion, edge), (reading.School!.Occasion.ToString(), reading.School.Edge.ToString()));
        Assert.Null(reading.Day);
    }
}
