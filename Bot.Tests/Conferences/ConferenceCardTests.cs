using Milestones.Cards;
using Milestones.Features.Conferences;
using Milestones.Localization;
using Milestones.School;
using Milestones.Tests.Cards;
using Milestones.Tests.Classes;
using Milestones.Tests.Support;
using Milestones.Views;

namespace Milestones.Tests.Conferences;

/// <summary>The cards of a conference from both sides, in both languages and three ages.</summary>
public sealed class ConferenceCardTests
{
    private const string Markup = "**zqx** [zqx](https://evil.example) <at>zqx</at>";

    private static readonly SchoolOptions School = new();

    private static readonly Dictionary<string, Func<Stage, Card>> Cards = new(StringComparer.Ordinal)
    {
        ["pack"] = stage => PackCards.Of(stage.Pack, stage.Of(GradeBand.Grades6To8), School, "Conference.IsReady"),
        ["pack-grade-4"] = stage => PackCards.Of(stage.Pack, stage.Of(GradeBand.Grades3To5), School, null),
        ["pack-young"] = stage => PackCards.Of(stage.Pack, stage.Of(GradeBand.KTo2), School, null),
        ["pack-changed"] = stage =>
            PackCards.Of(
                stage.Pack.Toggled(ConferencePart.Data).Moved(ConferencePart.Goals, earlier: true) with
                {
                    On = Pupil.Today,
                },
                stage.Of(GradeBand.Grades6To8),
                School,
                null
            ),
        ["pack-of-nothing"] = stage =>
            PackCards.Of(new(Pupil.Now), stage.With(Pupil.WithNothing), School, "Conference.OneStays"),
        ["part"] = stage => stage.Part(ConferencePart.ProudOf, GradeBand.Grades6To8),
        ["part-habit"] = stage => stage.Part(ConferencePart.Habit, GradeBand.Grades6To8, "Conference.Full"),
        ["part-growth"] = stage => stage.Part(ConferencePart.Growth, GradeBand.Grades3To5),
        ["part-data"] = stage => stage.Part(ConferencePart.Data, GradeBand.Grades6To8),
        ["part-goals"] = stage => stage.Part(ConferencePart.Goals, GradeBand.Grades6To8),
        ["part-questions"] = stage => stage.Part(ConferencePart.Questions, GradeBand.Grades6To8),
        ["part-young"] = stage => stage.Part(ConferencePart.ProudOf, GradeBand.KTo2),
        ["part-of-nothing"] = stage =>
            PartCard.Of(ConferencePart.ProudOf, new(Pupil.Now), 0, null, stage.With(Pupil.WithNothing), School),
        ["only-me"] = stage =>
            PartCard.Sure(
                ConferenceItems.Of(stage.Person).First(item => item.IsPrivate),
                stage.Of(GradeBand.Grades6To8),
                School
            ),
        ["details"] = stage => PackCards.Details(stage.Pack, "Conference.WrongDay", stage.Of(GradeBand.Grades6To8)),
        ["ready"] = stage => PackCards.Ready(stage.Person.Classes, stage.Voice),
        ["ready-alone"] = stage => PackCards.Ready([], stage.Voice),
        ["link"] = stage => PackCards.Link("https://bot.elm.example/conference/x", isClass: false, stage.Voice),
        ["link-class"] = stage => PackCards.Link("https://bot.elm.example/conference/x", isClass: true, stage.Voice),
        ["how"] = stage => PackCards.HowWasIt(stage.Voice),
        ["looked-back"] = stage =>
            PackCards.LookedBack(
                stage.Pack with
                {
                    LookedBack = ["I was not nervous", stage.Words],
                },
                stage.Voice.List("Conference.Heard.After")[1],
                stage.Voice
            ),
        ["class"] = stage => ClassPacksCard.Of(stage.Room, null, stage.Teacher),
        ["class-day"] = stage =>
            ClassPacksCard.Of(
                stage.Room with
                {
                    ConferenceOn = Pupil.Today.AddDays(4),
                },
                "Teach.Conference.DaySet",
                stage.Teacher
            ),
        ["class-which"] = stage => WhichClass.Of(stage.Person.Classes, ConferencesVerbs.List, stage.Voice),
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
            string.Join('\n', CardOnScreen.Of(Cards[name](new Stage(language, "get an A"))).Lines()) + "\n",
            Path.Combine(Repository.Root, "Bot.Tests", "Conferences", "Approved", $"{name}.{language[..2]}.txt")
        );

    /// <summary>With as long words as there may be, and the largest class.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void The_card_keeps_the_rules_and_what_people_wrote_is_never_markup(string name, string language)
    {
        var words = Markup + new string('é', Goal.MaxLength - Markup.Length);
        var stage = new Stage(language, words, more: Classroom.MostMembers - 4);
        Assert.Empty(CardLint.Check(CardJson.ToElement(Cards[name](stage)), "zqx"));
    }

    private sealed class Stage
    {
        private readonly string _language;

        public Stage(string language, string words, int more = 0)
        {
            (_language, Words) = (language, words);
            Voice = new(Voice.CultureFor(language), GradeBand.Grades6To8);
            var term = Pupil.WithATerm;
            Person =
                more == 0
                    ? term
                    : term with
                    {
                        Goals =
                        [
                            .. term.Goals.Select(goal =>
                                goal with
                                {
                                    Sentence = words,
                                    Plan = words,
                                    Progress =
                                    [
                                        .. goal.Progress.Select(entry => entry with { Evidence = words, Note = words }),
                                    ],
                                }
                            ),
                        ],
                        Reflections =
                        [
                            .. term.Reflections.Select(week =>
                                week with
                                {
                                    Answers = [.. week.Answers.Select(answer => answer with { Text = words })],
                                }
                            ),
                        ],
                        TeacherReplies = [.. term.TeacherReplies.Select(reply => reply with { Text = words })],
                    };
            Pack = ConferenceItems.Begun(Person, Pupil.Now);
            Room = Classrooms.Of([
                Classrooms.Teacher("lee"),
                .. new[] { "ana", "bo", "sam" }
                    .Concat(Enumerable.Range(0, more).Select(number => $"s{number}"))
                    .Select(name => Classrooms.Student(name)),
            ]);
        }

        public Voice Voice { get; }

        public string Words { get; }

        public Person Person { get; }

        public ConferencePack Pack { get; }

        public Classroom Room { get; }

        public TurnContext<Person> Teacher =>
            Pupil.In(Person, _language, GradeBand.Grades9To12) with
            {
                Others = new(
                    Room.Students.ToDictionary(
                        student => Room.KeyOf(student.ObjectId),
                        student =>
                            (object)(
                                Person with
                                {
                                    Id = new(Classrooms.Tenant, student.ObjectId),
                                    Conference = student.ObjectId switch
                                    {
                                        "ana" => Pack with { ReadyAt = Pupil.Now, ReadyIn = Room.Key },
                                        "bo" => Pack,
                                        _ => null,
                                    },
                                }
                            )
                    )
                ),
            };

        public TurnContext<Person> Of(GradeBand band) => Pupil.In(Person, _language, band);

        public TurnContext<Person> With(Person person) => Pupil.In(person, _language, GradeBand.Grades6To8);

        public Card Part(ConferencePart part, GradeBand band, string? note = null) =>
            PartCard.Of(part, Pack, 0, note, Of(band), School);
    }
}
