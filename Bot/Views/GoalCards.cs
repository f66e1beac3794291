using Milestones.Cards;
using Milestones.Language;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Views;

/// <summary>
/// The parts that the cards of a goal share. What the student typed is shown in runs, letter by letter.
/// </summary>
internal static class GoalCards
{
    /// <summary>A title from edge to edge, with the sign and the colour of what the goal is about.</summary>
    public static Container Band(string title, Area area) =>
        new(CardParts.Heading($"{Icon(area)} {title}")) { Style = Colour(area), Bleed = true };

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

    /// <summary>The five parts of a goal, each by its name; a sign alone tells a screen reader nothing.</summary>
    public static RichTextBlock? Chips(Aspects present, Aspects toSharpen, Voice voice)
    {
        var runs = Each.Where(aspect => present.HasFlag(aspect))
            .Select(aspect =>
                voice
                    .Say(toSharpen.HasFlag(aspect) ? "Chip.Unsharp" : "Chip.Has", ("name", voice[$"Chip.{aspect}"]))
                    .Replace(' ', '\u00a0')
            )
            .ToList();
        return runs.Count == 0
            ? null
            : new([
                .. runs.Select(
                    (words, i) => new TextRun(i == 0 ? words : $"   {words}") { Weight = "bolder", Color = "accent" }
                ),
            ])
            {
                Spacing = "medium",
            };
    }

    /// <summary>What is open and what is vague, in words; nothing where all five are there.</summary>
    public static IEnumerable<CardElement> Open(Aspects present, Aspects toSharpen, Voice voice)
    {
        (string Key, Aspects Aspects)[] lines = [("Meter.Open", Aspects.All & ~present), ("Meter.Sharpen", toSharpen)];
        return lines
            .Where(line => line.Aspects != Aspects.None)
            .Select(line => new TextBlock(voice.Say(line.Key, ("letters", Names(line.Aspects, voice))))
            {
                Size = "small",
                IsSubtle = true,
                Spacing = "none",
            });
    }

    public static IReadOnlyList<Aspects> Each { get; } =
    [Aspects.Specific, Aspects.Measurable, Aspects.Achievable, Aspects.Relevant, Aspects.TimeBound];

    private static string Names(Aspects aspects, Voice voice) =>
        string.Join(", ", Each.Where(aspect => aspects.HasFlag(aspect)).Select(aspect => voice[$"Aspect.{aspect}"]));

    /// <summary>
    /// The numbers and the day as they were read, then what was said beside the sentence, a line each. What the
    /// sentence says already is not said again.
    /// </summary>
    /// <param name="when">The day, or the words for it.</param>
    public static IEnumerable<CardElement> Facts(
        string sentence,
        Measure measure,
        string? when,
        string? plan,
        string? obstacle,
        string? reason,
        Voice voice
    )
    {
        var (from, to) = (
            Quantities.Say(measure.Baseline, measure.Unit, voice),
            Quantities.Say(measure.Target, measure.Unit, voice)
        );
        string[] read =
        [
            from.Length > 0 && to.Length > 0
                ? Says(from) && Says(to)
                    ? string.Empty
                    : $"{from} → {to}"
                : from.Length > 0 && !Says(from)
                    ? voice.Say("Bar.Now", ("now", from))
                    : string.Empty,
            when is { Length: > 0 } && !Says(when) ? voice.Say("Label.ByDay", ("day", when)) : string.Empty,
        ];
        if (string.Join(" · ", read.Where(part => part.Length > 0)) is { Length: > 0 } numbers)
            yield return new RichTextBlock(new TextRun(numbers)) { Spacing = "small" };
        (string Label, string? Words)[] rows =
        [
            ("Label.Measure", measure.Words),
            ("Label.Plan", plan),
            ("Label.Obstacle", obstacle),
            ("Label.Reason", reason),
        ];
        foreach (var (label, words) in rows)
        {
            if (!string.IsNullOrEmpty(words) && !sentence.Contains(words, StringComparison.OrdinalIgnoreCase))
            {
                yield return new RichTextBlock(new TextRun($"{voice[label]}: ") { IsSubtle = true }, new TextRun(words))
                {
                    Spacing = "small",
                };
            }
        }

        // Not within a longer number: the 6 of 60 is none.
        bool Says(string words)
        {
            var at = sentence.IndexOf(words, StringComparison.OrdinalIgnoreCase);
            return at >= 0
                && !(at > 0 && char.IsLetterOrDigit(sentence[at - 1]))
                && !(at + words.Length < sentence.Length && char.IsLetterOrDigit(sentence[at + words.Length]));
        }
    }

    /// <summary>Always beside words: it tells nothing alone.</summary>
    public static string Icon(Area area) =>
        area switch
        {
            Area.Academic => "📘",
            Area.Behavior => "🎒",
            Area.Engagement => "🙋",
            Area.SocialEmotional => "💛",
            Area.FutureReadiness => "🎓",
            _ => "🎯",
        };

    /// <summary>Never <c>attention</c>: that is the colour of what went wrong.</summary>
    private static string Colour(Area area) =>
        area switch
        {
            Area.Academic or Area.FutureReadiness => "accent",
            Area.Engagement or Area.Behavior => "good",
            Area.SocialEmotional => "warning",
            _ => "emphasis",
        };
}
