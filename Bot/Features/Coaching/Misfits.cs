using Milestones.Conversations;
using Milestones.Language;
using Milestones.Language.Wanted;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Coaching;

/// <summary>
/// Words that do not answer the open question. Each kind has its own short reply, then the question comes back; nothing
/// of them goes into the goal but what they plainly say of another part of it.
/// </summary>
internal static class Misfits
{
    public static DialogStep Answer(Asking state, Misfit why, TurnContext<Person> context) =>
        Answering.BothAtLast(state, context)
        ?? why switch
        {
            Misfit.Refusal or Misfit.Aside or Misfit.Empty when TellsDay(state, context) => Other(state, context),
            Misfit.NotUnderstood when Short.AsksWhy(context.Heard.Text) => GoalDialog.Why(state, context),
            Misfit.NotUnderstood => new(state, QuestionTexts.InOtherWords(state, context)),
            Misfit.WantsExample => new(state, QuestionTexts.Examples(state, context)),
            Misfit.Refusal or Misfit.Aside or Misfit.Request when IsEmpty(context) => Answering.Vague(state, context),
            Misfit.Refusal when Short.IsUnknowing(context.Heard.Text) => Answering.Vague(state, context),
            Misfit.Refusal => Leave(state, context),
            Misfit.Correction => Corrected(state, context),
            // "I need to pass bio" is why, unless it comes on top.
            Misfit.AnotherGoal when state is AskingReason && !Short.Adds(context.Heard.Text) => GoalDialog.Hear(
                state,
                context.Heard.Text,
                context
            ),
            Misfit.AnotherGoal => Another(state, context),
            Misfit.Request => Then(context.Voice["Misfit.Request"], state, context),
            Misfit.Aside => Light(state, context),
            Misfit.OtherQuestion => Other(state, context),
            _ => Answering.Vague(state, context),
        };

    /// <summary>"Better", "everything": a word or two with nothing to work with ask for the gentle follow-up.</summary>
    private static bool IsEmpty(TurnContext<Person> context) =>
        context.Heard is { IsVague: true, YesNo: null } && WordCount.Of(context.Heard.Text) <= 2;

    /// <summary>A day alone is the deadline that is still open, whatever was asked.</summary>
    private static bool TellsDay(Asking state, TurnContext<Person> context) =>
        state is not (AskingDeadline or AskingSchoolDay)
        && context.Heard.Date.Finding == DateFinding.Day
        && WordCount.Of(context.Heard.Text) <= WordsOfDay
        && BesideAnswer.Elsewhere(state.Draft, GoalDialog.FieldOf(state), context.Heard, context.Today) != state.Draft;

    private const int WordsOfDay = 5;

    private static DialogStep Leave(Asking state, TurnContext<Person> context) =>
        new(state, new Say(context.Voice["Misfit.Refusal"], context.Voice.List("Suggest.Leave")));

    private static DialogStep Corrected(Asking state, TurnContext<Person> context) =>
        (
            (state is AskingMeasure ? null : NumbersHeard.Corrected(state.Draft, context))
            ?? Corrections.Read(state.Draft, GoalDialog.FieldOf(state), context)
        )
            is { } changed
            ? PutRight(state, changed.Draft, changed.Now, context)
        : BesideAnswer.Elsewhere(state.Draft, GoalDialog.FieldOf(state), context.Heard, context.Today) is var told
        && told != state.Draft
            ? Other(state, context)
        : Then(context.Voice["Misfit.Correction.What"], state, context);

    /// <summary>What was put right is said, and the open question comes again, where that did not answer it.</summary>
    public static DialogStep PutRight(Asking state, GoalDraft draft, string now, TurnContext<Person> context)
    {
        var said = context.Voice.Say("Misfit.Correction", ("now", now));
        return
            draft.Settled.HasFlag(GoalDialog.FieldOf(state)) && !state.Draft.Settled.HasFlag(GoalDialog.FieldOf(state))
            ? GoalDialog.Ask(draft, context, said)
            : Then(said, state with { Draft = draft }, context);
    }

