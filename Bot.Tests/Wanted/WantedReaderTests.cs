using Milestones.Language.Wanted;

namespace Milestones.Tests.Wanted;

/// <summary>
/// What was misread in conversations, each with siblings that no line of the fit has word for word. A reading that
/// is not sure is right where the right
/// one is among its guesses.
/// </summary>
public sealed class WantedReaderTests
{
    [Theory]
    [InlineData("who sees this?", nameof(Intent.Privacy))]
    [InlineData("can my teacher read this", nameof(Intent.Privacy))]
    [InlineData("does my stepdad get to look at this", nameof(Intent.Privacy))]
    [InlineData("will the vice principal see what i wrote", nameof(Intent.Privacy))]
    [InlineData("mi tia puede leer esto?", nameof(Intent.Privacy))]
    [InlineData("privacy", nameof(Intent.Privacy))]
    [InlineData("how am i doing", nameof(Intent.Status))]
    [InlineData("whats my goal", nameof(Intent.Status))]
    [InlineData("am i on track", nameof(Intent.Status))]
    [InlineData("how close am i to 80 now", nameof(Intent.Status))]
    [InlineData("cuanto me falta para la meta", nameof(Intent.Status))]
    [InlineData("what is a smart goal", nameof(Intent.Explain))]
    [InlineData("can you help me", nameof(Intent.Abilities))]
    [InlineData("delete my goal", nameof(Intent.DeleteGoal))]
    [InlineData("pls delete the science goal", nameof(Intent.DeleteGoal))]
    [InlineData("borra la meta de correr", nameof(Intent.DeleteGoal))]
    [InlineData("close my goal", nameof(Intent.CloseGoal))]
    [InlineData("i want to quit this goal", nameof(Intent.CloseGoal))]
    [InlineData("im giving up on the guitar goal", nameof(Intent.CloseGoal))]
    [InlineData("cierra la meta de ingles", nameof(Intent.CloseGoal))]
    [InlineData("stop messaging me", nameof(Intent.StopMessages))]
    [InlineData("stop reminders", nameof(Intent.StopMessages))]
    [InlineData("dont ever text me again", nameof(Intent.StopMessages))]
    [InlineData("no texting me at night", nameof(Intent.StopMessages))]
    [InlineData("unsubscribe", nameof(Intent.StopMessages))]
    [InlineData("no me escribas de noche", nameof(Intent.StopMessages))]
    [InlineData("pause", nameof(Intent.PauseMessages))]
    [InlineData("pause until december 20", nameof(Intent.PauseMessages))]
    [InlineData("stop for two weeks", nameof(Intent.PauseMessages))]
    [InlineData("do not bother me until january 5", nameof(Intent.PauseMessages))]
    [InlineData("no reminders till feb 2", nameof(Intent.PauseMessages))]
    [InlineData("no me mandes mensajes hasta febrero", nameof(Intent.PauseMessages))]
    [InlineData("delete my data", nameof(Intent.MyData))]
    [InlineData("download my data", nameof(Intent.MyData))]
    [InlineData("borrar mis datos", nameof(Intent.MyData))]
    [InlineData("send me a copy of all my info", nameof(Intent.MyData))]
    [InlineData("undo", nameof(Intent.Undo))]
    [InlineData("take back that last score", nameof(Intent.Undo))]
    [InlineData("speak spanish", nameof(Intent.Language))]
    [InlineData("i have another goal", nameof(Intent.NewGoal))]
    [InlineData("i hate this", nameof(Intent.Vent))]
    [InlineData("im so sad", nameof(Intent.Emotion))]
    [InlineData("tell me a joke", nameof(Intent.Smalltalk))]
    [InlineData("do my homework", nameof(Intent.Offtopic))]
    [InlineData("i was late today", nameof(Intent.Progress))]
    [InlineData("bombed it", nameof(Intent.Progress))]
    [InlineData("its at a 71 now", nameof(Intent.Progress))]
    [InlineData("didnt read today", nameof(Intent.Progress))]
    [InlineData("ya llevo 203 páginas", nameof(Intent.Progress))]
    [InlineData("get my algebra grade up to a B by june", nameof(Intent.Goal))]
    [InlineData("quiero leer 12 libros este año", nameof(Intent.Goal))]
    public void A_sentence_at_rest_wants(string text, string intent) => Wants(text, Place.NothingOpen, intent);

    [Theory]
    [InlineData("what about another goal too", nameof(Place.AskedPlan), nameof(Intent.SecondGoal))]
    [InlineData("and i also want to swim better", nameof(Place.AskedPlan), nameof(Intent.SecondGoal))]
    [InlineData("huh", nameof(Place.AskedPlan), nameof(Intent.Explain))]
    [InlineData("what would you pick", nameof(Place.AskedPlan), nameof(Intent.Example))]
    [InlineData("idk", nameof(Place.AskedObstacle), nameof(Intent.Refuse))]
    [InlineData("no i said 85 not 80", nameof(Place.AskedPlan), nameof(Intent.Correction))]
    [InlineData("no quise decir 85", nameof(Place.AskedReason), nameof(Intent.Correction))]
    [InlineData("delete my goal", nameof(Place.AskedWhat), nameof(Intent.DeleteGoal))]
    [InlineData("who sees this?", nameof(Place.AskedPlan), nameof(Intent.Privacy))]
    [InlineData("this is dumb", nameof(Place.AskedPlan), nameof(Intent.Vent))]
    [InlineData("tutoring tuesdays", nameof(Place.AskedPlan), nameof(Intent.Answer))]
    [InlineData("my cousin quizzes me", nameof(Place.AskedPlan), nameof(Intent.Answer))]
    [InlineData("before break", nameof(Place.AskedDeadline), nameof(Intent.Answer))]
    [InlineData("para que mi papa no se enoje", nameof(Place.AskedReason), nameof(Intent.Answer))]
    public void A_sentence_at_a_question_wants(string text, string place, string intent) =>
        Wants(text, Enum.Parse<Place>(place), intent);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("🙂")]
    [InlineData("...?!")]
    public void Nothing_is_surely_nothing(string text) =>
        Assert.Equal(3, WantedReader.Read(text, Place.NothingOpen).Guesses.Count);

    [Fact]
    public void Nothing_is_refused_or_corrected_where_nothing_is_asked()
    {
        string[] texts = ["skip", "idk", "no i meant 85", "also i want to read more", "no se"];

        Assert.All(
            texts,
            text =>
                Assert.DoesNotContain(
                    WantedReader.Read(text, Place.NothingOpen).Guesses,
                    guess =>
                        guess.Intent is Intent.Refuse or Intent.Correction or Intent.SecondGoal && guess.Probability > 0
                )
        );
    }

    [Fact]
    public void Accents_capitals_and_letters_typed_many_times_make_no_difference()
    {
        Assert.Equal(
            WantedReader.Read("cual es mi meta", Place.NothingOpen).Guesses,
            WantedReader.Read("CUÁL es mi metaaaa", Place.NothingOpen).Guesses
        );
        Assert.Equal(
            WantedReader.Read("whats my goal", Place.NothingOpen).Guesses,
            WantedReader.Read("What’s my goallll", Place.NothingOpen).Guesses
        );
    }

    private static void Wants(string text, Place place, string intent)
    {
        var read = WantedReader.Read(text, place);
        var wanted = Enum.Parse<Intent>(intent);
        Assert.True(
            read.IsSure ? read.Best == wanted : read.Guesses.Any(guess => guess.Intent == wanted),
            $"{text}: {read.IsSure} {string.Join(' ', read.Guesses)}"
        );
    }
}
