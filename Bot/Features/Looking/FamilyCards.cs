using Milestones.Calendar;
using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Looking;

/// <summary>The cards about links for home: what is to stand on one, and the link itself.</summary>
internal static class FamilyCards
{
    /// <summary>Classes on one card: clients show six buttons.</summary>
    private const int Rows = 6;

    private const int Names = 8;

    /// <param name="choosable">The student's goals; null for who only teaches, or where a teacher makes it.</param>
    /// <param name="taught">Classes for whose students this person makes links.</param>
    public static Card Offer(
        IReadOnlyList<Goal>? choosable,
        bool isTeachers,
        IReadOnlyList<Membership> taught,
        TurnContext<Person> context
    )
    {
        var voice = context.Voice;
        return CardParts.Framed(
            voice["Family.Title"],
            [
                CardParts.Heading(voice["Family.Title"]),
                .. isTeachers ? [new TextBlock(voice["Family.TeacherMakes"])] : Array.Empty<CardElement>(),
                .. Open(context),
                .. choosable switch
                {
                    null => [],
                    [] => [new TextBlock(voice["Family.NoGoal"])],
                    _ => Choices(choosable, voice),
                },
                .. taught.Count == 0
                    ? Array.Empty<CardElement>()
                    :
                    [
                        new TextBlock(voice["Family.ForClass"]),
                        new ActionSet([
                            .. taught
                                .Take(Rows)
                                .Select(one => new Execute(
                                    one.ClassName.Length > 0 ? one.ClassName : voice["Class.NoName"],
                                    FamilyVerbs.OfClass,
                                    ("class", one.Class.Partition)
                                )),
                        ]),
                    ],
            ],
            voice.Culture
        );
    }

    /// <summary>For a teacher: for whom, and what.</summary>
    public static Card OfClass(Classroom classroom, IReadOnlyList<string> open, Voice voice)
    {
        var title = voice.Say("Family.OfClass", ("class", classroom.Name ?? voice["Class.NoName"]));
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(Markdown.Escape(title)),
                new TextBlock(voice["Family.OfClass.What"]),
                .. open.Count == 0
                    ? Array.Empty<CardElement>()
                    :
                    [
                        CardParts.Small(
                            Markdown.Escape(
                                voice.Say(
                                    open.Count > Names ? "Family.OpenMany" : "Family.OpenFor",
                                    ("n", open.Count - Names),
                                    ("names", string.Join(", ", open.Take(Names)))
                                )
                            )
                        ),
                    ],
                new ChoiceInput(
                    voice["Family.Student"],
                    [
                        .. classroom
                            .Students.Select(one => new Choice(one.Name ?? voice["Class.Somebody"], one.ObjectId))
                            .OrderBy(one => one.Title, StringComparer.Create(voice.Culture, ignoreCase: true)),
                    ]
                )
                {
                    Id = "student",
                    Style = "compact",
                },
                .. More("Family.WeeksOfStudent", voice),
                new ActionSet(
                    new Execute(voice["Family.Make"], FamilyVerbs.MakeFor, ("class", classroom.Key.Partition))
                    {
                        Style = "positive",
                    },
                    new Execute(voice["Family.TakeBack"], FamilyVerbs.TakeBackFor, ("class", classroom.Key.Partition))
                ),
            ],
            voice.Culture
        );
    }

    /// <param name="back">What takes it back; null where that is done elsewhere.</param>
    public static Card Ready(string address, DateOnly until, Execute? back, TurnContext<Person> context)
    {
        var voice = context.Voice;
        return CardParts.Framed(
            voice["Family.Ready"],
            [
                CardParts.Heading(voice["Family.Ready"]),
                new TextBlock(voice.Say("Family.Ready.How", ("day", voice.Day(until, context.Today)))),
                new RichTextBlock(new TextRun(address) { Size = "small" }),
                new ActionSet([
                    new OpenUrl(voice["Family.Look"], address),
                    .. back is null ? Array.Empty<CardAction>() : [back],
                ]),
            ],
            voice.Culture
        );
    }

    public static Execute Back(Voice voice) => new(voice["Family.TakeBack"], FamilyVerbs.TakeBack);

    public static Card Plain(string text, Voice voice) => CardParts.Framed(text, [new TextBlock(text)], voice.Culture);

    private static IEnumerable<CardElement> Open(TurnContext<Person> context) =>
        context.Person.Family is { } link && link.IsOpen(context.Now)
            ?
            [
                new TextBlock(
                    context.Voice.Say("Family.Open", ("day", context.Voice.Day(Day(link, context), context.Today)))
                ),
                new ActionSet(Back(context.Voice)),
            ]
            : [];

    private static DateOnly Day(FamilyLink link, TurnContext<Person> context) =>
        LocalTime.Day(link.Until, context.Person.TimeZone);

    private static IEnumerable<CardElement> Choices(IReadOnlyList<Goal> goals, Voice voice) =>
        [
            new TextBlock(voice["Family.What"]),
            new ChoiceInput(
                voice["Family.Goals"],
                [.. goals.Select(goal => new Choice(GoalCards.InBrief(goal.Sentence), goal.Id))]
            )
            {
                Id = "goals",
                Style = "expanded",
                IsMultiSelect = true,
                Wrap = true,
                Value = string.Join(',', goals.Where(goal => goal.IsActive).Select(goal => goal.Id)),
            },
            .. More("Family.Weeks", voice),
            new ActionSet(new Execute(voice["Family.Make"], FamilyVerbs.Make) { Style = "positive" }),
        ];

    private static IEnumerable<CardElement> More(string weeks, Voice voice) =>
        [
            new ChoiceInput(
                voice[weeks],
                new Choice(voice["Family.Weeks.No"], "no"),
                new Choice(voice["Family.Weeks.Yes"], "yes")
            )
            {
                Id = "weeks",
                Style = "compact",
                Value = "no",
            },
            new ChoiceInput(
                voice["Family.Language"],
                [.. Voice.Languages.Select(language => new Choice(voice[$"Settings.Language.{language}"], language))]
            )
            {
                Id = "language",
                Style = "compact",
                Value = voice.Culture.TwoLetterISOLanguageName,
            },
        ];
}
