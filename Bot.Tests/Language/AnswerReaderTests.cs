using Milestones.Language;

namespace Milestones.Tests.Language;

public sealed class AnswerReaderTests
{
    [Theory]
    [InlineData("like 80", 80.0, false)]
    [InlineData("80%", 80.0, false)]
    [InlineData("an A", 4.0, false)]
    [InlineData("A", 4.0, false)]
    [InlineData("a", 4.0, false)]
    [InlineData("b+", 3.3, false)]
    [InlineData("B plus", 3.3, false)]
    [InlineData("at least an A-", 3.7, false)]
    [InlineData("seventy two", 72.0, false)]
    [InlineData("at least 80 on the next 3 quizzes", 80.0, false)]
    [InlineData("8 out of 10", 80.0, false)]
    [InlineData("from 55 to 80", 80.0, false)]
    [InlineData("2 more than now", 2.0, true)]
    [InlineData("5 points higher", 5.0, true)]
    [InlineData("zero referrals", 0.0, false)]
    [InlineData("no absences", 0.0, false)]
    [InlineData("twice a week", 2.0, false)]
    [InlineData("3.5 gpa", 3.5, false)]
    public void The_number_in_an_answer_is_the_measure(string text, double value, bool relative)
    {
        var answer = AnswerReader.ReadMeasure(text, TextLanguage.English);
        Assert.NotNull(answer);
        Assert.Equal(value, answer.Quantity!.Value, 6);
        Assert.Equal(relative, answer.RelativeToNow);
    }

    [Theory]
    [InlineData("ocho de diez", 80.0)]
    [InlineData("un 9", 9.0)]
    [InlineData("una A", 4.0)]
    [InlineData("6,5", 6.5)]
    [InlineData("treinta y dos", 32.0)]
    [InlineData("cero faltas", 0.0)]
    [InlineData("2 más que ahora", 2.0)]
    public void Spanish_answers_are_measures_too(string text, double value) =>
        Assert.Equal(value, AnswerReader.ReadMeasure(text, TextLanguage.Spanish)!.Quantity!.Value, 6);

    [Theory]
    [InlineData("pass it")]
    [InlineData("every day")]
    [InlineData("turn in all my homework")]
    [InlineData("i will finish the book")]
    [InlineData("every night")]
    public void What_can_be_seen_without_a_number_is_a_criterion(string text)
    {
        var answer = AnswerReader.ReadMeasure(text, TextLanguage.English);
        Assert.NotNull(answer);
        Assert.Null(answer.Quantity);
        Assert.True(answer.IsCriterion);
    }

    [Theory]
    [InlineData("idk")]
    [InlineData("i'll just know")]
    [InlineData("better")]
    [InlineData("when i feel good about it")]
    public void Nothing_measurable_is_no_measure(string text) =>
        Assert.Null(AnswerReader.ReadMeasure(text, TextLanguage.English));

    [Theory]
    [InlineData("like 55", 55.0)]
    [InlineData("about a C", 2.0)]
    [InlineData("i have a 61 right now", 61.0)]
    [InlineData("none", 0.0)]
    [InlineData("i think a 70", 70.0)]
    [InlineData("a D+", 1.3)]
    public void Where_a_student_stands_is_read(string text, double value) =>
        Assert.Equal(value, AnswerReader.ReadBaseline(text, TextLanguage.English)!.Value, 6);

    [Theory]
    [InlineData("ahorita una D mas", 1.3)]
    [InlineData("ahorita una C", 2.0)]
    [InlineData("ahora tengo una B menos", 2.7)]
    public void A_grade_letter_says_where_a_student_stands(string text, double value) =>
        Assert.Equal(value, AnswerReader.ReadBaseline(text, TextLanguage.Spanish)!.Value, 6);

    [Theory]
    [InlineData("about a 7", "en", 7)]
    [InlineData("siete", "es", 7)]
    [InlineData("8/10", "en", 8)]
    [InlineData("maybe like six", "en", 6)]
    [InlineData("7.5", "en", 8)]
    [InlineData("10!!", "en", 10)]
    [InlineData("11", "en", null)]
    [InlineData("very", "en", null)]
    [InlineData("-3", "en", null)]
    public void A_scale_takes_what_is_on_it(string text, string language, int? expected) =>
        Assert.Equal(expected, AnswerReader.ReadScale(text, 1, 10, Spoken.Language(language)));

    [Theory]
    [InlineData("yes", "en", "Yes")]
    [InlineData("yeah sure", "en", "Yes")]
    [InlineData("yup!", "en", "Yes")]
    [InlineData("nah", "en", "No")]
    [InlineData("not really", "en", "No")]
    [InlineData("no thanks", "en", "No")]
    [InlineData("not sure", "en", null)]
    [InlineData("sí", "es", "Yes")]
    [InlineData("claro que sí", "es", "Yes")]
    [InlineData("no gracias", "es", "No")]
    [InlineData("no sé", "es", null)]
    [InlineData("purple", "en", null)]
    public void A_yes_or_a_no_is_told_from_neither(string text, string language, string? expected) =>
        Assert.Equal(expected, AnswerReader.ReadYesNo(text, Spoken.Language(language))?.ToString());

    [Theory]
    [InlineData("idk", "en", true)]
    [InlineData("stuff", "en", true)]
    [InlineData("better", "en", true)]
    [InlineData("good", "en", true)]
    [InlineData("not sure", "en", true)]
    [InlineData("everything", "en", true)]
    [InlineData("", "en", true)]
    [InlineData("no sé", "es", true)]
    [InlineData("cosas", "es", true)]
    [InlineData("fractions", "en", false)]
    [InlineData("my grade", "en", false)]
    [InlineData("80", "en", false)]
    [InlineData("tutoring tuesday and ixl on sundays", "en", false)]
    [InlineData("las fracciones", "es", false)]
    [InlineData("so i can play basketball", "en", false)]
    public void A_vague_answer_has_nothing_to_work_with(string text, string language, bool expected) =>
        Assert.Equal(expected, AnswerReader.IsVague(text, Spoken.Language(language)));

    [Fact]
    public void A_number_told_by_a_phrase_alone_is_where_one_is_now() =>
        Assert.Equal(1, AnswerReader.ReadBaseline("ya llevo una", TextLanguage.Spanish)!.Value, 6);
}
