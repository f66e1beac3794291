using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.Language.Wanted;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

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
                    Listening.FirstWords(context.Turn.NewId(), string.Empty, Heard.Nothing.Goal, context.Today) with
                    {
                        Notes = text,
                    }
                ),
                new Say(context.Voice.Say("Goal.TooLong.Kept", ("length", text.Length), ("max", Goal.MaxLength)))
            );
        }

        var draft = InShort(
            Listening.FirstWords(context.Turn.NewId(), text, reading, context.Today),
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
            AskingWhat s => Answered(s, text, context),
            AskingMeasure s => Answered(s, text, context),
            AskingBaseline s => Answered(s, text, context),
            AskingDirection s => Direction(s, text, context),
            AskingPlan s => Answered(s, text, context),
            AskingPlanDay s => PlanDay(s, text, context),
            AskingObstacle s => Answered(s, text, context),
            AskingReason s => Answered(s, text, context),
            AskingDeadline s => Answered(s, text, context),
            AskingSchoolDay s => SchoolDayQuestion.Hear(s, text, context),
            AskingConfidence s => Answered(s, text, context),
            OfferingHigherBar s => HigherBar(s.Draft, text, context),
            OfferingSmallerStep s => SmallerStep(s.Draft, text, context),
            ReviewingDraft s => Revised(s, text, context),
            ConfirmingCancel s => Again(s, context),
            OfferingKeptDraft s => Again(s, context),
            _ => throw new UnreachableException($"No arm for {state.GetType().Name}."),
        };

    /// <summary>Puts the open question again, after a digression.</summary>
    public static DialogStep Again(GoalDialogState state, TurnContext<Person> context)
    {
        var voice = context.Voice;
        return state switch
        {
            AskingFirstWords => Begin(context),
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

    private static DialogStep Answered(Asking state, string text, TurnContext<Person> context)
    {
        var voice = context.Voice;
        var field = FieldOf(state);
        if (
            field is Fields.Plan or Fields.Reason or Fields.Deadline
            && MeasureAnswers.TellsNumbers(state.Draft, context.Read(text))
        )
        {
            return Misfits.Answer(state, Misfit.OtherQuestion, context);
        }

        if (field == Fields.Reason && Short.HasNoReason(text))
        {
            // "It doesnt. my teacher makes me" is no reason, and none is made of it.
            return Ask(state.Draft.Settle(field), context, voice["Heard.Fine"]);
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
                return new(state, Question(state, context, Prompt.Past));
            case Hearing.NoSuchDay:
                return new(state, Question(state, context, Prompt.NoSuchDay));
            case Hearing.UnclearDay when state.Times == 1:
                return new(state with { Times = 2 }, Question(state, context, Prompt.UnclearDay));
            case Hearing.SchoolDay:
                return SchoolDayQuestion.Begin(draft, context, null);
            case Hearing.NowAlone when state.Times == 1:
                return new(
                    state with
                    {
                        Draft = draft,
                        Times = 2,
                    },
                    Question(state with { Draft = draft }, context, Prompt.Ask)
                );
            case Hearing.NowAlone:
                return Ask(draft.Settle(field), context, voice["Heard.Fine"]);
            case Hearing.Understood
                when field == Fields.Baseline
                    && draft.Measure is { Target: { } same, Baseline: { } start }
                    && same == start:
                // "D" was where it stands, not where it is to go.
                return Put(
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
                return new(new OfferingHigherBar(draft), HigherBarOffer(context));
            case Hearing.Understood when field == Fields.Confidence && draft.Confidence <= 4:
                return new(new OfferingSmallerStep(draft), SmallerStepOffer(context));
            case Hearing.Understood:
                return state is AskingPlan && WantsDay(draft, context)
                    ? new(new AskingPlanDay(draft), new Say($"{voice["Heard.Plan"]} {voice["Ask.Plan.Day"]}"))
                    : Ask(draft, context, Mirror.Of(field, draft, context));
        }

        if (field is Fields.Baseline or Fields.Measure && Short.Tapped("Suggest.NotSure", text) is not null)
        {
            return Ask(draft.Settle(field), context, voice["Heard.Fine"]);
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
            return Ask(
                taken,
                context,
                field == Fields.Baseline ? voice["Heard.Fine"] : Mirror.Of(field, taken, context)
            );
        }

        if (hearing == Hearing.Vague && Listening.Elsewhere(draft, field, context.Heard, context.Today) != draft)
        {
            return Misfits.Answer(state, Misfit.OtherQuestion, context);
        }

        return hearing == Hearing.OtherUnit && state.Times == 1
            ? new(state with { Times = 2 }, Question(state, context, Prompt.OtherUnit))
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
            : Ask(draft, context, Mirror.Of(Fields.Measure, draft, context));
    }

    /// <summary>An answer with nothing in it: one gentle follow-up, then it is taken as it is.</summary>
    public static DialogStep Vague(Asking state, TurnContext<Person> context)
    {
        var (voice, text, field, draft) = (context.Voice, context.Heard.Text, FieldOf(state), state.Draft);
        if (state.Times == 1 && state is not AskingPlanDay)
        {
            return new(state with { Times = 2 }, Question(state, context, Prompt.Again));
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
        return Ask(
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

    private static DialogStep PlanDay(AskingPlanDay state, string text, TurnContext<Person> context)
    {
        var plan = $"{state.Draft.Plan}, {text.Trim()}";
        var says =
            plan.Length <= Goal.MaxLength
            && (
                PlanTime.IsIn(text, context.Voice.LanguageOf(text))
                || (!context.Read(text).IsVague && Short.YesNo(text, context) is null)
            );
        return Ask(
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

    private static bool Cares(string text, TurnContext<Person> context) =>
        context.Voice.Band != GradeBand.College && BodyGoal.Is(text);

    private static DialogStep Care(TurnContext<Person> context) =>
        new(new AskingFirstWords(), new Say(context.Voice["Care.Body"], context.Voice.List("Suggest.Habit")));

    private static DialogStep Clarify(AskingDirection state, TurnContext<Person> context) =>
        new(state, Question(state, context, Prompt.Ask));

    private static DialogStep Direction(AskingDirection state, string text, TurnContext<Person> context)
    {
        var (target, now) = (state.Draft.Measure.Target, state.Draft.Measure.Baseline);
        return Short.Choice(text, context) switch
        {
            YesNo.Yes => Ask(state.Draft, context, Mirror.Of(Fields.Baseline, state.Draft, context)),
            YesNo.No => Ask(
                state.Draft with
                {
                    Measure = state.Draft.Measure with { Target = now, Baseline = target },
                },
                context,
                context.Voice["Heard.Swapped"]
            ),
            _ when state.Times == 1 => new(state with { Times = 2 }, Question(state, context, Prompt.Ask)),
            _ => Skip(state, context),
        };
    }

    private static DialogStep HigherBar(GoalDraft draft, string text, TurnContext<Person> context) =>
        Short.Choice(text, context) == YesNo.Yes
            ? Put(Fields.Measure, draft with { Settled = draft.Settled & ~Fields.Measure }, context, null, Prompt.Raise)
            : Review(draft, context, context.Voice["Heard.Keep"]);

    private static DialogStep SmallerStep(GoalDraft draft, string text, TurnContext<Person> context) =>
        Short.Choice(text, context) == YesNo.Yes
            ? Put(Fields.Measure, draft with { Settled = draft.Settled & ~Fields.Measure }, context, null, Prompt.Lower)
            : Review(draft, context, context.Voice["Heard.Keep"]);

    /// <summary>
    /// Words typed at the draft card: what they say of the goal changes the draft, and the card is shown again.
    /// </summary>
    private static DialogStep Revised(ReviewingDraft state, string text, TurnContext<Person> context)
    {
        if (int.TryParse(text.Trim(), CultureInfo.InvariantCulture, out var sure) && sure is >= 1 and <= 10)
        {
            return Review(state.Draft with { Confidence = sure }, context, context.Voice["Heard.GotIt"]);
        }

        var language = context.Voice.LanguageOf(text);
        if (
            DraftWords.Confidence(text, language) is { } told
            && context.Heard.Wanted(Place.DraftShown).Best != Intent.Explain
        )
        {
            return Review(state.Draft with { Confidence = told }, context, context.Voice["Heard.GotIt"]);
        }

        if (DraftWords.Put(state.Draft, text) is { } put)
        {
            return Changed(state, put, context);
        }

        if (context.Heard.Wanted(Place.DraftShown) is { IsSure: true, Best: Intent.SecondGoal })
        {
            return Misfits.Another(state, context);
        }

        if (context.Heard.Wanted(Place.DraftShown) is { IsSure: true, Best: Intent.Status or Intent.MyGoals })
        {
            // "What does my goal say": the card says it.
            return Review(state.Draft, context, null);
        }

        if (IsNoChange(context))
        {
            return Again(state, context);
        }

        var revised =
            Corrects(context) && Corrections.Read(state.Draft, Fields.None, context) is { } corrected
                ? corrected.Draft
                : InShort(Listening.Revise(state.Draft, context.Read(text), context.Today), text, context.Voice);
        return revised == state.Draft && DraftWords.Named(text) is not Fields.None and var named
                ? Put(
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
            : revised == state.Draft ? Again(state, context)
            : Changed(state, revised, context);
    }

    /// <summary>Whether words at the draft card would leave it as it is.</summary>
    public static bool ChangesNothing(ReviewingDraft state, TurnContext<Person> context) =>
        Revised(state, context.Heard.Text, context).Next is ReviewingDraft next && next.Draft == state.Draft;

    private static DialogStep Changed(ReviewingDraft state, GoalDraft draft, TurnContext<Person> context)
    {
        var shown = Review(draft, context, context.Voice["Heard.Changed"]);
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

    private static Say Question(Asking state, TurnContext<Person> context, Prompt prompt) =>
        QuestionTexts.For(state, FieldOf(state), prompt, context);

    private static Say HigherBarOffer(TurnContext<Person> context) =>
        new(context.Voice["Confidence.High"], context.Voice.List("Suggest.HigherBar"));

    private static Say SmallerStepOffer(TurnContext<Person> context) =>
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
