using System.Globalization;
using System.Text.RegularExpressions;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.Language.Wanted;
using Milestones.School;

namespace Milestones.Features.Coaching;

/// <summary>
/// Words typed at the draft card: what they say of the goal changes the draft, and the card is shown again.
/// </summary>
internal static partial class DraftRevision
{
    /// <summary>Whether words at the draft card would leave it as it is.</summary>
    public static bool ChangesNothing(ReviewingDraft state, TurnContext<Person> context) =>
        Revised(state, context.Heard.Text, context).Next is ReviewingDraft next && next.Draft == state.Draft;

    public static DialogStep Revised(ReviewingDraft state, string text, TurnContext<Person> context)
    {
        var language = context.Voice.LanguageOf(text);
        var sure = HowSure(text, language, context);
        if (!Sure().IsMatch(text) && NumbersHeard.Corrected(state.Draft, context) is { } right)
        {
            // "No i get 34 i want 55. 10 is how sure i am": both.
            return Changed(
                state,
                right.Draft with
                {
                    Confidence =
                        sure != right.Draft.Measure.Target ? sure ?? right.Draft.Confidence : right.Draft.Confidence,
                },
                context
            );
        }

        if (sure is { } told)
        {
            return GoalDialog.Review(state.Draft with { Confidence = told }, context, context.Voice["Heard.GotIt"]);
        }

        if (DraftWords.Put(state.Draft, text) is { } put)
        {
            return Changed(state, put, context);
        }

        if (MeasureAnswers.StandsAt(state.Draft, text, language) is { } stands)
        {
            return Changed(state, Answering.InShort(stands, text, context.Voice), context);
        }

        if (
            LaterGoal.Asks(text) && !Corrects(context)
            || context.Heard.Wanted(Place.DraftShown) is { IsSure: true, Best: Intent.SecondGoal }
        )
        {
            return Misfits.Another(state, context);
        }

        if (context.Heard.Wanted(Place.DraftShown) is { IsSure: true, Best: Intent.Status or Intent.MyGoals })
        {
            // "What does my goal say": the card says it.
            return GoalDialog.Review(state.Draft, context, null);
        }

        if (IsNoChange(context))
        {
            return GoalDialog.Again(state, context);
        }

        var revised =
            Corrects(context) && Corrections.Read(state.Draft, Fields.None, context) is { } corrected
                ? corrected.Draft
                : Answering.InShort(
                    BesideAnswer.Revise(state.Draft, context.Read(text), context.Today),
                    text,
                    context.Voice
                );
        if (revised == state.Draft && Missing(state.Draft, context) is { } added)
        {
            return Changed(state, added, context);
        }

        return revised == state.Draft && DraftWords.Named(text) is not Fields.None and var named
                ? GoalDialog.Put(
                    named,
                    state.Draft with
                    {
                        Settled = state.Draft.Settled & ~named,
                        School = null,
                        Rewords = named == Fields.What,
                    },
                    context,
                    null
                )
            : revised == state.Draft && Corrects(context)
                ? new(state, new Say(context.Voice["Draft.What"], context.Voice.List("Suggest.DraftPart")))
            : revised == state.Draft ? GoalDialog.Again(state, context)
            : Changed(state, revised, context);
    }

    /// <summary>How sure a line at the card says they are, where it begins with that.</summary>
    public static int? HowSure(string text) =>
        Sure().Match(text) is { Success: true } says
        && int.TryParse(says.Groups["sure"].ValueSpan, CultureInfo.InvariantCulture, out var sure)
        && sure is >= 1 and <= 10
            ? sure
            : null;

    private static int? HowSure(string text, TextLanguage language, TurnContext<Person> context) =>
        HowSure(text) is { } sure ? sure
        : context.Heard.Wanted(Place.DraftShown).Best != Intent.Explain
            ? DraftWords.Confidence(text, language) ?? NumbersHeard.HowSure(context)
        : null;

    /// <summary>"7", "7 i guess", "like an 8": how sure, at a card that asks that.</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:no+|nah|whatever|pues|idk|ok(?:ay)?|well|like|maybe|probably|about|an?|um+|i'?m|im|como|un|super"
            + @"|pretty|sure)[\s,.!]+)*(?<sure>\d{1,2})"
            + @"(?:\s*(?:i guess|ig|maybe|i think|probably|obviously|obvio|sure|segur[oa]|out of (?:10|ten)|/ ?10|creo"
            + @"|supongo|de 10))*\W*(?:$"
            + @"|[.,!;]\s+(?:ya |ok |so |y |and )?(?:my|mi|i think|bc|cuz|porque|save|guard\w*)\b"
            + @"|\s(?:porq\w*|pq|xq|bc|cuz|because|cause|since)\b)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Sure();

    /// <summary>
    /// What the card still lacks, where the words tell it: "im gonna write my answer down first". Null for other words.
    /// </summary>
    private static GoalDraft? Missing(GoalDraft draft, TurnContext<Person> context)
    {
        if (WordCount.Of(context.Heard.Text) < FewestOfMissing || Corrects(context))
            return null;
        var (field, place) =
            draft.Plan is null ? (Fields.Plan, Place.AskedPlan)
            : draft.Reason is null ? (Fields.Reason, Place.AskedReason)
            : default;
        return
            field != Fields.None
            && context.Heard.Fit(place, Listening.GoalWords(draft)) is { Fits: true, Probability: >= Plainly }
            && Listening.Answer(draft, field, context.Heard, context.Today) is (var told, Hearing.Understood)
            && BorneOut.Of(draft, told, context.Heard.Parts(SettingOf.Person(context.Person))) is var borne
            && borne != draft
            ? borne
            : null;
    }

    private const int FewestOfMissing = 4;

    private const float Plainly = 0.8f;

    /// <summary>The changed draft, shown; the one before can be had back.</summary>
    public static DialogStep Changed(ReviewingDraft state, GoalDraft draft, TurnContext<Person> context)
    {
        var shown = GoalDialog.Review(
            Answering.InShort(draft, context.Heard.Text, context.Voice),
            context,
            context.Voice["Heard.Changed"]
        );
        return shown with { Next = ((ReviewingDraft)shown.Next!) with { Before = state.Draft } };
    }

    /// <summary>
    /// A report, a feeling or talk changes nothing of the draft, whatever day or reason stands in it.
    /// </summary>
    private static bool IsNoChange(TurnContext<Person> context) =>
        context.Heard.Wanted(Place.DraftShown)
            is {
                IsSure: true,
                Best: Intent.Progress
                    or Intent.NewGoal
                    or Intent.Emotion
                    or Intent.Vent
                    or Intent.Sharing
                    or Intent.Smalltalk
                    or Intent.Offtopic
            };

    private static bool Corrects(TurnContext<Person> context) =>
        context.Heard.Wanted(Place.DraftShown).Best is Intent.Correction or Intent.EditGoal;
}
