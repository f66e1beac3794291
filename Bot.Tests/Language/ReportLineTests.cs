using Milestones.Language;

namespace Milestones.Tests.Language;

/// <summary>
/// Reports and other talk as students type them, beside the plain ones of the plain ones.
/// </summary>
public sealed class ReportLineTests
{
    private static readonly DateOnly Today = new(2026, 9, 16);

    [Theory]
    [InlineData("i dont want to fail", "en")]
    [InlineData("so i can play sports", "en")]
    [InlineData("my mom wants me to", "en")]
    [InlineData("college", "en")]
    [InlineData("i wanna go to college", "en")]
    [InlineData("on time every day", "en")]
    [InlineData("sit in the front", "en")]
    [InlineData("ask my teacher", "en")]
    [InlineData("go to tutoring", "en")]
    [InlineData("use a planner", "en")]
    [InlineData("flashcards", "en")]
    [InlineData("set an alarm", "en")]
    [InlineData("it will help me get a job", "en")]
    [InlineData("i need it to graduate", "en")]
    [InlineData("to make my parents proud", "en")]
    [InlineData("study 20 min", "en")]
    [InlineData("fractions", "en")]
    [InlineData("my math grade", "en")]
    [InlineData("i get distracted by my phone", "en")]
    [InlineData("my friends distract me", "en")]
    [InlineData("i like science", "en")]
    [InlineData("turn my work in", "en")]
    [InlineData("sentarme adelante", "es")]
    [InlineData("mejorar mi nota", "es")]
    [InlineData("no quiero reprobar", "es")]
    [InlineData("para entrar a la universidad", "es")]
    [InlineData("pedir ayuda a mi maestra", "es")]
    [InlineData("estudiar con mi hermana", "es")]
    [InlineData("por mi familia", "es")]
    [InlineData("me distraigo con el celular", "es")]
    [InlineData("llegar a tiempo todos los días", "es")]
    [InlineData("matemáticas", "es")]
    public void An_answer_with_something_in_it_is_not_vague(string text, string language) =>
        Assert.False(AnswerReader.IsVague(text, Spoken.Language(language)));

    [Theory]
    [InlineData("idk", "en")]
    [InlineData("nothing", "en")]
    [InlineData("be better", "en")]
    [InlineData("stuff", "en")]
    [InlineData("try harder", "en")]
    [InlineData("whatever", "en")]
    [InlineData("because", "en")]
    [InlineData("just do it", "en")]
    [InlineData("no sé", "es")]
    [InlineData("nada", "es")]
    [InlineData("ser mejor", "es")]
    [InlineData("porque sí", "es")]
    public void An_answer_with_nothing_in_it_is_vague(string text, string language) =>
        Assert.True(AnswerReader.IsVague(text, Spoken.Language(language)));

    [Theory]
    [InlineData("an 85 or higher", 85.0, "en")]
    [InlineData("80 percent", 80.0, "en")]
    [InlineData("get a B", 3.0, "en")]
    [InlineData("3 times a week", 3.0, "en")]
    [InlineData("no more than 2 tardies", 2.0, "en")]
    [InlineData("at least 4 books", 4.0, "en")]
    [InlineData("once a day", 1.0, "en")]
    [InlineData("un 8 o más", 8.0, "es")]
    [InlineData("3 veces por semana", 3.0, "es")]
    [InlineData("dos libros", 2.0, "es")]
    public void A_number_in_an_answer_is_the_measure(string text, double value, string language) =>
        Assert.Equal(value, AnswerReader.ReadMeasure(text, Spoken.Language(language))!.Quantity!.Value, 6);

    [Theory]
    [InlineData("on time every day", "en")]
    [InlineData("pass the class", "en")]
    [InlineData("turn in all my homework", "en")]
    [InlineData("every night", "en")]
    [InlineData("finish it", "en")]
    [InlineData("aprobar la materia", "es")]
    [InlineData("todos los días", "es")]
    public void What_can_be_seen_to_happen_is_a_measure(string text, string language) =>
        Assert.True(AnswerReader.ReadMeasure(text, Spoken.Language(language))!.IsCriterion);
}
