using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Certificates;

/// <summary>Which certificates can be made, and where they are printed.</summary>
internal static class CertificateCards
{
    /// <summary>Goals, and classes, on one card: clients show six buttons.</summary>
    private const int Rows = 5;

    /// <param name="reached">A student's own goals, the last first; null for who only teaches.</param>
    /// <param name="attended">The student's classes: of several, which is named on it.</param>
    /// <param name="taught">The teacher's classes.</param>
    public static Card Offer(
        IReadOnlyList<Goal>? reached,
        IReadOnlyList<Membership> attended,
        IReadOnlyList<Membership> taught,
        DateOnly today,
        Voice voice
    ) =>
        CardParts.Framed(
            voice["Certificate.Title"],
            [
                CardParts.Heading(voice["Certificate.Title"]),
                .. reached is null ? [] : Own(reached, attended, today, voice),
                .. taught.Take(Rows).SelectMany(one => OfClass(one, voice)),
            ],
            voice.Culture
        );

    /// <summary>The link, and what to do with it.</summary>
    public static Card Ready(string address, PrintKind kind, Voice voice) =>
        CardParts.Framed(
            voice["Certificate.Ready"],
            [
                CardParts.Heading(voice["Certificate.Ready"]),
                new TextBlock(voice["Certificate.Ready.How"]),
                CardParts.Small(
                    voice[
                        kind is PrintKind.Goal or PrintKind.Term ? "Certificate.Ready.Own" : "Certificate.Ready.Class"
                    ]
                ),
                new ActionSet(new OpenUrl(voice["Certificate.Open"], address)),
            ],
            voice.Culture
        );

    public static Card Plain(string text, Voice voice) => CardParts.Framed(text, [new TextBlock(text)], voice.Culture);

    private static IEnumerable<CardElement> Own(
        IReadOnlyList<Goal> reached,
        IReadOnlyList<Membership> attended,
        DateOnly today,
        Voice voice
    ) =>
        [
            new TextBlock(voice[reached.Count == 0 ? "Certificate.NoGoal" : "Certificate.Which"]),
            .. attended.Count < 2
                ? Array.Empty<CardElement>()
                :
                [
                    new ChoiceInput(
                        voice["Certificate.Class"],
                        [.. attended.Select(one => new Choice(one.ClassName, one.Class.Partition))]
                    )
                    {
                        Id = "class",
                        Style = "compact",
                        Value = attended[0].Class.Partition,
                    },
                ],
            .. reached
                .Take(Rows)
                .SelectMany(goal =>
                    (CardElement[])
                        [
                            new RichTextBlock(
                                new TextRun($"“{goal.Sentence}”"),
                                new TextRun($" · {voice.Day(goal.ReachedOn!.Value, today)}") { IsSubtle = true }
                            ),
                            new ActionSet(
                                new Execute(voice["Certificate.Make"], CertificateVerbs.Make, ("goal", goal.Id))
                            ),
                        ]
                ),
            new ActionSet(new Execute(voice["Certificate.Term"], CertificateVerbs.Make)),
        ];

    private static IEnumerable<CardElement> OfClass(Membership taught, Voice voice)
    {
        return
        [
            new TextBlock(Markdown.Escape(voice.Say("Certificate.OfClass", ("class", taught.ClassName))))
            {
                Weight = "bolder",
                Spacing = "medium",
            },
            CardParts.Small(voice["Certificate.OfClass.Note"]),
            new ActionSet(
                Button("Certificate.Goals", PrintKind.ClassGoals),
                Button("Certificate.Terms", PrintKind.ClassTerm)
            ),
        ];

        Execute Button(string label, PrintKind kind) =>
            new(voice[label], CertificateVerbs.OfClass, ("class", taught.Class.Partition), ("kind", kind.ToString()));
    }
}
