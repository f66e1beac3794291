using Milestones.Conversations;
using Milestones.Features.Coaching;
using Milestones.Features.Goals;
using Milestones.Features.People;
using Milestones.Language;
using Milestones.Language.Concerns;
using Milestones.Language.Opinions;
using Milestones.Language.Reports;
using Milestones.Language.Wanted;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Turns;

/// <summary>
/// Which sentences the rules read with low confidence. Only these are put to a second reader, and of them none in which
/// any sign of a concern was seen, none of a teacher and none of the youngest.
/// </summary>
internal static class UnclearWords
{
    /// <summary>Characters. Whoever writes more tells a story; it is not read twice.</summary>
    private const int Longest = 400;

    /// <summary>A word alone says as little to anybody.</summary>
    private const int FewestWords = 2;

    /// <returns>What is to be asked, nothing covered yet; null where the rules are sure, or nobody is to be
    /// asked.</returns>
    public static OpinionAsked? Of(TurnContext<Person> turn)
    {
        if (turn.Turn.Input is not Said { Text.Length: > 0 and <= Longest, Beside.Count: 0 })
        {
            return null;
        }

        var context = LanguageHandler.Follow(turn).Context;
        return MayLeave(context) && IsOpen(context) ? Doubt(context) : null;
    }

    /// <summary>Whether these words of this person may be shown to anybody else at all.</summary>
    private static bool MayLeave(TurnContext<Person> context) =>
        context.Heard.Concern.Level == ConcernLevel.None
        && context.Voice.Band != GradeBand.KTo2
        && context.Person.Classes.All(one => one.Role != MemberRole.Teacher);

    /// <summary>
    /// Whether the words are free: none of the small questions that are answered by tap, yes, a word or a text of their
    /// own is open, and the whole text is no command.
    /// </summary>
    private static bool IsOpen(TurnContext<Person> context) =>
        context is { Heard: { Command: null, YesNo: null }, Person: { Erasure: null, Unsure: null, Question: null } }
        && context.Person is { AskedForWhom: null, Heavy: null or { IsOpen: false } }
        && WordCount.Of(context.Heard.Text) >= FewestWords
        && Dialogs.Reflection(context.Person) is not { Listens: true }
        && ForTeacher.Takes(context) is null;

    private static OpinionAsked? Doubt(TurnContext<Person> context) =>
        context.Person.Dialog switch
        {
            Asking asking => OfAnswer(asking, context),
            ReviewingDraft review => OfDraft(review, context),
            AskingFirstWords { IsLight: false } when context.Heard.Goal.IsGoal => null,
            null or ReviewingMilestones or AskingFirstWords => AtRest(context),
            _ => null,
        };

    /// <summary>The fit is undecided, why it does not fit is unsure, or nothing was found in what fits.</summary>
    private static OpinionAsked? OfAnswer(Asking asking, TurnContext<Person> context)
    {
        if (Awaiting.Awaits(asking, context))
        {
            return null;
        }

        var fit = context.Heard.Fit(PlaceOf.Person(context.Person), CoachingHandler.GoalWords(asking));
        return Sharper.IsUndecided(fit) || (!fit.Fits && !fit.Wanted.IsSure) || (fit.Fits && IsUnheard(asking, context))
            ? Asked(context) with
            {
                GoalSent = CoachingHandler.GoalWords(asking),
            }
            : null;
    }

    private static bool IsUnheard(Asking asking, TurnContext<Person> context) =>
        Listening.Answer(asking.Draft, GoalDialog.FieldOf(asking), context.Heard, context.Today).Hearing
            is Hearing.Vague
                or Hearing.UnclearDay;

    /// <summary>What the words want at the draft is unsure, or nothing came of what wants a change.</summary>
    private static OpinionAsked? OfDraft(ReviewingDraft review, TurnContext<Person> context)
    {
        if (Awaiting.Awaits(review, context))
        {
            return null;
        }

        var wanted = context.Heard.Wanted(Place.DraftShown);
        return !wanted.IsSure || (IsChange(wanted.Best) && DraftRevision.ChangesNothing(review, context))
            ? Asked(context) with
            {
                GoalSent = CoachingHandler.SaidOf(review),
            }
            : null;
    }

    private static bool IsChange(Intent intent) => intent is Intent.Correction or Intent.EditGoal or Intent.Answer;

    /// <summary>What is wanted is unsure, or how a goal goes is told and not how far.</summary>
    private static OpinionAsked? AtRest(TurnContext<Person> context)
    {
        if (ReportHandler.ReportsPlainly(context))
        {
            return null;
        }

        var wanted = context.Heard.Wanted(PlaceOf.Person(context.Person));
        if (wanted.IsSure && wanted.Best != Intent.Progress)
        {
            return null;
        }

        var fits = GoalMatching.Fit(context.Heard, context.Person.Goals);
        var active = context.Person.Goals.Where(goal => goal.IsActive).ToList();
        var about =
            fits is [{ Goal: var fitting }] ? fitting
            : active is [var only] ? only
            : null;
        return wanted.IsSure && (about is null || fits is [{ Report: not Report.Ask }])
            ? null
            : Asked(context) with
            {
                GoalSent = about?.Sentence,
                Goal = about is null ? null : GoalMatching.Of(about),
            };
    }

    private static OpinionAsked Asked(TurnContext<Person> context) =>
        new(context.Heard.Text, PlaceOf.Person(context.Person), context.Today, context.Heard.Language);
}
