using System.Text.RegularExpressions;
using Milestones.Conversations;
using Milestones.Language;
using Milestones.Language.Parts;
using Milestones.Language.Wanted;
using Milestones.Localization;
using Milestones.School;
using Milestones.Views;

namespace Milestones.Features.Coaching;

/// <summary>
/// What the router calls while a goal is made: the dialog's words and buttons on one side, the person's document on the
/// other.
/// </summary>
internal static partial class CoachingHandler
{
    public static TurnResult<Person> New(TurnContext<Person> context) =>
        KeptDrafts.Offer(context, null)
        ?? (
            context.Voice.Band == GradeBand.KTo2
                ? PictureHandler.Begin(context)
                : Step(context, GoalDialog.Begin(context))
        );

    /// <summary>"Can i have a 2nd goal too, like applying to 3 shops" names it; "new goal" does not.</summary>
    public static TurnResult<Person> NewOf(TurnContext<Person> context) =>
        (
            LaterGoal.Named(context.Heard.Text)
            ?? (LaterGoal.Asks(context.Heard.Text) ? LaterGoal.WithoutAsking(context.Heard.Text) : null)
        )
            is { } goal
            ? BeginWith(goal, context.Read(goal).Goal, context)
            : New(context);

    /// <summary>One more goal, begun with what is told of it.</summary>
    public static TurnResult<Person> BeginSecond(TurnContext<Person> context)
    {
        var goal = LaterGoal.Told(context.Heard.Text) ?? LaterGoal.WithoutAsking(context.Heard.Text);
        return BeginWith(goal, context.Read(goal).Goal, context);
    }

    public static TurnResult<Person> BeginWith(string text, GoalReading reading, TurnContext<Person> context) =>
        KeptDrafts.Offer(context, text)
        ?? (
            context.Voice.Band == GradeBand.KTo2
                ? PictureHandler.Begin(context, reading.Area)
                : Step(context, GoalDialog.Begin(text, reading, context))
        );

    /// <summary>A subject alone begins a goal; words that name none are asked for one.</summary>
    public static TurnResult<Person> BeginWithSubject(TurnContext<Person> context) =>
        context.Heard.Goal.Kind == StatementKind.DontKnow || Short.IsUnknowing(context.Heard.Text)
            ? New(context)
            : BeginWith(context.Heard.Text, context.Heard.Goal, context);

    /// <summary>
    /// A goal from the list for after the last one, tapped or typed; null where the words are none of it.
    /// </summary>
    public static TurnResult<Person>? FromList(TurnContext<Person> context) =>
        context.Person.Dialog is not Drafting
        && context.Person.Later.Contains(context.Heard.Text, StringComparer.OrdinalIgnoreCase)
            ? BeginWith(context.Heard.Text, context.Heard.Goal, context)
            : null;

    /// <summary>All that was said of the goal in the making; empty where none is.</summary>
    public static string SaidOf(GoalDialogState state) =>
        state is Drafting { Draft: var draft }
            ? $"{Listening.GoalWords(draft)} {draft.Plan} {draft.Reason}"
            : string.Empty;

    /// <summary>What is known of the goal in words.</summary>
    public static string GoalWords(Asking state) => state.Draft.What ?? state.Draft.FirstWords;

    /// <summary>
    /// The last answer in other words, as an edited message has them: it takes the place of the old one, and the open
    /// question comes again. Null where no answer was the last thing said, or the new words are none.
    /// </summary>
    public static TurnResult<Person>? Corrected(TurnContext<Person> context)
    {
        if (context.Person.Dialog is not Drafting open)
        {
            return null;
        }

        var asked = open is Asking asking ? GoalDialog.FieldOf(asking) : Fields.None;
        var last = open.Draft.Trail.LastOrDefault(field => field != asked);
        if (last == Fields.None)
        {
            // The first words in other words: the goal begins again with them.
            return context.Heard.Goal.IsGoal
                ? Step(context, GoalDialog.Begin(context.Heard.Text, context.Heard.Goal, context))
                : null;
        }

        var (draft, hearing) = Listening.Answer(
            open.Draft with
            {
                Settled = open.Draft.Settled & ~last,
            },
            last,
            context.Heard,
            context.Today
        );
        draft = Answering.InShort(draft, context.Heard.Text, context.Voice);
        return hearing != Hearing.Understood || draft == open.Draft ? null
            : open is Asking question
                ? Step(
                    context,
                    GoalDialog.Again(question with { Draft = draft }, context) is var again
                    && again.Replies is [Say say]
                        ? again with
                        {
                            Replies = [say with { Text = $"{context.Voice["Edited.Changed"]} {say.Text}" }],
                        }
                        : again
                )
            : Step(context, GoalDialog.Review(draft, context, context.Voice["Heard.Changed"]));
    }

