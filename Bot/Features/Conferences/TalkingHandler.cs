using Milestones.Conversations;
using Milestones.Language;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Conferences;

/// <summary>
/// Questions in the chat, one by one: what a family may ask, tried out before, and how it went, afterwards. Nothing is
/// graded; every answer gets a short word. What is said in a rehearsal is not kept.
/// </summary>
internal static class TalkingHandler
{
    /// <summary>Up to so many words an answer is asked for an example, once.</summary>
    private const int FewWords = 3;

    public static TurnResult<Person>? Begin(ConferenceTalk talk, TurnContext<Person> context)
    {
        var (person, voice) = (context.Person, context.Voice);
        if (person.Conference is not { } pack)
            return null;
        if (person.Dialog is Drafting || person.Reflecting is { Listens: true })
            return new(person, new Say(voice["Conference.Busy"]));
        if (talk == ConferenceTalk.Rehearsal)
            return Ask(new(talk, 0, context.Now), voice["Conference.Begin.Rehearsal"], pack, context);

        // What was answered is kept: it goes on where it stopped.
        var held = pack with
        {
            AskedHowAt = context.Now,
        };
        return pack.LookedBack.Count < voice.List("Conference.How").Count
            ? Ask(new(talk, pack.LookedBack.Count, context.Now), voice["Conference.Begin.LookingBack"], held, context)
            : Done(talk, held, voice["Conference.Heard.Kept"], context);
    }

    /// <summary>What is typed while a question of a conference is open; null for all else.</summary>
    public static TurnResult<Person>? Hear(TurnContext<Person> context)
    {
        if (
            context.Person.Conference is not { Asked: { } asked } pack
            || context.Now - asked.At > ConferenceAsked.Waits
            || context.Person.Dialog is Drafting
            || context.Person.Reflecting is { Listens: true }
        )
        {
            return null;
        }

        return context.Heard.Command switch
        {
            Command.Skip => Next(asked, pack, context.Voice["Conference.Skipped"], context),
            Command.Cancel or Command.Later or Command.Back => Stopped(pack, context),
            not null => null,
            null => Take(asked, pack, context),
        };
    }

    private static TurnResult<Person> Take(ConferenceAsked asked, ConferencePack pack, TurnContext<Person> context)
    {
        var (voice, text) = (context.Voice, context.Heard.Text);
        if (text.Length > ConferencePack.LongestAnswer)
        {
            return new(
                context.Person,
                new Say(voice.Say("Conference.TooLong", ("max", ConferencePack.LongestAnswer)), Ways(voice))
            );
        }

        if (asked.Talk == ConferenceTalk.LookingBack)
        {
            var kept = pack with { LookedBack = [.. pack.LookedBack, text] };
            return Next(asked, kept, voice.List("Conference.Heard.After")[asked.Question], context);
        }

        return !asked.Again && voice.Band != GradeBand.KTo2 && WordCount.Of(text) <= FewWords
            ? new(
                With(context.Person, pack with { Asked = asked with { Again = true, At = context.Now } }),
                new Say(voice["Conference.More"], Ways(voice))
            )
            : Next(asked, pack, voice.List("Conference.Heard")[asked.Question], context);
    }

    private static TurnResult<Person> Next(
        ConferenceAsked asked,
        ConferencePack pack,
        string heard,
        TurnContext<Person> context
    ) =>
        asked.Question + 1 < Questions(asked.Talk, pack, context.Voice).Count
            ? Ask(asked with { Question = asked.Question + 1, At = context.Now, Again = false }, heard, pack, context)
            : Done(asked.Talk, pack with { Asked = null }, heard, context);

    private static TurnResult<Person> Ask(
        ConferenceAsked asked,
        string first,
        ConferencePack pack,
        TurnContext<Person> context
    )
    {
        var voice = context.Voice;
        var person = With(context.Person, pack with { Asked = asked }) with { Question = null };
        IReadOnlyList<string> answers =
            voice.Band == GradeBand.KTo2 && asked.Talk == ConferenceTalk.Rehearsal ? voice.List("Conference.Taps") : [];
        return new(
            person,
            new Say($"{first}\n\n{Questions(asked.Talk, pack, voice)[asked.Question]}", [.. answers, .. Ways(voice)])
        );
    }

    private static TurnResult<Person> Done(
        ConferenceTalk talk,
        ConferencePack pack,
        string heard,
        TurnContext<Person> context
    ) =>
        talk == ConferenceTalk.Rehearsal
            ? new(
                With(context.Person, pack),
                new Say($"{heard}\n\n{context.Voice["Conference.Rehearsed"]}", context.Voice.List("Suggest.Conference"))
            )
            : new(
                With(context.Person, pack),
                new Show(PackCards.LookedBack(pack, heard, context.Voice), context.Voice["Conference.Done"])
            );

    private static TurnResult<Person> Stopped(ConferencePack pack, TurnContext<Person> context) =>
        new(
            With(context.Person, pack with { Asked = null }),
            new Say(context.Voice["Conference.Stopped"], context.Voice.List("Suggest.Conference"))
        );

    private static IReadOnlyList<string> Questions(ConferenceTalk talk, ConferencePack pack, Voice voice) =>
        talk == ConferenceTalk.Rehearsal ? FamilyQuestions.Of(pack, voice) : voice.List("Conference.How");

    private static IReadOnlyList<string> Ways(Voice voice) => voice.List("Suggest.Rehearsal");

    private static Person With(Person person, ConferencePack pack) => person with { Conference = pack };
}
