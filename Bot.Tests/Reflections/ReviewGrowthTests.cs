using Milestones.Conversations;
using Milestones.Features.Reflections;
using Milestones.Localization;
using Milestones.School;
using Milestones.Tests.Calendar;
using Milestones.Tests.Conferences;

namespace Milestones.Tests.Reflections;

/// <summary>A month side by side: words then and now, and what one can do now, by targets and by criteria.</summary>
public sealed class ReviewGrowthTests
{
    [Theory]
    [InlineData("en-US", "What you can do now", "1 of 4, now 3 of 4", "Not yet, now Yes")]
    [InlineData("es-MX", "Lo que puedes hacer ahora", "1 de 4, ahora 3 de 4", "Todavía no, ahora Sí")]
    public void The_review_has_then_and_now_in_their_words_with_targets_and_criteria(
        string language,
        string heading,
        string target,
        string criterion
    )
    {
        var lines = Lines(Pupil.WithATerm with { Goals = [Checked(Pupil.Fractions)] }, language);
        Assert.Contains("doing it with my sister, not alone", lines, StringComparison.Ordinal);
        Assert.Contains("I learn more when I say it out loud", lines, StringComparison.Ordinal);
        Assert.Contains(heading, lines, StringComparison.Ordinal);
        Assert.Contains($"I can add fractions ●○○○ → ●●●○ {target}", lines, StringComparison.Ordinal);
        Assert.Contains($"I show each step ○ → ● {criterion}", lines, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_rated_or_checked_before_the_first_of_the_two_weeks_is_no_growth_of_that_time()
    {
        var before = Moments.Utc("2026-09-01 12:00");
        var term = Pupil.WithATerm;
        var lines = Lines(
            term with
            {
                Goals = [Pupil.Fractions],
                Surveys = [.. term.Surveys.Select(one => one with { Unit = one.Unit with { OpenedAt = before } })],
            },
            "en-US"
        );
        Assert.DoesNotContain("What you can do now", lines, StringComparison.Ordinal);
    }

    private static Goal Checked(Goal goal) =>
        goal with
        {
            Criteria = new()
            {
                List = [new("c", "I show each step")],
                Checks =
                [
                    new("1", new(2026, 10, 5)) { Answers = [new("c", Meets.NotYet)] },
                    new("2", new(2026, 11, 9)) { Answers = [new("c", Meets.Yes)] },
                ],
            },
        };

    private static string Lines(Person person, string language)
    {
        var result = ReviewHandler.Open(Pupil.In(person, language, GradeBand.Grades6To8));
        var card = Assert.IsType<Show>(result.Replies[0]).Card;
        return string.Join('\n', Milestones.Testing.CardOnScreen.Of(card).Lines());
    }
}
