using Milestones.Conversations;
using Milestones.Features.Looking;
using Milestones.Language;
using Milestones.School;
using Milestones.Tests.Classes;

namespace Milestones.Tests.Criteria;

/// <summary>Criteria, checks and tasks by themselves.</summary>
public sealed class SuccessCriteriaTests
{
    private static readonly DateOnly Monday = new(2026, 9, 14);

    private static readonly DocumentKey Math = Classrooms.Of().Key;

    [Theory]
    [InlineData("Yes Yes Yes", 0)] // all alike: the first
    [InlineData("Yes Partly Yes", 1)]
    [InlineData("Partly NotYet NotYet", 1)]
    [InlineData("NotYet Partly Yes", 0)]
    public void The_weakest_is_the_lowest_the_first_of_several(string answers, int weakest)
    {
        var criteria = Checked(Three, answers);
        Assert.Equal(Three.List[weakest], criteria.Weakest(criteria.Last!));
    }

    [Fact]
    public void A_check_is_finished_by_its_last_answer_and_keeps_its_day()
    {
        var begun = Three.Answered(new("a", Meets.Yes), "k", Monday).Answered(new("b", Meets.Yes), "k2", Monday);
        Assert.Equal(("k", "c", 0), (begun.Open!.Id, begun.Unanswered!.Id, begun.Checks.Count));
        var changed = begun.Answered(new("a", Meets.NotYet, "page 2"), "k2", Monday);
        Assert.Equal("page 2", changed.Open!.Of("a")!.Evidence);
        var done = changed.Answered(new("c", Meets.Partly), "k2", Monday.AddDays(1));
        Assert.Null(done.Open);
        Assert.Equal(("k", Monday, 3), (done.Last!.Id, done.Last.On, done.Last.Answers.Count));
    }

    [Fact]
    public void History_is_each_answer_to_the_sentence_the_oldest_first()
    {
        var criteria = Checked(Checked(Three, "NotYet Yes Yes"), "Partly Yes Yes");
        Assert.Equal([Meets.NotYet, Meets.Partly], criteria.History("a"));
        Assert.Empty(criteria.History("z"));
    }

    [Fact]
    public void Criteria_changed_while_they_are_answered_keep_the_answers_to_what_stays()
    {
        var open = Three.Answered(new("a", Meets.Partly), "k", Monday) with { AskedAt = Classrooms.Now };
        var other = open.Set(Math, [Three.List[0], new("d", "I check it")]);
        Assert.Equal((Meets.Partly, "d"), (other.Open!.Of("a")!.Meets, other.Unanswered!.Id));
        Assert.Null(other.AskedAt); // asked anew
        Assert.Equal(open.AskedAt, open.Set(Math, [.. Three.List]).AskedAt); // the same again is nothing new
    }

    [Fact]
    public void A_check_that_a_shorter_list_leaves_nothing_to_answer_is_finished_and_not_lost()
    {
        var open = Three
            .Answered(new("a", Meets.Partly, "page 2"), "k", Monday)
            .Answered(new("b", Meets.Yes), "k", Monday);
        var shorter = open.Set(Math, [.. Three.List.Take(2)]);
        Assert.Null(shorter.Open);
        Assert.Equal("page 2", shorter.Last!.Of("a")!.Evidence);
    }

    [Fact]
    public void However_often_criteria_change_an_open_check_stays_small()
    {
        var criteria = Three;
        for (var n = 0; n < 50; n++)
        {
            criteria = criteria
                .Set(Math, [new($"x{n}", "one"), new($"y{n}", "two")])
                .Answered(new($"x{n}", Meets.Yes), "k", Monday);
        }

        Assert.Equal(2 * SuccessCriteria.Most, criteria.Open!.Answers.Count);
    }

    [Fact]
    public void A_sentence_that_stays_keeps_its_id()
    {
        var list = SuccessCriteria.Of(["I add", "I draw"], [new("old", "I draw")], n => $"new{n}");
        Assert.Equal([new("new0", "I add"), new("old", "I draw")], list);
    }

    [Fact]
    public void Checks_beyond_the_last_leave_for_the_archive_each_under_its_own_id()
    {
        var criteria = Enumerable
            .Range(0, SuccessCriteria.MostChecks + 2)
            .Aggregate(Three, (so, n) => Checked(so, "Yes Yes Yes", $"k{n}"));
        var (person, left) = Works.TrimChecks(Sam(new TaskWork(Math, "t", "Essay", criteria)));
        Assert.Equal(["check:t:k0", "check:t:k1"], left.Select(one => one.Id));
        Assert.Equal(SuccessCriteria.MostChecks, person.Tasks[0].Criteria.Checks.Count);
    }

