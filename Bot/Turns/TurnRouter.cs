using Milestones.Conversations;
using Milestones.Features.Celebrating;
using Milestones.Features.Classes;
using Milestones.Features.Coaching;
using Milestones.Features.Goals;
using Milestones.Features.People;
using Milestones.Features.Reflections;
using Milestones.Features.Safety;
using Milestones.Features.Teaching;
using Milestones.Language;
using Milestones.Language.Concerns;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Turns;

/// <summary>
/// Everything a person can do in the personal chat: a button, a command, an answer to the open question, a goal, or
/// something else.
/// </summary>
internal sealed class TurnRouter(SafetyHandler safety, SafetyRoutes calls, ClassRoutes classes, QuietHandler quiet)
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
            CelebratingRoutes.Private
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
            context.Turn.Input is Tapped { Verb: TeacherVerbs.Send }
            || (
                context.Turn.Input is Tapped { Verb: CelebrationVerbs.Send or CelebrationVerbs.PostChangedWeek }
                && TeacherCare.IsTeacher(context.Person)
            )
        )
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
                : ForTeacher.Takes(context) is not null && Route(context) is var sent
                    ? sent.Then(QuietHandler.Ask(context with { Head = sent.Person }, sent.Person))
                : QuietHandler.Ask(context, Kept(context));
        }

        // The answer to a concern stands alone: what was typed is not also mirrored back as an answer about fractions.
        // A button still does what it says, though no shout-out leaves with such words; and a goal such as "stop
        // vaping" is still a goal.
        context = context with
        {
            Head = context.Person with
            {
                Heavy = context.Person.Heavy is { } heavy ? heavy with { IsOpen = false } : null,
            },
        };
        var answered = safety.Answer(concern, context);
        var goesOn =
            context.Turn.Input is Tapped { Verb: not CelebrationVerbs.Send }
            || (context.Turn.Input is Said && ForTeacher.Takes(context) is not null)
            || (
                context.Turn.Input is Said
                && context.Person.Dialog is null
                && concern == Concern.Substance
                && context.Heard.Goal.IsGoal
            );
        return goesOn ? answered.Then(Route(context with { Head = answered.Person }))
            : context.Turn.Input is Said && concern is Concern.Substance or Concern.Bullying or Concern.Abuse
                ? (answered with { Head = Kept(context with { Head = answered.Person }) }).Aside()
            : context.Turn.Input is Edited ? answered
            : answered.Aside();
    }

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
            Tapped tapped => Routes.Tap(tapped, context) ?? Gone(context),
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
            return quiet.Hear(context) is var (answered, left) && answered is not null
                ? answered.Aside()
                : Hear(context with { Head = left });
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

        if (
            context.Heard.Command is null
            && TwoInOne.Read(context) is var (told, asks, wants)
            && Routes.Want(wants, context with { Heard = context.Read(asks) }) is { } said
        )
        {
            return said.Then(Hear(context with { Head = said.Person, Heard = context.Read(told) }));
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
            : context.Person.PromptsBefore is { IsLast: true } ? StillHandler.Undo(context)?.Aside()
            : CoachingHandler.TakeBack(context)
        )
        ?? (Dialogs.Reflection(context.Person) is { } asked ? ReflectionRoutes.During(command, asked, context) : null)
        ?? Routes.Obey(command, context)
        ?? PersonHandler.Reply(command == Command.Continue ? StatementKind.DontKnow : StatementKind.Chatter, context);

    /// <summary>
    /// A button of a card whose time is over, or of a goal that is not this person's: said, and nothing changes.
    /// </summary>
    private static TurnResult<Person> Gone(TurnContext<Person> context) =>
        new(context.Person, new Notice(context.Voice["Tap.Gone"]));
}
