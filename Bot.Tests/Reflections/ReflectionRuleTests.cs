using Milestones.Calendar;
using Milestones.Conversations;
using Milestones.Features.Reflections;
using Milestones.Localization;
using Milestones.School;
using Milestones.Tests.Calendar;
using Milestones.Tests.Support;
using Milestones.Views;

namespace Milestones.Tests.Reflections;

/// <summary>Questions that rotate, streaks, what stays in the document and what goes to the archive.</summary>
public sealed class ReflectionRuleTests
{
    private static readonly DateOnly Today = new(2026, 9, 18);

    [Theory]
    [InlineData(nameof(GradeBand.Grades6To8))]
    [InlineData(nameof(GradeBand.KTo2))]
    public void No_question_comes_two_weeks_running_however_the_weeks_go_and_however_many_classes_ask(string grades)
    {
        var band = Enum.Parse<GradeBand>(grades);
        var random = new Random(20260918);
        var known = new List<Reflection>();
        var week = Moments.Week("2026-W38");
        for (var n = 0; n < 300; n++, week = week.Next)
        {
            foreach (var name in new[] { "Math", "Art", "Music" }.Take(random.Next(1, 4)))
            {
                var going = random.Next(4) is < 3 and var at ? (Going?)at : null;
                var reflection = Reflection(week, name) with
                {
                    Goals = [new GoalSnapshot("fractions", "", GoalStatus.OnTrack, null, going)],
                };
                var (_, questions) = ReflectionQuestions.For(reflection, known, band);
                Assert.InRange(questions.Count, 0, 2);
                var recent = known.Where(one => one.Week.Next >= week).SelectMany(one => one.Asked);
                Assert.Empty(questions.Intersect(recent));
                known.Add(reflection with { Asked = questions });
            }
        }
    }

    [Theory]
    [InlineData(nameof(Going.Stuck), nameof(GradeBand.Grades6To8), "obstacle, nextStep")]
    [InlineData(nameof(Going.Stuck), nameof(GradeBand.Grades3To5), "obstacle")]
    [InlineData(nameof(Going.Well), nameof(GradeBand.Grades6To8), "helped")]
    [InlineData(nameof(Going.Okay), nameof(GradeBand.College), "worked")]
    [InlineData(null, nameof(GradeBand.Grades9To12), "highlight")]
    public void The_questions_follow_from_what_was_tapped(string? tapped, string grades, string expected)
    {
        Going? going = tapped is null ? null : Enum.Parse<Going>(tapped);
        var reflection = Reflection(Moments.Week("2026-W38"), "Math") with
        {
            Mood = 4,
            Goals = [new GoalSnapshot("fractions", "", GoalStatus.OnTrack, null, going)],
        };

        Assert.Equal(
            expected,
            string.Join(
                ", ",
                ReflectionQuestions.For(reflection, [reflection], Enum.Parse<GradeBand>(grades)).Questions
            )
        );
    }

    [Theory]
    [InlineData(true, 2, "obstacle")]
    [InlineData(true, 3, "worked")]
    [InlineData(false, 2, "worked")] // they said it is okay
    public void A_hard_week_is_not_asked_what_worked_unless_the_student_said_okay(
        bool fromNumber,
        int mood,
        string expected
    )
    {
        var goal = new GoalSnapshot("fractions", "", GoalStatus.BitBehind, 52, Going.Okay, fromNumber);
        var reflection = Reflection(Moments.Week("2026-W38"), "Math") with { Mood = mood, Goals = [goal] };

        Assert.Equal(
            expected,
            Assert.Single(ReflectionQuestions.For(reflection, [reflection], GradeBand.Grades6To8).Questions)
        );
    }

    [Fact]
    public void A_hard_week_is_never_asked_for_its_best_part_whatever_was_asked_before()
    {
        var known = new List<Reflection>();
        var week = Moments.Week("2026-W38");
        for (var n = 0; n < 20; n++, week = week.Next)
        {
            var reflection = Reflection(week, "Math") with { Mood = 1 + (n % 2) };
            var asked = ReflectionQuestions.For(reflection, known, GradeBand.Grades6To8).Questions;
            Assert.Contains(Assert.Single(asked), new[] { "hardPart", "lighter", "whoHelps" });
            known.Add(reflection with { Asked = asked });
        }
    }

