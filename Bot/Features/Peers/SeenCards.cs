using System.Globalization;
using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Peers;

/// <summary>Feedback among students as their teacher sees it: by name, then one student's, what they got and
/// gave.</summary>
internal static class SeenCards
{
    private const int Rows = 12;

    /// <summary>Of each side: with more long ones the card would be too long.</summary>
    private const int Last = 5;

    public static Card Students(Classroom classroom, IReadOnlyList<Member> students, int page, Voice voice)
    {
        var last = Math.Max(0, (students.Count - 1) / Rows);
        page = Math.Min(page, last);
        var title = voice.Say("Teach.Peers.Title", ("class", classroom.Name ?? voice["Class.NoName"]));
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(Markdown.Escape(title)),
                new TextBlock(voice[students.Count == 0 ? "Teach.Peers.None" : "Teach.Peers.Whose"]),
                .. students
                    .Skip(page * Rows)
                    .Take(Rows)
                    .Chunk(4)
                    .Select(some => new ActionSet([
                        .. some.Select(one =>
                            Button(PairsCards.Name(one, voice), PairVerbs.Student, ("student", one.ObjectId))
                        ),
                    ])
                    {
                        Spacing = "small",
                    }),
                new ActionSet([
                    .. PeerRules.MayPair(classroom)
                        ? [Button(voice["Teach.Pairs.Begin"], PairVerbs.Propose) with { Style = "positive" }]
                        : Array.Empty<CardAction>(),
                    .. page < last
                        ? [Button(voice["Teach.Peers.More"], PairVerbs.Students, ("page", Number(page + 1)))]
                        : Array.Empty<CardAction>(),
                    .. page > 0 ? [Button(voice["Teach.Peers.First"], PairVerbs.Students)] : Array.Empty<CardAction>(),
                ])
                {
                    Spacing = "medium",
                    Separator = true,
                },
            ],
            voice.Culture
        );

        Execute Button(string label, string verb, params (string, string)[] more) =>
            new(label, verb, [("class", classroom.Key.Partition), .. more]);
    }

    public static Card Student(Classroom classroom, Member student, IReadOnlyList<PeerFeedback> entries, Voice voice)
    {
        var title = PairsCards.Name(student, voice);
        return CardParts.Framed(
            title,
            [
                CardParts.Heading(Markdown.Escape(title)),
                .. entries.Count == 0 ? [new TextBlock(voice["Teach.Peers.Empty"])] : Array.Empty<CardElement>(),
                .. Part("Teach.Peers.Got", PeerSide.Asked),
                .. Part("Teach.Peers.Gave", PeerSide.Giving),
                new ActionSet(
                    new Execute(voice["Teach.Peers.Back"], PairVerbs.Students, ("class", classroom.Key.Partition))
                )
                {
                    Spacing = "medium",
                },
            ],
            voice.Culture
        );

        IEnumerable<CardElement> Part(string key, PeerSide side)
        {
            List<PeerFeedback> part = [.. entries.Where(one => one.Side == side).TakeLast(Last).Reverse()];
            return part.Count == 0
                ? []
                :
                [
                    new TextBlock(voice[key])
                    {
                        Weight = "bolder",
                        Spacing = "medium",
                        Separator = true,
                    },
                    .. part.SelectMany(one => Entry(one, voice)),
                ];
        }
    }

    private static IEnumerable<CardElement> Entry(PeerFeedback entry, Voice voice)
    {
        var name = entry.OtherName ?? voice["Class.Somebody"];
        yield return new RichTextBlock(
            new TextRun(voice.Say($"Teach.Peers.{entry.Side}", ("name", name))) { Weight = "bolder" },
            new TextRun($" · {State(entry, voice)}") { IsSubtle = true }
        )
        {
            Spacing = "medium",
        };
        if (entry.Work is { } work)
        {
            foreach (var element in WorkCards.Shown(GoalCards.InBrief(work)))
            {
                yield return element with
                {
                    Spacing = "small",
                };
            }
        }

        foreach (var element in AnswerCards.Both(entry, voice))
        {
            yield return element with
            {
                Spacing = "small",
            };
        }
    }

    private static string State(PeerFeedback entry, Voice voice)
    {
        var state = entry.State == PeerState.Thanked ? PeerState.Answered : entry.State;
        return entry is { Side: PeerSide.Asked, State: PeerState.Answered, Help: { } help }
            ? voice[$"Teach.Peers.Help.{help}"]
            : voice[$"Teach.Peers.State.{state}"];
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
