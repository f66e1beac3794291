using Milestones.Features.Coaching;

namespace Milestones.Tests.Coaching;

/// <summary>Which goals get care instead of a number to lose.</summary>
public sealed class BodyGoalTests
{
    [Theory]
    [InlineData("i want to lose 15 pounds by december")]
    [InlineData("lose weight before prom")]
    [InlineData("go on a diet")]
    [InlineData("quiero bajar de peso")]
    [InlineData("adelgazar 5 kilos")]
    public void A_goal_about_weight_or_food_is_one(string text) => Assert.True(BodyGoal.Is(text));

    [Theory]
    [InlineData("lose fewer points on quizzes")]
    [InlineData("eat lunch with someone new")]
    [InlineData("run the mile under 8 minutes")]
    [InlineData("bajar mis faltas a 2")]
    public void Other_goals_are_none(string text) => Assert.False(BodyGoal.Is(text));

    [Theory]
    [InlineData("and i also want to read more", "read more")]
    [InlineData("también quiero leer más", "leer más")]
    [InlineData("can i do one for basketball too", "one for basketball too")]
    [InlineData("hi", "hi")]
    public void What_comes_after_is_kept_without_the_words_that_lead_to_it(string text, string kept) =>
        Assert.Equal(kept, LaterGoal.Words(text));
}
