using Milestones.Language;

namespace Milestones.Tests.Language;

public sealed class WhyAndHowTests
{
    private static readonly DateOnly Today = new(2026, 9, 16);

    [Theory]
    [InlineData("voy a guardar mi celular en clase para no distraerme")]
    [InlineData("controlar mi enojo contando hasta diez para no tener problemas")]
    [InlineData("sacar mejores notas para que mi mamá esté orgullosa")]
    [InlineData("i need to learn my multiplication facts so i know what to do on tests")]
    [InlineData("go to college so that i can have a better life")]
    public void Why_a_goal_matters_is_seen(string text) => Assert.NotNull(GoalReader.Read(text, Today).Reason);

    [Theory]
    [InlineData("ok so i have a 58 in bio and i need a 75")] // nothing stands before the "so"
    [InlineData("im bad at word problems so my plan is to underline the question")]
    public void What_follows_from_something_is_not_why(string text) => Assert.Null(GoalReader.Read(text, Today).Reason);

    [Theory]
    [InlineData("when my friends distract me i will move to another seat")]
    [InlineData("work on fractions with mrs diaz at lunch")]
    [InlineData("ask one of my friends to walk with me to class")]
    [InlineData("resolver 5 problemas diarios con mi papá")]
    public void How_it_will_be_done_is_seen(string text) => Assert.NotNull(GoalReader.Read(text, Today).Plan);

    [Theory]
    [InlineData("complete all of my homework and turn it in on time")] // one step, told in full
    [InlineData("By the end of first grade, I will know all my letter sounds.")]
    public void The_goal_itself_is_not_how(string text) => Assert.Null(GoalReader.Read(text, Today).Plan);

    [Theory]
    [InlineData("school sucks")]
    [InlineData("me aburre esta clase")]
    [InlineData("ya me quiero ir a mi casa")]
    [InlineData("mi promedio subió a 8.5")]
    public void Complaints_wishes_and_news_are_no_goals(string text) =>
        Assert.False(GoalReader.Read(text, Today).IsGoal);
}
