using Milestones.Channel.Teams;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.Language.Concerns;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Coaching;

/// <summary>What the router calls while a goal is made: the dialog's words and buttons on one side, the person's document on the other.</summary>
internal static class CoachingHandler
{
    public static TurnResult New(TurnContext context) =>
        Offer(context, null) ?? (context.Voice.Band == GradeBand.KTo2 ? PictureHandler.Begin(context) : Step(context, GoalDialog.Begin(context)));

    public static TurnResult BeginWith(string text, GoalReading reading, TurnContext context) =>
        Offer(context, text) ?? Step(context, GoalDialog.Begin(text, reading, context));

    /// <summary>What was typed into the open dialog.</summary>
    public static TurnResult Hear(GoalDialogState state, string text, TurnContext context) => state switch
    {
        ConfirmingCancel s => Short.Choice(text, context) switch
        {
            YesNo.Yes => PutAside(s.Draft, context),
            YesNo.No => Step(context, GoalDialog.Again(s.Open, context)),
            _ => Step(context, GoalDialog.Hear(s.Open, text, context)),
        },
        OfferingKeptDraft s => Short.Choice(text, context) switch
        {
            YesNo.Yes => Continue(s.Draft, context),
            YesNo.No => Afresh(s.Text, context),
            _ => Step(context, GoalDialog.Again(s, context)),
        },
        ReviewingDraft s when Short.YesNo(text, context) == YesNo.Yes => Save(s, context),
        ReviewingMilestones s when context.Person.FindGoal(s.GoalId) is { } goal && Short.YesNo(text, context) == YesNo.Yes =>
            new TurnResult(context.Person with { Dialog = null }, new Say(context.Voice["Milestones.Thanks"])),
        _ => Step(context, GoalDialog.Hear(state, text, context)),
    };

    /// <summary>Saves what the draft card shows; the card says so in its own place and the milestones are proposed.</summary>
    public static TurnResult Save(ReviewingDraft state, TurnContext context)
    {
        if (GoalSentence.Of(state.Draft, context.Voice, context.Today).Length == 0)
        {
            // An empty form is open and "save" was typed: there is nothing to save yet.
            return Step(context, GoalDialog.Begin(context));
        }

        var person = context.Person;
        if (person.Goals.Count(goal => goal.IsActive) >= Goal.MaxActive)
        {
            // The button that was tapped works once: the draft gets a card with a new one, for when there is room.
            var again = state with { Token = context.Turn.NewId(1) };
            return new(
                person with { Dialog = again },
                new Replace(DraftCard.Of(again, context), context.Voice["Draft.Summary"]),
                new Say(context.Voice.Say("Goals.Full", ("max", Goal.MaxActive)), context.Voice.List("Suggest.Home")));
        }

        var draft = state.Draft;
        var goal = new Goal(
            draft.Id,
            GoalSentence.Of(draft, context.Voice, context.Today),
            draft.Area,
            draft.Measure,
            draft.Plan,
            draft.Obstacle,
            draft.Reason,
            draft.Confidence,
            draft.Deadline,
            draft.Present,
            draft.Unsharp,
            context.Today)
        {
            Milestones = MilestonePlan.Propose(draft.Measure, draft.Plan, context.Today, draft.Deadline),
        };
        var saved = person with { Goals = [.. person.Goals, goal], Dialog = new ReviewingMilestones(goal.Id), Kept = null };
        return new(
            saved,
            new Replace(GoalCards.Saved(goal, context), context.Voice["Saved.Title"]),
            new Show(MilestoneCards.Proposal(goal, context), context.Voice["Milestones.Title"]));
    }

    /// <summary>The draft as a form, in the place of its card.</summary>
    public static TurnResult Change(Drafting state, TurnContext context) =>
        new(context.Person, new Replace(GoalForm.Of(state.Draft, context), context.Voice["Form.Title"]));

    /// <summary>A whole goal in one form, for those who would rather fill one in.</summary>
    public static TurnResult Form(TurnContext context)
    {
        var open = context.Person.Dialog as Drafting;
        if (open is null && Full(context) is { } full)
        {
            return full;
        }

        var draft = open?.Draft ?? Empty(context);
        return new(
            context.Person with { Dialog = new ReviewingDraft(draft, context.Turn.NewId(1)) },
            new Show(GoalForm.Of(draft, context), context.Voice["Form.Title"]));
    }

