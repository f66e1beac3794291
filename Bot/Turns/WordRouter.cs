using System.Text.RegularExpressions;
using Milestones.Features.Celebrating;
using Milestones.Features.Coaching;
using Milestones.Features.Goals;
using Milestones.Features.People;
using Milestones.Features.Reflections;
using Milestones.Features.Safety;
using Milestones.Features.Teaching;
using Milestones.Language;
using Milestones.Language.Wanted;
using Milestones.School;

namespace Milestones.Turns;

/// <summary>
/// Where words that are no command go: into the open dialog, a reflection, or, with nothing open, to what they want.
/// </summary>
internal sealed partial class WordRouter(RouteTable<Person> routes)
{
    /// <summary>In a reflection a wish must be this plain to be taken for one.</summary>
    private const float PlainRequest = 0.85f;

    /// <summary>So many words before a question say something of what was asked.</summary>
    private const int FewestWords = 4;

    /// <summary>Under this even the rules' agreement is not enough.</summary>
    private const float Doubtful = 0.35f;

    /// <summary>
    /// Words in a reflection are the student's own; only what plainly wants something else is taken as that.
    /// </summary>
    public TurnResult<Person> InReflection(ReflectionDialogState asked, TurnContext<Person> context)
    {
        var wanted = context.Heard.Wanted(PlaceOf.Person(context.Person));
        return
            wanted.Guesses[0].Probability >= PlainRequest
            && IntentKinds.IsRequest(wanted.Best)
            && routes.Want(wanted.Best, context) is { } done
            ? done.Aside()
            : ReflectionHandler.Hear(asked, context.Heard.Text, context);
    }

