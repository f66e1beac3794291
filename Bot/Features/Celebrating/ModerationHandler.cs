using Milestones.Cards;
using Milestones.Conversations;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Celebrating;

/// <summary>
/// A teacher looks at posts and decides, from the private chat. The class's document says whether they may, here and
/// again when it takes the message.
/// </summary>
internal static class ModerationHandler
{
    public static IReadOnlyCollection<DocumentKey> Needs(Turn turn) =>
        turn.Input is Tapped tapped
        && (
            tapped.Verb == CelebrationVerbs.Posts
            || ActOf(tapped.Verb) is not null
            || SummaryHandler.IsOfWeek(tapped.Verb)
        )
        && Named(tapped, turn) is { } key
            ? [key]
            : [];

    /// <summary>In words: of the one class taught, or of the one they choose.</summary>
    public static TurnResult<Person> Open(IReadOnlyList<Classroom> taught, TurnContext<Person> context)
    {
        var voice = context.Voice;
        return taught switch
        {
            [var only] => new(
                context.Person,
                context.Here(ModerationCards.List(only, voice), voice["Teach.Posts.All"])
            ),
            _ => new(
                context.Person,
                context.Here(
                    CardParts.Framed(
                        voice["Teach.Which"],
                        [
                            CardParts.Heading(voice["Teach.Which"]),
                            .. taught
                                .Chunk(6)
                                .Select(some => new ActionSet([
                                    .. some.Select(one => new Execute(
                                        GivingCards.ClassName(one, voice),
                                        CelebrationVerbs.Posts,
                                        ("class", one.Key.Partition)
                                    )),
                                ])),
                        ],
                        voice.Culture
                    ),
                    voice["Teach.Which"]
                )
            ),
        };
    }

    public static TurnResult<Person>? List(Tapped tapped, TurnContext<Person> context) =>
        Named(tapped, context.Turn) is not { } key || context.Others.Class(key) is not { } classroom ? null
        : Refused(classroom, context) is { } why ? new(context.Person, new Notice(context.Voice[why]))
        : Open([classroom], context);

    public static TurnResult<Person>? Decide(Tapped tapped, TurnContext<Person> context)
    {
        var (person, voice) = (context.Person, context.Voice);
        if (
            Named(tapped, context.Turn) is not { } key
            || context.Others.Class(key) is not { } classroom
            || ActOf(tapped.Verb) is not { } act
        )
        {
            return null;
        }

        if (Refused(classroom, context) is { } why)
            return new(person, new Notice(voice[why]));
        return classroom.FindPost(tapped.Data.Text("post")) is not { } post || !PostHandler.Fits(act, post.State)
            ? new(person, new Notice(voice["Teach.Post.Decided"]))
            : new(
                person,
                new Replace(ModerationCards.Decided(post, act, classroom, voice), voice[$"Teach.Post.Done.{act}"])
            )
            {
                Messages =
                [
                    new(
                        key,
                        new PostDecided(post.Id, context.Turn.Person, act, tapped.Data.Text("channel"))
                        {
                            Sends = post.Sends,
                        }
                    ),
                ],
            };
    }

    /// <summary>Why this person decides nothing here, as the key of a text; null when they may.</summary>
    public static string? Refused(Classroom classroom, TurnContext<Person> context) =>
        Teachers.MayAct(classroom, context.Turn.Person, context.Now) ? null
        : !classroom.IsActive ? "Class.NotHere"
        : Teachers.Teaches(classroom, context.Turn.Person) ? "Class.NotChecked"
        : "Class.TeachersOnly";

    private static PostAct? ActOf(string verb) =>
        verb switch
        {
            CelebrationVerbs.Approve => PostAct.Approve,
            CelebrationVerbs.Decline => PostAct.Decline,
            CelebrationVerbs.TakeDown => PostAct.TakeDown,
            CelebrationVerbs.IsThere => PostAct.IsThere,
            CelebrationVerbs.IsNotThere => PostAct.IsNotThere,
            CelebrationVerbs.Again => PostAct.Again,
            _ => null,
        };

    private static DocumentKey? Named(Tapped tapped, Turn turn) =>
        DocumentKeys.NamedClass(tapped.Data.Text("class"), turn.Person.TenantId);
}
