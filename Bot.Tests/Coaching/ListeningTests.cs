using Milestones.Conversations;
using Milestones.Features.Coaching;
using Milestones.Language;
using Milestones.School;

namespace Milestones.Tests.Coaching;

public sealed class ListeningTests
{
    private static readonly DateOnly Monday = new(2026, 9, 14);
    private static readonly GoalDraft Draft = new("g1", "i want to get better at math", Area.Academic);

    private static Heard Said(string text) => new(text, Monday, TextLanguage.English);

    [Theory]
    [InlineData("999999999999999999999%")]
    [InlineData("9999999999999999th")]
    public void More_digits_than_anybody_counts_are_no_number(string text)
    {
        var (draft, _) = Listening.Answer(Draft, Fields.Measure, Said(text), Monday);

        Assert.Null(draft.Measure.Target);
    }

    [Theory]
    [InlineData("55", 55d, null)]
    [InlineData("a C+", 2.3, "letter_grade")]
    public void Where_the_student_is_now_counts_as_the_target_does(string text, double now, string? unit)
    {
        var draft = Draft with
        {
            Measure = new Measure("words", unit is null ? 80 : 3, Unit: unit),
            Settled = Fields.Measure,
        };

        var (heard, hearing) = Listening.Answer(draft, Fields.Baseline, Said(text), Monday);

        Assert.Equal((Hearing.Understood, now), (hearing, heard.Measure.Baseline));
    }

    [Theory]
    [InlineData("letter_grade", 3d, "60")] // a number against a letter
    [InlineData("percent", 80d, "a C")] // and a letter against a number
    public void What_counts_otherwise_is_asked_again(string unit, double target, string text)
    {
        var (heard, hearing) = Listening.Answer(
            Draft with
            {
                Measure = new Measure("words", target, Unit: unit),
            },
            Fields.Baseline,
            Said(text),
            Monday
        );

        Assert.Equal((Hearing.OtherUnit, null), (hearing, heard.Measure.Baseline));
    }

    [Fact]
    public void A_draft_changes_only_where_something_was_understood() =>
        Assert.Equal((Draft, Hearing.Vague), Listening.Answer(Draft, Fields.Measure, Said("better"), Monday));
}
