using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Milestones.Cards;
using Milestones.Conversations;
using Milestones.Features.Classes;
using Milestones.Features.Safety;
using Milestones.Language.Concerns;
using Milestones.Localization;
using Milestones.School;
using Milestones.Tests.Cards;
using Milestones.Tests.Support;

namespace Milestones.Tests.Classes;

public sealed class ClassCardTests
{
    /// <summary>What a name may be; nobody's client is to read it as markup.</summary>
    private const string Markup = "**zqx** [zqx](https://evil.example) <at>zqx</at>";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly PersonId Lee = new(Classrooms.Tenant, "lee");

    private static readonly Turn Turn = new(
        "turn",
        Room().Key,
        Lee,
        "Lee",
        null,
        new SaidNothing(),
        Classrooms.Now,
        "en-US",
        "America/New_York",
        Guid.Empty
    );

    private static readonly SetUpFault[] Faults =
    [
        new("zone", "SetUp.Fault.UnknownZone"),
        new("end", "SetUp.Fault.EndBeforeStart"),
        new("off1", "SetUp.Fault.OffStart"),
        new("contacts", "SetUp.Fault.Contacts"),
    ];

    private static readonly Dictionary<string, Func<Classroom, Voice, Card>> Cards = new(StringComparer.Ordinal)
    {
        ["welcome"] = (room, voice) =>
            ClassCards.Welcome(room, room.Members[0].Name, new ClassOptions(AsksGraph: true), voice),
        ["welcome-locked"] = (room, voice) => ClassCards.Welcome(room, room.Members[0].Name, new ClassOptions(), voice),
        ["welcome-by-installer"] = (room, voice) =>
            ClassCards.Welcome(
                room with
                {
                    InstalledBy = Lee,
                },
                room.Members[0].Name,
                new ClassOptions(InstallerIsTeacher: true),
                voice
            ),
        ["choose"] = (room, voice) => ClassCards.Choose(Enumerable.Repeat(room, 8), voice),
        ["set-up"] = (room, voice) =>
            SetUpCards.Form(room, null, [], Lee, Turn, voice, [new Counselor("pat", "Pat Lang")]),
        ["set-up-with-errors"] = (room, voice) =>
            SetUpCards.Form(
                room,
                new CardData(
                    new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["zone"] = "Mars",
                        ["off0From"] = "2026-11-26",
                        ["off1To"] = "2026-12-24",
                    }
                ),
                Faults,
                Lee,
                Turn,
                voice,
                []
            ),
        ["set-up-changed-meanwhile"] = (room, voice) =>
            SetUpCards.Form(
                room with
                {
                    Settings = Classrooms.Settings("lee") with
                    {
                        Schedule = Classrooms.Settings("lee").Schedule with
                        {
                            Holidays = [new("Thanksgiving", new(2026, 11, 26), new(2026, 11, 27))],
                        },
                        InvitesSharing = true,
                    },
                },
                null,
                [],
                Lee,
                Turn,
                voice,
                [],
                voice.Say("SetUp.Changed", ("name", "Kim Rivera"))
            ),
        ["set-up-saved"] = (room, voice) =>
            SetUpCards.Saved(room, Classrooms.Settings(room.Members[0].ObjectId), Turn, voice, []),
        ["claim"] = (room, voice) => ClaimHandler.Question(room, room.Members[1], voice),
        ["report"] = (room, voice) => ReportCards.Of(Troubled(room), 0, voice),
        ["call"] = (room, voice) => AlertCards.Call(room, Alert(room), Classrooms.Now.AddMinutes(3), voice),
        ["call-again"] = (room, voice) =>
            AlertCards.Call(
                room,
                Alert(room) with
                {
                    LastToldAt = Classrooms.Now,
                },
                Classrooms.Now.AddMinutes(33),
                voice
            ),
        ["call-answered"] = (room, voice) => AlertCards.Answered(Alert(room), falseAlarm: false, voice),
        ["call-false-alarm"] = (room, voice) => AlertCards.Answered(Alert(room), falseAlarm: true, voice),
    };

    public static TheoryData<string> All => [.. Cards.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public void The_card_is_as_checked_in(string name) =>
        Approved.Same(
            JsonSerializer.Serialize(CardJson.ToElement(Cards[name](Room(), In("en-US"))), Readable),
            Path.Combine(Repository.Root, "Bot.Tests", "Classes", "Approved", name + ".json")
        );

    [Theory]
    [MemberData(nameof(All))]
    public void The_card_keeps_the_rules_in_every_language_and_for_the_largest_class(string name)
    {
        foreach (var language in Voice.Languages)
        {
            Assert.Empty(CardLint.Check(CardJson.ToElement(Cards[name](Room(), In(language)))));
            Assert.Empty(CardLint.Check(CardJson.ToElement(Cards[name](Large(SetUpForm.MostChoices), In(language)))));
            Assert.Empty(CardLint.Check(CardJson.ToElement(Cards[name](Large(Classroom.MostMembers), In(language)))));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Names_are_never_read_as_markup(string name)
    {
        var room = Room();
        var named = room with
        {
            Name = Markup,
            Members = [.. room.Members.Select(member => member with { Name = Markup })],
        };

        var texts = CardOnScreen
            .Parts(CardJson.ToElement(Cards[name](named, In("en"))))
            .Where(part => CardOnScreen.Type(part) == "TextBlock")
            .Select(part => part.GetProperty("text").GetString()!);
        Assert.All(
            texts,
            text =>
                Assert.All(
                    new[] { "**", "](", "<at>" },
                    markup => Assert.DoesNotContain(markup, text, StringComparison.Ordinal)
                )
        );
    }

    [Theory]
    [InlineData("en", "Nadie")]
    [InlineData("es", "Nobody")]
    public void A_call_speaks_one_language(string language, string other) =>
        Assert.DoesNotContain(
            other,
            CardJson.ToElement(Cards["call-again"](Room(), In(language))).GetRawText(),
            StringComparison.Ordinal
        );

    [Fact]
    public void What_is_rarely_changed_is_hidden_until_something_is_wrong_there()
    {
        Assert.False(IsOpen("set-up"));
        Assert.True(IsOpen("set-up-with-errors"));

        static bool IsOpen(string name) =>
            CardOnScreen
                .Parts(CardJson.ToElement(Cards[name](Room(), In("en"))))
                .Single(part => part.TryGetProperty("isVisible", out _))
                .GetProperty("isVisible")
                .GetBoolean();
    }

    [Fact]
    public void A_long_report_has_pages()
    {
        var room = Large(40);
        var missing = room with
        {
            Members = [.. room.Members.Select(member => member with { Unreachable = "NoAnswer" })],
        };

        Assert.Equal(
            ["Next page", "Next page Page before", "Page before"],
            Enumerable
                .Range(0, 3)
                .Select(page =>
                    string.Join(
                        ' ',
                        CardOnScreen
                            .Of(ReportCards.Of(missing, page, In("en")))
                            .Titles.Where(title => title.Contains("age", StringComparison.Ordinal))
                    )
                )
        );
    }

    private static Voice In(string language) => new(CultureInfo.GetCultureInfo(language), GradeBand.Grades9To12);

    private static Classroom Room() =>
        Classrooms.Of(
            Classrooms.Teacher("lee"),
            Classrooms.Teacher("kim"),
            Classrooms.Student("sam"),
            Classrooms.Student("ana")
        ) with
        {
            Channels = [new("19:team@thread.tacv2", null), new("19:news@thread.tacv2", "Good news")],
        };

    private static Classroom Large(int people) =>
        Classrooms.Of([
            .. Enumerable.Range(0, 30).Select(Teacher),
            .. Enumerable.Range(30, people - 30).Select(Student),
        ]) with
        {
            Channels =
            [
                .. Enumerable
                    .Range(0, 30)
                    .Select(n => new SeenChannel(
                        $"19:{Guid.Empty:N}{n:d4}@thread.tacv2",
                        $"A channel with a name as long as this {n}"
                    )),
            ],
        };

    private static Member Teacher(int n) => Classrooms.Teacher(Id(n)) with { Name = Named(n) };

    private static Member Student(int n) => Classrooms.Student(Id(n)) with { Name = Named(n) };

    private static string Id(int n) => $"aaaaaaaa-0000-0000-0000-{n.ToString("d12", CultureInfo.InvariantCulture)}";

    private static string Named(int n) =>
        $"Maximiliana Fernanda Rodríguez-Castellanos {n.ToString(CultureInfo.InvariantCulture)}";

    private static Classroom Troubled(Classroom room) =>
        room with
        {
            Settings = Classrooms.Settings("lee"),
            Unreachable = "BotDisabledByAdmin",
            RosterFault = RosterFault.NoAnswer,
            Members =
            [
                .. room.Members.Select(
                    (member, n) =>
                        n == 0
                            ? member
                            : member with
                            {
                                Unreachable = n % 2 == 0 ? "ConversationBlockedByUser" : "Surprise",
                            }
                ),
            ],
        };

    private static ClassAlert Alert(Classroom room) =>
        new(
            new PersonId(Classrooms.Tenant, "sam"),
            room.Members[^1].Name,
            new OpenAlert("a1", Concern.SelfHarm, Classrooms.Now, Classrooms.Now, 1)
        )
        {
            Since = Classrooms.Now,
        };
}
