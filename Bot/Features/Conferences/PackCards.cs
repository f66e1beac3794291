using System.Globalization;
using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Conferences;

/// <summary>A student's pack as a whole, and what goes with it: the day, the link, whether it is ready, how it
/// was.</summary>
internal static class PackCards
{
    /// <summary>Classes offered on one card: clients show six buttons.</summary>
    private const int Rows = 6;

    /// <param name="note">The key of a word on what was just done.</param>
    public static Card Of(ConferencePack pack, TurnContext<Person> context, SchoolOptions school, string? note)
    {
        var voice = context.Voice;
        var (known, minutes) = (ConferenceItems.Of(context.Person), ConferenceMinutes.Of(pack.Told));
        return CardParts.Framed(
            voice["Conference.Title"],
            [
                CardParts.Heading(voice["Conference.Title"]),
                new TextBlock(State(pack, context)) { IsSubtle = true, Spacing = "none" },
                .. note is null ? Array.Empty<CardElement>() : [new TextBlock(voice[note]) { Weight = "bolder" }],
                .. pack.Told.Select((part, place) => Row(part, place, pack, known, minutes[part], context, school)),
                .. pack
                    .Parts.Where(part => pack.LeftOut.Contains(part))
                    .Select(part => Line(part, $"{PartWords.Title(part, voice)}", voice["Conference.LeftOut"], voice)),
                new ActionSet(
                    new Execute(voice["Conference.Print"], ConferenceVerbs.Print) { Style = "positive" },
                    new Execute(voice["Conference.Rehearse"], ConferenceVerbs.Rehearse),
                    pack.ReadyAt is null
                        ? new Execute(voice["Conference.Ready"], ConferenceVerbs.Ready)
                        : new Execute(voice["Conference.NotReady"], ConferenceVerbs.NotReady)
                )
                {
                    Spacing = "medium",
                },
                new ActionSet([
                    new Execute(voice["Conference.Details"], ConferenceVerbs.Details),
                    .. pack.LookedBack.Count == 0
                    && (pack.ReadyAt is not null || pack.DayOf(context.Person) <= context.Today)
                        ? [new Execute(voice["Conference.ItWas"], ConferenceVerbs.LookBack)]
                        : Array.Empty<CardAction>(),
                    .. pack.WasHeld
                        ? [new Execute(voice["Conference.Anew"], ConferenceVerbs.Anew)]
                        : Array.Empty<CardAction>(),
                ]),
            ],
            voice.Culture
        );
    }

    /// <summary>The day, and the language of the letter.</summary>
    /// <param name="wrong">The key of what is wrong with the day; null where nothing is.</param>
    public static Card Details(ConferencePack pack, string? wrong, TurnContext<Person> context)
    {
        var voice = context.Voice;
        return CardParts.Framed(
            voice["Conference.Details"],
            [
                CardParts.Heading(voice["Conference.Details"]),
                new DateInput(voice["Conference.When"])
                {
                    Id = "on",
                    Value = pack.DayOf(context.Person)?.ToString("O", CultureInfo.InvariantCulture),
                },
                .. wrong is null ? Array.Empty<CardElement>() : [CardParts.Wrong(voice[wrong])],
                new ChoiceInput(
                    voice["Conference.Letter"],
                    [
                        .. Voice.Languages.Select(language => new Choice(
                            voice[$"Settings.Language.{language}"],
                            language
                        )),
                    ]
                )
                {
                    Id = "language",
                    Style = "compact",
                    Value = LetterLanguage(pack, context.Person, voice),
                },
                new ActionSet(
                    new Execute(voice["Conference.Save"], ConferenceVerbs.SaveDetails) { Style = "positive" },
                    Back(voice)
                ),
            ],
            voice.Culture
        );
    }

    /// <summary>What the student said, else that of the link for home, else their own.</summary>
    public static string LetterLanguage(ConferencePack pack, Person person, Voice voice) =>
        pack.LetterLanguage
        ?? (
            person.Family is { Language.Length: > 0 } family ? family.Language : voice.Culture.TwoLetterISOLanguageName
        );

    /// <summary>Who will see it, and in which class.</summary>
    public static Card Ready(IReadOnlyList<Membership> classes, Voice voice) =>
        CardParts.Framed(
            voice["Conference.Ready"],
            [
                CardParts.Heading(voice["Conference.Ready"]),
                new TextBlock(voice[classes.Count == 0 ? "Conference.Ready.Alone" : "Conference.Ready.WhoSees"]),
                new ActionSet([
                    .. classes
                        .Take(Rows - 1)
                        .Select(one => new Execute(
                            classes.Count == 1 ? voice["Conference.Ready.Yes"] : Name(one, voice),
                            ConferenceVerbs.Ready,
                            ("class", one.Class.Partition)
                        )
                        {
                            Style = "positive",
                        }),
                    .. classes.Count > 0
                        ? Array.Empty<CardAction>()
                        :
                        [
                            new Execute(voice["Conference.Ready.Yes"], ConferenceVerbs.Ready, ("sure", "yes"))
                            {
                                Style = "positive",
                            },
                        ],
                    Back(voice),
                ]),
            ],
            voice.Culture
        );

