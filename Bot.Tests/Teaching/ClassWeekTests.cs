using System.Text.Json;
using Milestones.Calendar;
using Milestones.Cards;
using Milestones.Features.Teaching;
using Milestones.School;
using Milestones.Tests.Calendar;
using Milestones.Tests.Classes;

namespace Milestones.Tests.Teaching;

/// <summary>What a teacher sees of a class's week, and what never.</summary>
public sealed class ClassWeekTests
{
    [Fact]
    public void Everybody_who_reflected_counts_whatever_they_shared()
    {
        var week = Pupils.Seen([
            Pupils.Pupil("ana").Reflects(),
            Pupils.Pupil("bo").Reflects(sharing: Sharing.OnlyMe),
            Pupils.Pupil("cy"),
            Pupils.Pupil("di").AsksForHelp(Pupils.Friday),
        ]);

        Assert.Equal((2, 4), (week.Reflected, week.Students.Count));
        Assert.Equal(["ana"], week.Sharing.Select(one => one.Member.ObjectId));
    }

    [Theory]
    [InlineData(2, 2, 0)] // two make no group, though four felt it
    [InlineData(3, 2, 3)]
    [InlineData(3, 0, 3)]
    public void Moods_are_those_of_three_or_more_who_shared(int shared, int kept, int told)
    {
        List<Person> students =
        [
            .. Pupils.Several(shared, person => person.Reflects(mood: 1)),
            .. Pupils
                .Several(kept, person => person with { Id = person.Id with { ObjectId = $"k{person.Id.ObjectId}" } })
                .Select(person => person.Reflects(mood: 1, sharing: Sharing.OnlyMe)),
        ];

        Assert.Equal(told, Pupils.Seen(students).Moods.GetValueOrDefault(1));
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 3)]
    public void Goals_are_those_of_three_or_more_who_shared(int shared, int told) =>
        Assert.Equal(
            told,
            Pupils
                .Seen(Pupils.Several(shared, person => person.Reflects(going: Going.Okay)))
                .Goals.GetValueOrDefault(GoalStatus.OnTrack)
        );

    [Fact]
    public void An_obstacle_is_told_when_three_share_it_and_never_in_words()
    {
        List<Person> three = [.. Pupils.Several(3, person => person.Reflects(obstacle: 0))];
        List<Person> two =
        [
            Pupils.Pupil("t1").Reflects(obstacle: 1),
            Pupils.Pupil("t2").Reflects(obstacle: 1),
            Pupils.Pupil("t3").Reflects(obstacle: 1, sharing: Sharing.OnlyMe),
        ];
        var spoken = Pupils.Several(
            3,
            person =>
                person with
                {
                    Id = person.Id with { ObjectId = $"w{person.Id.ObjectId}" },
                    Reflections =
                    [
                        new Reflection(
                            Classrooms.Of().Key,
                            Pupils.Week,
                            3,
                            [new ReflectionAnswer("obstacle", "my brother")],
                            Sharing.MyTeacher,
                            false,
                            Pupils.Friday
                        ),
                    ],
                }
        );

        Assert.Equal([(0, 3)], Pupils.Seen([.. three, .. two, .. spoken]).Obstacles);
    }

    [Fact]
    public void Who_asked_for_help_comes_first_and_the_longest_waiting_before_others()
    {
        var week = Pupils.Seen([
            Pupils.Pupil("stuck").Reflects(going: Going.Stuck),
            Pupils.Pupil("hard").Reflects(mood: 2),
            Pupils.Pupil("fine").Reflects(),
            Pupils.Pupil("private").Reflects(mood: 1, going: Going.Stuck, sharing: Sharing.OnlyMe),
            Pupils.Pupil("friday").AsksForHelp(Pupils.Friday),
            Pupils.Pupil("tuesday").AsksForHelp(Moments.Utc("2026-09-29 18:00")),
            Pupils.Pupil("answered").AsksForHelp(Pupils.Friday, handledAt: Pupils.Now),
        ]);

        Assert.Equal(["tuesday", "friday", "hard", "stuck"], week.Waiting.Select(one => one.Member.ObjectId));
        Assert.Equal(
            [NeedKind.HelpOverdue, NeedKind.Help, NeedKind.HardWeek, NeedKind.Stuck],
            week.Waiting.Select(one => one.Need!.Kind)
        );
    }

    [Theory]
    [InlineData("2026-09-30 18:00", null, true)] // Wednesday: Thursday, Friday, Monday
    [InlineData("2026-10-01 18:00", null, false)]
    [InlineData("2026-09-30 18:00", "2026-10-02", false)] // Friday was a holiday
    public void Help_waits_too_long_after_three_school_days(string asked, string? holiday, bool overdue)
    {
        var student = Pupils.Pupil("ana").AsksForHelp(Moments.Utc(asked));
        var classroom = Pupils.Class(student);
        if (holiday is not null)
        {
            var day = DateOnly.Parse(holiday, System.Globalization.CultureInfo.InvariantCulture);
            classroom = classroom with
            {
                Settings = classroom.Settings! with
                {
                    Schedule = classroom.Settings.Schedule with { Holidays = [new Holiday("", day, day)] },
                },
            };
        }

        Assert.Equal(
            overdue ? NeedKind.HelpOverdue : NeedKind.Help,
            Assert.Single(Pupils.Seen(classroom, student).Waiting).Need!.Kind
        );
    }

    [Theory]
    [InlineData("nothing", true)]
    [InlineData("reflected", false)]
    [InlineData("kept to oneself", false)] // that they did is no secret, what it says is
    [InlineData("progress", false)]
    [InlineData("two prompts", false)]
    [InlineData("a prompt that did not arrive", false)]
    public void Three_prompts_without_an_answer_or_progress_are_quiet(string happened, bool quiet)
    {
        var person = Pupils.Pupil("ana");
        var membership = person.Classes[0];
        person = happened switch
        {
            "reflected" => person.Reflects(week: Moments.Week("2026-W38")),
            "kept to oneself" => person.Reflects(week: Moments.Week("2026-W39"), sharing: Sharing.OnlyMe),
            "progress" => person with
            {
                Goals =
                [
                    Reflections.ReflectingStudent.Fractions with
                    {
                        Progress = [new ProgressEntry("e", 60, new DateOnly(2026, 9, 22))],
                    },
                ],
            },
            "two prompts" => person with
            {
                Classes = [membership with { Outcomes = [.. membership.Outcomes.Skip(1)] }],
            },
            "a prompt that did not arrive" => person with
            {
                Classes =
                [
                    membership with
                    {
                        Outcomes =
                        [
                            .. membership.Outcomes.Skip(1),
                            new WeekOutcome(Moments.Week("2026-W40"), PromptOutcome.Unreachable),
                        ],
                    },
                ],
            },
            _ => person,
        };

        Assert.Equal(quiet, Pupils.Seen(person).Missing.Any(one => one.IsQuiet));
    }

    [Theory]
    [InlineData(40, null, true)]
    [InlineData(40, 30, true)]
    [InlineData(40, 20, false)] // a word three weeks ago
    [InlineData(20, null, false)] // not long enough in the class
    public void Who_shares_and_has_had_no_word_for_four_weeks_is_named(int joinedDaysAgo, int? wordDaysAgo, bool named)
    {
        var person = Pupils.Pupil("ana").Reflects();
        person = person with
        {
            Classes = [person.Classes[0] with { Cursor = new PromptCursor(Pupils.Now.AddDays(-joinedDaysAgo)) }],
            TeacherReplies = wordDaysAgo is { } days
                ?
                [
                    new TeacherReply(
                        "r",
                        Classrooms.Of().Key,
                        Classrooms.Of().Key,
                        "Lee",
                        "Well done",
                        Pupils.Now.AddDays(-days)
                    ),
                ]
                : [],
        };

        Assert.Equal(named, Pupils.Seen(person).Unheard.Count == 1);
    }

    /// <summary>
    /// Whatever stands in a reflection kept to oneself, a teacher's cards are the same to the letter.
    /// </summary>
    [Theory]
    [InlineData(1, 0, "Stuck", "secret words")]
    [InlineData(5, null, "Well", null)]
    [InlineData(null, 2, null, "other secret words")]
    public void What_is_kept_to_oneself_changes_nothing_a_teacher_sees(
        int? mood,
        int? obstacle,
        string? going,
        string? words
    )
    {
        List<Person> others =
        [
            .. Pupils.Several(
                4,
                person => person.Reflects(mood: 2, obstacle: 0, going: Going.Stuck, status: GoalStatus.Stuck)
            ),
        ];

        Assert.Equal(
            Shown([.. others, Pupils.Pupil("ana").Reflects(mood: 3, sharing: Sharing.OnlyMe)]),
            Shown([
                .. others,
                Pupils
                    .Pupil("ana")
                    .Reflects(
                        mood,
                        Sharing.OnlyMe,
                        obstacle,
                        going is null ? null : Enum.Parse<Going>(going),
                        GoalStatus.PastDate,
                        words
                    ),
            ])
        );
    }

    [Fact]
    public void The_digest_holds_no_words_even_where_they_are_shared()
    {
        var card = Shown([.. Pupils.Several(5, person => person.Reflects(mood: 1, going: Going.Stuck, words: "zqx"))]);

        Assert.DoesNotContain("zqx", card, StringComparison.Ordinal);
        Assert.DoesNotContain("will get 80%", card, StringComparison.Ordinal);
    }

    private static string Shown(IReadOnlyList<Person> students)
    {
        var view = Pupils.View(Pupils.Seen(students));
        return string.Join(
            '\n',
            new[] { DigestCard.Of(view), WaitingCard.Of(view, 0), DeliveryCard.Of(view, Pupils.Week) }.Select(card =>
                JsonSerializer.Serialize(CardJson.ToElement(card))
            )
        );
    }
}
