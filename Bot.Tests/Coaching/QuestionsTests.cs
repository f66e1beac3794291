using Milestones.Features.Coaching;
using Milestones.Language;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Tests.Coaching;

public sealed class QuestionsTests
{
    private static readonly GoalDraft Empty = new("g1", "i want to get better at math", Area.Academic);
    private static readonly Measure Percent = new("80%", 80, Unit: "percent");

    [Theory]
    [InlineData(GradeBand.KTo2, "")]
    [InlineData(GradeBand.Grades3To5, "What Measure Plan")]
    [InlineData(GradeBand.Grades6To8, "What Measure Plan Obstacle Reason Deadline Confidence")]
    [InlineData(GradeBand.Grades9To12, "What Measure Plan Obstacle Reason Deadline Confidence")]
    [InlineData(GradeBand.College, "What Measure Plan Obstacle Reason Deadline Confidence")]
    internal void A_band_is_asked_its_questions_in_order(GradeBand band, string expected) =>
        Assert.Equal(expected, Order(Empty, band));

    [Theory]
    [InlineData(80d, "percent", null, true)] // a level: where from?
    [InlineData(80d, null, null, true)]
    [InlineData(80d, "percent", 55d, false)] // known
    [InlineData(5d, "books", null, false)] // adds up from none
    [InlineData(20d, "minutes/day", null, true)]
    [InlineData(null, null, null, false)] // no number to start from
    public void Where_the_student_is_now_is_asked_where_a_number_has_to_move(
        double? target,
        string? unit,
        double? baseline,
        bool asked
    )
    {
        var draft = Empty with
        {
            Settled = Fields.What | Fields.Measure,
            Measure = new Measure("words", target, baseline, unit),
        };

        Assert.Equal(asked ? Fields.Baseline : Fields.Plan, Questions.Next(draft, GradeBand.Grades6To8));
    }

    [Fact]
    public void A_step_from_now_needs_the_now() =>
        Assert.Equal(
            Fields.Baseline,
            Questions.Next(Empty with { Settled = Fields.What | Fields.Measure, StepFromNow = 2 }, GradeBand.Grades6To8)
        );

    [Fact]
    public void What_is_settled_is_never_asked()
    {
        var draft = Empty with { Measure = Percent };
        for (var settled = Fields.None; (int)settled < 256; settled++)
            Assert.False(
                settled.HasFlag(Questions.Next(draft with { Settled = settled }, GradeBand.Grades6To8))
                    && Questions.Next(draft with { Settled = settled }, GradeBand.Grades6To8) != Fields.None
            );
    }

    private static string Order(GoalDraft draft, GradeBand band)
    {
        var asked = new List<Fields>();
        while (Questions.Next(draft, band) is not Fields.None and var field)
        {
            asked.Add(field);
            draft = draft.Settle(field);
        }

        return string.Join(' ', asked);
    }
}