    /// <summary>The proposed steps are taken as they are.</summary>
    public static TurnResult<Person> TakeSteps(TurnContext<Person> context) =>
        new(context.Person with { Dialog = null }, new Say(context.Voice["Milestones.Thanks"]));

    /// <summary>
    /// "Call it …", "change my plan to …" in the middle of a question: done, and the question comes again.
    /// </summary>
    public static TurnResult<Person>? Renamed(Asking state, TurnContext<Person> context)
    {
        if (
            state.Draft.Rewords
            || context.Heard.Text.Length > Goal.MaxLength
            || DraftWords.PutByName(state.Draft, context.Heard.Text) is not { } put
        )
        {
            return null;
        }

        var again = GoalDialog.Again(state with { Draft = put }, context);
        return Step(
            context,
            again.Replies is [Say say]
                ? again with
                {
                    Replies = [say with { Text = $"{context.Voice["Heard.Changed"]} {say.Text}" }],
                }
                : again
        );
    }

    /// <summary>One at a time: the other goal is kept for after this one.</summary>
    public static TurnResult<Person> Another(Drafting state, TurnContext<Person> context) =>
        Step(context, Coaching.Misfits.Another(state, context));

    /// <summary>A word for a question that came with an answer: why it is asked, or that others know better.</summary>
    public static TurnResult<Person> WordFor(string asked, Asking state, TurnContext<Person> context) =>
        new(
            context.Person,
            new Say(
                Short.AsksWhy(asked) ? context.Voice[$"Why.{GoalDialog.FieldOf(state)}"]
                : Short.AsksWhatCounts(asked) ? context.Voice["Aside.YouDecide"]
                : CoachAnswers.To(asked, context.Voice) ?? context.Voice["Aside.Question"]
            )
        );

    /// <summary>Numbers put right while a question is open; null where none is.</summary>
    public static TurnResult<Person>? PutRight(Asking state, TurnContext<Person> context) =>
        NumbersHeard.Corrected(state.Draft, context) is { } right
            ? Step(context, Coaching.Misfits.PutRight(state, right.Draft, right.Now, context))
            : null;

    /// <summary>Whether words begin as a reason does.</summary>
    public static bool TellsWhy(string text) => Listening.Begins(text);

    /// <summary>Whether words tell where it stands and where to, which nobody has told yet.</summary>
    public static bool TellsNumbers(GoalDraft draft, TurnContext<Person> context) =>
        MeasureAnswers.TellsNumbers(draft, context.Heard);

    /// <summary>Enough of questions: the draft as it is, to be saved from its card.</summary>
    public static TurnResult<Person> AsItIs(Asking state, TurnContext<Person> context) =>
        Step(context, GoalDialog.Review(state.Draft, context, context.Voice["Heard.Fine"]));

    /// <summary>The words do not answer the question that is open.</summary>
    public static TurnResult<Person> Misfits(Asking state, Misfit why, TurnContext<Person> context) =>
        Step(context, Coaching.Misfits.Answer(state, why, context));

    /// <summary>What was typed into the open dialog.</summary>
    public static TurnResult<Person> Hear(GoalDialogState state, string text, TurnContext<Person> context) =>
        state switch
        {
            ConfirmingCancel s => Short.Choice(text, context) switch
            {
                YesNo.Yes => KeptDrafts.PutAside(s.Draft, context),
                YesNo.No => Step(context, GoalDialog.Again(s.Open, context)),
                _ => Step(context, InOpen(s.Open, text, context)),
            },
            OfferingKeptDraft s when Short.StartsOver(text) => KeptDrafts.Afresh(s.Text, context),
            OfferingKeptDraft s => Short.Choice(text, context) switch
            {
                YesNo.Yes => KeptDrafts.Continue(s.Draft, context),
                YesNo.No => KeptDrafts.Afresh(s.Text, context),
                _ => Step(context, GoalDialog.Again(s, context)),
            },
            ReviewingDraft s when Short.Loosely(context) == YesNo.Yes && NumbersHeard.HowSure(context) is null =>
                DraftHandler.Save(s, context),
            ReviewingDraft s
                when Short.Saves(text) && (!IsChange(context) || DraftRevision.HowSure(text) is not null) =>
                DraftHandler.Save(
                    (DraftWords.Confidence(text, context.Heard.Language) ?? DraftRevision.HowSure(text)) is { } sure
                        ? s with
                        {
                            Draft = s.Draft with { Confidence = sure },
                        }
                        : s,
                    context
                ),
            _ => Step(context, GoalDialog.Hear(state, text, context)),
        };

