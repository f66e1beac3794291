using Milestones.Conversations;
using Milestones.Language;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Coaching;

/// <summary>
/// The buttons of the draft card and of its form: save, add, change, later.
/// </summary>
internal static class DraftHandler
{
    /// <summary>
    /// Saves what the draft card shows; the card says so in its own place and proposes the steps.
    /// </summary>
    public static TurnResult<Person> Save(ReviewingDraft state, TurnContext<Person> context)
    {
        if (GoalSentence.Of(state.Draft, context.Voice, context.Today).Length == 0)
        {
            // An empty form is open and "save" was typed: there is nothing to save yet.
            return CoachingHandler.Step(context, GoalDialog.Begin(context));
        }

        var person = context.Person;
        if (person.Goals.Count(goal => goal.IsActive) >= Goal.MaxActive)
        {
            // The button that was tapped works once: the draft gets a card with a new one, for when there is room.
            var again = state with
            {
                Token = context.Turn.NewId(1),
            };
            return new(
                person with
                {
                    Dialog = again,
                },
                new Replace(DraftCard.Of(again, context), context.Voice["Draft.Summary"]),
                new Say(context.Voice.Say("Goals.Full", ("max", Goal.MaxActive)), context.Voice.List("Suggest.Home"))
            );
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
            context.Today
        )
        {
            Milestones = MilestonePlan.Propose(draft.Measure, draft.Plan, context.Today, draft.Deadline),
        };
        var saved = person with
        {
            Goals = [.. person.Goals, goal],
            Dialog = new ReviewingMilestones(goal.Id),
            Kept = null,
        };
        return new(
            saved,
            [
                new Replace(MilestoneCards.Saved(goal, context), context.Voice["Saved.Title"]),
                .. person.Later is [var next, ..]
                    ? [new Say(context.Voice.Say("Later.Next", ("goal", next)), [next])]
                    : Array.Empty<Reply>(),
            ]
        );
    }

    /// <summary>
    /// A part of the draft that is missing, or another number: its question, and then the card again.
    /// </summary>
    public static TurnResult<Person>? Add(ReviewingDraft state, CardData data, TurnContext<Person> context)
    {
        if (!Enum.TryParse<Fields>(data.Text("field"), out var field) || !DraftCard.Has(field))
        {
            return null;
        }

        var how = Enum.TryParse<Prompt>(data.Text("how"), out var named) ? named : Prompt.Ask;
        var draft = state.Draft with
        {
            Settled = state.Draft.Settled & ~field,
            School = null,
            Rewords = field == Fields.What && state.Draft.Present.HasFlag(Aspects.Specific),
        };
        return CoachingHandler.Step(context, GoalDialog.Put(field, draft, context, null, how));
    }

    /// <summary>How sure the student is, tapped on the card: it shows it in its own place.</summary>
    public static TurnResult<Person>? Sure(ReviewingDraft state, CardData data, TurnContext<Person> context)
    {
        if (data.Number("sure") is not { } sure || sure is < 1 or > 10)
        {
            return null;
        }

        var told = state with { Draft = state.Draft with { Confidence = (int)sure } };
        return new(
            context.Person with
            {
                Dialog = told,
            },
            new Replace(DraftCard.Of(told, context), context.Voice["Draft.Summary"])
        );
    }

    /// <summary>The draft as it was before words changed it; null where none did.</summary>
    public static TurnResult<Person>? TakeBack(TurnContext<Person> context) =>
        context.Person.Dialog is ReviewingDraft { Before: { } before }
            ? CoachingHandler.Step(context, GoalDialog.Review(before, context, context.Voice["Heard.Back"]))
            : null;

    /// <summary>The draft as a form, in the place of its card.</summary>
    public static TurnResult<Person> Change(Drafting state, TurnContext<Person> context) =>
        new(context.Person, new Replace(GoalForm.Of(state.Draft, context), context.Voice["Form.Title"]));

    /// <summary>A whole goal in one form, for those who would rather fill one in.</summary>
    public static TurnResult<Person> Form(TurnContext<Person> context)
    {
        var open = context.Person.Dialog as Drafting;
        if (open is null && KeptDrafts.Full(context) is { } full)
        {
            return full;
        }

        var draft = open?.Draft ?? Empty(context);
        return new(
            context.Person with
            {
                Dialog = new ReviewingDraft(draft, context.Turn.NewId(1)),
            },
            new Show(GoalForm.Of(draft, context), context.Voice["Form.Title"])
        );
    }

    public static TurnResult<Person> SubmitForm(Drafting state, CardData data, TurnContext<Person> context)
    {
        var (draft, errors) = GoalForm.Read(state.Draft, data, context);
        if (draft is null)
        {
            return new(context.Person, new Replace(errors!, context.Voice["Form.HasErrors"]));
        }

        var step = GoalDialog.Review(draft, context, null);
        return new(
            context.Person with
            {
                Dialog = step.Next,
            },
            step.Replies is [Show card] ? new Replace(card.Card, card.Summary) : step.Replies[0]
        );
    }

    /// <summary>Keeps the draft for a week without asking: that is what the button says.</summary>
    public static TurnResult<Person> Later(Drafting state, TurnContext<Person> context)
    {
        var kept = KeptDrafts.PutAside(state.Draft, context);
        var settled = GoalCards.Settled(
            context.Voice["Kept.Title"],
            GoalSentence.Of(state.Draft, context.Voice, context.Today),
            context.Voice
        );
        return kept with { Replies = [new Replace(settled, context.Voice["Kept.Title"]), .. kept.Replies] };
    }

    private static GoalDraft Empty(TurnContext<Person> context) => new(context.Turn.NewId(), string.Empty, Area.None);
}
