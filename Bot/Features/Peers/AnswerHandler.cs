using Milestones.Cards;
using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Peers;

/// <summary>
/// The classmate looks and says one strength and one question, or not this time. Unkind words come back to their
/// writer.
/// </summary>
internal static class AnswerHandler
{
    public static TurnResult<Person>? Open(Tapped tapped, TurnContext<Person> context) =>
        Find(tapped, context) switch
        {
            null => null,
            { State: PeerState.Waiting } asked => Form(
                asked,
                PeerAnswer.Read(tapped.Data, asked, context.Voice) is { Liked: not null } liked
                    ? liked
                    : PeerAnswer.Empty,
                context
            ),
            var over => Over(over, context),
        };

    public static TurnResult<Person>? Give(Tapped tapped, TurnContext<Person> context)
    {
        var (person, voice) = (context.Person, context.Voice);
        if (Find(tapped, context) is not { } asked)
            return null;
        if (asked.State != PeerState.Waiting)
            return Over(asked, context);
        if (
            context.Others.Class(asked.Class) is not { } classroom
            || !PeerRules.MayPair(classroom)
            || !PeerRules.IsStudentIn(person, asked.Class)
            || classroom.Find(asked.Other)?.Role != MemberRole.Student
        )
        {
            var gone = asked.Over(PeerState.TakenBack, context.Now);
            return Over(gone, context with { Head = PeerRules.With(person, gone) });
        }

        var answer = PeerAnswer.Read(tapped.Data, asked, voice);
        if (answer is not { Wrong: null, Strength: { } strength, Question: { } question })
            return Form(asked, answer, context);
        var given = asked.Over(PeerState.Answered, context.Now) with { Strength = strength, Question = question };
        return new(
            PeerRules.With(person, given),
            new Replace(AnswerCards.Given(given, voice), AnswerCards.Title(given, voice))
        )
        {
            Messages =
            [
                new(
                    asked.Class,
                    new PeerAnswered(
                        asked.Class,
                        asked.Id,
                        context.Turn.Person.ObjectId,
                        asked.Other,
                        strength,
                        question
                    )
                ),
            ],
        };
    }

    /// <summary>Nobody hears why, because nobody is asked.</summary>
    public static TurnResult<Person>? Decline(Tapped tapped, TurnContext<Person> context)
    {
        if (Find(tapped, context) is not { } asked)
            return null;
        if (asked.State != PeerState.Waiting)
            return Over(asked, context);
        var declined = asked.Over(PeerState.Declined, context.Now);
        return new(
            PeerRules.With(context.Person, declined),
            new Replace(AnswerCards.Declined(declined, context.Voice), AnswerCards.Title(declined, context.Voice))
        )
        {
            Messages = [PeerUpkeep.Tell(declined, PeerNews.Declined, context.Turn.Person.ObjectId)],
        };
    }

    private static TurnResult<Person> Form(PeerFeedback asked, PeerAnswer answer, TurnContext<Person> context) =>
        new(
            PeerRules.With(context.Person, asked with { ShownAt = asked.ShownAt ?? context.Now }),
            context.Here(AnswerCards.Of(asked, answer, context.Voice), AnswerCards.Title(asked, context.Voice))
        );

    /// <summary>Given already, declined, taken back, or too old: what it is, and nothing changes.</summary>
    private static TurnResult<Person> Over(PeerFeedback over, TurnContext<Person> context)
    {
        var voice = context.Voice;
        if (over.State is PeerState.Answered or PeerState.Thanked)
            return new(context.Person, context.Here(AnswerCards.Given(over, voice), AnswerCards.Title(over, voice)));
        var text = voice.Say("Peers.Over", ("name", WorkCards.First(over.OtherName, voice)));
        return new(
            context.Person,
            context.Here(CardParts.Framed(text, [new TextBlock(Markdown.Escape(text))], voice.Culture), text)
        );
    }

    private static PeerFeedback? Find(Tapped tapped, TurnContext<Person> context) =>
        PeerRules.Find(context.Person, tapped.Data.Text("ask"), PeerSide.Giving);
}
