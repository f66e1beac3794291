using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Milestones.Conversations;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Peers;

/// <summary>
/// A teacher pairs the class: a proposal to look at, another mix, and sent. What is sent is what was seen, or it is
/// shown anew.
/// </summary>
internal static class PairsHandler
{
    private const int Mixes = 10_000;

    /// <summary>In words: of the one class taught, or of the one they choose.</summary>
    public static TurnResult<Person> Asked(TurnContext<Person> context) =>
        PeerNeeds.Classes(context.Person, MemberRole.Teacher) switch
        {
            [] => new(context.Person, new Say(context.Voice["Peers.TeachersPair"], context.Voice.List("Suggest.Home"))),
            [var only] => Of(context.Others.Class(only), context, classroom => Propose(classroom, null, null, context)),
            _ => new(
                context.Person,
                new Show(
                    WhichClass.Of(TaughtClass.Of(context.Person), PairVerbs.Propose, context.Voice),
                    context.Voice["Teach.Which"]
                )
            ),
        };

    public static TurnResult<Person> Tap(Tapped tapped, TurnContext<Person> context) =>
        Of(
            PeerNeeds.Named(tapped.Data, context.Turn) is { } key ? context.Others.Class(key) : null,
            context,
            classroom =>
                tapped.Verb == Views.PairVerbs.Send
                    ? Send(classroom, tapped.Data, context)
                    : Propose(classroom, Mix(tapped.Data), null, context)
        );

    /// <summary>Only where they teach it, now; else why not.</summary>
    public static TurnResult<Person> Of(
        Classroom? classroom,
        TurnContext<Person> context,
        Func<Classroom, TurnResult<Person>> then
    )
    {
        var why = classroom is null ? "Class.NotHere" : Teachers.WhyNot(classroom, context.Turn.Person, context.Now);
        return why is null ? then(classroom!)
            : context.Turn.Input is Tapped ? new(context.Person, new Notice(context.Voice[why]))
            : new(context.Person, new Say(context.Voice[why]));
    }

    private static TurnResult<Person> Propose(Classroom classroom, int? mix, string? note, TurnContext<Person> context)
    {
        var voice = context.Voice;
        if (!PeerRules.MayPair(classroom))
        {
            return new(
                context.Person,
                context.Here(
                    PairsCards.Plain(
                        classroom,
                        voice[classroom.Settings is null ? "Teach.Pairs.SetUpFirst" : "Teach.Pairs.Off"],
                        voice
                    ),
                    voice["Teach.Pairs"]
                )
            );
        }

        var number = mix ?? (int)(context.Now.ToUnixTimeSeconds() % Mixes);
        var reached = Reached(classroom);
        var groups = Groups(classroom, number, context);
        var card =
            reached.Count < 2 ? PairsCards.Plain(classroom, voice["Teach.Pairs.TooFew"], voice)
            : groups is null ? PairsCards.Plain(classroom, voice["Teach.Pairs.ThirdTime"], voice)
            : PairsCards.Proposal(classroom, groups, (number, (number + 1) % Mixes), MarkOf(groups), note, context);
        return new(context.Person, context.Here(card, voice["Teach.Pairs"]));
    }

    private static TurnResult<Person> Send(Classroom classroom, CardData data, TurnContext<Person> context)
    {
        var voice = context.Voice;
        var mix = Mix(data);
        if (
            !PeerRules.MayPair(classroom)
            || mix is not { } number
            || Groups(classroom, number, context) is not { } groups
        )
        {
            return Propose(classroom, mix, null, context);
        }

        if (MarkOf(groups) != data.Text("seen"))
            return Propose(classroom, mix, voice["Teach.Pairs.Changed"], context);
        var round = PairRound.Of(context.Turn.NewId(), context.Now, groups);
        return new(context.Person, context.Here(PairsCards.Sent(classroom, groups, voice), voice["Teach.Pairs.Sent"]))
        {
            Messages = [new(classroom.Key, new PairsMade(context.Turn.Person, round))],
        };
    }

    private static IReadOnlyList<IReadOnlyList<Member>>? Groups(
        Classroom classroom,
        int mix,
        TurnContext<Person> context
    ) => Pairing.Propose(Reached(classroom), Pairing.Recent(classroom, context.Now), mix);

    /// <summary>Whoever the bot cannot reach would leave somebody alone.</summary>
    private static List<Member> Reached(Classroom classroom) =>
        [.. classroom.Students.Where(one => one.Unreachable is null)];

    /// <summary>Twelve digits to the base of sixteen, as an id of ours.</summary>
    private static string MarkOf(IReadOnlyList<IReadOnlyList<Member>> groups) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(PairRound.Of(string.Empty, default, groups).Groups))
        )[..12];

    private static int? Mix(CardData data) =>
        int.TryParse(data.Text("mix"), NumberStyles.None, CultureInfo.InvariantCulture, out var mix) && mix < Mixes
            ? mix
            : null;
}
