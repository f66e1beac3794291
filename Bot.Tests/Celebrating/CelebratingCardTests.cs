using Milestones.Cards;
using Milestones.Features.Celebrating;
using Milestones.Features.Certificates;
using Milestones.Localization;
using Milestones.School;
using Milestones.Tests.Cards;
using Milestones.Tests.Classes;
using Milestones.Tests.Support;

namespace Milestones.Tests.Celebrating;

/// <summary>The cards of a class that celebrates, in both languages, and the rules every card keeps.</summary>
public sealed class CelebratingCardTests
{
    /// <summary>What a name or words may be; nobody's client is to read them as markup.</summary>
    private const string Markup = "**zqx** [zqx](https://evil.example) <at>zqx</at>";

    /// <summary>Names come from the directory, and are no more trusted; escaped they may stand in a heading.</summary>
    private const string Marked = "**Bo** [Bo](https://evil.example)";

    private static readonly Dictionary<string, Func<Classroom, string, Voice, Card>> Cards = new(StringComparer.Ordinal)
    {
        ["which"] = (room, words, voice) =>
            GivingCards.Which([.. room.Students.Take(6).Select(one => (room, one))], words, voice),
        ["pick"] = (room, words, voice) => GivingCards.Pick(room, [.. room.Students.Take(100)], words, voice),
        ["pick-by-name"] = (room, words, voice) => GivingCards.PickByName(room, words, voice),
        ["choose"] = (room, _, voice) => GivingCards.Choose([room, room], voice),
        ["form"] = (room, words, voice) => GivingCards.Form(room, Ana(room), words, null, true, "token", voice),
        ["form-with-fault"] = (room, words, voice) =>
            GivingCards.Form(room, Ana(room), words, voice["Praise.Fault.Unkind"], true, "token", voice),
        ["form-young"] = (room, _, voice) =>
            GivingCards.Form(room, Ana(room), null, null, false, "token", new(voice.Culture, GradeBand.KTo2)),
        ["sent"] = (room, words, voice) => GivingCards.Sent(Said(room, words), Ana(room), voice),
        ["ask"] = (room, words, voice) => OfferCards.Ask(Offer(room, words), Ana(room).Name!, voice),
        ["ask-young"] = (room, words, voice) =>
            OfferCards.Ask(Offer(room, words), Ana(room).Name!, new(voice.Culture, GradeBand.KTo2)),
        ["ask-young-readers"] = (room, words, voice) =>
            OfferCards.Ask(Offer(room, words), Ana(room).Name!, new(voice.Culture, GradeBand.Grades3To5)),
        ["told"] = (room, words, voice) => OfferCards.Told(Offer(room, words), Ana(room).Name!, true, voice),
        ["going"] = (room, words, voice) => OfferCards.Going(Offer(room, words), Ana(room).Name!, voice),
        ["post"] = (room, words, _) => PostCards.Of(Post(room, words, PostState.Posted), room),
        ["post-mentioned"] = (room, words, _) =>
            PostCards.Of(Post(room, words, PostState.Posted) with { Mentions = true, Faces = [] }, room),
        ["post-young"] = (room, words, _) =>
            PostCards.Of(
                Post(room, words, PostState.Posted),
                room with
                {
                    Settings = room.Settings! with { Band = GradeBand.KTo2 },
                }
            ),
        ["week"] = (room, words, _) => PostCards.Of(Week(words, isMonth: false), room),
        ["week-young"] = (room, _, _) =>
            PostCards.Of(
                Week(null, isMonth: true),
                room with
                {
                    Settings = room.Settings! with { Band = GradeBand.KTo2 },
                }
            ),
        ["week-look"] = (room, words, voice) =>
            SummaryCards.Preview(Week(words, isMonth: false).Summary!, Classrooms.Now, room, voice),
        ["week-change"] = (room, words, voice) =>
            SummaryCards.Change(Week(words, isMonth: false).Summary!, words, voice["Praise.Fault.Unkind"], room, voice),
        ["badges-told"] = (_, _, voice) => BadgeCards.Told(Badges, voice),
        ["badge-told"] = (_, _, voice) => BadgeCards.Told([Badges[0]], voice),
        ["badges"] = (_, _, voice) =>
            BadgeCards.Mine([.. Badges.Take(3)], Day, inClass: true, exports: true, null, voice),
        ["badges-all"] = (_, _, voice) =>
            BadgeCards.Mine(Badges, Day, inClass: true, exports: true, voice["Badge.Saved"], voice),
        ["badges-none"] = (_, _, voice) => BadgeCards.Mine([], Day, inClass: false, exports: false, null, voice),
        ["badges-young"] = (_, _, voice) =>
            BadgeCards.Mine(Badges, Day, true, false, null, new(voice.Culture, GradeBand.Grades3To5)),
        ["certificates"] = (room, words, voice) =>
            CertificateCards.Offer(
                [Reached(words)],
                [In(room, MemberRole.Student), In(room with { TeamId = "19:art@thread.tacv2" }, MemberRole.Student)],
                [In(room, MemberRole.Teacher)],
                Day,
                voice
            ),
        ["certificates-none"] = (room, _, voice) =>
            CertificateCards.Offer([], [In(room, MemberRole.Student)], [], Day, voice),
        ["certificate-ready"] = (_, _, voice) =>
            CertificateCards.Ready("https://bot.school.example/certificates/x", PrintKind.Goal, voice),
        ["certificate-ready-class"] = (_, _, voice) =>
            CertificateCards.Ready("https://bot.school.example/certificates/x", PrintKind.ClassTerm, voice),
        ["blank"] = (room, _, _) => PostCards.Blank(room),
        ["waiting"] = (room, words, voice) => ModerationCards.Ask(Post(room, words, PostState.Waiting), room, voice),
        ["unknown"] = (room, words, voice) => ModerationCards.Ask(Post(room, words, PostState.Unknown), room, voice),
        ["failed"] = (room, words, voice) => ModerationCards.Ask(Post(room, words, PostState.Failed), room, voice),
        ["decided"] = (room, words, voice) =>
            ModerationCards.Decided(Post(room, words, PostState.Waiting), PostAct.Approve, room, voice),
        ["list"] = (room, words, voice) =>
            ModerationCards.List(
                room with
                {
                    Posts =
                    [
                        .. Enum.GetValues<PostState>()
                            .Concat(Enumerable.Repeat(PostState.Posted, 12))
                            .Select(state => Post(room, words, state)),
                    ],
                },
                voice
            ),
        ["list-empty"] = (room, _, voice) => ModerationCards.List(room, voice),
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
            string.Join('\n', CardOnScreen.Of(Card(name, Room(language), "You helped me.", language)).Lines()) + "\n",
            Path.Combine(Repository.Root, "Bot.Tests", "Celebrating", "Approved", $"{name}.{language[..2]}.txt")
        );

