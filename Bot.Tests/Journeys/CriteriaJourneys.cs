using System.Net;
using System.Text.Json.Nodes;
using Milestones.School;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;

namespace Milestones.Tests.Journeys;

/// <summary>Success criteria from both sides: given, proposed, checked, commented on, changed and taken away.</summary>
public class CriteriaJourneys : Journey
{
    private const string Two = "1. I give a reason\n2. I quote the text";

    [StoreFact]
    public async Task A_task_is_checked_by_taps_twice_and_its_teacher_sees_how_everybody_sees_it()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var (lee, sam) = (course.Teacher, course["Sam"]);
        Has("Essay begins", (await StartsAsync(course)).Lines());

        var asked = Assert.Single(await course.NewAsync(sam));
        Has("Your teacher sees this. Your class does not.", asked.Lines());
        var first = Assert.Single(await sam.TapsAsync("Check my work", asked.Card!));
        Has("I give a reason", first.Lines());
        await sam.TapsAsync("Yes", Filled(("words", "https://school.example/essay")));
        var weakest = Assert.Single(await sam.TapsAsync("Partly"));
        Has("I quote the text", weakest.Lines());
        Has("What would make it a full yes?", weakest.Lines());
        var empty = Assert.Single(await sam.TapsAsync("Save"));
        Has("Write a few words. Or skip it.", empty.Lines());
        var result = Assert.Single(await sam.TapsAsync("Save", Filled(("words", "one quote more"))));
        Has("◐ Partly", result.Lines());
        Has("Where it shows: “https://school.example/essay”", result.Lines());
        Has("one quote more", result.Lines());

        // Once more: the last check beside the one before.
        await sam.TapsAsync("Check again");
        await sam.TapsAsync("Yes");
        await sam.TapsAsync("Yes");
        var grown = Assert.Single(await sam.TapsAsync("Skip"));
        Has("◐ Partly → ● Yes", grown.Lines());

