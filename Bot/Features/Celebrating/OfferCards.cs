using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Celebrating;

/// <summary>What the student named sees: the words and who would read them, before anybody does.</summary>
internal static class OfferCards
{
    /// <summary>The field of the mention, and what it holds where the student wants one.</summary>
    public const string Mention = "mention";

    /// <summary>Who would see it, as pictures.</summary>
    public const string SignOfClass = "📣";
    public const string SignOfOneself = "🙂";

    public static string Title(PraiseOffer offer, Voice voice) =>
        voice.Say("Praise.ForYou", ("name", PraiseWords.Giver(offer.Praise, voice)));

    public static Card Ask(PraiseOffer offer, string name, Voice voice) =>
        Of(
            offer,
            name,
            voice,
            [
                CardParts.Small(
                    voice.Say(
                        offer.IsChecked ? "Praise.Audience.Checked" : "Praise.Audience",
                        ("class", Markdown.Escape(ClassName(offer, voice)))
                    )
                ),
                .. voice.IsToYoung ? Pictures(offer, voice) : Choices(offer, voice),
            ]
        );

    private static IEnumerable<CardElement> Choices(PraiseOffer offer, Voice voice) =>
        [
            new ChoiceInput(voice["Praise.Mention"], new Choice(voice["Praise.Mention.Yes"], Mention))
            {
                Id = Mention,
                IsMultiSelect = true,
                Style = "expanded",
            },
            new ActionSet(
                Button(voice["Praise.InChannel"], CelebrationVerbs.InChannel, offer) with
                {
                    Style = "positive",
                },
                Button(voice["Praise.JustMe"], CelebrationVerbs.JustMe, offer),
                Button(voice["Praise.NoThanks"], CelebrationVerbs.NoThanks, offer)
            ),
            new ActionSet(Button(voice["Praise.Always"], CelebrationVerbs.AlwaysJustMe, offer)),
        ];

    /// <summary>Whoever reads little is not asked about a mention: without a yes there is none.</summary>
    private static IEnumerable<CardElement> Pictures(PraiseOffer offer, Voice voice) =>
        Tiles.Of([
            Tile(SignOfClass, Button(voice["Praise.InChannel"], CelebrationVerbs.InChannel, offer)),
            Tile(SignOfOneself, Button(voice["Praise.JustMe"], CelebrationVerbs.JustMe, offer)),
            Tile("✋", Button(voice["Praise.NoThanks"], CelebrationVerbs.NoThanks, offer)),
            Tile("🔒", Button(voice["Praise.Always"], CelebrationVerbs.AlwaysJustMe, offer)),
        ]);

    public static (string Sign, string Word, Execute Tap) Tile(string sign, Execute tap) => (sign, tap.Title, tap);

    /// <summary>For them alone.</summary>
    public static Card Told(PraiseOffer offer, string name, bool always, Voice voice) =>
        Of(
            offer,
            name,
            voice,
            [
                CardParts.Small(voice[always ? "Praise.OnlyYou.Always" : "Praise.OnlyYou"]),
                .. always
                    ? [new ActionSet(Button(voice["Praise.AskMe"], CelebrationVerbs.AskMe, offer))]
                    : Array.Empty<CardElement>(),
            ]
        );

    public static Card Going(PraiseOffer offer, string name, Voice voice) =>
        Of(
            offer,
            name,
            voice,
            CardParts.Small(voice[offer.IsChecked ? "Praise.Going.Checked" : "Praise.Going"]),
            new ActionSet(Button(voice["Praise.Withdraw"], CelebrationVerbs.Withdraw, offer))
        );

    public static Card Plain(string text, Voice voice) => CardParts.Framed(text, [new TextBlock(text)], voice.Culture);

    private static Card Of(PraiseOffer offer, string name, Voice voice, params IReadOnlyList<CardElement> rest)
    {
        var title = Title(offer, voice);
        return new Card([
            CardParts.Heading(
                voice.Say("Praise.ForYou", ("name", Markdown.Escape(PraiseWords.Giver(offer.Praise, voice))))
            ),
            .. PraiseWords.Body(offer.Praise, name, voice),
            .. rest,
        ]).In(voice.Culture, $"{title}. {PraiseWords.Spoken(offer.Praise, name, voice)}");
    }

    private static Execute Button(string title, string verb, PraiseOffer offer) =>
        new(title, verb, ("praise", offer.Praise.Id), ("class", offer.Class.Partition));

    private static string ClassName(PraiseOffer offer, Voice voice) =>
        offer.ClassName is { Length: > 0 } name ? name : voice["Class.NoName"];
}