    [Fact]
    public void A_number_that_fell_is_asked_what_got_in_the_way()
    {
        var goal = new GoalSnapshot("fractions", "", GoalStatus.BitBehind, 52, Going.Okay, FromNumber: true);
        var reflection = Reflection(Moments.Week("2026-W38"), "Math") with { Mood = 4, Goals = [goal] };

        Assert.Equal(
            "obstacle",
            ReflectionQuestions.For(reflection, [], GradeBand.Grades3To5, fell: true).Questions[0]
        );
    }

    [Theory]
    [InlineData("my parents fight all night", true)]
    [InlineData("mis papás pelean toda la noche", true)]
    [InlineData("my grandma died on monday", true)]
    [InlineData("i fought with fractions", false)]
    [InlineData("my mom helped me at home", false)]
    [InlineData("we had a snowball fight at recess", false)]
    [InlineData("estudié con mi hermana", false)]
    public void Trouble_at_home_is_somebody_of_the_family_and_what_weighs_on_them(string words, bool expected) =>
        Assert.Equal(expected, TroubleAtHome.IsNamed(words));

    [Fact]
    public void What_is_stuck_is_asked_about_first()
    {
        var goals = new[] { Going.Okay, Going.Well, Going.Stuck }.Select(going => new GoalSnapshot(
            $"{going}",
            "",
            GoalStatus.OnTrack,
            null,
            going
        ));

        Assert.Equal(
            "Stuck",
            ReflectionQuestions
                .For(Reflection(Moments.Week("2026-W38"), "Math") with { Goals = [.. goals] }, [], GradeBand.College)
                .Goal!.GoalId
        );
    }

    [Theory]
    [InlineData(64, null, nameof(Going.Well))] // closer than 55
    [InlineData(80, null, nameof(Going.Well))]
    [InlineData(50, null, nameof(Going.Okay))] // a worse week is not yet stuck
    [InlineData(64, nameof(Going.Stuck), nameof(Going.Stuck))] // the student's word counts before the number
    [InlineData(null, nameof(Going.Well), nameof(Going.Well))]
    public void How_it_goes_is_what_was_tapped_else_what_the_number_says(int? value, string? tapped, string expected)
    {
        var before = ReflectingStudent.Fractions;
        var after = value is { } number ? Progress.Log(before, "p", number, false, Today, null, null).Goal : before;

        Assert.Equal(
            Enum.Parse<Going>(expected),
            new GoalCheck(before.Id, value, tapped is null ? null : Enum.Parse<Going>(tapped)).Of(before, after, Today)
        );
    }

    [Fact]
    public void A_number_that_is_worse_after_two_flat_weeks_is_stuck()
    {
        var before = ReflectingStudent.Fractions with { CreatedOn = Today.AddDays(-30) };

        Assert.Equal(
            Going.Stuck,
            new GoalCheck(before.Id, 55, null).Of(
                before,
                Progress.Log(before, "p", 55, false, Today, null, null).Goal,
                Today
            )
        );
    }

    [Fact]
    public void Eight_reflections_stay_and_older_ones_go_to_the_archive_by_week_and_class()
    {
        var person = new Person { Id = new PersonId("tenant", "person") };
        var archived = new List<ArchiveEntry>();
        var week = Moments.Week("2026-W38");
        for (var n = 0; n < 10; n++, week = week.Next)
        {
            (person, var older) = Recording.With(person, Reflection(week, "Math"));
            archived.AddRange(older);
        }

        Assert.Equal(8, person.Reflections.Count);
        Assert.Equal(Moments.Week("2026-W40"), person.Reflections[0].Week);
        Assert.Equal(2, archived.Count);
        Assert.StartsWith("reflection:2026-W38:", archived[0].Id, StringComparison.Ordinal);
        Assert.NotEqual(archived[0].Id[^16..], Archived(Reflection(Moments.Week("2026-W38"), "Art"))[^16..]);
        // The Thursday of W40 is the first of October
        Assert.Equal(Moments.Week("2026-W40"), person.QuarterStart!.Week);
    }

