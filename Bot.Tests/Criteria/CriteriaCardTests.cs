using Milestones.Cards;
using Milestones.Conversations;
using Milestones.Features.Criteria;
using Milestones.Language;
using Milestones.Localization;
using Milestones.School;
using Milestones.Tests.Cards;
using Milestones.Tests.Classes;
using Milestones.Tests.Support;
using Milestones.Views;

namespace Milestones.Tests.Criteria;

/// <summary>The cards of success criteria from both sides, in both languages, and the rules every card keeps.</summary>
public sealed class CriteriaCardTests
{
    private const string Markup = "**zqx** [zqx](https://evil.example) <at>zqx</at>";

    private static readonly Dictionary<string, Func<Stage, Card>> Cards = new(StringComparer.Ordinal)
    {
        ["ask"] = stage => CheckCards.Ask(stage.Fresh, again: false, stage.Voice),
        ["ask-again"] = stage => CheckCards.Ask(stage.Fresh, again: true, stage.Voice),
        ["ask-changed"] = stage => CheckCards.Ask(stage.Done, again: false, stage.Voice),
        ["ask-young"] = stage => CheckCards.Ask(stage.Fresh, again: false, stage.Of(GradeBand.KTo2)),
        ["check"] = stage => CheckCards.Question(stage.Fresh, stage.Fresh.Criteria.List[0], stage.Voice),
        ["check-again"] = stage =>
            CheckCards.Question(stage.Open, stage.Open.Criteria.List[1], stage.Voice, stage.Voice["Criteria.Changed"]),
        ["check-too-long"] = stage =>
            CheckCards.Question(
                stage.Open,
                stage.Open.Criteria.List[1],
                stage.Voice,
                null,
                (stage.Voice.Say("Criteria.TooLong", ("max", 200)), stage.Words)
            ),
        ["check-young"] = stage =>
            CheckCards.Question(stage.Fresh, stage.Fresh.Criteria.List[0], stage.Of(GradeBand.KTo2)),
        ["next"] = stage => CheckCards.Next(stage.Done, stage.Voice),
        ["next-empty"] = stage => CheckCards.Next(stage.Done, stage.Voice, (stage.Voice["Criteria.Next.Empty"], null)),
        ["next-all-yes"] = stage => CheckCards.Next(stage.All(Meets.Yes), stage.Voice),
        ["next-not-yet"] = stage => CheckCards.Next(stage.All(Meets.NotYet), stage.Voice),
        ["next-young"] = stage => CheckCards.Next(stage.Done, stage.Of(GradeBand.KTo2)),
        ["checked"] = stage => CheckedCard.Of(stage.Done, stage.Sam(stage.Voice)),
        ["checked-over"] = stage =>
            CheckedCard.Of(
                stage.Done with
                {
                    IsOpen = false,
                },
                stage.Sam(stage.Voice),
                stage.Voice["Criteria.Over.Task"]
            ),
        ["checked-young"] = stage => CheckedCard.Of(stage.Done, stage.Sam(stage.Of(GradeBand.KTo2))),
        ["mine"] = stage => CheckedCard.All(Works.Of(stage.Sam(stage.Voice).Person), stage.Sam(stage.Voice)),
        ["propose"] = stage => ProposalCards.Form(stage.Goal, "", null, stage.Sam(stage.Voice)),
        ["propose-two-classes"] = stage =>
            ProposalCards.Form(
                stage.Goal,
                stage.Words,
                stage.Voice["Criteria.Fault.Empty"],
                stage.Sam(stage.Voice, classes: 2)
            ),
        ["propose-no-class"] = stage => ProposalCards.Form(stage.Goal, "", null, stage.Sam(stage.Voice, classes: 0)),
        ["class"] = stage => TaskCards.List(stage.Lee(), null),
        ["class-none"] = stage =>
            TaskCards.List(
                stage.Lee() is var view
                    ? view with
                    {
                        Classroom = view.Classroom with { Members = [], Tasks = [], Settings = null },
                    }
                    : null!,
                null
            ),
        ["form"] = stage => TaskCards.Form(TaskForm.Empty, stage.Lee()),
        ["form-change"] = stage => TaskCards.Form(TaskForm.Of(stage.Task), stage.Lee()),
        ["task"] = stage => TaskCard.Of(stage.Task, 0, stage.Lee()),
        ["sure-close"] = stage => TaskCards.Sure(stage.Task, TaskAct.Close, stage.Lee()),
        ["sure-delete"] = stage => TaskCards.Sure(stage.Task, TaskAct.Delete, stage.Lee()),
        ["students"] = stage => TaskCards.Students(stage.Lee()),
        ["student"] = stage => StudentWorkCards.All(stage.Room.Members[1], null, stage.Lee()),
        ["student-work"] = stage => StudentWorkCards.One(stage.Room.Members[1], stage.Done, stage.Lee()),
        ["goal-proposed"] = stage =>
            StudentWorkCards.Form(
                stage.Room.Members[1],
                new(stage.Goal, stage.Goal.Sentence),
                null,
                stage.Voice["Teach.Tasks.NotYet"],
                stage.Lee()
            ),
        ["goal"] = stage =>
            StudentWorkCards.Form(
                stage.Room.Members[1],
                new(stage.Goal with { Criteria = null }, stage.Words),
                null,
                null,
                stage.Lee()
            ),
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
            string.Join('\n', CardOnScreen.Of(Cards[name](new Stage(language, "I quote the text", 3))).Lines()) + "\n",
            Path.Combine(Repository.Root, "Bot.Tests", "Criteria", "Approved", $"{name}.{language[..2]}.txt")
        );