    public static TurnResult SubmitForm(Drafting state, CardData data, TurnContext context)
    {
        var (draft, errors) = GoalForm.Read(state.Draft, data, context);
        if (draft is null)
        {
            return new(context.Person, new Replace(errors!, context.Voice["Form.HasErrors"]));
        }

        var step = GoalDialog.Review(draft, context, null);
        return new(context.Person with { Dialog = step.Next }, step.Replies is [Show card] ? new Replace(card.Card, card.Summary) : step.Replies[0]);
    }

    /// <summary>Keeps the draft for a week without asking: that is what the button says.</summary>
    public static TurnResult Later(Drafting state, TurnContext context)
    {
        var kept = PutAside(state.Draft, context);
        var settled = GoalCards.Settled(context.Voice["Kept.Title"], GoalSentence.Of(state.Draft, context.Voice, context.Today), context.Voice);
        return kept with { Replies = [new Replace(settled, context.Voice["Kept.Title"]), .. kept.Replies] };
    }

    public static TurnResult Cancel(GoalDialogState state, TurnContext context) => state switch
    {
        ConfirmingCancel s => PutAside(s.Draft, context),
        Drafting s => Step(context, GoalDialog.Again(new ConfirmingCancel(s.Draft, s), context)),
        _ => new(context.Person with { Dialog = null }, new Say(context.Voice["Cancel.Nothing"], context.Voice.List("Suggest.Home"))),
    };

    public static TurnResult Back(Drafting state, TurnContext context) => Step(context, GoalDialog.Back(state is ConfirmingCancel c ? c.Open : state, context));

    public static TurnResult Skip(Drafting state, TurnContext context) => Step(context, GoalDialog.Skip(state is ConfirmingCancel c ? c.Open : state, context));

    public static TurnResult Why(GoalDialogState state, TurnContext context) => Step(context, GoalDialog.Why(state, context));

    public static TurnResult Again(GoalDialogState state, TurnContext context) => Step(context, GoalDialog.Again(state, context));

    /// <summary>Goes on with a draft put aside; null when none is kept any more.</summary>
    public static TurnResult? ContinueKept(TurnContext context) =>
        context.Person.Kept is { } kept && kept.Until > context.Now ? Continue(kept.Draft, context) : null;

    private static TurnResult? Offer(TurnContext context, string? text)
    {
        if (Full(context) is { } full)
        {
            return full;
        }

        var person = context.Person;
        var waiting = person.Dialog is Drafting open ? open.Draft : person.Kept is { } kept && kept.Until > context.Now ? kept.Draft : null;
        return waiting is null ? null : Step(context, GoalDialog.Again(new OfferingKeptDraft(waiting, text), context));
    }

    /// <summary>Said before anybody makes a goal that could not be saved.</summary>
    private static TurnResult? Full(TurnContext context) => context.Person.Goals.Count(goal => goal.IsActive) < Goal.MaxActive
        ? null
        : new(context.Person, new Say(context.Voice.Say("Goals.Full", ("max", Goal.MaxActive)), context.Voice.List("Suggest.Home")));

    private static TurnResult Continue(GoalDraft draft, TurnContext context) =>
        Step(context with { Person = context.Person with { Kept = null } }, GoalDialog.Ask(draft, context, context.Voice["Kept.Continue"]));

    private static TurnResult Afresh(string? text, TurnContext context)
    {
        var person = context with { Person = context.Person with { Kept = null, Dialog = null } };
        return Step(person, text is null ? GoalDialog.Begin(context) : GoalDialog.Begin(text, GoalReader.Read(text, context.Today, context.Voice.LanguageOf(text)), context));
    }

    private static TurnResult PutAside(GoalDraft draft, TurnContext context)
    {
        var until = context.Now + KeptDraft.Lifetime;
        var day = context.Voice.Day(context.Today.AddDays(KeptDraft.Lifetime.Days), context.Today);
        return new(context.Person with { Dialog = null, Kept = new KeptDraft(draft, until) }, new Say(context.Voice.Say("Kept.Until", ("day", day)), context.Voice.List("Suggest.Kept.After")));
    }

    private static GoalDraft Empty(TurnContext context) => new(context.Turn.NewId(), string.Empty, Area.None);

    private static TurnResult Step(TurnContext context, DialogStep step) => new(context.Person with { Dialog = step.Next }, step.Replies);
}
