using System.Globalization;
using Milestones.Cards;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Coaching;

/// <summary>
/// The draft of a goal, to save, to change or to leave for later. What is missing stands among its five parts and can
/// be tapped; how sure the student is is a tap too, and nothing waits for it.
/// </summary>
internal static class DraftCard
{
    /// <summary>From here on a higher bar is offered, and up to here a smaller step.</summary>
    private const int VerySure = 9,
        Unsure = 4;

    private static readonly (Aspects Aspect, Fields Field)[] Parts =
    [
        (Aspects.Specific, Fields.What),
        (Aspects.Measurable, Fields.Measure),
        (Aspects.Achievable, Fields.Plan),
        (Aspects.Relevant, Fields.Reason),
        (Aspects.TimeBound, Fields.Deadline),
    ];

    public static Card Of(ReviewingDraft state, TurnContext<Person> context)
    {
        var voice = context.Voice;
        var draft = state.Draft;
        var sentence = GoalSentence.Of(draft, voice, context.Today);
        return new Card([
            GoalCards.Band(voice["Draft.Title"], draft.Area),
            new RichTextBlock(new TextRun(sentence) { Size = "medium", Weight = "bolder" }),
            .. GoalCards.Facts(
                sentence,
                draft.Measure,
                draft.Deadline is { } day ? voice.Day(day, context.Today) : draft.DeadlineWords,
                draft.Plan,
                draft.Obstacle,
                draft.Reason,
                voice
            ),
            .. Chips(draft, voice),
            .. draft.Notes is { } notes
                ? [CardParts.Small(voice["Draft.Notes"]), new RichTextBlock(new TextRun(notes) { IsSubtle = true })]
                : Array.Empty<CardElement>(),
            .. HowSure(draft, voice),
            new ActionSet([
                new Execute(voice["Action.Save"], GoalVerbs.Save, ("token", state.Token)) { Style = "positive" },
                new Execute(voice["Action.Change"], GoalVerbs.Change, ("token", string.Empty)),
                new Execute(voice["Action.Later"], GoalVerbs.Later, ("token", state.Token + "l")),
                .. OtherBar(draft, voice),
            ]),
        ]).In(voice.Culture, $"{voice["Draft.Title"]}. {sentence}", sentence);
    }

    /// <summary>Whether a field is one of the parts the card shows.</summary>
    public static bool Has(Fields field) => Parts.Any(part => part.Field == field);

    /// <summary>What is there by its name; what is missing or vague names itself and can be tapped.</summary>
    private static IEnumerable<CardElement> Chips(GoalDraft draft, Voice voice)
    {
        if (GoalCards.Chips(draft.Present & ~draft.Unsharp, Aspects.None, voice) is { } there)
            yield return there;
        CardAction[] open =
        [
            .. Parts
                .Where(part => !draft.Present.HasFlag(part.Aspect) || draft.Unsharp.HasFlag(part.Aspect))
                .Select(part => Open(part.Aspect, part.Field, draft, voice)),
        ];
        if (open.Length > 0)
            yield return new ActionSet(open) { Spacing = "small" };
    }

    private static Execute Open(Aspects aspect, Fields field, GoalDraft draft, Voice voice) =>
        new(
            voice.Say(draft.Present.HasFlag(aspect) ? "Chip.Unsharp" : "Chip.Open", ("name", voice[$"Chip.{aspect}"])),
            GoalVerbs.Add,
            ("field", field.ToString()),
            ("draft", draft.Id)
        );

    private static IEnumerable<CardElement> HowSure(GoalDraft draft, Voice voice)
    {
        yield return new TextBlock(voice["Draft.Sure"]) { Spacing = "medium" };
        foreach (var row in Enumerable.Range(1, 10).Chunk(5))
        {
            yield return new ColumnSet([.. row.Select(number => Level(number, draft))]) { Spacing = "small" };
        }
    }

    /// <summary>A number in a circle, full where it is the one that was tapped.</summary>
    private static Column Level(int number, GoalDraft draft)
    {
        var isChosen = draft.Confidence == number;
        return new(
            "1",
            new TextBlock(((char)((isChosen ? Full : Empty) + number)).ToString())
            {
                Size = "extraLarge",
                HorizontalAlignment = "center",
                Color = isChosen ? "accent" : null,
            }
        )
        {
            SelectAction = new Execute(
                number.ToString(CultureInfo.InvariantCulture),
                GoalVerbs.Sure,
                ("sure", number.ToString(CultureInfo.InvariantCulture)),
                ("draft", draft.Id)
            ),
        };
    }

    /// <summary>The signs before ① and before ❶: they stand in a row up to ten.</summary>
    private const int Empty = '①' - 1,
        Full = '❶' - 1;

    private static IEnumerable<CardAction> OtherBar(GoalDraft draft, Voice voice) =>
        draft.Confidence switch
        {
            >= VerySure => [Another(voice.List("Suggest.HigherBar")[0], Prompt.Raise, draft)],
            <= Unsure => [Another(voice.List("Suggest.SmallerStep")[0], Prompt.Lower, draft)],
            _ => [],
        };

    private static Execute Another(string title, Prompt how, GoalDraft draft) =>
        new(title, GoalVerbs.Add, ("field", nameof(Fields.Measure)), ("how", how.ToString()), ("draft", draft.Id));
}
