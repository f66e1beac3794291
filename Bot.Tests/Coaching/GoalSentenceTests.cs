using Milestones.Features.Coaching;
using Milestones.Language;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Tests.Coaching;

public sealed class GoalSentenceTests
{
    private static readonly DateOnly Monday = new(2026, 9, 14);
    private static readonly Voice English = new(Voice.CultureFor("en-US"), GradeBand.Grades6To8);

    [Theory]
    [InlineData("i want to get better at math", null, null, null, null, "I want to get better at math.")]
    [InlineData(
        "i want to get better at math",
        "fractions",
        null,
        null,
        null,
        "I want to get better at math: fractions."
    )]
    [InlineData(
        "i want to get better at math.",
        "fractions.",
        "80% on the next test",
        "2026-10-26",
        null,
        "I want to get better at math: fractions. 80% on the next test, by Mon, Oct 26."
    )]
    [InlineData(
        "i want 80% on the next test by october",
        null,
        "80% on the next test",
        "2026-10-31",
        "by october",
        "I want 80% on the next test by october."
    )] // said once is enough
    [InlineData("", "fractions", null, "2027-01-08", null, "Fractions. By Fri, Jan 8, 2027.")]
    [InlineData(
        "i want to read!",
        null,
        "2 books",
        null,
        "by winter break",
        "I want to read! 2 books, by winter break."
    )]
    [InlineData("ñandú first", null, null, null, null, "Ñandú first.")]
    public void It_is_put_together_from_the_students_own_words(
        string first,
        string? what,
        string? measure,
        string? day,
        string? dayWords,
        string expected
    )
    {
        var draft = new GoalDraft("g1", first, Area.None)
        {
            What = what,
            Measure = new Measure(measure),
            Deadline = day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
            DeadlineWords = dayWords,
        };

        Assert.Equal(expected, GoalSentence.Of(draft, English, Monday));
    }

    [Fact]
    public void What_the_student_wrote_in_the_form_stays_to_the_letter() =>
        Assert.Equal(
            "my goal,, as i   like it",
            GoalSentence.Of(
                new GoalDraft("g1", "i want to read", Area.None) { Sentence = "my goal,, as i   like it" },
                English,
                Monday
            )
        );
}
