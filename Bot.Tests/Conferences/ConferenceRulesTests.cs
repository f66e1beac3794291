using Milestones.Calendar;
using Milestones.Features.Conferences;
using Milestones.Localization;
using Milestones.School;
using Milestones.Tests.Calendar;
using Milestones.Tests.Reflections;
using static Milestones.School.ConferencePart;

namespace Milestones.Tests.Conferences;

/// <summary>What stands in a conference, in which order, for how long, and what never does.</summary>
public sealed class ConferenceRulesTests
{
    [Fact]
    public void Whatever_is_left_out_the_minutes_are_twenty_and_no_part_has_none()
    {
        var all = Enum.GetValues<ConferencePart>();
        for (var some = 1; some < 1 << all.Length; some++)
        {
            var told = all.Where(part => (some & (1 << (int)part)) != 0).ToList();
            var minutes = ConferenceMinutes.Of(told);
            Assert.Equal(told, minutes.Keys);
            Assert.Equal(ConferenceMinutes.All, minutes.Values.Sum());
            Assert.All(minutes.Values, one => Assert.True(one >= 1));
        }

        Assert.Equal([1, 4, 3, 4, 2, 3, 2, 1], ConferenceMinutes.Of(all).Values);
    }

    [Fact]
    public void Parts_change_places_and_the_ends_stay_ends()
    {
        var pack = new ConferencePack(Pupil.Now);
        Assert.Equal([Welcome, Habit, ProudOf], pack.Moved(Habit, earlier: true).Parts.Take(3));
        Assert.Equal([ProudOf, Welcome], pack.Moved(Welcome, earlier: false).Parts.Take(2));
        Assert.Same(pack, pack.Moved(Welcome, earlier: true));
        Assert.Same(pack, pack.Moved(Thanks, earlier: false));
        Assert.Equal(Enum.GetValues<ConferencePart>().Length, pack.Moved(Habit, earlier: true).Parts.Count());
    }

    [Fact]
    public void What_is_left_out_comes_back_and_one_part_always_stays()
    {
        var pack = new ConferencePack(Pupil.Now);
        foreach (var part in Enum.GetValues<ConferencePart>())
            pack = pack.Toggled(part);
        Assert.Equal([Thanks], pack.Told);
        Assert.Equal([Habit, Thanks], pack.Toggled(Habit).Told);
    }

    [Fact]
    public void The_first_choice_is_the_newest_of_each_part_in_the_students_words()
    {
        var (known, pack) = Begun(Pupil.WithATerm);
        Assert.Equal(
            ["https://school.example/quiz-4", "my poster", "Each step stands on its own line."],
            Words(ProudOf, pack, known)
        );
        Assert.Equal("my first quiz, I guessed a lot", pack.In(ProudOf, known)[0].Beside);
        Assert.Equal("I was not sure", pack.In(ProudOf, known)[1].Beside);
        Assert.Equal("I did it before breakfast", Words(Habit, pack, known)[0]);
        Assert.Equal(
            ["I learn more when I say it out loud", "I can add fractions", "I will get 80% on fraction quizzes."],
            Words(Growth, pack, known)
        );
        Assert.Equal(3, pack.In(Data, known).Count);
        Assert.Equal(["I will get 80% on fraction quizzes."], Words(ConferencePart.Goals, pack, known));
        Assert.Equal(3, pack.In(Questions, known).Count);
    }

    [Fact]
    public void What_is_only_theirs_stands_nowhere_unless_they_put_it_there()
    {
        var (known, pack) = Begun(Pupil.WithATerm);
        var own = Assert.Single(known, item => item.IsPrivate);
        Assert.Equal("doing it with my sister, not alone", own.Words);
        Assert.False(pack.Shows(own));
        Assert.False((pack with { Chosen = [.. pack.Chosen, own.Id] }).Shows(own)); // chosen while it was shared
        Assert.True(pack.With(own, known).Shows(own));
        Assert.False(pack.With(own, known).Without(own.Id).Shows(own));
    }

    [Fact]
    public void What_is_made_private_again_is_gone_and_what_is_deleted_too()
    {
        var (_, pack) = Begun(Pupil.WithATerm);
        var closed = Pupil.WithATerm with
        {
            Reflections = [.. Pupil.WithATerm.Reflections.Select(one => one with { Sharing = Sharing.OnlyMe })],
            Goals = [Pupil.Books],
        };
        var known = ConferenceItems.Of(closed);
        Assert.DoesNotContain(pack.In(Habit, known), item => item.Kind == ConferenceKind.Answer);
        Assert.Empty(pack.In(ConferencePart.Goals, known));
    }

    [Fact]
    public void A_teachers_words_a_badge_nobody_sees_and_words_of_concern_are_not_offered()
    {
        var person = Pupil.WithATerm with
        {
            Badges = [new(BadgeKind.AskedForHelp, Pupil.Today)],
            TeacherReplies = [Pupil.WithATerm.TeacherReplies[0]],
            Reflections = [Pupil.Week("2026-W45", Sharing.MyTeacher, ("proud", "my dad hits me and i told someone"))],
        };
        var (known, pack) = Begun(person);
        Assert.Equal(
            [ConferenceKind.Feedback, ConferenceKind.Badge],
            known.Where(item => !item.IsOffered).Select(item => item.Kind)
        );
        Assert.All(
            known.Where(item => item.Kind is ConferenceKind.Feedback or ConferenceKind.Badge or ConferenceKind.Answer),
            item => Assert.False(pack.Shows(item))
        );
    }

