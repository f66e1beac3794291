using Milestones.Channel.Teams;
using Milestones.Conversations;
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

namespace Milestones.Turns;

/// <summary>
/// Everything a person can do in the personal chat: a button, a command, an answer to the open question, a goal, or
/// something else.
/// </summary>
internal sealed class TurnRouter(SafetyHandler safety, SafetyRoutes calls)
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
            ClassRoutes.Private,
            calls.Private,
            ReflectionRoutes.All,
            TeachingRoutes.All
        );

    public TurnResult<Person> Run(TurnContext<Person> context)
    {
        var result = Answer(context);
        result = Dialogs.Settle(result.IsAside ? Dialogs.ThenAgain(result, context) : result, context);
        return Routes.AfterEach(result, context);
    }

    private TurnResult<Person> Answer(TurnContext<Person> context)
    {
        // What a teacher writes to a student is about the student, not about themselves.
        if (
            context.Turn.Input is Tapped { Verb: TeacherVerbs.Send }
            || SafetyHandler.Read(context) is not (not Concern.None and var concern)
        )
        {
            return Route(context);
        }

        // The answer to a concern stands alone: what was typed is not also mirrored back as an answer about fractions.
        // A button still does what it says, and a goal such as "stop vaping" is still a goal.
        var answered = safety.Answer(concern, context);
        var goesOn =
            context.Turn.Input is Tapped
            || (
                context.Turn.Input is Said
                && context.Person.Dialog is null
                && concern == Concern.Substance
                && context.Heard.Goal.IsGoal
            );
        return goesOn ? answered.Then(Route(context with { Head = answered.Person })) : answered;
    }

    private TurnResult<Person> Route(TurnContext<Person> context) =>
        context.Turn.Input switch
        {
            Installed => PersonHandler.Welcome(context),
            Uninstalled => new(context.Person with { Unreachable = "Uninstalled" }),
            Edited => new(context.Person),
            Tapped tapped => Routes.Tap(tapped, context) ?? Gone(context),
            Said { Text.Length: 0 } or SaidNothing => PersonHandler.Nothing(context).Aside(),
            Said { Text.Length: > Readable } said => PersonHandler.TooLong(said.Text.Length, context).Aside(),
            Said said => Hear(said.Text, context),
            Received { Message: var message } => Routes.Take(message, context),
            Rang => Routes.Ring(context),
            _ => throw new System.Diagnostics.UnreachableException(
                $"No route for {context.Turn.Input.GetType().Name}."
            ),
        };

    private TurnResult<Person> Hear(string text, TurnContext<Person> context)
    {
        var dialog = context.Person.Dialog;
        return context.Heard.Command switch
        {
            Command.English or Command.Spanish when dialog is AskingFirstWords or AskingWhat && IsSubject(context) =>
                InDialog(dialog, text, context),
            { } command => Obey(command, context),
            null when Dialogs.Reflection(context.Person) is { Listens: true } asked => InReflection(
                asked,
                text,
                context
            ),
            null when dialog is not null and not ReviewingMilestones => InDialog(dialog, text, context),
            null => Fresh(text, context),
        };
    }

    /// <summary>
    /// Asked what to get better at, "spanish" is a subject; "español" among English words is a wish to speak it.
    /// </summary>
    private static bool IsSubject(TurnContext<Person> context) =>
        !context.Heard.Text.Contains(' ', StringComparison.Ordinal)
        && LanguageReader.Detect(context.Heard.Text) == context.Voice.Language;

    /// <summary>The reflection has the word where it asked last.</summary>
    private TurnResult<Person> Obey(Command command, TurnContext<Person> context) =>
        (Dialogs.Reflection(context.Person) is { } asked ? ReflectionRoutes.During(command, asked, context) : null)
        ?? Routes.Obey(command, context)
        ?? PersonHandler.Reply(command == Command.Continue ? StatementKind.DontKnow : StatementKind.Chatter, context);

    private static TurnResult<Person> InReflection(
        ReflectionDialogState asked,
        string text,
        TurnContext<Person> context
    ) =>
        Digression(context) is { } kind
            ? PersonHandler.Reply(kind, context).Aside()
            : ReflectionHandler.Hear(asked, text, context);

    private static TurnResult<Person> InDialog(GoalDialogState dialog, string text, TurnContext<Person> context)
    {
        if (dialog.GetType() == typeof(GoalDialogState))
        {
            // Written by a version that knew more than this one: start over politely, with the words in hand.
            return Fresh(text, context with { Head = context.Person with { Dialog = null } });
        }

        return Digression(context) is { } kind
            ? PersonHandler.Reply(kind, context).Aside()
            : CoachingHandler.Hear(dialog, text, context);
    }

    /// <summary>A greeting or a question about something else is answered, and the open question comes back.</summary>
    private static StatementKind? Digression(TurnContext<Person> context)
    {
        var kind = context.Heard.Goal.Kind;
        var asks = kind == StatementKind.Question && context.Heard.Text.Contains('?', StringComparison.Ordinal);
        return kind is StatementKind.Greeting or StatementKind.Thanks || asks ? kind : null;
    }

    private static TurnResult<Person> Fresh(string text, TurnContext<Person> context)
    {
        if (context.Heard.Progress is { } progress && context.Person.Goals.Any(goal => goal.IsActive))
        {
            return ProgressHandler.Heard(progress, text, context);
        }

        return context.Heard.Goal.IsGoal
            ? CoachingHandler.BeginWith(text, context.Heard.Goal, context)
            : OnSteps(context) ?? PersonHandler.Reply(context.Heard.Goal.Kind, context);
    }

    /// <summary>A yes or no to the proposed steps of a goal just saved.</summary>
    private static TurnResult<Person>? OnSteps(TurnContext<Person> context) =>
        context.Person.Dialog is ReviewingMilestones s
        && context.Person.FindGoal(s.GoalId) is { } goal
        && context.Heard.YesNo is { } fits
            ? fits == YesNo.Yes
                ? CoachingHandler.Hear(s, context.Heard.Text, context)
                : GoalHandler.ChangeMilestones(goal, context)
            : null;

    /// <summary>
    /// A button of a card whose time is over, or of a goal that is not this person's: said, and nothing changes.
    /// </summary>
    private static TurnResult<Person> Gone(TurnContext<Person> context) =>
        new(context.Person, new Notice(context.Voice["Tap.Gone"]));
}
