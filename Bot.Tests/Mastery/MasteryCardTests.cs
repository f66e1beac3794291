using Milestones.Cards;
using Milestones.Conversations;
using Milestones.Features.Mastery;
using Milestones.Localization;
using Milestones.School;
using Milestones.Tests.Cards;
using Milestones.Tests.Classes;
using Milestones.Tests.Support;
using Milestones.Views;

namespace Milestones.Tests.Mastery;

/// <summary>The cards of a unit from both sides, in both languages, and the rules every card keeps.</summary>
public sealed class MasteryCardTests
{
    private const string Markup = "**zqx** [zqx](https://evil.example) <at>zqx</at>";

    private static readonly Dictionary<string, Func<Stage, Card>> Cards = new(StringComparer.Ordinal)
    {
        ["ask"] = stage => RatingCards.Ask(stage.Before, again: false, stage.Voice),
        ["ask-after"] = stage => RatingCards.Ask(stage.After, again: false, stage.Voice),
        ["ask-again"] = stage => RatingCards.Ask(stage.Before, again: true, stage.Voice),
        ["ask-third-grade"] = stage => RatingCards.Ask(stage.Before, again: false, stage.Of(GradeBand.Grades3To5)),
        ["ask-young"] = stage => RatingCards.Ask(stage.Before, again: false, stage.Of(GradeBand.KTo2)),
        ["rate"] = stage => RatingCards.Rate(stage.Before, 0, again: false, stage.Words, stage.Voice),
        ["rate-again"] = stage => RatingCards.Rate(stage.After, 1, again: true, stage.Words, stage.Voice),
        ["rate-other-round"] = stage =>
            RatingCards.Rate(stage.After, 1, false, stage.Words, stage.Voice, stage.Voice["Mastery.OtherRound"]),
        ["rate-young"] = stage =>
            RatingCards.Rate(stage.Before, 1, again: false, stage.Words, stage.Of(GradeBand.KTo2)),
        ["evidence"] = stage => RatingCards.Evidence(stage.Before, null, stage.Voice),
        ["evidence-empty"] = stage => RatingCards.Evidence(stage.Before, ("Mastery.Evidence.Empty", null), stage.Voice),
        ["evidence-young"] = stage => RatingCards.Evidence(stage.Before, null, stage.Of(GradeBand.KTo2)),
        ["map"] = stage => MapCard.Of(stage.After, stage.Student(stage.Voice), new SchoolOptions()),
        ["map-closed"] = stage =>
            MapCard.Of(
                stage.After with
                {
                    Unit = stage.After.Unit with { ClosedAt = Classrooms.Now },
                },
                stage.Student(stage.Voice),
                new SchoolOptions(),
                stage.Voice["Mastery.Closed"]
            ),
        ["map-young"] = stage => MapCard.Of(stage.After, stage.Student(stage.Of(GradeBand.KTo2)), new SchoolOptions()),
        ["map-own-words"] = stage =>
            MapCard.Of(
                stage.After,
                stage.Student(stage.Voice),
                new SchoolOptions { Levels = ["Beginning", "Developing", "Meeting", "Exceeding"] }
            ),
        ["units"] = stage => MapCard.Units(stage.Student(stage.Voice)),
        ["class-none"] = stage => UnitCards.List(stage.Teacher(none: true), null),
        ["class"] = stage => UnitCards.List(stage.Teacher(), null),
        ["class-not-set-up"] = stage =>
            UnitCards.List(
                stage.Teacher() is var view
                    ? view with
                    {
                        Classroom = view.Classroom with { Settings = null, Units = [] },
                    }
                    : null!,
                null
            ),
        ["form"] = stage => UnitCards.Form(UnitForm.Empty, stage.Teacher()),
        ["form-with-fault"] = stage =>
            UnitCards.Form(new("Fractions", stage.Target, stage.Voice["Teach.Units.Fault.Empty"]), stage.Teacher()),
        ["sure-after"] = stage => UnitCards.Sure(stage.After.Unit, UnitAct.AskAfter, stage.Teacher()),
        ["sure-close"] = stage => UnitCards.Sure(stage.After.Unit, UnitAct.Close, stage.Teacher()),
        ["sure-delete"] = stage => UnitCards.Sure(stage.After.Unit, UnitAct.Delete, stage.Teacher()),
        ["class-map"] = stage => UnitMapCard.Of(stage.After.Unit, 0, stage.Teacher()),
        ["student"] = stage =>
            UnitStudentCard.Of(stage.After.Unit, stage.Room.Members[1], stage.After, 0, null, stage.Teacher()),
        ["student-unrated"] = stage =>
            UnitStudentCard.Of(stage.After.Unit, stage.Room.Members[1], null, 0, null, stage.Teacher()),
    };

    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var name in Cards.Keys)
            {
                all.Add(name, "en-US");
                all.Add(name, "es-MX");
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_card_reads_as_checked_in(string name, string language) =>
        Approved.Same(
            string.Join('\n', CardOnScreen.Of(Cards[name](new Stage(language, "I can compare fractions", 3))).Lines())
                + "\n",
            Path.Combine(Repository.Root, "Bot.Tests", "Mastery", "Approved", $"{name}.{language[..2]}.txt")
        );

    /// <summary>With as many students, as many targets and as long ones as there may be.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void The_card_keeps_the_rules_and_what_people_wrote_is_never_markup(string name, string language)
    {
        var words = Markup + new string('é', LearningUnit.LongestTarget - Markup.Length);
        var stage = new Stage(language, words, LearningUnit.MostTargets, Classroom.MostMembers - 2);
        var card = CardJson.ToElement(Cards[name](stage));
        Assert.Empty(CardLint.Check(card, "zqx"));
    }

    private sealed class Stage
    {
        public Stage(string language, string target, int targets, int more = 0)
        {
            Voice = new(Voice.CultureFor(language), GradeBand.Grades6To8);
            Target = target;
            Room = Classrooms.Of([
                Classrooms.Teacher("lee"),
                Classrooms.Student("sam"),
                .. Enumerable.Range(0, more).Select(number => Classrooms.Student($"s{number}")),
            ]) with
            {
                Settings = Classrooms.Settings("lee"),
            };
            var unit = new LearningUnit(
                "aaaaaaaaaaaa",
                "Fractions",
                [
                    .. new[] { "I can add fractions", target, "I can draw fractions" }
                        .Concat(Enumerable.Repeat(target, targets))
                        .Take(targets),
                ],
                Classrooms.Now
            );
            Before = new(Room.Key, unit);
            var rated = Before.Targets.Aggregate(Before, (survey, one) => survey.Rated(one, one == 1 ? 1 : 3));
            After = rated.Shown(1, "https://school.example/drawing") with
            {
                Unit = unit with { Round = UnitRound.After },
            };
            After = After.Rated(0, 4).Rated(1, 2).Shown(1, "my quiz, 8 of 10").Marked([new(1, 4), new(0, 4)]);
            Room = Room with
            {
                Units = [unit with { Id = "old", Name = "Angles", ClosedAt = Classrooms.Now }, After.Unit],
            };
        }

        public Voice Voice { get; }

        public string Target { get; }

        public Classroom Room { get; }

        public UnitSurvey Before { get; }

        public UnitSurvey After { get; }

        public LevelWords Words => new(new SchoolOptions(), Voice);

        public Voice Of(GradeBand band) => new(Voice.Culture, band);

        public TurnContext<Person> Student(Voice voice) => Context("sam", voice);

        public UnitView Teacher(bool none = false) =>
            new(none ? Room with { Units = [] } : Room, Context("lee", Voice), Words);

        private TurnContext<Person> Context(string who, Voice voice)
        {
            var sam = new Person
            {
                Id = new(Classrooms.Tenant, who),
                Classes = [new(Room.Key, "7B Math", MemberRole.Student, null, null, false)],
                Surveys = [Before with { Unit = Before.Unit with { Id = "old", Name = "Angles" } }, After],
            };
            return new(
                sam,
                new Turn(
                    "t",
                    DocumentKeys.Person(sam.Id),
                    sam.Id,
                    who,
                    null,
                    new Said("hi"),
                    Classrooms.Now,
                    null,
                    null,
                    Guid.Empty
                ),
                voice,
                new DateOnly(2026, 9, 14)
            )
            {
                Others = new(
                    Room.Students.ToDictionary(
                        student => Room.KeyOf(student.ObjectId),
                        student => (object)(sam with { Id = new(Classrooms.Tenant, student.ObjectId) })
                    )
                ),
            };
        }
    }
}
