using System.Globalization;
using Milestones.Cards;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Conferences;

/// <summary>
/// One part as it will be told, what can be put in beside it, and its place: everything by taps.
/// </summary>
internal static class PartCard
{
    /// <summary>Things offered at once.</summary>
    private const int Rows = 4;

    /// <summary>Characters of one line: the page has all of them, a card has ten such things to show.</summary>
    private const int Longest = 120;

    /// <param name="page">Of what is offered.</param>
    /// <param name="note">The key of a word on why something did not change.</param>
    public static Card Of(
        ConferencePart part,
        ConferencePack pack,
        int page,
        string? note,
        TurnContext<Person> context,
        SchoolOptions school
    )
    {
        var voice = context.Voice;
        var known = ConferenceItems.Of(context.Person);
        var shown = pack.In(part, known);
        var offered = known.Where(item => item.Part == part && !pack.Shows(item)).ToList();
        var pages = Math.Max(1, (offered.Count + Rows - 1) / Rows);
        page = Math.Clamp(page, 0, pages - 1);
        var isOut = pack.LeftOut.Contains(part);
        var title = PartWords.Title(part, voice);
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(title),
                new TextBlock(
                    isOut
                        ? voice["Conference.LeftOut"]
                        : voice.Say("Conference.Minutes", ("n", ConferenceMinutes.Of(pack.Told)[part]))
                )
                {
                    IsSubtle = true,
                    Spacing = "none",
                },
                .. note is null ? Array.Empty<CardElement>() : [new TextBlock(voice[note]) { Weight = "bolder" }],
                .. PartWords.Opening(part, voice).Select(line => new TextBlock(PartWords.Dotted(line))),
                .. shown.SelectMany(item => Row(item, isIn: true, page, context, school)),
                .. ConferenceItems
                    .Away(pack, part, known)
                    .Select(week =>
                        CardParts.Small(voice.Say("Conference.Away", ("day", voice.Day(week.Monday, context.Today))))
                    ),
                .. (shown.Count > 0 ? [] : PartWords.Starters(part, voice)).Select(line => new TextBlock(
                    PartWords.Dotted(line)
                )
                {
                    Spacing = "small",
                }),
                .. offered.Count == 0
                    ? Array.Empty<CardElement>()
                    :
                    [
                        new TextBlock(voice["Conference.Offered"])
                        {
                            Weight = "bolder",
                            Separator = true,
                            Spacing = "medium",
                        },
                    ],
                .. offered
                    .Skip(page * Rows)
                    .Take(Rows)
                    .SelectMany(item => Row(item, isIn: false, page, context, school)),
                new ActionSet([
                    .. pages > 1
                        ?
                        [
                            new Execute(
                                voice.Say("Conference.NextPage", ("n", page + 1), ("all", pages)),
                                ConferenceVerbs.Part,
                                Data(part, (page + 1) % pages)
                            ),
                        ]
                        : Array.Empty<CardAction>(),
                    new Execute(voice["Conference.Earlier"], ConferenceVerbs.Move, [.. Data(part), ("to", "earlier")]),
                    new Execute(voice["Conference.Later"], ConferenceVerbs.Move, [.. Data(part), ("to", "later")]),
                    new Execute(
                        voice[isOut ? "Conference.TakeIn" : "Conference.LeaveOut"],
                        ConferenceVerbs.LeaveOut,
                        Data(part)
                    ),
                    PackCards.Back(voice) with
                    {
                        Style = "positive",
                    },
                ])
                {
                    Spacing = "medium",
                    Separator = true,
                },
            ],
            voice.Culture
        );
    }

    /// <summary>Kept to oneself, and about to be shown: to whom, and whether it is meant.</summary>
    public static Card Sure(ConferenceItem item, TurnContext<Person> context, SchoolOptions school)
    {
        var voice = context.Voice;
        return CardParts.Framed(
            voice["Conference.OnlyMe"],
            [
                CardParts.Heading(voice["Conference.OnlyMe"]),
                new RichTextBlock(new TextRun(ItemWords.Of(item, context, school).Quoted) { Italic = true }),
                new TextBlock(voice["Conference.OnlyMe.Sure"]),
                new ActionSet(
                    new Execute(
                        voice["Conference.OnlyMe.Yes"],
                        ConferenceVerbs.Put,
                        ("item", item.Id),
                        ("sure", "yes")
                    ),
                    new Execute(voice["Conference.OnlyMe.No"], ConferenceVerbs.Part, Data(item.Part))
                    {
                        Style = "positive",
                    }
                ),
            ],
            voice.Culture
        );
    }

    private static IEnumerable<CardElement> Row(
        ConferenceItem item,
        bool isIn,
        int page,
        TurnContext<Person> context,
        SchoolOptions school
    )
    {
        var (voice, text) = (context.Voice, ItemWords.Of(item, context, school));
        yield return new ColumnSet(
            new Column(
                "stretch",
                [
                    .. item is { IsPrivate: true } ? [Small(voice["Conference.OnlyMe"])] : Array.Empty<CardElement>(),
                    .. text.Lead is { } lead ? [Small(Short(lead))] : Array.Empty<CardElement>(),
                    .. text.Words is null
                        ? Array.Empty<CardElement>()
                        : [new RichTextBlock(new TextRun(Short(text.Quoted))) { Spacing = "none" }],
                    .. text.After is { } after ? [Small(Short(after))] : Array.Empty<CardElement>(),
                ]
            ),
            new Column(
                "auto",
                new ActionSet(
                    new Execute(
                        voice[isIn ? "Conference.TakeOut" : "Conference.Put"],
                        isIn ? ConferenceVerbs.TakeOut : ConferenceVerbs.Put,
                        ("item", item.Id),
                        ("page", page.ToString(CultureInfo.InvariantCulture))
                    )
                )
            )
            {
                VerticalContentAlignment = "center",
            }
        )
        {
            Spacing = "medium",
        };
    }

    private static RichTextBlock Small(string text) =>
        new(new TextRun(text) { Size = "small", IsSubtle = true }) { Spacing = "none" };

    private static string Short(string text) => ItemWords.Short(text, Longest);

    private static (string, string)[] Data(ConferencePart part, int page = 0) =>
        [("part", part.ToString()), ("page", page.ToString(CultureInfo.InvariantCulture))];
}