    [Theory]
    [MemberData(nameof(All))]
    public void The_card_keeps_the_rules_and_what_people_wrote_is_never_markup(string name, string language)
    {
        var room = Room(language) with
        {
            Name = Marked,
            Members =
            [
                .. Enumerable
                    .Range(0, Classroom.MostMembers)
                    .Select(number => Classrooms.Student($"s{number}") with { Name = $"{Marked} {number}" }),
            ],
        };
        var words = Markup + string.Concat(Enumerable.Repeat("👏", 90));
        var card = CardJson.ToElement(Card(name, room, words, language));
        Assert.Empty(CardLint.Check(card, "zqx"));
        Assert.DoesNotContain(
            CardOnScreen.Parts(card),
            part =>
                CardOnScreen.Type(part) == "TextBlock"
                && part.GetProperty("text").GetString()!.Contains("](", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("**Ana** <b>R</b>", "<at>Ana bRb</at>")]
    [InlineData("José Núñez-O'Neil", "<at>José NúñezO'Neil</at>")]
    [InlineData("Ana 🎉", "<at>Ana 🎉</at>")]
    public void A_mention_is_found_in_the_card_letter_by_letter(string name, string text) =>
        Assert.Equal(text, CardMention.Of("id", name).Text);

    private static Card Card(string name, Classroom room, string words, string language) =>
        Cards[name](room, words, new Voice(Voice.CultureFor(language), GradeBand.Grades6To8));

    private static Classroom Room(string language) =>
        Classrooms.Of(
            Classrooms.Teacher("lee"),
            Classrooms.Student("sam"),
            Classrooms.Student("ana") with
            {
                Name = "Ana Rivera",
            }
        ) with
        {
            Settings = Classrooms.Settings("lee"),
            Locale = language,
            Channels = [new("19:team@thread.tacv2", null), new("19:cheers@thread.tacv2", "Cheers")],
        };

    private static Member Ana(Classroom room) => room.Members[^1];

    private static Praise Said(Classroom room, string words) =>
        new("aaaaaaaaaaaa", "sam", "Sam Rivera", Ana(room).ObjectId, PraiseStem.Help, words);

    private static PraiseOffer Offer(Classroom room, string words) =>
        new(Said(room, words) with { FromName = room.Members[1].Name }, room.Key, Classrooms.Now)
        {
            ClassName = room.Name,
            IsChecked = true,
        };

    private static Goal Reached(string words) =>
        new(
            "aaaaaaaaaaaa",
            words,
            Milestones.Language.Area.Academic,
            Measure.None,
            null,
            null,
            null,
            null,
            null,
            Aspects.All,
            Aspects.None,
            Day.AddDays(-30)
        )
        {
            ReachedOn = Day,
        };

    private static Membership In(Classroom room, MemberRole role) =>
        new(room.Key, room.Name ?? "7B", role, null, null, HasContacts: true);

    private static DateOnly Day => new(2026, 9, 18);

    private static IReadOnlyList<Badge> Badges =>
        [
            .. Enum.GetValues<BadgeKind>()
                .Select((kind, number) => new Badge(kind, Day.AddDays(-number)) { ShownOn = number == 1 ? Day : null }),
        ];

    private static ClassPost Week(string? note, bool isMonth) =>
        new("week", Classrooms.Now, PostState.Posted)
        {
            Summary = new(Milestones.Calendar.IsoWeek.Of(new DateOnly(2026, 9, 14)))
            {
                IsMonth = isMonth,
                Students = 24,
                Reflected = 18,
                OnTrack = 21,
                Goals = 30,
                Reached = 9,
                Streak = 3,
                Cheers = 17,
                Weeks = [0, 12, 0, 15, 16, 18],
                Note = note,
                Badges =
                [
                    new("ana", BadgeKind.CameBack),
                    new("gone", BadgeKind.CameBack),
                    new("sam", BadgeKind.CameBack),
                    new("ana", BadgeKind.Helped),
                ],
            },
        };

    private static ClassPost Post(Classroom room, string words, PostState state) =>
        new("aaaaaaaaaaaa", Classrooms.Now, state)
        {
            Praise = Said(room, words) with { FromName = room.Members[1].Name },
            Cheers = [.. Enumerable.Range(0, 7).Select(number => ClassPost.MarkOf($"s{number}"))],
            Faces = [.. room.Members.Take(2).Select(member => PeopleNames.First(member.Name!))],
            Why = "BotNotInConversationRoster",
            ChannelId = "19:team@thread.tacv2",
        };
}
