using Milestones.Localization;
using Milestones.Views;

namespace Milestones.Tests.Views;

/// <summary>What is asked of the coach, and what it is asked about.</summary>
public sealed class CoachAnswersTests
{
    private static readonly Voice Plain = new(Voice.CultureFor("en"), GradeBand.Grades6To8);

    [Theory]
    [InlineData("can you tell the counselor for me", "Adult")]
    [InlineData("why did i get a badge", "Badge")]
    [InlineData("por que me diste una insignia", "Badge")]
    [InlineData("do we win something at the end", "Prize")]
    [InlineData("qué premio dan", "Prize")]
    [InlineData("should i print this out", "Print")]
    [InlineData("¿lo tengo que imprimir?", "Print")]
    [InlineData("can i show you a photo of my chart", "Photo")]
    [InlineData("te mando un video", "Photo")]
    [InlineData("can i say it out loud instead", "Voice")]
    [InlineData("how do u know which of my goals i mean", "Which")]
    [InlineData("how would you even know if i did it", "See")]
    [InlineData("can you watch me do it", "See")]
    [InlineData("is it the whole number or only todays", "Total")]
    [InlineData("can i have a goal for soccer and one for math", "Many")]
    [InlineData("puedo tener dos metas", "Many")]
    [InlineData("what if i change schools next year", "Move")]
    [InlineData("can i finish it later", "Remain")]
    [InlineData("¿lo puedo terminar después?", "Remain")]
    [InlineData("can i leave a note about why", "Note")]
    [InlineData("can i talk to you without a number", "Chat")]
    [InlineData("can u speak portuguese", "Speak")]
    [InlineData("hablas portugués", "Speak")]
    [InlineData("what if i have no internet at home", "Offline")]
    [InlineData("aquí no hay señal", "Offline")]
    [InlineData("r u like alexa", "Gpt")]
    [InlineData("does this cost money", "Free")]
    [InlineData("¿hay que pagar por esto?", "Free")]
    [InlineData("should i put my real name", "Name")]
    [InlineData("am i gonna get in trouble for this", "Trouble")]
    [InlineData("will u be mad at me if i do bad", "Trouble")]
    [InlineData("can i put you on pause over break", "Pause")]
    [InlineData("can teachers read what i wrote here", "Snitch")]
    [InlineData("will you tell my parents on me", "Snitch")]
    [InlineData("could you email my coach about it", "SendFor")]
    [InlineData("le puedes decir a mi mamá que ya lo hice", "SendFor")]
    [InlineData("can my brother put in my reps", "Others")]
    [InlineData("can me and my bestie do one goal together", "Others")]
    [InlineData("do you ask everyone that", "Same")]
    [InlineData("¿a todos les preguntas lo mismo?", "Same")]
    [InlineData("do you learn from my answers", "Learn")]
    [InlineData("can i get rid of this goal if i hate it", "Delete")]
    [InlineData("puedo quitar esta meta luego", "Delete")]
    [InlineData("will my points go away if i take a day off", "Lose")]
    [InlineData("si falto un día pierdo todo", "Lose")]
    [InlineData("what happens if its december and im not there yet", "Past")]
    [InlineData("qué pasa si para diciembre no llego", "Past")]
    [InlineData("does it work on my phone or just here", "Where")]
    [InlineData("¿tienes whatsapp?", "Where")]
    [InlineData("set a reminder for 4pm", "Alarm")]
    [InlineData("can u wake me up at 6", "Alarm")]
    [InlineData("do u send reminders", "Remind")]
    [InlineData("how many times a week will you write to me", "Remind")]
    [InlineData("will my stuff be gone tomorrow", "Kept")]
    [InlineData("te acuerdas de lo que te dije ayer", "Kept")]
    [InlineData("do i keep going or are we done", "Close")]
    [InlineData("when i save, what happens", "Save")]
    [InlineData("can i pick a new day for it afterwards", "Change")]
    [InlineData("la puedo hacer más fácil después", "Change")]
    [InlineData("is this graded", "Grade")]
    [InlineData("esto cuenta para mi calificación", "Grade")]
    [InlineData("does it always have to be a number", "Number")]
    [InlineData("does it have to be about school", "About")]
    [InlineData("tiene que ser de la escuela?", "About")]
    [InlineData("does it need an exact date", "AnyDay")]
    [InlineData("can i log yesterday too", "OtherDay")]
    [InlineData("who counts, do you keep track", "Track")]
    [InlineData("do you know that lower is better for me", "Down")]
    [InlineData("do i have to do this", "Must")]
    [InlineData("¿es a fuerza contestar?", "Must")]
    [InlineData("so how often should i come back and tell you", "Tell")]
    [InlineData("cada cuánto te tengo que contar", "Tell")]
    [InlineData("can i write you at midnight", "Always")]
    [InlineData("puedo escribirte los domingos", "Always")]
    [InlineData("can i do tomorrows step today", "Steps")]
    [InlineData("does half a page count", "Counts")]
    [InlineData("y eso también cuenta", "Counts")]
    [InlineData("where am i supposed to type my score", "Here")]
    [InlineData("dónde escribo mi número", "Here")]
    [InlineData("is there a way to see all my numbers", "Graph")]
    [InlineData("show me a graph of it", "Graph")]
    [InlineData("what do i do once i make it to 20", "Reached")]
    [InlineData("qué hago cuando llegue a 20", "Reached")]
    [InlineData("ok saved it, whats next", "Next")]
    [InlineData("y ahora qué hago", "Next")]
    [InlineData("whats the answer to number 5", "Homework")]
    [InlineData("can you solve this equation for me", "Homework")]
    [InlineData("does it make you sad when i dont do it", "Feel")]
    [InlineData("are you happy for me", "Feel")]
    [InlineData("do you get hungry", "Body")]
    [InlineData("tienes hermanos", "Body")]
    [InlineData("are you real", "Real")]
    [InlineData("eres una persona?", "Real")]
    [InlineData("how many questions are there", "Long")]
    [InlineData("¿cuántas preguntas faltan?", "Long")]
    [InlineData("what is this thing for", "What")]
    [InlineData("¿de qué se trata esto?", "What")]
    [InlineData("what happens if i miss a week", "Miss")]
    [InlineData("y si fallo un día", "Miss")]
    [InlineData("can you turn on a song", "Able")]
    [InlineData("can u make me a playlist", "Able")]
    public void A_question_has_its_answer(string asked, string topic) =>
        Assert.Equal(Plain[$"Coach.{topic}"], CoachAnswers.To(asked, Plain));

