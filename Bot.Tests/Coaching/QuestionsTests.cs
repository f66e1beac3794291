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
    [InlineData(GradeBand.Grades3To5, "What Deadline Reason")] // three, when and why among them
    [InlineData(GradeBand.Grades6To8, "What Measure Plan Deadline Reason")]
    [InlineData(GradeBand.Grades9To12, "What Measure Plan Deadline Reason")]
    [InlineData(GradeBand.College, "What Measure Plan Deadline Reason")]
    internal void A_band_is_asked_its_questions_in_order(GradeBand band, string expected) =>
        Assert.Equal(expected, Order(Empty, band));

    [Theory]
    [InlineData(80d, "percent", null, true)] // a level: where from?
    [InlineData(80d, null, null, true)]
    [InlineData(80d, "percent", 55d, false)] // known
    [InlineData(5d, "books", null, false)] // adds up from none
    [InlineData(20d, "minutes/day", null, false)] // a habit begins
    [InlineData(1d, "tardies/week", null, true)] // but what shall become fewer has a number now
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
    public void Where_there_is_no_room_for_all_the_plan_the_day_and_the_reason_come_first()
    {
        var draft = Empty with { Trail = [Fields.What, Fields.Measure], Settled = Fields.What | Fields.Measure };

        Assert.Equal(Fields.Plan, Questions.Next(draft with { Measure = Percent }, GradeBand.Grades6To8));
    }

    [Fact]
    public void After_five_questions_the_draft_is_shown() =>
        Assert.Equal(
            Fields.None,
            Questions.Next(
                Empty with
                {
                    Trail = [Fields.What, Fields.Measure, Fields.Baseline, Fields.Plan, Fields.Deadline],
                },
                GradeBand.Grades6To8
            )
        );

    [Fact]
    public void What_is_settled_is_never_asked()
    {
        var draft = Empty with { Measure = Percent };
        for (var settled = Fields.None; (int)settled < 256; settled++)
        {
            Assert.False(
                settled.HasFlag(Questions.Next(draft with { Settled = settled }, GradeBand.Grades6To8))
                    && Questions.Next(draft with { Settled = settled }, GradeBand.Grades6To8) != Fields.None
            );
        }
    }

    private static string Order(GoalDraft draft, GradeBand band)
    {
        var asked = new List<Fields>();
        while (Questions.Next(draft, band) is not Fields.None and var field)
        {
            asked.Add(field);
            draft = draft.Settle(field) with { Trail = asked };
        }

        return string.Join(' ', asked);
    }
}
