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
        why switch
        {
            Misfit.NotUnderstood when Short.AsksWhy(context.Heard.Text) => GoalDialog.Why(state, context),
            Misfit.NotUnderstood => new(state, QuestionTexts.InOtherWords(state, context)),
            Misfit.WantsExample => new(state, QuestionTexts.Examples(state, context)),
            Misfit.Refusal when Short.IsUnknowing(context.Heard.Text) => GoalDialog.Vague(state, context),
            Misfit.Refusal => Leave(state, context),
            Misfit.Correction => Corrected(state, context),
            Misfit.AnotherGoal => Another(state, context),
            Misfit.Request => Then(context.Voice["Misfit.Request"], state, context),
            Misfit.Aside => Light(state, context),
            Misfit.OtherQuestion => Other(state, context),
            _ => GoalDialog.Vague(state, context),
        };

    private static DialogStep Leave(Asking state, TurnContext<Person> context) =>
        new(state, new Say(context.Voice["Misfit.Refusal"], context.Voice.List("Suggest.Leave")));

    private static DialogStep Corrected(Asking state, TurnContext<Person> context) =>
        Corrections.Read(state.Draft, GoalDialog.FieldOf(state), context) is { } changed
            ? Then(
                context.Voice.Say("Misfit.Correction", ("now", changed.Now)),
                state with
                {
                    Draft = changed.Draft,
                },
                context
            )
            : Listening.Elsewhere(state.Draft, GoalDialog.FieldOf(state), context.Heard, context.Today) is var told
            && told != state.Draft
                ? Other(state, context)
            : Then(context.Voice["Misfit.Correction.What"], state, context);

    private static DialogStep Another(Asking state, TurnContext<Person> context)
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
        var draft = Listening.Elsewhere(state.Draft, asked, context.Heard, context.Today);
        if (
            draft == state.Draft
            && state is AskingPlan
            && PlanTime.IsWeekly(context.Heard.Text, context.Heard.Language)
        )
        {
            return GoalDialog.Hear(state, context.Heard.Text, context);
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
            draft = GoalDialog.InShort(draft, context.Heard.Text, context.Voice);
            return Then(
                context.Voice.Say(
                    "Misfit.Correction",
                    ("now", Quantities.Say(draft.Measure.Target, draft.Measure.Unit, context.Voice))
                ),
                state with
                {
                    Draft = draft,
                },
                context
            );
        }

        var taken = draft.Settled & ~state.Draft.Settled & ~asked;
        var field = Enum.GetValues<Fields>().LastOrDefault(one => one != Fields.None && taken.HasFlag(one));
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

    private static DialogStep Then(string said, Asking state, TurnContext<Person> context)
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
