using Milestones.Cards;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Coaching;

/// <summary>The draft of a goal, to save, to change or to leave for later.</summary>
internal static class DraftCard
{
    public static Card Of(ReviewingDraft state, TurnContext<Person> context)
    {
        var voice = context.Voice;
        var draft = state.Draft;
        var sentence = GoalSentence.Of(draft, voice, context.Today);
        return new Card([
            CardParts.Heading(voice["Draft.Title"]),
            new RichTextBlock(new TextRun(sentence) { Size = "medium", Weight = "bolder" }),
            .. GoalCards.Details(sentence, draft.Measure, "Label.Now", draft.Plan, draft.Obstacle, draft.Reason, voice),
            .. GoalCards.By(draft.Deadline, draft.DeadlineWords, sentence, context),
            .. GoalCards.Meter(draft.Present, draft.Unsharp, voice),
            .. draft.Notes is { } notes
                ? [CardParts.Small(voice["Draft.Notes"]), new RichTextBlock(new TextRun(notes) { IsSubtle = true })]
                : Array.Empty<CardElement>(),
            new ActionSet(
                new Execute(voice["Action.Save"], GoalVerbs.Save, ("token", state.Token)) { Style = "positive" },
                new Execute(voice["Action.Change"], GoalVerbs.Change, ("token", string.Empty)),
                new Execute(voice["Action.Later"], GoalVerbs.Later, ("token", state.Token + "l"))
            ),
        ]).In(voice.Culture, $"{voice["Draft.Title"]}. {sentence}", sentence);
    }
}
