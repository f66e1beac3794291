using Milestones.Features.Mastery;
using Milestones.School;

namespace Milestones.Tests.Mastery;

/// <summary>Learning targets as teachers type and paste them.</summary>
public sealed class TargetListTests
{
    [Theory]
    [InlineData("I can add fractions\nI can compare fractions", "I can add fractions|I can compare fractions")]
    [InlineData("1. I can add\r\n2) I can subtract\r\n(3) I can multiply", "I can add|I can subtract|I can multiply")]
    [InlineData("1.1 I can add\n1.2. I can compare", "I can add|I can compare")]
    [InlineData("a) I can add\nB. I can compare", "I can add|I can compare")]
    [InlineData(
        "• I can add\n– I can compare\n* I can draw\n☐ I can tell",
        "I can add|I can compare|I can draw|I can tell"
    )]
    [InlineData("•\tI can add\no\tI can compare", "I can add|I can compare")] // Word's bullets with their tab
    [InlineData("- 1. I can add", "I can add")]
    [InlineData("1.I can add\n2)I can draw", "I can add|I can draw")]
    [InlineData("1 I can add", "I can add")]
    [InlineData("2 digit numbers are easy for me", "2 digit numbers are easy for me")] // a number that belongs to it
    [InlineData("3.NF.1 I can say what a fraction is", "3.NF.1 I can say what a fraction is")]
    [InlineData("2-digit sums", "2-digit sums")]
    [InlineData("Nr\tLearning targets\tWhen\n1\tI can add fractions\tweek 1", "I can add fractions")] // a Word table
    [InlineData("I can add fractions\tp. 12\nCompare\tp. 14", "I can add fractions|Compare")]
    [InlineData("Learning targets\nUnit 3:\nI can add", "I can add")]
    [InlineData("Metas de aprendizaje\n1. Puedo sumar fracciones", "Puedo sumar fracciones")]
    [InlineData("I can add; I can subtract; ", "I can add|I can subtract")]
    [InlineData("I can add; then check it\nI can subtract", "I can add; then check it|I can subtract")]
    [InlineData("I can add\nI CAN ADD\n\n  I  can   add ", "I can add")]
    [InlineData("I can\u00a0add\u200b fractions", "I can add fractions")]
    [InlineData("I can add\vI can subtract", "I can add|I can subtract")]
    public void Numbers_bullets_and_cells_are_cut_off(string pasted, string targets) =>
        Assert.Equal(targets.Split('|'), TargetList.Read(pasted).Targets);

    [Theory]
    [InlineData(null, nameof(TargetFault.Empty))]
    [InlineData(" \n\t\n", nameof(TargetFault.Empty))]
    [InlineData("1.\n2.\n3.", nameof(TargetFault.Empty))]
    [InlineData("Targets", nameof(TargetFault.Empty))]
    [InlineData("I can add", nameof(TargetFault.None))]
    public void What_is_no_list_is_said_to_be_none(string? pasted, string fault) =>
        Assert.Equal(fault, TargetList.Read(pasted).Fault.ToString());

    [Theory]
    [InlineData(20, nameof(TargetFault.None))]
    [InlineData(21, nameof(TargetFault.TooMany))]
    [InlineData(60, nameof(TargetFault.TooMany))]
    public void Twenty_are_the_most(int count, string fault)
    {
        var list = TargetList.Read(
            string.Join('\n', Enumerable.Range(1, count).Select(n => $"{n}. I can do number {n}"))
        );
        Assert.Equal((count, fault), (list.Targets.Count, list.Fault.ToString()));
    }

    [Fact]
    public void The_first_that_is_too_long_is_named()
    {
        var longest = new string('x', LearningUnit.LongestTarget);
        Assert.Equal(TargetFault.None, TargetList.Read($"I can\n{longest}").Fault);
        var list = TargetList.Read($"I can add\n{longest}y\nI can subtract");
        Assert.Equal((TargetFault.TooLong, 2), (list.Fault, list.TooLong));
    }
}
