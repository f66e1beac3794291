using Milestones.Cards;
using Milestones.Conversations;
using Milestones.Features.Peers;
using Milestones.Language;
using Milestones.Localization;
using Milestones.School;
using Milestones.Tests.Cards;
using Milestones.Tests.Classes;
using Milestones.Tests.Support;

namespace Milestones.Tests.Peers;

/// <summary>The cards of feedback from all sides, in both languages, and the rules every card keeps.</summary>
public sealed class PeerCardTests
{
    private const string Markup = "**zqx** [zqx](https://evil.example) <at>zqx</at>";

    private static readonly Dictionary<string, Func<Stage, Card>> Cards = new(StringComparer.Ordinal)
    {
        ["which"] = stage =>
            WhomCards.Which(
                [.. stage.Others.Take(WhomCards.Names).Select(one => (stage.Room, one))],
                stage.Draft,
                stage.Voice
            ),
        ["choose-class"] = stage => WhomCards.Choose([stage.Room, stage.Room], stage.Draft, stage.Voice),
        ["pick"] = stage => WhomCards.Pick(stage.Room, stage.Others, PeerDraft.Empty, null, stage.Voice),
        ["pick-not-found"] = stage =>
            WhomCards.Pick(
                stage.Room,
                stage.Others,
                stage.Draft,
                stage.Voice.Say("Peers.NotFound", ("name", "Zoe")),
                stage.Voice
            ),
        ["work"] = stage => WorkCards.Form(stage.Target, stage.Draft, null, stage.Context),
        ["work-empty"] = stage =>
            WorkCards.Form(stage.Target, PeerDraft.Empty, stage.Voice["Peers.Work.Empty"], stage.Context),
        ["preview"] = stage => WorkCards.Preview(stage.Target, stage.Draft, stage.Context),
        ["sent"] = stage => WorkCards.Sent(stage.Asked(PeerState.Waiting), stage.Voice),
        ["one-at-a-time"] = stage => WorkCards.OneAtATime(stage.Asked(PeerState.Waiting), stage.Voice),
        ["taken-back"] = stage => WorkCards.TakenBack(stage.Voice),
        ["paired"] = stage => WorkCards.Paired(stage.Asked(PeerState.Choosing), stage.Voice),
        ["declined"] = stage => WorkCards.Ended(stage.Asked(PeerState.Declined), stage.Voice),
        ["too-late"] = stage => WorkCards.Ended(stage.Asked(PeerState.TooLate), stage.Voice),
        ["busy"] = stage =>
            WorkCards.Ended(stage.Asked(PeerState.Unreached) with { News = PeerNews.Busy }, stage.Voice),
        ["off"] = stage => WorkCards.Ended(stage.Asked(PeerState.Unreached) with { News = PeerNews.Off }, stage.Voice),
        ["asked"] = stage => AnswerCards.Of(stage.Task, PeerAnswer.Empty, stage.Voice),
        ["asked-link"] = stage =>
            AnswerCards.Of(
                stage.Task with
                {
                    Work = "my poem\nhttps://school.example/poem",
                },
                PeerAnswer.Empty,
                stage.Voice
            ),
        ["asked-criteria"] = stage =>
            AnswerCards.Of(
                stage.Task with
                {
                    Criteria = [stage.Words, "I name my source"],
                },
                PeerAnswer.Empty,
                stage.Voice
            ),
        ["asked-third-grade"] = stage => AnswerCards.Of(stage.Task, PeerAnswer.Empty, stage.Of(GradeBand.Grades3To5)),
        ["asked-fault"] = stage => AnswerCards.Of(stage.Task, stage.Answer("are you stupid"), stage.Voice),
        ["asked-young"] = stage =>
            AnswerCards.Of(stage.Task with { Work = null }, PeerAnswer.Empty, stage.Of(GradeBand.KTo2)),
        ["asked-young-question"] = stage =>
            AnswerCards.Of(stage.Task with { Work = null }, new() { Liked = "1" }, stage.Of(GradeBand.KTo2)),
        ["given"] = stage => AnswerCards.Given(stage.Given, stage.Voice),
        ["not-this-time"] = stage => AnswerCards.Declined(stage.Task, stage.Voice),
        ["thanks"] = stage => AnswerCards.Thanks(stage.Given, stage.Voice),
        ["received"] = stage => ReceivedCards.Of(stage.Received(null), stage.Voice),
        ["received-young"] = stage => ReceivedCards.Of(stage.Received(null), stage.Of(GradeBand.KTo2)),
        ["received-helped"] = stage => ReceivedCards.Of(stage.Received(PeerHelp.Helped), stage.Voice),
        ["received-a-bit"] = stage => ReceivedCards.Of(stage.Received(PeerHelp.ABit), stage.Voice),
        ["received-not-this-time"] = stage => ReceivedCards.Of(stage.Received(PeerHelp.NotThisTime), stage.Voice),
        ["mine-none"] = stage => MineCard.Of(stage.Context),
        ["mine"] = stage => MineCard.Of(stage.With(stage.All)),
        ["pairs"] = stage => stage.Proposal(null),
        ["pairs-changed"] = stage => stage.Proposal(stage.Voice["Teach.Pairs.Changed"]),
        ["pairs-young"] = stage => stage.Young().Proposal(null),
        ["pairs-none"] = stage => PairsCards.Plain(stage.Room, stage.Voice["Teach.Pairs.ThirdTime"], stage.Voice),
        ["pairs-sent"] = stage => PairsCards.Sent(stage.Room, stage.Groups, stage.Voice),
        ["class-none"] = stage => SeenCards.Students(stage.Room, [], 0, stage.Voice),
        ["class"] = stage => SeenCards.Students(stage.Room, stage.Others, 0, stage.Voice),
        ["student"] = stage => SeenCards.Student(stage.Room, stage.Others[0], stage.All, stage.Voice),
        ["student-none"] = stage => SeenCards.Student(stage.Room, stage.Others[0], [], stage.Voice),
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
            string.Join(
                '\n',
                CardOnScreen.Of(Cards[name](new Stage(language, "Bees talk by dancing.", "ana", 3))).Lines()
            ) + "\n",
            Path.Combine(Repository.Root, "Bot.Tests", "Peers", "Approved", $"{name}.{language[..2]}.txt")
        );

