using System.Globalization;
using Milestones.Cards;
using Milestones.Language;
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
            CardParts.Heading($"{Icon(draft.Area)} {voice["Draft.Title"]}"),
            new RichTextBlock(new TextRun(sentence) { Size = "medium", Weight = "bolder" }),
            .. GoalCards.Details(sentence, draft.Measure, "Label.Now", draft.Plan, draft.Obstacle, draft.Reason, voice),
            .. GoalCards.By(draft.Deadline, draft.DeadlineWords, sentence, context),
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

    private static string Icon(Area area) =>
        area switch
        {
            Area.Academic => "📘",
            Area.Behavior => "🎒",
            Area.Engagement => "🙋",
            Area.SocialEmotional => "💛",
            Area.FutureReadiness => "🎓",
            _ => "🎯",
        };

    /// <summary>The five parts in words, because signs alone tell a screen reader nothing.</summary>
    private static IEnumerable<CardElement> Chips(GoalDraft draft, Voice voice)
    {
        foreach (var row in Parts.Chunk(3))
        {
            yield return new ColumnSet([.. row.Select(part => Chip(part.Aspect, part.Field, draft, voice))])
            {
                Spacing = "medium",
            };
        }

        if (draft.Present != Aspects.All)
        {
            yield return new TextBlock(voice["Chip.Tap"])
            {
                Size = "small",
                IsSubtle = true,
                Spacing = "none",
            };
        }
    }

    private static Column Chip(Aspects aspect, Fields field, GoalDraft draft, Voice voice)
    {
        var present = draft.Present.HasFlag(aspect);
        var unsharp = draft.Unsharp.HasFlag(aspect);
        var key =
            !present ? "Chip.Open"
            : unsharp ? "Chip.Unsharp"
            : "Chip.Has";
        var text = voice.Say(key, ("name", voice[$"Chip.{aspect}"]));
        return new("auto", new TextBlock(text) { Weight = "bolder", Color = present && !unsharp ? "accent" : null })
        {
            SelectAction =
                present && !unsharp
                    ? null
                    : new Execute(text, GoalVerbs.Add, ("field", field.ToString()), ("draft", draft.Id)),
        };
    }

    private static IEnumerable<CardElement> HowSure(GoalDraft draft, Voice voice)
    {
        yield return CardParts.Small(voice["Draft.Sure"]);
        foreach (var row in Enumerable.Range(1, 10).Chunk(5))
        {
            yield return new ColumnSet([
                .. row.Select(number => Level(number.ToString(CultureInfo.InvariantCulture), number, draft)),
            ])
            {
                Spacing = "small",
            };
        }
    }

    private static Column Level(string text, int number, GoalDraft draft) =>
        new(
            "1",
            new TextBlock(draft.Confidence == number ? $"● {text}" : text)
            {
                HorizontalAlignment = "center",
                Weight = draft.Confidence == number ? "bolder" : null,
            }
        )
        {
            Style = draft.Confidence == number ? "accent" : "emphasis",
            SelectAction = new Execute(text, GoalVerbs.Sure, ("sure", text), ("draft", draft.Id)),
        };

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
