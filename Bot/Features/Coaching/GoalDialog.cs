using System.Diagnostics;
using System.Numerics;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.Localization;
using Milestones.School;

namespace Milestones.Features.Coaching;

/// <summary>Where the conversation goes, and what is said on the way.</summary>
/// <param name="Next">The state to keep; null when the dialog is over.</param>
internal sealed record DialogStep(GoalDialogState? Next, params IReadOnlyList<Reply> Replies)
{
    /// <summary>A day of their school's year that the student told.</summary>
    public KnownSchoolDay? Learned { get; init; }

    /// <summary>A goal for after this one, in the student's words.</summary>
    public string? Later { get; init; }
}

/// <summary>
/// The conversation that makes a goal, from the first sentence to the draft card. Pure; read <see cref="Hear"/> from
/// top to bottom.
/// </summary>
internal static class GoalDialog
{
    /// <summary>Begins with a sentence that is a goal.</summary>
    public static DialogStep Begin(string text, GoalReading reading, TurnContext<Person> context)
    {
        if (Cares(text, context))
        {
            return Care(context);
        }

        if (text.Length > Goal.MaxLength)
        {
            return new(
                new AskingWhat(
                    Beginning.FirstWords(context.Turn.NewId(), string.Empty, Heard.Nothing.Goal, context.Today) with
                    {
                        Notes = text,
                    }
                ),
                new Say(context.Voice.Say("Goal.TooLong.Kept", ("length", text.Length), ("max", Goal.MaxLength)))
            );
        }

        var draft = Answering.InShort(
            Beginning.FirstWords(context.Turn.NewId(), text, reading, context.Today),
            text,
            context.Voice
        );
        return Ask(
            draft,
            context,
            context.Voice[BitOperations.PopCount((uint)draft.Present) < Strong ? "Heard.Start" : "Heard.StartWell"]
        );
    }

    /// <summary>So many of the five make a strong start; a word alone is praised for nothing.</summary>
    private const int Strong = 3;

    /// <summary>Begins with a button: the first sentence is still to come.</summary>
    public static DialogStep Begin(TurnContext<Person> context) =>
        new(
            new AskingFirstWords(),
            context.Person.Later is { Count: > 0 } later
                ? new Say(context.Voice["Ask.FirstWords.Later"], later)
                : new Say(context.Voice["Ask.FirstWords"], context.Voice.List("Suggest.FirstWords"))
        );

    /// <summary>
    /// What was typed while the coach waited for it. The arms stand in the order of the conversation.
    /// </summary>
    public static DialogStep Hear(GoalDialogState state, string text, TurnContext<Person> context) =>
        state switch
        {
            Asking s when Short.Tapped("Suggest.Leave", text) is { } first => first == YesNo.Yes
                ? Skip(s, context)
                : Again(s, context),
            AskingWhat or AskingMeasure or AskingPlan when Cares(text, context) => Care(context),
            AskingFirstWords => FirstWords(text, context),
            AskingWhat s => Answering.Answered(s, text, context),
            AskingMeasure s => Answering.Answered(s, text, context),
            AskingBaseline s => Answering.Answered(s, text, context),
            AskingDirection s => Answering.Direction(s, text, context),
            AskingPlan s => Answering.Answered(s, text, context),
            AskingPlanDay s => Answering.PlanDay(s, text, context),
            AskingObstacle s => Answering.Answered(s, text, context),
            AskingReason s => Answering.Answered(s, text, context),
            AskingDeadline s => Answering.Answered(s, text, context),
            AskingSchoolDay s => SchoolDayQuestion.Hear(s, text, context),
            AskingConfidence s => Answering.Answered(s, text, context),
            OfferingHigherBar s => HigherBar(s.Draft, text, context),
            OfferingSmallerStep s => SmallerStep(s.Draft, text, context),
            ReviewingDraft s => DraftRevision.Revised(s, text, context),
            ConfirmingCancel s => Again(s, context),
            OfferingKeptDraft s => Again(s, context),
            AskingPictures s => Again(s, context),
            _ => throw new UnreachableException($"No arm for {state.GetType().Name}."),
        };

