using Milestones.Localization;
using Milestones.Views;

namespace Milestones.Tests.Views;

/// <summary>What is asked of the coach, and what it is asked about.</summary>
public sealed class CoachAnswersTests
{
    private static readonly Voice Plain = new(Voice.CultureFor("en"), GradeBand.Grades6To8);

    [Theory]
    [InlineData("do u send reminders", "Coach.Remind")]
    [InlineData("can i change it later", "Coach.Change")]
    [InlineData("is this graded", "Coach.Grade")]
    [InlineData("do i have to do this", "Coach.Must")]
    [InlineData("what happens if i miss a week", "Coach.Miss")]
    [InlineData("are you real", "Coach.Real")]
    [InlineData("why did i get a badge", "Coach.Badge")]
    [InlineData("¿me avisas cada semana?", "Coach.Remind")]
    [InlineData("eres una persona?", "Coach.Real")]
    [InlineData("por que me diste una insignia", "Coach.Badge")]
    public void A_question_has_its_answer(string asked, string text)
    {
        Assert.Equal(Plain[text], CoachAnswers.To(asked, Plain));
    }

    /// <summary>Parts of other words are none of these.</summary>
    [Theory]
    [InlineData("what are steps")]
    [InlineData("is both ok")]
    [InlineData("i aim for ten")]
    [InlineData("how many books do i have left")]
    [InlineData("whats a trial btw")]
    public void Other_questions_have_none(string asked) => Assert.Null(CoachAnswers.To(asked, Plain));
}
