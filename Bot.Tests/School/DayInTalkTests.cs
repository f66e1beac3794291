using System.Globalization;
using Milestones.Language;
using Milestones.School;

namespace Milestones.Tests.School;

/// <summary>A day to come inside a longer sentence.</summary>
public sealed class DayInTalkTests
{
    private static readonly DateOnly Monday = new(2026, 9, 14);

    [Theory]
    [InlineData("from 3 to 8.5 hours by May 7, 2027, by booking the room at 6:50 a.m. on mondays", "2027-05-07")]
    [InlineData("from 0 new kids a week to 3 new kids a week by feb 12 by going to club on thursdays", "2027-02-12")]
    [InlineData("from 55% to 80% by december 1 by going to tutoring every tuesday", "2026-12-01")]
    [InlineData("tutoring on tuesdays and ixl on sundays", null)] // days of a plan are no day to reach it
    [InlineData("before school i read", null)]
    [InlineData("by march 9 or by april 20", null)] // two days are none
    public void It_is_found_in_English(string text, string? day) => Found(text, TextLanguage.English, day);

    [Theory]
    [InlineData("de 5 a 8 de 10 antes del 11 de febrero con fichas los lunes y jueves", "2027-02-10")]
    [InlineData("puedes mover la fecha al 15 de febrero? hay examenes en enero", "2027-02-15")]
    [InlineData("para el 9 de marzo porque es el concurso y los martes no puedo", "2027-03-09")]
    public void It_is_found_in_Spanish(string text, string? day) => Found(text, TextLanguage.Spanish, day);

    [Theory]
    [InlineData("end of january like the 29th", "january 29")]
    [InlineData("end of january", "end of january")]
    public void The_day_in_a_month_takes_the_place_of_its_end(string text, string plainer) =>
        Assert.Equal(plainer, DayInTalk.Plainer(text));

    [Theory]
    [InlineData("fun run is 5/2 is that enough time", "2027-05-02")]
    [InlineData("memorial day thats when we go to the lake", "2027-05-31")]
    [InlineData("my aunt comes the 3rd of april", "2027-04-03")]
    [InlineData("whenever", null)]
    [InlineData("10", null)] // a number alone is a number of anything
    public void An_answer_names_it_among_other_words(string text, string? day) =>
        Assert.Equal(
            day,
            DayInTalk.InAnswer(text, Monday, TextLanguage.English)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        );

    [Fact]
    public void The_day_that_is_known_is_not_the_one_that_is_meant() =>
        Assert.Equal(
            new DateOnly(2027, 2, 6),
            DayInTalk.InAnswer("feb 6 not feb 28", Monday, TextLanguage.English, except: new DateOnly(2027, 2, 28))
        );

    [Theory]
    [InlineData("sometime early feb", "feb 7")]
    [InlineData("a principios de marzo", "marzo 7")]
    [InlineData("mid april", "april 15")]
    [InlineData("early in the morning", "early in the morning")]
    public void A_part_of_a_month_is_a_day_in_it(string text, string plainer) =>
        Assert.Equal(plainer, DayInTalk.Plainer(text));

    private static void Found(string text, TextLanguage language, string? day) =>
        Assert.Equal(day, DayInTalk.Find(text, Monday, language)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