    /// <summary>Puts the open question again, after a digression.</summary>
    public static DialogStep Again(GoalDialogState state, TurnContext<Person> context)
    {
        var voice = context.Voice;
        return state switch
        {
            AskingFirstWords => Begin(context),
            AskingPictures s => new(s, PictureHandler.Again(s, context).Replies),
            AskingSchoolDay s => new(s, SchoolDayQuestion.For(s, context)),
            Asking s => new(s, Question(s, context, Prompt.Ask)),
            OfferingHigherBar s => new(s, HigherBarOffer(context)),
            OfferingSmallerStep s => new(s, SmallerStepOffer(context)),
            ReviewingDraft s => new(s, new Say(voice["Draft.Waiting"], voice.List("Suggest.Draft"))),
            ConfirmingCancel s => new(s, new Say(voice["Cancel.Ask"], voice.List("Suggest.Cancel"))),
            OfferingKeptDraft s => new(
                s,
                new Say(
                    voice.Say("Kept.Offer", ("goal", GoalSentence.Of(s.Draft, voice, context.Today))),
                    voice.List("Suggest.Kept")
                )
            ),
            ReviewingMilestones s => new(s),
            _ => throw new UnreachableException($"No arm for {state.GetType().Name}."),
        };
    }

    /// <summary>The question before this one, its answer open again.</summary>
    public static DialogStep Back(Drafting state, TurnContext<Person> context)
    {
        var current = state is Asking asking ? FieldOf(asking) : Fields.None;
        var trail = state.Draft.Trail.Where(field => field != current).ToList();
        if (trail.Count == 0)
        {
            return Again(state, context) with
            {
                Replies = [new Say(context.Voice["Back.AtStart"]), .. Again(state, context).Replies],
            };
        }

        var field = trail[^1];
        var draft = state.Draft with
        {
            Settled = state.Draft.Settled & ~field & ~current,
            School = field == Fields.Deadline || current == Fields.Deadline ? null : state.Draft.School,
            ToSharpen = state.Draft.ToSharpen & ~field,
            Trail = trail,
        };
        return Put(field, draft, context, null);
    }

    /// <summary>Goes on without an answer.</summary>
    public static DialogStep Skip(Drafting state, TurnContext<Person> context) =>
        state switch
        {
            AskingDirection s => Ask(
                s.Draft with
                {
                    Measure = s.Draft.Measure with { Baseline = null },
                },
                context,
                context.Voice["Heard.Skip"]
            ),
            AskingSchoolDay s => Ask(
                s.Draft.Settle(Fields.Deadline) with
                {
                    ToSharpen = s.Draft.ToSharpen | Fields.Deadline,
                },
                context,
                context.Voice["Heard.Skip"]
            ),
            Asking s => Ask(s.Draft.Settle(FieldOf(s)), context, context.Voice["Heard.Skip"]),
            _ => Ask(state.Draft, context, context.Voice["Heard.Skip"]),
        };

    /// <summary>Why the coach asks what it asks, and the question again.</summary>
    public static DialogStep Why(GoalDialogState state, TurnContext<Person> context)
    {
        var reason = context.Voice[state is Asking asking ? $"Why.{FieldOf(asking)}" : "Why.Draft"];
        var again = Again(state, context);
        return again with
        {
            Replies = again.Replies is [Say say]
                ? [say with { Text = $"{reason}\n\n{say.Text}" }]
                : [new Say(reason), .. again.Replies],
        };
    }

    /// <summary>The next open question with what was heard before it, or the draft card when none is open.</summary>
    public static DialogStep Ask(GoalDraft draft, TurnContext<Person> context, string? heard)
    {
        var field = Questions.Next(draft, context.Voice.Band);
        return field == Fields.None ? Review(draft, context, heard) : Put(field, draft, context, heard);
    }

    /// <summary>The draft card, with a new token for its buttons.</summary>
    public static DialogStep Review(GoalDraft draft, TurnContext<Person> context, string? heard)
    {
        var state = new ReviewingDraft(draft, context.Turn.NewId(1));
        var card = new Show(DraftCard.Of(state, context), context.Voice["Draft.Summary"]);
        return new(state, heard is null ? [card] : [new Say($"{heard} {context.Voice["Draft.Here"]}"), card]);
    }

