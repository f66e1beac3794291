using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Peers;

/// <summary>What the asker shows: chosen, seen, on its way, taken back, or come to nothing.</summary>
internal static class WorkCards
{
    /// <summary>The choice of no goal: an empty value would be no choice at all.</summary>
    private const string NoGoal = "none";

    private const int Brief = 100;

    public static string FormTitle(PeerTarget target, Voice voice) =>
        voice.Say("Peers.Work", ("name", First(target.Member?.Name, voice)));

    public static Card Form(PeerTarget target, PeerDraft draft, string? fault, TurnContext<Person> context)
    {
        var (voice, title) = (context.Voice, FormTitle(target, context.Voice));
        List<Goal> goals = [.. context.Person.Goals.Where(goal => goal.IsActive)];
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(Markdown.Escape(title)),
                .. goals.Count == 0
                    ? Array.Empty<CardElement>()
                    :
                    [
                        new ChoiceInput(
                            voice["Peers.Work.Goal"],
                            [
                                .. goals.Select(goal => new Choice(GoalCards.InBrief(goal.Sentence, Brief), goal.Id)),
                                new Choice(voice["Peers.Work.NoGoal"], NoGoal),
                            ]
                        )
                        {
                            Id = "goal",
                            Style = "expanded",
                            Wrap = true,
                            Value = draft.Goal?.Id ?? NoGoal,
                        },
                    ],
                new TextInput(voice["Peers.Work.Words"])
                {
                    Id = "words",
                    Value = draft.Words,
                    IsMultiline = true,
                    MaxLength = PeerFeedback.LongestWork,
                    Placeholder = voice["Peers.Work.Example"],
                },
                .. fault is null ? Array.Empty<CardElement>() : [CardParts.Wrong(fault)],
                new ActionSet(new Execute(voice["Peers.Look"], PeerVerbs.Look, [.. Of(target)]) { Style = "positive" }),
            ],
            voice.Culture
        );
    }

    public static Card Preview(PeerTarget target, PeerDraft draft, TurnContext<Person> context)
    {
        var (voice, name) = (context.Voice, First(target.Member?.Name, context.Voice));
        (string, string)[] chosen =
        [
            .. Of(target),
            .. draft.Goal is { } goal ? [("goal", goal.Id)] : Array.Empty<(string, string)>(),
        ];
        return CardParts.Framed(
            voice["Peers.Preview"],
            [
                CardParts.Heading(Markdown.Escape(voice.Say("Peers.Preview.Title", ("name", name)))),
                .. Shown(draft.Work!),
                CardParts.Small(voice["Peers.WhoSees"]),
                new ActionSet(
                    new Execute(
                        voice.Say("Peers.Send", ("name", name)),
                        PeerVerbs.Send,
                        [.. chosen, ("work", draft.Work!), ("token", context.Turn.NewId(1))]
                    )
                    {
                        Style = "positive",
                    },
                    new Execute(
                        voice["Peers.Change"],
                        PeerVerbs.Look,
                        [
                            .. chosen,
                            .. draft.Words is { } words ? [("words", words)] : Array.Empty<(string, string)>(),
                            ("change", "yes"),
                        ]
                    )
                ),
            ],
            voice.Culture
        );
    }

    public static Card Sent(PeerFeedback entry, Voice voice)
    {
        var title = voice.Say("Peers.Sent.Title", ("name", First(entry.OtherName, voice)));
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(Markdown.Escape(title)),
                .. entry.Work is { } work ? Shown(work) : [],
                CardParts.Small(voice["Peers.Sent.Next"]),
                TakingBack(entry, voice),
            ],
            voice.Culture
        );
    }

    public static Card OneAtATime(PeerFeedback open, Voice voice)
    {
        var text = voice.Say("Peers.OneAtATime.Text", ("name", First(open.OtherName, voice)));
        return CardParts.Framed(text, [new TextBlock(Markdown.Escape(text)), TakingBack(open, voice)], voice.Culture);
    }

    public static Card TakenBack(Voice voice) =>
        CardParts.Framed(
            voice["Peers.TakenBack"],
            [new TextBlock(voice["Peers.TakenBack"]), new ActionSet(AskElse(voice))],
            voice.Culture
        );

    /// <summary>A teacher paired them.</summary>
    public static Card Paired(PeerFeedback entry, Voice voice)
    {
        var title = PairedTitle(entry, voice);
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(Markdown.Escape(title)),
                new TextBlock(Markdown.Escape(voice.Say("Peers.Paired.How", ("name", First(entry.OtherName, voice))))),
                new ActionSet(
                    new Execute(voice["Peers.Choose"], PeerVerbs.Choose, ("ask", entry.Id)) { Style = "positive" }
                ),
            ],
            voice.Culture
        );
    }

    public static string PairedTitle(PeerFeedback entry, Voice voice) =>
        voice.Say("Peers.Paired", ("name", First(entry.OtherName, voice)));

    /// <summary>It came to nothing; who said so, and why, is not told.</summary>
    public static Card Ended(PeerFeedback entry, Voice voice)
    {
        var text = EndedText(entry, voice);
        return CardParts.Framed(
            text,
            [
                new TextBlock(Markdown.Escape(text)),
                .. entry.IsPaired || entry.News == PeerNews.Off
                    ? Array.Empty<CardElement>()
                    : [new ActionSet(AskElse(voice))],
            ],
            voice.Culture
        );
    }

    public static string EndedText(PeerFeedback entry, Voice voice) =>
        voice.Say(
            entry.State == PeerState.TooLate ? "Peers.Ended.TooLate" : $"Peers.Ended.{entry.News ?? PeerNews.Declined}",
            ("name", First(entry.OtherName, voice))
        );

    /// <summary>As it was typed, never as markup; an address that a browser can trust opens by a button.</summary>
    public static IEnumerable<CardElement> Shown(string work, string? open = null)
    {
        yield return new Container(new RichTextBlock(new TextRun(work))) { Style = "emphasis" };
        if (
            open is not null
            && Uri.TryCreate(work.Split('\n', StringSplitOptions.TrimEntries)[^1], UriKind.Absolute, out var link)
            && link.Scheme == Uri.UriSchemeHttps
        )
        {
            yield return new ActionSet(new OpenUrl(open, link.AbsoluteUri)) { Spacing = "small" };
        }
    }

    public static string First(string? name, Voice voice) => PeopleNames.First(name ?? voice["Class.Somebody"]);

    private static ActionSet TakingBack(PeerFeedback entry, Voice voice) =>
        new(new Execute(voice["Peers.TakeBack"], PeerVerbs.TakeBack, ("ask", entry.Id)));

    private static Execute AskElse(Voice voice) => new(voice["Peers.AskElse"], PeerVerbs.Begin);

    private static IEnumerable<(string, string)> Of(PeerTarget target) =>
        target.Pair is { } pair
            ? [("class", target.Classroom.Key.Partition), ("ask", pair.Id)]
            : [("class", target.Classroom.Key.Partition), ("student", target.Member!.ObjectId)];
}
