using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Views;

/// <summary>
/// The cards of a saved goal, and the parts that other goal cards share. What the student typed is shown in runs,
/// letter by letter.
/// </summary>
internal static class GoalCards
{
    /// <summary>The goal as it was saved: no buttons, so that scrolling up never changes anything.</summary>
    public static Card Saved(Goal goal, TurnContext<Person> context) => Saved(goal, "Label.Now", context);

    /// <param name="from">What the number is called where it began: it is no longer now later.</param>
    public static Card Saved(Goal goal, string from, TurnContext<Person> context)
    {
        var voice = context.Voice;
        return new Card([
            CardParts.Heading(voice["Saved.Title"]),
            new RichTextBlock(new TextRun(goal.Sentence) { Size = "medium", Weight = "bolder" }),
            .. Details(goal.Sentence, goal.Measure, from, goal.Plan, goal.Obstacle, goal.Reason, voice),
            .. By(goal.Deadline, null, goal.Sentence, context),
            .. Meter(goal.Present, goal.ToSharpen, voice),
        ]).In(voice.Culture, $"{voice["Saved.Title"]}. {goal.Sentence}", goal.Sentence);
    }

    /// <summary>A card with nothing left to tap, in the place of one whose buttons have done their work.</summary>
    public static Card Settled(string title, string? words, Voice voice) =>
        new Card([
            CardParts.Heading(title),
            .. words is null ? Array.Empty<CardElement>() : [new RichTextBlock(new TextRun(words))],
        ]).In(voice.Culture, title);

    /// <summary>
    /// Ten long goals would not fit into one message: a list shows how each begins, its details show all of it.
    /// </summary>
    public static string InBrief(string words, int brief = 160)
    {
        if (words.Length <= brief)
        {
            return words;
        }

        var end = words.LastIndexOf(' ', brief) is > 0 and var space ? space : brief;
        return words[..(char.IsHighSurrogate(words[end - 1]) ? end - 1 : end)] + " …";
    }

    /// <summary>
    /// The S·M·A·R·T meter: filled and empty dots, and the open letters in words, because dots alone tell a screen
    /// reader nothing.
    /// </summary>
    public static IEnumerable<CardElement> Meter(Aspects present, Aspects toSharpen, Voice voice)
    {
        var open = Names(Aspects.All & ~present, voice);
        var unsharp = Names(toSharpen, voice);
        yield return new ColumnSet([
            .. Each.Select(aspect => new Column(
                "auto",
                new TextBlock(
                    $"{voice[$"Letter.{aspect}"]} "
                        + $"{(!present.HasFlag(aspect) ? "○" : toSharpen.HasFlag(aspect) ? "◐" : "●")}"
                )
                {
                    Weight = "bolder",
                    Color = present.HasFlag(aspect) ? "accent" : null,
                }
            )),
        ])
        {
            Spacing = "medium",
        };
        if (open.Length > 0)
        {
            yield return new TextBlock(voice.Say("Meter.Open", ("letters", open)))
            {
                Size = "small",
                IsSubtle = true,
                Spacing = "none",
            };
        }

        if (unsharp.Length > 0)
        {
            yield return new TextBlock(voice.Say("Meter.Sharpen", ("letters", unsharp)))
            {
                Size = "small",
                IsSubtle = true,
                Spacing = "none",
            };
        }

        if (open.Length == 0 && unsharp.Length == 0)
        {
            yield return new TextBlock(voice["Meter.Full"])
            {
                Size = "small",
                IsSubtle = true,
                Spacing = "none",
            };
        }
    }

    private static readonly Aspects[] Each =
    [
        Aspects.Specific,
        Aspects.Measurable,
        Aspects.Achievable,
        Aspects.Relevant,
        Aspects.TimeBound,
    ];

    private static string Names(Aspects aspects, Voice voice) =>
        string.Join(", ", Each.Where(aspect => aspects.HasFlag(aspect)).Select(aspect => voice[$"Aspect.{aspect}"]));

    /// <summary>
    /// What was said beside the sentence, and how the student will know unless the sentence says it already.
    /// </summary>
    public static IEnumerable<CardElement> Details(
        string sentence,
        Measure measure,
        string from,
        string? plan,
        string? obstacle,
        string? reason,
        Voice voice
    )
    {
        (string Label, string? Words)[] rows =
        [
            (
                voice["Label.Measure"],
                measure.Words is { } words && !sentence.Contains(words, StringComparison.OrdinalIgnoreCase)
                    ? words
                    : null
            ),
            (voice[from], Quantities.Say(measure.Baseline, measure.Unit, voice)),
            (voice["Label.Plan"], plan),
            (voice["Label.Obstacle"], obstacle),
            (voice["Label.Reason"], reason),
        ];
        return rows.Where(row => !string.IsNullOrEmpty(row.Words)).SelectMany(row => Row(row.Label, row.Words!));
    }

    /// <summary>The day, unless the sentence says it already.</summary>
    public static IEnumerable<CardElement> By(
        DateOnly? deadline,
        string? words,
        string sentence,
        TurnContext<Person> context
    ) =>
        (deadline is { } day ? context.Voice.Day(day, context.Today) : words) is { } when
        && !sentence.Contains(when, StringComparison.OrdinalIgnoreCase)
            ? Row(context.Voice["Label.By"], when)
            : [];

    private static IEnumerable<CardElement> Row(string label, string words) =>
        [CardParts.Small(label), new RichTextBlock(new TextRun(words)) { Spacing = "none" }];
}
