using System.Globalization;
using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Peers;

/// <summary>A teacher's pairs: proposed, and on their way.</summary>
internal static class PairsCards
{
    /// <summary>More lines nobody reads on a card.</summary>
    private const int MostShown = 30;

    private const int MostNames = 10;

    /// <summary>Why there are no pairs.</summary>
    public static Card Plain(Classroom classroom, string text, Voice voice) =>
        CardParts.Framed(
            text,
            [CardParts.Heading(Markdown.Escape(Title(classroom, voice))), new TextBlock(text), Seen(classroom, voice)],
            voice.Culture
        );

    /// <param name="mixes">The number of this mix, and of the next.</param>
    /// <param name="note">Why it is shown again.</param>
    public static Card Proposal(
        Classroom classroom,
        IReadOnlyList<IReadOnlyList<Member>> groups,
        (int This, int Next) mixes,
        string mark,
        string? note,
        TurnContext<Person> context
    )
    {
        var (voice, title) = (context.Voice, Title(classroom, context.Voice));
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(Markdown.Escape(title)),
                .. note is null ? Array.Empty<CardElement>() : [new TextBlock(note) { Weight = "bolder" }],
                .. Lines(groups, voice),
                .. LeftOut(classroom, voice),
                CardParts.Small(
                    voice[classroom.Settings!.Band == GradeBand.KTo2 ? "Teach.Pairs.How.Young" : "Teach.Pairs.How"]
                ),
                new ActionSet(
                    Button(
                        "Teach.Pairs.Send",
                        PairVerbs.Send,
                        mixes.This,
                        ("seen", mark),
                        ("token", context.Turn.NewId(1))
                    ) with
                    {
                        Style = "positive",
                    },
                    Button("Teach.Pairs.Mix", PairVerbs.Propose, mixes.Next)
                ),
                Seen(classroom, voice),
            ],
            voice.Culture
        );

        Execute Button(string key, string verb, int mix, params (string, string)[] more) =>
            new(
                voice[key],
                verb,
                [("class", classroom.Key.Partition), ("mix", mix.ToString(CultureInfo.InvariantCulture)), .. more]
            );
    }

    public static Card Sent(Classroom classroom, IReadOnlyList<IReadOnlyList<Member>> groups, Voice voice) =>
        CardParts.Framed(
            voice["Teach.Pairs.Sent"],
            [
                CardParts.Heading(voice["Teach.Pairs.Sent"]),
                .. Lines(groups, voice),
                CardParts.Small(voice["Teach.Pairs.Sent.Next"]),
                Seen(classroom, voice),
            ],
            voice.Culture
        );

    public static string Name(Member member, Voice voice) => member.Name ?? voice["Class.Somebody"];

    private static string Title(Classroom classroom, Voice voice) =>
        voice.Say("Teach.Pairs.Title", ("class", classroom.Name ?? voice["Class.NoName"]));

    private static IEnumerable<CardElement> Lines(IReadOnlyList<IReadOnlyList<Member>> groups, Voice voice) =>
        groups
            .Select(group =>
                group.Count == 2
                    ? $"{Name(group[0], voice)}  ↔  {Name(group[1], voice)}"
                    : string.Join("  →  ", group.Append(group[0]).Select(one => Name(one, voice)))
            )
            .Order(StringComparer.CurrentCultureIgnoreCase)
            .Take(MostShown)
            .Select(CardElement (line) => new RichTextBlock(new TextRun(line)) { Spacing = "small" })
            .Concat(
                groups.Count > MostShown
                    ? [CardParts.Small(voice.Say("Teach.Pairs.More", ("n", groups.Count - MostShown)))]
                    : []
            );

    private static IEnumerable<CardElement> LeftOut(Classroom classroom, Voice voice)
    {
        var left = classroom.Students.Where(one => one.Unreachable is not null).ToList();
        if (left.Count > 0)
        {
            yield return CardParts.Small(
                Markdown.Escape(
                    voice.Say(
                        "Teach.Pairs.LeftOut",
                        ("names", string.Join(", ", left.Take(MostNames).Select(one => Name(one, voice))))
                    )
                )
            );
        }
    }

    private static ActionSet Seen(Classroom classroom, Voice voice) =>
        new(new Execute(voice["Teach.Peers.See"], PairVerbs.Students, ("class", classroom.Key.Partition)));
}