    /// <summary>
    /// "Make it feb 12. and call it save for welding gear": something is put right, and nothing agreed to.
    /// </summary>
    private static bool IsChange(TurnContext<Person> context) =>
        context.Heard.Parts(SettingOf.Person(context.Person)).Parts is var parts
        && parts.Any(part => part.Share >= Rather && IsChange(part.Act))
        && !parts.Any(part => part.Act == PartAct.Yes);

    private static bool IsChange(PartAct act) =>
        act is PartAct.Fix or PartAct.ChangeDate or PartAct.ChangeNumber or PartAct.ChangePlan or PartAct.ChangeTitle;

    private const float Rather = 0.5f;

    /// <summary>An answer instead of a yes or no to stopping; one that does not fit is not taken here either.</summary>
    private static DialogStep InOpen(Drafting open, string text, TurnContext<Person> context)
    {
        var place = PlaceOf.Person(context.Person with { Dialog = open });
        return
            open is Asking asking
            && !Awaiting.Awaits(asking, context)
            && context.Heard.Fit(place, GoalWords(asking)).Why is { } why
            ? Coaching.Misfits.Answer(asking, why, context)
            : GoalDialog.Hear(open, text, context);
    }

    /// <summary>The dialog that waits for words; the proposed steps of a saved goal wait for none.</summary>
    public static GoalDialogState? Open(TurnContext<Person> context) =>
        context.Person.Dialog is { } dialog and not (ReviewingMilestones or AskingFirstWords { IsLight: true })
            ? dialog
            : null;

    public static TurnResult<Person> Back(Drafting state, TurnContext<Person> context) =>
        Step(context, GoalDialog.Back(state is ConfirmingCancel c ? c.Open : state, context));

    public static TurnResult<Person> Skip(Drafting state, TurnContext<Person> context) =>
        Step(context, GoalDialog.Skip(state is ConfirmingCancel c ? c.Open : state, context));

    /// <summary>The draft as it stands, shown again.</summary>
    public static TurnResult<Person> Shows(ReviewingDraft state, TurnContext<Person> context) =>
        Step(context, GoalDialog.Review(state.Draft, context, null));

    /// <summary>Whether a line at the card begins with how sure they are.</summary>
    public static bool BeginsWithSure(TurnContext<Person> context) =>
        DraftRevision.HowSure(context.Heard.Text) is not null;

    /// <summary>How sure they are, told at the card that asks it; null where no number says it.</summary>
    public static TurnResult<Person>? IsSure(ReviewingDraft state, TurnContext<Person> context) =>
        NumbersHeard.HowSure(state.Draft, context.Heard.Text, context.Heard.Language) is { } sure
            ? Step(
                context,
                GoalDialog.Review(state.Draft with { Confidence = sure }, context, context.Voice["Heard.GotIt"])
            )
            : null;

    /// <summary>What the words change of the draft, shown again and not saved, whatever word stands in them.</summary>
    public static TurnResult<Person> Revise(ReviewingDraft state, TurnContext<Person> context) =>
        Step(context, DraftRevision.Revised(state, context.Heard.Text, context));

    /// <summary>The draft under another name.</summary>
    public static TurnResult<Person> Renamed(ReviewingDraft state, string name, TurnContext<Person> context) =>
        Step(context, DraftRevision.Changed(state, DraftWords.Reworded(state.Draft, name), context));

    /// <summary>Whether words at the draft card would leave it as it is.</summary>
    public static bool ChangesNothing(ReviewingDraft state, TurnContext<Person> context) =>
        DraftRevision.ChangesNothing(state, context);