        await course.SettleAsync();
        var list = Assert.Single(await lee.SaysAsync("success criteria"));
        Has("1 of 2 have checked their work", list.Lines());
        var task = Assert.Single(await lee.TapsAsync("Open", list.Card!));
        Has("1\u00a0●  2\u00a0●", task.Lines());
        var one = Assert.Single(await lee.TapsAsync("Open #2", task.Card!));
        Has("◐ Partly → ● Yes", one.Lines());
        var lines = await Bot.Store.ListAsync(course.Team.Key.Partition, "audit:", null, 100, CancellationToken.None);
        Assert.Single(lines, line => line.Document.Key.Id.EndsWith("readTargets", StringComparison.Ordinal));
        Assert.DoesNotContain(
            course.Team.Channel,
            shown => shown.Lines().Any(line => line.Contains("Essay", StringComparison.Ordinal))
        );
    }

    [StoreFact]
    public async Task Who_does_not_check_is_reminded_once()
    {
        var course = await Course.StartAsync(Bot, "Sam");
        var sam = course["Sam"];
        await StartsAsync(course);
        Assert.Single(await course.NewAsync(sam));
        await course.AtAsync(Bot.Clock.Now.AddDays(2).AddMinutes(10));
        Has("You have not checked it yet", Assert.Single(await course.NewAsync(sam)).Lines());
        await course.AtAsync(Bot.Clock.Now.AddHours(20));
        Assert.Empty(await course.NewAsync(sam));
    }

    [StoreFact]
    public async Task A_students_own_criteria_hold_with_their_teachers_yes()
    {
        var course = await Course.StartAsync(Bot, "Sam");
        var (lee, sam) = (course.Teacher, course["Sam"]);
        await GoalAsync(course, sam);
        await sam.SaysAsync("success criteria");
        await sam.TapsAsync(Title(sam, "For: "));
        var one = Assert.Single(await sam.TapsAsync("Ask my teacher", Filled(("criteria", "I explain each step"))));
        Has("That is only one.", one.Lines());
        var sent = Assert.Single(
            await sam.TapsAsync("Ask my teacher", Filled(("criteria", "I explain each step\nI check my answer")))
        );
        Has("It counts once your teacher says yes.", sent.Lines());
        Assert.Empty((await Bot.PersonAsync(sam))!.Goals[0].Criteria!.List);

        await course.SettleAsync();
        Has("One student proposes some for a goal", Assert.Single(await lee.SaysAsync("my class")).Lines());
        var list = Assert.Single(await lee.TapsAsync("Look"));
        var form = Assert.Single(await lee.TapsAsync("Look", list.Card!)).Card!;
        Assert.Equal("I explain each step\nI check my answer", form.Fields["criteria"]);
        await lee.TapsAsync("Yes, these", form);
        await course.SettleAsync();
        var asked = Assert.Single(await course.NewAsync(sam));
        await sam.TapsAsync("Check my work", asked.Card!);
        await sam.TapsAsync("Not yet");
        await sam.TapsAsync("Yes");
        await sam.TapsAsync("Skip");
        await sam.SaysAsync("my goals");
        Has("○ Not yet", Assert.Single(await sam.TapsAsync("Details")).Lines());
        await sam.TapsAsync("Check my work");
        await sam.TapsAsync("Yes");
        await sam.TapsAsync("Yes");
        Has(
            "In your last check 2 of 2 points were a yes. The time before it was 1.",
            (await sam.SaysAsync("how am i doing?"))[0].Lines()
        );
    }

    [StoreFact]
    public async Task A_no_comes_with_the_teachers_words_and_what_they_proposed_is_off_the_table()
    {
        var course = await Course.StartAsync(Bot, "Sam");
        var (lee, sam) = (course.Teacher, course["Sam"]);
        await GoalAsync(course, sam);
        await sam.SaysAsync("success criteria");
        await sam.TapsAsync(Title(sam, "For: "));
        await sam.TapsAsync("Ask my teacher", Filled(("criteria", "I am fast\nI am first")));
        await course.SettleAsync();
        await lee.SaysAsync("success criteria");
        await lee.TapsAsync("Look");
        await lee.TapsAsync("Not these", Filled(("why", "Think of what one can see in the work.")));
        await course.SettleAsync();
        Has("Think of what one can see in the work.", Assert.Single(await course.NewAsync(sam)).Lines());
        Assert.Null((await Bot.PersonAsync(sam))!.Goals[0].Criteria!.Proposed);
    }

    [StoreFact]
    public async Task Without_a_class_ones_own_criteria_hold_at_once_and_nobody_else_sees_them()
    {
        var sam = Bot.Student("Sam");
        await RepetitionJourneys.DraftAsync(sam);
        await sam.TapsAsync("Save");
        await sam.SaysAsync("success criteria");
        await sam.TapsAsync(Title(sam, "For: "));
        var saved = Assert.Single(await sam.TapsAsync("Save", Filled(("criteria", "I explain\nI check"))));
        Has("Only you see this.", saved.Lines());
        await sam.TapsAsync("Check my work");
        await sam.TapsAsync("Yes");
        await sam.TapsAsync("Yes");
        var person = (await Bot.PersonAsync(sam))!;
        Assert.Equal(2, person.Goals[0].Criteria!.Last!.Answers.Count);

        // The goal ends: what was checked stays, and nothing is checked any more.
        await sam.TapsAsync("Skip");
        var old = sam.Screen.With("Check again");
        await sam.SaysAsync("my goals");
        await sam.TapsAsync("Details");
        await sam.TapsAsync("I reached it!");
        var late = Assert.Single(await sam.TapsAsync("Check again", old));
        Has("This goal is finished", late.Lines());
        Has("● Yes", late.Lines());
    }

    [StoreFact]
    public async Task Feedback_on_work_reaches_the_student_and_its_teacher_sees_that_it_was_read()
    {
        var course = await Course.StartAsync(Bot, "Sam");
        var (lee, sam) = (course.Teacher, course["Sam"]);
        await ChecksAsync(course, sam);
        await course.SettleAsync();
        await lee.SaysAsync("success criteria");
        await lee.TapsAsync("Open");
        await lee.TapsAsync("Open #1");
        var form = Assert.Single(await lee.TapsAsync("Give feedback"));
        var missing = Assert.Single(await lee.TapsAsync("Send", form.Card!, Filled(("strength", "A clear reason"))));
        Has("Write one strength and one next step. Nothing was sent.", missing.Lines());
        Assert.Equal("A clear reason", missing.Card!.Fields["strength"]);
        await lee.TapsAsync("Send", missing.Card, Filled(("nextStep", "Add a quote")));
        await course.SettleAsync();
        Assert.Contains("Delivered", await WrittenAsync(), StringComparison.OrdinalIgnoreCase);
        var card = Assert.Single(await course.NewAsync(sam));
        Has("Strong: A clear reason", card.Lines());
        Has("Next step: Add a quote", card.Lines());
        Has("Essay · I give a reason", card.Lines());
        var work = Assert.Single(await sam.TapsAsync("See my work", card.Card!));
        Has("Next step: Add a quote", work.Lines());
        await course.SettleAsync();
        Assert.Contains("read", await WrittenAsync(), StringComparison.OrdinalIgnoreCase);

        async Task<string> WrittenAsync()
        {
            var student = Assert.Single(await lee.SaysAsync("how is sam doing"));
            return student.Lines().Single(line => line.Contains("A clear reason", StringComparison.Ordinal));
        }
    }

    [StoreFact]
    public async Task Feedback_leaves_what_waits_for_an_answer_waiting()
    {
        var course = await Course.StartAsync(Bot, "Sam");
        var (lee, sam) = (course.Teacher, course["Sam"]);
        await course.AtAsync(Course.Friday);
        await course.ReflectsAsync("Sam", 1, words: "it was hard");
        await course.AtAsync(Course.Monday.AddDays(1));
        await ChecksAsync(course, sam);
        await course.SettleAsync();
        await lee.SaysAsync("how is sam doing");
        await lee.TapsAsync("Feedback on work");
        await lee.TapsAsync("Send", Filled(("strength", "A clear reason"), ("nextStep", "Add a quote")));
        await course.SettleAsync();
        Assert.Contains("Sam", string.Join('\n', (await course.AsksAsync(lee, "needs a reply")).Lines()));
        Assert.All((await Bot.PersonAsync(sam))!.Reflections, one => Assert.Null(one.HandledAt));
    }

    [StoreFact]
    public async Task What_comes_too_late_or_was_changed_is_said_to_be_and_nothing_is_lost()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var (lee, sam) = (course.Teacher, course["Sam"]);
        await StartsAsync(course);
        await sam.TapsAsync("Check my work", Assert.Single(await course.NewAsync(sam)).Card!);
        var second = Assert.Single(await sam.TapsAsync("Yes", Filled(("words", "page 2")))).Card!;

        // Changed while they answer: the sentence that is no more takes no answer, the one that stays keeps its own.
        await lee.SaysAsync("success criteria");
        await lee.TapsAsync("Open");
        await lee.TapsAsync("Change");
        await lee.TapsAsync("Save", Filled(("criteria", "I give a reason\nI end with my view")));
        await course.SettleAsync();
        var changed = Assert.Single(await sam.TapsAsync("Partly", second));
        Has("Your teacher changed the list while you were at it.", changed.Lines());
        Has("I end with my view", changed.Lines());
        await sam.TapsAsync("Not yet", changed.Card!);
        await sam.TapsAsync("Skip");
        var check = (await Bot.PersonAsync(sam))!.Tasks[0].Criteria.Last!;
        Assert.Contains(check.Answers, one => one is { Evidence: "page 2", Meets: Meets.Yes });
        Has("That card was from an earlier check.", Assert.Single(await sam.TapsAsync("Yes", changed.Card!)).Lines());

        // Too long is given back, with what was typed.
        await sam.TapsAsync("Check again");
        var typed = new string('x', SuccessCriteria.LongestEvidence + 1);
        var tooLong = Assert.Single(await sam.TapsAsync("Yes", Filled(("words", typed))));
        Has("That is too long for here.", tooLong.Lines());
        Assert.Equal(typed, tooLong.Card!.Fields["words"]);

        // Closed, deleted.
        await DecidesAsync(course, "Close");
        Has("This task is over", Assert.Single(await sam.TapsAsync("Yes", tooLong.Card!)).Lines());
        await DecidesAsync(course, "Delete");
        Assert.Single((await Bot.PersonAsync(sam))!.Tasks);
        Assert.Empty((await Bot.PersonAsync(course["Ana"]))!.Tasks);
        Has("This task is not there any more.", Assert.Single(await lee.TapsAsync("Open", _list!)).Lines());
    }

    [StoreFact]
    public async Task Who_left_the_class_keeps_what_they_checked_and_is_asked_nothing_more()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var (lee, sam) = (course.Teacher, course["Sam"]);
        await ChecksAsync(course, sam);
        await course.SettleAsync();
        await lee.SaysAsync("success criteria");
        var task = Assert.Single(await lee.TapsAsync("Open")).Card!;
        await course.Team.LeavesAsync(sam);
        await course.SettleAsync();
        Has("This task is over", Assert.Single(await sam.TapsAsync("Check again")).Lines());
        Has("This student is not in the class any more.", Assert.Single(await lee.TapsAsync("Open #2", task)).Lines());
    }

    [StoreFact]
    public async Task A_list_that_cannot_be_checked_is_answered_and_not_lost()
    {
        var course = await Course.StartAsync(Bot, "Sam");
        var lee = course.Teacher;
        await course.NewAsync(lee);
        await lee.SaysAsync("success criteria");
        await lee.TapsAsync("New task");
        var sixty = string.Join('\n', Enumerable.Range(1, 60).Select(n => $"{n}. I can do number {n}"));
        var many = Assert.Single(
            await lee.TapsAsync("Give it to my class", Filled(("name", "All"), ("criteria", sixty)))
        );
        Has("That is 60.", many.Lines());
        Assert.Equal(sixty, many.Card!.Fields["criteria"]);
        var none = Assert.Single(await lee.TapsAsync("Give it to my class", Filled(("criteria", "1.\n2."))));
        Has("I find nothing in there.", none.Lines());
        var noName = Assert.Single(await lee.TapsAsync("Give it to my class", Filled(("name", ""), ("criteria", Two))));
        Has("Give the task a name", noName.Lines());

        // A list about a play is no cry for help of its teacher's.
        await lee.TapsAsync(
            "Give it to my class",
            Filled(("name", "Romeo"), ("criteria", "I say why Romeo wants to kill himself\nI quote the text"))
        );
        await course.SettleAsync();
        Assert.Single((await course.Team.ReadAsync())!.Tasks);
        Assert.Empty((await Bot.PersonAsync(lee))!.Alerts);
    }

    [StoreFact]
    public async Task Words_of_concern_in_a_check_are_read_first()
    {
        var course = await Course.StartAsync(Bot, "Sam");
        var sam = course["Sam"];
        await StartsAsync(course);
        await sam.TapsAsync("Check my work", Assert.Single(await course.NewAsync(sam)).Card!);
        await sam.TapsAsync("Yes", Filled(("words", "i want to kill myself")));
        Assert.Single((await Bot.PersonAsync(sam))!.Alerts);
    }

    [StoreFact]
    public async Task The_youngest_check_by_pictures()
    {
        var course = await Course.StartAsync(Bot, "Sam");
        var sam = course["Sam"];
        await sam.SaysAsync("grade");
        await sam.TapsAsync("K–2");
        await StartsAsync(course);
        var asked = Assert.Single(await course.NewAsync(sam));
        var question = Assert.Single(await sam.TapsAsync("Check my work", asked.Card!));
        Has("🌿", question.Lines());
        Assert.Empty(question.Card!.Fields);
        await sam.TapsAsync("A bit");
        await sam.TapsAsync("Yes");
        Has("I ask for help", Assert.Single(await sam.TapsAsync("I ask for help")).Lines());
        Assert.Equal("I ask for help", (await Bot.PersonAsync(sam))!.Tasks[0].Criteria.Last!.Next);
    }

    [StoreFact]
    public async Task Checks_are_the_students_own_in_the_copy_and_in_the_end()
    {
        var course = await Course.StartAsync(Bot, "Sam");
        var sam = course["Sam"];
        await ChecksAsync(course, sam);
        Has("how you see your work (1)", Assert.Single(await sam.SaysAsync("what do you know about me")).Lines());
        await sam.SaysAsync("delete my data");
        await sam.SaysAsync("delete");
        await course.AtAsync(Bot.Clock.Now.AddDays(1).AddMinutes(1));
        Assert.Empty((await Bot.PersonAsync(sam))!.Tasks);
    }

    [StoreFact]
    public async Task Nobody_else_gives_changes_or_reads_anything()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var other = await Course.StartAsync(Bot, Bot.Student("Kim"), [Bot.Student("Bo")], "8A Art");
        var sam = course["Sam"];
        await GoalAsync(course, sam);
        await ChecksAsync(course, sam);
        var goal = (await Bot.PersonAsync(sam))!.Goals[0].Id;
        var task = (await course.Team.ReadAsync())!.Tasks[0].Id;
        var before = (await course.Team.ReadAsync())!.TasksRevision;
        foreach (var actor in new[] { course["Ana"], other.Teacher, other["Bo"] })
        {
            foreach (
                var verb in (string[])
                    [
                        "tasks.list",
                        "tasks.set",
                        "tasks.open",
                        "tasks.student",
                        "tasks.decide",
                        "tasks.forGoal",
                        "tasks.give",
                        "teacher.feedback",
                        "teacher.sendFeedback",
                        "criteria.mine",
                        "criteria.check",
                        "criteria.answer",
                        "criteria.offer",
                    ]
            )
            {
                using var response = await actor.PostAsync(
                    actor.Invoke(
                        verb,
                        new JsonObject
                        {
                            ["verb"] = verb,
                            ["class"] = course.Team.Key.Partition,
                            ["task"] = task,
                            ["work"] = goal,
                            ["goal"] = goal,
                            ["student"] = sam.ObjectId,
                            ["act"] = "Delete",
                            ["sure"] = "yes",
                            ["name"] = "Mine",
                            ["criteria"] = "I do as I like\nI do it again",
                            ["strength"] = "Nothing",
                            ["nextStep"] = "Nothing",
                        }
                    )
                );
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                var body = await response.Content.ReadAsStringAsync();
                Assert.DoesNotContain("algebra", body, StringComparison.Ordinal);
                if (actor != course["Ana"])
                    Assert.DoesNotContain("I give a reason", body, StringComparison.Ordinal);
            }
        }

        await course.SettleAsync();
        Assert.Equal(before, (await course.Team.ReadAsync())!.TasksRevision);
        var person = (await Bot.PersonAsync(sam))!;
        Assert.Null(person.Goals[0].Criteria);
        Assert.Empty(person.TeacherReplies);
    }

    [StoreFact]
    public async Task A_teacher_gives_criteria_to_a_goal_only_where_it_was_shared_with_them()
    {
        var course = await Course.StartAsync(Bot, "Sam", "Ana");
        var (lee, sam) = (course.Teacher, course["Sam"]);
        await GoalAsync(course, sam);
        await GoalAsync(course, course["Ana"]);
        await lee.SaysAsync("success criteria");
        Has("Nobody has shared a goal with you yet.", Assert.Single(await lee.TapsAsync("One student's goal")).Lines());
        await course.AtAsync(Course.Friday);
        await course.ReflectsAsync("Sam", 3, words: "okay");
        await course.ReflectsAsync("Ana", 3, shares: false, words: "okay");
        await course.AtAsync(Course.Monday);
        await course.NewAsync(lee);
        await lee.SaysAsync("how is sam doing");
        var mine = Assert.Single(await lee.TapsAsync("Success criteria"));
        Has("no criteria yet", mine.Lines());
        await lee.TapsAsync("Add criteria");
        await lee.TapsAsync("Give them to the student", Filled(("criteria", Two)));
        await course.SettleAsync();
        Assert.Equal(2, (await Bot.PersonAsync(sam))!.Goals[0].Criteria!.List.Count);
        Assert.DoesNotContain("Success criteria", Assert.Single(await lee.SaysAsync("how is ana doing")).Card!.Titles);
    }

    private static void Has(string text, IEnumerable<string> lines) =>
        Assert.Contains(text, string.Join('\n', lines), StringComparison.Ordinal);

    private CardOnScreen? _list;

    private async Task DecidesAsync(Course course, string act)
    {
        var lee = course.Teacher;
        _list = Assert.Single(await lee.SaysAsync("success criteria")).Card!;
        await lee.TapsAsync("Open", _list);
        await lee.TapsAsync(act);
        await lee.TapsAsync(act);
        await course.SettleAsync();
    }

    internal static async Task<Shown> StartsAsync(Course course, string criteria = Two)
    {
        var lee = course.Teacher;
        await course.NewAsync(lee);
        await lee.SaysAsync("success criteria");
        await lee.TapsAsync("New task");
        var started = Assert.Single(
            await lee.TapsAsync("Give it to my class", Filled(("name", "Essay"), ("criteria", criteria)))
        );
        await course.SettleAsync();
        return started;
    }

    /// <summary>The essay is given and checked once: yes with a place, partly.</summary>
    internal static async Task ChecksAsync(Course course, Student student)
    {
        await StartsAsync(course);
        await course.NewAsync(student);
        await student.SaysAsync("my criteria");
        await student.TapsAsync("Check my work");
        await student.TapsAsync("Yes", Filled(("words", "page 2")));
        await student.TapsAsync("Partly");
        await student.TapsAsync("Skip");
    }

    private static async Task GoalAsync(Course course, Student student)
    {
        await RepetitionJourneys.DraftAsync(student);
        await student.TapsAsync("Save");
        await course.SettleAsync();
    }

    private static string Title(Student student, string begins) =>
        student
            .Screen.Cards.SelectMany(card => card.Titles)
            .Last(title => title.StartsWith(begins, StringComparison.Ordinal));

    private static Dictionary<string, string> Filled(params (string Name, string Value)[] fields) =>
        fields.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal);
}
