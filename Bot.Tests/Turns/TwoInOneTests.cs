using Milestones.Turns;

namespace Milestones.Tests.Turns;

/// <summary>An answer with a question of their own beside it, told apart from questions that are the answer.</summary>
public sealed class TwoInOneTests
{
    [Theory]
    [InlineData("march 5 thats my meeting. whats a trial btw", "march 5 thats my meeting", "whats a trial btw")]
    [InlineData(
        "by the end of january!! and can i count comic books too",
        "by the end of january",
        "and can i count comic books too"
    )]
    [InlineData(
        "para el 29 de enero. y por q me preguntas tanto?",
        "para el 29 de enero",
        "y por q me preguntas tanto?"
    )]
    [InlineData(
        "why do you ask that? i mean my mom gets the calls from school",
        "my mom gets the calls from school",
        "why do you ask that?"
    )]
    [InlineData("read every night. maybe with my sister", null, null)]
    [InlineData("friday. can we make it 80", null, null)]
    [InlineData("when i get home", null, null)]
    public void A_question_is_told_from_the_answer(string text, string? told, string? asked) =>
        Assert.Equal(told is null ? null : (told, asked!), TwoInOne.WithQuestion(text));
}
