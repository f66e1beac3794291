using Milestones.Language;
using Milestones.Language.Wanted;

namespace Milestones.Tests.Wanted;

/// <summary>What was taken as an answer and is none, and what was refused and is one, with siblings.</summary>
public sealed class AnswerFitReaderTests
{
    private static readonly DateOnly Today = new(2026, 9, 16);

    [Theory]
    [InlineData(nameof(Place.AskedPlan), "tutoring")]
    [InlineData(nameof(Place.AskedPlan), "tutoring tuesday")]
    [InlineData(nameof(Place.AskedPlan), "tutoring tuesdays")]
    [InlineData(nameof(Place.AskedPlan), "flash cards")]
    [InlineData(nameof(Place.AskedPlan), "quiz myself on the bus")]
    [InlineData(nameof(Place.AskedPlan), "tarjetas con mi hermano")]
    [InlineData(nameof(Place.AskedObstacle), "my phone")]
    [InlineData(nameof(Place.AskedObstacle), "if it rains ill do it inside")]
    [InlineData(nameof(Place.AskedObstacle), "el celular me distrae")]
    [InlineData(nameof(Place.AskedReason), "so my mom stops worrying")]
    [InlineData(nameof(Place.AskedReason), "i dont wanna be in the low group")]
    [InlineData(nameof(Place.AskedReason), "porque quiero jugar en el equipo")]
    [InlineData(nameof(Place.AskedDeadline), "before break")]
    [InlineData(nameof(Place.AskedDeadline), "in 5 weeks")]
    [InlineData(nameof(Place.AskedDeadline), "el 12 de octubre")]
    [InlineData(nameof(Place.AskedConfidence), "like a 6")]
    [InlineData(nameof(Place.AskedConfidence), "8/10")]
    [InlineData(nameof(Place.AskedConfidence), "un siete")]
    [InlineData(nameof(Place.AskedMeasure), "from 55 to 80")]
    [InlineData(nameof(Place.AskedMeasure), "idk maybe an 85")]
    [InlineData(nameof(Place.AskedBaseline), "72 right now")]
    [InlineData(nameof(Place.AskedBaseline), "none yet")]
    public void This_answers(string asked, string text) =>
        Assert.True(Read(asked, text).Fits, Read(asked, text).ToString());

    [Theory]
    [InlineData(nameof(Place.AskedPlan), "what would you pick", nameof(Misfit.WantsExample))]
    [InlineData(nameof(Place.AskedPlan), "que harias tu", nameof(Misfit.WantsExample))]
    [InlineData(nameof(Place.AskedPlan), "huh", nameof(Misfit.NotUnderstood))]
    [InlineData(nameof(Place.AskedObstacle), "what does obstacle mean", nameof(Misfit.NotUnderstood))]
    [InlineData(nameof(Place.AskedPlan), "i dont want to say", nameof(Misfit.Refusal))]
    [InlineData(nameof(Place.AskedReason), "prefiero no decirte", nameof(Misfit.Refusal))]
    [InlineData(nameof(Place.AskedPlan), "no i said 85 not 80", nameof(Misfit.Correction))]
    [InlineData(nameof(Place.AskedReason), "wait i meant science", nameof(Misfit.Correction))]
    [InlineData(nameof(Place.AskedPlan), "and i also want to read more", nameof(Misfit.AnotherGoal))]
    [InlineData(nameof(Place.AskedPlan), "delete my goal", nameof(Misfit.Request))]
    [InlineData(nameof(Place.AskedPlan), "who sees this?", nameof(Misfit.Request))]
    [InlineData(nameof(Place.AskedPlan), "this is dumb", nameof(Misfit.Aside))]
    [InlineData(nameof(Place.AskedPlan), "october 15", nameof(Misfit.OtherQuestion))]
    [InlineData(nameof(Place.AskedObstacle), "because i want to be a doctor", nameof(Misfit.OtherQuestion))]
    [InlineData(nameof(Place.AskedDeadline), "every day", nameof(Misfit.OtherQuestion))]
    public void This_does_not_answer(string asked, string text, string why) =>
        Assert.True(Read(asked, text).Why == Enum.Parse<Misfit>(why), Read(asked, text).ToString());

    [Theory]
    [InlineData(nameof(Place.AskedPlan), "potato")]
    [InlineData(nameof(Place.AskedPlan), "try harder")]
    [InlineData(nameof(Place.AskedPlan), "i finished 1 book!!")]
    [InlineData(nameof(Place.AskedPlan), "echarle más ganas")]
    [InlineData(nameof(Place.AskedReason), "because")]
    [InlineData(nameof(Place.AskedReason), "porque sí")]
    [InlineData(nameof(Place.AskedMeasure), "just be better")]
    [InlineData(nameof(Place.AskedConfidence), "i have 3 tests tomorrow")]
    public void Nothing_of_this_goes_into_a_goal(string asked, string text) => Assert.False(Read(asked, text).Fits);

    private static AnswerFit Read(string asked, string text)
    {
        var language = LanguageReader.Detect(text);
        return AnswerFitReader.Read(
            text,
            Enum.Parse<Place>(asked),
            language == TextLanguage.Spanish ? "subir mi nota de mate" : "raise my math grade",
            language,
            Today
        );
    }
}