    /// <summary>One at a time: the other goal is kept for after this one.</summary>
    public static DialogStep Another(Drafting state, TurnContext<Person> context)
    {
        var goal = LaterGoal.Words(context.Heard.Text);
        return Then(context.Voice.Say("Misfit.AnotherGoal", ("goal", goal)), state, context) with { Later = goal };
    }

    /// <summary>A word back, once; who goes on is offered to stop.</summary>
    private static DialogStep Light(Asking state, TurnContext<Person> context)
    {
        var wanted = context.Heard.Wanted(PlaceOf.Person(context.Person)).Guesses;
        var best = wanted.FirstOrDefault(guess => guess.Intent != Intent.Answer).Intent;
        if (best == Intent.Vent || state.Times > 1)
        {
            return new(
                new ConfirmingCancel(state.Draft, state),
                new Say(context.Voice["Misfit.Vent"], context.Voice.List("Suggest.KeepGoing"))
            );
        }

        var key = best switch
        {
            Intent.Emotion => "Misfit.Emotion",
            _ when context.Heard.Goal.Kind == StatementKind.Thanks => "Misfit.Thanks",
            _ when context.Heard.Goal.Kind == StatementKind.Greeting => "Misfit.Greeting",
            _ => "Misfit.Aside",
        };
        return Then(context.Voice[key], state with { Times = state.Times + 1 }, context);
    }

    private static DialogStep Other(Asking state, TurnContext<Person> context)
    {
        var asked = GoalDialog.FieldOf(state);
        var draft = BesideAnswer.Elsewhere(state.Draft, asked, context.Heard, context.Today);
        if (
            draft == state.Draft
            && state is AskingPlan
            && PlanTime.IsWeekly(context.Heard.Text, context.Heard.Language)
        )
        {
            return Answering.Taken(state, context.Heard.Text, context);
        }

        if (draft == state.Draft)
        {
            // A report of how it goes, or an answer to what is settled: heard, and asked again once.
            return state.Times == 1
                ? Then(context.Voice["Misfit.OtherQuestion"], state with { Times = 2 }, context)
                : Leave(state, context);
        }

        if (asked == Fields.Baseline && draft.Measure.Target != state.Draft.Measure.Target)
        {
            var says = Quantities.Say(draft.Measure.Target, draft.Measure.Unit, context.Voice);
            return Then(
                context.Voice.Say("Misfit.Correction", ("now", says)),
                state with
                {
                    Draft = draft with { Measure = draft.Measure with { Words = says } },
                },
                context
            );
        }

        draft = Answering.InShort(draft, context.Heard.Text, context.Voice);
        if (asked == Fields.What)
        {
            // They told how or when instead: what it is about was said in the first words, and is not insisted on.
            return GoalDialog.Ask(draft.Settle(Fields.What), context, context.Voice["Heard.GotIt"]);
        }

        var field = Taken(state.Draft, draft);
        var key = $"Noted.{field}";
        return Then(
            context.Voice[context.Voice.Has(key) ? key : "Misfit.OtherQuestion"],
            state with
            {
                Draft = draft,
            },
            context
        );
    }

    /// <summary>What the second draft knows and the first did not.</summary>
    private static Fields Taken(GoalDraft before, GoalDraft after) =>
        before.Deadline != after.Deadline ? Fields.Deadline
        : before.Reason != after.Reason ? Fields.Reason
        : before.Plan != after.Plan ? Fields.Plan
        : before.Measure != after.Measure ? Fields.Measure
        : Fields.None;

    private static DialogStep Then(string said, Drafting state, TurnContext<Person> context)
    {
        var again = GoalDialog.Again(state, context);
        return again with
        {
            Replies = again.Replies is [Say question]
                ? [question with { Text = $"{said} {question.Text}" }]
                : [new Say(said), .. again.Replies],
        };
    }
}
