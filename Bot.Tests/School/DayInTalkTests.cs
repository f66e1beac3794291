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

    private static void Found(string text, TextLanguage language, string? day) =>
        Assert.Equal(day, DayInTalk.Find(text, Monday, language)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