    /// <summary>With as many students, as many criteria and as long ones as there may be.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void The_card_keeps_the_rules_and_what_people_wrote_is_never_markup(string name, string language)
    {
        var words = Markup + new string('é', SuccessCriteria.LongestText - Markup.Length);
        var stage = new Stage(language, words, SuccessCriteria.Most, Classroom.MostMembers - 2);
        Assert.Empty(CardLint.Check(CardJson.ToElement(Cards[name](stage)), "zqx"));
    }

    private sealed class Stage
    {
        private static readonly DateOnly Monday = new(2026, 9, 14);

        public Stage(string language, string words, int count, int more = 0)
        {
            Voice = new(Voice.CultureFor(language), GradeBand.Grades6To8);
            Words = words;
            Task = new(
                "task",
                "Essay",
                [
                    .. new[] { "I give a reason", words, "I end with my view" }
                        .Concat(Enumerable.Repeat(words, count))
                        .Take(count)
                        .Select((text, i) => new Criterion($"c{i}", text)),
                ],
                Classrooms.Now
            );
            Room = Classrooms.Of([
                Classrooms.Teacher("lee"),
                Classrooms.Student("sam"),
                .. Enumerable.Range(0, more).Select(number => Classrooms.Student($"s{number}")),
            ]) with
            {
                Settings = Classrooms.Settings("lee"),
                Tasks = [Task with { Id = "old", Name = "Poem", ClosedAt = Classrooms.Now }, Task],
            };
            var fresh = new SuccessCriteria { Class = Room.Key, List = Task.Criteria };
            Fresh = Work(fresh with { Open = new("k0", Monday) });
            var once = Checked(fresh, i => i == 1 ? Meets.NotYet : Meets.Yes, "k1");
            Open = Work(once.Answered(new("c0", Meets.Yes), "k2", Monday));
            Done = Work(Checked(once, i => i == 1 ? Meets.Partly : Meets.Yes, "k2").Going(words));
            Goal = new Goal(
                "goal",
                words,
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
                Criteria = new() { Proposed = new(Room.Key, Task.Criteria, Classrooms.Now) },
            };
        }

        public Voice Voice { get; }

        public string Words { get; }

        public ClassTask Task { get; }

        public Classroom Room { get; }

        public Goal Goal { get; }

        public Work Fresh { get; }

        public Work Open { get; }

        public Work Done { get; }

        public Work All(Meets meets) => Work(Checked(Fresh.Criteria with { Open = null }, _ => meets, "k3"));

        public Voice Of(GradeBand band) => new(Voice.Culture, band);

        public TurnContext<Person> Sam(Voice voice, int classes = 1) => Context("sam", voice, classes);

        public TaughtView Lee() => new(Room, Context("lee", Voice, 1));

        private SuccessCriteria Checked(SuccessCriteria criteria, Func<int, Meets> meets, string id) =>
            criteria
                .List.Index()
                .Aggregate(
                    criteria,
                    (so, one) =>
                        so.Answered(
                            new(one.Item.Id, meets(one.Index), one.Index == 0 ? "https://school.example/essay" : Words),
                            id,
                            Monday
                        )
                );

        private static Work Work(SuccessCriteria criteria) => new("task", "Essay", criteria, true) { IsTask = true };

        private TurnContext<Person> Context(string who, Voice voice, int classes)
        {
            var sam = new Person
            {
                Id = new(Classrooms.Tenant, who),
                Classes =
                [
                    .. Enumerable
                        .Range(0, classes)
                        .Select(n => new Membership(
                            n == 0 ? Room.Key : new($"{Room.Key.Partition}{n}", Room.Key.Id),
                            n == 0 ? "7B Math" : "7B Art",
                            MemberRole.Student,
                            null,
                            null,
                            false
                        )),
                ],
                Goals = [Goal, Goal with { Id = "own", Sentence = "I want to read 12 books", Criteria = null }],
                Tasks = [new(Room.Key, "task", "Essay", Done.Criteria)],
                TeacherReplies =
                [
                    new("r", Room.Key, Room.KeyOf("lee"), "Lee", "text", Classrooms.Now)
                    {
                        ShownAt = Classrooms.Now,
                        Feedback = new("task", "Essay", Words, Words, "Add a quote"),
                    },
                ],
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
                Monday
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
