using Milestones.Conversations;
using Milestones.School;
using Milestones.Tests.Classes;

namespace Milestones.Tests.Mastery;

/// <summary>Units as a class keeps them, and what a student's document takes from them.</summary>
public sealed class UnitRulesTests
{
    private static readonly DateTimeOffset Now = Classrooms.Now;

    [Fact]
    public void The_oldest_closed_unit_makes_room_and_an_open_one_never_does()
    {
        var four = Enumerable.Range(1, 4).Aggregate(Class(), (room, n) => ClassUnits.Begun(room, Unit($"u{n}")));
        Assert.Same(four, ClassUnits.Begun(four, Unit("u5")));
        var closed = ClassUnits.Decided(four, "u2", UnitAct.Close, Now);
        Assert.Equal(["u1", "u3", "u4", "u5"], ClassUnits.Begun(closed, Unit("u5")).Units.Select(unit => unit.Id));
        Assert.Same(four, ClassUnits.Begun(four, Unit("u1"))); // twice is once
    }

    [Theory]
    [InlineData(UnitRound.Before, false, UnitAct.AskAfter, true)]
    [InlineData(UnitRound.After, false, UnitAct.AskAfter, false)]
    [InlineData(UnitRound.Before, true, UnitAct.AskAfter, false)]
    [InlineData(UnitRound.After, false, UnitAct.Close, true)]
    [InlineData(UnitRound.After, true, UnitAct.Close, false)]
    [InlineData(UnitRound.Before, true, UnitAct.Delete, true)]
    internal void What_cannot_be_done_any_more_changes_nothing(UnitRound round, bool closed, UnitAct act, bool changes)
    {
        var room = ClassUnits.Begun(Class(), Unit("u") with { Round = round, ClosedAt = closed ? Now : null });
        var decided = ClassUnits.Decided(room, "u", act, Now);
        Assert.Equal(room.UnitsRevision + (changes ? 1 : 0), decided.UnitsRevision);
        Assert.Same(room, ClassUnits.Decided(room, "other", act, Now));
    }

    [Fact]
    public void A_new_round_asks_anew_and_keeps_what_was_said_before()
    {
        var room = ClassUnits.Begun(Class(), Unit("u"));
        var survey = Surveys.Told(Sam(), room, Now).Person.Surveys[0].Rated(0, 1) with
        {
            AskedAt = Now,
            RemindedAt = Now,
        };
        var person = Surveys.With(Surveys.Told(Sam(), room, Now).Person, survey);
        var after = Surveys.Told(person, ClassUnits.Decided(room, "u", UnitAct.AskAfter, Now), Now).Person.Surveys[0];
        Assert.Equal((null, null, 1), (after.AskedAt, after.RemindedAt, after.Of(0).Before));
        Assert.False(after.IsDone);
        Assert.Equal((1, 3), (after.Rated(0, 3).Of(0).Before, after.Rated(0, 3).Of(0).After));
    }

    [Fact]
    public void A_deleted_unit_stays_with_who_rated_it_and_leaves_who_did_not()
    {
        var room = ClassUnits.Begun(ClassUnits.Begun(Class(), Unit("u1")), Unit("u2"));
        var told = Surveys.Told(Sam(), room, Now).Person;
        var rated = Surveys.With(told, told.Surveys[0].Rated(1, 2));
        var gone = room with { Units = [] };
        var left = Assert.Single(Surveys.Told(rated, gone, Now).Person.Surveys);
        Assert.Equal(("u1", Now), (left.Unit.Id, left.Unit.ClosedAt));
        Assert.False(Surveys.IsOpen(left, rated));
    }

    [Fact]
    public void A_unit_that_was_closed_before_they_came_is_none_of_theirs()
    {
        var room = ClassUnits.Decided(ClassUnits.Begun(Class(), Unit("u")), "u", UnitAct.Close, Now);
        Assert.Empty(Surveys.Told(Sam(), room, Now).Person.Surveys);
    }

    [Fact]
    public void Old_closed_units_leave_for_the_archive_and_open_ones_stay()
    {
        var person = Sam() with
        {
            Surveys =
            [
                .. Enumerable
                    .Range(1, 6)
                    .Select(n => new UnitSurvey(
                        Class().Key,
                        Unit($"u{n}") with
                        {
                            ClosedAt = n % 2 == 0 ? null : Now,
                        }
                    )),
            ],
        };
        var (kept, left) = Surveys.Trim(person, UnitSurvey.MostKept);
        Assert.Equal(["u2", "u4", "u5", "u6"], kept.Surveys.Select(one => one.Unit.Id));
        Assert.Equal(["unit:u1", "unit:u3"], left.Select(one => one.Id));
    }

    [Theory]
    [InlineData("1 3 2", 0)]
    [InlineData("2 1 1", 1)] // the first of the lowest
    [InlineData("3 4 3", null)]
    [InlineData("- - -", null)]
    [InlineData("- 2 -", 1)]
    public void The_next_step_is_the_lowest_target(string levels, int? next) =>
        Assert.Equal(next, Rated(levels).NextStep);

    [Theory]
    [InlineData(1, 3, true)]
    [InlineData(4, 2, true)]
    [InlineData(2, 3, false)]
    [InlineData(3, 3, false)]
    [InlineData(null, 4, false)]
    [InlineData(4, null, false)]
    public void Two_apart_is_worth_a_talk(int? own, int? mark, bool far) =>
        Assert.Equal(far, new TargetRating(0) { Before = own, Mark = mark }.IsFarApart);

    [Fact]
    public void What_counts_is_the_latest_and_marks_beside_the_list_are_none()
    {
        Assert.True(
            new TargetRating(0)
            {
                Before = 4,
                After = 1,
                Mark = 3,
            }.IsFarApart
        );
        var marked = Rated("1 1 1").Marked([new(0, 4), new(7, 4), new(1, 9), new(-1, 2)]);
        Assert.Equal([4, null, null], marked.Targets.Select(target => marked.Of(target).Mark));
        Assert.Null(marked.Marked([new(0, null)]).Of(0).Mark);
    }

    private static UnitSurvey Rated(string levels) =>
        levels
            .Split(' ')
            .Index()
            .Where(one => one.Item != "-")
            .Aggregate(
                new UnitSurvey(Class().Key, Unit("u")),
                (survey, one) => survey.Rated(one.Index, one.Item[0] - '0')
            );

    private static LearningUnit Unit(string id) => new(id, "Fractions", ["add", "compare", "draw"], Now);

    private static Classroom Class() => Classrooms.Of(Classrooms.Teacher("lee"), Classrooms.Student("sam"));

    private static Person Sam() =>
        new()
        {
            Id = new PersonId(Classrooms.Tenant, "sam"),
            Classes = [new(Class().Key, "7B Math", MemberRole.Student, Classrooms.Settings().Schedule, null, false)],
        };
}
