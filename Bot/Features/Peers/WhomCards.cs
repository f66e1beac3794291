using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Peers;

/// <summary>Whom a student asks: a class, a name of a list, or one of several who may be meant.</summary>
internal static class WhomCards
{
    /// <summary>Buttons with names; more are in a list.</summary>
    public const int Names = 6;

    /// <summary>A list with more people would not fit into the card: their names are typed instead.</summary>
    private const int MostNames = 100;

    /// <summary>The field with a name that was typed.</summary>
    public const string Typed = "called";

    private const int LongestName = 100;

    public static Card Which(IReadOnlyList<(Classroom Class, Member Member)> people, PeerDraft draft, Voice voice)
    {
        var several = people.Select(one => one.Class.Key).Distinct().Count() > 1;
        return CardParts.Framed(
            voice["Peers.Which"],
            [
                CardParts.Heading(voice["Peers.Which"]),
                new ActionSet([
                    .. people.Select(one => new Execute(
                        several
                            ? $"{Name(one.Member, voice)} · {ClassName(one.Class, voice)}"
                            : Name(one.Member, voice),
                        PeerVerbs.To,
                        [("class", one.Class.Key.Partition), ("student", one.Member.ObjectId), .. Carrying(draft)]
                    )),
                ]),
            ],
            voice.Culture
        );
    }

    public static Card Choose(IEnumerable<Classroom> classes, PeerDraft draft, Voice voice) =>
        CardParts.Framed(
            voice["Peers.InWhich"],
            [
                CardParts.Heading(voice["Peers.InWhich"]),
                .. classes
                    .Chunk(Names)
                    .Select(some => new ActionSet([
                        .. some.Select(one => new Execute(
                            ClassName(one, voice),
                            PeerVerbs.To,
                            [("class", one.Key.Partition), .. Carrying(draft)]
                        )),
                    ])),
            ],
            voice.Culture
        );

    /// <param name="notice">Why a name that was said is none of them; null where none was.</param>
    public static Card Pick(
        Classroom classroom,
        IReadOnlyList<Member> people,
        PeerDraft draft,
        string? notice,
        Voice voice
    ) =>
        CardParts.Framed(
            voice["Peers.Pick"],
            [
                CardParts.Heading(voice["Peers.Pick"]),
                .. notice is null ? Array.Empty<CardElement>() : [new RichTextBlock(new TextRun(notice))],
                people.Count > MostNames
                    ? new TextInput(voice["Peers.Pick.Label"])
                    {
                        Id = Typed,
                        Placeholder = voice["Peers.Pick.Example"],
                        MaxLength = LongestName,
                        IsRequired = true,
                        ErrorMessage = voice["Peers.Pick"],
                    }
                    : new ChoiceInput(
                        voice["Peers.Pick.Label"],
                        [.. people.Select(one => new Choice(Name(one, voice), one.ObjectId))]
                    )
                    {
                        Id = "student",
                        Style = "compact",
                        IsRequired = true,
                        ErrorMessage = voice["Peers.Pick"],
                    },
                new ActionSet(
                    new Execute(
                        voice["Peers.Next"],
                        PeerVerbs.To,
                        [("class", classroom.Key.Partition), .. Carrying(draft)]
                    )
                    {
                        Style = "positive",
                    }
                ),
            ],
            voice.Culture
        );

    private static IEnumerable<(string, string)> Carrying(PeerDraft draft)
    {
        if (draft.Goal is { } goal)
            yield return ("goal", goal.Id);
        if (draft.Words is { } words)
            yield return ("words", words);
    }

    private static string Name(Member member, Voice voice) => member.Name ?? voice["Class.Somebody"];

    private static string ClassName(Classroom classroom, Voice voice) => classroom.Name ?? voice["Class.NoName"];
}
