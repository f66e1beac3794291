using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Celebrating;

/// <summary>What the giver sees: for whom it is, what they did, and that it is on its way.</summary>
internal static class GivingCards
{
    /// <summary>Buttons with names; more are in a list.</summary>
    public const int Names = 6;

    /// <summary>A list with more people would not fit into the card: their names are typed instead.</summary>
    public const int MostNames = 100;

    /// <summary>The field with a name that was typed.</summary>
    public const string Typed = "called";

    private const int LongestName = 100;

    /// <summary>Whom it is for, of several who may be meant.</summary>
    public static Card Which(IReadOnlyList<(Classroom Class, Member Member)> people, string? words, Voice voice)
    {
        var title = voice["Praise.Which"];
        var several = people.Select(one => one.Class.Key).Distinct().Count() > 1;
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(title),
                new ActionSet([
                    .. people
                        .Take(Names)
                        .Select(one => new Execute(
                            several
                                ? $"{Name(one.Member, voice)} · {ClassName(one.Class, voice)}"
                                : Name(one.Member, voice),
                            CelebrationVerbs.To,
                            [
                                ("class", one.Class.Key.Partition),
                                ("student", one.Member.ObjectId),
                                .. words is null ? Array.Empty<(string, string)>() : [("words", words)],
                            ]
                        )),
                ]),
            ],
            voice.Culture
        );
    }

    /// <summary>Everybody of one class who can be named.</summary>
    /// <param name="notice">Why a name that was said is none of them; null where none was.</param>
    public static Card Pick(Classroom classroom, IReadOnlyList<Member> people, string? notice, Voice voice)
    {
        var title = voice["Praise.Pick"];
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(title),
                .. notice is null ? Array.Empty<CardElement>() : [new RichTextBlock(new TextRun(notice))],
                new ChoiceInput(
                    voice["Praise.Pick.Label"],
                    [.. people.Select(one => new Choice(Name(one, voice), one.ObjectId))]
                )
                {
                    Id = "student",
                    Style = "compact",
                    IsRequired = true,
                    ErrorMessage = voice["Praise.Pick"],
                },
                new ActionSet(
                    new Execute(voice["Praise.Next"], CelebrationVerbs.To, ("class", classroom.Key.Partition))
                    {
                        Style = "positive",
                    }
                ),
            ],
            voice.Culture
        );
    }

    /// <summary>The same for a class whose names no list holds: one is typed.</summary>
    /// <param name="notice">Why a name that was said is none of them; null where none was.</param>
    public static Card PickByName(Classroom classroom, string? notice, Voice voice)
    {
        var title = voice["Praise.Pick"];
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(title),
                new TextInput(voice["Praise.Pick.Label"])
                {
                    Id = Typed,
                    Placeholder = voice["Praise.Pick.Example"],
                    MaxLength = LongestName,
                    IsRequired = true,
                    ErrorMessage = voice["Praise.Pick"],
                },
                .. notice is null ? Array.Empty<CardElement>() : [new RichTextBlock(new TextRun(notice))],
                new ActionSet(
                    new Execute(voice["Praise.Next"], CelebrationVerbs.To, ("class", classroom.Key.Partition))
                    {
                        Style = "positive",
                    }
                ),
            ],
            voice.Culture
        );
    }

    /// <summary>In which class?</summary>
    public static Card Choose(IEnumerable<Classroom> classes, Voice voice) =>
        CardParts.Framed(
            voice["Praise.InWhich"],
            [
                CardParts.Heading(voice["Praise.InWhich"]),
                .. classes
                    .Chunk(Names)
                    .Select(some => new ActionSet([
                        .. some.Select(one => new Execute(
                            ClassName(one, voice),
                            CelebrationVerbs.Begin,
                            ("class", one.Key.Partition)
                        )),
                    ])),
            ],
            voice.Culture
        );

    /// <param name="words">The giver's own, as far as they were typed.</param>
    /// <param name="fault">Why they were not passed on; null where nothing is wrong.</param>
    /// <param name="ownWords">False where there are only stems and pictures.</param>
    public static Card Form(
        Classroom classroom,
        Member to,
        string? words,
        string? fault,
        bool ownWords,
        string token,
        Voice voice
    )
    {
        var name = Name(to, voice);
        var title = voice.Say("Praise.To", ("name", name));
        return CardParts.Framed(
            title,
            [
                Named("Praise.To", name, voice),
                new TextBlock(voice.Say("Praise.What", ("name", Markdown.Escape(PeopleNames.First(name))))),
                .. ownWords
                    ? [new ActionSet([.. Stems()])]
                    : Tiles.Of(Praise.Stems.Zip(Stems(), (stem, tap) => OfferCards.Tile(PraiseWords.Sign(stem), tap))),
                .. ownWords
                    ?
                    [
                        new TextInput(voice["Praise.Own"])
                        {
                            Id = "own",
                            Value = words,
                            IsMultiline = true,
                            MaxLength = Praise.MaxLength,
                            Placeholder = voice["Praise.Own.Example"],
                        },
                    ]
                    : Array.Empty<CardElement>(),
                .. fault is null ? Array.Empty<CardElement>() : [CardParts.Wrong(fault)],
                .. ownWords
                    ? [new ActionSet(Sending(voice["Praise.Send"]) with { Style = "positive" })]
                    : Array.Empty<CardElement>(),
            ],
            voice.Culture
        );

        IEnumerable<Execute> Stems() =>
            Praise.Stems.Select(stem => Sending(voice[$"Praise.Label.{stem}"], ("stem", stem.ToString())));

        Execute Sending(string label, params (string, string)[] more) =>
            new(
                label,
                CelebrationVerbs.Send,
                [("class", classroom.Key.Partition), ("student", to.ObjectId), ("token", token), .. more]
            );
    }

    public static Card Sent(Praise praise, Member to, Voice voice)
    {
        var name = Name(to, voice);
        var title = voice.Say("Praise.Sent", ("name", PeopleNames.First(name)));
        return CardParts.Framed(
            title,
            [
                Named("Praise.Sent", PeopleNames.First(name), voice),
                .. PraiseWords.Body(praise, name, voice),
                CardParts.Small(voice["Praise.Sent.Next"]),
            ],
            voice.Culture
        );
    }

    /// <summary>Our own words are markup, the name in them is not.</summary>
    private static TextBlock Named(string key, string name, Voice voice) =>
        CardParts.Heading(voice.Say(key, ("name", Markdown.Escape(name))));

    public static string Name(Member member, Voice voice) => member.Name ?? voice["Class.Somebody"];

    public static string ClassName(Classroom classroom, Voice voice) => classroom.Name ?? voice["Class.NoName"];
}
