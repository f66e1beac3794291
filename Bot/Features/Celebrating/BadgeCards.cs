using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Celebrating;

/// <summary>A student's badges: as they are told, as they are looked at, and as the class sees them.</summary>
internal static class BadgeCards
{
    /// <summary>The field with the badges others may see, by their names.</summary>
    public const string WhichShown = "shown";

    private const string Large = "64px";
    private const string Little = "28px";

    public static string Name(BadgeKind kind, Voice voice) => voice[$"Badge.{kind}"];

    public static string TitleOfTold(IReadOnlyList<Badge> told, Voice voice) =>
        voice[told.Count == 1 ? "Badge.Earned" : "Badge.Earned.Several"];

    /// <summary>What was earned, once and without a fuss.</summary>
    public static Card Told(IReadOnlyList<Badge> told, Voice voice) =>
        Framed(
            TitleOfTold(told, voice),
            told,
            voice,
            [
                .. told.Select(badge => Row(badge, null, voice)),
                CardParts.Small(voice["Badge.Yours"]),
                new ActionSet(new Execute(voice["Badge.Mine"], CelebrationVerbs.Badges)),
            ]
        );

    /// <summary>All they have, and who sees them.</summary>
    /// <param name="inClass">Whether there is a class that could see any.</param>
    /// <param name="exports">Whether a file of them can be had here.</param>
    /// <param name="said">What was just done; null where nothing was.</param>
    public static Card Mine(
        IReadOnlyList<Badge> badges,
        DateOnly today,
        bool inClass,
        bool exports,
        string? said,
        Voice voice
    )
    {
        List<BadgeKind> open = [.. Enum.GetValues<BadgeKind>().Except(badges.Select(badge => badge.Kind))];
        return Framed(
            voice["Badge.Mine"],
            badges,
            voice,
            [
                .. badges.Count == 0 ? [new TextBlock(voice["Badge.None"])] : Array.Empty<CardElement>(),
                .. badges.Select(badge => Row(badge, voice.Day(badge.EarnedOn, today), voice)),
                .. badges.Count > 0 && inClass ? Choice(badges, said, voice) : [],
                .. open.Count == 0
                    ? Array.Empty<CardElement>()
                    :
                    [
                        new TextBlock(voice["Badge.Others"])
                        {
                            Weight = "bolder",
                            Separator = true,
                            Spacing = "medium",
                        },
                        .. open.Select(kind => new TextBlock($"**{Name(kind, voice)}**: {voice[$"Badge.{kind}.How"]}")
                        {
                            Size = "small",
                            Spacing = "small",
                        }),
                    ],
                .. exports
                    ?
                    [
                        new ActionSet([
                            .. badges.Count > 0
                                ? [new Execute(voice["Badge.Export"], OwnDataVerbs.Copy)]
                                : Array.Empty<CardAction>(),
                            new Execute(voice["Certificate.Title"], CertificateVerbs.Mine),
                        ]),
                    ]
                    : Array.Empty<CardElement>(),
            ]
        );
    }

    /// <summary>Whose badge of this kind the class may see.</summary>
    public static ColumnSet Shown(BadgeKind kind, string names, Voice voice) =>
        new(
            new Column("auto", new Image(BadgePicture.Of(kind), voice["Badge.Picture"]) { Width = Little }),
            new Column(
                "stretch",
                new RichTextBlock(new TextRun($"{Name(kind, voice)}: ") { Weight = "bolder" }, new TextRun(names))
            )
            {
                VerticalContentAlignment = "center",
            }
        )
        {
            Spacing = "small",
        };

    private static IEnumerable<CardElement> Choice(IReadOnlyList<Badge> badges, string? said, Voice voice) =>
        [
            new ChoiceInput(
                voice["Badge.WhoSees"],
                [.. badges.Select(badge => new Choice(Name(badge.Kind, voice), badge.Kind.ToString()))]
            )
            {
                Id = WhichShown,
                IsMultiSelect = true,
                Style = "expanded",
                Value = string.Join(',', badges.Where(badge => badge.ShownOn is not null).Select(badge => badge.Kind)),
            },
            CardParts.Small(voice["Badge.WhoSees.Note"]),
            .. said is null ? Array.Empty<CardElement>() : [new TextBlock(said) { Color = "good" }],
            new ActionSet(new Execute(voice["Badge.Save"], CelebrationVerbs.ShowBadges) { Style = "positive" }),
        ];

    private static ColumnSet Row(Badge badge, string? day, Voice voice) =>
        new(
            new Column("auto", new Image(BadgePicture.Of(badge.Kind), voice["Badge.Picture"]) { Width = Large }),
            new Column(
                "stretch",
                [
                    new TextBlock(Name(badge.Kind, voice)) { Weight = "bolder" },
                    new TextBlock(voice[$"Badge.{badge.Kind}.For"]) { Spacing = "none" },
                    .. day is null
                        ? Array.Empty<CardElement>()
                        :
                        [
                            new TextBlock(day)
                            {
                                Size = "small",
                                IsSubtle = true,
                                Spacing = "none",
                            },
                        ],
                ]
            )
            {
                VerticalContentAlignment = "center",
            }
        );

    private static Card Framed(
        string title,
        IReadOnlyList<Badge> badges,
        Voice voice,
        IReadOnlyList<CardElement> body
    ) =>
        new Card([CardParts.Heading(title), .. body]).In(
            voice.Culture,
            badges.Count == 0 ? title : $"{title}: {string.Join(". ", badges.Select(badge => Name(badge.Kind, voice)))}"
        );
}
