using Milestones.Features.Coaching;
using Milestones.Features.Goals;
using Milestones.Features.People;
using Milestones.Language;
using Milestones.Language.Concerns;
using Milestones.Language.Parts;
using Milestones.Language.Wanted;
using Milestones.School;

namespace Milestones.Turns;

/// <summary>
/// Words while a goal is in the making. What leaves, takes back or answers plainly is heard first; then what is no
/// answer, each kind in its way; the rest is the answer.
/// </summary>
internal sealed class DialogWords(RouteTable<Person> routes, RestingWords resting, ByActs acts)
{
    /// <summary>So many words before a question say something of what was asked.</summary>
    private const int FewestWords = 4;

    public TurnResult<Person> Hear(GoalDialogState dialog, TurnContext<Person> context) =>
        NotBegun(dialog, context)
        ?? (dialog is AskingPictures pictures ? OfPictures(pictures, context) : null)
        ?? TakenBack(context)
        ?? Left(dialog, context)
        ?? (Awaiting.Awaits(dialog, context) && !IsNoYes(dialog, context) ? Answer(dialog, context) : null)
        ?? TalkHandler.IsSmart(context)?.Aside()
        ?? (dialog is Asking ? TalkHandler.AsksTerm(context)?.Aside() : null)
        ?? acts.Hear(context)
        ?? (dialog is Asking answered && IsAnswer(answered, context) ? Answer(dialog, context) : null)
        // "Got 45 need 380" tells more than what was asked.
        ?? (
            dialog is AskingWhat { Draft: var what } && CoachingHandler.TellsNumbers(what, context)
                ? Answer(dialog, context)
                : null
        )
        ?? (dialog is Asking named ? CoachingHandler.Renamed(named, context) : null)
        ?? (
            dialog is Asking asked
                ? WithQuestion(asked, context)
                    ?? (MakingByActs.AnswersSurely(asked, context) ? Answer(asked, context) : ByParts(asked, context))
                : null
        )
        ?? Weighed(dialog, context);

    /// <summary>"How sure of what?" at the draft is no yes, whatever word stands in it.</summary>
    private static bool IsNoYes(GoalDialogState dialog, TurnContext<Person> context) =>
        SureAct.IsQuestion(context)
        || (
            dialog is ReviewingDraft
            && SureAct.Of(context) is { } act
            && IsChange(act)
            && SureAct.IsSurely(act, context)
        )
        || (
            dialog is ReviewingDraft
            && context.Heard.Text.TrimEnd().EndsWith('?')
            && WordCount.Of(context.Heard.Text) > 1
        );

    /// <summary>"Dale 30 mejor", "ok im back": a change or a greeting, whatever word of a yes stands in it.</summary>
    private static bool IsChange(PartAct act) =>
        PartFamilies.Of(act) is PartFamily.Wish or PartFamily.Right or PartFamily.Pace;

    /// <summary>Nothing is in the making yet, or not any more: the words are heard as at rest.</summary>
    private TurnResult<Person>? NotBegun(GoalDialogState dialog, TurnContext<Person> context)
    {
        var atRest = context with { Head = context.Person with { Dialog = null } };
        // The base type was written by a version that knew more than this one: politely over, the words in hand.
        return dialog.GetType() == typeof(GoalDialogState) ? resting.Hear(atRest)
            : dialog is AskingFirstWords { IsLight: true } ? resting.Hear(atRest, isAsked: true)
            : null;
    }

    /// <summary>A picture, a number or a day in words; else what it wants, and the pictures come again.</summary>
    private TurnResult<Person> OfPictures(AskingPictures pictures, TurnContext<Person> context)
    {
        var wanted = context.Heard.Wanted(PlaceOf.Person(context.Person));
        return
            wanted is { IsSure: true, Best: var best }
            && (IntentKinds.IsRequest(best) || best is Intent.Emotion or Intent.Vent or Intent.Farewell)
            // "Til christmas" is a pause where nothing waits for a day.
            && !(best == Intent.PauseMessages && PictureHandler.Hear(pictures, context) is not null)
            ? routes.Want(best, context)?.Aside() ?? PictureHandler.Again(pictures, context)
            : PictureHandler.Hear(pictures, context)
                ?? (
                    ReportHandler.ReportsPlainly(context)
                        ? ReportHandler.Hear(context).Aside()
                        : PictureHandler.Again(pictures, context)
                );
    }

    private static TurnResult<Person>? TakenBack(TurnContext<Person> context) =>
        Short.Undoes(context.Heard.Text) ? DraftHandler.TakeBack(context) : null;

