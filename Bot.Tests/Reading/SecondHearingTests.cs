using Milestones.Conversations;
using Milestones.Features.Coaching;
using Milestones.Language;
using Milestones.Language.Opinions;
using Milestones.Language.Wanted;
using Milestones.School;

namespace Milestones.Tests.Reading;

/// <summary>What was found in an answer fills what was asked, and only where the rules found nothing.</summary>
public sealed class SecondHearingTests
{
    private static readonly DateOnly Today = new(2026, 9, 14);

    private static readonly GoalDraft Draft = new("goal", "i want to get better at fractions", Area.Academic);

    [Fact]
    public void A_vague_answer_is_heard_with_its_numbers()
    {
        var (draft, hearing) = Answer(Fields.Measure, new(Place.AskedMeasure) { Target = 80, Baseline = 55 });
        Assert.Equal(Hearing.Understood, hearing);
        Assert.Equal((80.0, 55.0), (draft.Measure.Target, draft.Measure.Baseline));
        Assert.True(draft.Settled.HasFlag(Fields.Measure));
    }

    [Fact]
    public void A_number_that_counts_something_else_is_none_of_the_goal()
    {
        var books = Draft with { Measure = new("read more", null, null, "books") };
        var letters = Draft with { Measure = new("a B", null, null, "letter_grade") };
        var opinion = new Opinion(Place.AskedMeasure) { Target = 80, Unit = "pages" };
        Assert.Null(SecondHearing.Answer(books, Fields.Measure, Heard(opinion), Today, Hearing.Vague));
        Assert.Null(SecondHearing.Answer(letters, Fields.Measure, Heard(opinion), Today, Hearing.Vague));
    }

    [Fact]
    public void A_vague_plan_or_reason_is_heard_in_the_students_own_words()
    {
        var opinion = new Opinion(Place.AskedPlan) { PlanWords = "ixl with ana", ReasonWords = "so i pass" };
        Assert.Equal("ixl with ana", Answer(Fields.Plan, opinion).Draft.Plan);
        Assert.Equal("so i pass", Answer(Fields.Reason, opinion).Draft.Reason);
        Assert.Null(SecondHearing.Answer(Draft, Fields.Obstacle, Heard(opinion), Today, Hearing.Vague));
    }

    [Theory]
    [InlineData(Hearing.Understood)]
    [InlineData(Hearing.PastDate)]
    [InlineData(Hearing.NoSuchDay)]
    [InlineData(Hearing.TooLong)]
    [InlineData(Hearing.OtherUnit)]
    internal void What_was_heard_stays(Hearing first) =>
        Assert.Null(
            SecondHearing.Answer(
                Draft,
                Fields.Plan,
                Heard(new(Place.AskedPlan) { PlanWords = "ixl with ana" }),
                Today,
                first
            )
        );

    [Fact]
    public void An_answer_to_another_question_fills_what_is_open_and_changes_nothing_that_is_said()
    {
        var opinion = new Opinion(Place.AskedMeasure) { ReasonWords = "so i pass", DayWords = "feb 12" };
        var told = SecondHearing.Elsewhere(Draft, Fields.Measure, Heard(opinion), Today);
        Assert.Equal(new DateOnly(2027, 2, 12), told.Deadline);

        var full = Draft with { Deadline = Today.AddDays(3), Reason = "my own" };
        Assert.Equal(full, SecondHearing.Elsewhere(full, Fields.Measure, Heard(opinion), Today));
        Assert.Equal(Draft, SecondHearing.Elsewhere(Draft, Fields.Measure, Heard(null), Today));
    }

    [Theory]
    [InlineData(GoalPart.Deadline, "Fri, Feb 12, 2027")]
    [InlineData(GoalPart.Plan, "ixl with ana")]
    [InlineData(GoalPart.Reason, "so i pass")]
    [InlineData(GoalPart.Target, "90%")]
    [InlineData(GoalPart.Baseline, "60%")]
    internal void A_correction_changes_the_part_it_names(GoalPart part, string now)
    {
        var draft = Draft with
        {
            Measure = new("from 55 to 80", 80, 55, "percent"),
            Plan = "tutoring",
            Reason = "to win",
        };
        var opinion = new Opinion(Place.DraftShown)
        {
            Corrects = part,
            Target = 90,
            Baseline = 60,
            DayWords = "feb 12",
            PlanWords = "ixl with ana",
            ReasonWords = "so i pass",
        };
        var changed = SecondHearing.Corrected(draft, Context(opinion));

        Assert.Equal(now, changed?.Now);
        Assert.NotEqual(draft, changed!.Value.Draft);
        Assert.Null(SecondHearing.Corrected(draft, Context(opinion with { Corrects = null })));
    }

    private static (GoalDraft Draft, Hearing Hearing) Answer(Fields asked, Opinion opinion) =>
        SecondHearing.Answer(Draft, asked, Heard(opinion), Today, Hearing.Vague)!.Value;

    private static Heard Heard(Opinion? opinion) => new("words", Today, TextLanguage.English) { Opinion = opinion };

    private static TurnContext<Person> Context(Opinion opinion)
    {
        var person = new Person { Id = new("tenant", "sam") };
        var said = new Said("words") { Second = new(opinion) };
        var turn = new Turn(
            "turn",
            DocumentKeys.Person(person.Id),
            person.Id,
            null,
            null,
            said,
            new DateTimeOffset(Today, TimeOnly.MinValue, TimeSpan.Zero),
            null,
            null,
            Guid.Empty
        );
        return new(person, turn, VoiceOf.Person(person), Today);
    }
}
