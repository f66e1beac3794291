using Milestones.Conversations;
using Milestones.Language;
using Milestones.Language.Wanted;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Coaching;

/// <summary>
/// What an answer does: taken, asked after once, or left open; and the small questions that come of it.
/// </summary>
internal static class Answering
{
    public static DialogStep Answered(Asking state, string text, TurnContext<Person> context)
    {
        var field = GoalDialog.FieldOf(state);
        return
            field is Fields.Plan or Fields.Reason or Fields.Deadline
            && MeasureAnswers.TellsNumbers(state.Draft, context.Read(text))
            && BesideAnswer.Elsewhere(state.Draft, field, context.Heard, context.Today) != state.Draft
            ? Misfits.Answer(state, Misfit.OtherQuestion, context)
            : Taken(state, text, context);
    }

    /// <summary>The words as an answer, whatever numbers stand in them.</summary>
    public static DialogStep Taken(Asking state, string text, TurnContext<Person> context)
    {
        var voice = context.Voice;
        var field = GoalDialog.FieldOf(state);
        if (field == Fields.Reason && Short.HasNoReason(text))
        {
            // "It doesnt. my teacher makes me" is no reason, and none is made of it.
            return GoalDialog.Ask(state.Draft.Settle(field), context, voice["Heard.Fine"]);
        }

        if (BothAtLast(state, context) is { } both)
        {
            return both;
        }

        var (heard, hearing) = Listening.Answer(state.Draft, field, context.Read(text), context.Today);
        var draft = hearing == Hearing.Understood ? InShort(heard, text, voice) : heard;
        switch (hearing)
        {
            case Hearing.TooLong:
                return new(
                    state,
                    new Say(voice.Say("Answer.TooLong", ("length", text.Length), ("max", Goal.MaxLength)))
                );
            case Hearing.PastDate:
                return new(state, GoalDialog.Question(state, context, Prompt.Past));
            case Hearing.NoSuchDay:
                return new(state, GoalDialog.Question(state, context, Prompt.NoSuchDay));
            case Hearing.UnclearDay when state.Times == 1:
                return new(state with { Times = 2 }, GoalDialog.Question(state, context, Prompt.UnclearDay));
            case Hearing.SchoolDay:
                return SchoolDayQuestion.Begin(draft, context, null);
            case Hearing.NowAlone when state.Times == 1:
                return new(
                    state with
                    {
                        Draft = draft,
                        Times = 2,
                    },
                    GoalDialog.Question(state with { Draft = draft }, context, Prompt.Ask)
                );
            case Hearing.NowAlone:
                return GoalDialog.Ask(draft.Settle(field), context, voice["Heard.Fine"]);
            case Hearing.Understood
                when field == Fields.Baseline
                    && draft.Measure is { Target: { } same, Baseline: { } start }
                    && same == start:
                // "D" was where it stands, not where it is to go.
                return GoalDialog.Put(
                    Fields.Measure,
                    draft with
                    {
                        Measure = draft.Measure with { Target = null, Words = null },
                        Settled = (draft.Settled | Fields.Baseline) & ~Fields.Measure,
                    },
                    context,
                    null
                );
            case Hearing.Understood
                when draft.Measure is { Target: { } target, Baseline: { } now, Unit: var unit }
                    && target < now
                    && field == Fields.Baseline
                    && !IsPlainlyLower(draft, context):
                return Clarify(new AskingDirection(draft), context);
            case Hearing.Understood when field == Fields.Confidence && draft.Confidence >= 9:
                return new(new OfferingHigherBar(draft), GoalDialog.HigherBarOffer(context));
            case Hearing.Understood when field == Fields.Confidence && draft.Confidence <= 4:
                return new(new OfferingSmallerStep(draft), GoalDialog.SmallerStepOffer(context));
            case Hearing.Understood:
                return state is AskingPlan && WantsDay(draft, context)
                    ? new(new AskingPlanDay(draft), new Say($"{voice["Heard.Plan"]} {voice["Ask.Plan.Day"]}"))
                    : GoalDialog.Ask(draft, context, Mirror.Of(field, draft, context));
        }

        if (field is Fields.Baseline or Fields.Measure && Short.Tapped("Suggest.NotSure", text) is not null)
        {
            return GoalDialog.Ask(draft.Settle(field), context, voice["Heard.Fine"]);
        }

        if (
            hearing == Hearing.Vague
            && Suggestions.For(field, state.Draft, context).Contains(text, StringComparer.OrdinalIgnoreCase)
        )
        {
            // What the coach offered is an answer, whatever else could be read into it.
            var taken = Listening.TakeAsItIs(draft, field, text).Settle(field) with
            {
                ToSharpen = draft.ToSharpen,
            };
            return GoalDialog.Ask(
                taken,
                context,
                field == Fields.Baseline ? voice["Heard.Fine"] : Mirror.Of(field, taken, context)
            );
        }

        if (hearing == Hearing.Vague && BesideAnswer.Elsewhere(draft, field, context.Heard, context.Today) != draft)
        {
            return Misfits.Answer(state, Misfit.OtherQuestion, context);
        }

        return hearing == Hearing.OtherUnit && state.Times == 1
            ? new(state with { Times = 2 }, GoalDialog.Question(state, context, Prompt.OtherUnit))
            : Vague(state, context);
    }