    /// <summary>Parts of other words are none of these, and neither is what others know.</summary>
    [Theory]
    [InlineData("is both ok")]
    [InlineData("i aim for ten")]
    [InlineData("how many books do i have left")]
    [InlineData("whats a trial btw")]
    [InlineData("which page was that on")]
    [InlineData("is sixty good")]
    [InlineData("whos the president")]
    [InlineData("what do hippos eat lol")]
    [InlineData("what was that song called")]
    [InlineData("qué pasó con los dinosaurios")]
    [InlineData("qué página era")]
    [InlineData("sesenta está bien")]
    [InlineData("quién ganó ayer")]
    public void Other_questions_have_none(string asked) => Assert.Null(CoachAnswers.To(asked, Plain));

    /// <summary>
    /// Words are compared as they are spelled out, so a phrase in a chat's spelling would never be found.
    /// </summary>
    [Fact]
    public void No_phrase_is_in_the_spelling_of_a_chat()
    {
        var spelled = Voice
            .InEveryLanguage("Word.Spelled")
            .SelectMany(words => words)
            .Select(word => word.Split('=')[0])
            .ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(
            CoachAnswers
                .Topics.SelectMany(topic => Voice.InEveryLanguage($"Word.Coach.{topic}"))
                .SelectMany(phrases => phrases),
            phrase => phrase.Split(' ').Any(spelled.Contains)
        );
    }
}
