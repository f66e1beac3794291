using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Criteria;

/// <summary>A student checks their work: the question, one criterion at a time, and one thought on the
/// weakest.</summary>
internal static class CheckCards
{
    /// <summary>What comes next, for those who do not write yet; the words stand in the texts, in this order.</summary>
    public static readonly string[] Pictures = ["fix", "help", "show", "same"];

    private static readonly string[] Signs = ["🛠️", "🙋", "👀", "⭐"];

    public static string AskTitle(Work work, Voice voice) =>
        voice.Say("Criteria.Ask", ("work", GoalCards.InBrief(work.Title)));

    /// <summary>Asks, or reminds: how many there are, who sees it, and the way in.</summary>
    public static Card Ask(Work work, bool again, Voice voice)
    {
        var title = AskTitle(work, voice);
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(Markdown.Escape(title)),
                new TextBlock(voice.Say(Key(work, again), ("n", work.Criteria.List.Count))),
                WhoSees(work.Criteria, voice),
                new ActionSet(
                    new Execute(voice["Criteria.Check"], CriteriaVerbs.Check, ("work", work.Id)) { Style = "positive" }
                ),
            ],
            voice.Culture
        );
    }

    /// <param name="note">A word on why they see it now.</param>
    /// <param name="wrong">What is wrong with what they typed, and what that was.</param>
    public static Card Question(
        Work work,
        Criterion criterion,
        Voice voice,
        string? note = null,
        (string Fault, string Words)? wrong = null
    )
    {
        var (criteria, open) = (work.Criteria, work.Criteria.Open!);
        var at = criteria.List.Index().First(one => one.Item.Id == criterion.Id).Index;
        var place = voice.Say("Criteria.Place", ("n", at + 1), ("all", criteria.List.Count));
        var given = open.Of(criterion.Id);
        return CardParts.Framed(
            criterion.Text,
            [
                .. note is null ? Array.Empty<CardElement>() : [new TextBlock(note)],
                new TextBlock(Markdown.Escape($"{GoalCards.InBrief(work.Title)} · {place}"))
                {
                    Size = "small",
                    IsSubtle = true,
                },
                new ProgressBar(100 * at / criteria.List.Count, place) { Spacing = "small" },
                new RichTextBlock(new TextRun(criterion.Text) { Size = "large", Weight = "bolder" })
                {
                    Spacing = "medium",
                },
                .. given is not null ? [Known("Criteria.Now", given)]
                : criteria.Last?.Of(criterion.Id) is { } before ? [Known("Criteria.Before", before)]
                : Array.Empty<CardElement>(),
                .. voice.Band == GradeBand.KTo2
                    ? Array.Empty<CardElement>()
                    : Evidence(wrong is { } fault ? fault : null, given?.Evidence, voice),
                .. Answers(work, criterion, open, voice),
                .. at == 0 ? Array.Empty<CardElement>() : [Back(work, criteria.List[at - 1], voice)],
            ],
            voice.Culture
        ) with
        {
            Speak = $"{criterion.Text} {string.Join(" · ", voice.List("Criteria.Meets"))}",
        };

        TextBlock Known(string key, CriterionAnswer answer) =>
            CardParts.Small(voice.Say(key, ("meets", CriteriaRows.Word(answer.Meets, voice))));
    }

    /// <summary>One question about the weakest, after the last tap.</summary>
    /// <param name="wrong">What is wrong with what they typed, and what that was.</param>
    public static Card Next(Work work, Voice voice, (string Fault, string? Words)? wrong = null)
    {
        var check = work.Criteria.Last!;
        var weakest = work.Criteria.Weakest(check);
        var meets = weakest is null ? Meets.Yes : check.Of(weakest.Id)!.Meets;
        var title = voice[$"Criteria.Next.{meets}"];
        (string, string)[] data = [("work", work.Id), ("check", check.Id)];
        return CardParts.Framed(
            title,
            [
                .. weakest is null || meets == Meets.Yes
                    ? Array.Empty<CardElement>()
                    :
                    [
                        new RichTextBlock(
                            new TextRun($"{CriteriaRows.Sign(meets, voice)} "),
                            new TextRun(weakest.Text) { Weight = "bolder" }
                        ),
                    ],
                new TextBlock(title) { Size = "large", Weight = "bolder" },
                .. voice.Band == GradeBand.KTo2
                    ? Tiles.Of(Pictures.Index().Select(one => Picture(one.Index, data, voice)))
                    :
                    [
                        new TextInput(voice["Criteria.Next.Words"])
                        {
                            Id = "words",
                            IsMultiline = true,
                            MaxLength = SuccessCriteria.LongestNext,
                            Placeholder = voice[$"Criteria.Next.{meets}.Example"],
                            Value = wrong?.Words,
                        },
                        .. wrong is { } fault ? [CardParts.Wrong(fault.Fault)] : Array.Empty<CardElement>(),
                    ],
                new ActionSet([
                    .. voice.Band == GradeBand.KTo2
                        ? Array.Empty<CardAction>()
                        : [new Execute(voice["Criteria.Save"], CriteriaVerbs.Next, data) { Style = "positive" }],
                    new Execute(voice["Criteria.Skip"], CriteriaVerbs.Next, [.. data, ("skip", "yes")])
                    {
                        AssociatedInputs = "none",
                    },
                ]),
            ],
            voice.Culture
        );
    }

    public static TextBlock WhoSees(SuccessCriteria criteria, Voice voice) =>
        CardParts.Small(voice[criteria.Class is null ? "Criteria.OnlyYou" : "Criteria.WhoSees"]);

    private static string Key(Work work, bool again) =>
        again ? "Criteria.Ask.Again"
        : work.Criteria.Checks.Count > 0 ? "Criteria.Ask.Changed"
        : "Criteria.Ask.How";

    private static IEnumerable<CardElement> Evidence((string Fault, string Words)? wrong, string? given, Voice voice) =>
        [
            new TextInput(voice["Criteria.Evidence"])
            {
                Id = "words",
                MaxLength = SuccessCriteria.LongestEvidence,
                Placeholder = voice["Criteria.Evidence.Example"],
                Value = wrong?.Words ?? given,
                Spacing = "medium",
            },
            .. wrong is { } fault ? [CardParts.Wrong(fault.Fault)] : Array.Empty<CardElement>(),
        ];

    private static IEnumerable<CardElement> Answers(Work work, Criterion criterion, CriteriaCheck open, Voice voice)
    {
        Meets[] all = [Meets.Yes, Meets.Partly, Meets.NotYet];
        return voice.Band == GradeBand.KTo2
            ? Tiles.Of(all.Select(meets => (CriteriaRows.Picture(meets), CriteriaRows.Word(meets, voice), Tap(meets))))
            : [new ActionSet([.. all.Select(Tap)])];

        Execute Tap(Meets meets) =>
            new(
                CriteriaRows.Word(meets, voice),
                CriteriaVerbs.Answer,
                ("work", work.Id),
                ("check", open.Id),
                ("criterion", criterion.Id),
                ("meets", meets.ToString())
            );
    }

    private static ActionSet Back(Work work, Criterion before, Voice voice) =>
        new(
            new Execute(voice["Criteria.Back"], CriteriaVerbs.Check, ("work", work.Id), ("criterion", before.Id))
            {
                AssociatedInputs = "none",
            }
        );

    private static (string, string, Execute) Picture(int index, (string, string)[] data, Voice voice)
    {
        var word = voice.List("Criteria.Pictures")[index];
        return (Signs[index], word, new Execute(word, CriteriaVerbs.Next, [.. data, ("picture", Pictures[index])]));
    }
}
