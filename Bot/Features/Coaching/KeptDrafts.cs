using Milestones.Conversations;
using Milestones.School;

namespace Milestones.Features.Coaching;

/// <summary>
/// A goal in the making that is put aside, kept for a week, gone on with or begun anew.
/// </summary>
internal static class KeptDrafts
{
    /// <summary><em>Continue</em>: the open question again, or the draft put aside.</summary>
    public static TurnResult<Person>? GoOn(TurnContext<Person> context) =>
        context.Person.Dialog switch
        {
            ConfirmingCancel s => CoachingHandler.Again(s.Open, context),
            OfferingKeptDraft s => CoachingHandler.Hear(s, context.Voice.List("Suggest.Kept")[0], context),
            { } s and not (ReviewingMilestones or AskingFirstWords { IsLight: true }) => CoachingHandler.Again(
                s,
                context
            ),
            _ => ContinueKept(context),
        };

    public static TurnResult<Person> Cancel(TurnContext<Person> context) =>
        CoachingHandler.Open(context) is { } state
            ? Cancel(state, context)
            : new(context.Person, NothingToCancel(context));

    /// <summary>
    /// "Never mind": what is in the making is put aside after a question, anything else is simply left.
    /// </summary>
    public static TurnResult<Person> Drop(TurnContext<Person> context) =>
        CoachingHandler.Open(context) is Drafting or ConfirmingCancel
            ? Cancel(context)
            : new(
                context.Person with
                {
                    Dialog = null,
                },
                new Say(context.Voice["Cancel.Fine"], context.Voice.List("Suggest.Home"))
            );

    private static Say NothingToCancel(TurnContext<Person> context) =>
        new(context.Voice["Cancel.Nothing"], context.Voice.List("Suggest.Home"));

    private static TurnResult<Person> Cancel(GoalDialogState state, TurnContext<Person> context) =>
        state switch
        {
            ConfirmingCancel s => PutAside(s.Draft, context),
            Drafting s => CoachingHandler.Step(context, GoalDialog.Again(new ConfirmingCancel(s.Draft, s), context)),
            _ => new(context.Person with { Dialog = null }, NothingToCancel(context)),
        };

    /// <summary>"Start over": the draft is put away, to be had back for a week, and the first question comes.</summary>
    public static TurnResult<Person> StartOver(TurnContext<Person> context) =>
        context.Person.Dialog switch
        {
            OfferingKeptDraft s => Afresh(s.Text, context),
            Drafting s => CoachingHandler.Step(
                context with
                {
                    Head = context.Person with
                    {
                        Dialog = null,
                        Kept = new KeptDraft(s.Draft, context.Now + KeptDraft.Lifetime),
                    },
                },
                GoalDialog.Begin(context)
            ),
            _ => CoachingHandler.New(context),
        };

    /// <summary>Goes on with a draft put aside; null when none is kept any more.</summary>
    public static TurnResult<Person>? ContinueKept(TurnContext<Person> context) =>
        context.Person.Kept is { } kept && kept.Until > context.Now ? Continue(kept.Draft, context) : null;

    public static TurnResult<Person>? Offer(TurnContext<Person> context, string? text)
    {
        if (Full(context) is { } full)
        {
            return full;
        }

        var person = context.Person;
        var waiting =
            person.Dialog is Drafting open ? open.Draft
            : person.Kept is { } kept && kept.Until > context.Now ? kept.Draft
            : null;
        return waiting is null
            ? null
            : CoachingHandler.Step(context, GoalDialog.Again(new OfferingKeptDraft(waiting, text), context));
    }

    /// <summary>Said before anybody makes a goal that could not be saved.</summary>
    public static TurnResult<Person>? Full(TurnContext<Person> context) =>
        context.Person.Goals.Count(goal => goal.IsActive) < Goal.MaxActive
            ? null
            : new(
                context.Person,
                new Say(context.Voice.Say("Goals.Full", ("max", Goal.MaxActive)), context.Voice.List("Suggest.Home"))
            );

    public static TurnResult<Person> Continue(GoalDraft draft, TurnContext<Person> context) =>
        CoachingHandler.Step(
            context with
            {
                Head = context.Person with { Kept = null },
            },
            GoalDialog.Ask(draft, context, context.Voice["Kept.Continue"])
        );

    public static TurnResult<Person> Afresh(string? text, TurnContext<Person> context)
    {
        var person = context with { Head = context.Person with { Kept = null, Dialog = null } };
        return CoachingHandler.Step(
            person,
            text is null ? GoalDialog.Begin(context) : GoalDialog.Begin(text, context.Read(text).Goal, context)
        );
    }

    public static TurnResult<Person> PutAside(GoalDraft draft, TurnContext<Person> context)
    {
        var until = context.Now + KeptDraft.Lifetime;
        var day = context.Voice.Day(context.Today.AddDays(KeptDraft.Lifetime.Days), context.Today);
        return new(
            context.Person with
            {
                Dialog = null,
                Kept = new KeptDraft(draft, until),
            },
            new Say(context.Voice.Say("Kept.Until", ("day", day)), context.Voice.List("Suggest.Kept.After"))
        );
    }
}