    private TurnResult<Person>? Left(GoalDialogState dialog, TurnContext<Person> context) =>
        dialog is Drafting
        && Short.Leaves(context.Heard.Text)
        && !(dialog is ReviewingDraft && Short.Saves(context.Heard.Text))
            ? resting.Want(Intent.Farewell, context)
        : dialog is Asking skipped && Short.Skips(context.Heard.Text) ? CoachingHandler.Skip(skipped, context)
        : dialog is Drafting && Short.StartsOver(context.Heard.Text) ? KeptDrafts.StartOver(context)
        : dialog is AskingFirstWords && IsNoBeginning(context, PlaceOf.Person(context.Person))
            ? resting.Hear(context with { Head = context.Person with { Dialog = null } })
        : null;

    private static TurnResult<Person> Answer(GoalDialogState dialog, TurnContext<Person> context) =>
        CoachingHandler.Hear(dialog, context.Heard.Text, context);

    /// <summary>What the weights make of it: a wish, a kind of talk, or an answer.</summary>
    private TurnResult<Person> Weighed(GoalDialogState dialog, TurnContext<Person> context)
    {
        var place = PlaceOf.Person(context.Person);
        var (wanted, misfit) =
            dialog is Asking asking && context.Heard.Fit(place, CoachingHandler.GoalWords(asking)) is var fit
                ? (fit.Wanted, fit.Why)
                : (context.Heard.Wanted(place), (Misfit?)null);
        var isWish = wanted.IsSure && misfit is null or Misfit.Request;
        return isWish && wanted.Best is Intent.Farewell or Intent.Cancel ? resting.Want(wanted.Best, context)
            : GivesUp(dialog, wanted, misfit, context) ? KeptDrafts.Cancel(context)
            : wanted is { IsSure: true, Best: Intent.Undo } && DraftHandler.TakeBack(context) is { } before ? before
            : isWish && IntentKinds.IsRequest(wanted.Best) ? Wish(dialog, wanted.Best, misfit, context)
            // "What's a smart goal?" at a question is about the word, not about the question.
            : (misfit == Misfit.NotUnderstood ? routes.Want(Intent.Explain, context)?.Aside() : null)
                ?? Talk(wanted, misfit, context)
                ?? OfSavedGoal(dialog, wanted, misfit, context)
                ?? Coached(dialog, misfit, context);
    }

    private TurnResult<Person> Wish(GoalDialogState dialog, Intent best, Misfit? misfit, TurnContext<Person> context) =>
        routes.Want(best, context) is { } done ? done.Aside()
        : best is Intent.DeleteGoal or Intent.CloseGoal ? KeptDrafts.Cancel(context)
        : Coached(dialog, misfit, context);

    /// <summary>Wants the goal in the making gone, and names no saved one.</summary>
    private static bool GivesUp(
        GoalDialogState dialog,
        WantedReading wanted,
        Misfit? misfit,
        TurnContext<Person> context
    ) =>
        dialog is Drafting
        && (
            (
                wanted is { IsSure: true, Best: Intent.DeleteGoal or Intent.CloseGoal }
                && misfit is null or Misfit.Request
            ) || (misfit == Misfit.Request && Leaves(wanted))
        )
        && !GoalMatching.IsNamed(context.Heard.Text, context.Person.Goals, CoachingHandler.SaidOf(dialog));

    /// <summary>A greeting, a thank-you or a feeling is answered as that, and the question comes back.</summary>
    private TurnResult<Person>? Talk(WantedReading wanted, Misfit? misfit, TurnContext<Person> context) =>
        misfit == Misfit.Aside
        && wanted is { IsSure: true, Best: Intent.Greeting or Intent.Thanks or Intent.Emotion }
        && !(wanted.Best == Intent.Greeting && context.Heard.Goal.Kind != StatementKind.Greeting)
            ? routes.Want(wanted.Best, context)?.Aside()
            : null;

