using Milestones.Language;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Tests.Localization;

/// <summary>Days, numbers and amounts as people write them, and read back as the same.</summary>
public sealed class FormatTests
{
    private static readonly DateOnly Today = new(2026, 9, 14);

    [Theory]
    [InlineData("en-US", 2026, 10, 26, "Mon, Oct 26")]
    [InlineData("en-US", 2027, 1, 4, "Mon, Jan 4, 2027")]
    [InlineData("es-US", 2026, 10, 26, "lun 26 de octubre")]
    [InlineData("es-MX", 2026, 10, 7, "mié 7 de octubre")]
    [InlineData("es", 2027, 1, 5, "mar 5 de enero de 2027")]
    public void Days_look_as_they_are_written(string culture, int year, int month, int day, string text) =>
        Assert.Equal(
            text,
            Speaking(culture).Day(new DateOnly(year, month, day), Today).Replace(".", "", StringComparison.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Cultures))]
    public void A_day_we_write_is_read_as_the_same_day(string culture)
    {
        var voice = Speaking(culture);
        Assert.All(
            Enumerable.Range(1, 400).Select(Today.AddDays),
            day => Assert.Equal(day, DateReader.Read(voice.Day(day, Today), Today, voice.Language))
        );
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void A_number_we_write_is_read_as_the_same_number(string culture)
    {
        var voice = Speaking(culture);
        Assert.All(
            [0, 0.5, 1, 2.75, 3.5, 80, 999, 1000, 1250, 12500, 1234567],
            number => Assert.Equal(number, AnswerReader.ReadBaseline(voice.Number(number), voice.Language)!.Value)
        );
    }

    [Theory]
    [InlineData("en-US", 1, "books", "1 book")]
    [InlineData("en-US", 2, "book", "2 books")]
    [InlineData("en-US", 0, "absences", "0 absences")]
    [InlineData("en-US", 1.5, "hours", "1.5 hours")]
    [InlineData("en-US", 1, "times/week", "1 time a week")]
    [InlineData("en-US", 20, "minutos/dia", "20 minutes a day")]
    [InlineData("en-US", 1200, "points", "1,200")]
    [InlineData("en-US", 80, "percent", "80%")]
    [InlineData("en-US", 3, "kazoos", "3 kazoos")]
    [InlineData("es-MX", 1, "books", "1 libro")]
    [InlineData("es-MX", 3, "books", "3 libros")]
    [InlineData("es-MX", 1, "vez/semana", "1 vez por semana")]
    [InlineData("es-MX", 20, "pages/day", "20 páginas por día")]
    [InlineData("es-MX", 2, "tardanzas", "2 llegadas tarde")]
    [InlineData("es-MX", 90, "percent", "90 %")]
    [InlineData("es", 3.5, "gpa", "3,5")]
    [InlineData("es-US", 3.5, "gpa", "3.5")]
    public void Amounts_agree_in_number_and_speak_the_language(
        string culture,
        double value,
        string unit,
        string text
    ) => Assert.Equal(text, Quantities.Say(value, unit, Speaking(culture)));

    [Fact]
    public void Every_language_has_one_and_several_of_each_thing() =>
        Assert.All(
            ResourceTexts.All,
            texts =>
                Assert.All(
                    UnitNames.Things,
                    thing =>
                        Assert.True(
                            texts.Texts[$"Unit.{thing}"].Contains('|', StringComparison.Ordinal),
                            $"{texts.Language}: {thing}"
                        )
                )
        );

    [Theory]
    [InlineData("es", "en-US", "es-US")]
    [InlineData("es", "es-MX", "es-MX")]
    [InlineData("en", "es-MX", "en-MX")]
    [InlineData("es", null, "es")]
    [InlineData(null, "en-GB", "en-GB")]
    [InlineData(null, "fr-FR", "en")]
    public void A_language_chosen_in_chat_keeps_the_numbers_of_the_place(string? chosen, string? tag, string culture) =>
        Assert.Equal(culture, Voice.CultureFor(chosen, tag).Name);

    public static TheoryData<string> Cultures => ["en-US", "en-GB", "es", "es-US", "es-MX", "es-ES", "es-CO", "es-PR"];

    private static Voice Speaking(string culture) => new(Voice.CultureFor(culture), GradeBand.Grades6To8);
}
