using Milestones.Features.Coaching;
using Milestones.Language;

namespace Milestones.Tests.Coaching;

/// <summary>What of a longer text stands in the goal.</summary>
public sealed class GistTests
{
    private static readonly DateOnly Monday = new(2026, 9, 14);

    [Theory]
    [InlineData("i want to get better at math", null)] // short enough as it is
    [InlineData("Hello. I would like to practice the cello more.", "I would like to practice the cello more.")]
    [InlineData("Good evening. I would like to raise my grade.", "I would like to raise my grade.")]
    [InlineData("hi!", null)]
    [InlineData(
        "I just said running?? i do xc and i wanna get my mile down because the trials are in march",
        "i wanna get my mile down"
    )]
    [InlineData(
        "Hey um so I wanted to talk about my science grade because its kind of bad its like a 58 and I want it up",
        "my science grade"
    )]
    [InlineData(
        "i want to raise my algebra 1 grade from 55% to 80% by december 1 by going to tutoring every tuesday",
        null // one sentence that says it all
    )]
    public void The_wish_stands_without_the_talk(string text, string? wish) =>
        Assert.Equal(wish, Gist.Wish(text, GoalReader.Read(text, Monday, TextLanguage.English)));

    [Theory]
    [InlineData("lol why seconds. intervals with coach dietz on mondays", "intervals with coach dietz on mondays")]
    [InlineData("what do you mean? i go to tutoring on tuesdays", "i go to tutoring on tuesdays")]
    [InlineData("tutoring. and ixl", "tutoring. and ixl")] // too little is left to drop the first
    [InlineData("i practice every day. my mom helps me", "i practice every day. my mom helps me")]
    public void An_answer_stands_without_the_complaint_before_it(string text, string answer) =>
        Assert.Equal(answer, Gist.Answer(text));

    [Theory]
    [InlineData("idk do it on the bus i guess", "do it on the bus i guess")]
    [InlineData("umm well go to the help thing on tuesdays", "go to the help thing on tuesdays")]
    [InlineData("no sé, preguntarle a mi maestra", "preguntarle a mi maestra")]
    [InlineData("idk man", "idk man")] // nothing is left
    [InlineData("no se puede copiar en clase", "no se puede copiar en clase")]
    public void A_doubt_before_an_answer_is_no_part_of_it(string text, string answer) =>
        Assert.Equal(answer, Gist.WithoutDoubt(text));
}