    /// <summary>Told of another goal, one that is saved, while this one is in the making.</summary>
    private static TurnResult<Person>? OfSavedGoal(
        GoalDialogState dialog,
        WantedReading wanted,
        Misfit? misfit,
        TurnContext<Person> context
    ) =>
        (misfit is not null || dialog is Drafting)
        && (
            wanted is { IsSure: true, Best: Intent.Progress }
            || (misfit is not null && ReportHandler.ReportsPlainly(context))
        )
        && ReportHandler.ReportsOfNamed(context)
            ? ReportHandler.Hear(context).Aside()
            : null;

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
            Awaiting.Awaits(dialog, first)
            || first.Heard.Fit(place, goal).Fits
            || context.Heard.Fit(place, goal).Fits
            || (dialog is AskingReason or AskingPlan && WordCount.Of(told) >= FewestWords && !Short.IsUnknowing(told))
            ? WordFor(asked, dialog, context).Then(Hear(dialog, first))
            : null;
    }

    /// <summary>"Wait who sees this" is answered as what it surely asks; else with a word.</summary>
    private TurnResult<Person> WordFor(string asked, Asking dialog, TurnContext<Person> context) =>
        context.Read(asked) is var question
        && question.Wanted(PlaceOf.Person(context.Person))
            is {
                IsSure: true,
                Best: (Intent.Privacy or Intent.Status or Intent.MyGoals or Intent.Abilities) and var wants
            }
        && routes.Want(wants, context with { Heard = question }) is { } answer
            ? answer
            : CoachingHandler.WordFor(asked, dialog, context);

    /// <summary>
    /// What one sure part of a line is, where a question is open: numbers put right, a question, or news of
    /// a goal that is saved. Null for an answer.
    /// </summary>
    private static TurnResult<Person>? ByParts(Asking dialog, TurnContext<Person> context)
    {
        if (context.Heard.Parts(SettingOf.Person(context.Person)).Parts is not [{ Share: >= SurePart, Act: var act }])
            return null;
        return act switch
        {
            PartAct.Fix when dialog is not AskingMeasure && CoachingHandler.PutRight(dialog, context) is { } right =>
                right,
            PartAct.AskBot => TalkHandler.OfCoach(context).Aside(),
            PartAct.AskWhy => CoachingHandler.WordFor(context.Heard.Text, dialog, context).Aside(),
            PartAct.Gain
            or PartAct.Setback
            or PartAct.Same
                when dialog is AskingPlan or AskingReason or AskingObstacle or AskingDeadline
                    && ReportHandler.ReportsPlainly(context) => ReportHandler.Hear(context).Aside(),
            _ => null,
        };
    }

    private const float SurePart = 0.8f;

    /// <summary>
    /// One part that surely is what was asked for, whatever else its words could mean: "le leo a mi abue q ya no ve
    /// bien" is a plan, and asks not who sees it.
    /// </summary>
    private static bool IsAnswer(Asking dialog, TurnContext<Person> context) =>
        context.Heard.Parts(SettingOf.Person(context.Person)).Parts is [{ Share: >= Surely, Act: var act }]
        && (dialog, act)
            is
                (AskingPlan, PartAct.Plan)
                or
                (AskingReason, PartAct.Reason)
                or
                (AskingObstacle, PartAct.Obstacle)
                or
                (AskingDeadline, PartAct.Deadline)
        // "Porque voy a ser narrador" tells why, asked how.
        && !(dialog is AskingPlan && CoachingHandler.TellsWhy(context.Heard.Text))
        // "80% on the next test" is a number and "in 3 weeks" a day, whatever is asked.
        && (dialog is AskingDeadline or AskingPlan || context.Heard.Date.Finding == DateFinding.None)
        && (
            dialog is AskingDeadline
            || AnswerReader.ReadMeasure(context.Heard.Text, context.Heard.Language) is null
            || (dialog is AskingPlan && IsOfPlan(context))
        );

    /// <summary>
    /// "Me salgo al patio y cuento hasta 20": the numbers are how much is done, and none of the goal's.
    /// </summary>
    private static bool IsOfPlan(TurnContext<Person> context) =>
        context
            .Heard.Parts(SettingOf.Person(context.Person))
            .Numbers.All(number =>
                number.Share >= SurePart
                && number.Role is NumberRole.Each or NumberRole.Work or NumberRole.Date or NumberRole.Other
            );

    private const float Surely = 0.8f;

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
            (ReportHandler.ReportsPlainly(context) && !RestingWords.LooksAhead(context))
            || (wanted.IsSure && !IntentKinds.IsOfBeginning(wanted.Best) && !NamesWish(wanted.Best, context, place))
        );

    /// <summary>"I miss too much school. i feel bad about it": a feeling, and a wish beside it.</summary>
    private static bool NamesWish(Intent best, TurnContext<Person> context, Place place) =>
        best is Intent.Emotion or Intent.Vent
        && TwoInOne.Parts(context.Heard.Text) is var (first, then)
        && (
            IsWish(first, context, place)
            || IsWish(then, context, place)
            || context.Heard.Goal is { IsGoal: true, Area: not Area.None }
        )
        && context.Heard.Concern.Level == ConcernLevel.None;

    private static bool IsWish(string part, TurnContext<Person> context, Place place) =>
        context
            .Read(part)
            .Wanted(place)
            .Guesses.Any(guess =>
                guess is { Intent: Intent.Goal or Intent.Answer, Probability: >= RestingWords.Doubtful }
            );

    private static TurnResult<Person> Coached(GoalDialogState dialog, Misfit? misfit, TurnContext<Person> context) =>
        misfit is { } why && dialog is Asking asking
            ? CoachingHandler.Misfits(asking, why, context)
            : Answer(dialog, context);
}
