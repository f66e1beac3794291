using Milestones.Features.Coaching;
using Milestones.Language;
using Milestones.School;

namespace Milestones.Tests.Coaching;

/// <summary>Words typed at the draft card: which part they name, put in, or leave alone.</summary>
public sealed class DraftWordsTests
{
    private static readonly GoalDraft Draft = new("g1", "hello. i want to do better", Area.Academic);

    [Theory]
    [InlineData("My plan", nameof(Fields.Plan))]
    [InlineData("the plan is still wrong", nameof(Fields.Plan))]
    [InlineData("thats not my plan", nameof(Fields.Plan))]
    [InlineData("mi plan está mal", nameof(Fields.Plan))]
    [InlineData("change the date", nameof(Fields.Deadline))]
    [InlineData("who can see my goal", nameof(Fields.None))]
    [InlineData("save my goal", nameof(Fields.None))]
    [InlineData("wait whats my goal even say", nameof(Fields.None))]
    [InlineData("delete my goal", nameof(Fields.None))]
    public void A_part_is_named_where_it_is_to_change(string text, string part) =>
        Assert.Equal(part, DraftWords.Named(text).ToString());

    [Theory]
    [InlineData("it should say submit my fafsa and all my apps not im okay", "submit my fafsa and all my apps")]
    [InlineData("can it say sit with somebody at lunch?", "sit with somebody at lunch")]
    public void The_goal_says_what_it_is_told_to_say(string text, string wish) =>
        Assert.Equal(wish, DraftWords.Put(Draft, text)?.Wish);

    [Fact]
    public void A_plan_is_put_in() =>
        Assert.Equal("wilson cards with mr lott", DraftWords.Put(Draft, "my plan is wilson cards with mr lott")?.Plan);

    [Theory]
    [InlineData("wait thats not why its cause i wanna stay in robotics", "cause i wanna stay in robotics")]
    [InlineData("no, el porque esta mal. es porque me pierdo banda", "porque me pierdo banda")]
    [InlineData("why does it matter", null)]
    public void A_why_is_put_right(string text, string? reason) =>
        Assert.Equal(reason, DraftWords.Put(Draft, text)?.Reason);

    [Theory]
    [InlineData("the plan is wrong")]
    [InlineData("looks good to me")]
    public void Nothing_is_put_in_that_is_not_said(string text) => Assert.Null(DraftWords.Put(Draft, text));

    [Theory]
    [InlineData("i would rate my confidence a 6, as i also work nights", 6)]
    [InlineData("6. i work nights so idk", 6)]
    [InlineData("5 days a week", null)]
    public void How_sure_is_read_where_it_is_told(string text, int? sure) =>
        Assert.Equal(sure, DraftWords.Confidence(text, TextLanguage.English));
}