    public TurnResult<Person> InDialog(GoalDialogState dialog, TurnContext<Person> context)
    {
        if (dialog.GetType() == typeof(GoalDialogState))
        {
            // Written by a version that knew more than this one: start over politely, with the words in hand.
            return AtRest(context with { Head = context.Person with { Dialog = null } });
        }

        if (dialog is AskingFirstWords { IsLight: true })
        {
            return AtRest(context with { Head = context.Person with { Dialog = null } }, isAsked: true);
        }

        var place = PlaceOf.Person(context.Person);
        if (Short.Undoes(context.Heard.Text) && CoachingHandler.TakeBack(context) is { } taken)
        {
            return taken;
        }

        if (dialog is Drafting && Short.Leaves(context.Heard.Text))
        {
            return Want(Intent.Farewell, context);
        }

        if (dialog is Asking skipped && Short.Skips(context.Heard.Text))
        {
            return CoachingHandler.Skip(skipped, context);
        }

        if (dialog is Drafting && Short.StartsOver(context.Heard.Text))
        {
            return CoachingHandler.StartOver(context);
        }

        if (dialog is AskingFirstWords && IsNoBeginning(context, place))
        {
            return AtRest(context with { Head = context.Person with { Dialog = null } });
        }

        if (CoachingHandler.Awaits(dialog, context))
        {
            return CoachingHandler.Hear(dialog, context.Heard.Text, context);
        }

        if (TalkHandler.IsSmart(context) is { } smart)
        {
            return smart.Aside();
        }

        if (dialog is Asking question && CoachingHandler.Renamed(question, context) is { } renamed)
        {
            return renamed;
        }

        if (dialog is Asking answered && WithQuestion(answered, context) is { } both)
        {
            return both;
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

        if (wanted is { IsSure: true, Best: Intent.Undo } && CoachingHandler.TakeBack(context) is { } before)
        {
            return before;
        }

        if (IntentKinds.IsRequest(wanted.Best) && wanted.IsSure && misfit is null or Misfit.Request)
        {
            return routes.Want(wanted.Best, context) is { } done ? done.Aside()
                : wanted.Best is Intent.DeleteGoal or Intent.CloseGoal ? CoachingHandler.Cancel(context)
                : Coached(dialog, misfit, context);
        }

        // "What's a smart goal?" at a question is about the word, not about the question.
        if (misfit == Misfit.NotUnderstood && routes.Want(Intent.Explain, context) is { } meaning)
        {
            return meaning.Aside();
        }

        // A greeting, a thank-you or a feeling is answered as that, and the question comes back.
        return misfit == Misfit.Aside
            && wanted is { IsSure: true, Best: Intent.Greeting or Intent.Thanks or Intent.Emotion }
            && !(wanted.Best == Intent.Greeting && context.Heard.Goal.Kind != StatementKind.Greeting)
            && routes.Want(wanted.Best, context) is { } kind
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

    /// <summary>
    /// An answer with a question of their own behind it: the question gets a word, and the answer is taken without it.
    /// </summary>
    private TurnResult<Person>? WithQuestion(Asking dialog, TurnContext<Person> context)
    {
        if (TwoInOne.WithQuestion(context.Heard.Text) is not var (told, asked))
        {
            return null;
        }

        var first = context with { Heard = context.Read(told) };
        var (place, goal) = (PlaceOf.Person(context.Person), CoachingHandler.GoalWords(dialog));
        return
            CoachingHandler.Awaits(dialog, first)
            || first.Heard.Fit(place, goal).Fits
            || context.Heard.Fit(place, goal).Fits
            || (dialog is AskingReason or AskingPlan && WordCount.Of(told) >= FewestWords && !Short.IsUnknowing(told))
            ? CoachingHandler.WordFor(asked, dialog, context).Then(InDialog(dialog, first))
            : null;
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
            || (wanted.IsSure && !IntentKinds.IsOfBeginning(wanted.Best) && !NamesWish(wanted.Best, context, place))
        );

    /// <summary>"I miss too much school. i feel bad about it": a feeling, and a wish beside it.</summary>
    private static bool NamesWish(Intent best, TurnContext<Person> context, Place place) =>
        best is Intent.Emotion or Intent.Vent
        && TwoInOne.Parts(context.Heard.Text) is var (first, then)
        && (
            IsWish(first, context, place)
            || IsWish(then, context, place)
            || context.Heard.Goal is { IsGoal: true, Area: not Language.Area.None }
        )
        && context.Heard.Concern.Level == Language.Concerns.ConcernLevel.None;

    private static bool IsWish(string part, TurnContext<Person> context, Place place) =>
        context
            .Read(part)
            .Wanted(place)
            .Guesses.Any(guess => guess is { Intent: Intent.Goal or Intent.Answer, Probability: >= Doubtful });

    private static TurnResult<Person> Coached(GoalDialogState dialog, Misfit? misfit, TurnContext<Person> context) =>
        misfit is { } why && dialog is Asking asking
            ? CoachingHandler.Misfits(asking, why, context)
            : CoachingHandler.Hear(dialog, context.Heard.Text, context);

    /// <summary>Nothing waits for an answer.</summary>
    /// <param name="isAsked">A greeting asked what to get better at: what is unsure answers that.</param>
    public TurnResult<Person> AtRest(TurnContext<Person> context, bool isAsked = false)
    {
        if (OnSteps(context) is { } steps)
        {
            return steps;
        }

        if (GivingHandler.Hear(context) is { } praise)
        {
            return praise;
        }

        var wanted = context.Heard.Wanted(PlaceOf.Person(context.Person));
        if (TeacherTalk.IsTeacher(context.Person))
        {
            return TeacherTalk.Hear(context)
                ?? (
                    IntentKinds.IsTeachers(wanted.Best) && (wanted.IsSure || Agreed(wanted, context) is not null)
                        ? Want(wanted.Best, context)
                        : TeacherTalk.Unknown(context)
                );
        }

        if (
            wanted is { Best: Intent.Sharing or Intent.Emotion or Intent.Vent or Intent.Thanks } or { IsSure: false }
            && !GoesOn().IsMatch(context.Heard.Text)
            && !ReportHandler.ReportsPlainly(context)
            && SafetyHandler.After(context) is { } after
        )
        {
            return after;
        }

        if (context.Person.Goals.Any(goal => goal.IsActive) && GoesOn().IsMatch(context.Heard.Text))
        {
            return Want(Intent.Status, context);
        }

        if (Short.Leaves(context.Heard.Text) && !ReportHandler.ReportsPlainly(context))
        {
            return Want(Intent.Farewell, context);
        }

        if (LaterGoal.Asks(context.Heard.Text))
        {
            return Want(Intent.NewGoal, context);
        }

        if (
            isAsked
            && wanted.Best is Intent.Sharing or Intent.Smalltalk or Intent.Answer or Intent.Vent
            && context.Heard.Goal is { IsGoal: true, Area: not Area.None }
        )
        {
            return Want(Intent.Goal, context);
        }

        if (TalkHandler.IsSum(context.Heard.Text))
        {
            return Want(Intent.Offtopic, context);
        }

        if (GoalRequests.SpeaksOfTarget(context.Heard.Text) && context.Person.Goals.Any(goal => goal.IsActive))
        {
            return Want(Intent.EditGoal, context);
        }

        if ((TalkHandler.WhyAsked(context) ?? TalkHandler.IsSmart(context)) is { } why)
        {
            return why;
        }

        if (TalkHandler.Feature(context) is { } feature)
        {
            return feature;
        }

        if (LaterGoal.Told(context.Heard.Text) is not null && !ReportHandler.ReportsPlainly(context))
        {
            return Want(Intent.NewGoal, context);
        }

        if (WrittenGoal.AsOwn(context.Heard.Text, context.Voice) is { } own && !ReportHandler.ReportsPlainly(context))
        {
            return Want(Intent.Goal, context with { Heard = context.Read(own) });
        }

        // What a goal that is saved would log begins no new one, and changes none.
        if ((!wanted.IsSure || YieldsToReport(wanted)) && ReportHandler.ReportsPlainly(context))
        {
            return wanted is { IsSure: true, Best: Intent.Goal or Intent.SecondGoal } && LooksAhead(context)
                ? UnsureHandler.Ask(Either(Intent.Progress, Intent.Goal), context)
                : Want(Intent.Progress, context);
        }

        // "I miss too much school" may be let out or a goal; who has none is helped to one.
        if (
            wanted is { IsSure: false, Best: Intent.Vent or Intent.Goal or Intent.Sharing }
            && !context.Person.Goals.Any(goal => goal.IsActive)
            && wanted.Guesses.Any(guess => guess is { Intent: Intent.Goal, Probability: >= Doubtful })
        )
        {
            return Want(Intent.Goal, context);
        }

        // "I feel bad, ive missed so much school" names what to work on, and is not turned away.
        if (
            wanted.Best is Intent.Emotion or Intent.Vent
            && context.Heard.Goal is { IsGoal: true, Area: not Area.None }
            && !context.Person.Goals.Any(goal => goal.IsActive)
            && (
                // "Behavior i guess. this is so dumb" names it, and sighs.
                TwoInOne.Parts(context.Heard.Text)
                    is not null
                || wanted.Guesses.Any(guess =>
                    guess is { Intent: Intent.Goal or Intent.Answer or Intent.Progress, Probability: >= Doubtful / 2 }
                )
            )
        )
        {
            return Want(Intent.Goal, context);
        }

        // "No es para tanto. ya no me mandes mensajes": unsure as a whole, and the last sentence plainly asks.
        if (
            (!wanted.IsSure || wanted.Best is Intent.Thanks or Intent.Greeting)
            && TwoInOne.Parts(context.Heard.Text) is var (_, last)
            && context.Read(last) is var asks
            && asks.Wanted(PlaceOf.Person(context.Person)) is { IsSure: true, Best: var wish }
            && (IntentKinds.IsRequest(wish) || wish is Intent.Smalltalk or Intent.Offtopic)
            && wish is not (Intent.Greeting or Intent.Thanks)
        )
        {
            return Want(wish, context with { Heard = asks });
        }

        return wanted.IsSure ? Want(wanted.Best, context)
            : context.Heard.Goal.Kind == StatementKind.DontKnow ? CoachingHandler.BeginWithSubject(context)
            : Agreed(wanted, context) is { } agreed ? Want(agreed, context)
            : isAsked && !context.Heard.IsVague
                ? CoachingHandler.BeginWith(context.Heard.Text, context.Heard.Goal, context)
            : UnsureHandler.Ask(wanted, context);
    }

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
        routes.Want(intent, context) ?? PersonHandler.Reply(context.Heard.Goal.Kind, context);

    /// <summary>One of the guesses was chosen: the words are taken as that.</summary>
    public TurnResult<Person> Meant(Intent? chosen, Unsure unsure, TurnContext<Person> context) =>
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

    /// <summary>"Ok continue", "i want to go on with my english goal".</summary>
    [GeneratedRegex(
        @"^\W*(?:ok(?:ay)?|no|so|its fine|bueno|si)?[\s,.!]*(?:continue|continuar|seguir|sigamos|go on)\W*$"
            + @"|\b(?:continue|go on|keep going|seguir|continuar|sigo) (?:with|on|con)"
            + @" (?:my|the|mi|la)(?: \p{L}+)? (?:goal|meta)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex GoesOn();

    /// <summary>"Whatever yeah".</summary>
    private static YesNo? LastYes(TurnContext<Person> context) =>
        context.Heard.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: 2 or 3 } words
            ? context.Read(words[^1]).YesNo
            : null;

    /// <summary>A yes or no to the proposed steps of a goal just saved.</summary>
    private static TurnResult<Person>? OnSteps(TurnContext<Person> context) =>
        context.Person.Dialog is ReviewingMilestones s
        // "No it was 3" is about a number.
        && !context.Heard.Text.Any(char.IsAsciiDigit)
        && context.Person.FindGoal(s.GoalId) is { } goal
        && (context.Heard.YesNo ?? LastYes(context) ?? CoachingHandler.LikesSteps(context)) is { } fits
            ? fits == YesNo.Yes
                ? CoachingHandler.Hear(s, context.Heard.Text, context)
                : GoalHandler.ChangeMilestones(goal, context)
            : null;
}
