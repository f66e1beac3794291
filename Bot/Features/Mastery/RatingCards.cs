using System.Globalization;
using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Mastery;

/// <summary>A student rates: the question, one target at a time, and what shows it.</summary>
internal static class RatingCards
{
    /// <summary>What shows a claim, for those who do not write yet; the words stand in the texts, in this
    /// order.</summary>
    public static readonly string[] Pictures = ["drew", "told", "did", "made"];

    private static readonly string[] Signs = ["🎨", "🗣️", "✋", "🧱"];

    public static string AskTitle(UnitSurvey survey, Voice voice) =>
        voice.Say($"Mastery.Ask.{survey.Unit.Round}", ("unit", survey.Unit.Name));

    /// <summary>Asks, or reminds: how many there are, who sees it, and the way in.</summary>
    public static Card Ask(UnitSurvey survey, bool again, Voice voice)
    {
        var title = AskTitle(survey, voice);
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(Markdown.Escape(title)),
                new TextBlock(voice.Say(again ? "Mastery.Ask.Again" : "Mastery.Ask.How", ("n", survey.Count))),
                CardParts.Small(voice["Mastery.WhoSees"]),
                new ActionSet(
                    new Execute(voice["Mastery.Begin"], TargetVerbs.Begin, ("unit", survey.Unit.Id))
                    {
                        Style = "positive",
                    }
                ),
            ],
            voice.Culture
        );
    }

    /// <param name="again">They go through all of them once more.</param>
    /// <param name="note">A word on why they see it now.</param>
    public static Card Rate(
        UnitSurvey survey,
        int target,
        bool again,
        LevelWords words,
        Voice voice,
        string? note = null
    )
    {
        var text = survey.Unit.Targets[target];
        var place = voice.Say("Mastery.Place", ("n", target + 1), ("all", survey.Count));
        return CardParts.Framed(
            text,
            [
                .. note is null ? Array.Empty<CardElement>() : [new TextBlock(note)],
                new TextBlock(Markdown.Escape($"{survey.Unit.Name} · {place}")) { Size = "small", IsSubtle = true },
                new ProgressBar(100 * target / survey.Count, place) { Spacing = "small" },
                new RichTextBlock(new TextRun(text) { Size = "large", Weight = "bolder" }) { Spacing = "medium" },
                .. survey.Now(target) is { } now
                    ? [CardParts.Small(voice.Say("Mastery.Now", ("level", Markdown.Escape(words[now]))))]
                    : Array.Empty<CardElement>(),
                .. Levels(survey, target, again, words, voice),
                .. target == 0 && !again ? Array.Empty<CardElement>() : [Ways(survey, target, again, voice)],
            ],
            voice.Culture
        ) with
        {
            Speak = $"{text} {words.Key()}",
        };
    }

    /// <param name="wrong">What is wrong with what they gave, and what that was.</param>
    public static Card Evidence(UnitSurvey survey, (string Key, string? Words)? wrong, Voice voice)
    {
        var title = voice["Mastery.Evidence"];
        var best = Strongest(survey);
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(title),
                .. voice.Band == GradeBand.KTo2
                    ?
                    [
                        new RichTextBlock(new TextRun(survey.Unit.Targets[best]) { Weight = "bolder" }),
                        .. Tiles.Of(Pictures.Index().Select(one => Picture(one.Index, survey, best, voice))),
                    ]
                    : (IEnumerable<CardElement>)
                        [
                            new ChoiceInput(
                                voice["Mastery.Evidence.Which"],
                                [.. survey.Targets.Select(one => new Choice(survey.Unit.Targets[one], Text(one)))]
                            )
                            {
                                Id = "target",
                                Style = "compact",
                                Wrap = true,
                                Value = Text(best),
                            },
                            new TextInput(voice["Mastery.Evidence.Words"])
                            {
                                Id = "words",
                                IsMultiline = true,
                                MaxLength = UnitSurvey.LongestEvidence,
                                Placeholder = voice["Mastery.Evidence.Example"],
                                Value = wrong?.Words,
                            },
                            .. wrong is { } fault
                                ? [CardParts.Wrong(voice.Say(fault.Key, ("max", UnitSurvey.LongestEvidence)))]
                                : Array.Empty<CardElement>(),
                            CardParts.Small(voice["Mastery.WhoSees"]),
                        ],
                new ActionSet([
                    .. voice.Band == GradeBand.KTo2
                        ? Array.Empty<CardAction>()
                        :
                        [
                            new Execute(voice["Mastery.Evidence.Save"], TargetVerbs.Show, Data(survey))
                            {
                                Style = "positive",
                            },
                        ],
                    new Execute(voice["Mastery.Evidence.Skip"], TargetVerbs.Show, [.. Data(survey), ("skip", "yes")])
                    {
                        AssociatedInputs = "none",
                    },
                ]),
            ],
            voice.Culture
        );
    }

    /// <summary>The target they rated highest in this round, the first of several.</summary>
    public static int Strongest(UnitSurvey survey) =>
        survey.Targets.OrderByDescending(target => survey.Now(target) ?? 0).FirstOrDefault();

    private static IEnumerable<CardElement> Levels(
        UnitSurvey survey,
        int target,
        bool again,
        LevelWords words,
        Voice voice
    )
    {
        var levels = Enumerable.Range(1, UnitSurvey.Levels);
        return voice.Band == GradeBand.KTo2
            ? Tiles.Of(levels.Select(level => (LevelWords.Sign(level), words[level], Rate(words[level], level))))
            : [new ActionSet([.. levels.Select(level => Rate(words.Numbered(level), level))])];

        Execute Rate(string title, int level) =>
            new(
                title,
                TargetVerbs.Rate,
                [
                    .. Data(survey),
                    ("target", Text(target)),
                    ("level", Text(level)),
                    .. again ? [("again", "yes")] : Array.Empty<(string, string)>(),
                ]
            );
    }

    private static ActionSet Ways(UnitSurvey survey, int target, bool again, Voice voice) =>
        new([
            .. target == 0
                ? Array.Empty<CardAction>()
                :
                [
                    new Execute(
                        voice["Mastery.Back"],
                        TargetVerbs.Begin,
                        [
                            ("unit", survey.Unit.Id),
                            ("target", Text(target - 1)),
                            .. again ? [("again", "yes")] : Array.Empty<(string, string)>(),
                        ]
                    ),
                ],
            .. again
                ? [new Execute(voice["Mastery.Map"], TargetVerbs.Mine, ("unit", survey.Unit.Id))]
                : Array.Empty<CardAction>(),
        ]);

    private static (string, string, Execute) Picture(int index, UnitSurvey survey, int target, Voice voice)
    {
        var word = voice.List("Mastery.Pictures")[index];
        return (
            Signs[index],
            word,
            new Execute(
                word,
                TargetVerbs.Show,
                [.. Data(survey), ("target", Text(target)), ("picture", Pictures[index])]
            )
        );
    }

    private static (string, string)[] Data(UnitSurvey survey) =>
        [("unit", survey.Unit.Id), ("round", survey.Unit.Round.ToString())];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