    /// <summary>The link, and what to do with it.</summary>
    public static Card Link(string address, bool isClass, Voice voice) =>
        CardParts.Framed(
            voice["Conference.Print"],
            [
                CardParts.Heading(voice["Conference.Print"]),
                new TextBlock(voice[isClass ? "Teach.Conference.Link" : "Conference.Link"]),
                new ActionSet([
                    new OpenUrl(voice["Conference.Open"], address),
                    .. isClass ? Array.Empty<CardAction>() : [Back(voice)],
                ]),
            ],
            voice.Culture
        );

    /// <summary>Asked once, after the day.</summary>
    public static Card HowWasIt(Voice voice) =>
        CardParts.Framed(
            voice["Conference.How.Title"],
            [
                CardParts.Heading(voice["Conference.How.Title"]),
                new TextBlock(voice["Conference.How.Ask"]),
                new ActionSet(
                    new Execute(voice["Conference.How.Begin"], ConferenceVerbs.LookBack) { Style = "positive" }
                ),
            ],
            voice.Culture
        );

    /// <summary>Their own words once more, and a goal that may come of them.</summary>
    public static Card LookedBack(ConferencePack pack, string heard, Voice voice) =>
        CardParts.Framed(
            voice["Conference.Done"],
            [
                CardParts.Heading(voice["Conference.Done"]),
                new TextBlock(heard),
                .. pack.LookedBack.Select(words => new RichTextBlock(new TextRun($"“{words}”") { Italic = true })),
                new TextBlock(voice["Conference.Done.Goal"]),
                new ActionSet(
                    pack.LookedBack.Count == 0 || voice.Band == GradeBand.KTo2
                        ? new Execute(voice["Action.NewGoal"], GoalVerbs.New) { Style = "positive" }
                        : new Execute(voice["Conference.MakeGoal"], ConferenceVerbs.Goal) { Style = "positive" }
                ),
            ],
            voice.Culture
        );

    public static Execute Back(Voice voice) =>
        new(voice["Conference.Back"], ConferenceVerbs.Mine) { AssociatedInputs = "none" };

    private static string Name(Membership one, Voice voice) =>
        one.ClassName.Length > 0 ? one.ClassName : voice["Class.NoName"];

    private static string State(ConferencePack pack, TurnContext<Person> context)
    {
        var voice = context.Voice;
        var minutes = voice.Say("Conference.Minutes", ("n", ConferenceMinutes.All));
        return string.Join(
            " · ",
            [
                pack.DayOf(context.Person) is { } on ? voice.Day(on, context.Today) : voice["Conference.NoDay"],
                minutes,
                .. pack.ReadyAt is null ? Array.Empty<string>() : [voice["Conference.IsReady.Short"]],
            ]
        );
    }

    /// <summary>What stands in a part, in a line: the first of it, and how much more.</summary>
    private static ColumnSet Row(
        ConferencePart part,
        int place,
        ConferencePack pack,
        IReadOnlyList<ConferenceItem> known,
        int minutes,
        TurnContext<Person> context,
        SchoolOptions school
    )
    {
        var voice = context.Voice;
        var shown = pack.In(part, known);
        var more = shown.Count - 1 + ConferenceItems.Away(pack, part, known).Count();
        var first =
            shown.Count > 0 ? Short(ItemWords.Of(shown[0], context, school))
            : PartWords.Starters(part, voice) is [var starter, ..] ? PartWords.Dotted(starter)
            : PartWords.Opening(part, voice)[0];
        return Line(
            part,
            $"{place + 1}. {PartWords.Title(part, voice)} · {voice.Say("Conference.Minutes", ("n", minutes))}",
            more > 0 ? $"{first} {voice.Say("Conference.AndMore", ("n", more))}" : first,
            voice
        );
    }

    private static string Short(ItemText text) =>
        ItemWords.Short(text.Quoted.Length > 0 ? text.Quoted : text.Lead ?? "", Longest);

    /// <summary>Characters of one thing in a row of the whole.</summary>
    private const int Longest = 50;

    private static ColumnSet Line(ConferencePart part, string title, string under, Voice voice) =>
        new(
            new Column(
                "stretch",
                new RichTextBlock(new TextRun(title) { Weight = "bolder" }),
                new RichTextBlock(new TextRun(under) { IsSubtle = true, Size = "small" }) { Spacing = "none" }
            ),
            new Column(
                "auto",
                new ActionSet(
                    new Execute(voice["Conference.Change"], ConferenceVerbs.Part, ("part", part.ToString()))
                    {
                        Tooltip = PartWords.Title(part, voice),
                    }
                )
            )
            {
                VerticalContentAlignment = "center",
            }
        )
        {
            Spacing = "small",
        };
}