    /// <summary>In the largest class, with as many entries and as long words as there may be.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void The_card_keeps_the_rules_and_what_people_wrote_is_never_markup(string name, string language)
    {
        var stage = new Stage(
            language,
            Markup + new string('é', PeerFeedback.LongestWords - Markup.Length),
            "Ana-Sofía de la Cruz Villanueva y Gutiérrez de los Ángeles",
            Classroom.MostMembers - 2,
            PeerFeedback.MostKept
        );
        Assert.Empty(CardLint.Check(CardJson.ToElement(Cards[name](stage)), "zqx"));
    }

    private sealed record Stage
    {
        private readonly int _entries;

        public Stage(string language, string words, string name, int students, int entries = 1)
        {
            (Words, _entries) = (words, entries);
            Voice = new(Voice.CultureFor(language), GradeBand.Grades6To8);
            Others =
            [
                new("ana", name, MemberRole.Student),
                .. Enumerable
                    .Range(0, students)
                    .Select(number => new Member($"s{number}", $"s{number} {name}", MemberRole.Student)),
            ];
            Room = Classrooms.Of([Classrooms.Teacher("lee"), Classrooms.Student("sam"), .. Others]) with
            {
                Settings = Classrooms.Settings("lee"),
            };
        }

        public string Words { get; }

        public Voice Voice { get; }

        public Classroom Room { get; private init; }

        public IReadOnlyList<Member> Others { get; }

        public PeerTarget Target => new(Room, Others[0], null);

        public PeerDraft Draft => new(null, Words);

        public PeerFeedback Task => Entry(PeerSide.Giving, PeerState.Waiting);

        public PeerFeedback Given => Answered(PeerSide.Giving, PeerState.Answered);

        public IReadOnlyList<IReadOnlyList<Member>> Groups =>
            [.. Others.SkipLast(3).Chunk(2).Where(pair => pair.Length == 2), [.. Others.TakeLast(3)]];

        public IReadOnlyList<PeerFeedback> All =>
            [
                .. Enumerable
                    .Repeat(0, _entries)
                    .SelectMany(_ =>
                        new[]
                        {
                            Received(PeerHelp.ABit),
                            Received(null),
                            Asked(PeerState.Waiting),
                            Task,
                            Answered(PeerSide.Giving, PeerState.Thanked),
                        }
                    )
                    .Take(Math.Max(5, 2 * _entries)),
            ];

        public TurnContext<Person> Context => With([]);

        public Voice Of(GradeBand band) => new(Voice.Culture, band);

        public Stage Young() =>
            this with
            {
                Room = Room with { Settings = Room.Settings! with { Band = GradeBand.KTo2 } },
            };

        public PeerFeedback Asked(PeerState state) => Entry(PeerSide.Asked, state);

        public PeerFeedback Received(PeerHelp? help) =>
            Answered(PeerSide.Asked, PeerState.Answered) with
            {
                Help = help,
            };

        public PeerAnswer Answer(string question) =>
            PeerAnswer.Read(
                new CardData(new Dictionary<string, string> { ["strength"] = Words, ["question"] = question }),
                Task,
                Voice
            );

        public Card Proposal(string? note) => PairsCards.Proposal(Room, Groups, (1, 2), "0123456789ab", note, Context);

        public TurnContext<Person> With(IReadOnlyList<PeerFeedback> peers)
        {
            var sam = new Person
            {
                Id = new(Classrooms.Tenant, "sam"),
                Classes =
                [
                    new(Room.Key, "7B Math", MemberRole.Student, Room.Settings!.Schedule, GradeBand.Grades6To8, false),
                ],
                Peers = peers,
            };
            return new(
                sam,
                new Turn(
                    "t",
                    DocumentKeys.Person(sam.Id),
                    sam.Id,
                    "sam",
                    null,
                    new Said("hi"),
                    Classrooms.Now,
                    null,
                    null,
                    Guid.Empty
                ),
                Voice,
                new DateOnly(2026, 9, 14)
            );
        }

        private PeerFeedback Answered(PeerSide side, PeerState state) =>
            Entry(side, state) with
            {
                Strength = Words,
                Question = Words,
            };

        private PeerFeedback Entry(PeerSide side, PeerState state) =>
            new("aaaaaaaaaaaa", Room.Key, side, "ana", Classrooms.Now)
            {
                OtherName = Others[0].Name,
                Work = Words,
                Area = Area.Academic,
                State = state,
            };
    }
}
