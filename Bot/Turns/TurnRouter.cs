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
using Milestones.Language.Wanted;
using Milestones.School;

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

    /// <summary>In a reflection a wish must be this plain to be taken for one.</summary>
    private const float PlainRequest = 0.85f;

    /// <summary>Under this even the rules' agreement is not enough.</summary>
    private const float Doubtful = 0.35f;

    public RouteTable<Person> Routes { get; } =
        new(
            PersonRoutes.All,
            CoachingRoutes.All,
            GoalRoutes.All,
            classes.Private,
            calls.Private,
            ReflectionRoutes.All,
            TeachingRoutes.All
        );

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
        if (context.Turn.Input is Tapped { Verb: TeacherVerbs.Send })
        {
            return Route(context);
        }

        if (context.Turn.Input is Said && TeacherCare.IsAboutStudent(context))
        {
            return TeacherCare.Answer(context);
        }

        if (SafetyHandler.Read(context) is not (not Concern.None and var concern))
        {
            return QuietHandler.IsWorthAsking(context) && Kept(context) is var kept
                ? QuietHandler.Ask(context, kept)
                : Route(context);
        }

        // The answer to a concern stands alone: what was typed is not also mirrored back as an answer about fractions.
        // A button still does what it says, and a goal such as "stop vaping" is still a goal.
        context = context with
        {
            Head = context.Person with
            {
                Heavy = context.Person.Heavy is { } heavy ? heavy with { IsOpen = false } : null,
            },
        };
        var answered = safety.Answer(concern, context);
        var goesOn =
            context.Turn.Input is Tapped
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
            return answered ? Meant(chosen, unsure, over) : Hear(over);
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
            Command.Grade when dialog is Asking => InDialog(dialog, context),
            { } command => Obey(command, context),
            null when Dialogs.Reflection(context.Person) is { Listens: true } asked => InReflection(asked, context),
            null => dialog is not null and not ReviewingMilestones ? InDialog(dialog, context) : AtRest(context),
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
            command == Command.Undo && context.Person.PromptsBefore is { IsLast: true }
                ? StillHandler.Undo(context)?.Aside()
                : null
        )
        ?? (Dialogs.Reflection(context.Person) is { } asked ? ReflectionRoutes.During(command, asked, context) : null)
        ?? Routes.Obey(command, context)
        ?? PersonHandler.Reply(command == Command.Continue ? StatementKind.DontKnow : StatementKind.Chatter, context);

    /// <summary>
    /// Words in a reflection are the student's own; only what plainly wants something else is taken as that.
    /// </summary>
    private TurnResult<Person> InReflection(ReflectionDialogState asked, TurnContext<Person> context)
    {
        var wanted = context.Heard.Wanted(PlaceOf.Person(context.Person));
        return
            wanted.Guesses[0].Probability >= PlainRequest
            && IsRequest(wanted.Best)
            && Routes.Want(wanted.Best, context) is { } done
            ? done.Aside()
            : ReflectionHandler.Hear(asked, context.Heard.Text, context);
    }

    private TurnResult<Person> InDialog(GoalDialogState dialog, TurnContext<Person> context)
    {
        if (dialog.GetType() == typeof(GoalDialogState))
        {
            // Written by a version that knew more than this one: start over politely, with the words in hand.
            return AtRest(context with { Head = context.Person with { Dialog = null } });
        }

        var place = PlaceOf.Person(context.Person);
        if (dialog is AskingFirstWords && IsNoBeginning(context, place))
        {
            return AtRest(context with { Head = context.Person with { Dialog = null } });
        }

        if (CoachingHandler.Awaits(dialog, context))
        {
            return CoachingHandler.Hear(dialog, context.Heard.Text, context);
        }

        var (wanted, misfit) = dialog is Asking asking
            ? context.Heard.Fit(place, CoachingHandler.GoalWords(asking)) is var fit
                ? (fit.Wanted, fit.Why)
                : default
            : (context.Heard.Wanted(place), (Misfit?)null);
        if (wanted is { IsSure: true, Best: Intent.Farewell or Intent.Cancel } && misfit is null or Misfit.Request)
        {
            return Want(wanted.Best, context);
        }

        if (
            dialog is Drafting
            && (
                (
                    wanted is { IsSure: true, Best: Intent.DeleteGoal or Intent.CloseGoal }
                    && misfit is null or Misfit.Request
                ) || (misfit == Misfit.Request && Leaves(wanted))
            )
            && !GoalMatching.IsNamed(context.Heard.Text, context.Person.Goals, CoachingHandler.SaidOf(dialog))
        )
        {
            return CoachingHandler.Cancel(context);
        }

        if (IsRequest(wanted.Best) && wanted.IsSure && misfit is null or Misfit.Request)
        {
            return Routes.Want(wanted.Best, context) is { } done ? done.Aside()
                : wanted.Best is Intent.DeleteGoal or Intent.CloseGoal ? CoachingHandler.Cancel(context)
                : Coached(dialog, misfit, context);
        }

        // "What's a smart goal?" at a question is about the word, not about the question.
        if (misfit == Misfit.NotUnderstood && Routes.Want(Intent.Explain, context) is { } meaning)
        {
            return meaning.Aside();
        }

        // A greeting, a thank-you or a feeling is answered as that, and the question comes back.
        return misfit == Misfit.Aside
            && wanted is { IsSure: true, Best: Intent.Greeting or Intent.Thanks or Intent.Emotion }
            && !(wanted.Best == Intent.Greeting && context.Heard.Goal.Kind != StatementKind.Greeting)
            && Routes.Want(wanted.Best, context) is { } kind
                ? kind.Aside()
            // Told of another goal, one that is saved, while this one is in the making.
            : (misfit is not null || dialog is Drafting)
            && (
                wanted is { IsSure: true, Best: Intent.Progress }
                || (misfit is not null && ReportHandler.ReportsPlainly(context))
            )
            && ReportHandler.ReportsOfNamed(context)
                ? ReportHandler.Hear(context).Aside()
            : Coached(dialog, misfit, context);
    }

    /// <summary>It is a request and no answer, and the likeliest one is to leave the goal in the making.</summary>
    private static bool Leaves(WantedReading wanted) =>
        wanted.Guesses.FirstOrDefault(guess => guess.Intent != Intent.Answer).Intent
            is Intent.DeleteGoal
                or Intent.CloseGoal
                or Intent.Cancel;

    /// <summary>
    /// Asked for a goal, somebody tells how a saved one goes, asks something or thinks better of it: then nothing is in
    /// the making any more.
    /// </summary>
    private static bool IsNoBeginning(TurnContext<Person> context, Place place) =>
        context.Heard.Wanted(place) is var wanted
        && (
            (ReportHandler.ReportsPlainly(context) && !LooksAhead(context))
            || (wanted.IsSure && !IsOfBeginning(wanted.Best))
        );

    private static bool IsOfBeginning(Intent intent) =>
        intent
            is Intent.Answer
                or Intent.Goal
                or Intent.SecondGoal
                or Intent.NewGoal
                or Intent.Correction
                or Intent.Explain
                or Intent.Example
                or Intent.Refuse;

    private static TurnResult<Person> Coached(GoalDialogState dialog, Misfit? misfit, TurnContext<Person> context) =>
        misfit is { } why && dialog is Asking asking
            ? CoachingHandler.Misfits(asking, why, context)
            : CoachingHandler.Hear(dialog, context.Heard.Text, context);

    /// <summary>Nothing waits for an answer.</summary>
    private TurnResult<Person> AtRest(TurnContext<Person> context)
    {
        if (OnSteps(context) is { } steps)
        {
            return steps;
        }

        var wanted = context.Heard.Wanted(PlaceOf.Person(context.Person));
        if (TeacherTalk.IsTeacher(context.Person))
        {
            return TeacherTalk.Hear(context)
                ?? (
                    IsTeachers(wanted.Best) && (wanted.IsSure || Agreed(wanted, context) is not null)
                        ? Want(wanted.Best, context)
                        : TeacherTalk.Unknown(context)
                );
        }

        if (TalkHandler.Feature(context) is { } feature)
        {
            return feature;
        }

        // What a goal that is saved would log begins no new one, and changes none.
        if ((!wanted.IsSure || YieldsToReport(wanted)) && ReportHandler.ReportsPlainly(context))
        {
            return wanted is { IsSure: true, Best: Intent.Goal or Intent.SecondGoal } && LooksAhead(context)
                ? UnsureHandler.Ask(Either(Intent.Progress, Intent.Goal), context)
                : Want(Intent.Progress, context);
        }

        // "I feel bad, ive missed so much school" names what to work on, and is not turned away.
        if (
            wanted.Best is Intent.Emotion or Intent.Vent
            && context.Heard.Goal is { IsGoal: true, Area: not Area.None }
            && !context.Person.Goals.Any(goal => goal.IsActive)
            && wanted.Guesses.Any(guess =>
                guess is { Intent: Intent.Goal or Intent.Answer or Intent.Progress, Probability: >= Doubtful / 2 }
            )
        )
        {
            return Want(Intent.Goal, context);
        }

        return wanted.IsSure ? Want(wanted.Best, context)
            : context.Heard.Goal.Kind == StatementKind.DontKnow ? CoachingHandler.BeginWithSubject(context)
            : Agreed(wanted, context) is { } agreed ? Want(agreed, context)
            : UnsureHandler.Ask(wanted, context);
    }

    /// <summary>What a teacher may want as a person; all the rest would be coaching them.</summary>
    private static bool IsTeachers(Intent intent) =>
        intent
            is Intent.Abilities
                or Intent.Privacy
                or Intent.MyData
                or Intent.Explain
                or Intent.Language
                or Intent.StopMessages
                or Intent.PauseMessages
                or Intent.Undo
                or Intent.Greeting
                or Intent.Thanks;

    /// <summary>
    /// Where the weights are unsure and the rules read the same in the sentence, the two together are enough.
    /// </summary>
    private static Intent? Agreed(WantedReading wanted, TurnContext<Person> context)
    {
        var (best, probability) = wanted.Guesses[0];
        // A whole goal is one, whatever the weights make of its words.
        return context.Heard.Goal is { IsGoal: true, Target: not null, TimeBound: not null } ? Intent.Goal
            : probability < Doubtful ? null
            : best is Intent.Goal or Intent.Answer && context.Heard.Goal.IsGoal ? best
            : ReportHandler.Reports(context)
            && best is Intent.Progress or Intent.Answer or Intent.Vent or Intent.Emotion
                ? Intent.Progress
            : best
                is Intent.Greeting
                    or Intent.Thanks
                    or Intent.Smalltalk
                    or Intent.Offtopic
                    or Intent.Sharing
                    or Intent.Farewell
                ? best
            : null;
    }

    private TurnResult<Person> Want(Intent intent, TurnContext<Person> context) =>
        Routes.Want(intent, context) ?? PersonHandler.Reply(context.Heard.Goal.Kind, context);

    /// <summary>One of the guesses was chosen: the words are taken as that.</summary>
    private TurnResult<Person> Meant(Intent? chosen, Unsure unsure, TurnContext<Person> context) =>
        chosen is { } intent
            ? Want(intent, context with { Heard = context.Read(unsure.Text) })
            : UnsureHandler.SomethingElse(context);

    /// <summary>A day to come is named: a goal has one, a report of what was done has none.</summary>
    private static bool LooksAhead(TurnContext<Person> context) =>
        context.Heard.Goal is { IsGoal: true, TimeBound: not null, Deadline: var day }
        && (day is null || day > context.Today);

    private static WantedReading Either(Intent one, Intent other) =>
        new([new(one, 0.5f), new(other, 0.5f)], IsSure: false);

    /// <summary>What a sentence is taken for less readily than for a number or an end of a saved goal.</summary>
    private static bool YieldsToReport(WantedReading wanted) =>
        !(wanted.Guesses[0] is { Probability: >= PlainRequest, Intent: Intent.EditGoal or Intent.CloseGoal })
        && wanted.Best
            is Intent.Goal
                or Intent.SecondGoal
                or Intent.Answer
                or Intent.EditGoal
                or Intent.CloseGoal
                or Intent.Vent
                or Intent.Emotion
                or Intent.Thanks
                or Intent.Greeting
                or Intent.Sharing;

    /// <summary>What asks something of the coach, and is no part of a goal or a reflection.</summary>
    private static bool IsRequest(Intent intent) =>
        intent
            is Intent.DeleteGoal
                or Intent.CloseGoal
                or Intent.MyData
                or Intent.Undo
                or Intent.StopMessages
                or Intent.PauseMessages
                or Intent.Privacy
                or Intent.Status
                or Intent.MyGoals
                or Intent.Abilities
                or Intent.Language
                or Intent.NewGoal
                or Intent.Explain
                or Intent.Greeting
                or Intent.Thanks;

    /// <summary>A yes or no to the proposed steps of a goal just saved.</summary>
    private static TurnResult<Person>? OnSteps(TurnContext<Person> context) =>
        context.Person.Dialog is ReviewingMilestones s
        && context.Person.FindGoal(s.GoalId) is { } goal
        && (context.Heard.YesNo ?? CoachingHandler.LikesSteps(context)) is { } fits
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
