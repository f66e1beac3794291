using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Milestones.Features.Teaching;
using Milestones.School;
using Milestones.Tests.Support;
using Milestones.Views;
using Xunit.Abstractions;

namespace Milestones.Tests.Journeys;

/// <summary>
/// Two students, their teacher and a colleague come and go, with the bot, in any order, and some of it is never told.
/// No
/// order of it makes a student a teacher, or shows one what another wrote; nor whoever teaches no more.
/// </summary>
public sealed class AuthorityProperties(ITestOutputHelper output)
{
    private const string Secret = "words of a classmate";

    /// <summary>How the school says who teaches.</summary>
    public enum Source
    {
        Graph,
        Code,
        Installer,
    }

    /// <summary>What may happen next, by whom: of Lee and Kim, who teach, and Sam and Ana, who learn.</summary>
    public enum Event
    {
        AddsBot,
        RemovesBot,
        Leaves,
        LeavesUntold,
        Joins,
        JoinsUntold,
        TalksInChannel,
        Talks,
        Looks,
        SetsUp,
        Locks,
        ClaimsToTeach,
        Reflects,
        TimePasses,
        GraphRefuses,
        GraphAnswers,
        CodeIsSent,
    }

    private static readonly string[] Words = ["my class", "who hasn't reflected?", "how is Ana?", "how is Sam?", "hi"];

    private static readonly string[] Verbs =
    [
        TeacherVerbs.Class,
        TeacherVerbs.List,
        TeacherVerbs.Read,
        TeacherVerbs.Reply,
        TeacherVerbs.Delivery,
        ClassVerbs.SetUp,
        ClassVerbs.Report,
    ];

    private static Gen<List<(Event What, int Who, int How)>> Orders =>
        Gen.ListOf(
                from what in Gen.Frequency([.. Enum.GetValues<Event>().Select(one => (Weight(one), Gen.Constant(one)))])
                from who in Gen.Elements(0, 0, 1, 2, 2, 3)
                from how in Gen.Choose(0, 1000)
                select (what, who, how)
            )
            .Select(steps => steps.ToList())
            .Resize(40);

    /// <summary>What a hole shows through comes more often.</summary>
    private static int Weight(Event what) =>
        what switch
        {
            Event.Looks => 7,
            Event.TimePasses => 4,
            Event.LeavesUntold => 3,
            _ => 1,
        };

    [Theory]
    [InlineData(Source.Graph)]
    [InlineData(Source.Code)]
    [InlineData(Source.Installer)]
    public void No_order_of_events_makes_a_student_a_teacher_or_shows_one_what_another_wrote(Source source) =>
        PropertyRuns.Check(
            Prop.ForAll(
                Orders.ToArbitrary(),
                steps => Task.Run(() => PlayAsync(source, steps)).GetAwaiter().GetResult()
            ),
            Config.QuickThrowOnFailure.WithMaxTest(20),
            output
        );

    private static async Task PlayAsync(Source source, List<(Event What, int Who, int How)> steps)
    {
        using var graph = new StubGraph();
        await using var bot = await BotFixture.StartAsync(
            change: graph.Put,
            settings:
            [
                $"--Graph:Enabled={source == Source.Graph}",
                $"--Classes:InstallerIsTeacher={source == Source.Installer}",
            ]
        );
        var world = new World(bot, graph, source);
        await world.BeginAsync();
        foreach (var (what, who, how) in steps)
        {
            await world.HappensAsync(what, who, how);
            await world.CheckAsync();
        }
    }

    private sealed class World
    {
        private readonly BotFixture _bot;
        private readonly StubGraph _graph;
        private readonly Source _source;
        private readonly Student[] _people;
        private readonly Team _team;
        private readonly Dictionary<Student, DateTimeOffset> _gone = [];

        public World(BotFixture bot, StubGraph graph, Source source)
        {
            (_bot, _graph, _source) = (bot, graph, source);
            _people = [bot.Student("Lee"), bot.Student("Kim"), bot.Student("Sam"), bot.Student("Ana")];
            _team = new Team(bot, "7B Math", _people);
            graph.Owners.Add(_people[0]);
        }

        private Student Lee => _people[0];

        private IEnumerable<Student> Students => _people[2..];

        /// <summary>
        /// A class as it was once: in it a student reflected and shared it. Where adding the bot makes a teacher, the
        /// teacher did it first.
        /// </summary>
        public async Task BeginAsync()
        {
            await _team.AddBotAsync(_source == Source.Installer ? Lee : _people[3]);
            if (_source == Source.Code)
                await PostAsync(Lee, Lee.Message(await _bot.TeacherCodeAsync(_team)));
            await _team.SettleAsync();
            await _team.SetUpAsync(Lee);
            foreach (var student in Students)
                await ReflectsAsync(student);
            foreach (var student in Students)
                Assert.True(Has(await PostAsync(Lee, Lee.Invoke(TeacherVerbs.Read, Data(student))), student));
        }