    /// <summary>Asked where one is, both numbers are told: then both are known. Null for anything else.</summary>
    public static DialogStep? BothAtLast(Asking state, TurnContext<Person> context)
    {
        var text = context.Heard.Text;
        if (
            state is not AskingBaseline
            || MeasureAnswers.BothAtLast(state.Draft, text, context.Heard.Language) is not { } told
        )
        {
            return null;
        }

        var draft = InShort(told, text, context.Voice);
        return draft.Measure.Target < draft.Measure.Baseline && !IsPlainlyLower(draft, context)
            ? Clarify(new AskingDirection(draft), context)
            : GoalDialog.Ask(draft, context, Mirror.Of(Fields.Measure, draft, context));
    }

    /// <summary>An answer with nothing in it: one gentle follow-up, then it is taken as it is.</summary>
    public static DialogStep Vague(Asking state, TurnContext<Person> context)
    {
        var (voice, text, field, draft) = (context.Voice, context.Heard.Text, GoalDialog.FieldOf(state), state.Draft);
        if (state.Times == 1 && state is not AskingPlanDay)
        {
            return new(state with { Times = 2 }, GoalDialog.Question(state, context, Prompt.Again));
        }

        // A second vague answer is taken as it is: never nag, never a dead end. "Idk" is no part of a goal, though:
        // that field stays open.
        var kept =
            state is AskingPlanDay or AskingDirection
            || text.Length > Goal.MaxLength
            || context.Read(text).Goal.Kind == StatementKind.DontKnow
            || (field == Fields.Deadline && context.Read(text).Date.Finding == DateFinding.None)
                ? draft
                : Listening.TakeAsItIs(draft, field, text);
        return GoalDialog.Ask(
            kept.Settle(field),
            context,
            voice[kept == draft || field is Fields.Confidence or Fields.Obstacle ? "Heard.Fine" : "Heard.Sharpen"]
        );
    }

    /// <summary>
    /// "like 6 on the friday quiz. i want 9" told both numbers, "it still says 9, i want it to be 8" told one: the goal
    /// says them without the talk around.
    /// </summary>
    public static GoalDraft InShort(GoalDraft draft, string text, Voice voice)
    {
        if (
            draft.Measure is { Words: { } bare, Target: { } of, Unit: { } counted }
            && bare.All(char.IsAsciiDigit)
            && bare != text
            && !(draft.Wish ?? draft.FirstWords).Contains(bare, StringComparison.Ordinal)
        )
        {
            // "3" out of a longer sentence says nothing alone.
            draft = draft with
            {
                Measure = draft.Measure with { Words = Quantities.Say(of, counted, voice) },
            };
        }

        if (
            draft.Measure is not { Words: { } words, Target: { } target, Unit: var unit }
            || (words != text && words != Quantities.Say(target, unit, voice))
        )
        {
            return draft;
        }

        var brief =
            draft.Settled.HasFlag(Fields.Baseline) && Corrections.FromTo(draft.Measure, voice) is { } both ? both
            : text.Length > LongestMeasure ? Quantities.Say(target, unit, voice)
            : words;
        return draft with { Measure = draft.Measure with { Words = brief } };
    }