    /// <summary>Something of the draft is not right: which part?</summary>
    public static TurnResult<Person> AsksWhat(ReviewingDraft state, TurnContext<Person> context) =>
        new(
            context.Person with
            {
                Dialog = state,
            },
            new Say(context.Voice["Draft.What"], context.Voice.List("Suggest.DraftPart"))
        );

    /// <summary>
    /// The plan is to be another: as the words put it, with what comes on top, or as it is told when asked anew. Its
    /// numbers are none of the goal's.
    /// </summary>
    public static TurnResult<Person> ChangesPlan(ReviewingDraft state, TurnContext<Person> context)
    {
        var revised = DraftRevision.Revised(state, context.Heard.Text, context);
        return
            revised.Next is ReviewingDraft { Draft: var next }
            && next.Plan != state.Draft.Plan
            && next.Measure == state.Draft.Measure
            ? Step(context, revised)
            : AddsToPlan(state, context)
                ?? Step(
                    context,
                    GoalDialog.Put(
                        Fields.Plan,
                        state.Draft with
                        {
                            Settled = state.Draft.Settled & ~Fields.Plan,
                        },
                        context,
                        null
                    )
                );
    }

    /// <summary>
    /// "And wednesdays", "y los domingos tambien": it belongs to the plan as well. Null for other words.
    /// </summary>
    public static TurnResult<Person>? AddsToPlan(ReviewingDraft state, TurnContext<Person> context) =>
        state.Draft.Plan is { } plan
        && OnTop().Match(context.Heard.Text) is { Success: true } top
        && top.Groups["more"].Value.Trim(' ', '.', ',', '!') is { Length: > 0 } more
        && !more.Any(char.IsAsciiDigit)
        && $"{plan}, {more}" is { Length: <= Goal.MaxLength } both
            ? Step(
                context,
                GoalDialog.Review(state.Draft with { Plan = both }, context, context.Voice["Heard.Changed"])
            )
            : null;

    [GeneratedRegex(
        @"^\W*(?:(?:oh|wait|no|but|pero|ah)[\s,]+)*(?:and|also|plus|y|tambi[eé]n|adem[aá]s|add|agrega(?:le)?"
            + @"|s[uú]ma(?:le)?|you forgot|u forgot|te falt[oóa]|falta)\s+(?:the |also |tambi[eé]n )?(?<more>.+)$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking
    )]
    private static partial Regex OnTop();

    /// <summary>Two things to try, for a goal like this one.</summary>
    public static TurnResult<Person> Ideas(GoalDraft draft, TurnContext<Person> context) =>
        new(
            context.Person,
            Suggestions.For(Fields.Plan, draft, context) is [var one, var other, ..]
                ? new Say(context.Voice.Say("Example.Ideas", ("one", one), ("other", other)))
                : new Say(context.Voice["Aside.YourCall"])
        );

    public static TurnResult<Person> IdeasFor(Goal goal, TurnContext<Person> context) =>
        Ideas(new GoalDraft(goal.Id, goal.Sentence, goal.Area), context);

    public static TurnResult<Person> Why(GoalDialogState state, TurnContext<Person> context) =>
        Step(context, GoalDialog.Why(state, context));

    public static TurnResult<Person> Again(GoalDialogState state, TurnContext<Person> context) =>
        Step(context, GoalDialog.Again(state, context));

    public static TurnResult<Person> Step(TurnContext<Person> context, DialogStep step) =>
        new(
            context.Person with
            {
                Dialog = step.Next,
                Later = Later(context.Person.Later, step, context),
                SchoolDays = step.Learned is { } learned
                    ? [.. context.Person.SchoolDays.Where(one => one.Date != learned.Date), learned]
                    : context.Person.SchoolDays,
            },
            step.Replies
        );

    /// <summary>
    /// The list of what comes after, with what came up in this turn and without what was begun in it.
    /// </summary>
    private static IReadOnlyList<string> Later(
        IReadOnlyList<string> known,
        DialogStep step,
        TurnContext<Person> context
    ) =>
        step.Later is { } more
            ? [.. known.Append(more).Distinct(StringComparer.OrdinalIgnoreCase).TakeLast(LaterGoal.Most)]
        : step.Next is Drafting && known.Contains(context.Heard.Text, StringComparer.OrdinalIgnoreCase)
            ? [.. known.Where(one => !one.Equals(context.Heard.Text, StringComparison.OrdinalIgnoreCase))]
        : known;
}