        public async Task HappensAsync(Event what, int who, int how)
        {
            var person = _people[who];
            switch (what)
            {
                case Event.AddsBot:
                    await _team.AddBotAsync(person);
                    break;
                case Event.RemovesBot:
                    await _team.RemoveBotAsync(person);
                    break;
                case Event.Leaves or Event.LeavesUntold:
                    _gone.TryAdd(person, _bot.Clock.Now);
                    if (what == Event.Leaves)
                        await _team.LeavesAsync(person);
                    else
                        _team.Roster.RemoveAll(member => member.AadObjectId == person.ObjectId);
                    break;
                case Event.Joins or Event.JoinsUntold when _gone.Remove(person):
                    if (what == Event.Joins)
                        await _team.JoinsAsync(person);
                    else
                        _team.Roster.Add(Team.Of(person));
                    break;
                case Event.TalksInChannel:
                    await _team.SaysAsync(person, how % 2 == 0 ? "set up class" : "hi");
                    break;
                case Event.Talks:
                    await AskAsync(person, person.Message(Words[how % Words.Length]));
                    break;
                case Event.Looks:
                    await AskAsync(person, person.Invoke(Verbs[how % Verbs.Length], Data(_people[2 + how % 2])));
                    foreach (var student in Students)
                        await AskAsync(person, person.Invoke(TeacherVerbs.Read, Data(student)));
                    break;
                case Event.SetsUp:
                    await AskAsync(person, _team.Moved(person.Invoke(ClassVerbs.SetUp, Data(person))));
                    break;
                case Event.Locks when how % 3 == 0:
                    await AskAsync(person, _team.Moved(person.Invoke(ClassVerbs.NotOurs, Data(person))));
                    break;
                case Event.ClaimsToTeach when how % 3 == 0:
                    await AskAsync(person, person.Message("i'm a teacher"));
                    break;
                case Event.Reflects when who >= 2:
                    await ReflectsAsync(person);
                    break;
                case Event.TimePasses:
                    await _bot.QuietAsync();
                    _bot.Clock.Advance(how % 5 == 0 ? TimeSpan.FromDays(3) : TimeSpan.FromMinutes(6));
                    await _team.SettleAsync();
                    break;
                case Event.GraphRefuses or Event.GraphAnswers:
                    _graph.Refuses =
                        what == Event.GraphAnswers ? null
                        : how % 2 == 0 ? 503
                        : 403;
                    break;
                case Event.CodeIsSent when _source == Source.Code && how % 2 == 0:
                    await AskAsync(_people[who % 2], _people[who % 2].Message(await _bot.TeacherCodeAsync(_team)));
                    break;
            }
        }

        public async Task CheckAsync()
        {
            await _bot.QuietAsync();
            var classroom = (await _team.ReadAsync())!;
            foreach (var student in Students)
            {
                Assert.NotEqual(MemberRole.Teacher, classroom.Find(student.ObjectId)?.Role);
                Assert.DoesNotContain(
                    (await _bot.PersonAsync(student))?.Classes ?? [],
                    one => one.Role == MemberRole.Teacher
                );
                Assert.DoesNotContain(
                    _bot.Connector.Messages.Where(call => IsTo(call, student)),
                    call => Has(call.Body.GetRawText(), Students.Single(other => other != student))
                );
            }
        }

        /// <summary>
        /// A student is answered nothing of a classmate; nor is anybody who left more than five minutes ago.
        /// </summary>
        private async Task AskAsync(Student person, JsonObject activity)
        {
            var before = _bot.Connector.Messages.Count;
            var isGone = _gone.TryGetValue(person, out var since) && _bot.Clock.Now - since > TimeSpan.FromMinutes(5);
            var answer = await PostAsync(person, activity);
            await _bot.QuietAsync();
            foreach (var student in Students.Where(student => student != person))
            {
                if (!Students.Contains(person) && !isGone)
                    continue;
                Assert.False(Has(answer, student), "Shown in the answer to a tap.");
                Assert.DoesNotContain(
                    _bot.Connector.Messages.Skip(before).Where(call => IsTo(call, person)),
                    call => Has(call.Body.GetRawText(), student)
                );
            }
        }

        private async Task ReflectsAsync(Student student)
        {
            await PostAsync(student, student.Message("reflect"));
            await _bot.QuietAsync();
            student.Screen.Take(await student.ArrivedAsync(), null);
            if (student.Screen.Cards.LastOrDefault(card => card.Find("Done") is not null) is not { } card)
                return;
            if (!card.Fields.ContainsKey("sharing"))
                return; // in no class now: nothing is shared
            await PostAsync(
                student,
                student.Tap(
                    card,
                    "😕 Not great",
                    new Dictionary<string, string>(StringComparer.Ordinal) { ["sharing"] = nameof(Sharing.MyTeacher) }
                )
            );
            await PostAsync(student, student.Message($"{Secret} {student.Name}"));
            await _team.SettleAsync();
        }

        private JsonObject Data(Student about) =>
            new() { ["class"] = _team.Key.Partition, ["student"] = about.ObjectId };

        private static bool IsTo(ConnectorCall call, Student person) =>
            call.ConversationId == person.Conversation
            || call.ConversationId.EndsWith(person.ObjectId, StringComparison.Ordinal);

        private static bool Has(string text, Student writer) =>
            text.Contains($"{Secret} {writer.Name}", StringComparison.Ordinal);

        private static async Task<string> PostAsync(Student person, JsonObject activity)
        {
            using var response = await person.PostAsync(activity);
            Assert.True(response.IsSuccessStatusCode);
            return Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync());
        }
    }
}