    /// <summary>
    /// Characters of a measure that can stand in the goal as it was typed: "80 on the next three quizzes".
    /// </summary>
    private const int LongestMeasure = 40;

    /// <summary>
    /// A plan of a few words gets at most one small question, where a day makes sense and there is room.
    /// </summary>
    private static bool WantsDay(GoalDraft draft, TurnContext<Person> context) =>
        draft.Area is Area.Academic or Area.Engagement or Area.None
        && draft.Plan is { } plan
        && PlanTime.IsBare(plan, context.Voice.LanguageOf(plan))
        && !Suggestions.For(Fields.Plan, draft, context).Contains(plan, StringComparer.OrdinalIgnoreCase)
        && draft.Trail.Count < Questions.Most(context.Voice.Band) - 1;

    public static DialogStep PlanDay(AskingPlanDay state, string text, TurnContext<Person> context)
    {
        var plan = $"{state.Draft.Plan}, {text.Trim()}";
        var says =
            plan.Length <= Goal.MaxLength
            && (
                PlanTime.IsIn(text, context.Voice.LanguageOf(text))
                || (!context.Read(text).IsVague && Short.YesNo(text, context) is null)
            );
        return GoalDialog.Ask(
            says ? state.Draft with { Plan = plan } : state.Draft,
            context,
            context.Voice[says ? "Heard.GotIt" : "Heard.Fine"]
        );
    }

    /// <summary>Whether less is better by what is counted or said: then nobody mixed anything up.</summary>
    private static bool IsPlainlyLower(GoalDraft draft, TurnContext<Person> context)
    {
        if (draft.Measure.Unit is { } unit && (Units.IsBetterLower(unit) || unit == "seconds"))
        {
            return true;
        }

        var said = $"{Listening.GoalWords(draft)} {draft.Measure.Words}";
        foreach (ref readonly var token in Statement.Of(said, context.Voice.LanguageOf(said)).Tokens)
        {
            if (token.IsAny(Word.Bit(WordClass.Less) | Word.Bit(WordClass.Stop)))
            {
                return true;
            }
        }

        return false;
    }

    private static DialogStep Clarify(AskingDirection state, TurnContext<Person> context) =>
        new(state, GoalDialog.Question(state, context, Prompt.Ask));

    public static DialogStep Direction(AskingDirection state, string text, TurnContext<Person> context)
    {
        var (target, now) = (state.Draft.Measure.Target, state.Draft.Measure.Baseline);
        return Short.Choice(text, context) switch
        {
            YesNo.Yes => GoalDialog.Ask(state.Draft, context, Mirror.Of(Fields.Baseline, state.Draft, context)),
            YesNo.No => GoalDialog.Ask(
                state.Draft with
                {
                    Measure = state.Draft.Measure with { Target = now, Baseline = target },
                },
                context,
                context.Voice["Heard.Swapped"]
            ),
            // "You mixed. now 2, i want 5".
            _ when NumbersHeard.BothEnds(state.Draft, context) is { } both => GoalDialog.Ask(
                both,
                context,
                Mirror.Of(Fields.Baseline, both, context)
            ),
            _ when state.Times == 1 => new(state with { Times = 2 }, GoalDialog.Question(state, context, Prompt.Ask)),
            _ => GoalDialog.Skip(state, context),
        };
    }
}
