using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Peers;

/// <summary>What the classmate sees: the work, one strength, one question, and the thanks.</summary>
internal static class AnswerCards
{
    /// <summary>For those who do not write yet, in the order of their words in the texts.</summary>
    private static readonly string[] LikedSigns = ["💡", "💪", "🎨", "🔍"];

    private static readonly string[] AskedSigns = ["🛠️", "➡️", "🤔", "💬"];

    public static string Title(PeerFeedback asked, Voice voice) =>
        voice.Say(
            asked.Work is null ? "Peers.Asks.Beside" : "Peers.Asks",
            ("name", WorkCards.First(asked.OtherName, voice))
        );

    /// <summary>By pictures for the youngest, in words for all others.</summary>
    public static Card Of(PeerFeedback asked, PeerAnswer answer, Voice voice) =>
        voice.Band == GradeBand.KTo2 ? Pictures(asked, answer, voice) : Words(asked, answer, voice);

    public static Card Given(PeerFeedback asked, Voice voice)
    {
        var title = voice.Say("Peers.Given", ("name", WorkCards.First(asked.OtherName, voice)));
        return CardParts.Framed(
            title,
            [CardParts.Heading(Markdown.Escape(title)), .. Both(asked, voice), CardParts.Small(voice["Peers.WhoSees"])],
            voice.Culture
        );
    }

    public static Card Declined(PeerFeedback asked, Voice voice)
    {
        var text = voice.Say("Peers.Declined", ("name", WorkCards.First(asked.OtherName, voice)));
        return CardParts.Framed(text, [new TextBlock(Markdown.Escape(text))], voice.Culture);
    }

    public static string ThanksTitle(PeerFeedback given, Voice voice) =>
        voice.Say("Peers.Thanks", ("name", WorkCards.First(given.OtherName, voice)));

    public static Card Thanks(PeerFeedback given, Voice voice)
    {
        var title = ThanksTitle(given, voice);
        return CardParts.Framed(
            title,
            [CardParts.Heading(Markdown.Escape(title)), .. Both(given, voice)],
            voice.Culture
        );
    }

    /// <summary>A strength and a question, each by its name; what a person typed is never read as markup.</summary>
    public static IEnumerable<CardElement> Both(PeerFeedback feedback, Voice voice)
    {
        if (feedback.Strength is { } strength)
            yield return Row("Peers.Strength", strength, voice);
        if (feedback.Question is { } question)
            yield return Row("Peers.Question", question, voice);
    }

    private static RichTextBlock Row(string label, string words, Voice voice) =>
        new(new TextRun($"{voice[label]}: ") { Weight = "bolder" }, new TextRun(words)) { Spacing = "medium" };

    private static Card Words(PeerFeedback asked, PeerAnswer answer, Voice voice) =>
        Framed(
            asked,
            [
                .. Part(
                    "strength",
                    "Strength",
                    FeedbackStems.Strengths(asked, voice),
                    answer.StrengthStem,
                    answer.StrengthWords,
                    voice
                ),
                .. Part(
                    "question",
                    "Question",
                    FeedbackStems.Questions(asked, voice),
                    answer.QuestionStem,
                    answer.QuestionWords,
                    voice
                ),
                .. answer.Wrong is null
                    ? Array.Empty<CardElement>()
                    : [CardParts.Wrong(voice.Say(answer.Wrong, ("most", PeerFeedback.LongestWords)))],
                CardParts.Small(voice["Peers.WhoSees"]),
                new ActionSet(
                    // No one-time token: words that were answered as a concern are changed on the same card.
                    new Execute(voice["Peers.Give"], PeerVerbs.Give, ("ask", asked.Id)) { Style = "positive" },
                    NotNow(asked, voice)
                ),
            ],
            voice
        );

    private static IEnumerable<CardElement> Part(
        string field,
        string part,
        IReadOnlyList<string> stems,
        string? stem,
        string? words,
        Voice voice
    )
    {
        yield return new TextBlock(voice[$"Peers.{part}"]) { Weight = "bolder", Spacing = "medium" };
        yield return new ChoiceInput(
            voice["Peers.Begin"],
            [
                .. stems.Select((one, i) => new Choice(one, PeerAnswer.Place(i))),
                new Choice(voice["Peers.Begin.Own"], PeerAnswer.OwnStem),
            ]
        )
        {
            Id = $"{field}Stem",
            Style = "compact",
            Wrap = true,
            Value = stem ?? PeerAnswer.Place(0),
        };
        yield return new TextInput(voice[$"Peers.{part}.Words"])
        {
            Id = field,
            Value = words,
            IsMultiline = true,
            MaxLength = PeerFeedback.LongestWords,
            Placeholder = voice[$"Peers.{part}.Example"],
        };
    }

    private static Card Pictures(PeerFeedback asked, PeerAnswer answer, Voice voice)
    {
        var liked = answer.Liked is null;
        var (words, signs) = liked
            ? (voice.List("Peers.Liked"), LikedSigns)
            : (voice.List("Peers.Wonders"), AskedSigns);
        return Framed(
            asked,
            [
                new TextBlock(voice[liked ? "Peers.Liked.Ask" : "Peers.Wonders.Ask"])
                {
                    Weight = "bolder",
                    Spacing = "medium",
                },
                .. Tiles.Of(
                    words.Select(
                        (word, i) =>
                            (
                                signs[i],
                                word,
                                liked
                                    ? new Execute(
                                        word,
                                        PeerVerbs.Open,
                                        ("ask", asked.Id),
                                        (PeerAnswer.LikedField, PeerAnswer.Place(i))
                                    )
                                    : new Execute(
                                        word,
                                        PeerVerbs.Give,
                                        ("ask", asked.Id),
                                        (PeerAnswer.LikedField, answer.Liked!),
                                        (PeerAnswer.WondersField, PeerAnswer.Place(i))
                                    )
                            )
                    )
                ),
                new ActionSet(NotNow(asked, voice)) { Spacing = "medium" },
            ],
            voice
        );
    }

    private static Card Framed(PeerFeedback asked, IEnumerable<CardElement> form, Voice voice)
    {
        var title = Title(asked, voice);
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(Markdown.Escape(title)),
                .. asked.Work is { } work ? WorkCards.Shown(work, voice["Peers.OpenLink"]) : [],
                .. form,
            ],
            voice.Culture
        );
    }

    private static Execute NotNow(PeerFeedback asked, Voice voice) =>
        new(voice["Peers.NotNow"], PeerVerbs.Decline, ("ask", asked.Id)) { AssociatedInputs = "none" };
}
