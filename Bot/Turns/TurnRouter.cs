using Milestones.Conversations;
using Milestones.Features.Celebrating;
using Milestones.Features.Certificates;
using Milestones.Features.Classes;
using Milestones.Features.Coaching;
using Milestones.Features.Conferences;
using Milestones.Features.Criteria;
using Milestones.Features.Goals;
using Milestones.Features.Importing;
using Milestones.Features.Looking;
using Milestones.Features.Mastery;
using Milestones.Features.OwnData;
using Milestones.Features.Peers;
using Milestones.Features.People;
using Milestones.Features.Reflections;
using Milestones.Features.Safety;
using Milestones.Features.Teaching;
using Milestones.Language;
using Milestones.Language.Concerns;
using Milestones.Language.Parts;
using Milestones.Language.Wanted;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Turns;

/// <summary>
/// Everything a person can do in the personal chat: a button, a command, an answer to the open question, a goal, or
/// something else.
/// </summary>
internal sealed class TurnRouter(
    SafetyHandler safety,
    SafetyRoutes calls,
    ClassRoutes classes,
    QuietHandler quiet,
    OwnDataRoutes ownData,
    CelebratingRoutes celebrating,
    CertificateRoutes certificates,
    LookingRoutes looking,
    MasteryRoutes mastery,
    ConferenceRoutes conferences
)
{
    /// <summary>
    /// Longer texts are answered, not read: no school sentence is this long, and the words stay in the chat.
    /// </summary>
    private const int Readable = 4000;

    public RouteTable<Person> Routes { get; } =
        new(
            PersonRoutes.All,
            CoachingRoutes.All,
            GoalRoutes.All,
            classes.Private,
            calls.Private,
            ReflectionRoutes.All,
            TeachingRoutes.All,
            ownData.Private,
            celebrating.Private,
            certificates.Private,
            looking.Private,
            ImportingRoutes.Private,
            mastery.Private,
            conferences.Private,
            CriteriaRoutes.Private,
            PeerRoutes.Private
        );

    private WordRouter Words => field ??= new(Routes);

    public TurnResult<Person> Run(TurnContext<Person> context)
    {
        var (followed, switched) = LanguageHandler.Follow(context);
        var answered = Answer(followed);
        var result =
            switched && followed.Heard.Concern.Alarm == Concern.None ? LanguageHandler.Noted(answered) : answered;
        context = followed;
        var asksItself = result.Person.Question is { } asked && !ReferenceEquals(asked, context.Person.Question);
        result = Dialogs.Settle(result.IsAside && !asksItself ? Dialogs.ThenAgain(result, context) : result, context);
        result = Routes.AfterEach(result, context);
        return context.Turn.Input is Said
            ? result with
            {
                Head = result.Person with
                {
                    LastSaid = new(
                        HandledTurns.MarkOf(context.Turn.Id),
                        result.Person.LastEntry == context.Person.LastEntry ? null : result.Person.LastEntry
                    ),
                },
            }
            : result;
    }

    private TurnResult<Person> Answer(TurnContext<Person> context)
    {
        // What a teacher writes to a student is about the student, not about themselves.
        if (
            context.Turn.Input
                is Tapped
                {
                    Verb: TeacherVerbs.Send
                        or CelebrationVerbs.Send
                        or CelebrationVerbs.PostChangedWeek
                        or UnitVerbs.Start
                        or TaskVerbs.Set
                        or TaskVerbs.Give
                        or TaskVerbs.Decline
                        or FeedbackVerbs.Send
                        or InsightVerbs.Review
                }
            && Teaches(context.Person)
        )
        {
            return Route(context);
        }

        if (context.Turn.Input is Tapped search && ShareHandler.IsOfOwnGoal(search, context.Person))
        {
            return Route(context);
        }

        if (context.Turn.Input is Said && TeacherCare.IsAboutStudent(context))
        {
            return TeacherCare.Answer(context);
        }

        if (SafetyHandler.Read(context) is not (not Concern.None and var concern))
        {
            return !QuietHandler.IsWorthAsking(context) ? Route(context)
                : IsPlainlyElse(context) || QuietHandler.IsDeclined(context)
                    ? QuietHandler.Beside(Route(context), context)
                : (ForTeacher.Takes(context) is not null || IsTaken(context)) && Route(context) is var sent
                    ? sent.Then(QuietHandler.Ask(context with { Head = sent.Person }, sent.Person))
                : QuietHandler.Ask(context, Kept(context));
        }

        if (SafetyHandler.IsDenied(concern, context))
        {
            return new TurnResult<Person>(context.Person, new Say(context.Voice["Safety.Denied"])).Aside();
        }

        // The answer to a concern stands alone: what was typed is not also mirrored back as an answer about fractions.
        // A button still does what it says, though nothing goes to a classmate with such words; and a goal such as
        // "stop vaping" is still a goal.
        context = context with
        {
            Head = context.Person with
            {
                Heavy = context.Person.Heavy is { } heavy ? heavy with { IsOpen = false } : null,
            },
        };
        var answered = safety.Answer(concern, context);
        var goesOn =
            context.Turn.Input
                is Tapped { Verb: not (CelebrationVerbs.Send or PeerVerbs.Look or PeerVerbs.Send or PeerVerbs.Give) }
            || (context.Turn.Input is Said && ForTeacher.Takes(context) is not null)
            || (
                context.Turn.Input is Said
                && context.Person.Dialog is null
                && concern == Concern.Substance
                && context.Heard.Goal.IsGoal
            )
            // "I just want to make friends. nobody sits with me" is a goal as well, and is helped to one.
            || (
                context.Turn.Input is Said
                && context.Person.Dialog is null or AskingFirstWords
                && concern == Concern.Bullying
                && context.Heard.Goal.IsGoal
                && context.Heard.Wanted(PlaceOf.Person(context.Person)) is { IsSure: true, Best: Intent.Goal }
            );
        return goesOn ? answered.Then(Route(context with { Head = answered.Person }))
            : context.Turn.Input is Said && concern is Concern.Substance or Concern.Bullying or Concern.Abuse
                ? (answered with { Head = Kept(context with { Head = answered.Person }) }).Aside()
            : context.Turn.Input is Edited ? answered
            : answered.Aside();
    }

    private static bool Teaches(Person person) => person.Classes.Any(one => one.Role == MemberRole.Teacher);

    /// <summary>
    /// Weak evidence in an answer that fits the open question, or in a whole goal: it is taken and shown, and asked
    /// about after.
    /// </summary>
    private static bool IsTaken(TurnContext<Person> context) =>
        context.Person is { Heavy: null or { IsOpen: false }, Unsure: null }
        && PlaceOf.Person(context.Person) is var place
        && (
            context.Person.Dialog is Asking asking
                ? context.Heard.Fit(place, CoachingHandler.GoalWords(asking)).Fits || Awaiting.Awaits(asking, context)
                : context.Heard.Wanted(place) is { IsSure: true, Best: Intent.Goal }
                    && context.Heard.Goal is { IsGoal: true, Target: not null } or { IsGoal: true, Specific: not null }
                    || context.Heard.Goal is { IsGoal: true, Target: not null, TimeBound: not null }
        );

    /// <summary>Weak evidence in words that plainly want something done, or that tell how a goal goes.</summary>
    private static bool IsPlainlyElse(TurnContext<Person> context) =>
        context.Heard.Wanted(PlaceOf.Person(context.Person)) is { IsSure: true, Best: var best }
        && (
            IntentKinds.IsRequest(best) && best is not (Intent.Greeting or Intent.Thanks)
            || (best == Intent.Progress && context.Person.Dialog is null && ReportHandler.Reports(context))
        );

    /// <summary>
    /// An answer to the open question is not lost where its words are answered otherwise: taken, and not mirrored.
    /// </summary>
    private Person Kept(TurnContext<Person> context) =>
        context.Person switch
        {
            { Heavy.IsOpen: true } or { Unsure: not null } => context.Person,
            { Dialog: AskingPlan or AskingObstacle or AskingReason } person => context
                .Heard.Fit(PlaceOf.Person(person), CoachingHandler.GoalWords((Asking)person.Dialog))
                .Fits
                ? Route(context).Person
                : person,
            var person => person,
        };

    private TurnResult<Person> Route(TurnContext<Person> context) =>
        context.Turn.Input switch
        {
            Installed => PersonHandler.Welcome(context),
            Uninstalled => new(context.Person with { Unreachable = "Uninstalled" }),
            Edited edited => Corrected(edited, context),
            Tapped { Data.IsTooLong: true } => new(context.Person, new Notice(context.Voice["Tap.TooLong"])),
            Tapped tapped => WhoMay.Allowed(Routes.Tap(tapped, context), tapped, context) ?? Gone(context),
            TableHanded handed => HandedHandler.Offer(handed, context),
            Said { Text.Length: 0 } or SaidNothing => PersonHandler.Nothing(context).Aside(),
            Said { Text.Length: > Readable } said => PersonHandler.TooLong(said.Text.Length, context).Aside(),
            Said => Hear(context),
            Received { Message: var message } => Routes.Take(message, context),
            Rang => Routes.Ring(context),
            _ => throw new System.Diagnostics.UnreachableException(
                $"No route for {context.Turn.Input.GetType().Name}."
            ),
        };

    /// <summary>
    /// The last message in other words takes the place of what it said; an older one has been gone on from.
    /// </summary>
    private static TurnResult<Person> Corrected(Edited edited, TurnContext<Person> context) =>
        context.Person.LastSaid?.Mark == HandledTurns.MarkOf(edited.Of)
            ? CoachingHandler.Corrected(context) ?? ReportCorrections.Edited(context) ?? new(context.Person)
            : new(context.Person);

    private TurnResult<Person> Hear(TurnContext<Person> context)
    {
        if (context.Person.Heavy is { IsOpen: true })
        {
            var (answered, left) = quiet.Hear(context);
            return answered is null ? Hear(context with { Head = left })
                : QuietHandler.Behind(context.Heard.Text) is { } rest
                    ? Hear(context with { Head = answered.Person, Heard = context.Read(rest) })
                : answered.Aside();
        }

        if (ErasureHandler.Hear(context) is { } erasing)
        {
            return erasing.Aside();
        }

        if (context.Person.Unsure is { } unsure)
        {
            // Whatever comes next, the question is over: a tap chose, or it is about something new.
            var over = context with
            {
                Head = context.Person with { Unsure = null },
            };
            var (chosen, answered) = UnsureHandler.Read(unsure, over);
            return answered ? Words.Meant(chosen, unsure, over) : Hear(over);
        }

        if (context.Person.AskedForWhom is { } asked)
        {
            var over = context with { Head = context.Person with { AskedForWhom = null } };
            return WritingBack.Chosen(asked, over)?.Aside() ?? Hear(over);
        }

        if (ForTeacher.Hear(context) is { } toTeacher)
        {
            return toTeacher;
        }

        return (IsOneThing(context) ? null : OneBreath.Hear(context, HearOne)) ?? HearOne(context);
    }

    /// <summary>Not to be taken apart, whatever the line looks like.</summary>
    private static bool IsOneThing(TurnContext<Person> context) =>
        context.Heard.Command is not null
        || context.Person.Reflecting is not null
        || TeacherTalk.IsTeacher(context.Person)
        // "It still says 1. make it 2" puts one thing right.
        || (
            context.Person is { Question: null, Dialog: null or ReviewingMilestones }
            && ReportCorrections.Said(context) is not null
        );

    private TurnResult<Person> HearOne(TurnContext<Person> context)
    {
        if (OneMore(context) is { } oneMore)
        {
            return oneMore;
        }

        if (
            context.Heard.Command is null
            && TwoInOne.Read(context) is var (told, asks, wants)
            && context with { Heard = context.Read(asks) } is var asking
            && (RecordQuestions.Hear(asking) ?? Routes.Want(wants, asking)) is { } said
        )
        {
            return said.Then(Hear(context with { Head = said.Person, Heard = context.Read(told) }));
        }

        if (AnswerAndMore(context) is { } more)
        {
            return more;
        }

        if (
            context.Person.Question is { Kind: GoalAsked.Hardest or GoalAsked.NextTry }
            && !IsOneThing(context)
            && Words.ByActs(context) is { } done
        )
        {
            return done;
        }

        // "Dont have it yet, tmrw" tells no number.
        if (
            context.Person.Question is { Kind: GoalAsked.HowMuch or GoalAsked.OutOfHowMany }
            && SureAct.IsSurely(PartAct.Later, context)
            && Words.ByActs(context) is { } later
        )
        {
            return later;
        }

        if (Routes.Answer(context) is { } answer)
        {
            return answer;
        }

        var dialog = context.Person.Dialog;
        return context.Heard.Command switch
        {
            { } command when dialog is AskingFirstWords or AskingWhat && IsSubject(command, context) =>
                CoachingHandler.Hear(dialog, context.Heard.Text, context),
            Command.Grade when dialog is Asking => Words.InDialog(dialog, context),
            { } command => Obey(command, context),
            null when Dialogs.Reflection(context.Person) is { Listens: true } open => Words.InReflection(open, context),
            null => dialog is not null and not ReviewingMilestones
                ? Words.InDialog(dialog, context)
                : Words.AtRest(context),
        };
    }

    /// <summary>
    /// One goal more, told in the same breath: begun where nothing is in the making, else kept for after.
    /// </summary>
    private TurnResult<Person>? OneMore(TurnContext<Person> context) =>
        context.Heard.Command is not null
        || context.Person.Reflecting is not null
        || TeacherTalk.IsTeacher(context.Person)
        || !LaterGoal.Asks(context.Heard.Text)
            ? null
            : context.Person.Dialog switch
            {
                null or ReviewingMilestones => Routes.Want(Intent.NewGoal, context),
                Drafting open and (Asking or ReviewingDraft) => CoachingHandler.Another(open, context),
                _ => null,
            };

    /// <summary>
    /// "Same plan i guess. can i have two goals": the answer to what was asked of a saved goal, and a wish behind it.
    /// </summary>
    private TurnResult<Person>? AnswerAndMore(TurnContext<Person> context)
    {
        if (
            context.Person is not { Question: not null, Dialog: null or ReviewingMilestones }
            || TwoInOne.Parts(context.Heard.Text) is not var (told, more)
            || context.Read(more).Wanted(Place.GoalSaved) is not { IsSure: true, Best: var wants }
            || !(
                IntentKinds.IsRequest(wants)
                || (wants == Intent.SecondGoal && Short.Adds(more))
                || wants is Intent.EditGoal or Intent.Emotion or Intent.Vent
            )
            || wants is Intent.Greeting or Intent.Thanks
            || ReportCorrections.Said(context) is not null
            || Routes.Answer(context with { Heard = context.Read(told) }) is not { } answered
        )
        {
            return null;
        }

        if (wants is Intent.Emotion or Intent.Vent)
        {
            return new TurnResult<Person>(context.Person, new Say(context.Voice["Answer.Feeling"])).Then(answered);
        }

        return answered.Then(
            Hear(context with { Head = answered.Person with { Question = null }, Heard = context.Read(more) })
        );
    }

    /// <summary>
    /// Asked what to get better at, "spanish" is a subject; "español" among English words is a wish to speak it.
    /// </summary>
    private static bool IsSubject(Command command, TurnContext<Person> context) =>
        Commands.LanguageOf(command) is not null
        && !context.Heard.Text.Contains(' ', StringComparison.Ordinal)
        && LanguageReader.Detect(context.Heard.Text) == context.Voice.Language;

    /// <summary>The reflection has the word where it asked last.</summary>
    private TurnResult<Person> Obey(Command command, TurnContext<Person> context) =>
        (
            command != Command.Undo ? null
            : context.Person.Erasure is { IsLast: true } ? ErasureHandler.Keep(context)?.Aside()
            : context.Person.PromptsBefore is { IsLast: true } ? StillHandler.Undo(context)?.Aside()
            : DraftHandler.TakeBack(context)
        )
        ?? (Dialogs.Reflection(context.Person) is { } asked ? ReflectionRoutes.During(command, asked, context) : null)
        ?? (
            command == Command.Continue
            && context.Person is { Dialog: null or ReviewingMilestones, Kept: null } person
            && person.Goals.Any(goal => goal.IsActive)
                ? Routes.Want(Intent.Status, context)
                : null
        )
        ?? Routes.Obey(command, context)
        ?? (command == Command.Later ? Routes.Want(Intent.Farewell, context) : null)
        ?? PersonHandler.Reply(command == Command.Continue ? StatementKind.DontKnow : StatementKind.Chatter, context);

    /// <summary>
    /// A button of a card whose time is over, or of a goal that is not this person's: said, and nothing changes.
    /// </summary>
    private static TurnResult<Person> Gone(TurnContext<Person> context) =>
        new(context.Person, new Notice(context.Voice["Tap.Gone"]));
}
