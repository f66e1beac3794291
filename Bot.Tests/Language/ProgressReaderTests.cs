using Milestones.Language;
using Milestones.School;

namespace Milestones.Tests.Language;

public sealed class ProgressReaderTests
{
    private static readonly DateOnly Today = new(2026, 9, 16);

    [Theory]
    [InlineData("got 72 on the quiz", 72.0, false, "en")]
    [InlineData("i got an A on my test", 4.0, false, "en")]
    [InlineData("my grade is 81 now", 81.0, false, "en")]
    [InlineData("no absences this week", 0.0, false, "en")]
    [InlineData("read 3 more books", 3.0, true, "en")]
    [InlineData("did 2 more", 2.0, true, "en")]
    [InlineData("i practiced 20 minutes today", 20.0, true, "en")]
    [InlineData("i turned in my essay", 1.0, true, "en")]
    [InlineData("finished 5 problems in algebra 2", 5.0, true, "en")]
    [InlineData("saqué un 8 en el examen", 8.0, false, "es")]
    [InlineData("leí dos capítulos", 2.0, true, "es")]
    [InlineData("ninguna falta esta semana", 0.0, false, "es")]
    [InlineData("hice 10 ejercicios ayer", 10.0, true, "es")]
    public void A_report_has_a_number_and_says_whether_it_adds(
        string text,
        double value,
        bool increment,
        string language
    )
    {
        var progress = ProgressReader.Read(text, Today, Spoken.Language(language));
        Assert.NotNull(progress);
        Assert.Equal(value, progress.Value.Value, 6);
        Assert.Equal(increment, progress.IsIncrement);
    }

    [Theory]
    [InlineData("i want to read 3 books", "en")]
    [InlineData("i will get an 80", "en")]
    [InlineData("how many books did i read?", "en")]
    [InlineData("hello", "en")]
    [InlineData("i didn't do my steps because I was sick", "en")]
    [InlineData("", "en")]
    [InlineData("quiero leer 3 libros", "es")]
    [InlineData("hola", "es")]
    public void What_is_no_report_is_none(string text, string language) =>
        Assert.Null(ProgressReader.Read(text, Today, Spoken.Language(language)));

    [Theory]
    [InlineData("read 2 chapters yesterday", "2026-09-15", "en")]
    [InlineData("got 90 on the test 3 days ago", "2026-09-13", "en")]
    [InlineData("got 90 on the test", "2026-09-16", "en")]
    [InlineData("ayer leí 10 páginas", "2026-09-15", "es")]
    public void The_day_a_report_speaks_of_is_read(string text, string day, string language) =>
        Assert.Equal(
            DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
            ProgressReader.Read(text, Today, Spoken.Language(language))!.On
        );

    [Fact]
    public void Topics_are_what_a_goal_can_be_matched_by()
    {
        var progress = ProgressReader.Read("got 72 on the algebra quiz", Today, TextLanguage.English);
        Assert.Contains("algebra", progress!.Topics);
    }
}
