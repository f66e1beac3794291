using Milestones.Language;
using Milestones.School;

namespace Milestones.Tests.Language;

/// <summary>
/// Reports and other talk as students type them, beside the plain ones of <see cref="ProgressReaderTests"/>.
/// </summary>
public sealed class ReportLineTests
{
    private static readonly DateOnly Today = new(2026, 9, 16);

    [Theory]
    [InlineData("late 1 time this week", 1.0, "en")]
    [InlineData("i was late twice this week", 2.0, "en")]
    [InlineData("no tardies this week", 0.0, "en")]
    [InlineData("wasn't late this week", 0.0, "en")]
    [InlineData("0 referrals so far", 0.0, "en")]
    [InlineData("studied 3 hours", 3.0, "en")]
    [InlineData("finished chapter 2", 1.0, "en")]
    [InlineData("i failed the quiz, got a 40", 40.0, "en")]
    [InlineData("my gpa went up to 3.1", 3.1, "en")]
    [InlineData("I scored 88% on the vocab quiz", 88.0, "en")]
    [InlineData("ran 2 miles today", 2.0, "en")]
    [InlineData("raised my hand 4 times", 4.0, "en")]
    [InlineData("did my homework every day", 1.0, "en")]
    [InlineData("read for 25 minutes last night", 25.0, "en")]
    [InlineData("missed 1 day", 1.0, "en")]
    [InlineData("only 2 missing assignments now", 2.0, "en")]
    [InlineData("i have a 78 in math now", 78.0, "en")]
    [InlineData("applied to 2 scholarships", 2.0, "en")]
    [InlineData("submitted my fafsa", 1.0, "en")]
    [InlineData("went to tutoring yesterday", 1.0, "en")]
    [InlineData("wrote 300 words", 300.0, "en")]
    [InlineData("got my grade up to 82", 82.0, "en")]
    [InlineData("82 on my essay!!", 82.0, "en")]
    [InlineData("practiced piano for half an hour", 0.5, "en")]
    [InlineData("made 2 new friends this week", 2.0, "en")]
    [InlineData("hoy leí 20 páginas", 20.0, "es")]
    [InlineData("saqué 70 en el examen", 70.0, "es")]
    [InlineData("estudié dos horas", 2.0, "es")]
    [InlineData("llegué tarde una vez", 1.0, "es")]
    [InlineData("no llegué tarde esta semana", 0.0, "es")]
    [InlineData("terminé el capítulo 3", 1.0, "es")]
    [InlineData("entregué 4 tareas", 4.0, "es")]
    [InlineData("reprobé el examen, saqué 5", 5.0, "es")]
    [InlineData("falté un día", 1.0, "es")]
    public void A_report_gives_its_number(string text, double value, string language)
    {
        var progress = ProgressReader.Read(text, Today, Spoken.Language(language));
        Assert.NotNull(progress);
        Assert.Equal(value, progress.Value.Value, 6);
    }

    [Theory]
    [InlineData("i need to finish chapter 2", "en")]
    [InlineData("im going to study 3 hours", "en")]
    [InlineData("what did i get on my quiz", "en")]
    [InlineData("show my progress", "en")]
    [InlineData("thanks", "en")]
    [InlineData("i didn't study", "en")]
    [InlineData("this is hard", "en")]
    [InlineData("my goal is 80", "en")]
    [InlineData("remind me at 7", "en")]
    [InlineData("can i change my goal to 90", "en")]
    [InlineData("i hope i get a 90", "en")]
    [InlineData("i hate math", "en")]
    [InlineData("my mom is nice", "en")]
    [InlineData("voy a estudiar 2 horas", "es")]
    [InlineData("no estudié", "es")]
    [InlineData("¿cuánto llevo?", "es")]
    [InlineData("necesito sacar 8", "es")]
    [InlineData("gracias", "es")]
    public void Other_talk_is_no_report(string text, string language) =>
        Assert.Null(ProgressReader.Read(text, Today, Spoken.Language(language)));

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