    [Fact]
    public void A_step_back_is_data_and_no_growth()
    {
        var fell = Pupil.Fractions with { Progress = [new("p", 50, Pupil.Today)] };
        var known = ConferenceItems.Of(Pupil.WithNothing with { Goals = [fell] });
        Assert.Equal([Data], known.Where(item => item.Kind == ConferenceKind.Number).Select(item => item.Part));
    }

    [Fact]
    public void Growth_by_criteria_is_first_and_last()
    {
        CriteriaCheck Check(string id, Meets meets) => new(id, Pupil.Today) { Answers = [new("c", meets)] };
        var goal = Pupil.Fractions with
        {
            Criteria = new()
            {
                List = [new("c", "I show each step")],
                Checks = [Check("1", Meets.NotYet), Check("2", Meets.Partly), Check("3", Meets.Yes)],
            },
        };
        var item = Assert.Single(
            ConferenceItems.Of(Pupil.WithNothing with { Goals = [goal] }),
            one => one.Kind == ConferenceKind.Criterion
        );
        Assert.Equal((0, 2, true), (item.Then, item.Now, item.IsOffered));
        var text = ItemWords.Of(item, Pupil.In(Pupil.WithNothing, "en-US", GradeBand.Grades6To8), new SchoolOptions());
        Assert.Equal("At first: Not yet. Now: Yes.", text.After);
    }

    [Fact]
    public void Words_that_have_left_for_the_archive_are_told_of_by_their_week()
    {
        var (_, pack) = Begun(Pupil.WithATerm);
        var known = ConferenceItems.Of(Pupil.WithATerm with { Reflections = [] });
        Assert.Equal(["2026-W43"], ConferenceItems.Away(pack, Habit, known).Select(week => week.ToString()));
        Assert.Empty(ConferenceItems.Away(pack, Data, known));
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("es-MX")]
    public void Three_questions_follow_what_is_told_and_are_three_whatever_that_is(string language)
    {
        var voice = new Voice(Voice.CultureFor(language), GradeBand.Grades6To8);
        var pack = new ConferencePack(Pupil.Now);
        Assert.Equal(voice["Conference.Family.ProudOf"], FamilyQuestions.Of(pack, voice)[0]);
        foreach (var part in FamilyQuestions.Asked.Take(4))
            pack = pack.Toggled(part);
        var few = FamilyQuestions.Of(pack, voice);
        Assert.Equal(voice["Conference.Family.Goals"], few[0]);
        Assert.Equal(FamilyQuestions.Count, few.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Whose_pack_a_class_may_read_is_who_said_so_there()
    {
        var (key, other) = (ReflectingStudent.InMath.Class, ReflectingStudent.In("Art", Moments.Fridays).Class);
        var room = Milestones.Tests.Classes.Classrooms.Of([
            Milestones.Tests.Classes.Classrooms.Teacher("lee"),
            Milestones.Tests.Classes.Classrooms.Student("sam"),
        ]);
        var pack = new ConferencePack(Pupil.Now) { ReadyAt = Pupil.Now, ReadyIn = room.Key };
        Assert.True(Of(pack));
        Assert.False(Of(pack with { ReadyIn = other }));
        Assert.False(Of(pack with { ReadyAt = null }));
        Assert.NotEqual(key, room.Key);

        bool Of(ConferencePack one) =>
            Assert.Single(ClassPacks.Of(room, _ => Pupil.WithATerm with { Conference = one })).IsReady;
    }

    /// <summary>Once, on the first school day after, and not where nothing is known of a day.</summary>
    [Theory]
    [InlineData("2026-11-19", "2026-11-20")] // Thursday, then Friday morning: the weekly question is still to come
    [InlineData("2026-11-20", "2026-11-23")]
    public void How_it_went_is_asked_on_the_next_school_day(string on, string asked)
    {
        var membership = ReflectingStudent.InMath with { Cursor = null };
        var person = Pupil.WithATerm with
        {
            Classes = [membership],
            Chat = Milestones.Tests.Support.PureChat.Chat,
            Conference = new(Pupil.Now) { On = Moments.Day(on) },
        };
        var at = ConferenceTime.At(person.Conference!, person, Pupil.Now);
        Assert.Equal(Moments.Day(asked), LocalTime.Day(at!.Value, "America/New_York"));
        Assert.Null(ConferenceTime.At(person.Conference! with { On = null }, person, Pupil.Now));
        Assert.Null(ConferenceTime.At(person.Conference! with { AskedHowAt = Pupil.Now }, person, Pupil.Now));
        Assert.Null(ConferenceTime.At(person.Conference! with { LookedBack = ["fine"] }, person, Pupil.Now));
    }

    private static (IReadOnlyList<ConferenceItem> Known, ConferencePack Pack) Begun(Person person) =>
        (ConferenceItems.Of(person), ConferenceItems.Begun(person, Pupil.Now));

    private static List<string> Words(ConferencePart part, ConferencePack pack, IReadOnlyList<ConferenceItem> known) =>
        [.. pack.In(part, known).Select(item => item.Words)];
}