    [Fact]
    public void One_reflection_for_a_class_and_week()
    {
        var person = new Person { Id = new PersonId("tenant", "person") };
        (person, _) = Recording.With(person, Reflection(Moments.Week("2026-W38"), "Math"));
        (person, _) = Recording.With(person, Reflection(Moments.Week("2026-W38"), "Art"));
        (person, _) = Recording.With(person, Reflection(Moments.Week("2026-W38"), "Math") with { Mood = 5 });

        Assert.Equal([1, 5], person.Reflections.Select(one => one.Mood!.Value));
    }

    [Fact]
    public void Every_state_of_the_dialog_is_read_back_by_its_name_and_an_unknown_one_is_no_dead_end()
    {
        var week = Moments.Week("2026-W38");
        ReflectionDialogState[] states =
        [
            new CheckingIn(null, week),
            new AskingQuestion(
                ReflectingStudent.InMath.Class,
                week,
                "helped",
                "fractions",
                ["proud"],
                [],
                true,
                "word"
            ),
            new AskingWhatChanged(null, week),
        ];
        Assert.Equal(
            typeof(ReflectionDialogState)
                .Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(ReflectionDialogState)))
                .ToHashSet(),
            states.Select(state => state.GetType()).ToHashSet()
        );
        var chat = new PureChat();
        Assert.All(
            states,
            state =>
            {
                var read = Kinds
                    .All.Person.Read(Kinds.All.Person.Write(chat.Key, chat.Known with { Reflecting = state }))
                    .Reflecting!;
                Assert.Equal(state.GetType(), read.GetType());
                Assert.Equal(state.Week, read.Week);
            }
        );

        chat.Person = chat.Known with { Reflecting = new ReflectionDialogState(null, week) };
        Assert.NotEmpty(chat.Take(new Said("hello")));
        Assert.NotEmpty(chat.Take(new Said("skip")));
        Assert.NotEmpty(chat.Take(new Said("i want to read 5 books")));
    }

    [Fact]
    public void A_card_of_somebody_elses_class_changes_nothing()
    {
        var chat = new PureChat();
        chat.Person = chat.Known.With(ReflectingStudent.InMath);
        var data = new CardData(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["class"] = "class:other:19%3Aart",
                ["week"] = "2026-W38",
                ["mood"] = "5",
            }
        );

        foreach (
            var verb in new[]
            {
                ReflectionVerbs.Submit,
                ReflectionVerbs.SubmitForm,
                ReflectionVerbs.Open,
                ReflectionVerbs.Form,
                ReflectionVerbs.Help,
            }
        )
        {
            chat.Take(new Tapped(verb, data, null, null, InPlace: true));
            Assert.Empty(chat.Person!.Reflections);
        }
    }

    [Fact]
    public void The_first_class_that_gets_a_schedule_asks_from_then_on()
    {
        var person = PromptHandler.WithAlarms(
            new Person
            {
                Id = new PersonId("tenant", "person"),
                Classes = [ReflectingStudent.In("Math", Moments.Fridays, hasCursor: false)],
            },
            PureChat.Monday
        );

        Assert.Equal(new PromptCursor(PureChat.Monday), person.Classes[0].Cursor);
        Assert.InRange(person.WakeAt!.Value, Moments.Utc("2026-09-18 18:00"), Moments.Utc("2026-09-18 18:05"));
    }

    private static string Archived(Reflection reflection)
    {
        var person = new Person
        {
            Id = new PersonId("tenant", "person"),
            Reflections =
            [
                .. Enumerable.Repeat(reflection, 8).Select((one, n) => one with { Week = Weeks(one.Week, n) }),
            ],
        };
        return Recording.With(person, reflection with { Week = Weeks(reflection.Week, 8) }).Archive[0].Id;
    }

    private static IsoWeek Weeks(IsoWeek week, int count) => IsoWeek.Of(week.Monday.AddDays(7 * count));

    private static Reflection Reflection(IsoWeek week, string name) =>
        new(ReflectingStudent.In(name, null).Class, week, 1, [], Sharing.OnlyMe, WantsHelp: false, PureChat.Monday);
}
