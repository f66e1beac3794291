using Milestones.Language.Wanted;

namespace Milestones.Tests.Wanted;

public sealed class RequestReaderTests
{
    [Theory]
    [InlineData("delete my math goal", "math")]
    [InlineData("delete the math one from my goals", "math")]
    [InlineData("get rid of the goal about push ups i never wanted it", "push ups")]
    [InlineData("can you close my reading goal please", "reading")]
    [InlineData("im quitting my running goal", "running")]
    [InlineData("borra la meta de lectura", "lectura")]
    [InlineData("elimina mi meta de matemáticas por favor", "matemáticas")]
    [InlineData("how is my goal to read more going", "read more")]
    [InlineData("delete my goal", null)]
    [InlineData("borra mi meta", null)]
    [InlineData("delete this goal", null)]
    [InlineData("delete my old goal", null)]
    public void A_goal_is_named_by_its_words(string text, string? words) =>
        Assert.Equal(words, RequestReader.GoalNamed(text));

    [Theory]
    [InlineData("delete all my goals", true)]
    [InlineData("borra todas mis metas", true)]
    [InlineData("delete my goal", false)]
    public void All_goals_are_meant(string text, bool all) => Assert.Equal(all, RequestReader.AllGoals(text));

    [Theory]
    [InlineData("pause till jan 5", "jan 5", false)]
    [InlineData("pause until december 20", "december 20", false)]
    [InlineData("do not bother me until january 5", "january 5", false)]
    [InlineData("no me mandes nada hasta el lunes", "lunes", false)]
    [InlineData("stop for two weeks", "two weeks", true)]
    [InlineData("pausa por unos días", "unos días", true)]
    [InlineData("no texts over break", "break", false)]
    [InlineData("pause", null, false)]
    [InlineData("stop texting me", null, false)]
    public void How_long_there_shall_be_quiet(string text, string? words, bool isSpan)
    {
        var time = RequestReader.Until(text);

        Assert.Equal(words, time?.Words);
        Assert.Equal(isSpan, time?.IsSpan ?? false);
    }

    [Theory]
    [InlineData("dont text me after 9", nameof(Quiet.AtNight), 21)]
    [InlineData("no messages after 8 pm", nameof(Quiet.AtNight), 20)]
    [InlineData("no me escribas despues de las 10", nameof(Quiet.AtNight), 22)]
    [InlineData("stop texting me at night", nameof(Quiet.AtNight), null)]
    [InlineData("no me escribas en la noche", nameof(Quiet.AtNight), null)]
    [InlineData("not on weekends", nameof(Quiet.OnWeekends), null)]
    [InlineData("no me mandes mensajes los domingos", nameof(Quiet.OnWeekends), null)]
    [InlineData("dont message me during class", nameof(Quiet.InClass), null)]
    [InlineData("stop texting me", nameof(Quiet.Always), null)]
    [InlineData("ya no me mandes mensajes", nameof(Quiet.Always), null)]
    public void Some_times_are_told_from_all_times(string text, string kind, int? fromHour) =>
        Assert.Equal(new QuietWish(Enum.Parse<Quiet>(kind), fromHour), QuietWish.Read(text));

    [Theory]
    [InlineData("how is Ana doing", nameof(Wish.HowIs), "Ana")]
    [InlineData("hows Eli", nameof(Wish.HowIs), "Eli")]
    [InlineData("¿cómo va Ana María?", nameof(Wish.HowIs), "Ana María")]
    [InlineData("who has not reflected", nameof(Wish.NotReflected), null)]
    [InlineData("who hasn't reflected this week", nameof(Wish.NotReflected), null)]
    [InlineData("which students still need to answer", nameof(Wish.NotReflected), null)]
    [InlineData("quién no ha contestado", nameof(Wish.NotReflected), null)]
    [InlineData("nudge Eli", nameof(Wish.Nudge), "Eli")]
    [InlineData("can you please remind Ana to reflect", nameof(Wish.Nudge), "Ana")]
    [InlineData("recuérdale a Luis", nameof(Wish.Nudge), "Luis")]
    [InlineData("nudge everyone", nameof(Wish.NudgeAll), null)]
    [InlineData("send the prompt now", nameof(Wish.SendPrompt), null)]
    [InlineData("manda la pregunta ahora", nameof(Wish.SendPrompt), null)]
    [InlineData("message the class: quiz on friday", nameof(Wish.MessageClass), "quiz on friday")]
    [InlineData("tell my students that the quiz moved", nameof(Wish.MessageClass), "the quiz moved")]
    [InlineData("diles a mis alumnos que mañana hay examen", nameof(Wish.MessageClass), "mañana hay examen")]
    [InlineData("how do i set up my class", nameof(Wish.SetUpClass), null)]
    [InlineData("como configuro mi clase", nameof(Wish.SetUpClass), null)]
    [InlineData("shout out to Ana", nameof(Wish.ShoutOut), "Ana")]
    [InlineData("reconocer a Ana", nameof(Wish.ShoutOut), "Ana")]
    [InlineData("conference pack", nameof(Wish.Conference), null)]
    [InlineData("prepare my conference", nameof(Wish.Conference), null)]
    [InlineData("import attendance", nameof(Wish.Attendance), null)]
    [InlineData("importar la asistencia", nameof(Wish.Attendance), null)]
    public void A_teacher_asks_for(string text, string wish, string? named) =>
        Assert.Equal(new WishReading(Enum.Parse<Wish>(wish), named), TeacherWantedReader.Read(text));

    [Theory]
    [InlineData("how is it going")]
    [InlineData("how are you")]
    [InlineData("i want to read more")]
    [InlineData("quiz on friday")]
    [InlineData("remind me to read")]
    [InlineData("thanks")]
    [InlineData("")]
    public void Other_words_ask_for_none_of_these(string text) => Assert.Null(TeacherWantedReader.Read(text));

    [Theory]
    [InlineData("i want better attendance")]
    [InlineData("improve my attendance to 95%")]
    [InlineData("get recognized at honor roll")]
    [InlineData("how is Ana doing")]
    [InlineData("set up a study group")]
    [InlineData("mejorar mi asistencia")]
    public void A_goal_is_no_feature(string text) => Assert.Null(TeacherWantedReader.ReadFeature(text));
}
