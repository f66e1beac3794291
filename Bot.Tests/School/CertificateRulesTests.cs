using Milestones.Language;
using Milestones.School;
using Milestones.Tests.Calendar;

namespace Milestones.Tests.School;

/// <summary>What stands on a certificate: what was reached this term, as far as there is room to read it.</summary>
public sealed class CertificateRulesTests
{
    private static readonly DateOnly Today = Moments.Day("2026-12-18");

    [Theory]
    [InlineData("20@2026-12-01", 1)]
    [InlineData("20@2026-12-01,20@2026-11-01,20@2026-10-01,20@2026-09-10", 3)] // no more than three
    [InlineData("500@2026-12-01,500@2026-11-01,90@2026-10-01", 2)] // what is too long beside the others gives way
    [InlineData("20@2026-06-01", 0)] // last term's
    public void A_terms_goals(string reached, int shown)
    {
        var person = Sam with
        {
            Goals =
            [
                .. reached
                    .Split(',')
                    .Select(one => one.Split('@'))
                    .Select((one, number) => Goal(number, int.Parse(one[0], null), Moments.Day(one[1]))),
            ],
        };
        var term = CertificateRules.Own(new(default, PrintKind.Term), person, null, "-", Today)!;
        Assert.Equal(shown, term.Goals.Count);
        Assert.Equal(("Sam", null, Today), (term.Name, term.ClassName, term.On));
    }

    [Fact]
    public void Of_a_goal_that_was_not_reached_there_is_none()
    {
        var person = Sam with { Goals = [Goal(0, 20, null)] };
        Assert.Null(CertificateRules.Own(new(default, PrintKind.Goal) { GoalId = "g0" }, person, null, "-", Today));
        Assert.Null(CertificateRules.Own(new(default, PrintKind.Goal) { GoalId = "g9" }, person, null, "-", Today));
    }

    private static Person Sam { get; } = new() { Id = new("tenant", "sam"), Name = "Sam" };

    private static Goal Goal(int number, int letters, DateOnly? reached) =>
        new(
            $"g{number}",
            new string('x', letters),
            Area.Academic,
            Measure.None,
            null,
            null,
            null,
            null,
            null,
            Aspects.All,
            Aspects.None,
            Moments.Day("2026-05-01")
        )
        {
            ReachedOn = reached,
        };
}