    [Fact]
    public void A_task_the_class_has_no_more_stays_where_it_was_checked_and_else_goes()
    {
        var classroom = ClassTasks.Set(Classrooms.Of(), Task("t")) is var one ? ClassTasks.Set(one, Task("u")) : null!;
        var (sam, _) = Works.Told(Sam(), classroom, Classrooms.Now);
        Assert.Equal(["t", "u"], sam.Tasks.Select(task => task.Id));
        sam = Works.With(sam, "t", Checked(sam.Tasks[0].Criteria, "Yes Partly"));
        var (left, _) = Works.Told(sam, Classrooms.Of(), Classrooms.Now);
        var kept = Assert.Single(left.Tasks);
        Assert.Equal(("t", Classrooms.Now), (kept.Id, kept.ClosedAt));
        Assert.False(Works.Find(left, "t")!.IsOpen);
    }

    [Fact]
    public void Who_left_the_class_checks_its_tasks_no_more_and_keeps_what_they_checked()
    {
        var sam = Sam(new TaskWork(Math, "t", "Essay", Three));
        Assert.True(Works.Find(sam, "t")!.IsOpen);
        Assert.False(Works.Find(sam with { Classes = [] }, "t")!.IsOpen);
    }

    [Fact]
    public void Four_tasks_are_kept_and_a_closed_one_makes_room()
    {
        var full = Enumerable
            .Range(0, ClassTask.MostKept)
            .Aggregate(Classrooms.Of(), (so, n) => ClassTasks.Set(so, Task($"t{n}")));
        Assert.Equal(ClassTask.MostKept, ClassTasks.Set(full, Task("more")).Tasks.Count);
        Assert.DoesNotContain(ClassTasks.Set(full, Task("more")).Tasks, one => one.Id == "more");
        var closed = ClassTasks.Decided(full, "t2", TaskAct.Close, Classrooms.Now);
        Assert.Equal(["t0", "t1", "t3", "more"], ClassTasks.Set(closed, Task("more")).Tasks.Select(one => one.Id));
    }

    [Fact]
    public void A_closed_task_is_told_in_no_other_words()
    {
        var closed = ClassTasks.Decided(ClassTasks.Set(Classrooms.Of(), Task("t")), "t", TaskAct.Close, Classrooms.Now);
        Assert.Equal("Essay", ClassTasks.Set(closed, Task("t") with { Name = "Poem" }).Tasks[0].Name);
        Assert.Equal(closed, ClassTasks.Decided(closed, "t", TaskAct.Close, Classrooms.Now.AddDays(1)));
    }

    [Fact]
    public void How_a_student_sees_their_work_is_not_on_a_link_for_home()
    {
        var goal = new Goal(
            "g",
            "I want to read 12 books",
            Area.Academic,
            Measure.None,
            null,
            null,
            null,
            null,
            null,
            Aspects.None,
            Aspects.None,
            Monday
        )
        {
            Criteria = Checked(Three, "Yes Yes Partly"),
        };
        var shown = FamilyRules.Shown(
            Sam() with
            {
                Goals = [goal],
            },
            new FamilyLink(Classrooms.Now.AddDays(1)) { Goals = ["g"] }
        );
        Assert.Null(Assert.Single(shown!.Goals).Criteria);
    }

    internal static SuccessCriteria Three { get; } =
        new()
        {
            Class = Math,
            List = [new("a", "I give a reason"), new("b", "I quote the text"), new("c", "I end with my view")],
        };

    internal static SuccessCriteria Checked(SuccessCriteria criteria, string answers, string id = "k") =>
        answers
            .Split(' ')
            .Index()
            .Aggregate(
                criteria,
                (so, one) => so.Answered(new(so.List[one.Index].Id, Enum.Parse<Meets>(one.Item)), id, Monday)
            );

    internal static ClassTask Task(string id) =>
        new(id, "Essay", [new("a", "I give a reason"), new("b", "I quote the text")], Classrooms.Now);

    internal static Person Sam(params IReadOnlyList<TaskWork> tasks) =>
        new()
        {
            Id = new(Classrooms.Tenant, "sam"),
            Classes = [new(Math, "7B Math", MemberRole.Student, Classrooms.Settings().Schedule, null, false)],
            Tasks = tasks,
        };
}