    private static DialogStep FirstWords(string text, TurnContext<Person> context)
    {
        var reading = context.Read(text).Goal;
        if (context.Read(text).IsVague && !reading.IsGoal)
        {
            return new(
                new AskingFirstWords(),
                new Say(context.Voice["Ask.FirstWords.Again"], context.Voice.List("Suggest.FirstWords"))
            );
        }

        // Asked for a goal, a student often gives just its subject: "fractions". That is a beginning too.
        return Begin(text, reading, context);
    }

    private static bool Cares(string text, TurnContext<Person> context) =>
        context.Voice.Band != GradeBand.College && BodyGoal.Is(text);

    private static DialogStep Care(TurnContext<Person> context) =>
        new(new AskingFirstWords(), new Say(context.Voice["Care.Body"], context.Voice.List("Suggest.Habit")));

    private static DialogStep HigherBar(GoalDraft draft, string text, TurnContext<Person> context) =>
        Short.Choice(text, context) == YesNo.Yes
            ? Put(Fields.Measure, draft with { Settled = draft.Settled & ~Fields.Measure }, context, null, Prompt.Raise)
            : Review(draft, context, context.Voice["Heard.Keep"]);

    private static DialogStep SmallerStep(GoalDraft draft, string text, TurnContext<Person> context) =>
        Short.Choice(text, context) == YesNo.Yes
            ? Put(Fields.Measure, draft with { Settled = draft.Settled & ~Fields.Measure }, context, null, Prompt.Lower)
            : Review(draft, context, context.Voice["Heard.Keep"]);

    public static DialogStep Put(
        Fields field,
        GoalDraft draft,
        TurnContext<Person> context,
        string? heard,
        Prompt prompt = Prompt.Ask
    )
    {
        if (field == Fields.Deadline && draft.School is not null)
        {
            return SchoolDayQuestion.Begin(Asked(draft, field), context, heard);
        }

        draft = Asked(draft, field);
        Asking state = field switch
        {
            Fields.What => new AskingWhat(draft),
            Fields.Measure => new AskingMeasure(draft),
            Fields.Baseline => new AskingBaseline(draft),
            Fields.Plan => new AskingPlan(draft),
            Fields.Obstacle => new AskingObstacle(draft),
            Fields.Reason => new AskingReason(draft),
            Fields.Deadline => new AskingDeadline(draft),
            Fields.Confidence => new AskingConfidence(draft),
            _ => throw new UnreachableException($"No question for {field}."),
        };
        var question = Question(state, context, prompt);
        return new(state, heard is null ? question : question with { Text = $"{heard} {question.Text}" });
    }

    private static GoalDraft Asked(GoalDraft draft, Fields field) =>
        draft with
        {
            Trail = [.. draft.Trail.Where(one => one != field), field],
        };

    public static Say Question(Asking state, TurnContext<Person> context, Prompt prompt) =>
        QuestionTexts.For(state, FieldOf(state), prompt, context);

    public static Say HigherBarOffer(TurnContext<Person> context) =>
        new(context.Voice["Confidence.High"], context.Voice.List("Suggest.HigherBar"));

    public static Say SmallerStepOffer(TurnContext<Person> context) =>
        new(context.Voice["Confidence.Low"], context.Voice.List("Suggest.SmallerStep"));

    public static Fields FieldOf(Asking state) =>
        state switch
        {
            AskingWhat => Fields.What,
            AskingMeasure => Fields.Measure,
            AskingBaseline or AskingDirection => Fields.Baseline,
            AskingPlan or AskingPlanDay => Fields.Plan,
            AskingObstacle => Fields.Obstacle,
            AskingReason => Fields.Reason,
            AskingDeadline or AskingSchoolDay => Fields.Deadline,
            AskingConfidence => Fields.Confidence,
            _ => throw new UnreachableException($"No field for {state.GetType().Name}."),
        };
}

/// <summary>In which way a question is put.</summary>
internal enum Prompt
{
    Ask,

    /// <summary>The one gentle follow-up after a vague answer.</summary>
    Again,
    Past,
    NoSuchDay,
    UnclearDay,
    OtherUnit,
    Raise,
    Lower,
}
